// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/memorymodel.h"
#include "model/questions/questionfilter.h"

// A question as a plan sees it. Lists of them are in must-study order.
struct PlanQuestion
{
    QuestionId id = 0;
    TopicId topic = 0; // primary
    Tier tier = Tier::Basic;
    double weight = 1; // of its recall on the day; see weightOf()
    bool seen = false; // practised at least once
    MemoryState state; // of FSRS-6, if it was
    int lastDay = 0;   // study day of the last review
};

// Weights of questions outside the level, which are reviewed but never begun.
inline constexpr double sideWeight = 0.25;
