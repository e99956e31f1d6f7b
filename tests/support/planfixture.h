// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/outlook.h"

// Outlooks as a planner might give them, made up.

// A Monday.
inline const QDate planToday(2026, 10, 12);

// Names as long as those of a real deck; their ids are their places, from 1.
inline QStringList planTopics()
{
    using namespace Qt::StringLiterals;
    return {u"ORM & queries"_s, u"Models & migrations"_s,    u"Request cycle & middleware"_s,
            u"Views & URLs"_s,  u"Transactions & locking"_s, u"Caching & performance"_s};
}

inline PlanTask topicTask(TopicId topic, const QString &title, int count, int left,
                          const QList<Tier> &tiers, int done = 0)
{
    return {PlanTask::Kind::Topic, topic, title, tiers, count, left, done};
}

// 23 days to an interview, with every kind of task.
inline Outlook fullOutlook(const QString &level = {}, const QDate &today = planToday)
{
    using Kind = PlanTask::Kind;
    Outlook outlook;
    const int first = int(today.toJulianDay());
    outlook.today = first;
    outlook.end = first + 24;
    outlook.goal.level = level;
    outlook.goal.interview = today.addDays(24);
    outlook.goal.minutes = 25;
    outlook.ready = 0.64;
    outlook.questions = 148;
    const QStringList titles = planTopics();
    const double recalls[] = {0.78, 0.70, 0.66, 0.82, 0.38, 0.41};
    for (int i = 0; i < titles.size(); ++i) {
        const double recall = recalls[i];
        outlook.topics.append({i + 1, titles.at(i), 16 + i, 12, recall, i == 1, recall < 0.5});
    }
    for (int day = first; day <= outlook.end; ++day) {
        const double followed = 0.64 + 0.17 * (day - first) / 24;
        outlook.days.append({day, followed, followed - 0.05, followed + 0.05, 0.5, 8, 4, 25});
    }
    const QList<Tier> all{Tier::Basic, Tier::Intermediate, Tier::Advanced};
    PlanTask done = topicTask(1, titles.at(0), 4, 4, {Tier::Intermediate}, 4);
    const PlanTask some = topicTask(2, titles.at(1), 8, 17, all, 3);
    const PlanTask whole = topicTask(5, titles.at(4), 20, 20, all);
    const PlanTask drills{Kind::Drills, 0, {}, {}, 6};
    const PlanTask mock{Kind::MockInterview, 0, {}, {}, 1, 0, 0, first + 12};
    const PlanTask caching = topicTask(6, titles.at(5), 11, 21, all);
    const PlanTask views = topicTask(4, titles.at(3), 9, 19, all);
    const PlanTask reviews{Kind::Reviews, 0, {}, {}};
    const PlanTask last{Kind::LastMock, 0, {}, {}, 1, 0, 0, first + 22};
    StudyPlan &plan = outlook.plan;
    plan.weeks = {{first, first + 6, false, 175, 19, {done, some, whole, drills}},
                  {first + 7, first + 13, false, 175, 0, {caching, mock}},
                  {first + 14, first + 20, false, 175, 0, {views}},
                  {first + 21, first + 23, true, 75, 0, {reviews, last}}};
    plan.end = outlook.end;
    plan.dated = true;
    return outlook;
}

// The same with too little time for it.
inline Outlook shortOutlook(const QString &level = {}, const QDate &today = planToday)
{
    using namespace Qt::StringLiterals;
    Outlook outlook = fullOutlook(level, today);
    outlook.plan.minutesShort = 150;
    outlook.plan.dropped = {{7, u"Signals"_s, 6}, {8, u"Admin"_s, 4}};
    return outlook;
}

// Four weeks without a date.
inline Outlook undatedOutlook(const QString &level = {}, const QDate &today = planToday)
{
    Outlook outlook = fullOutlook(level, today);
    outlook.goal.interview = QDate();
    outlook.end = outlook.today + 28;
    outlook.plan.end = outlook.end;
    outlook.plan.dated = false;
    outlook.plan.weeks.last().lastDays = false;
    return outlook;
}

// More than a year: 57 weeks.
inline Outlook longOutlook()
{
    Outlook outlook = fullOutlook();
    outlook.end = outlook.today + 399;
    outlook.goal.interview = QDate::fromJulianDay(outlook.end);
    PlanWeek week = outlook.plan.weeks.at(2);
    outlook.plan.weeks = outlook.plan.weeks.mid(0, 2);
    while (outlook.plan.weeks.size() < 57) {
        week.first = outlook.plan.weeks.constLast().first + 7;
        week.last = week.first + 6;
        outlook.plan.weeks.append(week);
    }
    outlook.plan.end = outlook.end;
    return outlook;
}
