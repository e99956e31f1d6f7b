// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/review.h"

#include <QList>

#include <algorithm>
#include <cmath>
#include <span>

// The values, both included, that a weight may take.
struct WeightRange
{
    double least;
    double most;
};

// What FSRS-6 and FSRS-7 have in common; for their sources, not for callers.
namespace fsrs {

inline constexpr double longestStability = 36500; // days

inline double clampDifficulty(double difficulty)
{
    return std::clamp(difficulty, 1.0, 10.0);
}

// Not clamped, as the difficulty that later ones drift to must not be.
inline double initialDifficulty(const QList<double> &weights, Rating rating)
{
    return weights[4] - std::exp(weights[5] * (int(rating) - 1)) + 1;
}

// The difficulty after a review that moves it by `change`, of which less takes effect the nearer it
// is to 10; a part `drift` of the way it returns to that of an easy question.
inline double nextDifficulty(const QList<double> &weights, double before, double change,
                             double drift)
{
    const double moved = before + change * (10 - before) / 9;
    return clampDifficulty(drift * initialDifficulty(weights, Rating::Easy) + (1 - drift) * moved);
}

inline void clamp(std::span<double> weights, std::span<const WeightRange> box)
{
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = std::clamp(weights[i], box[i].least, box[i].most);
}

inline bool areFinite(const QList<double> &weights)
{
    return std::all_of(weights.begin(), weights.end(), [](double w) { return std::isfinite(w); });
}

} // namespace fsrs
