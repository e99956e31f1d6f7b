// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/recallvalues.h"

#include "tests/support/policyfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr double price = 1e-3; // recall a second, at which some reviews are worth it and some not

// Values by the recursion itself, without a grid. Its cost grows fast with the days.
struct BruteForce
{
    double price = 0;
    std::vector<double> practised; // by days left

    const MemoryModel &model = *memory;
    PracticeHabits habits = {};

    inline static const std::shared_ptr<const MemoryModel> memory = usualMemory();

    // On the morning of a day.
    Prospect ofMorning(const MemoryState &state, int elapsed, int daysLeft) const
    {
        if (daysLeft == 0)
            return {model.recall(state, elapsed), 0};
        const Prospect waiting = ofMorning(state, elapsed + 1, daysLeft - 1);
        const double chance = practised.at(std::size_t(daysLeft));
        if (chance == 0)
            return waiting;
        const Prospect reviewed = ofReview(laterReview(model, habits, state, elapsed), daysLeft);
        if (reviewed.value <= waiting.value)
            return waiting;
        return {waiting.value + chance * (reviewed.value - waiting.value),
                waiting.seconds + chance * (reviewed.seconds - waiting.seconds)};
    }

    Prospect ofReview(const ReviewOutlook &review, int daysLeft) const
    {
        Prospect expected{-price * review.seconds, review.seconds};
        for (std::size_t grade = 0; grade < review.after.size(); ++grade) {
            const Prospect then = ofMorning(review.after[grade], 1, daysLeft - 1);
            expected.value += review.chances[grade] * then.value;
            expected.seconds += review.chances[grade] * then.seconds;
        }
        return expected;
    }
};

std::shared_ptr<const ReviewTransitions> transitionsFor(int horizon)
{
    return std::make_shared<ReviewTransitions>(usualMemory(), PracticeHabits(), horizon);
}

RecallValues valuesOf(int horizon, double priceOfTime, const std::vector<float> &practised = {})
{
    return {transitionsFor(horizon), priceOfTime, practised};
}

const QList<MemoryState> someStates{
    {0.3, 0, 8}, {1.3, 0, 6.4}, {3, 0, 2.5}, {12, 0, 5}, {90, 0, 9}};

} // namespace

class TestRecallValues : public QObject
{
    Q_OBJECT

private slots:
    void review_againIsFollowedByAGood();
    void grid_nodesStandForThemselves();
    void grid_betweenNodes_isTheirMean();
    void grid_outside_isItsBorder();
    void values_areThoseOfTheRecursion_data();
    void values_areThoseOfTheRecursion();
    void values_fallWithThePrice_byTheSecondsSpent();
    void values_riseWithAttendance();
    void values_withoutPrice_riseWithTheDaysForANewQuestion();
    void values_withoutPractice_areRecallOnTheDay();
    void dayOff_isNeverUsed();
    void dear_isNeverReviewed();
    void beyondTheHorizon_isTheHorizon();
    void longAgo_isNotTakenForYesterday();
    void meetingLater_isTheBestOfTheDaysAllowed();
    void meetingLater_regardsMissedDays();
};

void TestRecallValues::review_againIsFollowedByAGood()
{
    const auto model = usualMemory();
    const PracticeHabits habits;
    const ReviewOutlook first = firstReview(*model, habits);
    QCOMPARE(first.after[2], model->first(Rating::Good));
    QCOMPARE(first.after[0], model->next(model->first(Rating::Again), 0, Rating::Good));
    QCOMPARE(first.seconds, 0.24 * (19.58 + 12.32) + 0.094 * 18.79 + 0.495 * 13.78 + 0.171 * 10.71);

    const MemoryState state{4, 0, 5};
    const ReviewOutlook later = laterReview(*model, habits, state, 4); // recalled by 90 %
    QVERIFY(std::abs(later.chances[0] - 0.1) < 1e-9);
    QVERIFY(std::abs(later.chances[1] - 0.9 * 0.224) < 1e-9);
    QVERIFY(std::abs(later.chances[0] + later.chances[1] + later.chances[2] + later.chances[3] -
                     1) < 1e-9);
    QCOMPARE(later.after[3], model->next(state, 4, Rating::Easy));
    QCOMPARE(later.after[0], model->next(model->next(state, 4, Rating::Again), 0, Rating::Good));
    const double passed = 0.224 * 17.59 + 0.631 * 12.38 + 0.145 * 8.94;
    QVERIFY(std::abs(later.seconds - (0.9 * passed + 0.1 * (19.38 + 12.32))) < 1e-9);
}

