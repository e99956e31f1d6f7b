// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/fsrs6.h"
#include "model/practice/reviewhistory.h"

#include <array>
#include <map>
#include <span>

// One value for each rating, Again first.
template <typename T>
using PerRating = std::array<T, 4>;

// How often, after a first rating and a number of days, something was recalled.
struct RecallCount
{
    int asked = 0;
    int recalled = 0;
};

// The first items of all histories, by the first rating and then by days.
using FirstRecalls = PerRating<std::map<int, RecallCount>>;

// The place of a rating in what is kept for each.
inline size_t indexOf(Rating rating)
{
    return size_t(rating) - 1;
}

FirstRecalls firstRecallsOf(const std::vector<ReviewHistory> &histories);

// How often each rating came first.
PerRating<int> countsOf(const FirstRecalls &recalls);

// Takes out delays too rare, or too long, to say much about a rating: the smallest groups while
// together they stay under 20 items and under a twentieth of the rating's, whichever is more; of
// the others those under 6 items, or beyond 100 days (365 after Easy).
void dropOutliers(FirstRecalls &recalls);

// The stability, in days, after a first review of each rating, with which a model predicts
// `recalls` best. They stay near the first four of its weights where there is little to go by;
// `meanRecall`, 0 to 1, is the share recalled in the whole log. Ratings not among `recalls` follow
// from the others as in orderedStabilities(); with none at all it is the model's own.
PerRating<double> firstStabilities(const FirstRecalls &recalls, double meanRecall,
                                   const Fsrs6 &model);

// `stabilities` so that no better rating has less: the one of each pair out of order that was
// counted less often takes the value of the other. Those never counted follow from their
// neighbours: between them in a fixed proportion of logarithms, or, with only one known, in the
// proportion of `defaults`.
PerRating<double> orderedStabilities(PerRating<double> stabilities, const PerRating<int> &counts,
                                     const PerRating<double> &defaults);

// The first four weights.
PerRating<double> firstFour(std::span<const double> weights);
