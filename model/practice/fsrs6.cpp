// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/fsrs6.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

double clampStability(double stability)
{
    return std::clamp(stability, Fsrs6::shortestStability, fsrs::longestStability);
}

// The most that the same-day weights may be when a question that was forgotten passes `steps` of
// them; from weights in the box.
double sameDayCeiling(std::span<const double> weights, int steps)
{
    const double loss =
        std::log(weights[11]) + std::log(std::exp2(weights[13]) - 1) + 0.3 * weights[14];
    return std::clamp(std::sqrt(std::max(-loss / steps, 0.0)), 0.01, 2.0);
}

// FSRS-4.5 moved difficulty in a straight line and knew no same-day reviews.
void upgradeFrom17(QList<double> &weights)
{
    weights[4] += 2 * weights[5];
    weights[5] = std::log(3 * weights[5] + 1) / 3;
    weights[6] += 0.5;
    weights += {0, 0};
}

// FSRS-5 forgot at one rate for all, and same-day reviews helped whatever the stability.
void upgradeFrom19(QList<double> &weights)
{
    weights += {0, 0.5};
}

} // namespace

void Fsrs6::clip(std::span<double> weights, const ModelOptions &options)
{
    fsrs::clamp(weights.first(std::min<std::size_t>(weights.size(), 19)), box);
    if (weights.size() > 18 && options.relearningSteps > 1) {
        const double ceiling = sameDayCeiling(weights, options.relearningSteps);
        weights[17] = std::min(weights[17], ceiling);
        weights[18] = std::min(weights[18], ceiling);
    }
    if (weights.size() > 19)
        weights[19] =
            std::clamp(weights[19], options.longTermOnly ? 0 : box[19].least, box[19].most);
    if (weights.size() > 20)
        weights[20] = std::clamp(weights[20], box[20].least, box[20].most);
}

QList<double> Fsrs6::legalWeights(QList<double> weights, const ModelOptions &options)
{
    if (!fsrs::areFinite(weights))
        return {};
    // Clipped in their own version, so that upgrading takes no logarithm of what has none, and
    // before the upgrade from 19 appends a 0 that the box does not hold.
    switch (weights.size()) {
    case 17:
        clip(weights, options);
        upgradeFrom17(weights);
        [[fallthrough]];
    case 19:
        clip(weights, options);
        upgradeFrom19(weights);
        return weights;
    case 21: clip(weights, options); return weights;
    default: return {};
    }
}

Fsrs6::Fsrs6(const QList<double> &legalWeights, bool longTermOnly)
    : m_weights(legalWeights)
    , m_decay(-legalWeights.at(20))
    , m_factor(std::pow(0.9, 1 / m_decay) - 1)
    , m_longTermOnly(longTermOnly)
{
    Q_ASSERT(m_weights.size() == qsizetype(defaultWeights.size()));
}

QString Fsrs6::key() const
{
    return u"fsrs6"_s;
}

const QList<double> &Fsrs6::weights() const
{
    return m_weights;
}

bool Fsrs6::countsWholeDays() const
{
    return true;
}

MemoryState Fsrs6::first(Rating rating) const
{
    return {clampStability(m_weights[int(rating) - 1]), 0,
            fsrs::clampDifficulty(fsrs::initialDifficulty(m_weights, rating))};
}

MemoryState Fsrs6::next(const MemoryState &before, double days, Rating rating) const
{
    const double recalled = recall(before, days);
    const double change = -m_weights[6] * (int(rating) - 3);
    MemoryState after;
    if (days < 1 && !m_longTermOnly)
        after.stability = afterSameDay(before.stability, rating);
    else if (rating == Rating::Again)
        after.stability = afterForgetting(before, recalled);
    else
        after.stability = afterRecall(before, recalled, rating);
    after.stability = clampStability(after.stability);
    after.difficulty = fsrs::nextDifficulty(m_weights, before.difficulty, change, m_weights[7]);
    return after;
}

double Fsrs6::afterSameDay(double stability, Rating rating) const
{
    const double growth = std::exp(m_weights[17] * (int(rating) - 3 + m_weights[18])) *
                          std::pow(stability, -m_weights[19]);
    return stability * (rating == Rating::Again ? growth : std::max(growth, 1.0));
}

double Fsrs6::afterForgetting(const MemoryState &before, double recalled) const
{
    const double left = m_weights[11] * std::pow(before.difficulty, -m_weights[12]) *
                        (std::pow(before.stability + 1, m_weights[13]) - 1) *
                        std::exp(m_weights[14] * (1 - recalled));
    // Room for what a relearning step on the same day will add.
    const double most = m_longTermOnly ? before.stability
                                       : before.stability / std::exp(m_weights[17] * m_weights[18]);
    return std::min(left, most);
}

double Fsrs6::afterRecall(const MemoryState &before, double recalled, Rating rating) const
{
    const double growth = std::exp(m_weights[8]) * (11 - before.difficulty) *
                          std::pow(before.stability, -m_weights[9]) *
                          std::expm1(m_weights[10] * (1 - recalled));
    const double hard = rating == Rating::Hard ? m_weights[15] : 1;
    const double easy = rating == Rating::Easy ? m_weights[16] : 1;
    return before.stability * (1 + growth * hard * easy);
}

double Fsrs6::recall(const MemoryState &state, double days) const
{
    return std::pow(1 + m_factor * days / state.stability, m_decay);
}

double Fsrs6::interval(const MemoryState &state, double retention) const
{
    return state.stability / m_factor * (std::pow(retention, 1 / m_decay) - 1);
}
