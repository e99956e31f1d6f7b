// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/fsrsparts.h"
#include "model/practice/memorymodel.h"

#include <array>
#include <span>

// FSRS-6, with 21 weights: the formulas of fsrs-rs 6.6 and ts-fsrs 5.4 without the rounding of
// either. Where these differ, in the long-term mode and in the ceiling of clip(), it follows
// ts-fsrs.
class Fsrs6 final : public MemoryModel
{
public:
    static constexpr double shortestStability = 0.001; // days

    static constexpr std::array<double, 21> defaultWeights{
        0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
        1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

    // The legal box, apart from what clip() says.
    static constexpr std::array<WeightRange, 21> box{{
        {0.001, 100},  {0.001, 100},  {0.001, 100}, {0.001, 100}, {1, 10},      {0.001, 4},
        {0.001, 4},    {0.001, 0.75}, {0, 4.5},     {0, 0.8},     {0.001, 3.5}, {0.001, 5},
        {0.001, 0.25}, {0.001, 0.9},  {0, 4},       {0, 1},       {1, 6},       {0, 2},
        {0, 2},        {0.01, 0.8},   {0.1, 0.8},
    }};

    // Moves finite weights, all or the first of them, to the border of the box. With more than one
    // relearning step the 18th and 19th get a ceiling, so that forgetting and then passing every
    // step does not leave a question better known than before; without same-day formulas the 20th
    // may be 0.
    static void clip(std::span<double> weights, const ModelOptions &options = {});

    // The legal weights that stand for those of FSRS-6, FSRS-5 (19) or FSRS-4.5 (17). Empty when
    // there are as many as no version had, or when one is not finite.
    static QList<double> legalWeights(QList<double> weights, const ModelOptions &options = {});

    // From legal weights. A long-term model has no formula of its own for reviews on the same day.
    explicit Fsrs6(const QList<double> &legalWeights, bool longTermOnly = false);

    QString key() const override;
    const QList<double> &weights() const override;
    bool countsWholeDays() const override;
    MemoryState first(Rating rating) const override;
    MemoryState next(const MemoryState &before, double days, Rating rating) const override;
    double recall(const MemoryState &state, double days) const override;
    double interval(const MemoryState &state, double retention) const override;

private:
    double afterSameDay(double stability, Rating rating) const;
    double afterForgetting(const MemoryState &before, double recalled) const;
    double afterRecall(const MemoryState &before, double recalled, Rating rating) const;

    QList<double> m_weights;
    double m_decay;
    double m_factor; // makes recall 90 % when as many days have passed as stability says
    bool m_longTermOnly;
};
