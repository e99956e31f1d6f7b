// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/prediction.h"

#include <functional>
#include <optional>

// Fits the weights of FSRS-6 to the reviews of one learner: Adam on the log loss of predicting
// them, with the constants of the optimiser of fsrs-rs 6.6, but more rounds for a short log. Same
// log, same weights. Logs are in the order of the reviews, and any thread may call any of this.

// Is told now and then how much is done, 0 to 1; false cancels.
using FitProgress = std::function<bool(double)>;

// The legal weights, 21, that predict the log best without straying far from the defaults. Outliers
// are left out (see dropOutliers()); when that leaves under 64 items, only first stabilities are
// fitted, and under 8 nothing: those are the defaults. Nothing when cancelled.
std::optional<QList<double>> fitWeights(const QList<LoggedReview> &log,
                                        const ModelOptions &options = {},
                                        const FitProgress &progress = {});

// A fit, and whether to use it.
struct Fit
{
    QList<double> weights; // as of fitWeights()
    Prediction before;     // of the log by the present model
    Prediction after;      // of the log by weights like these that never saw it, see fitAndJudge()
    bool better = false;   // whether that has less log loss
};

// Fits the weights, and judges them by cross-validation: each fifth of the questions is predicted
// by weights that were fitted to the others. (The newest fifth of the items, few of them forgotten,
// would leave it to chance more often.) A present model that was itself fitted to most of the log
// is hard to beat. Nothing when cancelled.
std::optional<Fit> fitAndJudge(const QList<LoggedReview> &log, const MemoryModel &present,
                               const ModelOptions &options = {}, const FitProgress &progress = {});
