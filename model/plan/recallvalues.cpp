// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/recallvalues.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double leastStability = 0.05; // days; the grid's ends
constexpr double mostStability = 4000;
constexpr int denseDays = 10; // each day up to here has values of its own
// However close the interview: what was left alone for months is not as fresh as what was not.
constexpr int longestElapsed = 400;

const double logLeast = std::log(leastStability);
const double logStep = (std::log(mostStability) - logLeast) / (StateGrid::stabilities - 1);
constexpr double difficultyStep = 9.0 / (StateGrid::difficulties - 1);

std::vector<int> elapsedDays()
{
    std::vector<int> days;
    for (int day = 0; day < longestElapsed; day += day < denseDays ? 1 : day / 5)
        days.push_back(day);
    days.push_back(longestElapsed);
    return days;
}

} // namespace

ReviewOutlook firstReview(const MemoryModel &model, const PracticeHabits &habits)
{
    ReviewOutlook outlook;
    outlook.chances = habits.firstGrades;
    for (std::size_t i = 0; i < outlook.after.size(); ++i)
        outlook.after[i] = model.first(Rating(int(i) + 1));
    outlook.after[0] = model.next(outlook.after[0], 0, Rating::Good);
    outlook.seconds = habits.secondsForNew();
    return outlook;
}

ReviewOutlook laterReview(const MemoryModel &model, const PracticeHabits &habits,
                          const MemoryState &state, double days)
{
    ReviewOutlook outlook;
    const double recall = model.recall(state, days);
    outlook.chances[0] = 1 - recall;
    for (std::size_t i = 0; i < habits.passGrades.size(); ++i)
        outlook.chances[i + 1] = recall * habits.passGrades[i];
    for (std::size_t i = 0; i < outlook.after.size(); ++i)
        outlook.after[i] = model.next(state, days, Rating(int(i) + 1));
    outlook.after[0] = model.next(outlook.after[0], 0, Rating::Good);
    outlook.seconds = habits.secondsForReview(recall);
    return outlook;
}

StateGrid::Place StateGrid::placeOf(const MemoryState &state)
{
    const double along =
        std::clamp((std::log(state.stability) - logLeast) / logStep, 0.0, double(stabilities - 1));
    const double across =
        std::clamp((state.difficulty - 1) / difficultyStep, 0.0, double(difficulties - 1));
    const int row = std::min(int(along), stabilities - 2);
    const int column = std::min(int(across), difficulties - 2);
    return {row * difficulties + column, float(along - row), float(across - column)};
}

MemoryState StateGrid::stateOf(int cell)
{
    const int row = cell / difficulties;
    const int column = cell % difficulties;
    return {std::exp(logLeast + row * logStep), 0, 1 + column * difficultyStep};
}

double StateGrid::interpolate(const float *values, const Place &place)
{
    const float *corner = values + place.cell;
    const float here = corner[0] + place.across * (corner[1] - corner[0]);
    corner += difficulties;
    const float there = corner[0] + place.across * (corner[1] - corner[0]);
    return double(here + place.along * (there - here));
}

ReviewTransitions::ReviewTransitions(std::shared_ptr<const MemoryModel> model,
                                     const PracticeHabits &habits, int horizon)
    : m_model(std::move(model))
    , m_habits(habits)
    , m_horizon(std::max(horizon, 1))
    , m_elapsed(elapsedDays())
{
    m_transitions.reserve(m_elapsed.size());
    for (const int days : m_elapsed) {
        std::vector<Transition> &layer = m_transitions.emplace_back(StateGrid::cells);
        for (int cell = 0; cell < StateGrid::cells; ++cell) {
            const ReviewOutlook review =
                laterReview(*m_model, m_habits, StateGrid::stateOf(cell), days);
            Transition &transition = layer[std::size_t(cell)];
            for (std::size_t i = 0; i < review.after.size(); ++i) {
                transition.after[i] = StateGrid::placeOf(review.after[i]);
                transition.chances[i] = float(review.chances[i]);
            }
            transition.seconds = float(review.seconds);
        }
    }
}

RecallValues::RecallValues(std::shared_ptr<const ReviewTransitions> transitions, double price,
                           const std::vector<float> &practised)
    : m_transitions(std::move(transitions))
    , m_price(price)
    , m_practised(practised)
    , m_layers(std::size_t(m_transitions->horizon()) + 1)
{
    for (int daysLeft = 0; daysLeft < int(m_layers.size()); ++daysLeft)
        solve(daysLeft);
}

double RecallValues::chanceOfPractice(int daysLeft) const
{
    return std::size_t(daysLeft) < m_practised.size() ? double(m_practised[std::size_t(daysLeft)])
                                                      : 1;
}

