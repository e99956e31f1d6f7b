// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/weekplan.h"

#include <algorithm>

namespace {

constexpr int daysOfWeek = 7;
constexpr int drillsAWeek = 6;
constexpr double reviewsOfADropped = 2; // that a question would ask for by the interview

QDate dateOf(int day)
{
    return QDate::fromJulianDay(day);
}

// Empty weeks: this one from its Monday, whole ones, and the last days. Nobody has planned for the
// days before they had `begun`.
QList<PlanWeek> emptyWeeks(const Goal &goal, int today, int end, bool dated, int begun)
{
    QList<PlanWeek> weeks;
    const int lastBegin = dated ? end - lastDays : end;
    for (int first = weekOf(today); first < lastBegin && today < lastBegin; first += daysOfWeek) {
        PlanWeek week;
        week.first = first;
        week.last = qMin(first + daysOfWeek, lastBegin) - 1;
        weeks.append(week);
    }
    if (dated && end > today) {
        PlanWeek last;
        last.first = lastBegin;
        last.last = end - 1;
        last.lastDays = true;
        weeks.append(last);
    }
    for (PlanWeek &week : weeks) {
        for (int day = qMax(week.first, begun); day <= week.last; ++day)
            week.minutes += goal.minutesOn(dateOf(day));
    }
    return weeks;
}

int unseenOf(const PlanSource &source, TopicId topic)
{
    return int(std::count_if(
        source.questions.begin(), source.questions.end(), [topic](const PlanQuestion &question) {
            return question.topic == topic && !question.seen && question.counts();
        }));
}

// New questions by topic, in the week in which the course begins them.
void addTopics(QList<PlanWeek> &weeks, const PlanSource &source, int today,
               const SimulatedPlan &course)
{
    for (const PlanTopic &topic : source.topics) {
        int left = unseenOf(source, topic.id);
        for (PlanWeek &week : weeks) {
            PlanTask task;
            task.topic = topic.id;
            task.title = topic.title;
            task.left = left;
            for (size_t i = 0; i < source.questions.size(); ++i) {
                const PlanQuestion &question = source.questions[i];
                const int begun = today + course.firstDays[i];
                if (question.topic != topic.id || question.seen || course.firstDays[i] < 0 ||
                    begun < week.first || begun > week.last)
                    continue;
                ++task.count;
                if (!task.tiers.contains(question.tier))
                    task.tiers.append(question.tier);
            }
            left -= task.count;
            if (task.count > 0)
                week.tasks.append(task);
        }
    }
}

void addDrills(QList<PlanWeek> &weeks, int open)
{
    auto rounds = int(std::count_if(weeks.cbegin(), weeks.cend(), [](const PlanWeek &week) {
        return !week.lastDays && week.minutes > 0;
    }));
    for (PlanWeek &week : weeks) {
        if (week.lastDays || week.minutes == 0 || open == 0)
            continue;
        PlanTask task;
        task.kind = PlanTask::Kind::Drills;
        task.left = open;
        task.count = qMin(drillsAWeek, (open + rounds - 1) / rounds);
        open -= task.count;
        --rounds;
        week.tasks.append(task);
    }
}

// The Saturday of a week if it has time for practice, or else the last day that has; 0 for none.
int mockDay(const PlanWeek &week, const Goal &goal, int today)
{
    int found = 0;
    for (int day = qMax(week.first, today); day <= week.last; ++day) {
        if (goal.minutesOn(dateOf(day)) == 0)
            continue;
        found = day;
        if (dateOf(day).dayOfWeek() == Qt::Saturday)
            break;
    }
    return found;
}

bool hasNew(const PlanWeek &week)
{
    return std::any_of(week.tasks.cbegin(), week.tasks.cend(),
                       [](const PlanTask &task) { return task.kind == PlanTask::Kind::Topic; });
}

// Every other week, and once more when all is said. Counted back from the interview, or without
// one from whenever, so that it is the same weeks however many of them have passed.
void addInterviews(QList<PlanWeek> &weeks, const Goal &goal, int today, int end, bool dated)
{
    const int anchor = dated ? weekOf(end) : 0; // day 0 was a Monday
    for (PlanWeek &week : weeks) {
        const int weeksAhead = (anchor - weekOf(week.first)) / daysOfWeek;
        PlanTask task;
        task.count = 1;
        task.day = mockDay(week, goal, today);
        if (task.day == 0)
            continue;
        if (week.lastDays && hasNew(week)) {
            continue; // there is no time for it
        } else if (week.lastDays) {
            task.kind = PlanTask::Kind::LastMock;
            task.day = 0;
            week.tasks.append(task);
        } else if (weeksAhead % 2 == 0 && weeksAhead != 0) {
            task.kind = PlanTask::Kind::MockInterview;
            week.tasks.append(task);
        }
    }
}

void addReviews(QList<PlanWeek> &weeks)
{
    for (PlanWeek &week : weeks) {
        PlanTask task;
        task.kind = PlanTask::Kind::Reviews;
        if (!hasNew(week) && week.minutes > 0)
            week.tasks.prepend(task);
    }
}

// How much of this week's tasks practice has done.
void countDone(PlanWeek &week, const PlanSource &source)
{
    for (PlanTask &task : week.tasks) {
        switch (task.kind) {
        case PlanTask::Kind::Topic:
            task.done = qBound(0, task.left - unseenOf(source, task.topic), task.count);
            break;
        case PlanTask::Kind::Drills:
            task.done = qBound(0, task.left - source.openDrills, task.count);
            break;
        case PlanTask::Kind::MockInterview:
        case PlanTask::Kind::LastMock:
            task.done = int(std::count_if(source.interviews.cbegin(), source.interviews.cend(),
                                          [&week](int day) { return day >= week.first; }));
            task.done = qMin(task.done, task.count);
            break;
        case PlanTask::Kind::Reviews: break;
        }
    }
}

void addDropped(StudyPlan &plan, const PlanSource &source, const SimulatedPlan &course)
{
    int count = 0;
    for (const PlanTopic &topic : source.topics) {
        DroppedTopic dropped{topic.id, topic.title, 0};
        for (size_t i = 0; i < source.questions.size(); ++i) {
            const PlanQuestion &question = source.questions[i];
            dropped.count += question.topic == topic.id && question.counts() && !question.seen &&
                             course.firstDays[i] < 0;
        }
        if (dropped.count == 0)
            continue;
        plan.dropped.append(dropped);
        count += dropped.count;
    }
    const double each =
        source.habits.secondsForNew() + reviewsOfADropped * source.habits.secondsForReview(0.9);
    plan.minutesShort = qRound(count * each / 60);
}

} // namespace

