// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/fsrsparts.h"
#include "model/practice/memorymodel.h"

#include <array>
#include <span>

// FSRS-7, with 34 weights: the formulas of fsrs-rs after 6.6 and of ts-fsrs 6 beta. Memory has a
// slow and a fast part, and time counts in fractions of a day. Stability is not the time until
// recall has fallen to 90 %.
class Fsrs7 final : public MemoryModel
{
public:
    static constexpr std::array<double, 34> defaultWeights{
        0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0,
        1.3826, 0.7024, 0.5999, 0.8146,  0.6398, 1,      1.3207, 0.6707, 3.8668,
        0.4416, 0.0934, 1.8631, 0.6162,  1.0869, 0.1567, 0.0801, 0.2421, 0.9464,
        0.1433, 0.7145, 0,      0.5667,  0.3734, 0.5333, 0.3048};

    // The legal box, apart from what clip() says.
    static constexpr std::array<WeightRange, 34> box{{
        {1e-4, 50}, {1e-4, 100}, {1e-4, 100},  {1e-4, 100},  {1, 10},      {0.001, 4},  {0.1, 4},
        {0, 4},     {0, 1.2},    {0.3, 3},     {0.01, 1.5},  {0.1, 1},     {0, 3.5},    {0, 1},
        {1, 7},     {0, 4},      {0, 2},       {0.5, 6},     {0.001, 1.5}, {0.001, 1},  {0, 5},
        {0, 1},     {1, 7},      {0.01, 0.25}, {0.01, 0.95}, {0.2, 0.85},  {0.5, 0.99}, {0.01, 1},
        {0.1, 1},   {0, 0.9},    {0.1, 1.1},   {0, 1},       {0, 0.6},     {0, 0.6},
    }};

    // Moves 34 finite weights to the border of the box, where no first stability is below that of a
    // worse rating and the 27th weight is not below the 26th.
    static void clip(std::span<double, 34> weights);

    // The weights moved into the box. Empty when they are not 34, or when one is not finite.
    static QList<double> legalWeights(QList<double> weights);

    // From legal weights.
    explicit Fsrs7(const QList<double> &legalWeights);

    QString key() const override;
    const QList<double> &weights() const override;
    bool countsWholeDays() const override;
    MemoryState first(Rating rating) const override;
    MemoryState next(const MemoryState &before, double days, Rating rating) const override;
    double recall(const MemoryState &state, double days) const override;
    // At most 36,500 days; 0 for a retention that even a fresh memory does not reach.
    double interval(const MemoryState &state, double retention) const override;

private:
    struct Curve;

    Curve curve(const MemoryState &state) const;
    double nextStability(double stability, double difficulty, double recalled, Rating rating,
                         qsizetype offset) const;

    QList<double> m_weights;
};
