// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/goal.h"
#include "model/plan/studyplan.h"

// What may be expected of the learner's memory. Readiness is the expected share of the level's
// questions recalled, 0 to 1: each weighs as its tier does, see pointWeight(), and those not yet
// practised count as forgotten. Days are Julian day numbers, see QDate.

// A topic's must-study questions; one on several topics counts in each.
struct TopicReadiness
{
    TopicId topic = 0;
    QString title;
    int questions = 0;
    int seen = 0;         // of them practised at least once
    double recall = 0;    // readiness today, of this topic alone
    bool falling = false; // lower than a week ago by five points or more
    // Begun, and yet less than half is recalled, or it is falling: worth a bookmark.
    bool weak = false;
};

struct ForecastDay
{
    int day = 0;
    // Readiness on this day; the range holds nine simulated learners of ten.
    double followed = 0; // if the plan is followed
    double low = 0;
    double high = 0;
    double stopped = 0; // if practice stopped now
    double reviews = 0; // questions that come back on this day, by the plan
    double fresh = 0;   // and new ones
    double minutes = 0; // that they take
};

// All that the plan's worker knows, as of one moment.
struct Outlook
{
    Goal goal;
    int today = 0;    // 0 before the first
    int end = 0;      // the interview, or four weeks from today without one ahead
    double ready = 0; // today
    int questions = 0;
    int seen = 0;
    int solid = 0;                // with a stability of 21 days and more
    QList<TopicReadiness> topics; // in must-study order
    QList<ForecastDay> days;      // from today to `end`, both included
    StudyPlan plan;

    bool isDated() const { return goal.interview.isValid() && goal.interview.toJulianDay() == end; }
};
