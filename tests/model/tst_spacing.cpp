// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/spacing.h"

#include "tests/support/fsrsvectors.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

SpacingRules rulesOf(const QString &mode, double retention)
{
    SpacingRules rules{.retention = retention, .fuzz = false};
    rules.longTermOnly = mode == u"long_term";
    rules.learning = mode == u"no_steps" ? QList<int>() : QList<int>{1, 10};
    rules.relearning = mode == u"no_steps" ? QList<int>() : QList<int>{10};
    return rules;
}

LearningPhase phaseOf(const QString &name)
{
    if (name == u"Learning")
        return LearningPhase::Learning;
    if (name == u"Relearning")
        return LearningPhase::Relearning;
    return name == u"Review" ? LearningPhase::Review : LearningPhase::New;
}

std::shared_ptr<const MemoryModel> modelFor(const SpacingRules &rules,
                                            const QList<double> &weights = {})
{
    return makeMemoryModel(
        u"fsrs6"_s, weights,
        {.longTermOnly = rules.longTermOnly, .relearningSteps = int(rules.relearning.size())});
}

// Says what intervals it is told to, Again first.
class FixedModel final : public MemoryModel
{
public:
    explicit FixedModel(const QList<double> &intervals)
        : m_intervals(intervals)
    {
    }

    QString key() const override { return u"fixed"_s; }

    const QList<double> &weights() const override { return m_intervals; }

    bool countsWholeDays() const override { return true; }

    MemoryState first(Rating rating) const override
    {
        return {.stability = m_intervals.at(int(rating) - 1)};
    }

    MemoryState next(const MemoryState &, double, Rating rating) const override
    {
        return first(rating);
    }

    double recall(const MemoryState &, double) const override { return 0.9; }

    double interval(const MemoryState &state, double) const override { return state.stability; }

private:
    QList<double> m_intervals;
};

constexpr int days(int count)
{
    return count * minutesPerDay;
}

QList<int> waitsOf(const std::array<Outcome, 4> &outcomes)
{
    QList<int> waits;
    for (const Outcome &outcome : outcomes)
        waits.append(outcome.wait);
    return waits;
}

Memory memoryIn(LearningPhase phase, int step = 0)
{
    const bool isNew = phase == LearningPhase::New;
    return {.state = {5, 4, 5}, .phase = phase, .step = step, .reviews = isNew ? 0 : 6};
}

// Any weights in the box, whether they make sense together or not.
std::shared_ptr<const MemoryModel> randomModel(const SpacingRules &rules, QRandomGenerator &random)
{
    const bool old = random.bounded(2) == 0;
    QList<double> weights;
    for (int i = 0; i < (old ? 21 : 34); ++i)
        weights.append(random.generateDouble() * std::pow(10, random.bounded(5) - 2));
    return makeMemoryModel(
        old ? u"fsrs6"_s : u"fsrs7"_s, weights,
        {.longTermOnly = rules.longTermOnly, .relearningSteps = int(rules.relearning.size())});
}

QList<int> randomSteps(QRandomGenerator &random)
{
    QList<int> steps;
    for (int left = random.bounded(4); left > 0; --left)
        steps.append(int(std::pow(10, random.generateDouble() * 4)) - 1); // 0 minutes to 7 days
    return steps;
}

SpacingRules randomRules(QRandomGenerator &random)
{
    SpacingRules rules{.retention = 0.7 + 0.29 * random.generateDouble(),
                       .learning = randomSteps(random),
                       .relearning = randomSteps(random),
                       .longTermOnly = random.bounded(4) == 0,
                       .fuzz = random.bounded(4) > 0};
    rules.longest = random.bounded(2) == 0 ? random.bounded(1, 15) : random.bounded(15, 36501);
    return rules;
}

double randomDays(QRandomGenerator &random)
{
    return std::pow(10, random.generateDouble() * 6 - 3); // up to 1,000
}

// In order, within the bounds, repeatable, and the same when the log is read back.
void checkOutcomes(const MemoryModel &model, const SpacingRules &rules, const Memory &before,
                   double elapsed, quint64 seed)
{
    const auto results = outcomes(model, rules, before, elapsed, seed);
    const QList<int> waits = waitsOf(results);
    QCOMPARE(waitsOf(outcomes(model, rules, before, elapsed, seed)), waits);
    QVERIFY(std::is_sorted(waits.begin(), waits.end()));
    QVERIFY(waits.first() >= 1);
    QVERIFY(waits.last() <= days(rules.longest));
    for (const Rating rating : allRatings) {
        const auto &[after, wait] = results.at(std::size_t(rating) - 1);
        QVERIFY(wait < minutesPerDay || wait % minutesPerDay == 0);
        QVERIFY(after == afterReview(model, before, elapsed, rating, wait));
        QCOMPARE(after.phase == LearningPhase::Review, wait >= minutesPerDay);
        QVERIFY(after.state.stability > 0 && after.state.stability <= 36500);
        QVERIFY(after.state.difficulty >= 1 && after.state.difficulty <= 10);
    }
}

} // namespace

