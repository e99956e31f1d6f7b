// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/datepolicy.h"

#include "tests/support/policyfixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

using Kind = PolicyRule::Kind;

namespace {

constexpr int horizon = 20;

std::vector<MemoryState> someStates()
{
    std::vector<MemoryState> states;
    for (const double stability : {0.2, 1.3, 4.0, 15.0, 80.0, 600.0}) {
        for (const double difficulty : {1.0, 5.5, 10.0})
            states.push_back({stability, 0, difficulty});
    }
    return states;
}

std::vector<PlanQuestion> randomQuestions(QRandomGenerator &random)
{
    const double weights[] = {sideWeight, 1, 1.5, 2, 2.5};
    std::vector<PlanQuestion> questions;
    const int count = 1 + int(random.bounded(60));
    for (int i = 0; i < count; ++i) {
        PlanQuestion question;
        if (random.bounded(2) == 0) {
            const double stability = std::exp(random.generateDouble() * 6 - 1);
            question = seenQuestion(stability, int(random.bounded(30)));
        }
        question.weight = weights[random.bounded(5)];
        questions.push_back(question);
    }
    return questions;
}

} // namespace

class TestDatePolicy : public QObject
{
    Q_OBJECT

private slots:
    void ladder_doublesInThreeSteps();
    void ladder_keepsItsValues();
    void weights_eachOnceAndTheMeanOfNewOnes();
    void priced_indexIsWhatTodayAddsASecond();
    void priced_newOnesHaveTheSameIndex();
    void priced_worthIsWhateverAddsAnything();
    void priced_heavierComesFirst_data();
    void priced_heavierComesFirst();
    void greedy_indexIsRecallOnTheDayASecond();
    void retention_regardsNoDate();
    void new_noneInTheLastDays_data();
    void new_noneInTheLastDays();
    void wait_isTheFirstDayThatIsWorthIt();
    void wait_endsBeforeTheInterview();
    void wait_isLongerForAStrongerMemory();
    void wait_otherRulesDoNotLookAhead();
    void expectedSeconds_sumsUpProspects();
    void price_isTheLowestThatFits_fromWhereverItIsSought();
    void price_hasEnds();
    void price_isOfNoUseToOtherRules();

private:
    const PlanCalendar m_calendar = evenDays(horizon, 10);
    PriceLadder m_ladder = ladderFor(m_calendar);
};

void TestDatePolicy::ladder_doublesInThreeSteps()
{
    QCOMPARE(PriceLadder::stepsFor(1), 0);
    QCOMPARE(PriceLadder::stepsFor(2), 3);
    QCOMPARE(PriceLadder::stepsFor(1.5), 2);
    QCOMPARE(PriceLadder::stepsFor(2.5), 4);
    QCOMPARE(PriceLadder::stepsFor(sideWeight), -6);
    QVERIFY(std::abs(m_ladder.at(9)->price() / m_ladder.at(6)->price() - 2) < 1e-9);
    QVERIFY(m_ladder.at(0)->price() > 0);
}

void TestDatePolicy::ladder_keepsItsValues()
{
    QCOMPARE(m_ladder.at(5).get(), m_ladder.at(5).get());
    QVERIFY(m_ladder.at(5) != m_ladder.at(6));
    QVERIFY(m_ladder.at(-4)->price() < m_ladder.at(0)->price()); // of what weighs much
}

void TestDatePolicy::weights_eachOnceAndTheMeanOfNewOnes()
{
    std::vector<PlanQuestion> questions = unseenQuestions(3);
    questions[1].weight = 2;
    questions[2].weight = 2;
    questions.push_back(seenQuestion(5, 1, 2.5));
    QCOMPARE(weightsOf(questions), (std::vector<double>{1, 2, 2.5, 5.0 / 3}));
    QCOMPARE(weightsOf({}), std::vector<double>{1});
}

void TestDatePolicy::priced_indexIsWhatTodayAddsASecond()
{
    constexpr int step = 18;
    const DatePolicy policy({}, m_ladder, step, {1, 2, 1});
    const auto model = usualMemory();
    for (const double weight : {1.0, 2.0}) {
        const RecallValues &values = *m_ladder.at(step - PriceLadder::stepsFor(weight));
        for (const MemoryState &state : someStates()) {
            for (const int daysLeft : {1, 2, 10, horizon}) {
                const ReviewOutlook review = laterReview(*model, PracticeHabits(), state, 3);
                const double gain = values.ofReview(review, daysLeft).value -
                                    values.ofWaiting(state, 3, daysLeft).value;
                const Standing standing = policy.ofSeen(state, 3, daysLeft, weight);
                QVERIFY(std::abs(standing.index - weight * gain / review.seconds) < 1e-9);
                QCOMPARE(standing.seconds, review.seconds);
            }
        }
    }
}