// A layer holds what to expect of a question at the beginning of a day.
void RecallValues::solve(int daysLeft)
{
    const std::vector<int> &elapsed = m_transitions->elapsed();
    Layer &layer = m_layers[std::size_t(daysLeft)];
    layer.value.resize(elapsed.size() * StateGrid::cells);
    layer.seconds.resize(layer.value.size());
    if (daysLeft == 0) {
        for (std::size_t i = 0; i < elapsed.size(); ++i) {
            for (int cell = 0; cell < StateGrid::cells; ++cell)
                layer.value[i * StateGrid::cells + std::size_t(cell)] =
                    float(m_transitions->model().recall(StateGrid::stateOf(cell), elapsed[i]));
        }
        return;
    }
    const Layer &tomorrow = m_layers[std::size_t(daysLeft) - 1];
    const auto chance = float(chanceOfPractice(daysLeft));
    // The state just after a review is that of tomorrow with one day elapsed.
    const float *valueAfter = tomorrow.value.data() + StateGrid::cells;
    const float *secondsAfter = tomorrow.seconds.data() + StateGrid::cells;
    for (std::size_t i = 0; i < elapsed.size(); ++i) {
        // One more day elapsed lies between two that have values.
        const std::size_t next = std::min(i + 1, elapsed.size() - 1);
        const float share = next == i ? 0.0F : 1.0F / float(elapsed[next] - elapsed[i]);
        const auto &transitions = m_transitions->after(i);
        for (std::size_t cell = 0; cell < transitions.size(); ++cell) {
            const std::size_t here = i * StateGrid::cells + cell;
            const std::size_t there = next * StateGrid::cells + cell;
            const float waiting =
                tomorrow.value[here] + share * (tomorrow.value[there] - tomorrow.value[here]);
            const float later =
                tomorrow.seconds[here] + share * (tomorrow.seconds[there] - tomorrow.seconds[here]);
            layer.value[here] = waiting;
            layer.seconds[here] = later;
            if (chance <= 0)
                continue;
            const ReviewTransitions::Transition &transition = transitions[cell];
            float reviewed = -float(m_price) * transition.seconds;
            for (std::size_t grade = 0; grade < transition.after.size(); ++grade)
                reviewed += transition.chances[grade] *
                            float(StateGrid::interpolate(valueAfter, transition.after[grade]));
            if (reviewed <= waiting)
                continue;
            float spent = transition.seconds;
            for (std::size_t grade = 0; grade < transition.after.size(); ++grade)
                spent += transition.chances[grade] *
                         float(StateGrid::interpolate(secondsAfter, transition.after[grade]));
            layer.value[here] += chance * (reviewed - waiting);
            layer.seconds[here] += chance * (spent - later);
        }
    }
}

Prospect RecallValues::ofWaiting(const MemoryState &state, int elapsed, int daysLeft) const
{
    if (daysLeft <= 0)
        return {m_transitions->model().recall(state, elapsed), 0};
    const Layer &tomorrow = m_layers[std::size_t(std::min(daysLeft, m_transitions->horizon())) - 1];
    const std::vector<int> &days = m_transitions->elapsed();
    const int then = std::clamp(elapsed + 1, 0, days.back());
    const auto above = std::lower_bound(days.begin(), days.end(), then);
    const auto upper = std::size_t(above - days.begin());
    const std::size_t lower = *above == then ? upper : upper - 1;
    const double share =
        upper == lower ? 0 : double(then - days[lower]) / (days[upper] - days[lower]);
    const StateGrid::Place place = StateGrid::placeOf(state);
    const auto at = [&](const std::vector<float> &layer) {
        const double low = StateGrid::interpolate(layer.data() + lower * StateGrid::cells, place);
        const double high = StateGrid::interpolate(layer.data() + upper * StateGrid::cells, place);
        return low + share * (high - low);
    };
    return {at(tomorrow.value), at(tomorrow.seconds)};
}

Prospect RecallValues::ofReview(const ReviewOutlook &review, int daysLeft) const
{
    Prospect expected{-m_price * review.seconds, review.seconds};
    for (std::size_t grade = 0; grade < review.after.size(); ++grade) {
        const Prospect then = ofWaiting(review.after[grade], 0, daysLeft);
        expected.value += review.chances[grade] * then.value;
        expected.seconds += review.chances[grade] * then.seconds;
    }
    return expected;
}

Prospect RecallValues::ofMeetingLater(const ReviewOutlook &first, int daysLeft, int noneNew) const
{
    Prospect later; // never
    for (int left = std::max(noneNew, 1); left < daysLeft && left <= m_transitions->horizon();
         ++left) {
        const Prospect met = ofReview(first, left);
        if (met.value <= later.value)
            continue;
        const double chance = chanceOfPractice(left);
        later.value += chance * (met.value - later.value);
        later.seconds += chance * (met.seconds - later.seconds);
    }
    return later;
}