void TestRecallValues::grid_nodesStandForThemselves()
{
    std::vector<float> values(StateGrid::cells);
    for (int cell = 0; cell < StateGrid::cells; ++cell)
        values[std::size_t(cell)] = float(cell * cell % 97);
    for (int cell = 0; cell < StateGrid::cells; ++cell) {
        const double found =
            StateGrid::interpolate(values.data(), StateGrid::placeOf(StateGrid::stateOf(cell)));
        QVERIFY2(std::abs(found - double(values[std::size_t(cell)])) < 1e-3,
                 qPrintable(u"cell %1: %2"_s.arg(cell).arg(found)));
    }
}

void TestRecallValues::grid_betweenNodes_isTheirMean()
{
    std::vector<float> values(StateGrid::cells, 0.0F);
    constexpr int cell = 8 * StateGrid::difficulties + 2;
    values[cell] = 1;
    values[cell + 1] = 3;
    values[cell + StateGrid::difficulties] = 5;
    values[cell + StateGrid::difficulties + 1] = 7;
    const MemoryState low = StateGrid::stateOf(cell);
    const MemoryState high = StateGrid::stateOf(cell + StateGrid::difficulties + 1);
    const auto at = [&](double stability, double difficulty) {
        return StateGrid::interpolate(values.data(),
                                      StateGrid::placeOf({stability, 0, difficulty}));
    };
    const double between = std::sqrt(low.stability * high.stability); // even in its logarithm
    QVERIFY(std::abs(at(between, low.difficulty) - 3) < 1e-4);
    QVERIFY(std::abs(at(low.stability, (low.difficulty + high.difficulty) / 2) - 2) < 1e-4);
    QVERIFY(std::abs(at(between, (low.difficulty + high.difficulty) / 2) - 4) < 1e-4);
}

