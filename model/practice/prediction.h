// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/memorymodel.h"
#include "model/practice/reviewhistory.h"

#include <array>
#include <map>

// How well a model predicts a log, or a part of it.
struct Prediction
{
    // The mean of logLoss(), items weighed as by weighByRecency(); 0 is best, 0.693 a coin.
    double logLoss = 0;
    // RMSE(bins) as the benchmark of spaced repetition defines it, 0 to 1, 0 is best. A bin is made
    // up by the days since the review before (by powers of 3.62), the number of reviews on days of
    // their own up to this one (by powers of 1.89), and that of items forgotten before (none, or by
    // powers of 1.73). This is the root of the mean, over the items, of the square of what their
    // bin is off by: its mean predicted recall less the share of it that was recalled.
    double rmseBins = 0;
    int items = 0; // predicted; with none, the others mean nothing
};

// Minus the natural logarithm of the chance that a prediction gave to what happened; 0 or more. The
// recall predicted, 0 to 1, is kept leastRecall away from both ends, so that no surprise is
// infinite.
double logLoss(double recall, bool recalled);

inline constexpr double leastRecall = 1e-7;

// Adds up predictions of weighed histories; an item of weight 0 counts in the bins only.
class Score
{
public:
    void add(const MemoryModel &model, const ReviewHistory &history);
    Prediction result() const;

private:
    struct Bin
    {
        double predicted = 0;
        int recalled = 0;
        int items = 0;
    };

    void add(const HistoryStep &item, double recall, int reviews, int lapses);

    std::map<std::array<int, 3>, Bin> m_bins;
    double m_loss = 0;
    double m_weight = 0;
};

// Predicts every item of a log.
Prediction evaluate(const MemoryModel &model, const QList<LoggedReview> &log);
