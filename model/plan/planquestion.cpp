// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/planquestion.h"

#include "model/practice/interview.h"

bool PlanQuestion::counts() const
{
    return weight > sideWeight;
}

double weightInPlan(Tier tier, bool mustStudy)
{
    return mustStudy ? pointWeight(tier) : sideWeight;
}

MemoryState planningState(const MemoryModel &model, const MemoryState &state)
{
    return {model.interval(state, 0.9), 0, state.difficulty};
}

double weightedRecall(const std::vector<PlanQuestion> &questions, const std::vector<double> &recall)
{
    double recalled = 0;
    double all = 0;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (!questions[i].counts())
            continue;
        recalled += questions[i].weight * recall[i];
        all += questions[i].weight;
    }
    return all > 0 ? recalled / all : 0;
}
