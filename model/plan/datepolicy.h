// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/planquestion.h"
#include "model/plan/recallvalues.h"

#include <map>

// How a day's questions are chosen.
struct PolicyRule
{
    enum class Kind {
        Priced,    // by what today's review is worth over a later one
        Greedy,    // by what today's review alone adds on the day, a second
        Retention, // what has fallen to a retention first, then new ones; regards no date
    };

    Kind kind = Kind::Priced;
    int noneNew = 1;        // no new questions with fewer days left
    double retention = 0.9; // Retention only
    int newPerDay = 1000;   // Retention only

    bool operator==(const PolicyRule &) const = default;
};

// Values at the prices of a ladder, made when they are first asked for. A question that weighs more
// is one for which time costs less, so that weights move along the ladder.
class PriceLadder final
{
public:
    static constexpr int steps = 46; // three to a doubling of the price
    static constexpr int middle = 22;

    // See RecallValues.
    PriceLadder(std::shared_ptr<const ReviewTransitions> transitions,
                const std::vector<float> &practised);

    const std::shared_ptr<const ReviewTransitions> &transitions() const { return m_transitions; }

    std::shared_ptr<const RecallValues> at(int step);

    // How many steps down the ladder a weight moves a question.
    static int stepsFor(double weight);

private:
    std::shared_ptr<const ReviewTransitions> m_transitions;
    std::vector<float> m_practised;
    std::map<int, std::shared_ptr<const RecallValues>> m_values;
};

// What a question is worth today.
struct Standing
{
    double index = 0;   // serve the largest first
    double seconds = 0; // expected
    bool worth = false; // serving it adds anything at all
};

// A rule at the price that time has now, of which only priced ones make use. Immutable, so that any
// thread may use it.
class DatePolicy final
{
public:
    // For questions of these weights. `transitions` are those of the ladder.
    DatePolicy(const PolicyRule &rule, PriceLadder &ladder, int priceStep,
               const std::vector<double> &weights);

    const PolicyRule &rule() const { return m_rule; }

    // Of a question last reviewed `elapsed` days ago, at least 1.
    Standing ofSeen(const MemoryState &state, int elapsed, int daysLeft, double weight) const;
    // Of any new question; they are taken in must-study order.
    Standing ofNew(int daysLeft) const;

    // After how many days a question just reviewed had best come back: from 1 to the day before the
    // interview, `daysLeft` - 1, which is also said when it need not come back. 0 when the rule
    // does not look ahead.
    int waitAfter(const MemoryState &state, int daysLeft, double weight) const;

    // Seconds that the questions will take until the interview, from the beginning of `day`; of a
    // priced rule only.
    double expectedSeconds(const std::vector<PlanQuestion> &questions, int day, int daysLeft) const;

private:
    const RecallValues &valuesFor(double weight) const;
    Standing greedyOfSeen(const MemoryState &state, int elapsed, int daysLeft, double weight) const;

    PolicyRule m_rule;
    std::shared_ptr<const ReviewTransitions> m_transitions;
    std::map<int, std::shared_ptr<const RecallValues>> m_values; // by steps of weight
    ReviewOutlook m_first;
    double m_newWeight = 1;
};

// The lowest step of the ladder at which the questions ask for no more than `seconds`, searched
// from `nearStep`; that itself when the rule has no use for prices.
int findPrice(PriceLadder &ladder, const PolicyRule &rule,
              const std::vector<PlanQuestion> &questions, int day, int daysLeft, double seconds,
              int nearStep = PriceLadder::middle);

// Each weight that occurs, and last the mean one of new questions.
std::vector<double> weightsOf(const std::vector<PlanQuestion> &questions);
