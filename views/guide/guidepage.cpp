// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/guidepage.h"

#include "model/annotations/bookmarkstore.h"
#include "model/collection/collection.h"
#include "model/plan/guidestore.h"
#include "model/plan/planner.h"
#include "model/plan/plantext.h"
#include "model/practice/studyday.h"
#include "model/questions/questionstore.h"
#include "model/questions/topiclistmodel.h"
#include "views/common/banner.h"
#include "views/common/box.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/icons.h"
#include "views/common/panes.h"
#include "views/common/segmentedcontrol.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/guide/advicecolumn.h"
#include "views/guide/aftermathbox.h"
#include "views/guide/goaldialog.h"
#include "views/guide/guidetopicdelegate.h"
#include "views/guide/planbox.h"

#include <QAction>
#include <QApplication>
#include <QCursor>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int pageMargin = 32;
constexpr int narrowMargin = 16;
constexpr int narrowPage = 1100;
constexpr int tightPage = 900; // of the design, so that larger text needs more
constexpr int lowPage = 560;
constexpr int narrowestPlan = 240;
constexpr int narrowestTopics = 424; // with both columns, 960
constexpr int narrowestAdvice = 216;
constexpr int goodPercent = 60;

QLabel *label(TextStyle style, QWidget *parent, bool muted = false)
{
    auto *made = new QLabel(parent);
    setTextStyle(made, style);
    made->setWordWrap(true);
    if (muted)
        made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

QLabel *boxTitle(const QString &text, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    setTextStyle(made, TextStyle::Heading);
    made->setWordWrap(true);
    return made;
}

} // namespace

