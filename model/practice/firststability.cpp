// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/firststability.h"

#include "model/practice/prediction.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace {

constexpr WeightRange range = Fsrs6::box[0]; // of a stability after a first review

void dropOutliers(std::map<int, RecallCount> &delays, int longest)
{
    struct Group
    {
        int days = 0;
        int asked = 0;
    };

    std::vector<Group> groups;
    int total = 0;
    for (const auto &[days, count] : delays) {
        groups.push_back({days, count.asked});
        total += count.asked;
    }
    std::sort(groups.begin(), groups.end(), [](const Group &a, const Group &b) {
        return a.asked != b.asked ? a.asked < b.asked : a.days > b.days;
    });
    const int tail = std::max(20, total / 20);
    int dropped = 0;
    for (const Group &group : groups) {
        const bool rare = dropped + group.asked < tail;
        if (rare)
            dropped += group.asked;
        if (rare || group.asked < 6 || group.days > longest)
            delays.erase(group.days);
    }
}

// The share recalled of a group is drawn towards that of the whole log, by one more review.
double lossOf(const std::map<int, RecallCount> &delays, double stability, double meanRecall,
              const Fsrs6 &model)
{
    double loss = 0;
    for (const auto &[days, count] : delays) {
        const double share = (count.recalled + meanRecall) / (count.asked + 1);
        const double recall = model.recall({stability}, days);
        loss +=
            count.asked * (share * logLoss(recall, true) + (1 - share) * logLoss(recall, false));
    }
    return loss;
}

// Ternary search: the loss falls up to the best stability and rises from there.
double bestStability(const std::map<int, RecallCount> &delays, double usual, double meanRecall,
                     const Fsrs6 &model)
{
    const auto cost = [&](double stability) {
        return lossOf(delays, stability, meanRecall, model) + std::abs(stability - usual) / 16;
    };
    auto [low, high] = range;
    while (high - low > 1e-6) {
        const double third = (high - low) / 3;
        if (cost(low + third) < cost(high - third))
            high -= third;
        else
            low += third;
    }
    return (low + high) / 2;
}

void putInOrder(PerRating<double> &stabilities, const PerRating<int> &counts)
{
    constexpr std::pair<size_t, size_t> pairs[] = {{0, 1}, {1, 2}, {2, 3}, {0, 2}, {1, 3}, {0, 3}};
    for (const auto &[worse, better] : pairs) {
        if (counts[worse] == 0 || counts[better] == 0 || stabilities[worse] <= stabilities[better])
            continue;
        if (counts[worse] > counts[better])
            stabilities[better] = stabilities[worse];
        else
            stabilities[worse] = stabilities[better];
    }
}

// The logarithm of Hard's stability lies at `hardShare` of the way from Good's to Again's, that of
// Good's at `goodShare` from Easy's to Hard's.
constexpr double hardShare = 0.41;
constexpr double goodShare = 0.46;

using Logarithms = PerRating<std::optional<double>>;

// Fills in the middle one of three neighbours from both others.
void fillBetween(std::optional<double> &middle, const std::optional<double> &low,
                 const std::optional<double> &high, double share)
{
    if (!middle && low && high)
        middle = share * *low + (1 - share) * *high;
}

// Fills in the outer ones of three neighbours from both others.
void fillBeyond(std::optional<double> &low, const std::optional<double> &middle,
                std::optional<double> &high, double share)
{
    if (!low && middle && high)
        low = (*middle - (1 - share) * *high) / share;
    if (!high && low && middle)
        high = (*middle - share * *low) / (1 - share);
}

// Fills in two or three known ones, first what lies between others and then what lies beyond.
void fillGaps(Logarithms &logs)
{
    auto &[again, hard, good, easy] = logs;
    if (again && easy && !hard && !good) {
        const double fromOuter = hardShare * *again + (1 - hardShare) * (1 - goodShare) * *easy;
        hard = fromOuter / (1 - (1 - hardShare) * goodShare);
    }
    fillBetween(hard, again, good, hardShare);
    fillBetween(good, hard, easy, goodShare);
    fillBeyond(again, hard, good, hardShare);
    fillBeyond(hard, good, easy, goodShare);
    fillBeyond(again, hard, good, hardShare);
}

} // namespace

FirstRecalls firstRecallsOf(const std::vector<ReviewHistory> &histories)
{
    FirstRecalls recalls;
    for (const ReviewHistory &history : histories) {
        const auto first = std::find_if(history.cbegin(), history.cend(), isItem);
        if (first == history.cend())
            continue;
        RecallCount &count = recalls[indexOf(history.front().rating)][first->days];
        ++count.asked;
        count.recalled += first->rating != Rating::Again;
    }
    return recalls;
}

PerRating<int> countsOf(const FirstRecalls &recalls)
{
    PerRating<int> counts{};
    for (size_t i = 0; i < counts.size(); ++i) {
        for (const auto &[days, count] : recalls[i])
            counts[i] += count.asked;
    }
    return counts;
}

void dropOutliers(FirstRecalls &recalls)
{
    for (const Rating rating : allRatings)
        dropOutliers(recalls[indexOf(rating)], rating == Rating::Easy ? 365 : 100);
}

PerRating<double> firstStabilities(const FirstRecalls &recalls, double meanRecall,
                                   const Fsrs6 &model)
{
    const PerRating<double> usual = firstFour(model.weights());
    PerRating<double> stabilities = usual;
    for (size_t i = 0; i < stabilities.size(); ++i) {
        if (!recalls[i].empty())
            stabilities[i] = bestStability(recalls[i], usual[i], meanRecall, model);
    }
    return orderedStabilities(stabilities, countsOf(recalls), usual);
}

PerRating<double> orderedStabilities(PerRating<double> stabilities, const PerRating<int> &counts,
                                     const PerRating<double> &defaults)
{
    putInOrder(stabilities, counts);
    Logarithms logs;
    double scale = 1;
    int known = 0;
    for (size_t i = 0; i < logs.size(); ++i) {
        if (counts[i] == 0)
            continue;
        logs[i] = std::log(stabilities[i]);
        scale = stabilities[i] / defaults[i];
        ++known;
    }
    if (known > 1)
        fillGaps(logs);
    for (size_t i = 0; i < logs.size(); ++i) {
        const double filled = logs[i] ? std::exp(*logs[i]) : scale * defaults[i];
        if (counts[i] == 0)
            stabilities[i] = std::clamp(filled, range.least, range.most);
    }
    return stabilities;
}

PerRating<double> firstFour(std::span<const double> weights)
{
    return {weights[0], weights[1], weights[2], weights[3]};
}