class TestSpacing : public QObject
{
    Q_OBJECT

private slots:
    void schedule_followsTheReference_data();
    void schedule_followsTheReference();
    void fuzzRange_followsTheReference_data();
    void fuzzRange_followsTheReference();
    void buttons_keepTheirOrder_data();
    void buttons_keepTheirOrder();
    void steps_comeBeforeDays_data();
    void steps_comeBeforeDays();
    void longest_capsEveryButton_data();
    void longest_capsEveryButton();
    void afterReview_followsTheWait_data();
    void afterReview_followsTheWait();
    void clockPutBack_countsAsTheSameDay();
    void fuzz_reachesTheWholeRange();
    void fuzz_dependsOnSeedAndReviews();
    void fuzz_leavesShortWaitsAlone();
    void outcomes_holdWhateverTheRules();
};

void TestSpacing::schedule_followsTheReference_data()
{
    addSequences(u"fsrs6.json"_s, {u"long_term"_s, u"no_steps"_s, u"steps"_s});
}

void TestSpacing::schedule_followsTheReference()
{
    QFETCH(const QList<double>, weights);
    QFETCH(const QJsonObject, sequence);
    QFETCH(const QString, mode);
    const SpacingRules rules = rulesOf(mode, sequence[u"desired_retention"_s].toDouble());
    const auto model = modelFor(rules, weights);
    const QJsonArray reviews = sequence[u"reviews"_s].toArray();
    const QJsonArray expected = sequence[u"modes"_s][mode].toArray();
    QCOMPARE(reviews.size(), expected.size());

    Memory memory;
    for (qsizetype i = 0; i < reviews.size(); ++i) {
        const QJsonValue row = expected[i];
        const double elapsed = reviews[i][u"elapsed_days"_s].toDouble();
        const Rating rating = ratingOf(reviews[i]);
        const auto [after, wait] =
            outcomes(*model, rules, memory, elapsed, 0).at(std::size_t(rating) - 1);
        QCOMPARE(wait, row[u"due_after_minutes"_s].toInt());
        QCOMPARE(wait / minutesPerDay, row[u"interval_days"_s].toInt());
        QCOMPARE(after.phase, phaseOf(row[u"state"_s].toString()));
        QCOMPARE(after.step, row[u"step"_s].toInt());
        QCOMPARE(after.reviews, row[u"reps"_s].toInt());
        QCOMPARE(after.lapses, row[u"lapses"_s].toInt());
        QVERIFY(afterReview(*model, memory, elapsed, rating, wait) == after);
        memory = after;
    }
}

void TestSpacing::fuzzRange_followsTheReference_data()
{
    QTest::addColumn<QJsonObject>("example");
    const QJsonValue extras = readVectors(u"fsrs6.json"_s)[u"extras"_s];
    const QJsonArray examples = extras[u"fuzz_ranges"_s].toArray();
    for (const auto &each : examples)
        QTest::addRow("%g days after %d, at most %d", each[u"interval"_s].toDouble(),
                      each[u"elapsed_days"_s].toInt(), each[u"maximum_interval"_s].toInt())
            << each.toObject();
}

void TestSpacing::fuzzRange_followsTheReference()
{
    QFETCH(const QJsonObject, example);
    const auto [least, most] =
        fuzzRange(example[u"interval"_s].toDouble(), example[u"elapsed_days"_s].toInt(),
                  example[u"maximum_interval"_s].toInt());
    QCOMPARE(least, example[u"min_ivl"_s].toInt());
    QCOMPARE(most, example[u"max_ivl"_s].toInt());
}

