// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/datepolicy.h"
#include "model/practice/reviewhistory.h"

#include <QRandomGenerator>

#include <stop_token>

// The days to come, the first of them today.
struct PlanCalendar
{
    int today = 0;               // study day
    std::vector<double> seconds; // for practice, by day from today; the interview is the day after
    double attendance = 1;       // how likely the learner is to practise on a day that has time

    int days() const { return int(seconds.size()); }

    // How likely there is practice, by the days that are left; for RecallValues.
    std::vector<float> practised() const;
    // That may be expected of `count` days, from `day` of them on.
    double secondsFrom(int day, int count) const;
};

// How likely a learner is to practise on a planned day, who did on `attended` of `planned`.
double expectedAttendance(int attended, int planned);

struct SimulatedDay
{
    double ready = 0; // weighted share recalled on the next morning, 0 to 1
    int reviews = 0;
    int fresh = 0;
    double seconds = 0;
};

// Someone who practises by a rule, and remembers as a model says.
class SimulatedLearner final
{
public:
    // `truth` must outlive the learner.
    SimulatedLearner(const MemoryModel &truth, const std::vector<PlanQuestion> &questions,
                     quint32 seed);

    // What the policy knows: states by the model it believes, that of the ladder.
    const std::vector<PlanQuestion> &questions() const { return m_beliefs; }

    // Whether a day is kept that is kept this often.
    bool attends(double chance) { return m_random.generateDouble() < chance; }

    // Practises on a day of the calendar, counted from its first.
    SimulatedDay practise(PriceLadder &ladder, const PlanCalendar &calendar, const PolicyRule &rule,
                          int index);

    // All grades so far; a question is named by its place in the list.
    const QList<LoggedReview> &log() const { return m_log; }

    // Has the policy believe another model, from the first review on.
    void believe(const MemoryModel &model);

    // On the morning of a study day, by question.
    std::vector<double> recallOn(int day) const;
    // The same as one weighted share, of questions that count.
    double readyOn(int day) const;

private:
    double grade(std::size_t question, int day, const ReviewTransitions &beliefs);

    const MemoryModel &m_truth;
    std::vector<PlanQuestion> m_questions; // as they are
    std::vector<PlanQuestion> m_beliefs;   // as the policy thinks
    QList<LoggedReview> m_log;
    QRandomGenerator m_random;
    int m_priceStep = PriceLadder::middle;
};

struct SimulatedPlan
{
    std::vector<SimulatedDay> days;
    std::vector<int> firstDays; // by question, counted from today, when it was begun; -1 for never

    // On the morning of the interview.
    double ready() const { return days.empty() ? 0 : days.back().ready; }
};

// What comes of a plan for one learner, who forgets `pace` times as fast as the model of the ladder
// says. Those who skip miss days by chance, as the calendar expects. Cut short when a stop is
// requested. Questions that weigh no more
// than sideWeight do not count towards readiness.
SimulatedPlan simulatePlan(const std::vector<PlanQuestion> &questions, PriceLadder &ladder,
                           const PlanCalendar &calendar, const PolicyRule &rule, quint32 seed,
                           bool skips, double pace = 1, const std::stop_token &stop = {});

// The paces of forgetting of `count` learners, from the slowest: how far off the model may be that
// was fitted to one. Half of them are slower than it says, and nine in ten lie within the range
// that bench_calibration finds to hold as many outcomes.
std::vector<double> likelyPaces(int count);

// Of these rules the one that does best for simulated learners with these questions who miss days
// as the calendar expects; an earlier one unless a later one is better by half a point.
PolicyRule bestRule(const std::vector<PolicyRule> &rules, PriceLadder &ladder,
                    const PlanCalendar &calendar, const std::vector<PlanQuestion> &questions,
                    int runs, quint32 seed, const std::stop_token &stop = {});

// The last days before an interview, in which nothing new is begun if that costs little.
inline constexpr int lastDays = 3;

// Those worth comparing: nothing new in the last days or until the last, priced or greedy.
std::vector<PolicyRule> usualRules();
