// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/goal.h"
#include "model/plan/plansimulation.h"
#include "model/plan/plansource.h"

// An interview that is further away, in days, is as good as none so far.
inline constexpr int longestPlan = 730;

// Whether an interview lies ahead, on this day or later.
bool isAhead(const Goal &goal, int today);
// The day on which the present part of the plan began: Monday, or the first of the last days.
int partBegin(const Goal &goal, int today);

// Lays out, week by week, what comes of a plan: `course` is how a usual learner fares with it from
// `today` on. The present part's tasks are those of the source if it has any. `end` is the
// interview, or where a plan without one ends.
StudyPlan makeStudyPlan(const PlanSource &source, const Goal &goal, int today, int end,
                        const SimulatedPlan &course);
