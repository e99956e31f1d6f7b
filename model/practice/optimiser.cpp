// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/optimiser.h"

#include "model/practice/firststability.h"
#include "model/practice/recallloss.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

// How far the weights of a learner usually lie from the defaults.
constexpr Fsrs6Weights usualSpread{6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6,
                                   0.12, 0.39, 0.18,  0.33,  0.3,  0.09, 0.16,
                                   0.57, 0.25, 1.03,  0.31,  0.32, 0.14, 0.27};

constexpr int fewestItems = 8;         // to fit anything
constexpr int fewestItemsForAll = 64;  // to fit more than first stabilities
constexpr size_t longestHistory = 256; // reviews; what comes later is left out
constexpr int batchItems = 512;
constexpr int leastEpochs = 5;
// With a few hundred items, five epochs of one batch would end long before the weights settle.
constexpr int leastSteps = 100;
constexpr double firstRate = 0.04;
constexpr quint32 seed = 42;
constexpr size_t folds = 5; // of the questions, to judge by

struct TrainingSet
{
    std::vector<ReviewHistory> histories; // each ends with an item
    FirstRecalls firsts;
    int items = 0;
    double meanRecall = 0;
};

// Leaves out what leads to no item.
void shorten(ReviewHistory &history)
{
    history.resize(std::min(history.size(), longestHistory));
    while (!history.empty() && !isItem(history.back()))
        history.pop_back();
}

bool startsIn(const FirstRecalls &firsts, const ReviewHistory &history)
{
    const auto first = std::find_if(history.cbegin(), history.cend(), isItem);
    return first != history.cend() && firsts[indexOf(history.front().rating)].contains(first->days);
}

double meanRecallOf(const TrainingSet &set)
{
    int recalled = 0;
    for (const ReviewHistory &history : set.histories) {
        for (const HistoryStep &step : history)
            recalled += isItem(step) && step.rating != Rating::Again;
    }
    return set.items > 0 ? double(recalled) / set.items : 0;
}

TrainingSet trainingSetOf(std::vector<ReviewHistory> histories)
{
    TrainingSet set;
    for (ReviewHistory &history : histories)
        shorten(history);
    set.firsts = firstRecallsOf(histories);
    dropOutliers(set.firsts);
    for (ReviewHistory &history : histories) {
        if (startsIn(set.firsts, history))
            set.histories.push_back(std::move(history));
    }
    set.items = itemCount(set.histories);
    set.meanRecall = meanRecallOf(set);
    weighByRecency(set.histories);
    return set;
}

// Adam (Kingma and Ba, 2015) with the constants of its authors.
class Adam
{
public:
    void step(Fsrs6Weights &weights, const Fsrs6Weights &gradient, double rate)
    {
        m_keptFirst *= keepFirst;
        m_keptSecond *= keepSecond;
        for (size_t i = 0; i < weights.size(); ++i) {
            m_first[i] = keepFirst * m_first[i] + (1 - keepFirst) * gradient[i];
            m_second[i] = keepSecond * m_second[i] + (1 - keepSecond) * gradient[i] * gradient[i];
            const double mean = m_first[i] / (1 - m_keptFirst);
            const double size = std::sqrt(m_second[i] / (1 - m_keptSecond));
            weights[i] -= rate * mean / (size + 1e-8);
        }
    }

private:
    static constexpr double keepFirst = 0.9;
    static constexpr double keepSecond = 0.999;

    Fsrs6Weights m_first{};
    Fsrs6Weights m_second{};
    double m_keptFirst = 1;
    double m_keptSecond = 1;
};

// Histories whose items make one step.
using Batch = std::vector<const ReviewHistory *>;

class Training
{
public:
    Training(const TrainingSet &set, const Fsrs6Weights &initial, const ModelOptions &options)
        : m_set(set)
        , m_initial(initial)
        , m_options(options)
        , m_weights(initial)
        , m_batches(set.items / batchItems + 1)
        , m_epochs(std::max(leastEpochs, leastSteps / m_batches))
    {
        for (const ReviewHistory &history : set.histories)
            m_order.push_back(&history);
    }

    // Nothing when cancelled.
    std::optional<Fsrs6Weights> run(const FitProgress &progress);

private:
    std::vector<Batch> shuffledBatches();
    Fsrs6Weights gradientOf(const Batch &batch) const;
    void step(const Batch &batch, double done);

    const TrainingSet &m_set;
    const Fsrs6Weights &m_initial;
    const ModelOptions &m_options;
    Fsrs6Weights m_weights;
    int m_batches;
    int m_epochs;
    std::vector<const ReviewHistory *> m_order;
    QRandomGenerator m_random{seed};
    Adam m_adam;
};

std::optional<Fsrs6Weights> Training::run(const FitProgress &progress)
{
    const double steps = m_batches * m_epochs;
    int done = 0;
    for (int epoch = 0; epoch < m_epochs; ++epoch) {
        for (const Batch &batch : shuffledBatches()) {
            step(batch, done / steps);
            ++done;
            if (progress && !progress(done / steps))
                return std::nullopt;
        }
    }
    return m_weights;
}

