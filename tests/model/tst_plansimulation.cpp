// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/plansimulation.h"

#include "tests/support/policyfixture.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

using Kind = PolicyRule::Kind;

namespace {

// That the longest answer takes, and how far a day's last one may begin before the end.
const double longestAnswer = PracticeHabits().learning[0] + PracticeHabits().relearning;
const double latestBegin = 0.5 * PracticeHabits().secondsForNew();

// Unseen ones, and others known well, badly or not any more.
std::vector<PlanQuestion> mixedQuestions(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<PlanQuestion> questions = unseenQuestions(count);
    for (std::size_t i = 0; i < questions.size(); i += 2) {
        const double stability = std::exp(random.generateDouble() * 6 - 1);
        questions[i] = seenQuestion(stability, 1 + int(random.bounded(40)));
    }
    return questions;
}

// Someone who follows a priced plan, by the rules as they are written down rather than by the code
// that simulates: what is drawn of what they recall is held against the forecast.
class Life final
{
public:
    Life(const MemoryModel &truth, const std::vector<PlanQuestion> &questions, quint32 seed)
        : m_truth(truth)
        , m_questions(questions)
        , m_random(seed)
    {
    }

    void live(PriceLadder &ladder, const PlanCalendar &calendar)
    {
        int step = PriceLadder::middle;
        for (int index = 0; index < calendar.days(); ++index) {
            const int day = calendar.today + index;
            const int daysLeft = calendar.days() - index;
            step = findPrice(ladder, {}, m_questions, day, daysLeft,
                             calendar.secondsFrom(index, calendar.days()), step);
            const DatePolicy policy({}, ladder, step, weightsOf(m_questions));
            double left = calendar.seconds[std::size_t(index)];
            while (PlanQuestion *next = best(policy, day, daysLeft)) {
                if (left < latestBegin)
                    break;
                left -= answer(*next, day);
            }
        }
    }

    bool recalls(std::size_t question, int day)
    {
        const PlanQuestion &asked = m_questions[question];
        return asked.seen &&
               m_random.generateDouble() < m_truth.recall(asked.state, day - asked.lastDay);
    }

private:
    PlanQuestion *best(const DatePolicy &policy, int day, int daysLeft)
    {
        PlanQuestion *found = nullptr;
        double index = 0;
        for (PlanQuestion &question : m_questions) {
            if (question.seen && question.lastDay == day)
                continue;
            const Standing standing = question.seen
                                          ? policy.ofSeen(question.state, day - question.lastDay,
                                                          daysLeft, question.weight)
                                          : policy.ofNew(daysLeft);
            if (standing.worth && (!found || standing.index > index)) {
                found = &question;
                index = standing.index;
            }
        }
        return found;
    }

    // Seconds that it took.
    double answer(PlanQuestion &question, int day)
    {
        const PracticeHabits habits;
        const double drawn = m_random.generateDouble();
        const auto pick = [&](double again, const auto &shares, double ofShares) {
            double sum = again;
            int grade = 1;
            for (const double share : shares) {
                if (drawn < sum)
                    break;
                sum += ofShares * share;
                ++grade;
            }
            return Rating(qMin(grade, 4));
        };
        const bool first = !question.seen;
        const int days = day - question.lastDay;
        Rating rating = Rating::Again;
        if (first) {
            rating = pick(0.24, std::array{0.094, 0.495, 0.171}, 1);
            question.state = m_truth.first(rating);
        } else {
            const double recall = m_truth.recall(question.state, days);
            rating = pick(1 - recall, std::array{0.224, 0.631, 0.145}, recall);
            question.state = m_truth.next(question.state, days, rating);
        }
        if (rating == Rating::Again) // once more, now with the answer in mind
            question.state = m_truth.next(question.state, 0, Rating::Good);
        question.seen = true;
        question.lastDay = day;
        return (first ? habits.learning : habits.reviewing)[std::size_t(rating) - 1] +
               (rating == Rating::Again ? habits.relearning : 0);
    }

