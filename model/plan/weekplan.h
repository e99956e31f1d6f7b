// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/goal.h"
#include "model/plan/plansimulation.h"
#include "model/plan/plansource.h"

// Lays out, week by week, what comes of a plan: `course` is how a usual learner fares with it from
// `today` on. This week's tasks are those of the source if it has any. `dated` tells an interview
// at `end` from four weeks without one.
StudyPlan makeStudyPlan(const PlanSource &source, const Goal &goal, int today, int end, bool dated,
                        const SimulatedPlan &course);