void TestDatePolicy::priced_newOnesHaveTheSameIndex()
{
    constexpr int step = 18;
    const ReviewOutlook first = firstReview(*usualMemory(), PracticeHabits());
    for (const double weight : {1.0, 2.0}) {
        const DatePolicy policy({Kind::Priced, 3}, m_ladder, step, {weight});
        const RecallValues &values = *m_ladder.at(step - PriceLadder::stepsFor(weight));
        for (const int daysLeft : {3, 4, 10, horizon}) {
            const double gain = values.ofReview(first, daysLeft).value -
                                values.ofMeetingLater(first, daysLeft, 3).value;
            QVERIFY(std::abs(policy.ofNew(daysLeft).index - weight * gain / first.seconds) < 1e-9);
            QCOMPARE(policy.ofNew(daysLeft).seconds, first.seconds);
        }
    }
}

void TestDatePolicy::priced_worthIsWhateverAddsAnything()
{
    // On the last day, a review is worth it when recall rises at all, whatever time costs.
    const auto model = usualMemory();
    for (const int step : {0, 20, 40}) {
        const DatePolicy policy({}, m_ladder, step, {1});
        for (const MemoryState &state : someStates()) {
            const ReviewOutlook review = laterReview(*model, PracticeHabits(), state, 4);
            double recall = 0;
            for (std::size_t i = 0; i < review.after.size(); ++i)
                recall += review.chances[i] * model->recall(review.after[i], 1);
            const double gain = recall - model->recall(state, 5);
            if (std::abs(gain) > 0.01) // else the grid's values decide
                QCOMPARE(policy.ofSeen(state, 4, 1, 1).worth, gain > 0);
        }
        QVERIFY(policy.ofNew(1).worth);
    }
    // One just practised yesterday had better wait when much time is left.
    const DatePolicy cheap({}, m_ladder, 0, {1});
    QVERIFY(!cheap.ofSeen({30, 0, 5}, 1, horizon, 1).worth);
    QVERIFY(cheap.ofSeen({0.5, 0, 5}, 10, horizon, 1).worth);
}

void TestDatePolicy::priced_heavierComesFirst_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("daysLeft");
    for (const int daysLeft : {1, 2, 6, horizon}) {
        QTest::addRow("priced, %d", daysLeft) << int(Kind::Priced) << daysLeft;
        QTest::addRow("greedy, %d", daysLeft) << int(Kind::Greedy) << daysLeft;
    }
}

void TestDatePolicy::priced_heavierComesFirst()
{
    QFETCH(const int, kind);
    QFETCH(const int, daysLeft);
    const DatePolicy policy({Kind(kind)}, m_ladder, 22, {sideWeight, 0.5, 1, 2, 1});
    int compared = 0;
    int ordered = 0;
    for (const MemoryState &state : someStates()) {
        double before = -1;
        for (const double weight : {sideWeight, 0.5, 1.0, 2.0}) {
            const Standing standing = policy.ofSeen(state, 5, daysLeft, weight);
            if (standing.index > 0 && before > 0) {
                ++compared;
                ordered += standing.index > before;
            }
            before = standing.index;
        }
    }
    qInfo("%d of %d in order", ordered, compared);
    QVERIFY(compared > 10);
    // What weighs more comes again more often, so that with many days left a single one of them
    // may matter less.
    const bool strictly = daysLeft <= 2 || Kind(kind) == Kind::Greedy;
    QVERIFY(ordered >= (strictly ? compared : 0.8 * compared));
}

void TestDatePolicy::greedy_indexIsRecallOnTheDayASecond()
{
    const DatePolicy policy({Kind::Greedy}, m_ladder, 0, {1, 2, 2});
    const auto model = usualMemory();
    const MemoryState state{3, 0, 4};
    const ReviewOutlook review = laterReview(*model, PracticeHabits(), state, 2);
    double recall = 0;
    for (std::size_t i = 0; i < review.after.size(); ++i)
        recall += review.chances[i] * model->recall(review.after[i], 9);
    const double gain = recall - model->recall(state, 11);
    QVERIFY(std::abs(policy.ofSeen(state, 2, 9, 2).index - 2 * gain / review.seconds) < 1e-12);
    QVERIFY(policy.ofSeen(state, 2, 9, 2).worth);
    const ReviewOutlook first = firstReview(*model, PracticeHabits());
    double met = 0;
    for (std::size_t i = 0; i < first.after.size(); ++i)
        met += first.chances[i] * model->recall(first.after[i], 9);
    QVERIFY(std::abs(policy.ofNew(9).index - 2 * met / first.seconds) < 1e-12);
}

