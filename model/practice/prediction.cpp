// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/prediction.h"

#include <algorithm>
#include <cmath>

namespace {

// The exponent of the highest power of `base` that is not above `number`, which is 1 or more.
int powerOf(double base, int number)
{
    return int(std::floor(std::log(number) / std::log(base)));
}

} // namespace

double logLoss(double recall, bool recalled)
{
    const double kept = std::clamp(recall, leastRecall, 1 - leastRecall);
    return recalled ? -std::log(kept) : -std::log1p(-kept);
}

void Score::add(const MemoryModel &model, const ReviewHistory &history)
{
    MemoryState state = model.first(history.front().rating);
    int reviews = 1;
    int lapses = 0;
    for (size_t i = 1; i < history.size(); ++i) {
        const HistoryStep &step = history[i];
        if (isItem(step)) {
            add(step, model.recall(state, step.days), ++reviews, lapses);
            lapses += step.rating == Rating::Again;
        }
        state = model.next(state, step.days, step.rating);
    }
}

void Score::add(const HistoryStep &item, double recall, int reviews, int lapses)
{
    const bool recalled = item.rating != Rating::Again;
    m_loss += item.weight * logLoss(recall, recalled);
    m_weight += item.weight;
    const int lapsePower = lapses == 0 ? -1 : powerOf(1.73, lapses);
    Bin &bin = m_bins[{powerOf(3.62, item.days), powerOf(1.89, reviews), lapsePower}];
    bin.predicted += recall;
    bin.recalled += recalled;
    ++bin.items;
}

Prediction Score::result() const
{
    Prediction prediction;
    double squares = 0;
    for (const auto &[key, bin] : m_bins) {
        const double off = (bin.predicted - bin.recalled) / bin.items;
        squares += off * off * bin.items;
        prediction.items += bin.items;
    }
    if (prediction.items > 0) {
        prediction.logLoss = m_loss / m_weight;
        prediction.rmseBins = std::sqrt(squares / prediction.items);
    }
    return prediction;
}

Prediction evaluate(const MemoryModel &model, const QList<LoggedReview> &log)
{
    std::vector<ReviewHistory> histories = historiesOf(log);
    weighByRecency(histories);
    Score score;
    for (const ReviewHistory &history : histories)
        score.add(model, history);
    return score.result();
}