bool isAhead(const Goal &goal, int today)
{
    const qint64 day = goal.interview.toJulianDay();
    return goal.interview.isValid() && day >= today && day <= today + longestPlan;
}

int partBegin(const Goal &goal, int today)
{
    const int lastBegin = int(goal.interview.toJulianDay()) - lastDays;
    return isAhead(goal, today) && today >= lastBegin ? lastBegin : weekOf(today);
}

StudyPlan makeStudyPlan(const PlanSource &source, const Goal &goal, int today, int end,
                        const SimulatedPlan &course)
{
    const bool dated = isAhead(goal, today);
    StudyPlan plan;
    plan.end = end;
    plan.dated = dated;
    plan.weeks = emptyWeeks(goal, today, end, dated, qMin(source.begun, today));
    addTopics(plan.weeks, source, today, course);
    addDrills(plan.weeks, source.openDrills);
    addInterviews(plan.weeks, goal, today, end, dated);
    addReviews(plan.weeks);
    if (!plan.weeks.isEmpty()) {
        PlanWeek &present = plan.weeks.first();
        if (!source.tasks.isEmpty())
            present.tasks = source.tasks;
        qint64 spent = 0;
        for (int day = present.first; day <= today; ++day)
            spent += source.spent.value(day);
        present.spent = int(spent / 60'000);
        countDone(present, source);
    }
    if (dated && end > today)
        addDropped(plan, source, course);
    return plan;
}
