// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bookmarks/bookmarkspage.h"

#include "model/annotations/bookmarkstore.h"
#include "model/collection/collection.h"
#include "model/questions/topiclistmodel.h"
#include "model/settings.h"
#include "views/bookmarks/bookmarkdelegates.h"
#include "views/common/banner.h"
#include "views/common/choicebutton.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/emptystate.h"
#include "views/common/icons.h"
#include "views/common/panes.h"
#include "views/common/panesplitter.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

BookmarksPage::BookmarksPage(const Desk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_topicModel(new TopicListModel(this))
    , m_model(new BookmarkModel(this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_splitter(new PaneSplitter(this))
{
    m_splitter->addWidget(buildTopics());
    m_splitter->addWidget(buildQuestions());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({352, 928});
    m_splitter->restoreState(desk.settings.value(Setting::bookmarksSplitter));
    m_empty->setContent(tr("Nothing is bookmarked yet"),
                        tr("Press B on a question or a topic to keep it here."), tr("Open Study"));
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    buildActions();

    connect(m_empty, &EmptyState::buttonClicked, this,
            [this] { emit pageRequested(StudyPageIndex); });
    connect(m_topics->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &BookmarksPage::showQuestions);
    connect(m_model, &BookmarkModel::ticksChanged, this, &BookmarksPage::showTicks);
    connect(&desk.bookmarks, &BookmarkStore::changed, this, &BookmarksPage::showStars);
}

QWidget *BookmarksPage::buildTopics()
{
    auto *pane = new QWidget;
    auto *title = new QLabel(tr("Topics"), pane);
    setTextStyle(title, TextStyle::Heading);
    m_topicCount = new QLabel(pane);
    setTextStyle(m_topicCount, TextStyle::Meta);
    m_topicCount->setForegroundRole(QPalette::PlaceholderText);
    m_addTopic = new QPushButton(icon(u"plus"_s), tr("Add topic"), pane);
    m_addTopic->setObjectName(u"addTopic"_s);
    setButtonKind(m_addTopic, ButtonKind::Flat);
    setTextStyle(m_addTopic, TextStyle::Small, QFont::Medium);
    m_addTopic->setMenu(new QMenu(m_addTopic));
    connect(m_addTopic->menu(), &QMenu::aboutToShow, this, &BookmarksPage::addTopic);

    QWidget *bar = paneBar(pane);
    setScaledHeight(bar, 56);
    bar->layout()->addWidget(title);
    bar->layout()->addWidget(m_topicCount);
    static_cast<QHBoxLayout *>(bar->layout())->addStretch(1);
    bar->layout()->addWidget(m_addTopic);

    m_topics = new QListView(pane);
    m_topics->setObjectName(u"bookmarkedTopics"_s);
    m_topics->setAccessibleName(tr("Bookmarked topics"));
    m_topics->setModel(m_topicModel);
    m_topics->setItemDelegate(new TopicDelegate(m_topics));
    m_topics->setUniformItemSizes(true);
    m_topics->setFrameShape(QFrame::NoFrame);
    m_topics->setMouseTracking(true);
    m_topics->viewport()->setBackgroundRole(QPalette::AlternateBase);

    auto *hint = new QLabel(tr("A bookmarked topic includes all its questions when you practise. "
                               "B adds or removes a star."),
                            pane);
    setTextStyle(hint, TextStyle::Meta);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);
    hint->setContentsMargins(16, 12, 16, 12);

    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_topics, 1);
    layout->addWidget(ruler(pane));
    layout->addWidget(hint);
    pane->setMinimumWidth(240);
    return pane;
}

QWidget *BookmarksPage::buildQuestions()
{
    auto *pane = new QWidget;
    pane->setBackgroundRole(QPalette::Base);
    pane->setAutoFillBackground(true);
    auto *title = new QLabel(tr("Questions"), pane);
    setTextStyle(title, TextStyle::Heading);
    m_count = new QLabel(pane);
    setTextStyle(m_count, TextStyle::Meta);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_grouping = new ChoiceButton({}, pane);
    m_grouping->setObjectName(u"bookmarkGrouping"_s);
    m_grouping->addChoice(tr("Group: topic"), int(BookmarkModel::Grouping::Topic));
    m_grouping->addChoice(tr("Group: tier"), int(BookmarkModel::Grouping::Tier));
    setButtonKind(m_grouping, ButtonKind::Flat);
    m_practise = new QPushButton(pane);
    m_practise->setObjectName(u"practiseBookmarks"_s);
    m_practise->setIcon(icon(u"play"_s, IconColor::OnAccent));
    setButtonKind(m_practise, ButtonKind::Primary);
    setTextStyle(m_practise, TextStyle::Ui, QFont::DemiBold);
    setKeycap(m_practise, tr("Ctrl+Enter"));

    QWidget *bar = paneBar(pane);
    setScaledHeight(bar, 56);
    bar->layout()->setContentsMargins(24, 0, 16, 1);
    bar->layout()->addWidget(title);
    bar->layout()->addWidget(m_count);
    static_cast<QHBoxLayout *>(bar->layout())->addStretch(1);
    bar->layout()->addWidget(m_grouping);
    bar->layout()->addWidget(m_practise);

    m_tree = new QTreeView(pane);
    m_tree->setObjectName(u"bookmarkedQuestions"_s);
    m_tree->setAccessibleName(tr("Bookmarked questions"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new BookmarkDelegate(m_tree));
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(0);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setMouseTracking(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(scaled(32));
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(BookmarkModel::TitleColumn, QHeaderView::Stretch);
    header->resizeSection(BookmarkModel::TickColumn, scaled(40));
    header->resizeSection(BookmarkModel::NumberColumn, scaled(48));
    header->resizeSection(BookmarkModel::TierColumn, scaled(112));
    header->resizeSection(BookmarkModel::GradeColumn, scaled(96));
    header->resizeSection(BookmarkModel::StarColumn, scaled(48));
    setTextStyle(header, TextStyle::Meta);
    setScaledHeight(header, 32);

    auto *table = new QWidget(pane);
    auto *tableLayout = new QVBoxLayout(table);
    tableLayout->setContentsMargins(16, 0, 16, 0);
    tableLayout->addWidget(m_tree);
    m_noQuestions = new EmptyState(table);
    m_noQuestions->setContent(tr("No question is starred"),
                              tr("Choose a topic on the left to see its questions."));
    tableLayout->addWidget(m_noQuestions);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(table, 1);

    connect(m_grouping, &ChoiceButton::chosen, this, &BookmarksPage::showQuestions);
    connect(m_practise, &QPushButton::clicked, this, &BookmarksPage::practise);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == BookmarkModel::TickColumn)
            toggleTick();
        else if (index.column() == BookmarkModel::StarColumn)
            toggleStar();
    });
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() == BookmarkModel::TitleColumn)
            openCurrent();
    });
    return pane;
}

