// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/fsrs6.h"
#include "model/practice/fsrs7.h"
#include "tests/support/fsrsvectors.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace {

QJsonArray extras(const QString &name)
{
    return readVectors(u"fsrs6.json"_s)[u"extras"_s][name].toArray();
}

QList<double> defaultsOf(const QString &key)
{
    return makeMemoryModel(key)->weights();
}

} // namespace

class TestMemoryModel : public QObject
{
    Q_OBJECT

private slots:
    void fsrs6_followsTheReference_data();
    void fsrs6_followsTheReference();
    void fsrs6_clipsAsTheReference_data();
    void fsrs6_clipsAsTheReference();
    void fsrs6_bringsOlderWeightsUpToDate_data();
    void fsrs6_bringsOlderWeightsUpToDate();
    void fsrs6_movesIllegalWeightsToTheBorder();
    void fsrs6_allowsMoreWithoutSameDayFormulas();
    void fsrs6_limitsSameDayWeightsBySteps_data();
    void fsrs6_limitsSameDayWeightsBySteps();
    void fsrs7_followsTheReference_data();
    void fsrs7_followsTheReference();
    void fsrs7_movesIllegalWeightsToTheBorder();
    void fsrs7_keepsWeightsInOrder();
    void fsrs7_limitsTheRateOfForgetting();
    void fsrs7_intervalHasBounds();
    void weights_areRejected_data();
    void weights_areRejected();
    void model_hasDefaultWeights_data();
    void model_hasDefaultWeights();
    void interval_isWhereRecallMeetsRetention_data();
    void interval_isWhereRecallMeetsRetention();
};

void TestMemoryModel::fsrs6_followsTheReference_data()
{
    addSequences(u"fsrs6.json"_s, {u"long_term"_s, u"no_steps"_s, u"steps"_s});
}

void TestMemoryModel::fsrs6_followsTheReference()
{
    QFETCH(const QList<double>, weights);
    QFETCH(const QJsonObject, sequence);
    QFETCH(const QString, mode);
    const auto model = makeMemoryModel(
        u"fsrs6"_s, weights,
        {.longTermOnly = mode == u"long_term", .relearningSteps = mode == u"steps" ? 1 : 0});
    QVERIFY(model);
    QVERIFY(model->countsWholeDays());
    QCOMPARE(model->weights(), weights); // all sets are legal
    const double retention = sequence[u"desired_retention"_s].toDouble();
    const QJsonArray reviews = sequence[u"reviews"_s].toArray();
    const QJsonArray expected = sequence[u"modes"_s][mode].toArray();
    QCOMPARE(reviews.size(), expected.size());

    MemoryState state;
    for (qsizetype i = 0; i < reviews.size(); ++i) {
        const QString at = u" after review %1"_s.arg(i + 1);
        const QJsonValue row = expected[i];
        const double days = reviews[i][u"elapsed_days"_s].toDouble();
        if (i > 0)
            compareNumber(model->recall(state, days), row[u"retrievability_before"_s].toDouble(),
                          1e-6, u"recall"_s + at);
        state = i > 0 ? model->next(state, days, ratingOf(reviews[i]))
                      : model->first(ratingOf(reviews[i]));
        const double interval = model->interval(state, retention);
        compareShare(state.stability, row[u"stability"_s].toDouble(), 1e-5, u"stability"_s + at);
        compareNumber(state.difficulty, row[u"difficulty"_s].toDouble(), 1e-6,
                      u"difficulty"_s + at);
        compareShare(interval, row[u"raw_interval_days"_s].toDouble(), 1e-5, u"interval"_s + at);
        QCOMPARE(state.fast, 0);
        if (const QJsonValue other = row[u"fsrs_rs"_s]; other.isObject()) {
            compareShare(state.stability, other[u"stability"_s].toDouble(), 1e-4,
                         u"stability of fsrs-rs"_s + at);
            compareShare(interval, other[u"interval_days"_s].toDouble(), 1e-4,
                         u"interval of fsrs-rs"_s + at);
        }
        if (QTest::currentTestFailed())
            return;
    }
}

void TestMemoryModel::fsrs6_clipsAsTheReference_data()
{
    QTest::addColumn<QJsonObject>("example");
    int number = 0;
    const QJsonArray examples = extras(u"clip"_s);
    for (const auto &each : examples)
        QTest::addRow("%d", ++number) << each.toObject();
}

void TestMemoryModel::fsrs6_clipsAsTheReference()
{
    QFETCH(const QJsonObject, example);
    QList<double> weights = toNumbers(example[u"input"_s]);
    Fsrs6::clip(weights, {.longTermOnly = !example[u"enable_short_term"_s].toBool(),
                          .relearningSteps = example[u"num_relearning_steps"_s].toInt()});
    const QList<double> expected = toNumbers(example[u"output"_s]);
    for (qsizetype i = 0; i < expected.size(); ++i)
        compareNumber(weights[i], expected[i], 1e-8, u"weight %1"_s.arg(i));
}

