// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of ts-fsrs 5.4: learning steps, the order of the buttons, and fuzz.

#include "model/practice/spacing.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace {

constexpr int mostDays = 36500;

// A value for each rating, Again first.
template <typename T>
using PerRating = std::array<T, 4>;

std::size_t indexOf(Rating rating)
{
    return std::size_t(rating) - 1;
}

int longestDays(const SpacingRules &rules)
{
    return std::clamp(rules.longest, 1, mostDays);
}

bool wasLearned(LearningPhase phase)
{
    return phase == LearningPhase::Review || phase == LearningPhase::Relearning;
}

// A number from 0 up to, not including, 1, by the splitmix64 generator.
double draw(quint64 seed, int reviews)
{
    constexpr quint64 gamma = 0x9e3779b97f4a7c15;
    quint64 bits = seed + gamma * (quint64(reviews) + 1);
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    bits ^= bits >> 31;
    return double(bits >> 11) * 0x1p-53;
}

MemoryState stateAfter(const MemoryModel &model, const Memory &before, double elapsed,
                       Rating rating)
{
    return before.phase == LearningPhase::New
               ? model.first(rating)
               : model.next(before.state, std::max(elapsed, 0.0), rating);
}

// The minutes of the step that a rating leads to; none when it leads to days.
std::optional<int> step(const SpacingRules &rules, const Memory &before, Rating rating)
{
    const QList<int> &steps = wasLearned(before.phase) ? rules.relearning : rules.learning;
    if (rules.longTermOnly || steps.isEmpty())
        return {};
    if (before.phase == LearningPhase::Review && rating != Rating::Again)
        return {};
    switch (rating) {
    case Rating::Again: return steps.first();
    case Rating::Hard: // between the first two steps, or half as long again as the only one
        return (steps.size() > 1 ? steps[0] + steps[1] + 1 : 3 * steps[0] + 1) / 2;
    case Rating::Good:
        if (before.step + 1 < steps.size())
            return steps[before.step + 1];
        return {};
    case Rating::Easy: return {};
    }
    Q_UNREACHABLE();
}

int stepWait(int minutes)
{
    const int days = minutes / minutesPerDay;
    return days > 0 ? days * minutesPerDay : std::max(minutes, 1);
}

// The days until recall has fallen to what is aimed at. `drawn` is the same for all ratings, which
// keeps the days in order, since a longer interval never has an earlier fuzz range.
int interval(const MemoryModel &model, const SpacingRules &rules, const MemoryState &state,
             double elapsed, double drawn)
{
    const int longest = longestDays(rules);
    const double exact = model.interval(state, rules.retention);
    const int days = exact < longest ? std::max(qRound(exact), 1) : longest;
    if (!rules.fuzz || days < 2.5)
        return days;
    const int elapsedDays = int(std::clamp(elapsed, 0.0, double(mostDays)));
    const auto [least, most] = fuzzRange(days, elapsedDays, longest);
    return least + int(drawn * (most - least + 1));
}

// Keeps the buttons at least a day apart where they differ in meaning.
void spread(PerRating<int> &days, const SpacingRules &rules, LearningPhase phase)
{
    auto &[again, hard, good, easy] = days;
    if (rules.longTermOnly) {
        again = std::min(again, hard);
        hard = std::max(hard, again + 1);
    } else if (phase == LearningPhase::Review) {
        hard = std::min(hard, good);
    } else {
        return;
    }
    good = std::max(good, hard + 1);
    easy = std::max(easy, good + 1);
}

PerRating<int> waits(const MemoryModel &model, const SpacingRules &rules, const Memory &before,
                     const PerRating<MemoryState> &states, double elapsed, quint64 seed)
{
    const double drawn = draw(seed, before.reviews);
    PerRating<int> days{};
    for (std::size_t i = 0; i < days.size(); ++i)
        days[i] = interval(model, rules, states[i], elapsed, drawn);
    spread(days, rules, before.phase);

    const int longest = longestDays(rules);
    PerRating<int> result{};
    for (const Rating rating : allRatings) {
        const std::size_t i = indexOf(rating);
        const std::optional<int> minutes = step(rules, before, rating);
        result[i] = minutes ? stepWait(*minutes) : std::min(days[i], longest) * minutesPerDay;
    }
    // Odd steps or weights can still put the buttons out of order, and steps can be longer than the
    // longest wait. The worse answer then gives way, down from Easy, which never leads to a step:
    // coming back early does less harm than coming back late.
    for (std::size_t i = result.size() - 1; i > 0; --i)
        result[i - 1] = std::min(result[i - 1], result[i]);
    return result;
}

Memory memoryAfter(const Memory &before, const MemoryState &state, Rating rating, int wait)
{
    Memory after{.state = state, .reviews = before.reviews + 1, .lapses = before.lapses};
    if (before.phase == LearningPhase::Review && rating == Rating::Again)
        ++after.lapses;
    if (wait >= minutesPerDay) {
        after.phase = LearningPhase::Review;
        return after;
    }
    after.phase = wasLearned(before.phase) ? LearningPhase::Relearning : LearningPhase::Learning;
    if (rating != Rating::Again)
        after.step = rating == Rating::Good ? before.step + 1 : before.step;
    return after;
}

} // namespace

std::array<Outcome, 4> outcomes(const MemoryModel &model, const SpacingRules &rules,
                                const Memory &before, double elapsed, quint64 seed)
{
    PerRating<MemoryState> states;
    for (const Rating rating : allRatings)
        states[indexOf(rating)] = stateAfter(model, before, elapsed, rating);
    const PerRating<int> minutes = waits(model, rules, before, states, elapsed, seed);

    std::array<Outcome, 4> result;
    for (const Rating rating : allRatings) {
        const std::size_t i = indexOf(rating);
        result[i] = {memoryAfter(before, states[i], rating, minutes[i]), minutes[i]};
    }
    return result;
}

Memory afterReview(const MemoryModel &model, const Memory &before, double elapsed, Rating rating,
                   int wait)
{
    return memoryAfter(before, stateAfter(model, before, elapsed, rating), rating, wait);
}

std::pair<int, int> fuzzRange(double days, int elapsed, int longest)
{
    // A day either way, and a share of the interval that shrinks from band to band.
    const double reach = 1 + 0.15 * std::max(std::min(days, 7.0) - 2.5, 0.0) +
                         0.10 * std::max(std::min(days, 20.0) - 7, 0.0) +
                         0.05 * std::max(days - 20, 0.0);
    const double centre = std::min(days, double(longest));
    int least = std::max(qRound(centre - reach), 2);
    const int most = std::min(qRound(centre + reach), longest);
    if (centre > elapsed)
        least = std::max(least, elapsed + 1);
    return {std::min(least, most), most};
}