void BookmarksPage::buildActions()
{
    addPageAction(tr("Add or remove the star"), {u"B"_s}, [this] { toggleStar(); });
    addPageAction(tr("Tick the question"), {Qt::Key_Space}, [this] { toggleTick(); });
    addPageAction(tr("Tick all"), {QKeySequence::SelectAll}, [this] {
        m_model->setAllTicked(m_model->ticked().size() < m_model->questions().size());
    });
    addPageAction(tr("Open the question"), {Qt::Key_Return, Qt::Key_Enter},
                  [this] { openCurrent(); });
    addPageAction(tr("Practise these"), {u"Ctrl+Return"_s, u"Ctrl+Enter"_s},
                  [this] { practise(); });
    addPageAction(tr("Print questions…"), {QKeySequence::Print}, [this] { emit printRequested(); });
    addPageAction(tr("Add a topic"), {u"Ctrl+N"_s}, [this] { m_addTopic->showMenu(); });
}

QStringList BookmarksPage::statusItems() const
{
    return {tr("%n bookmarked question(s)", nullptr, int(m_desk.bookmarks.questions().size())),
            tr("%n bookmarked topic(s)", nullptr, int(m_desk.bookmarks.topics().size()))};
}

QList<QuestionSet> BookmarksPage::printable() const
{
    const QString title =
        currentTopic() != 0 ? m_topics->currentIndex().data().toString() : tr("Bookmarked");
    const QList<QuestionId> ticked = m_model->ticked();
    const QList<QuestionId> shown = m_model->questions();
    return {{tr("The %n ticked", nullptr, int(ticked.size())), title, ticked},
            {tr("The %n shown", nullptr, int(shown.size())), title, shown}};
}

void BookmarksPage::saveState()
{
    m_desk.settings.set(Setting::bookmarksSplitter, m_splitter->saveState());
}

void BookmarksPage::arrive()
{
    reload();
    if (m_stack->currentWidget() == m_empty)
        m_empty->findChild<QPushButton *>()->setFocus(Qt::OtherFocusReason);
    else
        m_tree->setFocus(Qt::OtherFocusReason);
}

void BookmarksPage::reload()
{
    m_banner->clear();
    const bool empty =
        m_desk.bookmarks.questions().isEmpty() && m_desk.bookmarks.topics().isEmpty();
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_splitter);
    showTopics();
    showQuestions();
}

void BookmarksPage::showTopics()
{
    const TopicId chosen = currentTopic();
    const auto topics = m_desk.questions.topics();
    if (!topics.ok())
        m_banner->showError(topics.error());
    QList<TopicRow> starred = topics.valueOr({});
    starred.removeIf(
        [this](const TopicRow &row) { return !m_desk.bookmarks.hasTopic(row.topic.id); });
    for (TopicRow &row : starred)
        row.bookmarked = true;
    m_topicModel->setTopics(
        starred, tr("All bookmarks"),
        tr("%n question(s)", nullptr, int(m_desk.bookmarks.questions().size())) + u", "_s +
            tr("%n topic(s)", nullptr, int(starred.size())));
    m_topicCount->setText(QString::number(starred.size()));
    int row = 0;
    for (int i = 0; i < m_topicModel->rowCount(); ++i) {
        if (m_topicModel->index(i).data(TopicListModel::TopicIdRole).toLongLong() == chosen)
            row = i;
    }
    const QSignalBlocker blocker(m_topics->selectionModel());
    m_topics->setCurrentIndex(m_topicModel->index(row));
}