GuidePage::GuidePage(const Desk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_readLevels(desk.guide.levels())
    , m_readEntries(desk.guide.entries())
    , m_levels(m_readLevels.valueOr({}))
    , m_entries(m_readEntries.valueOr({}))
    , m_banner(new Banner(this))
    , m_model(new TopicListModel(this))
    , m_plan(new PlanBox(this))
    , m_aftermath(new AftermathBox(desk, this))
    , m_advice(new AdviceColumn(m_entries, this))
{
    m_columns = new QHBoxLayout;
    m_columns->addWidget(buildPlan(), 5);
    m_columns->addWidget(buildTopics(), 8);
    m_columns->addWidget(m_advice, 5);
    m_advice->setMinimumWidth(narrowestAdvice);
    m_advice->setMaximumWidth(scaled(332));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(buildHead());
    layout->addLayout(m_columns, 1);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    buildActions();

    connect(&desk.guide, &GuideStore::goalChanged, this, &GuidePage::showGoal);
    // A page in the background reads its topics when it comes to the front.
    const auto showIfSeen = [this] {
        if (isVisible())
            showTopics();
    };
    connect(&desk.guide, &GuideStore::goalChanged, this, showIfSeen);
    connect(&desk.bookmarks, &BookmarkStore::changed, this, showIfSeen);
    connect(&desk.collection.writes(), &WriteQueue::committed, this, showIfSeen);
    connect(&desk.planner, &Planner::changed, this,
            [this] { showOutlook(m_desk.planner.outlook()); });
    connect(&desk.planner, &Planner::failed, m_banner, &Banner::showError);
    connect(&desk.pastInterviews, &PastInterviewStore::changed, this, &GuidePage::showPast);
    connect(m_advice, &AdviceColumn::linkRequested, this, &Page::linkRequested);
    m_outlook = desk.planner.outlook();
    m_plan->setOutlook(m_outlook);
    showGoal();
}

QWidget *GuidePage::buildHead()
{
    auto *head = new QWidget(this);
    auto *title = new QLabel(tr("Guide"), head);
    setTextStyle(title, TextStyle::Title);
    QStringList titles;
    for (const Level &level : std::as_const(m_levels))
        titles.append(level.title);
    m_picker = new SegmentedControl(titles, head);
    m_picker->setObjectName(u"levelPicker"_s);
    m_picker->setAccessibleName(tr("Level"));
    m_about = label(TextStyle::Small, head, true);
    m_about->setObjectName(u"aboutLevel"_s);
    m_side = new SegmentedControl({tr("Plan"), tr("Advice")}, head);
    m_side->setObjectName(u"sidePicker"_s);
    m_side->setAccessibleName(tr("What stands beside the topics"));
    m_side->setCurrent(0);
    m_side->hide();
    auto *change = new QPushButton(tr("Change plan…"), head);
    change->setObjectName(u"changeGoal"_s);
    change->setToolTip(tr("Change level, date and minutes a day (C)"));
    setTextStyle(change, TextStyle::Ui, QFont::Medium);
    const auto fact = [head](const QString &iconName) {
        auto *sign = new QLabel(head);
        sign->setPixmap(icon(iconName, IconColor::Text).pixmap(16, 16));
        return sign;
    };
    m_date = new QLabel(head);
    m_date->setObjectName(u"interviewOn"_s);
    m_minutes = new QLabel(head);
    setTextStyle(m_date, TextStyle::Ui);
    setTextStyle(m_minutes, TextStyle::Ui);
    auto *layout = new QHBoxLayout(head);
    m_headRow = layout;
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addSpacing(16);
    layout->addWidget(m_picker);
    layout->addSpacing(8);
    layout->addWidget(m_about, 1);
    layout->addWidget(m_side);
    layout->addStretch(0);
    layout->addWidget(fact(u"calendar"_s));
    layout->addWidget(m_date);
    layout->addSpacing(8);
    m_clock = fact(u"clock"_s);
    layout->addWidget(m_clock);
    layout->addWidget(m_minutes);
    layout->addSpacing(8);
    layout->addWidget(change);
    connect(m_picker, &SegmentedControl::chosen, this, &GuidePage::chooseLevel);
    connect(m_side, &SegmentedControl::chosen, this, &GuidePage::fitWidth);
    connect(change, &QPushButton::clicked, this, [this] { changeGoal(); });
    return head;
}

QWidget *GuidePage::buildPlan()
{
    m_left = new QWidget(this);
    m_left->setMinimumWidth(narrowestPlan);
    m_left->setMaximumWidth(scaled(344));
    auto *layout = new QVBoxLayout(m_left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_aftermath);
    layout->addWidget(m_plan, 1);
    layout->addStretch(0);
    connect(m_plan, &PlanBox::tickRequested, &m_desk.commands, &Commands::tickTask);
    connect(m_plan, &PlanBox::topicRequested, this, &Page::topicRequested);
    connect(m_plan, &PlanBox::practiceRequested, this,
            [this] { emit pageRequested(PracticePageIndex); });
    connect(m_plan, &PlanBox::goalRequested, this, [this] { changeGoal(); });
    connect(m_aftermath, &AftermathBox::dateRequested, this, &GuidePage::newDate);
    connect(m_aftermath, &AftermathBox::stopRequested, this, &GuidePage::stopPlan);
    return m_left;
}

QWidget *GuidePage::buildTopics()
{
    auto *box = new Box(this);
    box->setMinimumWidth(narrowestTopics);
    box->content()->setContentsMargins(1, 16, 1, 1);
    box->content()->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 8);
    head->addWidget(boxTitle(tr("Must study, in this order"), box), 1);
    m_legend = new CoverageLegend(box);
    head->addWidget(m_legend);
    m_topics = new QListView(box);
    m_topics->setObjectName(u"guideTopics"_s);
    m_topics->setAccessibleName(tr("Topics in must-study order"));
    m_topics->setModel(m_model);
    m_topics->setItemDelegate(new GuideTopicDelegate(m_topics));
    m_topics->setUniformItemSizes(true);
    m_topics->setFrameShape(QFrame::NoFrame);
    m_topics->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_topics->setMouseTracking(true);
    m_topics->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_nextWhy = label(TextStyle::Small, box, true);
    m_nextButton = new QPushButton(box);
    m_nextButton->setObjectName(u"studyNext"_s);
    setButtonKind(m_nextButton, ButtonKind::Primary);
    setTextStyle(m_nextButton, TextStyle::Ui, QFont::DemiBold);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 12, 16, 12);
    foot->setSpacing(16);
    foot->addWidget(m_nextWhy, 1);
    foot->addWidget(m_nextButton);

    box->content()->addLayout(head);
    box->content()->addWidget(m_topics, 1);
    box->content()->addWidget(ruler(box));
    box->content()->addLayout(foot);
    connect(m_topics, &QListView::doubleClicked, this,
            [this] { emit topicRequested(currentTopic()); });
    connect(m_topics, &QListView::clicked, this, [this](const QModelIndex &index) {
        // The chevron leads where it points.
        const QPoint where = m_topics->viewport()->mapFromGlobal(QCursor::pos());
        const QRect row = m_topics->visualRect(index);
        if (where.x() > row.right() - scaled(44))
            emit topicRequested(currentTopic());
        else if (index.data(TopicListModel::WeakRole).toBool() &&
                 GuideTopicDelegate::starRect(row).adjusted(-4, -8, 4, 8).contains(where))
            bookmarkCurrent();
    });
    connect(m_nextButton, &QPushButton::clicked, this, &GuidePage::studyNext);
    return box;
}