    const MemoryModel &m_truth;
    std::vector<PlanQuestion> m_questions;
    QRandomGenerator m_random;
};

double meanOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

double standardError(const std::vector<double> &values)
{
    const double mean = meanOf(values);
    double variance = 0;
    for (const double value : values)
        variance += std::pow(value - mean, 2) / double(values.size() - 1);
    return std::sqrt(variance / double(values.size()));
}

} // namespace

class TestPlanSimulation : public QObject
{
    Q_OBJECT

private slots:
    void calendar_countsDaysBackwards();
    void calendar_expectsMissedDaysButToday();
    void attendance_beginsWithTheUsual();
    void day_keepsToItsBudget_data();
    void day_keepsToItsBudget();
    void day_asksNothingTwice();
    void day_off_staysEmpty();
    void day_oneQuestionOfThreeMinutes_isNotBegun();
    void grades_areDrawnAsTheModelSays_data();
    void grades_areDrawnAsTheModelSays();
    void retention_limitsNewOnes();
    void ready_isTheWeightedShareOfWhatCounts();
    void plan_seedsReproduce();
    void plan_firstDaysAreThoseOfNewOnes();
    void plan_skippedDays_areMissed();
    void plan_noDays_isEmpty();
    void bestRule_isTheBetter();
    void bestRule_earlierUnlessClearlyWorse();
    void priced_isNotWorseThanFixedRetentionAndGreedy_data();
    void priced_isNotWorseThanFixedRetentionAndGreedy();
    void forecast_isCalibrated();
};

void TestPlanSimulation::calendar_countsDaysBackwards()
{
    PlanCalendar calendar = evenDays(4, 10, 0.8);
    calendar.seconds[1] = 0;
    QCOMPARE(calendar.practised(), (std::vector<float>{0, 0.8F, 0.8F, 0, 0.8F}));
    QCOMPARE(PlanCalendar().practised(), std::vector<float>{0});
}

void TestPlanSimulation::calendar_expectsMissedDaysButToday()
{
    const PlanCalendar calendar = evenDays(5, 10, 0.5);
    QCOMPARE(calendar.secondsFrom(0, 5), 600 + 4 * 300.0);
    QCOMPARE(calendar.secondsFrom(2, 5), 600 + 2 * 300.0);
    QCOMPARE(calendar.secondsFrom(0, 2), 600 + 300.0);
    QCOMPARE(calendar.secondsFrom(5, 3), 0.0);
}

void TestPlanSimulation::attendance_beginsWithTheUsual()
{
    QCOMPARE(expectedAttendance(0, 0), 0.75);
    QVERIFY(expectedAttendance(28, 28) > 0.95);
    QVERIFY(expectedAttendance(0, 28) < 0.15);
    QCOMPARE(expectedAttendance(3, 6), 7.5 / 12);
}

void TestPlanSimulation::day_keepsToItsBudget_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("priced") << int(Kind::Priced);
    QTest::newRow("greedy") << int(Kind::Greedy);
    QTest::newRow("retention") << int(Kind::Retention);
}

void TestPlanSimulation::day_keepsToItsBudget()
{
    QFETCH(const int, kind);
    PlanCalendar calendar = evenDays(8, 5);
    calendar.seconds[2] = 40;
    calendar.seconds[5] = 900;
    PriceLadder ladder = ladderFor(calendar);
    const auto plan =
        simulatePlan(mixedQuestions(80, 3), ladder, calendar, {Kind(kind)}, 11, false);
    QCOMPARE(plan.days.size(), std::size_t(8));
    for (std::size_t i = 0; i < plan.days.size(); ++i) {
        QVERIFY(plan.days[i].seconds <= calendar.seconds[i] - latestBegin + longestAnswer);
        QVERIFY(plan.days[i].reviews + plan.days[i].fresh > 0);
    }
    // There is more to do than time, and time is not wasted.
    QVERIFY(plan.days[0].seconds > calendar.seconds[0] - 2 * latestBegin);
}

