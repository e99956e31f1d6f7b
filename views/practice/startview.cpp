// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/startview.h"

#include "model/plan/guidestore.h"
#include "model/practice/interviewstore.h"
#include "model/settings.h"
#include "views/common/banner.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/flowlayout.h"
#include "views/common/panes.h"
#include "views/common/segmentedcontrol.h"
#include "views/common/typography.h"
#include "views/practice/duebox.h"
#include "views/practice/lastsessionbox.h"
#include "views/practice/roundcard.h"
#include "views/practice/topicdialog.h"
#include "views/practice/weekchart.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace {

constexpr int pageMargin = 44;
constexpr int narrowestSide = 240;
constexpr int widestSide = 336;
constexpr int unseenAtOnce = 10;
constexpr int newChoices[] = {0, 1, 2, 3, 5, 8, 10, 15, 20, 30, 50};
constexpr AnswerMode modes[] = {AnswerMode::Type, AnswerMode::Speak, AnswerMode::Think}; // as shown

QLabel *sectionLabel(const QString &text, QWidget *parent, QFont::Weight weight = QFont::DemiBold)
{
    auto *label = new QLabel(text, parent);
    setTextStyle(label, TextStyle::Small, weight);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

// "Transactions, Caching and Async".
QString inWords(const QStringList &names)
{
    if (names.size() < 2)
        return names.value(0);
    return StartView::tr("%1 and %2")
        .arg(names.mid(0, names.size() - 1).join(u", "_s), names.constLast());
}

} // namespace

StartView::StartView(const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_banner(new Banner(this))
    , m_date(sectionLabel({}, this, QFont::Normal))
    , m_dueBox(new DueBox(this))
    , m_weak(new RoundCard(u"target"_s, tr("Weak topics"), u"2"_s, this))
    , m_bookmarked(new RoundCard(u"bookmark"_s, tr("Bookmarked"), u"3"_s, this))
    , m_quickTen(new RoundCard(u"stack"_s, tr("Quick ten"), u"4"_s, this))
    , m_interview(new RoundCard(u"interview"_s, tr("Mock interview"), u"5"_s, this))
    , m_drills(new RoundCard(u"code"_s, tr("Code drills"), u"6"_s, this))
    , m_last(new LastSessionBox(this))
    , m_week(new WeekChart(this))
    , m_mode(new SegmentedControl({tr("Typing"), tr("Speaking"), tr("Thinking")}, this))
    , m_newPerDay(new QComboBox(this))
    , m_timer(new QCheckBox(tr("Show the timer"), this))
{
    auto *title = new QLabel(tr("Practice"), this);
    setTextStyle(title, TextStyle::Title);
    auto *heading = new QHBoxLayout;
    heading->addWidget(title, 1);
    heading->addWidget(m_date);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(buildRounds(), 3);
    columns->addWidget(buildSide(), 1);

    auto *page = new QWidget;
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(pageMargin, 24, pageMargin, 24);
    pageLayout->setSpacing(12);
    pageLayout->addLayout(heading);
    pageLayout->addLayout(columns, 1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    page->setBackgroundRole(QPalette::AlternateBase);
    area->viewport()->setBackgroundRole(QPalette::AlternateBase);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(area, 1);

    connect(m_dueBox, &DueBox::mainChosen, this, [this] { startRound(Due); });
    connect(m_dueBox, &DueBox::unseenChosen, this, [this] { startRound(Unseen); });
    connect(m_dueBox, &DueBox::topicsChosen, this, &StartView::chooseTopics);
    connect(m_dueBox, &DueBox::againChosen, this, &StartView::againChosen);
    connect(m_dueBox, &DueBox::giveUpChosen, this, &StartView::giveUpChosen);
    connect(m_last, &LastSessionBox::practiseChosen, this,
            [this](const QList<QuestionId> &questions) {
                emit roundChosen(tr("Missed points"), questions);
            });
}

QWidget *StartView::buildRounds()
{
    m_weak->setObjectName(u"weakRound"_s);
    m_bookmarked->setObjectName(u"bookmarkedRound"_s);
    m_quickTen->setObjectName(u"quickTenRound"_s);
    m_interview->setObjectName(u"interviewRound"_s);
    m_drills->setObjectName(u"drillRound"_s);
    const std::pair<RoundCard *, Round> cards[] = {{m_weak, Weak},
                                                   {m_bookmarked, Bookmarked},
                                                   {m_quickTen, QuickTen},
                                                   {m_interview, Interview},
                                                   {m_drills, Drills}};
    for (const auto &[card, round] : cards) {
        connect(card, &QAbstractButton::clicked, this,
                [this, number = int(round)] { startRound(number); });
    }
    auto *shortRounds = new QHBoxLayout;
    auto *rehearsal = new QHBoxLayout;
    for (QHBoxLayout *row : {shortRounds, rehearsal})
        row->setSpacing(16);
    for (RoundCard *card : {m_weak, m_bookmarked, m_quickTen})
        shortRounds->addWidget(card);
    rehearsal->addWidget(m_interview);
    rehearsal->addWidget(m_drills);

    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_dueBox);
    layout->addSpacing(16);
    layout->addWidget(sectionLabel(tr("Short rounds"), this));
    layout->addLayout(shortRounds);
    layout->addSpacing(16);
    layout->addWidget(sectionLabel(tr("Rehearsal"), this));
    layout->addLayout(rehearsal);
    layout->addSpacing(16);
    layout->addWidget(ruler(this));
    layout->addSpacing(8);
    layout->addWidget(buildOptions());
    layout->addStretch(1);
    return column;
}

QWidget *StartView::buildSide()
{
    auto *week = new Box(this);
    auto *title = new QLabel(tr("Next seven days"), week);
    setTextStyle(title, TextStyle::Heading);
    week->content()->addWidget(title);
    week->content()->addWidget(m_week);
    m_week->setObjectName(u"weekChart"_s);
    auto *side = new QWidget(this);
    side->setMinimumWidth(narrowestSide);
    side->setMaximumWidth(widestSide);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_last);
    layout->addWidget(week);
    layout->addStretch(1);
    return side;
}

