// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/study/questionlistpane.h"

#include "model/collection/collection.h"
#include "model/practice/scheduler.h"
#include "model/questions/questionfinder.h"
#include "model/questions/questionlistmodel.h"
#include "views/common/banner.h"
#include "views/common/choicebutton.h"
#include "views/common/desk.h"
#include "views/common/emptystate.h"
#include "views/common/panes.h"
#include "views/common/questiondelegate.h"
#include "views/common/searchfield.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

QuestionListPane::QuestionListPane(const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_finder(new QuestionFinder(desk.collection.path(), this))
    , m_model(new QuestionListModel(desk.questions, this))
    , m_search(new SearchField(tr("Search questions, answers and notes"), this))
    , m_tier(new ChoiceButton(tr("Tier"), this))
    , m_topic(new ChoiceButton(tr("Topic"), this))
    , m_state(new ChoiceButton(tr("State"), this))
    , m_sort(new ChoiceButton({}, this))
    , m_count(new QLabel(this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_practise(new QPushButton(this))
{
    buildControls();

    auto *filters = new QHBoxLayout;
    filters->setSpacing(8);
    for (ChoiceButton *button : {m_tier, m_topic, m_state})
        filters->addWidget(button);

    auto *countRow = new QHBoxLayout;
    countRow->setContentsMargins(4, 0, 0, 0);
    countRow->addWidget(m_count, 1);
    countRow->addWidget(m_sort);

    auto *controls = new QVBoxLayout;
    controls->setContentsMargins(12, 12, 12, 4);
    controls->setSpacing(8);
    controls->addWidget(m_search);
    controls->addLayout(filters);
    controls->addLayout(countRow);

    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(controls);
    layout->addWidget(ruler(this));
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->addWidget(m_practise);
    layout->addLayout(foot);
    m_practise->hide();
    m_practise->setObjectName(u"practiseThese"_s);
    m_practise->setToolTip(tr("A session on the questions that pass the filter (P)"));
    setTextStyle(m_practise, TextStyle::Ui, QFont::Medium);
    connect(m_practise, &QPushButton::clicked, this, &QuestionListPane::practise);
    QWidget *before = m_search;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_tier, m_topic, m_state, m_sort, m_list, m_practise})
        setTabOrder(std::exchange(before, widget), widget);

    connect(m_search, &QLineEdit::textChanged, this, &QuestionListPane::readControls);
    connect(m_search, &SearchField::downPressed, this, [this] {
        focusList();
        // From a search, on to its best match, which may still be looked for.
        m_toFirst = !m_filter.text.trimmed().isEmpty();
        if (!m_finding)
            chooseFirst();
    });
    connect(m_search, &SearchField::escapePressed, this, &QuestionListPane::focusList);
    connect(m_finder, &QuestionFinder::found, this, [this](const QuestionMatches &matches) {
        if (matches.filter == m_filter) // the filter may have been replaced meanwhile
            show(matches);
    });
    connect(m_finder, &QuestionFinder::failed, this, [this](const Error &error) {
        m_finding = false;
        m_banner->showError(error);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &QuestionListPane::choose);
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { emit questionChosen(m_model->questionAt(index)); });
    connect(m_empty, &EmptyState::linkActivated, this, [this](const QString &link) {
        if (link == u"clear")
            clearFilter();
        else
            m_search->setText(link);
    });
}

void QuestionListPane::buildControls()
{
    m_search->setObjectName(u"studySearch"_s);
    m_tier->setObjectName(u"tierFilter"_s);
    m_topic->setObjectName(u"topicFilter"_s);
    m_state->setObjectName(u"stateFilter"_s);
    m_sort->setObjectName(u"sortOrder"_s);
    m_list->setObjectName(u"questionList"_s);
    m_count->setObjectName(u"questionCount"_s);

    m_tier->addChoice(tr("All tiers"), -1, tr("all"));
    for (Tier tier : allTiers)
        m_tier->addChoice(tierTitle(tier), int(tier));
    fillTopics();
    using State = QuestionFilter::State;
    m_state->addChoice(tr("All states"), int(State::Any), tr("all"));
    m_state->addChoice(tr("New"), int(State::New));
    m_state->addChoice(tr("Learning"), int(State::Learning));
    m_state->addChoice(tr("Solid"), int(State::Solid));
    m_state->addChoice(tr("Due"), int(State::Due));
    m_state->addChoice(tr("Updated"), int(State::Updated));
    m_state->addChoice(tr("Bookmarked"), int(State::Bookmarked));
    m_state->addChoice(tr("With notes"), int(State::WithNotes));
    using Sort = QuestionFilter::Sort;
    m_sort->addChoice(tr("By number"), int(Sort::Number));
    m_sort->addChoice(tr("By title"), int(Sort::Title));
    m_sort->addChoice(tr("By tier"), int(Sort::Tier));
    m_sort->addChoice(tr("By topic"), int(Sort::Topic));
    setButtonKind(m_sort, ButtonKind::Flat);
    setTextStyle(m_sort, TextStyle::Meta);
    setTextStyle(m_count, TextStyle::Meta);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    for (ChoiceButton *button : {m_tier, m_topic, m_state, m_sort})
        connect(button, &ChoiceButton::chosen, this, &QuestionListPane::readControls);

    m_list->setModel(m_model);
    m_list->setItemDelegate(new QuestionDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Questions"));
    m_list->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_list->viewport()->setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
}

void QuestionListPane::fillTopics()
{
    m_topic->addChoice(tr("All topics"), 0, tr("all"));
    const auto topics = m_desk.questions.topics();
    if (!topics.ok()) {
        m_banner->showError(topics.error());
        return;
    }
    for (const TopicRow &row : topics.value())
        m_topic->addChoice(row.topic.title, row.topic.id);
}

void QuestionListPane::setFilter(const QuestionFilter &filter)
{
    m_filter = filter;
    showFilter();
    // The first answer comes at once, so that the window opens with its list.
    const auto matches = m_desk.questions.find(filter);
    if (matches.ok())
        show(matches.value());
    else
        m_banner->showError(matches.error());
}

void QuestionListPane::clearFilter()
{
    QuestionFilter all;
    all.sort = m_filter.sort;
    setFilter(all);
    focusSearch();
}

void QuestionListPane::showFilter()
{
    m_showingFilter = true;
    m_search->setText(m_filter.text);
    m_showingFilter = false;
    m_tier->setValue(m_filter.tier ? int(*m_filter.tier) : -1);
    m_topic->setValue(m_filter.topic);
    m_state->setValue(int(m_filter.state));
    m_sort->setValue(int(m_filter.sort));
    showSort();
}

void QuestionListPane::showSort()
{
    // While searching, the usual order is by how well a question matches.
    const bool searching = !m_filter.text.trimmed().isEmpty();
    m_sort->setFirstTitle(searching ? tr("By best match") : tr("By number"));
}

void QuestionListPane::readControls()
{
    if (m_showingFilter)
        return;
    m_filter.text = m_search->text();
    const int tier = m_tier->value().toInt();
    m_filter.tier = tier < 0 ? std::nullopt : std::optional(Tier(tier));
    m_filter.topic = m_topic->value().toLongLong();
    m_filter.state = QuestionFilter::State(m_state->value().toInt());
    m_filter.sort = QuestionFilter::Sort(m_sort->value().toInt());
    showSort();
    m_finding = true;
    m_toFirst = false;
    m_finder->find(m_filter);
}

void QuestionListPane::show(const QuestionMatches &matches)
{
    m_banner->clear();
    m_finding = false;
    m_model->setQuestions(matches.ids, matches.filter.text);
    const int total = m_desk.questions.count().valueOr(0);
    m_count->setText(matches.filter.narrows()
                         ? tr("%1 of %n question(s)", nullptr, total).arg(matches.ids.size())
                         : tr("%n question(s)", nullptr, total));
    m_found = matches.ids;
    m_practise->setText(tr("Practise these %n", nullptr, int(matches.ids.size())));
    m_practise->setVisible(matches.filter.narrows() && !matches.ids.isEmpty());
    if (matches.ids.isEmpty())
        showEmptyState(matches);
    m_stack->setCurrentWidget(matches.ids.isEmpty() ? static_cast<QWidget *>(m_empty) : m_list);
    showQuestion(m_shown);
    emit filterChanged();
    chooseFirst();
}

// Where Down in the search leads.
void QuestionListPane::chooseFirst()
{
    if (!std::exchange(m_toFirst, false) || m_model->rowCount() == 0)
        return;
    m_list->setCurrentIndex(m_model->index(0));
    // It may be open already, but not where the search found it.
    emit questionChosen(m_model->questionAt(m_model->index(0)));
}

void QuestionListPane::showEmptyState(const QuestionMatches &matches)
{
    const QString clear = u"<a href=\"clear\">%1</a>"_s.arg(tr("Clear filters"));
    if (matches.filter.text.trimmed().isEmpty()) {
        m_empty->setContent(tr("No question has all of these filters"), clear);
        return;
    }
    QString text;
    if (!matches.suggestion.isEmpty()) {
        const QString word = matches.suggestion.toHtmlEscaped();
        text = tr("Did you mean %1?").arg(u"<a href=\"%1\">%1</a>"_s.arg(word)) + u"<br>"_s;
    }
    m_empty->setContent(tr("Nothing matches “%1”").arg(matches.filter.text.simplified().left(60)),
                        text + clear);
}

void QuestionListPane::showQuestion(QuestionId question)
{
    m_shown = question;
    const QModelIndex index = m_model->indexOf(question);
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
}

void QuestionListPane::step(int rows)
{
    if (m_model->rowCount() == 0)
        return;
    const QModelIndex now = m_list->currentIndex();
    const int wanted = now.isValid() ? now.row() + rows : 0;
    const QModelIndex next = m_model->index(qBound(0, wanted, m_model->rowCount() - 1));
    if (next.isValid())
        m_list->setCurrentIndex(next);
}

void QuestionListPane::choose(const QModelIndex &index)
{
    const QuestionId question = m_model->questionAt(index);
    if (question == 0 || question == m_shown)
        return;
    m_shown = question;
    emit questionChosen(question);
}

void QuestionListPane::setRowActions(const QList<QAction *> &actions)
{
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(actions);
}

bool QuestionListPane::foundInNote() const
{
    return m_list->currentIndex().data(FoundInNoteRole).toBool();
}

QString QuestionListPane::foundInHighlight() const
{
    return m_list->currentIndex().data(FoundInHighlightRole).toString();
}

void QuestionListPane::focusSearch()
{
    setVisible(true); // it may have been hidden, and typing must be seen
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void QuestionListPane::focusList()
{
    setVisible(true);
    if (m_list->isHidden())
        m_empty->setFocus(Qt::ShortcutFocusReason); // what is hidden gets no keys
    else
        m_list->setFocus(Qt::ShortcutFocusReason);
}

void QuestionListPane::practise()
{
    if (!m_filter.narrows() || m_found.isEmpty())
        return;
    const auto ordered = m_desk.scheduler.inOrder(m_found, Moment::now());
    if (!ordered.ok())
        m_banner->showError(ordered.error());
    else
        emit practiceRequested(filterTitle(), ordered.value());
}

QString QuestionListPane::filterTitle() const
{
    const auto plainText = [](const ChoiceButton &button) {
        return button.text().replace(u"&&"_s, u"&"_s);
    };
    QStringList parts;
    if (m_filter.topic != 0)
        parts.append(plainText(*m_topic));
    if (m_filter.tier)
        parts.append(tierTitle(*m_filter.tier));
    if (m_filter.state != QuestionFilter::State::Any)
        parts.append(plainText(*m_state));
    if (const QString text = m_filter.text.simplified(); !text.isEmpty())
        parts.append(tr("“%1”").arg(text.left(24)));
    return parts.join(u", "_s);
}

int QuestionListPane::shownCount() const
{
    return m_model->rowCount();
}

QuestionSet QuestionListPane::shown() const
{
    const QString title = filterTitle();
    return {tr("The %n shown", nullptr, shownCount()),
            title.isEmpty() ? tr("All questions") : title, m_model->questions()};
}

void QuestionListPane::findAgain()
{
    if (m_filter.narrows())
        m_finder->find(m_filter);
}

void QuestionListPane::refresh()
{
    m_model->refresh();
}