void TestPlanSimulation::day_asksNothingTwice()
{
    const PlanCalendar calendar = evenDays(6, 60); // time for everything, each day
    PriceLadder ladder = ladderFor(calendar);
    SimulatedLearner learner(ladder.transitions()->model(), mixedQuestions(30, 4), 12);
    int reviews = 0;
    for (int index = 0; index < calendar.days(); ++index) {
        const SimulatedDay done = learner.practise(ladder, calendar, {}, index);
        const auto asked = std::count_if(
            learner.questions().begin(), learner.questions().end(),
            [&](const PlanQuestion &question) { return question.lastDay == planDay + index; });
        QCOMPARE(done.reviews + done.fresh, int(asked));
        reviews += done.reviews;
        // And once more on the same day finds nothing that was asked already.
        const SimulatedDay again = learner.practise(ladder, calendar, {}, index);
        QCOMPARE(again.reviews + again.fresh + int(asked),
                 int(std::count_if(learner.questions().begin(), learner.questions().end(),
                                   [&](const PlanQuestion &question) {
                                       return question.lastDay == planDay + index;
                                   })));
    }
    QVERIFY(reviews > 30);
}

void TestPlanSimulation::day_off_staysEmpty()
{
    PlanCalendar calendar = evenDays(7, 10);
    calendar.seconds[0] = calendar.seconds[3] = calendar.seconds[6] = 0;
    PriceLadder ladder = ladderFor(calendar);
    const auto plan = simulatePlan(mixedQuestions(40, 5), ladder, calendar, {}, 13, false);
    for (const std::size_t off : {0U, 3U, 6U}) {
        QCOMPARE(plan.days[off].seconds, 0.0);
        QCOMPARE(plan.days[off].reviews + plan.days[off].fresh, 0);
    }
    QVERIFY(plan.days[1].fresh > 0);
    QVERIFY(plan.days[6].ready < plan.days[5].ready); // a night more to forget in

    const PlanCalendar never = evenDays(5, 0);
    PriceLadder idle = ladderFor(never);
    const auto nothing = simulatePlan(unseenQuestions(10), idle, never, {}, 13, false);
    QCOMPARE(nothing.ready(), 0.0);
    QVERIFY(std::all_of(nothing.firstDays.begin(), nothing.firstDays.end(),
                        [](int day) { return day == -1; }));
}

void TestPlanSimulation::day_oneQuestionOfThreeMinutes_isNotBegun()
{
    PlanCalendar calendar = evenDays(1, 0);
    calendar.seconds[0] = latestBegin - 0.1;
    PriceLadder ladder = ladderFor(calendar);
    QCOMPARE(simulatePlan(unseenQuestions(5), ladder, calendar, {}, 1, false).days[0].fresh, 0);
    calendar.seconds[0] = latestBegin + 0.1;
    QCOMPARE(simulatePlan(unseenQuestions(5), ladder, calendar, {}, 1, false).days[0].fresh, 1);
}

void TestPlanSimulation::grades_areDrawnAsTheModelSays_data()
{
    QTest::addColumn<bool>("seen");
    QTest::newRow("new") << false;
    QTest::newRow("seen") << true;
}

