// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/guide.h"
#include "model/plan/planquestion.h"
#include "model/plan/practicehabits.h"
#include "model/plan/studyplan.h"
#include "model/practice/reviewlog.h"

#include <QHash>

#include <vector>

struct Goal;

// A topic of the deck, and how much of it was recalled a week ago.
struct PlanTopic
{
    TopicId id = 0;
    QString title;
    double recallAWeekAgo = -1; // negative when that was not recorded
};

// All that a plan is made from, as one reading of the collection.
struct PlanSource
{
    Level level;
    QList<PlanTopic> topics;             // in must-study order
    std::vector<PlanQuestion> questions; // of the level, and others once practised
    QHash<TopicId, std::vector<std::size_t>>
        byTopic;                     // places in `questions`, of any of their topics
    std::vector<double> recall;      // of each today, by the learner's memory model
    std::vector<MemoryState> states; // of each, by that model; see planningState()
    PracticeHabits habits;
    int begun = 0;    // day of the first practice, of the last four weeks; today without any
    int planned = 0;  // days with time for practice, of the last four weeks and since the first
    int attended = 0; // of them with practice
    QHash<int, qint64> spent; // milliseconds, by day of the last four weeks
    int openDrills = 0;
    QList<int> interviews; // days of the last four weeks on which a mock interview was finished
    QList<PlanTask> tasks; // of the plan's present part, as kept; `done` is not worked out yet
};

// Reads what concerns a goal. `rules` are those by which memory is kept.
Result<PlanSource> readPlanSource(const Database &database, const Goal &goal,
                                  const MemoryRules &rules, int today);

// How the learner grades and how long it takes: from their last reviews, and before there are many,
// from what is usual.
Result<PracticeHabits> readHabits(const Database &database);

// Keeps the tasks of the part of a plan that began on a day, in place of those that were kept.
Status keepTasks(const Database &database, int begin, const QList<PlanTask> &tasks);
