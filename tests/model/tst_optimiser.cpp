// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/optimiser.h"

#include "tests/support/fsrsvectors.h"
#include "tests/support/reviewlog.h"
#include "tests/support/simulatedlog.h"

using namespace Qt::StringLiterals;

namespace {

QList<double> defaults()
{
    return {Fsrs6::defaultWeights.cbegin(), Fsrs6::defaultWeights.cend()};
}

double lossOf(const QList<double> &weights, const QList<LoggedReview> &log)
{
    return evaluate(Fsrs6(weights), log).logLoss;
}

// Questions graded Good on day 0, and as told on days 1 and 4; forgotten by every third.
QList<LoggedReview> simpleLog(int questions, int again, int onceMore, Rating first = Rating::Good)
{
    QList<LoggedReview> log;
    for (int i = 0; i < questions; ++i)
        log.append({i, 0, first});
    for (int i = 0; i < again; ++i)
        log.append({i, 1, i % 3 == 0 ? Rating::Again : Rating::Good});
    for (int i = 0; i < onceMore; ++i)
        log.append({i, 4, i % 3 == 0 ? Rating::Again : Rating::Good});
    return log;
}

// Questions graded Good on day 0, as many as told of them again on each of days 1 to 3. Two days of
// three are outliers.
QList<LoggedReview> sparseLog(int daily)
{
    QList<LoggedReview> log;
    for (int i = 0; i < 3 * daily; ++i)
        log.append({i, 0, Rating::Good});
    for (int i = 0; i < 3 * daily; ++i)
        log.append({i, 1 + i / daily, Rating::Good});
    return log;
}

// A question that is asked every other day.
QList<LoggedReview> longLog(int reviews)
{
    QList<LoggedReview> log;
    for (int i = 0; i < reviews; ++i)
        log.append({1000, 2 * i, i % 5 == 4 ? Rating::Again : Rating::Good});
    return log;
}

void verifyLegal(const QList<double> &weights)
{
    QCOMPARE(weights.size(), qsizetype(Fsrs6::box.size()));
    for (size_t i = 0; i < Fsrs6::box.size(); ++i) {
        const double weight = weights.at(qsizetype(i));
        const QByteArray what =
            QByteArray::number(qulonglong(i)) + ": " + QByteArray::number(weight);
        QVERIFY2(weight >= Fsrs6::box[i].least && weight <= Fsrs6::box[i].most, what.constData());
    }
    QVERIFY(std::is_sorted(weights.cbegin(), weights.cbegin() + 4));
}

} // namespace

class TestOptimiser : public QObject
{
    Q_OBJECT

private slots:
    void fit_reachesTheReference();
    void fit_predictsWhatItDidNotSee_data();
    void fit_predictsWhatItDidNotSee();
    void fit_dependsOnTheLogOnly();
    void fit_needsItems_data();
    void fit_needsItems();
    void fit_givesLegalWeights_data();
    void fit_givesLegalWeights();
    void fit_leavesOutTheEndOfLongHistories();
    void fit_obeysTheOptions();
    void cancelling_givesNothing_data();
    void cancelling_givesNothing();
    void progress_risesToOne();
    void judge_findsTheReferenceLogWorthIt();
    void judge_isHardToImpressTwice();
    void judge_adoptsNoNonsense_data();
    void judge_adoptsNoNonsense();
    void judge_keepsWhatItCannotJudge();
};

void TestOptimiser::fit_reachesTheReference()
{
    const QJsonObject losses = readVectors(u"optimiser.json"_s)[u"weighted_log_loss"_s].toObject();
    const auto weights = fitWeights(referenceLog());
    QVERIFY(weights);
    verifyLegal(*weights);
    const double loss = lossOf(*weights, referenceLog());
    qInfo("log loss %.6f", loss);
    QVERIFY(loss <= losses[u"oracle"_s].toDouble() + 0.001);
    QVERIFY(loss < losses[u"default"_s].toDouble());
}

void TestOptimiser::fit_predictsWhatItDidNotSee_data()
{
    QTest::addColumn<int>("reviews");
    QTest::addColumn<quint32>("learners");
    QTest::addColumn<double>("share"); // of the way from the defaults to the truth
    QTest::newRow("short logs, which need more rounds") << 1000 << 10U << 0.28;
    QTest::newRow("a long log") << 8000 << 1U << 0.75;
}

void TestOptimiser::fit_predictsWhatItDidNotSee()
{
    QFETCH(const int, reviews);
    QFETCH(const quint32, learners);
    QFETCH(const double, share);
    const auto truth = makeMemoryModel(
        u"fsrs6"_s, toNumbers(readVectors(u"optimiser.json"_s)[u"weights"_s][u"true"_s]));
    QVERIFY(truth);
    const QList<LoggedReview> other = SimulatedReviewer(*truth, 99).log(8000);
    double fitted = 0;
    for (quint32 seed = 1; seed <= learners; ++seed) {
        const auto weights = fitWeights(SimulatedReviewer(*truth, seed).log(reviews));
        QVERIFY(weights);
        fitted += lossOf(*weights, other) / learners;
    }
    const double best = lossOf(truth->weights(), other);
    const double usual = lossOf(defaults(), other);
    qInfo("true %.4f, fitted %.4f, default %.4f", best, fitted, usual);
    QVERIFY(usual - fitted > share * (usual - best));
}