// A history stays whole, so that one walk along it serves all its items, and those of similar
// length are not put together: a question is often reviewed because it is often forgotten, so that
// each step would pull its own way.
std::vector<Batch> Training::shuffledBatches()
{
    for (size_t left = m_order.size(); left > 1; --left)
        std::swap(m_order[left - 1], m_order[m_random.bounded(quint32(left))]);
    std::vector<Batch> batches(1);
    qint64 items = 0;
    for (const ReviewHistory *history : m_order) {
        if (items * m_batches >= qint64(m_set.items) * qint64(batches.size()))
            batches.emplace_back();
        batches.back().push_back(history);
        items += std::count_if(history->cbegin(), history->cend(), isItem);
    }
    return batches;
}

Fsrs6Weights Training::gradientOf(const Batch &batch) const
{
    Fsrs6Weights gradient{};
    qint64 items = 0;
    for (const ReviewHistory *history : batch) {
        addLoss(m_weights, m_options.longTermOnly, *history, gradient);
        items += std::count_if(history->cbegin(), history->cend(), isItem);
    }
    const double share = double(items) / m_set.items;
    for (size_t i = 0; i < gradient.size(); ++i) {
        const double strayed = (m_weights[i] - m_initial[i]) / usualSpread[i];
        gradient[i] += share * 2 * strayed / usualSpread[i];
    }
    return gradient;
}

void Training::step(const Batch &batch, double done)
{
    const double rate = firstRate * (1 + std::cos(std::numbers::pi * done)) / 2;
    m_adam.step(m_weights, gradientOf(batch), rate);
    Fsrs6::clip(m_weights, m_options);
}

void setFirstFour(Fsrs6Weights &weights, const PerRating<double> &stabilities)
{
    std::copy(stabilities.cbegin(), stabilities.cend(), weights.begin());
}

std::optional<Fsrs6Weights> fit(const TrainingSet &set, const ModelOptions &options,
                                const FitProgress &progress)
{
    Fsrs6Weights weights = Fsrs6::defaultWeights;
    Fsrs6::clip(weights, options);
    if (progress && !progress(0))
        return std::nullopt;
    if (set.items < fewestItems)
        return weights;
    const Fsrs6 usual({weights.cbegin(), weights.cend()});
    setFirstFour(weights, firstStabilities(set.firsts, set.meanRecall, usual));
    const bool firstItemsOnly = set.items == int(set.histories.size());
    if (set.items < fewestItemsForAll || firstItemsOnly)
        return weights;
    std::optional<Fsrs6Weights> trained = Training(set, weights, options).run(progress);
    if (trained) {
        setFirstFour(*trained, orderedStabilities(firstFour(*trained), countsOf(set.firsts),
                                                  firstFour(usual.weights())));
    }
    return trained;
}

QList<double> toList(const Fsrs6Weights &weights)
{
    return {weights.cbegin(), weights.cend()};
}

// All histories but one in so many, beginning with that at `fold`.
std::vector<ReviewHistory> without(size_t fold, const std::vector<ReviewHistory> &histories)
{
    std::vector<ReviewHistory> others;
    for (size_t i = 0; i < histories.size(); ++i) {
        if (i % folds != fold)
            others.push_back(histories[i]);
    }
    return others;
}

// The progress of a fit that is one of several, those for judging and the last.
FitProgress portion(const FitProgress &progress, size_t index)
{
    if (!progress)
        return {};
    return [&progress, index](double done) {
        return progress((double(index) + done) / double(folds + 1));
    };
}

} // namespace

std::optional<QList<double>> fitWeights(const QList<LoggedReview> &log, const ModelOptions &options,
                                        const FitProgress &progress)
{
    const auto weights = fit(trainingSetOf(historiesOf(log)), options, progress);
    return weights ? std::optional(toList(*weights)) : std::nullopt;
}

std::optional<Fit> fitAndJudge(const QList<LoggedReview> &log, const MemoryModel &present,
                               const ModelOptions &options, const FitProgress &progress)
{
    std::vector<ReviewHistory> histories = historiesOf(log);
    weighByRecency(histories);
    Score before;
    Score after;
    for (size_t fold = 0; fold < folds; ++fold) {
        const auto weights =
            fit(trainingSetOf(without(fold, histories)), options, portion(progress, fold));
        if (!weights)
            return std::nullopt;
        const Fsrs6 fitted(toList(*weights), options.longTermOnly);
        for (size_t i = fold; i < histories.size(); i += folds) {
            before.add(present, histories[i]);
            after.add(fitted, histories[i]);
        }
    }
    const auto weights =
        fit(trainingSetOf(std::move(histories)), options, portion(progress, folds));
    if (!weights)
        return std::nullopt;
    Fit result{toList(*weights), before.result(), after.result()};
    result.better = result.after.logLoss < result.before.logLoss;
    return result;
}
