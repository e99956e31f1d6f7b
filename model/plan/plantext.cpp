// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/plantext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// The context of this file's translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(PlanText)
};

constexpr int namedDropped = 4;
constexpr int fewLeft = 6;   // questions
constexpr int extraStep = 5; // minutes; a finer advice would pretend to know

QString countWord(int count)
{
    const QString words[] = {
        Text::tr("One"), Text::tr("Two"),   Text::tr("Three"), Text::tr("Four"), Text::tr("Five"),
        Text::tr("Six"), Text::tr("Seven"), Text::tr("Eight"), Text::tr("Nine"), Text::tr("Ten")};
    return count >= 1 && count <= int(std::size(words)) ? words[count - 1] : QString::number(count);
}

// Of a single tier, and few enough to be an end in sight; empty for others.
QString lastFew(const PlanTask &task)
{
    if (task.tiers.size() != 1 || task.count > fewLeft)
        return {};
    switch (task.tiers.constFirst()) {
    case Tier::Basic: return Text::tr("%1: finish the last %n basic", nullptr, task.count);
    case Tier::Intermediate:
        return Text::tr("%1: finish the last %n intermediate", nullptr, task.count);
    case Tier::Advanced: return Text::tr("%1: finish the last %n advanced", nullptr, task.count);
    case Tier::Scenario: return Text::tr("%1: finish the last %n scenario(s)", nullptr, task.count);
    }
    return {}; // a damaged row
}

QString topicText(const PlanTask &task, bool begun)
{
    if (task.count <= 0)
        return task.title;
    if (task.count < task.left)
        return Text::tr("%1, %n new", nullptr, task.count).arg(task.title);
    if (!begun)
        return Text::tr("%1, all %n", nullptr, task.count).arg(task.title);
    const QString few = lastFew(task);
    return few.isEmpty() ? Text::tr("%1, the last %n", nullptr, task.count).arg(task.title)
                         : few.arg(task.title);
}

QString dayText(int day)
{
    return QLocale().toString(QDate::fromJulianDay(day), Text::tr("d MMM"));
}

// From today to the day before the end: how many days have time, and how much in all.
std::pair<int, int> daysAndMinutes(const Outlook &outlook)
{
    int days = 0;
    int minutes = 0;
    for (int day = outlook.today; day < outlook.end; ++day) {
        const int planned = outlook.goal.minutesOn(QDate::fromJulianDay(day));
        days += planned > 0;
        minutes += planned;
    }
    return {days, minutes};
}

PlanState shortState(const Outlook &outlook, int days)
{
    const int missing = outlook.plan.minutesShort;
    PlanState state;
    state.remedy = PlanState::Remedy::ChangePlan;
    state.text = missing > 0
                     ? Text::tr("There is not enough time for everything: about %1 are missing.")
                           .arg(minutesText(missing))
                     : Text::tr("There is not enough time for everything.");
    QStringList parts;
    if (!outlook.plan.dropped.isEmpty())
        parts.append(Text::tr("Dropped: %1.").arg(droppedText(outlook.plan)));
    const int each = (missing + days - 1) / qMax(1, days);
    const int extra = (each + extraStep - 1) / extraStep * extraStep;
    if (missing > 0 && outlook.goal.minutes + extra <= mostMinutes)
        parts.append(Text::tr("%n minute(s) more a day would do.", nullptr, extra));
    else if (missing > 0)
        parts.append(Text::tr("A later date would help, or more minutes on some days."));
    state.detail = parts.join(u' ');
    return state;
}

} // namespace

QString taskText(const PlanTask &task, bool begun)
{
    switch (task.kind) {
    case PlanTask::Kind::Topic: return topicText(task, begun);
    case PlanTask::Kind::Drills:
        return Text::tr("%1 code drill(s)", nullptr, task.count).arg(countWord(task.count));
    case PlanTask::Kind::MockInterview:
        return task.day > 0
                   ? Text::tr("Mock interview, %1")
                         .arg(QLocale().dayName(QDate::fromJulianDay(task.day).dayOfWeek()))
                   : Text::tr("Mock interview");
    case PlanTask::Kind::Reviews: return Text::tr("Reviews and weak points only");
    case PlanTask::Kind::LastMock: return Text::tr("One full mock, nothing new after it");
    }
    return task.title; // a damaged row
}

QString taskText(const StudyPlan &plan, const QList<TopicReadiness> &topics, qsizetype week,
                 qsizetype task)
{
    const PlanTask &asked = plan.weeks.at(week).tasks.at(task);
    // What the task itself has led to so far is no beginning before it.
    int before = 0;
    for (const TopicReadiness &topic : topics) {
        if (topic.topic == asked.topic)
            before = topic.seen;
    }
    for (const PlanTask &each : plan.weeks.constFirst().tasks) {
        if (each.kind == PlanTask::Kind::Topic && each.topic == asked.topic)
            before -= each.done;
    }
    for (qsizetype earlier = 0; earlier < week; ++earlier) {
        for (const PlanTask &each : plan.weeks.at(earlier).tasks) {
            if (each.kind == PlanTask::Kind::Topic && each.topic == asked.topic)
                before += each.count;
        }
    }
    return taskText(asked, before > 0);
}