void TestSpacing::buttons_keepTheirOrder_data()
{
    QTest::addColumn<LearningPhase>("phase");
    QTest::addColumn<bool>("longTermOnly");
    QTest::addColumn<QList<double>>("intervals");
    QTest::addColumn<QList<int>>("expected"); // days
    using enum LearningPhase;
    using Exact = QList<double>;
    using Days = QList<int>;
    QTest::newRow("halves are rounded up")
        << Review << false << Exact{1.5, 2.49, 4.5, 6.4} << Days{2, 2, 5, 6};
    QTest::newRow("a day at least")
        << Learning << false << Exact{0, 1e-9, 0.4, 0.6} << Days{1, 1, 1, 1};
    QTest::newRow("review: good and easy are a day apart")
        << Review << false << Exact{1, 3, 3, 3} << Days{1, 3, 4, 5};
    QTest::newRow("review: hard is not above good")
        << Review << false << Exact{1, 9, 5, 5} << Days{1, 5, 6, 7};
    QTest::newRow("review: again is not above hard")
        << Review << false << Exact{8, 5, 6, 7} << Days{5, 5, 6, 7};
    QTest::newRow("learning: equal is in order")
        << Learning << false << Exact{1, 2, 2, 2} << Days{1, 2, 2, 2};
    QTest::newRow("new: the worse gives way")
        << New << false << Exact{1, 9, 5, 20} << Days{1, 5, 5, 20};
    QTest::newRow("long term: a day apart from hard on")
        << New << true << Exact{4, 3, 3, 3} << Days{3, 4, 5, 6};
    QTest::newRow("long term: again may be near hard")
        << Review << true << Exact{1, 4, 9, 9} << Days{1, 4, 9, 10};
}

void TestSpacing::buttons_keepTheirOrder()
{
    QFETCH(const LearningPhase, phase);
    QFETCH(const bool, longTermOnly);
    QFETCH(const QList<double>, intervals);
    QFETCH(QList<int>, expected);
    const SpacingRules rules{
        .learning = {}, .relearning = {}, .longTermOnly = longTermOnly, .fuzz = false};
    for (int &each : expected)
        each = days(each);
    QCOMPARE(waitsOf(outcomes(FixedModel(intervals), rules, memoryIn(phase), 3, 0)), expected);
}

void TestSpacing::steps_comeBeforeDays_data()
{
    QTest::addColumn<LearningPhase>("phase");
    QTest::addColumn<int>("step");
    QTest::addColumn<QList<int>>("steps");    // minutes
    QTest::addColumn<QList<int>>("expected"); // minutes
    using enum LearningPhase;
    using Minutes = QList<int>;
    QTest::newRow("new, one step") << New << 0 << Minutes{10} << Minutes{10, 15, days(4), days(5)};
    QTest::newRow("new, two steps") << New << 0 << Minutes{1, 10} << Minutes{1, 6, 10, days(5)};
    QTest::newRow("new, no step") << New << 0 << Minutes{}
                                  << Minutes{days(2), days(3), days(4), days(5)};
    QTest::newRow("last step") << Learning << 1 << Minutes{1, 10}
                               << Minutes{1, 6, days(4), days(5)};
    QTest::newRow("step before the last")
        << Learning << 1 << Minutes{1, 10, 60} << Minutes{1, 6, 60, days(5)};
    QTest::newRow("steps were more once")
        << Learning << 3 << Minutes{10} << Minutes{10, 15, days(4), days(5)};
    QTest::newRow("review") << Review << 0 << Minutes{10, 60}
                            << Minutes{10, days(3), days(4), days(5)};
    QTest::newRow("relearning") << Relearning << 0 << Minutes{10, 60}
                                << Minutes{10, 35, 60, days(5)};
    QTest::newRow("a step of a day")
        << Review << 0 << Minutes{1440} << Minutes{days(1), days(3), days(4), days(5)};
    QTest::newRow("days of a step are whole")
        << New << 0 << Minutes{1, 2000} << Minutes{1, 1001, days(1), days(5)};
    QTest::newRow("days of a step are capped")
        << New << 0 << Minutes{1, 30000} << Minutes{1, days(5), days(5), days(5)};
    QTest::newRow("no step is shorter than a minute")
        << New << 0 << Minutes{0} << Minutes{1, 1, days(4), days(5)};
    QTest::newRow("falling steps give way")
        << New << 0 << Minutes{60, 10} << Minutes{10, 10, 10, days(5)};
}