void TestPlanSimulation::grades_areDrawnAsTheModelSays()
{
    QFETCH(const bool, seen);
    constexpr std::size_t count = 3000;
    const PlanCalendar calendar = evenDays(1, 10'000); // time for all of them
    PriceLadder ladder = ladderFor(calendar);
    const auto model = usualMemory();
    const PlanQuestion question = seen ? seenQuestion(5, 8) : PlanQuestion();
    const ReviewOutlook expected = seen ? laterReview(*model, PracticeHabits(), question.state, 8)
                                        : firstReview(*model, PracticeHabits());
    SimulatedLearner learner(*model, std::vector<PlanQuestion>(count, question), 17);
    const SimulatedDay done = learner.practise(ladder, calendar, {Kind::Greedy, 1}, 0);
    QCOMPARE(done.reviews + done.fresh, int(count));
    QVERIFY(std::abs(done.seconds / count - expected.seconds) < 0.5);
    const auto tomorrow = learner.recallOn(planDay + 1);
    std::array<int, 4> drawn{};
    for (std::size_t i = 0; i < count; ++i) {
        const MemoryState &state = learner.questions()[i].state;
        const auto after = std::find(expected.after.begin(), expected.after.end(), state);
        QVERIFY(after != expected.after.end());
        ++drawn[std::size_t(after - expected.after.begin())];
        QCOMPARE(tomorrow[i], model->recall(state, 1)); // by the truth as by the belief
    }
    for (std::size_t grade = 0; grade < drawn.size(); ++grade) {
        const double share = double(drawn[grade]) / count;
        QVERIFY(std::abs(share - expected.chances[grade]) < 0.035); // four standard deviations
    }
}

void TestPlanSimulation::retention_limitsNewOnes()
{
    const PlanCalendar calendar = evenDays(3, 60);
    PriceLadder ladder = ladderFor(calendar);
    const auto plan =
        simulatePlan(unseenQuestions(40), ladder, calendar, {Kind::Retention, 1, 0.9, 4}, 2, false);
    for (const SimulatedDay &day : plan.days)
        QCOMPARE(day.fresh, 4);
    // In must-study order.
    for (std::size_t i = 0; i < plan.firstDays.size(); ++i)
        QCOMPARE(plan.firstDays[i], i < 12 ? int(i / 4) : -1);
}

void TestPlanSimulation::ready_isTheWeightedShareOfWhatCounts()
{
    std::vector<PlanQuestion> questions{seenQuestion(10, 0, 1), seenQuestion(2, 3, 2.5),
                                        seenQuestion(5, 1, sideWeight)};
    questions.push_back(unseenQuestions(1, 1.5).front());
    const auto model = usualMemory();
    const SimulatedLearner learner(*model, questions, 1);
    const double first = model->recall({10, 0, 5}, 4);
    const double second = model->recall({2, 0, 5}, 7);
    QCOMPARE(learner.readyOn(planDay + 4), (first + 2.5 * second) / 5);
    QCOMPARE(learner.recallOn(planDay + 4),
             (std::vector<double>{first, second, model->recall({5, 0, 5}, 5), 0}));
    QCOMPARE(SimulatedLearner(*model, {questions[2]}, 1).readyOn(planDay), 0.0);
}

void TestPlanSimulation::plan_seedsReproduce()
{
    const PlanCalendar calendar = evenDays(6, 8, 0.7);
    PriceLadder ladder = ladderFor(calendar);
    const auto questions = mixedQuestions(40, 6);
    const auto readyOf = [&](quint32 seed) {
        std::vector<double> ready;
        for (const SimulatedDay &day :
             simulatePlan(questions, ladder, calendar, {}, seed, true).days)
            ready.push_back(day.ready);
        return ready;
    };
    QCOMPARE(readyOf(21), readyOf(21));
    QVERIFY(readyOf(21) != readyOf(22));
}

void TestPlanSimulation::plan_firstDaysAreThoseOfNewOnes()
{
    const PlanCalendar calendar = evenDays(6, 4);
    PriceLadder ladder = ladderFor(calendar);
    const auto questions = mixedQuestions(300, 7);
    const auto plan = simulatePlan(questions, ladder, calendar, {}, 23, false);
    std::vector<int> begun(plan.days.size());
    int never = 0;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (plan.firstDays[i] >= 0) {
            QVERIFY(!questions[i].seen);
            ++begun[std::size_t(plan.firstDays[i])];
        } else {
            never += !questions[i].seen;
        }
    }
    for (std::size_t day = 0; day < begun.size(); ++day)
        QCOMPARE(plan.days[day].fresh, begun[day]);
    QVERIFY(never > 0); // in so little time
}