QString weekTitle(const StudyPlan &plan, qsizetype week)
{
    if (plan.weeks.at(week).lastDays)
        return Text::tr("Last days");
    return week == 0 ? Text::tr("This week") : Text::tr("Week %1").arg(week + 1);
}

QString daysText(int first, int last)
{
    if (first >= last)
        return dayText(last);
    const QDate from = QDate::fromJulianDay(first);
    const QDate to = QDate::fromJulianDay(last);
    const QString start = from.month() == to.month() ? QString::number(from.day()) : dayText(first);
    return Text::tr("%1 to %2").arg(start, dayText(last));
}

QString endText(int end, int today)
{
    const QDate day = QDate::fromJulianDay(end);
    const bool sameYear = day.year() == QDate::fromJulianDay(today).year();
    return QLocale().toString(day, sameYear ? Text::tr("dddd d MMM") : Text::tr("d MMM yyyy"));
}

QString weekText(const StudyPlan &plan, qsizetype week)
{
    const PlanWeek &shown = plan.weeks.at(week);
    const QString days = daysText(shown.first, shown.last);
    if (week > 0 || shown.minutes <= 0)
        return days;
    return Text::tr("%1, %2 of %3 min").arg(days).arg(shown.spent).arg(shown.minutes);
}

QString minutesText(int minutes)
{
    const int hours = minutes / 60;
    const int rest = minutes % 60;
    if (hours == 0)
        return Text::tr("%1 min").arg(minutes);
    return rest == 0 ? Text::tr("%1 h").arg(hours) : Text::tr("%1 h %2 min").arg(hours).arg(rest);
}

QString percentText(double share)
{
    return Text::tr("%1%").arg(qRound(100 * share));
}

QString effortText(const Goal &goal)
{
    QStringList off;
    bool differs = false;
    for (int day = 0; day < int(goal.weekdays.size()); ++day) {
        const int minutes = goal.weekdays.at(size_t(day));
        if (minutes == 0)
            off.append(QLocale().dayName(day + 1));
        else if (minutes != Goal::asUsual && minutes != goal.minutes)
            differs = true;
    }
    if (off.size() == int(goal.weekdays.size()))
        return Text::tr("No time planned");
    QString text = differs || !off.isEmpty() ? Text::tr("about %1 min a day").arg(goal.minutes)
                                             : Text::tr("%1 min a day").arg(goal.minutes);
    if (off.size() == 1)
        text = Text::tr("%1, %2 off").arg(text, off.constFirst());
    else if (!off.isEmpty())
        text = Text::tr("%1, %n day(s) off", nullptr, int(off.size())).arg(text);
    return text;
}

QString droppedText(const StudyPlan &plan)
{
    QStringList names;
    for (const DroppedTopic &topic : plan.dropped.mid(0, namedDropped))
        names.append(Text::tr("%1 (%2)").arg(topic.title).arg(topic.count));
    const int more = int(plan.dropped.size()) - namedDropped;
    const QString list = names.join(u", "_s);
    return more > 0 ? Text::tr("%1 and %n more", nullptr, more).arg(list) : list;
}

PlanState planState(const Outlook &outlook)
{
    const auto [days, minutes] = daysAndMinutes(outlook);
    if (outlook.isDated() && outlook.today >= outlook.end)
        return {Text::tr("The interview is today."), Text::tr("Nothing more to plan. Good luck."),
                PlanState::Remedy::None};
    if (minutes == 0)
        return {Text::tr("No time is planned."),
                Text::tr("Every day up to the end is a day off. Give some days a few minutes, and "
                         "there is a plan."),
                PlanState::Remedy::ChangePlan};
    PlanState state;
    if (outlook.plan.minutesShort > 0 || !outlook.plan.dropped.isEmpty()) {
        state = shortState(outlook, days);
    } else {
        state.text = Text::tr("On track.");
        state.detail =
            Text::tr("If you miss a day, its work is spread over the days that are left.");
    }
    if (outlook.isDated())
        return state;
    const bool passed =
        outlook.goal.interview.isValid() && outlook.goal.interview.toJulianDay() < outlook.today;
    const QString undated = passed ? Text::tr("The interview's day has passed.")
                                   : Text::tr("No date set: the plan runs four weeks from today.");
    if (state.remedy == PlanState::Remedy::None)
        return {undated, passed ? Text::tr("The plan runs four weeks from today.") : QString(),
                PlanState::Remedy::SetDate};
    state.detail += u' ' + undated;
    return state;
}