void TestSpacing::steps_comeBeforeDays()
{
    QFETCH(const LearningPhase, phase);
    QFETCH(const int, step);
    QFETCH(const QList<int>, steps);
    QFETCH(const QList<int>, expected);
    const bool relearning = phase == LearningPhase::Review || phase == LearningPhase::Relearning;
    SpacingRules rules{.longest = 5, .learning = {7, 77}, .relearning = {8, 88}, .fuzz = false};
    (relearning ? rules.relearning : rules.learning) = steps;
    const FixedModel model({2, 3, 4, 5});
    QCOMPARE(waitsOf(outcomes(model, rules, memoryIn(phase, step), 3, 0)), expected);
    rules.longTermOnly = true;
    QCOMPARE(waitsOf(outcomes(model, rules, memoryIn(phase, step), 3, 0)),
             (QList<int>{days(2), days(3), days(4), days(5)}));
}

void TestSpacing::longest_capsEveryButton_data()
{
    QTest::addColumn<int>("longest");
    QTest::addColumn<QList<double>>("intervals");
    QTest::addColumn<QList<int>>("expected"); // days
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("3 days") << 3 << QList<double>{1, 2, 5, 8} << QList<int>{1, 2, 3, 3};
    QTest::newRow("3 days, all above") << 3 << QList<double>{4, 5, 6, 7} << QList<int>{3, 3, 3, 3};
    QTest::newRow("a day") << 1 << QList<double>{1, 2, 5, 8} << QList<int>{1, 1, 1, 1};
    QTest::newRow("nothing is at least a day")
        << 0 << QList<double>{1, 2, 5, 8} << QList<int>{1, 1, 1, 1};
    QTest::newRow("nor less than nothing")
        << -7 << QList<double>{1, 2, 5, 8} << QList<int>{1, 1, 1, 1};
    QTest::newRow("a century") << 36500 << QList<double>{1, 1e5, 1e9, 1e300}
                               << QList<int>{1, 36500, 36500, 36500};
    QTest::newRow("no more than a century")
        << std::numeric_limits<int>::max() << QList<double>{1, 2, 3, 1e300}
        << QList<int>{1, 2, 3, 36500};
    QTest::newRow("not finite") << 50 << QList<double>{1, 2, nan, infinity}
                                << QList<int>{1, 2, 50, 50};
}

void TestSpacing::longest_capsEveryButton()
{
    QFETCH(const int, longest);
    QFETCH(const QList<double>, intervals);
    QFETCH(QList<int>, expected);
    for (int &each : expected)
        each = days(each);
    const FixedModel model(intervals);
    SpacingRules rules{.longest = longest, .learning = {}, .relearning = {}, .fuzz = false};
    QCOMPARE(waitsOf(outcomes(model, rules, memoryIn(LearningPhase::Review), 3, 0)), expected);
    rules.fuzz = true;
    for (quint64 seed = 0; seed < 100; ++seed) {
        const QList<int> waits =
            waitsOf(outcomes(model, rules, memoryIn(LearningPhase::Review), 3, seed));
        QVERIFY(waits.first() >= days(1));
        QVERIFY(waits.last() <= days(std::clamp(longest, 1, 36500)));
    }
}

void TestSpacing::afterReview_followsTheWait_data()
{
    QTest::addColumn<LearningPhase>("before");
    QTest::addColumn<Rating>("rating");
    QTest::addColumn<int>("wait");
    QTest::addColumn<LearningPhase>("after");
    QTest::addColumn<int>("step");   // from 2
    QTest::addColumn<int>("lapses"); // from 1
    using enum LearningPhase;
    using enum Rating;
    QTest::newRow("again while learning") << Learning << Again << 5 << Learning << 0 << 1;
    QTest::newRow("hard while learning") << Learning << Hard << 5 << Learning << 2 << 1;
    QTest::newRow("good while learning") << Learning << Good << 5 << Learning << 3 << 1;
    QTest::newRow("learned") << Learning << Good << days(1) << Review << 0 << 1;
    QTest::newRow("just under a day") << Learning << Good << days(1) - 1 << Learning << 3 << 1;
    QTest::newRow("forgotten") << Review << Again << 5 << Relearning << 0 << 2;
    QTest::newRow("forgotten, without steps") << Review << Again << days(1) << Review << 0 << 2;
    QTest::newRow("forgotten while relearning") << Relearning << Again << 5 << Relearning << 0 << 1;
    QTest::newRow("hard while relearning") << Relearning << Hard << 5 << Relearning << 2 << 1;
    QTest::newRow("learned again") << Relearning << Easy << days(9) << Review << 0 << 1;
    QTest::newRow("recalled") << Review << Hard << days(9) << Review << 0 << 1;
}