void BookmarksPage::showQuestions()
{
    const TopicId topic = currentTopic();
    QList<QuestionId> ids;
    if (topic == 0) {
        ids = m_desk.bookmarks.questions().values();
    } else {
        const auto all = m_desk.questions.questionsOf(topic);
        if (!all.ok())
            m_banner->showError(all.error());
        ids = all.valueOr({});
    }
    auto found = m_desk.questions.rows(ids);
    if (!found.ok())
        m_banner->showError(found.error());
    QList<QuestionRow> rows = found.valueOr({});
    const auto grouping = BookmarkModel::Grouping(m_grouping->value().toInt());
    std::sort(rows.begin(), rows.end(), [grouping](const QuestionRow &a, const QuestionRow &b) {
        if (grouping == BookmarkModel::Grouping::Tier)
            return std::tie(a.tier, a.number) < std::tie(b.tier, b.number);
        return std::tie(a.topic, a.number) < std::tie(b.topic, b.number);
    });
    m_model->setQuestions(rows, grouping);
    m_model->setBookmarked(m_desk.bookmarks.questions());
    for (int group = 0; group < m_model->rowCount(); ++group)
        m_tree->setFirstColumnSpanned(group, {}, true);
    m_tree->expandAll();
    m_tree->setHidden(rows.isEmpty());
    m_noQuestions->setVisible(rows.isEmpty());
    const QModelIndex first = m_model->index(0, BookmarkModel::TitleColumn, m_model->index(0, 0));
    if (first.isValid())
        m_tree->setCurrentIndex(first);
    emit statusChanged();
}

void BookmarksPage::showStars()
{
    m_model->setBookmarked(m_desk.bookmarks.questions());
    if (isVisible()) {
        const TopicId chosen = currentTopic();
        showTopics();
        if (currentTopic() != chosen || m_stack->currentWidget() == m_empty)
            reload(); // the topic went away, or there is a first one
    }
    showTicks();
    emit statusChanged();
}

QList<QuestionId> BookmarksPage::practicable() const
{
    if (!m_model->ticked().isEmpty())
        return m_model->ticked();
    QList<QuestionId> questions = m_model->questions();
    if (currentTopic() != 0)
        return questions;
    // All bookmarks are the questions of starred topics, too.
    for (const TopicId topic : m_desk.bookmarks.topics()) {
        const QList<QuestionId> ofTopic = m_desk.questions.questionsOf(topic).valueOr({});
        for (const QuestionId question : ofTopic) {
            if (!questions.contains(question))
                questions.append(question);
        }
    }
    return questions;
}

void BookmarksPage::showTicks()
{
    const auto total = int(m_model->questions().size());
    const auto ticked = int(m_model->ticked().size());
    m_count->setText(ticked == 0 ? QString::number(total)
                                 : tr("%1, of which %2 ticked").arg(total).arg(ticked));
    const auto practicable = int(this->practicable().size());
    m_practise->setText(ticked == 0 ? tr("Practise all %n", nullptr, practicable)
                                    : tr("Practise these %n", nullptr, practicable));
    m_practise->setAccessibleName(m_practise->text());
    m_practise->setEnabled(practicable > 0);
}

void BookmarksPage::addTopic()
{
    QMenu *menu = m_addTopic->menu();
    menu->clear();
    const QList<TopicRow> topics = m_desk.questions.topics().valueOr({});
    for (const TopicRow &row : topics) {
        if (m_desk.bookmarks.hasTopic(row.topic.id))
            continue;
        menu->addAction(withoutMnemonic(row.topic.title), this, [this, topic = row.topic] {
            m_desk.commands.toggleTopicBookmark(topic.id, topic.title);
        });
    }
}

const QuestionRow *BookmarksPage::currentQuestion() const
{
    return m_model->questionAt(m_tree->currentIndex());
}

TopicId BookmarksPage::currentTopic() const
{
    return m_topics->currentIndex().data(TopicListModel::TopicIdRole).toLongLong();
}

void BookmarksPage::toggleStar()
{
    if (m_topics->hasFocus()) {
        if (currentTopic() != 0)
            m_desk.commands.toggleTopicBookmark(currentTopic(),
                                                m_topics->currentIndex().data().toString());
    } else if (const QuestionRow *row = currentQuestion()) {
        m_desk.commands.toggleBookmark(row->id, row->number);
    }
}

void BookmarksPage::toggleTick()
{
    const QModelIndex tick = m_tree->currentIndex().siblingAtColumn(BookmarkModel::TickColumn);
    if (!m_model->questionAt(tick))
        return;
    const bool ticked = tick.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_model->setData(tick, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void BookmarksPage::openCurrent()
{
    if (const QuestionRow *row = currentQuestion())
        emit questionRequested(row->id, false);
}

void BookmarksPage::practise()
{
    const QList<QuestionId> questions = practicable();
    if (!questions.isEmpty())
        emit practiceRequested(tr("Bookmarked"), questions);
}