void TestPlanSimulation::plan_skippedDays_areMissed()
{
    const PlanCalendar calendar = evenDays(30, 3, 0.5);
    PriceLadder ladder = ladderFor(calendar);
    const PolicyRule rule{Kind::Retention};
    const auto practised = [&](bool skips) {
        const auto plan = simulatePlan(unseenQuestions(400), ladder, calendar, rule, 24, skips);
        return std::count_if(plan.days.begin(), plan.days.end(),
                             [](const SimulatedDay &day) { return day.seconds > 0; });
    };
    QCOMPARE(int(practised(false)), 30);
    const auto kept = int(practised(true));
    QVERIFY(kept > 7 && kept < 23); // 15 ± three standard deviations
}

void TestPlanSimulation::plan_noDays_isEmpty()
{
    const PlanCalendar calendar = evenDays(0, 10);
    PriceLadder ladder = ladderFor(calendar);
    const auto plan = simulatePlan(unseenQuestions(3), ladder, calendar, {}, 1, false);
    QVERIFY(plan.days.empty());
    QCOMPARE(plan.ready(), 0.0);
    QCOMPARE(plan.firstDays, (std::vector<int>{-1, -1, -1}));
}

void TestPlanSimulation::bestRule_isTheBetter()
{
    const PlanCalendar calendar = evenDays(7, 6);
    PriceLadder ladder = ladderFor(calendar);
    const auto questions = unseenQuestions(40);
    const PolicyRule nothingNew{Kind::Retention, 1, 0.9, 0};
    const PolicyRule priced{Kind::Priced, 1};
    QCOMPARE(bestRule({nothingNew, priced}, ladder, calendar, questions, 2, 31), priced);
    QCOMPARE(bestRule({priced, nothingNew}, ladder, calendar, questions, 2, 31), priced);
}

void TestPlanSimulation::bestRule_earlierUnlessClearlyWorse()
{
    const PlanCalendar calendar = evenDays(4, 6);
    PriceLadder ladder = ladderFor(calendar);
    // Of which the second number means nothing to a priced rule.
    const PolicyRule one{Kind::Priced, 1, 0.8};
    const PolicyRule same{Kind::Priced, 1, 0.9};
    QCOMPARE(bestRule({one, same}, ladder, calendar, unseenQuestions(30), 2, 32), one);
    QCOMPARE(bestRule({same, one}, ladder, calendar, unseenQuestions(30), 2, 32), same);
    QCOMPARE(usualRules().front(), (PolicyRule{Kind::Priced, lastDays + 1}));
}

void TestPlanSimulation::priced_isNotWorseThanFixedRetentionAndGreedy_data()
{
    QTest::addColumn<double>("forgetting"); // of the learner, in times of what the policy thinks
    QTest::newRow("as believed") << 1.0;
    QTest::newRow("forgets faster") << 0.6;
}