void TestSpacing::afterReview_followsTheWait()
{
    QFETCH(const LearningPhase, before);
    QFETCH(const Rating, rating);
    QFETCH(const int, wait);
    QFETCH(const LearningPhase, after);
    QFETCH(const int, step);
    QFETCH(const int, lapses);
    const auto model = modelFor({});
    Memory memory = memoryIn(before, before == LearningPhase::Review ? 0 : 2);
    memory.lapses = 1;
    const Memory expected{.state = model->next(memory.state, 4, rating),
                          .phase = after,
                          .step = step,
                          .reviews = memory.reviews + 1,
                          .lapses = lapses};
    QVERIFY(afterReview(*model, memory, 4, rating, wait) == expected);
}

void TestSpacing::clockPutBack_countsAsTheSameDay()
{
    const auto model = makeMemoryModel(u"fsrs7"_s);
    const Memory before = memoryIn(LearningPhase::Review);
    const Memory sameTime = afterReview(*model, before, 0, Rating::Hard, days(1));
    QVERIFY(afterReview(*model, before, -3, Rating::Hard, days(1)) == sameTime);
    QVERIFY(afterReview(*model, before, 3, Rating::Hard, days(1)) != sameTime);
    QCOMPARE(waitsOf(outcomes(*model, {}, before, -3, 1)),
             waitsOf(outcomes(*model, {}, before, 0, 1)));
}

void TestSpacing::fuzz_reachesTheWholeRange()
{
    const FixedModel model({30, 30, 30, 30});
    const SpacingRules rules{.learning = {}};
    const auto [least, most] = fuzzRange(30, 0, 36500);
    QList<int> counts(most - least + 1);
    for (quint64 seed = 0; seed < 7000; ++seed) {
        const int wait = outcomes(model, rules, {}, 0, seed).back().wait / minutesPerDay;
        QVERIFY(wait >= least && wait <= most);
        ++counts[wait - least];
    }
    QCOMPARE(counts.size(), 7); // of 1,000 each; beyond 850 to 1,150 lie more than 5 deviations
    QVERIFY(*std::min_element(counts.begin(), counts.end()) > 850);
    QVERIFY(*std::max_element(counts.begin(), counts.end()) < 1150);
}

void TestSpacing::fuzz_dependsOnSeedAndReviews()
{
    const FixedModel model({3000, 3000, 3000, 3000});
    const SpacingRules rules{.learning = {}};
    QSet<int> bySeed;
    QSet<int> byReviews;
    for (int i = 0; i < 50; ++i) {
        bySeed.insert(outcomes(model, rules, {}, 0, quint64(i)).front().wait);
        byReviews.insert(outcomes(model, rules, {.state = {}, .reviews = i}, 0, 1).front().wait);
    }
    QVERIFY(bySeed.size() > 30);
    QVERIFY(byReviews.size() > 30);
}

void TestSpacing::fuzz_leavesShortWaitsAlone()
{
    const FixedModel model({1, 2, 2.4, 2.49});
    for (quint64 seed = 0; seed < 100; ++seed)
        QCOMPARE(waitsOf(outcomes(model, {.learning = {}}, {}, 0, seed)),
                 (QList<int>{days(1), days(2), days(2), days(2)}));
}

void TestSpacing::outcomes_holdWhateverTheRules()
{
    const quint32 seed = qEnvironmentVariableIsSet("WOODSHED_SEED")
                             ? qEnvironmentVariable("WOODSHED_SEED").toUInt()
                             : QRandomGenerator::global()->generate();
    qInfo("seed %u (set WOODSHED_SEED to repeat)", seed);
    QRandomGenerator random(seed);
    for (int history = 0; history < 2000; ++history) {
        const SpacingRules rules = randomRules(random);
        const auto model = randomModel(rules, random);
        Memory memory;
        for (int review = 0; review < 8; ++review) {
            const bool whole = model->countsWholeDays();
            const double exact = review == 0 ? 0 : randomDays(random);
            const double elapsed = whole ? std::floor(exact) : exact;
            const quint64 fuzzSeed = random.generate64();
            checkOutcomes(*model, rules, memory, elapsed, fuzzSeed);
            if (QTest::currentTestFailed()) {
                qWarning("history %d, review %d, model %s", history, review,
                         qPrintable(model->key()));
                return;
            }
            const auto results = outcomes(*model, rules, memory, elapsed, fuzzSeed);
            memory = results.at(random.bounded(4u)).memory;
        }
    }
}

QTEST_GUILESS_MAIN(TestSpacing)
#include "tst_spacing.moc"