void GuidePage::buildActions()
{
    addPageAction(tr("Show the topic's questions, or open the task"),
                  {Qt::Key_Return, Qt::Key_Enter}, [this] { openCurrent(); });
    addPageAction(tr("Practise the topic"), {u"P"_s}, [this] { practiseCurrent(); });
    addPageAction(tr("Sit the mock interview"), {u"M"_s},
                  [this] { emit pageRequested(PracticePageIndex); });
    addPageAction(tr("Bookmark the topic"), {u"B"_s}, [this] { bookmarkCurrent(); });
    addPageAction(tr("Study what comes next"), {u"Ctrl+Return"_s, u"Ctrl+Enter"_s},
                  [this] { studyNext(); });
    addPageAction(tr("Change level, date and minutes"), {u"C"_s}, [this] { changeGoal(); });
}

QStringList GuidePage::statusItems() const
{
    const int topics = m_model->rowCount();
    int good = 0;
    int practised = 0;
    bool known = topics > 0;
    for (int row = 0; row < topics; ++row) {
        const QModelIndex index = m_model->index(row);
        const int questions = index.data(TopicListModel::QuestionsRole).toInt();
        const double recall = index.data(TopicListModel::RecallRole).toDouble();
        known = known && recall >= 0;
        good += qRound(100 * recall) >= goodPercent; // as it is shown
        practised +=
            questions > 0 && index.data(TopicListModel::PractisedRole).toInt() == questions;
    }
    return {m_level.title, known
                               ? tr("%1 of %n topic(s) at 60% or more", nullptr, topics).arg(good)
                               : tr("%1 of %n topic(s) practised", nullptr, topics).arg(practised)};
}

void GuidePage::arrive()
{
    showAftermath(); // a day may have passed
    showPast();
    showTopics();
    // After an undo the keyboard stays where it is.
    const QWidget *focus = QApplication::focusWidget();
    if (m_away || !focus || !isAncestorOf(focus))
        m_topics->setFocus(Qt::OtherFocusReason);
    m_away = false;
}

void GuidePage::focusAftermath()
{
    if (!m_aftermath->isHidden())
        m_aftermath->setFocus(Qt::OtherFocusReason);
}

void GuidePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_away = m_away || !event->spontaneous();
}

void GuidePage::leave()
{
    m_aftermath->leave();
}

void GuidePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitWidth();
}

void GuidePage::fitWidth()
{
    const bool narrow = width() < narrowPage;
    const bool tight = width() < scaled(tightPage);
    // Where three columns have no room, one of the outer two shows.
    m_left->setVisible(!tight || m_side->current() == 0);
    m_advice->setVisible(!tight || m_side->current() == 1);
    m_side->setVisible(tight);
    m_about->setVisible(!narrow);
    m_minutes->setVisible(!tight);
    m_clock->setVisible(!tight);
    showDate();
    const int margin = narrow ? narrowMargin : pageMargin;
    m_headRow->setContentsMargins(margin, narrow ? 12 : 24, margin, narrow ? 12 : 16);
    m_columns->setContentsMargins(margin, 0, margin, narrow ? 12 : 24);
    m_columns->setSpacing(narrow ? 12 : 24);
    m_low = height() < scaled(lowPage);
    m_aftermath->setLow(m_low);
    showAftermath();
}

