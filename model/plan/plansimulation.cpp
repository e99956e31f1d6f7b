// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/plansimulation.h"

#include <algorithm>
#include <climits>
#include <cmath>

namespace {

constexpr double muchBetter = 0.005;     // of readiness
constexpr double usualAttendance = 0.75; // before there is experience,
constexpr double daysThatIsWorth = 6;    // which it counts as much as
constexpr double smallestSlice = 0.5;    // of a question's expected time, to begin it

constexpr double paceSpread = 0.45; // standard deviation of its logarithm

// The memory of somebody for whom time goes faster or slower than for the model.
class PacedMemory final : public MemoryModel
{
public:
    PacedMemory(const MemoryModel &model, double pace)
        : m_model(model)
        , m_pace(pace)
    {
    }

    QString key() const override { return m_model.key(); }

    const QList<double> &weights() const override { return m_model.weights(); }

    bool countsWholeDays() const override { return m_model.countsWholeDays(); }

    MemoryState first(Rating rating) const override { return m_model.first(rating); }

    MemoryState next(const MemoryState &before, double days, Rating rating) const override
    {
        return m_model.next(before, days == 0 ? 0 : std::max(1.0, days * m_pace), rating);
    }

    double recall(const MemoryState &state, double days) const override
    {
        return m_model.recall(state, days * m_pace);
    }

    double interval(const MemoryState &state, double retention) const override
    {
        return m_model.interval(state, retention) / m_pace;
    }

private:
    const MemoryModel &m_model;
    double m_pace;
};

// The standard normal quantile, by bisection of its distribution function.
double normalQuantile(double share)
{
    double low = -6;
    double high = 6;
    while (high - low > 1e-6) {
        const double middle = (low + high) / 2;
        (0.5 * std::erfc(-middle / std::sqrt(2.0)) < share ? low : high) = middle;
    }
    return low;
}

} // namespace

std::vector<double> likelyPaces(int count)
{
    std::vector<double> paces;
    paces.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i)
        paces.push_back(std::exp(paceSpread * normalQuantile((i + 0.5) / count)));
    return paces;
}

std::vector<float> PlanCalendar::practised() const
{
    std::vector<float> chances{0};
    for (const double time : seconds)
        chances.push_back(time > 0 ? float(attendance) : 0);
    std::reverse(chances.begin() + 1, chances.end()); // the last day has one day left
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
    m_log.append({QuestionId(index), day, rating});
    if (rating == Rating::Again) {
        guess.state = belief.next(guess.state, 0, Rating::Good);
        m_log.append({QuestionId(index), day, Rating::Good});
    }
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

void SimulatedLearner::believe(const MemoryModel &model)
{
    std::vector<bool> begun(m_beliefs.size());
    for (const LoggedReview &review : std::as_const(m_log)) {
        const auto index = std::size_t(review.question);
        PlanQuestion &guess = m_beliefs[index];
        guess.state = begun[index]
                          ? model.next(guess.state, review.day - guess.lastDay, review.rating)
                          : model.first(review.rating);
        guess.lastDay = review.day;
        begun[index] = true;
    }
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
    return weightedRecall(m_questions, recallOn(day));
}

SimulatedPlan simulatePlan(const std::vector<PlanQuestion> &questions, PriceLadder &ladder,
                           const PlanCalendar &calendar, const PolicyRule &rule, quint32 seed,
                           bool skips, double pace, const std::stop_token &stop)
{
    const PacedMemory truth(ladder.transitions()->model(), pace);
    SimulatedLearner learner(truth, questions, seed);
    SimulatedPlan plan;
    plan.firstDays.assign(questions.size(), -1);
    for (int index = 0; index < calendar.days() && !stop.stop_requested(); ++index) {
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
                    int runs, quint32 seed, const std::stop_token &stop)
{
    PolicyRule best = rules.front();
    double bestReady = -1;
    for (const PolicyRule &rule : rules) {
        double ready = 0;
        for (int run = 0; run < runs; ++run) // the same learners for every rule
            ready +=
                simulatePlan(questions, ladder, calendar, rule, seed + quint32(run), true, 1, stop)
                    .ready() /
                runs;
        if (ready > bestReady + (bestReady < 0 ? 0 : muchBetter)) {
            best = rule;
            bestReady = ready;
        }
    }
    return best;
}
