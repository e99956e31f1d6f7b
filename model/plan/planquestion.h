// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/memorymodel.h"
#include "model/questions/questionfilter.h"

#include <vector>

// A question as a plan sees it. Lists of them are in must-study order.
struct PlanQuestion
{
    QuestionId id = 0;
    TopicId topic = 0; // primary
    Tier tier = Tier::Basic;
    double weight = 1; // of its recall on the day; see weightInPlan()
    bool seen = false; // practised at least once
    MemoryState state; // of planning, if it was
    int lastDay = 0;   // study day of the last review

    // Towards readiness; one that does not is reviewed, but never begun.
    bool counts() const;
};

// Of questions outside the level.
inline constexpr double sideWeight = 0.25;

// That of a question which the level must study, or need not.
double weightInPlan(Tier tier, bool mustStudy);

// Planning knows FSRS-6 alone: a state of a model that mixes two rates of forgetting is planned
// with as one of the same interval.
MemoryState planningState(const MemoryModel &model, const MemoryState &state);

// The share recalled of questions that count, each by its weight; `recall` is one a question. 0 to
// 1, and 0 when none counts.
double weightedRecall(const std::vector<PlanQuestion> &questions,
                      const std::vector<double> &recall);