void TestDatePolicy::retention_regardsNoDate()
{
    const DatePolicy policy({Kind::Retention, 1, 0.9}, m_ladder, 0, {1});
    const MemoryState state{6, 0, 5}; // 90 % after six days
    QVERIFY(!policy.ofSeen(state, 5, 10, 1).worth);
    QVERIFY(policy.ofSeen(state, 6, 10, 1).worth);
    QCOMPARE(policy.ofSeen(state, 9, 10, 1).index, policy.ofSeen(state, 9, 1, 1).index);
    QVERIFY(policy.ofSeen(state, 9, 10, 1).index > policy.ofSeen(state, 7, 10, 1).index);
    QVERIFY(policy.ofSeen({6000, 0, 5}, 1, 10, 1).index > policy.ofNew(10).index);
}

void TestDatePolicy::new_noneInTheLastDays_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("priced") << int(Kind::Priced);
    QTest::newRow("greedy") << int(Kind::Greedy);
    QTest::newRow("retention") << int(Kind::Retention);
}

void TestDatePolicy::new_noneInTheLastDays()
{
    QFETCH(const int, kind);
    const DatePolicy policy({Kind(kind), lastDays + 1}, m_ladder, 10, {1});
    for (int daysLeft = 1; daysLeft <= lastDays; ++daysLeft)
        QVERIFY(!policy.ofNew(daysLeft).worth);
    QVERIFY(policy.ofNew(lastDays + 1).worth);
    const DatePolicy untilTheLast({Kind(kind), 1}, m_ladder, 10, {1});
    QVERIFY(untilTheLast.ofNew(1).worth);
}

void TestDatePolicy::wait_isTheFirstDayThatIsWorthIt()
{
    constexpr int step = 16;
    const DatePolicy policy({}, m_ladder, step, {1});
    const RecallValues &values = *m_ladder.at(step);
    int between = 0;
    for (const MemoryState &state : someStates()) {
        const int wait = policy.waitAfter(state, horizon, 1);
        for (int day = 1; day <= wait && day < horizon - 1; ++day) {
            const ReviewOutlook review = laterReview(*usualMemory(), PracticeHabits(), state, day);
            const bool worthIt = values.ofReview(review, horizon - day).value >=
                                 values.ofWaiting(state, day, horizon - day).value;
            QCOMPARE(worthIt, day == wait);
        }
        between += wait > 1 && wait < horizon - 1;
    }
    QVERIFY(between >= 3); // else this says little
}

void TestDatePolicy::wait_endsBeforeTheInterview()
{
    for (const int step : {0, 15, 30, 45}) {
        const DatePolicy policy({}, m_ladder, step, {sideWeight, 1, 2.5, 1});
        for (const MemoryState &state : someStates()) {
            for (const double weight : {sideWeight, 1.0, 2.5}) {
                for (int daysLeft = 1; daysLeft <= horizon + 5; ++daysLeft) {
                    const int wait = policy.waitAfter(state, daysLeft, weight);
                    QVERIFY(wait >= 1);
                    QVERIFY(wait <= qMax(1, daysLeft - 1));
                }
            }
        }
    }
}

void TestDatePolicy::wait_isLongerForAStrongerMemory()
{
    const DatePolicy policy({}, m_ladder, 16, {1});
    int before = 0;
    for (const double stability : {0.3, 1.0, 3.0, 10.0, 30.0, 100.0}) {
        const int wait = policy.waitAfter({stability, 0, 5}, horizon, 1);
        QVERIFY(wait >= before);
        before = wait;
    }
    QCOMPARE(policy.waitAfter({0.3, 0, 5}, horizon, 1), 1);
    QVERIFY(before > 5);
}

void TestDatePolicy::wait_otherRulesDoNotLookAhead()
{
    for (const Kind kind : {Kind::Greedy, Kind::Retention}) {
        const DatePolicy policy({kind}, m_ladder, 10, {1});
        for (const int daysLeft : {1, 2, 10})
            QCOMPARE(policy.waitAfter({3, 0, 5}, daysLeft, 1), 0);
    }
}

