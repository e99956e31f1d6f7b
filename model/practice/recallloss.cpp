// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/recallloss.h"

#include "model/practice/prediction.h"

#include <algorithm>
#include <cmath>

// Reverse-mode differentiation, written out. One walk along a history predicts its items, and notes
// of each review how what it led to depends on what was there before; one walk back adds that up.
namespace {

// A value, and its slopes by the weights and by the state before that it was made from. No formula
// uses more than four weights; entries left over add nothing.
struct Change
{
    struct Term
    {
        size_t weight = 0;
        double slope = 0;
    };

    double value = 0;
    std::array<Term, 4> terms{};
    double byStability = 0;
    double byDifficulty = 0;
    double byRecall = 0;
};

// A recall and the loss of predicting it, with their slopes.
struct Forecast
{
    double recall = 1;
    double byStability = 0;
    double byDecay = 0;
    double loss = 0;
    double lossByRecall = 0;
};

// What one review did.
struct Trace
{
    Forecast forecast;
    Change stability;
    Change difficulty;
};

// The rating as a distance from Good, as the formulas use it.
double fromGood(Rating rating)
{
    return double(int(rating) - int(Rating::Good));
}

Change keptAt(const Change &change, double legal)
{
    return legal == change.value ? change : Change{legal};
}

Change legalStability(const Change &change)
{
    return keptAt(change,
                  std::clamp(change.value, Fsrs6::shortestStability, fsrs::longestStability));
}

Change legalDifficulty(const Change &change)
{
    return keptAt(change, fsrs::clampDifficulty(change.value));
}

class Formulas
{
public:
    Formulas(const Fsrs6Weights &weights, bool longTermOnly)
        : w(weights)
        , m_longTermOnly(longTermOnly)
        , m_factor(std::pow(0.9, -1 / w[20]) - 1)
        , m_growth(std::exp(w[8]))
        , m_easyDrop(std::exp(3 * w[5]))
    {
    }

    Trace first(Rating rating) const;
    Trace next(const HistoryStep &step, double stability, double difficulty) const;

private:
    Change firstDifficulty(Rating rating) const;
    Forecast forecast(const HistoryStep &step, double stability) const;
    Change sameDay(Rating rating, double stability) const;
    Change lapse(double stability, double difficulty, double recall) const;
    Change success(Rating rating, double stability, double difficulty, double recall) const;
    Change nextDifficulty(Rating rating, double difficulty) const;

