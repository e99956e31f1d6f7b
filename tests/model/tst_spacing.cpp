// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/spacing.h"

#include "tests/support/fsrsvectors.h"

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

} // namespace

class TestSpacing : public QObject
{
    Q_OBJECT

private slots:
    void schedule_followsTheReference_data();
    void schedule_followsTheReference();
    void fuzzRange_followsTheReference_data();
    void fuzzRange_followsTheReference();
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
    for (const QJsonValue &each : extras[u"fuzz_ranges"_s].toArray())
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

QTEST_GUILESS_MAIN(TestSpacing)
#include "tst_spacing.moc"
