// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/plansimulation.h"

#include <algorithm>
#include <climits>

namespace {

constexpr double muchBetter = 0.005;     // of readiness
constexpr double usualAttendance = 0.75; // before there is experience,
constexpr double daysThatIsWorth = 6;    // which it counts as much as
constexpr int pricedDaily = 45;          // days before the interview; earlier on
constexpr int pricedEvery = 7;
constexpr double smallestSlice = 0.5; // of a question's expected time, to begin it

} // namespace

std::vector<float> PlanCalendar::practised() const
{
    std::vector<float> chances{0};
    for (auto day = seconds.rbegin(); day != seconds.rend(); ++day)
        chances.push_back(*day > 0 ? float(attendance) : 0);
    return chances;
}

double PlanCalendar::secondsFrom(int day, int count) const
{
    double sum = 0;
    for (int i = day; i < std::min(days(), day + count); ++i)
        sum += seconds[std::size_t(i)] * (i > day ? attendance : 1);
    return sum;
}

double expectedAttendance(int attended, int planned)
{
    return (attended + usualAttendance * daysThatIsWorth) / (planned + daysThatIsWorth);
}

SimulatedLearner::SimulatedLearner(const MemoryModel &truth,
                                   const std::vector<PlanQuestion> &questions, quint32 seed)
    : m_truth(truth)
    , m_questions(questions)
    , m_beliefs(questions)
    , m_random(seed)
{
}

// Seconds that it took.
double SimulatedLearner::grade(std::size_t index, int day, const ReviewTransitions &beliefs)
{
    const MemoryModel &belief = beliefs.model();
    const PracticeHabits &habits = beliefs.habits();
    PlanQuestion &truth = m_questions[index];
    PlanQuestion &guess = m_beliefs[index];
    const bool first = !truth.seen;
    const int elapsed = std::max(0, day - truth.lastDay);
    const ReviewOutlook outlook =
        first ? firstReview(m_truth, habits) : laterReview(m_truth, habits, truth.state, elapsed);
    double drawn = m_random.generateDouble();
    std::size_t grade = 0;
    while (grade + 1 < outlook.chances.size() && drawn >= outlook.chances[grade])
        drawn -= outlook.chances[grade++];
    const auto rating = Rating(int(grade) + 1);
    guess.state = first ? belief.first(rating) : belief.next(guess.state, elapsed, rating);
    if (rating == Rating::Again)
        guess.state = belief.next(guess.state, 0, Rating::Good);
    truth.state = outlook.after[grade];
    truth.seen = guess.seen = true;
    truth.lastDay = guess.lastDay = day;
    return (first ? habits.learning : habits.reviewing)[grade] +
           (rating == Rating::Again ? habits.relearning : 0);
}

SimulatedDay SimulatedLearner::practise(PriceLadder &ladder, const PlanCalendar &calendar,
                                        const PolicyRule &rule, int index)
{
    SimulatedDay done;
    const double seconds = calendar.seconds[std::size_t(index)];
    if (seconds <= 0)
        return done;
    const int day = calendar.today + index;
    const int daysLeft = calendar.days() - index;
    if (rule.kind == PolicyRule::Kind::Priced)
        m_priceStep =
            findPrice(ladder, rule, m_beliefs, day, daysLeft,
                      calendar.secondsFrom(index, ladder.transitions()->horizon()), m_priceStep);
    const DatePolicy policy(rule, ladder, m_priceStep, weightsOf(m_beliefs));
    const Standing ofNew = policy.ofNew(daysLeft);
    std::vector<std::pair<double, std::size_t>> queue;
    for (std::size_t i = 0; i < m_beliefs.size(); ++i) {
        const PlanQuestion &question = m_beliefs[i];
        if (question.seen && question.lastDay >= day)
            continue;
        const Standing standing =
            question.seen
                ? policy.ofSeen(question.state, day - question.lastDay, daysLeft, question.weight)
                : ofNew;
        if (standing.worth)
            queue.emplace_back(standing.index, i);
    }
    std::stable_sort(queue.begin(), queue.end(),
                     [](const auto &one, const auto &other) { return one.first > other.first; });
    int allowed = rule.kind == PolicyRule::Kind::Retention ? rule.newPerDay : INT_MAX;
    for (const auto &[rank, i] : queue) {
        const bool fresh = !m_beliefs[i].seen;
        if (fresh && allowed-- <= 0)
            continue;
        if (seconds - done.seconds < smallestSlice * ofNew.seconds)
            break;
        done.seconds += grade(i, day, *ladder.transitions());
        ++(fresh ? done.fresh : done.reviews);
    }
    return done;
}

std::vector<double> SimulatedLearner::recallOn(int day) const
{
    std::vector<double> recalls;
    recalls.reserve(m_questions.size());
    for (const PlanQuestion &question : m_questions)
        recalls.push_back(question.seen
                              ? m_truth.recall(question.state, std::max(0, day - question.lastDay))
                              : 0);
    return recalls;
}

double SimulatedLearner::readyOn(int day) const
{
    const std::vector<double> recalls = recallOn(day);
    double recalled = 0;
    double all = 0;
    for (std::size_t i = 0; i < recalls.size(); ++i) {
        const double weight = m_questions[i].weight;
        if (weight <= sideWeight)
            continue;
        recalled += weight * recalls[i];
        all += weight;
    }
    return all > 0 ? recalled / all : 0;
}

SimulatedPlan simulatePlan(const std::vector<PlanQuestion> &questions, PriceLadder &ladder,
                           const PlanCalendar &calendar, const PolicyRule &rule, quint32 seed,
                           bool skips)
{
    SimulatedLearner learner(ladder.transitions()->model(), questions, seed);
    SimulatedPlan plan;
    plan.firstDays.assign(questions.size(), -1);
    for (int index = 0; index < calendar.days(); ++index) {
        SimulatedDay day;
        if (!skips || learner.attends(calendar.attendance))
            day = learner.practise(ladder, calendar, rule, index);
        day.ready = learner.readyOn(calendar.today + index + 1);
        plan.days.push_back(day);
        for (std::size_t i = 0; day.fresh > 0 && i < questions.size(); ++i) {
            if (plan.firstDays[i] < 0 && !questions[i].seen && learner.questions()[i].seen)
                plan.firstDays[i] = index;
        }
    }
    return plan;
}

std::vector<PolicyRule> usualRules()
{
    using Kind = PolicyRule::Kind;
    return {{Kind::Priced, lastDays + 1}, {Kind::Priced, 1}, {Kind::Greedy, 1}};
}

PolicyRule bestRule(const std::vector<PolicyRule> &rules, PriceLadder &ladder,
                    const PlanCalendar &calendar, const std::vector<PlanQuestion> &questions,
                    int runs, quint32 seed)
{
    PolicyRule best = rules.front();
    double bestReady = -1;
    for (const PolicyRule &rule : rules) {
        double ready = 0;
        for (int run = 0; run < runs; ++run) // the same learners for every rule
            ready +=
                simulatePlan(questions, ladder, calendar, rule, seed + quint32(run), true).ready() /
                runs;
        if (ready > bestReady + (bestReady < 0 ? 0 : muchBetter)) {
            best = rule;
            bestReady = ready;
        }
    }
    return best;
}
