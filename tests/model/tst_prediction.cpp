// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/prediction.h"

#include "tests/support/fsrsvectors.h"
#include "tests/support/reviewlog.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

// Expects to recall four times out of five, whatever happened.
class Steadfast final : public MemoryModel
{
public:
    QString key() const override { return u"steadfast"_s; }

    const QList<double> &weights() const override { return m_weights; }

    bool countsWholeDays() const override { return true; }

    MemoryState first(Rating) const override { return {}; }

    MemoryState next(const MemoryState &, double, Rating) const override { return {}; }

    double recall(const MemoryState &, double) const override { return 0.8; }

    double interval(const MemoryState &, double) const override { return 1; }

private:
    QList<double> m_weights;
};

// Four items: bins are of 2, 1 and 1.
QList<LoggedReview> handmade()
{
    return {
        {1, 0, Rating::Good},  {2, 0, Rating::Good}, {3, 0, Rating::Good},
        {1, 1, Rating::Again}, {1, 1, Rating::Good}, // on the same day: no item
        {1, 2, Rating::Easy},                        // one lapse
        {2, 3, Rating::Hard},                        // the bin of the first item: 3 days are as 1
        {3, 4, Rating::Again},                       // 4 days are not
    };
}

} // namespace

class TestPrediction : public QObject
{
    Q_OBJECT

private slots:
    void histories_followTheQuestions();
    void recency_weighsTheNewestMost();
    void logLoss_staysFinite();
    void evaluate_agreesWithTheReference_data();
    void evaluate_agreesWithTheReference();
    void evaluate_weighsByRecency();
    void evaluate_comparesBins();
    void evaluate_binsByNumberOfReviews();
    void evaluate_knowsWhenThereIsNothing();
};

void TestPrediction::histories_followTheQuestions()
{
    const auto histories = historiesOf(handmade());
    QCOMPARE(histories.size(), size_t(3));
    QCOMPARE(itemCount(histories), 4);
    QCOMPARE(histories[0].size(), size_t(4));
    const int items[] = {-1, 0, -1, 1};
    const int days[] = {0, 1, 0, 1};
    for (size_t i = 0; i < 4; ++i) {
        QCOMPARE(histories[0][i].item, items[i]);
        QCOMPARE(histories[0][i].days, days[i]);
    }
    QCOMPARE(histories[2].back().days, 4);
    const auto setBack = historiesOf({{7, 9, Rating::Good}, {7, 8, Rating::Good}});
    QCOMPARE(setBack[0][1].days, 0);
    QCOMPARE(itemCount(setBack), 0);
}

void TestPrediction::recency_weighsTheNewestMost()
{
    auto histories = historiesOf(handmade());
    weighByRecency(histories);
    QCOMPARE(histories[0][1].weight, 0.25);
    QCOMPARE(histories[0][3].weight, 0.25 + 0.75 / 27);
    QCOMPARE(histories[1][1].weight, 0.25 + 0.75 * 8 / 27);
    QCOMPARE(histories[2][1].weight, 1);
    QCOMPARE(histories[2][0].weight, 0);
}

void TestPrediction::logLoss_staysFinite()
{
    QCOMPARE(logLoss(0.5, true), std::log(2));
    QCOMPARE(logLoss(0.9, false), -std::log(0.1));
    QVERIFY(std::abs(logLoss(1, false) + std::log(1e-7)) < 1e-8);
    QVERIFY(std::abs(logLoss(0, true) + std::log(1e-7)) < 1e-8);
    QVERIFY(logLoss(1, true) < 2e-7);
}

void TestPrediction::evaluate_agreesWithTheReference_data()
{
    QTest::addColumn<QList<double>>("weights");
    QTest::addColumn<double>("loss");
    const QJsonObject file = readVectors(u"optimiser.json"_s);
    const QJsonObject losses = file[u"weighted_log_loss"_s].toObject();
    for (const QString &name : losses.keys())
        QTest::newRow(qPrintable(name))
            << toNumbers(file[u"weights"_s][name]) << losses[name].toDouble();
}

void TestPrediction::evaluate_agreesWithTheReference()
{
    QFETCH(const QList<double>, weights);
    QFETCH(const double, loss);
    const auto model = makeMemoryModel(u"fsrs6"_s, weights);
    QVERIFY(model);
    const Prediction prediction = evaluate(*model, referenceLog());
    QCOMPARE(prediction.items, readVectors(u"optimiser.json"_s)[u"items"_s].toInt());
    compareNumber(prediction.logLoss, loss, 1e-6, u"log loss"_s);
}

void TestPrediction::evaluate_weighsByRecency()
{
    const double recalled = -std::log(0.8);
    const double forgotten = -std::log(0.2);
    const double weights[] = {0.25, 0.25 + 0.75 / 27, 0.25 + 0.75 * 8 / 27, 1};
    const double sum = weights[0] + weights[1] + weights[2] + weights[3];
    const double loss =
        (weights[0] + weights[3]) * forgotten + (weights[1] + weights[2]) * recalled;
    QCOMPARE(evaluate(Steadfast(), handmade()).logLoss, loss / sum);
}

void TestPrediction::evaluate_comparesBins()
{
    const double squares = 2 * 0.3 * 0.3 + 0.2 * 0.2 + 0.8 * 0.8;
    QCOMPARE(evaluate(Steadfast(), handmade()).rmseBins, std::sqrt(squares / 4));
}

void TestPrediction::evaluate_binsByNumberOfReviews()
{
    // The second and third review share a bin; the fourth begins the next, being above 1.89
    // squared.
    const double squares = 2 * 0.2 * 0.2 + 0.8 * 0.8;
    const QList<LoggedReview> log{
        {1, 0, Rating::Good}, {1, 1, Rating::Good}, {1, 2, Rating::Good}, {1, 3, Rating::Again}};
    QCOMPARE(evaluate(Steadfast(), log).rmseBins, std::sqrt(squares / 3));
}

void TestPrediction::evaluate_knowsWhenThereIsNothing()
{
    QCOMPARE(evaluate(Steadfast(), {}).items, 0);
    QCOMPARE(evaluate(Steadfast(), {{1, 0, Rating::Good}, {1, 0, Rating::Good}}).items, 0);
}

QTEST_GUILESS_MAIN(TestPrediction)
#include "tst_prediction.moc"
