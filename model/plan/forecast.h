// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/outlook.h"
#include "model/plan/plansimulation.h"
#include "model/plan/plansource.h"

#include <stop_token>

struct SchedulePlan;

// Days that a plan runs without an interview ahead.
inline constexpr int daysWithoutDate = 28;

// The latest tables of values, for the next forecast if it is about the same.
struct LadderCache
{
    std::unique_ptr<PriceLadder> ladder;
    // What they were made from.
    QList<double> weights;
    PracticeHabits habits;
    std::vector<float> practised;
};

// What a worker finds out about a goal.
struct Forecast
{
    Outlook outlook;
    // How each day's questions are chosen; null without an interview ahead.
    std::shared_ptr<const DatePolicy> policy;
};

// Works it out by simulating learners who remember as the planning model says, an FSRS-6. Takes up
// to some seconds. Nothing once a stop is requested.
std::optional<Forecast> makeForecast(const PlanSource &source, const Goal &goal,
                                     const MemoryRules &rules,
                                     const std::shared_ptr<const MemoryModel> &planningModel,
                                     const SchedulePlan &schedule, int today, LadderCache &cache,
                                     const std::stop_token &stop);