void GuidePage::chooseLevel(int index)
{
    changeGoal(m_levels.at(index).key);
}

void GuidePage::changeGoal(const QString &level)
{
    GoalDialog dialog(m_desk.guide, m_desk.planner, m_desk.commands, this);
    if (!level.isEmpty())
        dialog.setLevel(level);
    execute(dialog);
}

void GuidePage::newDate()
{
    GoalDialog dialog(m_desk.guide, m_desk.planner, m_desk.commands, this);
    dialog.focusDate();
    execute(dialog);
}

void GuidePage::execute(GoalDialog &dialog)
{
    dialog.exec();
    showGoal(); // the picker, should nothing have come of it
}

void GuidePage::stopPlan()
{
    m_aftermath->leave();
    Goal goal = m_desk.guide.goal();
    goal.interview = QDate();
    m_desk.commands.setGoal(goal);
    m_topics->setFocus(Qt::OtherFocusReason);
    emit announced(tr("The plan has stopped; Ctrl+Z brings it back"));
}

void GuidePage::showOutlook(const Outlook &outlook)
{
    m_outlook = outlook;
    m_plan->setOutlook(outlook);
    if (isVisible())
        showTopics();
}

void GuidePage::showAftermath()
{
    const QDate &interview = m_desk.guide.goal().interview;
    const bool over = interview.isValid() && interview.toJulianDay() < Moment::now().day;
    if (over && (m_aftermath->isHidden() || m_aftermath->interview() != interview))
        m_aftermath->setInterview(interview, m_level.title);
    m_aftermath->setVisible(over);
    m_plan->setVisible(!over || !m_low); // in a low window, it waits for the answer
}

void GuidePage::showPast()
{
    QList<PastInterview> past = m_desk.pastInterviews.all().valueOr({});
    // What is asked about stands in its field.
    past.removeIf([this](const PastInterview &each) {
        return !m_aftermath->isHidden() && each.day == m_desk.guide.goal().interview;
    });
    m_advice->setPast(past);
}

void GuidePage::showGoal()
{
    const Goal &goal = m_desk.guide.goal();
    for (int i = 0; i < m_levels.size(); ++i) {
        if (m_levels.at(i).key != goal.level)
            continue;
        m_level = m_levels.at(i);
        m_picker->setCurrent(i);
    }
    const int questions = m_desk.guide.mustStudyCount(m_level.tiers).valueOr(0);
    m_about->setText(m_level.summary + u' ' + tr("%n must-study question(s).", nullptr, questions));
    m_picker->setToolTip(m_about->text()); // for where it has no room
    showDate();
    m_minutes->setText(effortText(goal));
    m_advice->setLevel(m_level);
    showAftermath();
    showPast();
    emit statusChanged();
}

void GuidePage::showDate()
{
    const QDate &interview = m_desk.guide.goal().interview;
    const bool narrow = width() < narrowPage;
    const bool thisYear = interview.year() == QDate::fromJulianDay(Moment::now().day).year();
    const QString format = narrow ? (thisYear ? tr("ddd d MMM") : tr("d MMM yyyy"))
                                  : (thisYear ? tr("dddd d MMMM") : tr("dddd d MMMM yyyy"));
    m_date->setText(!interview.isValid() ? tr("No date yet")
                                         : QLocale().toString(interview, format));
    m_date->setToolTip(interview.isValid() ? QLocale().toString(interview, QLocale::LongFormat)
                                           : QString());
}