QWidget *StartView::buildOptions()
{
    auto *row = new QWidget(this);
    m_mode->setObjectName(u"answerMode"_s);
    const auto *const mode = std::find(std::begin(modes), std::end(modes),
                                       AnswerMode(m_desk.settings.value(Setting::answerMode)));
    m_mode->setCurrent(mode == std::end(modes) ? 0 : int(mode - std::begin(modes)));
    m_newPerDay->setObjectName(u"newPerDay"_s);
    m_newPerDay->setAccessibleName(tr("New questions a day"));
    m_newPerDay->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const int count : newChoices)
        m_newPerDay->addItem(QString::number(count), count);
    m_timer->setObjectName(u"showTimer"_s);
    setTextStyle(m_timer, TextStyle::Small);
    m_timer->setChecked(m_desk.settings.value(Setting::showTimer));
    // Each with its label, on as many lines as a narrow window needs.
    auto *layout = new FlowLayout(row, 32);
    const std::pair<QString, QWidget *> parts[] = {
        {tr("I answer by"), m_mode}, {tr("New questions a day"), m_newPerDay}, {{}, m_timer}};
    for (const auto &[name, control] : parts) {
        auto *part = new QWidget(row);
        part->setMinimumHeight(scaled(32)); // one line for all, whatever their own height
        auto *pair = new QHBoxLayout(part);
        pair->setContentsMargins(0, 0, 0, 0);
        pair->setSpacing(12);
        if (!name.isEmpty())
            pair->addWidget(sectionLabel(name, part, QFont::Normal));
        pair->addWidget(control);
        layout->addWidget(part);
    }
    layout->addItem(new QSpacerItem(0, 0)); // the layout sends its last to the right
    connect(m_mode, &SegmentedControl::chosen, this, [this](int place) {
        m_desk.settings.set(Setting::answerMode, int(modes[size_t(place)]));
    });
    connect(m_newPerDay, &QComboBox::activated, this, [this] {
        SchedulePlan plan = m_desk.scheduler.plan();
        plan.newPerDay = m_newPerDay->currentData().toInt();
        m_desk.commands.setPlan(plan);
    });
    connect(m_timer, &QCheckBox::toggled, this, [this](bool on) {
        m_desk.settings.set(Setting::showTimer, on);
        emit timerToggled(on);
    });
    return row;
}

AnswerMode StartView::mode() const
{
    return modes[size_t(m_mode->current())];
}

template <typename T>
T StartView::shown(const Result<T> &result)
{
    if (!result.ok())
        m_banner->showError(result.error());
    return result.valueOr({});
}

void StartView::refresh(const std::optional<SessionRecord> &paused)
{
    m_banner->clear();
    const Moment now = Moment::now();
    m_date->setText(QLocale().toString(QDate::currentDate(), tr("dddd d MMMM")));
    m_due = shown(m_desk.scheduler.due(now));
    m_paused = paused.has_value();
    if (paused)
        m_dueBox->showPaused(*paused);
    else
        m_dueBox->showDue(m_due, now);
    m_dueBox->setUnseen(int(shown(m_desk.practice.unseen()).size()));
    m_week->setWeek(m_due.week, QDate::fromJulianDay(now.day));
    m_newPerDay->setCurrentIndex(m_newPerDay->findData(m_desk.scheduler.plan().newPerDay));
    const bool dated = m_desk.scheduler.isDated(now);
    m_newPerDay->setEnabled(!dated);
    m_newPerDay->setToolTip(dated ? tr("The plan to your interview decides how many")
                                  : tr("Questions not practised before that a day brings"));
    showRounds();
    showInterview();
    showDrills();
    m_last->show(shown(m_desk.practice.lastSession()), shown(m_desk.scheduler.stubbornPoints()));
}