void TestPlanSimulation::priced_isNotWorseThanFixedRetentionAndGreedy()
{
    QFETCH(const double, forgetting);
    constexpr int learners = 12;
    const quint32 seed = planSeed(1000);
    const PlanCalendar calendar = evenDays(14, 6);
    PriceLadder ladder = ladderFor(calendar);
    const auto questions = unseenQuestions(120);
    QList<double> weights = usualMemory()->weights();
    for (int i = 0; i < 4; ++i)
        weights[i] *= forgetting;
    const auto truth = makeMemoryModel(u"fsrs6"_s, weights);
    const auto play = [&](const PolicyRule &rule) {
        std::vector<double> ready;
        for (quint32 i = 0; i < learners; ++i) {
            SimulatedLearner learner(*truth, questions, seed + i);
            for (int index = 0; index < calendar.days(); ++index)
                learner.practise(ladder, calendar, rule, index);
            ready.push_back(100 * learner.readyOn(planDay + calendar.days()));
        }
        return ready;
    };
    const auto ours = play(bestRule(usualRules(), ladder, calendar, questions, 2, seed));
    qInfo("ours recalls %.1f %%", meanOf(ours));
    const auto compare = [&](const char *name, const PolicyRule &rule) {
        const auto theirs = play(rule);
        std::vector<double> better;
        for (std::size_t i = 0; i < ours.size(); ++i)
            better.push_back(ours[i] - theirs[i]);
        qInfo("%s recalls %.1f %%: %+.1f ± %.1f", name, meanOf(theirs), meanOf(better),
              standardError(better));
        QVERIFY2(meanOf(better) > -3 * standardError(better), name);
    };
    compare("retention of 0.90", {Kind::Retention, 1, 0.9, 10'000});
    compare("greedy", {Kind::Greedy, 1});
    QVERIFY(meanOf(ours) > 70); // and it is no contest among losers
}

// What is forecast of each question, and what then comes of it, for learners who all remember
// differently and whose plans know how.
void TestPlanSimulation::forecast_isCalibrated()
{
    constexpr int learners = 40;
    constexpr int forecasts = 40; // runs that a forecast is the mean of
    constexpr int lives = 25;
    constexpr int enough = 2000;
    QRandomGenerator random(planSeed(77));
    std::array<double, 10> predicted{};
    std::array<double, 10> realised{};
    std::array<int, 10> draws{};
    for (int i = 0; i < learners; ++i) {
        QList<double> weights = usualMemory()->weights();
        for (double &weight : weights)
            weight *= std::exp(0.4 * (random.generateDouble() - 0.5));
        for (int first = 0; first < 4; ++first) // some forget three times as fast as others
            weights[first] *= std::exp(1.2 * (random.generateDouble() - 0.5));
        const auto truth = makeMemoryModel(u"fsrs6"_s, weights);
        // Some have too little time, so that much is forgotten.
        const PlanCalendar calendar = evenDays(10, 0.4 * (1 + i % 5));
        PriceLadder ladder(
            std::make_shared<ReviewTransitions>(truth, PracticeHabits(), calendar.days()),
            calendar.practised());
        auto questions = mixedQuestions(60, random.generate());
        for (PlanQuestion &question : questions)
            question.weight = 0.5 * (1 + int(random.bounded(5)));
        const int end = planDay + calendar.days();
        std::vector<double> forecast(questions.size());
        for (int run = 0; run < forecasts; ++run) {
            SimulatedLearner learner(*truth, questions, random.generate());
            for (int index = 0; index < calendar.days(); ++index)
                learner.practise(ladder, calendar, {Kind::Priced, 1}, index);
            const auto recall = learner.recallOn(end);
            for (std::size_t question = 0; question < recall.size(); ++question)
                forecast[question] += recall[question] / forecasts;
        }
        for (int run = 0; run < lives; ++run) {
            Life life(*truth, questions, random.generate());
            life.live(ladder, calendar);
            for (std::size_t question = 0; question < forecast.size(); ++question) {
                const auto decile = std::size_t(qMin(9, int(10 * forecast[question])));
                ++draws[decile];
                predicted[decile] += forecast[question];
                realised[decile] += life.recalls(question, end);
            }
        }
    }
    double worst = 0;
    int judged = 0;
    for (std::size_t decile = 0; decile < draws.size(); ++decile) {
        if (draws[decile] < enough)
            continue;
        const double difference = 100 * (realised[decile] - predicted[decile]) / draws[decile];
        qInfo("decile %d: %d draws, predicted %.1f %%, realised %+.1f", int(decile) + 1,
              draws[decile], 100 * predicted[decile] / draws[decile], difference);
        worst = qMax(worst, std::abs(difference));
        ++judged;
    }
    qInfo("worst difference %.2f points in %d deciles", worst, judged);
    QVERIFY(judged >= 4);
    QVERIFY(worst < 2);
}

QTEST_GUILESS_MAIN(TestPlanSimulation)
#include "tst_plansimulation.moc"
