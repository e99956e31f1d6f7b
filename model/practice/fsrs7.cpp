// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/fsrs7.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double shortestStability = 1e-4; // days
constexpr double freshFast =
    0.8; // of the slow stability; after a first review, and at most after Again
constexpr double highestRetention = 0.9999;

double clampStability(double stability)
{
    return std::clamp(stability, shortestStability, fsrs::longestStability);
}

double clampDecay(double decay)
{
    return std::clamp(decay, 0.01, 0.95);
}

// A power of time that starts at 1.
struct Forgetting
{
    double rate; // per day
    double decay;

    double recall(double days) const { return std::pow(1 + rate * days, -decay); }
};

} // namespace

// How one memory fades: two curves, mixed.
struct Fsrs7::Curve
{
    Forgetting fast;
    Forgetting slow;
    double fastPart; // of the mix, 0 to 1

    double recall(double days) const
    {
        const double mixed = fastPart * fast.recall(days) + (1 - fastPart) * slow.recall(days);
        return mixed * (1 - 2e-5) + 1e-5; // never certain, either way
    }
};

void Fsrs7::clip(std::span<double, 34> weights)
{
    fsrs::clamp(weights, box);
    for (std::size_t i = 1; i < 4; ++i)
        weights[i] = std::max(weights[i], weights[i - 1]);
    weights[26] = std::max(weights[26], weights[25]);
}

QList<double> Fsrs7::legalWeights(QList<double> weights)
{
    if (weights.size() != qsizetype(box.size()) || !fsrs::areFinite(weights))
        return {};
    clip(std::span<double, 34>(weights.data(), box.size()));
    return weights;
}

Fsrs7::Fsrs7(const QList<double> &legalWeights)
    : m_weights(legalWeights)
{
    Q_ASSERT(m_weights.size() == qsizetype(box.size()));
}

QString Fsrs7::key() const
{
    return u"fsrs7"_s;
}

const QList<double> &Fsrs7::weights() const
{
    return m_weights;
}

bool Fsrs7::countsWholeDays() const
{
    return false;
}

MemoryState Fsrs7::first(Rating rating) const
{
    const double stability = clampStability(m_weights[int(rating) - 1]);
    return {stability, clampStability(freshFast * stability),
            fsrs::clampDifficulty(fsrs::initialDifficulty(m_weights, rating))};
}

MemoryState Fsrs7::next(const MemoryState &before, double days, Rating rating) const
{
    const Curve fading = curve(before);
    const double recalled = fading.recall(days);
    const double fastRecalled = fading.fast.recall(days);
    double change = -m_weights[6] * (int(rating) - 3);

    MemoryState after;
    after.stability = nextStability(before.stability, before.difficulty, recalled, rating, 7);
    after.fast = nextStability(before.fast, before.difficulty, fastRecalled, rating, 15);
    if (rating == Rating::Again) {
        after.fast = clampStability(std::min(after.fast, freshFast * after.stability));
        change *= recalled + 0.1; // forgetting says less of a question that was due to be forgotten
    }
    after.difficulty = fsrs::nextDifficulty(m_weights, before.difficulty, change, 0.01);
    return after;
}

// Of either part; its weights begin at `offset`.
double Fsrs7::nextStability(double stability, double difficulty, double recalled, Rating rating,
                            qsizetype offset) const
{
    const double *w = m_weights.constData() + offset;
    const double forgotten = std::min(stability, w[3] * (std::pow(stability + 1, w[4]) - 1) *
                                                     std::exp((1 - recalled) * w[5]));
    if (rating == Rating::Again)
        return clampStability(forgotten);
    const double growth = std::exp(w[0] - 1.5) * (11 - difficulty) * std::pow(stability, -w[1]) *
                          std::expm1((1 - recalled) * w[2]);
    const double hard = rating == Rating::Hard ? w[6] : 1;
    const double easy = rating == Rating::Easy ? w[7] : 1;
    return clampStability(std::max(forgotten, stability * (1 + growth * hard * easy)));
}

Fsrs7::Curve Fsrs7::curve(const MemoryState &state) const
{
    const auto &w = m_weights;
    const double extra = state.difficulty - 5; // difficulty
    const double fastDecay = clampDecay(w[23] * std::pow(state.fast, w[33] - 0.3));
    const double slowDecay = clampDecay(w[24]);
    // The limit keeps the fast part finite where it decays slowly.
    const double fastRate = std::expm1(std::min(-std::log(w[25]) / fastDecay, 60.0));
    const double slowRate = (std::pow(w[26], -1 / slowDecay) - 1) * std::exp(extra * (w[32] - 0.3));
    const double fastWeight = w[27] * std::pow(state.fast, -w[29]);
    const double slowWeight =
        w[28] * std::pow(state.stability, w[30]) * std::exp(extra * (w[31] - 0.5));
    return {{fastRate / state.fast, fastDecay},
            {slowRate / state.stability, slowDecay},
            fastWeight / (fastWeight + slowWeight)};
}

double Fsrs7::recall(const MemoryState &state, double days) const
{
    return curve(state).recall(days);
}

double Fsrs7::interval(const MemoryState &state, double retention) const
{
    if (retention >= highestRetention)
        return 0;
    const Curve fading = curve(state);
    if (fading.recall(fsrs::longestStability) >= retention)
        return fsrs::longestStability;
    // The sum of two powers has no inverse, but it only falls. The steps are halves of a logarithm,
    // for intervals range from less than a second to a century.
    double early = std::log(1e-40);
    double late = std::log(fsrs::longestStability);
    for (int step = 0; step < 50; ++step) {
        const double middle = (early + late) / 2;
        if (fading.recall(std::exp(middle)) >= retention)
            early = middle;
        else
            late = middle;
    }
    return std::exp((early + late) / 2);
}