void TestRecallValues::grid_outside_isItsBorder()
{
    std::vector<float> values(StateGrid::cells);
    for (int cell = 0; cell < StateGrid::cells; ++cell)
        values[std::size_t(cell)] = float(cell);
    const auto at = [&](double stability, double difficulty) {
        return StateGrid::interpolate(values.data(),
                                      StateGrid::placeOf({stability, 0, difficulty}));
    };
    QCOMPARE(at(0.001, 1), 0.0);
    QCOMPARE(at(0, 1), 0.0); // as no model says
    QCOMPARE(at(36'500, 10), double(StateGrid::cells - 1));
}

void TestRecallValues::values_areThoseOfTheRecursion_data()
{
    QTest::addColumn<double>("priceOfTime");
    QTest::addColumn<std::vector<double>>("practised"); // by days left
    QTest::newRow("free") << 0.0 << std::vector<double>{0, 1, 1, 1, 1};
    QTest::newRow("priced") << price << std::vector<double>{0, 1, 1, 1, 1};
    QTest::newRow("dear") << 6e-3 << std::vector<double>{0, 1, 1, 1, 1};
    QTest::newRow("missing days") << price << std::vector<double>{0, 0.6, 0.6, 0.6, 0.6};
    QTest::newRow("day off") << price << std::vector<double>{0, 1, 0, 1, 1};
    QTest::newRow("last day off") << price << std::vector<double>{0, 0, 0.8, 0.8, 0.8};
}

void TestRecallValues::values_areThoseOfTheRecursion()
{
    QFETCH(const double, priceOfTime);
    QFETCH(const std::vector<double>, practised);
    constexpr int horizon = 4;
    constexpr double valueTolerance = 0.006; // of interpolation; recall is 0 to 1
    const BruteForce exact{priceOfTime, practised};
    const RecallValues values =
        valuesOf(horizon, priceOfTime, std::vector<float>(practised.begin(), practised.end()));
    const auto compare = [](const Prospect &found, const Prospect &expected, const QString &what) {
        QVERIFY2(std::abs(found.value - expected.value) < valueTolerance,
                 qPrintable(u"%1: %2, not %3"_s.arg(what).arg(found.value).arg(expected.value)));
    };
    for (int daysLeft = 1; daysLeft <= horizon; ++daysLeft) {
        for (const MemoryState &state : someStates) {
            for (const int elapsed : {0, 1, 3, 9, 60}) {
                const QString what = u"S %1 D %2, %3 ago, %4 left"_s.arg(state.stability)
                                         .arg(state.difficulty)
                                         .arg(elapsed)
                                         .arg(daysLeft);
                compare(values.ofWaiting(state, elapsed, daysLeft),
                        exact.ofMorning(state, elapsed + 1, daysLeft - 1), u"waiting "_s + what);
                const ReviewOutlook review =
                    laterReview(exact.model, exact.habits, state, elapsed + 1);
                compare(values.ofReview(review, daysLeft), exact.ofReview(review, daysLeft),
                        u"review "_s + what);
            }
        }
        const ReviewOutlook first = firstReview(exact.model, exact.habits);
        compare(values.ofReview(first, daysLeft), exact.ofReview(first, daysLeft),
                u"first, %1 left"_s.arg(daysLeft));
        if (QTest::currentTestFailed())
            return;
    }
}

void TestRecallValues::values_fallWithThePrice_byTheSecondsSpent()
{
    constexpr int horizon = 20;
    const auto transitions = transitionsFor(horizon);
    const std::vector<double> prices{0, 1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2};
    for (std::size_t i = 0; i + 1 < prices.size(); ++i) {
        const RecallValues cheap(transitions, prices[i]);
        const RecallValues dear(transitions, prices[i + 1]);
        const double step = prices[i + 1] - prices[i];
        for (const MemoryState &state : someStates) {
            const Prospect before = cheap.ofWaiting(state, 2, horizon);
            const Prospect after = dear.ofWaiting(state, 2, horizon);
            QVERIFY(after.value <= before.value + 1e-6);
            QVERIFY(after.seconds <= before.seconds + 1e-3);
            // What was bought before can still be bought, and what is bought now could be before.
            QVERIFY(before.value - after.value <= step * before.seconds + 1e-5);
            QVERIFY(before.value - after.value >= step * after.seconds - 1e-5);
        }
    }
}

void TestRecallValues::values_riseWithAttendance()
{
    constexpr int horizon = 20;
    const auto transitions = transitionsFor(horizon);
    for (const MemoryState &state : someStates) {
        double before = -1;
        for (const float attendance : {0.0F, 0.3F, 0.6F, 0.9F, 1.0F}) {
            const RecallValues values(transitions, 1e-4,
                                      std::vector<float>(horizon + 1, attendance));
            const double value = values.ofWaiting(state, 1, horizon).value;
            QVERIFY(value > before);
            before = value;
        }
    }
}

void TestRecallValues::values_withoutPrice_riseWithTheDaysForANewQuestion()
{
    const RecallValues values = valuesOf(30, 0);
    const ReviewOutlook first = firstReview(*usualMemory(), PracticeHabits());
    for (int daysLeft = 1; daysLeft < 30; ++daysLeft)
        QVERIFY(values.ofReview(first, daysLeft + 1).value >=
                values.ofReview(first, daysLeft).value - 0.002);
    QVERIFY(values.ofReview(first, 30).value > values.ofReview(first, 1).value + 0.05);
}

void TestRecallValues::values_withoutPractice_areRecallOnTheDay()
{
    constexpr int horizon = 25;
    const RecallValues values = valuesOf(horizon, 0, std::vector<float>(horizon + 1, 0.0F));
    const auto model = usualMemory();
    for (const MemoryState &state : someStates) {
        double before = 2;
        for (int daysLeft = 1; daysLeft <= horizon; ++daysLeft) {
            const Prospect waiting = values.ofWaiting(state, 3, daysLeft);
            QVERIFY(std::abs(waiting.value - model->recall(state, 3 + daysLeft)) < 0.01);
            QVERIFY(waiting.value <= before);
            QCOMPARE(waiting.seconds, 0.0);
            before = waiting.value;
        }
    }
}

void TestRecallValues::dayOff_isNeverUsed()
{
    // Open on the day before the interview only, then on the day before that only.
    const MemoryState state{2, 0, 5};
    const auto transitions = transitionsFor(5);
    const RecallValues last(transitions, 0, {0, 1, 0, 0, 0, 0});
    const RecallValues lastButOne(transitions, 0, {0, 0, 1, 0, 0, 0});
    const auto model = usualMemory();
    const auto secondsAfter = [&](int days) {
        return PracticeHabits().secondsForReview(model->recall(state, days));
    };
    QVERIFY(std::abs(last.ofWaiting(state, 0, 5).seconds - secondsAfter(4)) < 0.1);
    QVERIFY(std::abs(lastButOne.ofWaiting(state, 0, 5).seconds - secondsAfter(3)) < 0.1);
    QCOMPARE(lastButOne.ofWaiting(state, 0, 2).seconds, 0.0); // its day is today
}

void TestRecallValues::dear_isNeverReviewed()
{
    const RecallValues values = valuesOf(10, 1);
    const auto model = usualMemory();
    for (const MemoryState &state : someStates) {
        QCOMPARE(values.ofWaiting(state, 1, 9).seconds, 0.0);
        QVERIFY(std::abs(values.ofWaiting(state, 1, 9).value - model->recall(state, 10)) < 0.006);
    }
}

void TestRecallValues::beyondTheHorizon_isTheHorizon()
{
    const RecallValues values = valuesOf(12, 1e-4);
    const ReviewOutlook first = firstReview(*usualMemory(), PracticeHabits());
    for (const MemoryState &state : someStates) {
        const Prospect atHorizon = values.ofWaiting(state, 2, 12);
        for (const int daysLeft : {13, 60, 400}) {
            QCOMPARE(values.ofWaiting(state, 2, daysLeft).value, atHorizon.value);
            QCOMPARE(values.ofWaiting(state, 2, daysLeft).seconds, atHorizon.seconds);
        }
        QCOMPARE(values.ofWaiting(state, 5000, 6).value, values.ofWaiting(state, 399, 6).value);
    }
    QCOMPARE(values.ofReview(first, 400).value, values.ofReview(first, 12).value);
    // On the day itself it is what it is.
    QCOMPARE(values.ofWaiting(someStates[1], 3, 0).value, usualMemory()->recall(someStates[1], 3));
}

void TestRecallValues::longAgo_isNotTakenForYesterday()
{
    const auto model = usualMemory();
    for (const int horizon : {1, 2, 5}) {
        const RecallValues values = valuesOf(horizon, 1); // too dear to review
        for (const int elapsed : {8, 30, 150, 300}) {
            const MemoryState state{5, 0, 5};
            const double found = values.ofWaiting(state, elapsed, horizon).value;
            QVERIFY2(std::abs(found - model->recall(state, elapsed + horizon)) < 0.01,
                     qPrintable(u"%1 ago, %2 left: %3"_s.arg(elapsed).arg(horizon).arg(found)));
        }
    }
}

void TestRecallValues::meetingLater_isTheBestOfTheDaysAllowed()
{
    constexpr int horizon = 15;
    const RecallValues values = valuesOf(horizon, 2e-4);
    const ReviewOutlook first = firstReview(*usualMemory(), PracticeHabits());
    for (const int noneNew : {1, 4, 9}) {
        for (int daysLeft = 1; daysLeft <= horizon; ++daysLeft) {
            Prospect best;
            for (int left = noneNew; left < daysLeft; ++left) {
                if (const Prospect met = values.ofReview(first, left); met.value > best.value)
                    best = met;
            }
            const Prospect found = values.ofMeetingLater(first, daysLeft, noneNew);
            QVERIFY(std::abs(found.value - best.value) < 1e-9);
            QVERIFY(std::abs(found.seconds - best.seconds) < 1e-9);
        }
    }
    QCOMPARE(values.ofMeetingLater(first, 4, 4).value, 0.0); // never again
    QVERIFY(values.ofMeetingLater(first, 5, 4).value > 0);
}

void TestRecallValues::meetingLater_regardsMissedDays()
{
    const RecallValues values = valuesOf(3, 0, {0, 0.5, 0.25, 1});
    const ReviewOutlook first = firstReview(*usualMemory(), PracticeHabits());
    const double tomorrow = values.ofReview(first, 2).value;
    const double last = values.ofReview(first, 1).value;
    QVERIFY(std::abs(values.ofMeetingLater(first, 2, 1).value - 0.5 * last) < 1e-9);
    const double expected =
        tomorrow > 0.5 * last ? 0.25 * tomorrow + 0.75 * 0.5 * last : 0.5 * last;
    QVERIFY(std::abs(values.ofMeetingLater(first, 3, 1).value - expected) < 1e-9);
}

QTEST_GUILESS_MAIN(TestRecallValues)
#include "tst_recallvalues.moc"