void TestOptimiser::fit_dependsOnTheLogOnly()
{
    const QList<LoggedReview> log = referenceLog();
    const auto once = fitWeights(log);
    QVERIFY(once);
    QCOMPARE(fitWeights(log), once);
    QCOMPARE(fitWeights(log, {}, [](double) { return true; }), once);
}

void TestOptimiser::fit_needsItems_data()
{
    QTest::addColumn<QList<LoggedReview>>("log");
    QTest::addColumn<bool>("firstFourChange");
    QTest::addColumn<bool>("othersChange");
    QTest::newRow("empty") << QList<LoggedReview>() << false << false;
    QTest::newRow("a single review") << simpleLog(1, 0, 0) << false << false;
    QTest::newRow("all on one day") << simpleLog(50, 0, 0) << false << false;
    QTest::newRow("all are outliers") << simpleLog(19, 19, 19) << false << false;
    QTest::newRow("7 items") << sparseLog(7) << false << false;
    QTest::newRow("8 items") << sparseLog(8) << true << false;
    QTest::newRow("20 first items") << simpleLog(20, 20, 0) << true << false;
    QTest::newRow("63 items") << simpleLog(40, 40, 23) << true << false;
    QTest::newRow("64 items") << simpleLog(40, 40, 24) << true << true;
    QTest::newRow("first items only") << simpleLog(100, 100, 0) << true << false;
}

void TestOptimiser::fit_needsItems()
{
    QFETCH(const QList<LoggedReview>, log);
    QFETCH(const bool, firstFourChange);
    QFETCH(const bool, othersChange);
    const auto weights = fitWeights(log);
    QVERIFY(weights);
    verifyLegal(*weights);
    const QList<double> usual = defaults();
    QCOMPARE(weights->first(4) != usual.first(4), firstFourChange);
    QCOMPARE(weights->mid(4) != usual.mid(4), othersChange);
}

void TestOptimiser::fit_givesLegalWeights_data()
{
    QTest::addColumn<QList<LoggedReview>>("log");
    QTest::newRow("one rating only, at first") << simpleLog(200, 200, 200, Rating::Easy);
    QList<LoggedReview> always;
    for (int day = 0; day < 40; ++day) {
        for (int question = 0; question < 30; ++question)
            always.append({question, day, Rating::Again});
    }
    QTest::newRow("always forgotten") << always;
    for (LoggedReview &review : always)
        review.rating = Rating::Easy;
    QTest::newRow("always easy") << always;
    QTest::newRow("a single question of 300 reviews") << longLog(300);
    QRandomGenerator random(7);
    QList<LoggedReview> noise;
    for (int i = 0; i < 5000; ++i)
        noise.append(
            {random.bounded(200), i / 50 * random.bounded(1, 3), Rating(random.bounded(1, 5))});
    QTest::newRow("noise, and a clock that jumps") << noise;
    for (LoggedReview &review : noise)
        review.day *= 300;
    QTest::newRow("centuries apart") << noise;
}

void TestOptimiser::fit_givesLegalWeights()
{
    QFETCH(const QList<LoggedReview>, log);
    const auto weights = fitWeights(log);
    QVERIFY(weights);
    verifyLegal(*weights);
    QVERIFY(qIsFinite(lossOf(*weights, log)));
}

void TestOptimiser::fit_leavesOutTheEndOfLongHistories()
{
    // Last in the log, so that the places of the other items in time are the same.
    const QList<LoggedReview> others = simpleLog(40, 40, 40);
    QList<LoggedReview> atLimit = others;
    for (int i = 0; i < 20; ++i)
        atLimit.append({500 + i, 0, Rating::Good});
    for (int i = 0; i < 20; ++i)
        atLimit.append({500 + i, 2, Rating::Good});
    const QList<LoggedReview> long256 = atLimit + longLog(256);
    QCOMPARE(fitWeights(atLimit + longLog(300)), fitWeights(long256));
    QVERIFY(fitWeights(atLimit + longLog(255)) != fitWeights(long256));
}

void TestOptimiser::fit_obeysTheOptions()
{
    const QList<LoggedReview> log = referenceLog();
    const auto plain = fitWeights(log);
    const auto longTerm = fitWeights(log, {.longTermOnly = true});
    QVERIFY(plain && longTerm);
    QVERIFY(evaluate(Fsrs6(*longTerm, true), log).logLoss <
            evaluate(Fsrs6(*plain, true), log).logLoss);
    const ModelOptions steps{.relearningSteps = 6};
    const auto limited = fitWeights(log, steps);
    QVERIFY(limited);
    QCOMPARE(Fsrs6::legalWeights(*limited, steps), *limited);
    QVERIFY(Fsrs6::legalWeights(*plain, steps) != *plain);
}

