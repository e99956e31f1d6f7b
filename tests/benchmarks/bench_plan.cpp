// SPDX-License-Identifier: GPL-3.0-or-later
// What practice to a date is worth: simulated learners who follow one policy or another until the
// interview, and the share of questions they recall on its morning. The cells, costs and grades are
// those of a published flash-card simulation, so that the figures can be set beside others; the
// bound is what no policy can exceed. A mismatched learner forgets faster than the policy believes.
//
// usage: bench_plan [SEEDS]

#include "model/plan/plansimulation.h"
#include "model/practice/fsrs6.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr int today = 2'460'000;
constexpr int replanEvery = 3; // days; the program plans anew each day
constexpr int runsToChoose = 6;

struct Cell
{
    int questions;
    int days;
    int minutes;
};

constexpr Cell cells[] = {
    {300, 30, 10}, {300, 14, 15}, {300, 60, 10}, {600, 30, 10}, {150, 30, 10}};

using Weights = QList<double>;

Weights defaults()
{
    return {Fsrs6::defaultWeights.begin(), Fsrs6::defaultWeights.end()};
}

// First intervals of 60 %, slower growth, a steeper start of forgetting.
Weights forgetful()
{
    Weights weights = defaults();
    for (int i = 0; i < 4; ++i)
        weights[i] *= 0.6;
    weights[8] -= 0.3;
    weights[11] *= 0.8;
    weights[20] = 0.2;
    return weights;
}

// How a policy stands in a cell, over all seeds.
struct Outcome
{
    double mean = 0; // percent recalled
    double error = 0;
};

class World final
{
public:
    World(const Cell &cell, const Weights &truth, double attendance, int seeds)
        : m_truth(truth)
        , m_attendance(attendance)
        , m_seeds(seeds)
        , m_questions(std::size_t(cell.questions))
        , m_transitions(std::make_shared<ReviewTransitions>(std::make_shared<Fsrs6>(defaults()),
                                                            PracticeHabits(), cell.days))
    {
        m_calendar.today = today;
        m_calendar.seconds.assign(std::size_t(cell.days), cell.minutes * 60.0);
    }

    Outcome play(const PolicyRule &rule)
    {
        return play([&rule](const SimulatedLearner &, const PlanCalendar &) { return rule; },
                    false);
    }

    // What the program does: the better rule by its own simulation, chosen anew ever so often, with
    // the attendance it has seen so far.
    Outcome playOurs()
    {
        return play(
            [this](const SimulatedLearner &learner, const PlanCalendar &calendar) {
                return bestRule(usualRules(), ladder(calendar), calendar, learner.questions(),
                                runsToChoose, 9);
            },
            true);
    }

    // No policy recalls more: what is expected at the best price of time, were the price all that
    // held it back.
    double bound()
    {
        const ReviewOutlook first = firstReview(m_transitions->model(), m_transitions->habits());
        const int days = m_calendar.days();
        double least = 1;
        for (int step = 0; step < PriceLadder::steps; ++step) {
            const auto values = ladder(m_calendar).at(step);
            const double value = std::max(values->ofReview(first, days).value,
                                          values->ofMeetingLater(first, days, 1).value);
            least = std::min(least, value + values->price() * m_calendar.secondsFrom(0, days) /
                                                double(m_questions.size()));
        }
        return 100 * least;
    }

private:
    using Choose = std::function<PolicyRule(const SimulatedLearner &, const PlanCalendar &)>;

    PriceLadder &ladder(const PlanCalendar &calendar)
    {
        const int key = int(std::lround(calendar.attendance * 20));
        auto &ladder = m_ladders[key];
        if (!ladder)
            ladder = std::make_unique<PriceLadder>(
                m_transitions,
                std::vector<float>(m_calendar.seconds.size() + 1, float(key) / 20.0F));
        return *ladder;
    }

    Outcome play(const Choose &choose, bool learnsAttendance)
    {
        QList<double> scores;
        for (int seed = 0; seed < m_seeds; ++seed)
            scores.append(100 * playOnce(choose, learnsAttendance, quint32(1000 + seed)));
        Outcome outcome;
        for (const double score : std::as_const(scores))
            outcome.mean += score / m_seeds;
        double variance = 0;
        for (const double score : std::as_const(scores))
            variance += std::pow(score - outcome.mean, 2) / std::max(1, m_seeds - 1);
        outcome.error = std::sqrt(variance / m_seeds);
        return outcome;
    }

    double playOnce(const Choose &choose, bool learnsAttendance, quint32 seed)
    {
        SimulatedLearner learner(m_truth, m_questions, seed);
        QRandomGenerator skips(seed + 50'000); // the same days for every policy
        PolicyRule rule;
        int attended = 0;
        for (int day = 0; day < m_calendar.days(); ++day) {
            if (skips.generateDouble() >= m_attendance)
                continue;
            PlanCalendar left = m_calendar;
            left.today += day;
            left.seconds.erase(left.seconds.begin(), left.seconds.begin() + day);
            if (learnsAttendance) {
                left.attendance = std::round(expectedAttendance(attended, day) * 20) / 20;
            }
            if (attended++ % replanEvery == 0)
                rule = choose(learner, left);
            learner.practise(ladder(left), left, rule, 0);
        }
        return learner.readyOn(today + m_calendar.days());
    }

    const Fsrs6 m_truth;
    double m_attendance;
    int m_seeds;
    std::vector<PlanQuestion> m_questions;
    std::shared_ptr<const ReviewTransitions> m_transitions;
    PlanCalendar m_calendar;
    std::map<int, std::unique_ptr<PriceLadder>> m_ladders;
};

QString text(const Outcome &outcome)
{
    return u"%1 ±%2"_s.arg(outcome.mean, 5, 'f', 1).arg(outcome.error, 0, 'f', 1);
}

} // namespace

int main(int argc, char *argv[])
{
    using Kind = PolicyRule::Kind;
    QTextStream out(stdout);
    const int seeds = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 20;
    out << "Percent of questions recalled on the morning, mean of " << seeds
        << " learners ± standard error\n"
           "questions/days/min  learner              DR 0.90     best DR          myopic      ours "
           " "
           "      bound\n";
    for (const double attendance : {1.0, 0.7}) {
        for (const Cell &cell : cells) {
            for (const bool matched : {true, false}) {
                World world(cell, matched ? defaults() : forgetful(), attendance, seeds);
                Outcome best;
                double bestRetention = 0;
                for (const double retention : {0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98}) {
                    const Outcome outcome = world.play({Kind::Retention, 1, retention, 10'000});
                    if (outcome.mean > best.mean) {
                        best = outcome;
                        bestRetention = retention;
                    }
                }
                const QString name =
                    u"%1/%2/%3"_s.arg(cell.questions).arg(cell.days).arg(cell.minutes);
                const QString who = (matched ? u"matched"_s : u"mismatched"_s) +
                                    (attendance < 1 ? u", skips 30 %"_s : QString());
                out << name.leftJustified(20) << who.leftJustified(20)
                    << text(world.play({Kind::Retention, 1, 0.9, 10'000})).leftJustified(12)
                    << u"%1 at %2"_s.arg(text(best)).arg(bestRetention, 0, 'f', 2).leftJustified(17)
                    << text(world.play({Kind::Greedy, 1})).leftJustified(12)
                    << text(world.playOurs()).leftJustified(12)
                    << QString::number(world.bound(), 'f', 1) << Qt::endl;
            }
        }
    }
    return 0;
}
