// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/datepolicy.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double lowestPrice = 2e-6; // recall per second; more reviews would add less than this
constexpr double stepsPerDoubling = 3;

} // namespace

PriceLadder::PriceLadder(std::shared_ptr<const ReviewTransitions> transitions,
                         const std::vector<float> &practised)
    : m_transitions(std::move(transitions))
    , m_practised(practised)
{
}

std::shared_ptr<const RecallValues> PriceLadder::at(int step)
{
    std::shared_ptr<const RecallValues> &values = m_values[step];
    if (!values)
        values = std::make_shared<RecallValues>(
            m_transitions, lowestPrice * std::exp2(step / stepsPerDoubling), m_practised);
    return values;
}

int PriceLadder::stepsFor(double weight)
{
    return int(std::lround(stepsPerDoubling * std::log2(weight)));
}

std::vector<double> weightsOf(const std::vector<PlanQuestion> &questions)
{
    std::vector<double> weights;
    double sum = 0;
    int unseen = 0;
    for (const PlanQuestion &question : questions) {
        if (std::find(weights.begin(), weights.end(), question.weight) == weights.end())
            weights.push_back(question.weight);
        if (!question.seen) {
            sum += question.weight;
            ++unseen;
        }
    }
    weights.push_back(unseen > 0 ? sum / unseen : 1);
    return weights;
}

DatePolicy::DatePolicy(const PolicyRule &rule, PriceLadder &ladder, int priceStep,
                       const std::vector<double> &weights)
    : m_rule(rule)
    , m_transitions(ladder.transitions())
    , m_first(firstReview(m_transitions->model(), m_transitions->habits()))
    , m_newWeight(weights.back())
{
    if (rule.kind != PolicyRule::Kind::Priced)
        return;
    for (const double weight : weights) {
        const int steps = PriceLadder::stepsFor(weight);
        m_values.try_emplace(steps, ladder.at(priceStep - steps));
    }
}

const RecallValues &DatePolicy::valuesFor(double weight) const
{
    const auto found = m_values.find(PriceLadder::stepsFor(weight));
    return *(found != m_values.end() ? found : m_values.begin())->second;
}

Standing DatePolicy::greedyOfSeen(const MemoryState &state, int elapsed, int daysLeft,
                                  double weight) const
{
    const MemoryModel &model = m_transitions->model();
    const ReviewOutlook review = laterReview(model, m_transitions->habits(), state, elapsed);
    double gain = -model.recall(state, elapsed + daysLeft);
    for (std::size_t i = 0; i < review.after.size(); ++i)
        gain += review.chances[i] * model.recall(review.after[i], daysLeft);
    return {weight * gain / review.seconds, review.seconds, gain > 0};
}

Standing DatePolicy::ofSeen(const MemoryState &state, int elapsed, int daysLeft,
                            double weight) const
{
    const MemoryModel &model = m_transitions->model();
    if (m_rule.kind == PolicyRule::Kind::Greedy)
        return greedyOfSeen(state, elapsed, daysLeft, weight);
    if (m_rule.kind == PolicyRule::Kind::Retention) {
        const double recall = model.recall(state, elapsed);
        const bool due =
            elapsed >= std::max(1.0, std::round(model.interval(state, m_rule.retention)));
        return {2 - recall, m_transitions->habits().secondsForReview(recall), due};
    }
    const RecallValues &values = valuesFor(weight);
    const ReviewOutlook review = laterReview(model, m_transitions->habits(), state, elapsed);
    const double gain =
        values.ofReview(review, daysLeft).value - values.ofWaiting(state, elapsed, daysLeft).value;
    // Time that is left over today has no other use: whatever adds anything is worth it.
    return {weight * gain / review.seconds, review.seconds,
            gain + values.price() * review.seconds > 0};
}

Standing DatePolicy::ofNew(int daysLeft) const
{
    const double seconds = m_first.seconds;
    if (daysLeft < m_rule.noneNew)
        return {0, seconds, false};
    if (m_rule.kind == PolicyRule::Kind::Retention)
        return {0, seconds, true}; // after all that is due
    if (m_rule.kind == PolicyRule::Kind::Greedy) {
        double recall = 0;
        for (std::size_t i = 0; i < m_first.after.size(); ++i)
            recall +=
                m_first.chances[i] * m_transitions->model().recall(m_first.after[i], daysLeft);
        return {m_newWeight * recall / seconds, seconds, true};
    }
    const RecallValues &values = valuesFor(m_newWeight);
    const double gain = values.ofReview(m_first, daysLeft).value -
                        values.ofMeetingLater(m_first, daysLeft, m_rule.noneNew).value;
    return {m_newWeight * gain / seconds, seconds, gain + values.price() * seconds > 0};
}

int DatePolicy::waitAfter(const MemoryState &state, int daysLeft, double weight) const
{
    if (m_rule.kind != PolicyRule::Kind::Priced)
        return 0;
    const RecallValues &values = valuesFor(weight);
    for (int wait = 1; wait < daysLeft - 1; ++wait) {
        const ReviewOutlook review =
            laterReview(m_transitions->model(), m_transitions->habits(), state, wait);
        if (values.ofReview(review, daysLeft - wait).value >=
            values.ofWaiting(state, wait, daysLeft - wait).value)
            return wait;
    }
    return std::max(1, daysLeft - 1);
}

double DatePolicy::expectedSeconds(const std::vector<PlanQuestion> &questions, int day,
                                   int daysLeft) const
{
    const RecallValues &ofNew = valuesFor(m_newWeight);
    const Prospect met = ofNew.ofReview(m_first, daysLeft);
    const Prospect metLater = ofNew.ofMeetingLater(m_first, daysLeft, m_rule.noneNew);
    const bool now = daysLeft >= m_rule.noneNew && met.value > metLater.value;
    const double secondsOfNew = now ? met.seconds : metLater.seconds;
    double seconds = 0;
    for (const PlanQuestion &question : questions) {
        if (!question.seen) {
            seconds += secondsOfNew;
            continue;
        }
        const RecallValues &values = valuesFor(question.weight);
        const int elapsed = std::max(0, day - question.lastDay);
        const Prospect waiting = values.ofWaiting(question.state, elapsed, daysLeft);
        if (elapsed == 0) {
            seconds += waiting.seconds;
            continue;
        }
        const Prospect reviewed = values.ofReview(
            laterReview(m_transitions->model(), m_transitions->habits(), question.state, elapsed),
            daysLeft);
        seconds += reviewed.value > waiting.value ? reviewed.seconds : waiting.seconds;
    }
    return seconds;
}

int findPrice(PriceLadder &ladder, const PolicyRule &rule,
              const std::vector<PlanQuestion> &questions, int day, int daysLeft, double seconds,
              int nearStep)
{
    const std::vector<double> weights = weightsOf(questions);
    const auto fits = [&](int step) {
        return DatePolicy(rule, ladder, step, weights).expectedSeconds(questions, day, daysLeft) <=
               seconds;
    };
    int step = std::clamp(nearStep, 0, PriceLadder::steps - 1);
    if (rule.kind != PolicyRule::Kind::Priced)
        return step; // as good as any
    if (fits(step)) {
        while (step > 0 && fits(step - 1))
            --step;
    } else {
        while (step < PriceLadder::steps - 1 && !fits(++step)) {
        }
    }
    return step;
}