    const Fsrs6Weights &w; // named as in the published formulas
    bool m_longTermOnly;
    double m_factor;
    double m_growth;
    double m_easyDrop;
};

Trace Formulas::first(Rating rating) const
{
    const auto weight = size_t(rating) - 1;
    Trace trace;
    trace.stability = legalStability({w[weight], {{{weight, 1.0}}}});
    trace.difficulty = legalDifficulty(firstDifficulty(rating));
    return trace;
}

Change Formulas::firstDifficulty(Rating rating) const
{
    const double steps = double(int(rating) - 1);
    const double drop = std::exp(w[5] * steps);
    return {w[4] - drop + 1, {{{4, 1.0}, {5, -steps * drop}}}};
}

Trace Formulas::next(const HistoryStep &step, double stability, double difficulty) const
{
    Trace trace;
    trace.forecast = forecast(step, stability);
    const double recall = trace.forecast.recall;
    Change grown;
    if (step.days == 0 && !m_longTermOnly)
        grown = sameDay(step.rating, stability);
    else if (step.rating == Rating::Again)
        grown = lapse(stability, difficulty, recall);
    else
        grown = success(step.rating, stability, difficulty, recall);
    trace.stability = legalStability(grown);
    trace.difficulty = legalDifficulty(nextDifficulty(step.rating, difficulty));
    return trace;
}

Forecast Formulas::forecast(const HistoryStep &step, double stability) const
{
    if (step.days == 0)
        return {};
    const double decay = w[20];
    const double age = step.days / stability;
    const double base = 1 + m_factor * age;
    const double factorByDecay = (m_factor + 1) * std::log(0.9) / (decay * decay);
    Forecast made;
    made.recall = std::pow(base, -decay);
    made.byStability = decay * made.recall / base * m_factor * age / stability;
    made.byDecay = -made.recall * (std::log(base) + decay / base * age * factorByDecay);
    if (step.weight > 0) {
        const bool recalled = step.rating != Rating::Again;
        const bool certain = made.recall < leastRecall || made.recall > 1 - leastRecall;
        const double slope = recalled ? -1 / made.recall : 1 / (1 - made.recall);
        made.loss = step.weight * logLoss(made.recall, recalled);
        made.lossByRecall = certain ? 0 : step.weight * slope;
    }
    return made;
}

Change Formulas::sameDay(Rating rating, double stability) const
{
    const double lift = fromGood(rating) + w[18];
    const double logStability = std::log(stability);
    const double times = std::exp(w[17] * lift - w[19] * logStability);
    if (rating != Rating::Again && times < 1)
        return {stability, {}, 1};
    const double after = stability * times;
    return {after,
            {{{17, after * lift}, {18, after * w[17]}, {19, -after * logStability}}},
            times * (1 - w[19])};
}

Change Formulas::lapse(double stability, double difficulty, double recall) const
{
    const double most = m_longTermOnly ? stability : stability / std::exp(w[17] * w[18]);
    const double logDifficulty = std::log(difficulty);
    const double logStability = std::log1p(stability);
    const double power = std::exp(w[13] * logStability);
    const double scale = std::exp(w[14] * (1 - recall) - w[12] * logDifficulty);
    const double after = w[11] * scale * (power - 1);
    if (after > most && m_longTermOnly)
        return {most, {}, 1};
    if (after > most)
        return {most, {{{17, -most * w[18]}, {18, -most * w[17]}}}, most / stability};
    return {after,
            {{{11, scale * (power - 1)},
              {12, -after * logDifficulty},
              {13, w[11] * scale * power * logStability},
              {14, after * (1 - recall)}}},
            w[11] * scale * w[13] * power / (stability + 1),
            -after * w[12] / difficulty,
            -after * w[14]};
}

Change Formulas::success(Rating rating, double stability, double difficulty, double recall) const
{
    const size_t bonus = rating == Rating::Hard ? 15 : 16;
    const double times = rating == Rating::Good ? 1 : w[bonus];
    const double logStability = std::log(stability);
    const double surprise = std::expm1(w[10] * (1 - recall));
    const double ease = m_growth * stability * std::exp(-w[9] * logStability);
    const double plain = ease * (11 - difficulty) * surprise;
    const double gain = plain * times;
    const double bySurprise = ease * (11 - difficulty) * times * (surprise + 1);
    return {stability + gain,
            {{{8, gain},
              {9, -gain * logStability},
              {10, bySurprise * (1 - recall)},
              {bonus, rating == Rating::Good ? 0 : plain}}},
            1 + gain * (1 - w[9]) / stability,
            -ease * surprise * times,
            -bySurprise * w[10]};
}

Change Formulas::nextDifficulty(Rating rating, double difficulty) const
{
    const double away = fromGood(rating);
    const double room = (10 - difficulty) / 9;
    const double moved = difficulty - w[6] * away * room;
    const double anchor = w[4] - m_easyDrop + 1;
    const double rest = 1 - w[7];
    return {
        w[7] * anchor + rest * moved,
        {{{4, w[7]}, {5, -3 * w[7] * m_easyDrop}, {6, -rest * away * room}, {7, anchor - moved}}},
        0,
        rest * (1 + w[6] * away / 9)};
}

// How the loss depends on the state at one point of a history.
struct StateSlopes
{
    double stability = 0;
    double difficulty = 0;
};

void addTerms(const Change &change, double slope, Fsrs6Weights &gradient)
{
    for (const Change::Term &term : change.terms)
        gradient[term.weight] += slope * term.slope;
}

// From the slopes after a review to those before it.
StateSlopes walkBack(const Trace &trace, const StateSlopes &after, Fsrs6Weights &gradient)
{
    addTerms(trace.stability, after.stability, gradient);
    addTerms(trace.difficulty, after.difficulty, gradient);
    const Forecast &forecast = trace.forecast;
    const double byRecall = forecast.lossByRecall + after.stability * trace.stability.byRecall;
    gradient[20] += byRecall * forecast.byDecay;
    return {after.stability * trace.stability.byStability + byRecall * forecast.byStability,
            after.stability * trace.stability.byDifficulty +
                after.difficulty * trace.difficulty.byDifficulty};
}

} // namespace

double addLoss(const Fsrs6Weights &weights, bool longTermOnly, const ReviewHistory &history,
               Fsrs6Weights &gradient)
{
    const Formulas formulas(weights, longTermOnly);
    std::vector<Trace> traces;
    traces.reserve(history.size());
    double loss = 0;
    for (const HistoryStep &step : history) {
        traces.push_back(traces.empty() ? formulas.first(step.rating)
                                        : formulas.next(step, traces.back().stability.value,
                                                        traces.back().difficulty.value));
        loss += traces.back().forecast.loss;
    }
    StateSlopes slopes;
    for (; !traces.empty(); traces.pop_back())
        slopes = walkBack(traces.back(), slopes, gradient);
    return loss;
}