void TestMemoryModel::fsrs6_bringsOlderWeightsUpToDate_data()
{
    QTest::addColumn<QJsonObject>("example");
    const QJsonArray examples = extras(u"migrate"_s);
    for (const auto &each : examples)
        QTest::addRow("from %d weights", int(each[u"input"_s].toArray().size())) << each.toObject();
}

void TestMemoryModel::fsrs6_bringsOlderWeightsUpToDate()
{
    QFETCH(const QJsonObject, example);
    const auto model = makeMemoryModel(u"fsrs6"_s, toNumbers(example[u"input"_s]));
    QVERIFY(model);
    const QList<double> expected = toNumbers(example[u"output"_s]);
    QCOMPARE(model->weights().size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        compareNumber(model->weights()[i], expected[i], 1e-8, u"weight %1"_s.arg(i));
}

void TestMemoryModel::fsrs6_movesIllegalWeightsToTheBorder()
{
    const auto low = makeMemoryModel(u"fsrs6"_s, QList<double>(21, -1000));
    const auto high = makeMemoryModel(u"fsrs6"_s, QList<double>(21, 1000));
    QVERIFY(low && high);
    for (qsizetype i = 0; i < 21; ++i) {
        QCOMPARE(low->weights()[i], Fsrs6::box[std::size_t(i)].least);
        QCOMPARE(high->weights()[i], Fsrs6::box[std::size_t(i)].most);
    }
    for (const qsizetype size : {17, 19}) { // nothing is taken out of the box by an upgrade, either
        for (const double value : {-1000.0, 1000.0}) {
            const auto old = makeMemoryModel(u"fsrs6"_s, QList<double>(size, value));
            QVERIFY(old);
            for (qsizetype i = 0; i < 19; ++i) {
                QVERIFY(old->weights()[i] >= Fsrs6::box[std::size_t(i)].least);
                QVERIFY(old->weights()[i] <= Fsrs6::box[std::size_t(i)].most);
            }
        }
    }
}

void TestMemoryModel::fsrs6_allowsMoreWithoutSameDayFormulas()
{
    QList<double> weights = defaultsOf(u"fsrs6"_s);
    weights[19] = 0;
    QCOMPARE(makeMemoryModel(u"fsrs6"_s, weights)->weights()[19], 0.01);
    QCOMPARE(makeMemoryModel(u"fsrs6"_s, weights, {.longTermOnly = true})->weights()[19], 0.0);
}

// By hand from the formula, for the reference examples all end at the floor or at 2.
void TestMemoryModel::fsrs6_limitsSameDayWeightsBySteps_data()
{
    QTest::addColumn<int>("steps");
    QTest::addColumn<double>("most");
    // sqrt(-(ln 0.5 + ln(2^0.5 - 1) + 0.3 * 1) / steps) = sqrt(1.2745208 / steps)
    QTest::newRow("no step") << 0 << 2.0;
    QTest::newRow("one step") << 1 << 2.0;
    QTest::newRow("two steps") << 2 << 0.7982859;
    QTest::newRow("three steps") << 3 << 0.6517977;
}

void TestMemoryModel::fsrs6_limitsSameDayWeightsBySteps()
{
    QFETCH(const int, steps);
    QFETCH(const double, most);
    QList<double> weights = defaultsOf(u"fsrs6"_s);
    weights[11] = 0.5;
    weights[13] = 0.5;
    weights[14] = 1;
    weights[17] = weights[18] = 2;
    const auto model = makeMemoryModel(u"fsrs6"_s, weights, {.relearningSteps = steps});
    compareNumber(model->weights()[17], most, 1e-7, u"weight 17"_s);
    compareNumber(model->weights()[18], most, 1e-7, u"weight 18"_s);
}

void TestMemoryModel::fsrs7_followsTheReference_data()
{
    addSequences(u"fsrs7.json"_s);
}

void TestMemoryModel::fsrs7_followsTheReference()
{
    QFETCH(const QList<double>, weights);
    QFETCH(const QJsonObject, sequence);
    const auto model = makeMemoryModel(u"fsrs7"_s, weights);
    QVERIFY(model);
    QVERIFY(!model->countsWholeDays());
    QCOMPARE(model->weights(), weights); // all sets are legal
    const double retention = sequence[u"desired_retention"_s].toDouble();

    const QJsonArray reviews = sequence[u"reviews"_s].toArray();
    MemoryState state;
    int number = 0;
    for (const auto &row : reviews) {
        const QString at = u" after review %1"_s.arg(++number);
        const double days = row[u"delta_days"_s].toDouble();
        if (number > 1)
            compareShare(model->recall(state, days), row[u"r_before"_s].toDouble(), 1e-9,
                         u"recall"_s + at);
        state = number > 1 ? model->next(state, days, ratingOf(row)) : model->first(ratingOf(row));
        compareShare(state.stability, row[u"s"_s].toDouble(), 1e-9, u"slow stability"_s + at);
        compareShare(state.fast, row[u"sf"_s].toDouble(), 1e-9, u"fast stability"_s + at);
        compareShare(state.difficulty, row[u"d"_s].toDouble(), 1e-9, u"difficulty"_s + at);
        compareShare(model->interval(state, retention), row[u"interval_dr"_s].toDouble(), 1e-6,
                     u"interval"_s + at);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestMemoryModel::fsrs7_movesIllegalWeightsToTheBorder()
{
    const auto low = makeMemoryModel(u"fsrs7"_s, QList<double>(34, -1000));
    const auto high = makeMemoryModel(u"fsrs7"_s, QList<double>(34, 1000));
    QVERIFY(low && high);
    for (qsizetype i = 0; i < 34; ++i) {
        QCOMPARE(low->weights()[i], Fsrs7::box[std::size_t(i)].least);
        QCOMPARE(high->weights()[i], Fsrs7::box[std::size_t(i)].most);
    }
}

void TestMemoryModel::fsrs7_keepsWeightsInOrder()
{
    QList<double> weights = defaultsOf(u"fsrs7"_s);
    weights[0] = 7;
    weights[1] = 3;
    weights[2] = 9;
    weights[3] = 8;
    weights[25] = 0.8;
    weights[26] = 0.6;
    const auto model = makeMemoryModel(u"fsrs7"_s, weights);
    QCOMPARE(model->weights().first(4), (QList<double>{7, 7, 9, 9}));
    QCOMPARE(model->weights()[26], 0.8);
}

// By hand from the formula: legal, but further out than the reference examples go.
void TestMemoryModel::fsrs7_limitsTheRateOfForgetting()
{
    QList<double> weights = defaultsOf(u"fsrs7"_s);
    weights[23] = 0.01;
    weights[25] = 0.2;
    weights[33] = 0.3;
    const auto model = makeMemoryModel(u"fsrs7"_s, weights);
    compareNumber(model->recall({10, 1, 5}, 1), 0.969575768202, 1e-11, u"recall"_s);
}

void TestMemoryModel::fsrs7_intervalHasBounds()
{
    const auto model = makeMemoryModel(u"fsrs7"_s);
    const MemoryState state = model->first(Rating::Good);
    QCOMPARE(model->interval(state, 0.9999), 0.0);
    QVERIFY(model->interval(state, 0.999) > 0);
    QCOMPARE(model->interval(state, 0.01), 36500.0);
    // Both parts of memory as short and as long as they get.
    for (const double stability : {1e-4, 36500.0}) {
        for (const double retention : {0.5, 0.9, 0.9998}) {
            const double days = model->interval({stability, stability, 5}, retention);
            QVERIFY(days > 0 && days <= 36500);
        }
    }
}

void TestMemoryModel::weights_areRejected_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QList<double>>("weights");
    QTest::newRow("unknown model") << u"sm2"_s << QList<double>();
    QTest::newRow("no key") << QString() << QList<double>();
    for (const int size : {1, 16, 18, 20, 22, 34, 35})
        QTest::addRow("fsrs6, %d weights", size) << u"fsrs6"_s << QList<double>(size, 1.0);
    for (const int size : {1, 17, 19, 21, 33, 35}) // drafts of FSRS-7 had 35
        QTest::addRow("fsrs7, %d weights", size) << u"fsrs7"_s << QList<double>(size, 1.0);
    for (const QString &key : {u"fsrs6"_s, u"fsrs7"_s}) {
        for (const double odd :
             {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
              -std::numeric_limits<double>::infinity()}) {
            QList<double> weights = defaultsOf(key);
            weights.last() = odd;
            QTest::addRow("%s, %f", qPrintable(key), odd) << key << weights;
        }
    }
}

void TestMemoryModel::weights_areRejected()
{
    QFETCH(const QString, key);
    QFETCH(const QList<double>, weights);
    QVERIFY(!makeMemoryModel(key, weights));
}

void TestMemoryModel::model_hasDefaultWeights_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("file");
    QTest::newRow("FSRS-6") << u"fsrs6"_s << u"fsrs6.json"_s;
    QTest::newRow("FSRS-7") << u"fsrs7"_s << u"fsrs7.json"_s;
}

void TestMemoryModel::model_hasDefaultWeights()
{
    QFETCH(const QString, key);
    QFETCH(const QString, file);
    const QList<double> expected = toNumbers(readVectors(file)[u"parameter_sets"_s][u"default"_s]);
    const auto model = makeMemoryModel(key);
    QVERIFY(model);
    QCOMPARE(model->key(), key);
    QCOMPARE(model->weights(), expected);
    QCOMPARE(makeMemoryModel(key, expected)->weights(), expected); // they are legal
}

void TestMemoryModel::interval_isWhereRecallMeetsRetention_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("FSRS-6") << u"fsrs6"_s;
    QTest::newRow("FSRS-7") << u"fsrs7"_s;
}

void TestMemoryModel::interval_isWhereRecallMeetsRetention()
{
    QFETCH(const QString, key);
    const auto model = makeMemoryModel(key);
    for (const Rating rating : allRatings) {
        const MemoryState state = model->first(rating);
        for (const double retention : {0.7, 0.8, 0.9, 0.95, 0.99}) {
            const double days = model->interval(state, retention);
            compareNumber(model->recall(state, days), retention, 1e-9, u"recall"_s);
        }
    }
}

QTEST_GUILESS_MAIN(TestMemoryModel)
#include "tst_memorymodel.moc"