void TestOptimiser::cancelling_givesNothing_data()
{
    QTest::addColumn<double>("at");
    QTest::newRow("at once") << 0.0;
    QTest::newRow("in the middle") << 0.5;
    QTest::newRow("at the end") << 1.0;
}

void TestOptimiser::cancelling_givesNothing()
{
    QFETCH(const double, at);
    int refusals = 0;
    const auto cancel = [at, &refusals](double done) {
        refusals += done >= at;
        return done < at;
    };
    QVERIFY(!fitWeights(referenceLog(), {}, cancel));
    QCOMPARE(refusals, 1);
    QVERIFY(!fitAndJudge(referenceLog(), Fsrs6(defaults()), {}, cancel));
    QCOMPARE(refusals, 2);
    QCOMPARE(fitWeights({}, {}, cancel).has_value(), at > 0);
}

void TestOptimiser::progress_risesToOne()
{
    QList<double> told;
    const auto listen = [&told](double done) {
        told.append(done);
        return true;
    };
    const auto check = [&told] {
        QVERIFY(told.size() > 20);
        QVERIFY(std::is_sorted(told.cbegin(), told.cend()));
        QCOMPARE(told.constFirst(), 0);
        QCOMPARE(told.constLast(), 1);
    };
    QVERIFY(fitWeights(referenceLog(), {}, listen));
    check();
    told.clear();
    QVERIFY(fitAndJudge(referenceLog(), Fsrs6(defaults()), {}, listen));
    check();
}

void TestOptimiser::judge_findsTheReferenceLogWorthIt()
{
    const QList<LoggedReview> log = referenceLog();
    const auto fit = fitAndJudge(log, Fsrs6(defaults()));
    QVERIFY(fit);
    qInfo("log loss %.4f to %.4f, RMSE(bins) %.4f to %.4f", fit->before.logLoss, fit->after.logLoss,
          fit->before.rmseBins, fit->after.rmseBins);
    QVERIFY(fit->better);
    QVERIFY(fit->after.logLoss < fit->before.logLoss);
    QVERIFY(fit->after.rmseBins < fit->before.rmseBins);
    QCOMPARE(fit->weights, *fitWeights(log));
    // Judged by what was not seen; what was seen is predicted better.
    QVERIFY(fit->after.logLoss > lossOf(fit->weights, log) + 0.001);
    QCOMPARE(fit->before.logLoss, lossOf(defaults(), log));
    QCOMPARE(fit->before.items, 2413);
    QCOMPARE(fit->after.items, 2413);
}

void TestOptimiser::judge_isHardToImpressTwice()
{
    const QList<LoggedReview> log = referenceLog();
    const auto weights = fitWeights(log);
    QVERIFY(weights);
    const auto fit = fitAndJudge(log, Fsrs6(*weights));
    QVERIFY(fit);
    QVERIFY(!fit->better);
}

void TestOptimiser::judge_adoptsNoNonsense_data()
{
    QTest::addColumn<int>("reviews");
    for (const int reviews : {100, 300, 1000, 3000})
        QTest::addRow("%d reviews", reviews) << reviews;
}

// For someone who is just as the defaults say, no fit is truly better; what luck lets through must
// do little harm.
void TestOptimiser::judge_adoptsNoNonsense()
{
    QFETCH(const int, reviews);
    const Fsrs6 truth(defaults());
    const QList<LoggedReview> other = SimulatedReviewer(truth, 1000).log(10000);
    const double least = lossOf(defaults(), other);
    double harm = 0;
    constexpr int learners = 3;
    for (quint32 seed = 1; seed <= learners; ++seed) {
        const auto fit = fitAndJudge(SimulatedReviewer(truth, seed).log(reviews), truth);
        QVERIFY(fit);
        QCOMPARE(fit->better, fit->after.logLoss < fit->before.logLoss);
        if (fit->better)
            harm += (lossOf(fit->weights, other) - least) / learners;
    }
    qInfo("%.4f worse on average", harm);
    QVERIFY(harm < 0.01);
}

void TestOptimiser::judge_keepsWhatItCannotJudge()
{
    for (const QList<LoggedReview> &log : {QList<LoggedReview>(), simpleLog(4, 4, 0)}) {
        const auto fit = fitAndJudge(log, Fsrs6(defaults()));
        QVERIFY(fit);
        QVERIFY(!fit->better);
        QCOMPARE(fit->weights, defaults());
    }
}

QTEST_GUILESS_MAIN(TestOptimiser)
#include "tst_optimiser.moc"