void StartView::showRounds()
{
    m_weakList = shown(m_desk.scheduler.weak(Moment::now()));
    const auto weak = int(m_weakList.topics.size());
    QStringList names;
    for (const WeakTopic &topic : m_weakList.topics.mid(0, 3))
        names.append(topic.topic.title);
    m_weak->setContent(
        weak, tr("topic(s) half forgotten", nullptr, weak),
        weak == 0 ? tr("None so far: you would recall most of what you practised.")
        : weak > names.size()
            ? tr("%1 and others. Up to ten questions, weakest first.").arg(names.join(u", "_s))
            : tr("%1. Up to ten questions, weakest first.").arg(inWords(names)));
    const int starred = int(shown(m_desk.practice.bookmarked()).size());
    m_bookmarked->setContent(starred, tr("question(s) you starred", nullptr, starred),
                             starred > 0 ? tr("Due or not, in random order. Grades still count.")
                                         : tr("Star questions with B to fill this."));
    m_quickTen->setContent(int(shown(m_desk.practice.quickTen()).size()), tr("mixed questions"),
                           tr("Ones you know and new ones, from every tier."));
}

void StartView::showInterview()
{
    const QList<Level> levels = shown(m_desk.guide.levels());
    const auto level = std::find_if(levels.cbegin(), levels.cend(), [this](const Level &each) {
        return each.key == m_desk.guide.goal().level;
    });
    int count = 0;
    qint64 time = 0;
    QStringList parts;
    if (level != levels.cend()) {
        const QList<int> mix = interviewMix(*level);
        for (const Tier tier : allTiers) {
            const int ofTier = mix.value(int(tier));
            count += ofTier;
            time += ofTier * timeAllowed(tier);
            if (ofTier > 0)
                parts.append(u"%1 %2"_s.arg(ofTier).arg(tierTitle(tier).toLower()));
        }
    }
    QString text = inWords(parts) + u'.';
    if (const auto last = shown(m_desk.interviews.last())) {
        const auto days = int(last->started.date().daysTo(QDate::currentDate()));
        text += u' ' + (days == 0
                            ? tr("Last score %1%, today.").arg(last->score)
                            : tr("Last score %1%, %n day(s) ago.", nullptr, days).arg(last->score));
    }
    m_interview->setContent(count, tr("questions against the clock, %1 min").arg(time / 60'000),
                            text);
}

void StartView::showDrills()
{
    const QList<DrillRow> rows = shown(m_desk.practice.drills());
    m_openDrills.clear();
    QString next;
    for (const DrillRow &row : rows) {
        if (row.solved)
            continue;
        if (m_openDrills.isEmpty())
            next = row.title;
        m_openDrills.append(row.id);
    }
    const auto solved = int(rows.size() - m_openDrills.size());
    if (m_openDrills.isEmpty()) { // once more, then
        for (const DrillRow &row : rows)
            m_openDrills.append(row.id);
    }
    const QString what = tr("Write a query, a model or a view, then compare it with the answer.");
    m_drills->setContent(int(rows.size()), tr("drills, %1 solved").arg(solved),
                         next.isEmpty() ? what : what + u' ' + tr("Next: %1.").arg(next));
}

void StartView::startRound(int round)
{
    switch (round) {
    case Due:
        if (m_paused)
            emit continueChosen();
        else if (!m_due.questions.isEmpty())
            emit roundChosen(tr("Due now"), m_due.questions);
        else if (!m_due.extra.isEmpty())
            emit roundChosen(tr("Beyond today's minutes"), m_due.extra);
        else
            startRound(QuickTen);
        break;
    case Weak: choose(tr("Weak topics"), m_weakList.questions); break;
    case Bookmarked: choose(tr("Bookmarked"), m_desk.practice.bookmarked()); break;
    case QuickTen: choose(tr("Quick ten"), m_desk.practice.quickTen()); break;
    case Interview:
        if (m_interview->isEnabled())
            emit interviewChosen();
        break;
    case Drills:
        if (!m_openDrills.isEmpty())
            emit drillsChosen(tr("Code drills"), m_openDrills);
        break;
    case Unseen: choose(tr("Unseen"), shown(m_desk.practice.unseen()).mid(0, unseenAtOnce)); break;
    default: break;
    }
}

void StartView::chooseTopics()
{
    TopicDialog dialog(m_desk, this);
    if (dialog.exec() == QDialog::Accepted)
        choose(dialog.title(), dialog.questions());
}

void StartView::choose(const QString &title, const Result<QList<QuestionId>> &questions)
{
    const QList<QuestionId> list = shown(questions);
    if (!list.isEmpty())
        emit roundChosen(title, list);
}

void StartView::focusMain()
{
    m_dueBox->focusMain();
}