void GuidePage::showTopics()
{
    auto found = m_desk.questions.topics(m_level.tiers);
    if (!found.ok()) {
        m_banner->showError(found.error());
        return;
    }
    if (!m_readLevels.ok())
        m_banner->showError(m_readLevels.error());
    else if (!m_readEntries.ok())
        m_banner->showError(m_readEntries.error());
    else if (m_desk.planner.problem())
        m_banner->showError(*m_desk.planner.problem());
    else
        m_banner->clear();
    QList<TopicRow> rows = std::move(found).value();
    const bool known = addRecall(rows);
    m_legend->setRecall(known);
    // The least recalled comes next, and the least practised as long as nobody knows; of the focus
    // topics as long as one has something left.
    const auto share = [known](const TopicRow &row) {
        return known ? row.recall : double(row.practised) / row.questions;
    };
    const TopicRow *next = nullptr;
    for (const TopicRow &row : std::as_const(rows)) {
        if (row.questions == 0 || (!known && row.practised == row.questions))
            continue;
        if (!next || (row.focus && !next->focus) ||
            (row.focus == next->focus && share(row) < share(*next)))
            next = &row;
    }
    // The row goes along with what is proposed, until another is chosen.
    const TopicId current = currentTopic();
    const bool follows = current == 0 || current == m_next;
    m_next = next ? next->topic.id : 0;
    const TopicId chosen = follows ? m_next : current;
    m_nextButton->setVisible(next != nullptr);
    m_nextButton->setText(next ? tr("Study %1").arg(withoutMnemonic(next->topic.title))
                               : QString());
    m_nextWhy->setText(next && known ? tr("Next by weight and recall")
                       : !next       ? tr("Every topic is practised. Keep them warm.")
                       : next->focus ? tr("Least practised of your focus topics")
                                     : tr("Least practised"));
    m_model->setTopics(rows, {}, {});
    int row = 0;
    for (int i = 0; i < rows.size(); ++i) {
        if (rows.at(i).topic.id == chosen)
            row = i;
    }
    m_topics->setCurrentIndex(m_model->index(row));
    emit statusChanged();
}

bool GuidePage::addRecall(QList<TopicRow> &rows) const
{
    QHash<TopicId, TopicReadiness> readiness;
    if (m_outlook.today > 0 && m_outlook.goal.level == m_level.key) {
        for (const TopicReadiness &topic : m_outlook.topics)
            readiness.insert(topic.topic, topic);
    }
    for (TopicRow &row : rows) {
        row.focus = m_level.topics.contains(row.topic.key);
        row.bookmarked = m_desk.bookmarks.hasTopic(row.topic.id);
        const auto found = readiness.constFind(row.topic.id);
        if (readiness.isEmpty())
            continue;
        row.recall = found != readiness.cend() ? found->recall : 0;
        row.weak = found != readiness.cend() && found->weak;
        row.falling = found != readiness.cend() && found->falling;
    }
    return !readiness.isEmpty();
}

TopicId GuidePage::currentTopic() const
{
    return m_topics->currentIndex().data(TopicListModel::TopicIdRole).toLongLong();
}

void GuidePage::studyNext()
{
    if (m_next != 0)
        emit topicRequested(m_next);
}

void GuidePage::openCurrent()
{
    if (m_plan->holdsFocus())
        m_plan->openCurrent();
    else
        emit topicRequested(currentTopic());
}

void GuidePage::practiseCurrent()
{
    const PlanTask *task = m_plan->holdsFocus() ? m_plan->currentTask() : nullptr;
    if (task && task->kind != PlanTask::Kind::Topic) {
        emit pageRequested(PracticePageIndex);
        return;
    }
    const TopicId topic = task ? task->topic : currentTopic();
    const QString title = task ? task->title : m_topics->currentIndex().data().toString();
    const QList<QuestionId> questions =
        m_desk.questions.questionsOf(topic, m_level.tiers).valueOr({});
    if (questions.isEmpty())
        emit announced(tr("This topic has no question for your level"));
    else
        emit practiceRequested(title, questions);
}

void GuidePage::bookmarkCurrent()
{
    const PlanTask *task = m_plan->holdsFocus() ? m_plan->currentTask() : nullptr;
    if (task && task->topic != 0)
        m_desk.commands.toggleTopicBookmark(task->topic, task->title);
    else if (!task && currentTopic() != 0)
        m_desk.commands.toggleTopicBookmark(currentTopic(),
                                            m_topics->currentIndex().data().toString());
}