void TestDatePolicy::expectedSeconds_sumsUpProspects()
{
    constexpr int step = 14;
    const DatePolicy policy({}, m_ladder, step, {1});
    const RecallValues &values = *m_ladder.at(step);
    const PlanQuestion today = seenQuestion(3, 0); // not again before tomorrow
    const double ofToday = values.ofWaiting(today.state, 0, 9).seconds;
    QVERIFY(std::abs(policy.expectedSeconds({today}, planDay, 9) - ofToday) < 1e-9);
    const DatePolicy cheap({}, m_ladder, 0, {1});
    QCOMPARE(cheap.expectedSeconds({seenQuestion(0.1, 0)}, planDay, 1), 0.0);
    QVERIFY(cheap.expectedSeconds({seenQuestion(0.1, 1)}, planDay, 1) > 0);
    const PlanQuestion forgotten = seenQuestion(0.5, 12);
    const double ofForgotten =
        values.ofReview(laterReview(*usualMemory(), PracticeHabits(), forgotten.state, 12), 9)
            .seconds;
    QVERIFY(std::abs(policy.expectedSeconds({forgotten}, planDay, 9) - ofForgotten) < 1e-9);
    const ReviewOutlook first = firstReview(*usualMemory(), PracticeHabits());
    const double ofNew = policy.expectedSeconds(unseenQuestions(1), planDay, 9);
    QVERIFY(ofNew >= first.seconds);
    QVERIFY(std::abs(policy.expectedSeconds({today, forgotten, {}, {}}, planDay, 9) -
                     (ofToday + ofForgotten + 2 * ofNew)) < 1e-9);
    // None of the new ones in the last days.
    const DatePolicy reviewing({Kind::Priced, lastDays + 1}, m_ladder, step, {1});
    QCOMPARE(reviewing.expectedSeconds(unseenQuestions(5), planDay, lastDays), 0.0);
}

void TestDatePolicy::price_isTheLowestThatFits_fromWhereverItIsSought()
{
    QRandomGenerator random(planSeed(20'261'122));
    for (int round = 0; round < 12; ++round) {
        const std::vector<PlanQuestion> questions = randomQuestions(random);
        const int daysLeft = 1 + int(random.bounded(horizon));
        const double seconds = double(questions.size()) * random.generateDouble() * 80;
        const PolicyRule rule{Kind::Priced, round % 2 == 0 ? 1 : lastDays + 1};
        const auto fits = [&](int step) {
            return DatePolicy(rule, m_ladder, step, weightsOf(questions))
                       .expectedSeconds(questions, planDay, daysLeft) <= seconds;
        };
        int lowest = 0;
        while (lowest < PriceLadder::steps - 1 && !fits(lowest))
            ++lowest;
        for (const int near : {0, 10, PriceLadder::middle, 35, PriceLadder::steps - 1, -7, 99})
            QCOMPARE(findPrice(m_ladder, rule, questions, planDay, daysLeft, seconds, near),
                     lowest);
    }
}

void TestDatePolicy::price_hasEnds()
{
    const std::vector<PlanQuestion> questions = unseenQuestions(40);
    QCOMPARE(findPrice(m_ladder, {}, questions, planDay, 10, 1e9), 0);
    QCOMPARE(findPrice(m_ladder, {}, questions, planDay, 10, -1), PriceLadder::steps - 1);
    QCOMPARE(findPrice(m_ladder, {}, {}, planDay, 10, 0), 0);
    const int tight = findPrice(m_ladder, {}, questions, planDay, 10, 600);
    const int roomy = findPrice(m_ladder, {}, questions, planDay, 10, 3000);
    QVERIFY(roomy < tight);
}

void TestDatePolicy::price_isOfNoUseToOtherRules()
{
    const std::vector<PlanQuestion> questions = unseenQuestions(40);
    for (const Kind kind : {Kind::Greedy, Kind::Retention}) {
        QCOMPARE(findPrice(m_ladder, {kind}, questions, planDay, 10, 600),
                 int(PriceLadder::middle));
        QCOMPARE(findPrice(m_ladder, {kind}, questions, planDay, 10, 0, 7), 7);
    }
}

QTEST_GUILESS_MAIN(TestDatePolicy)
#include "tst_datepolicy.moc"
