// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/weightfitter.h"

#include "model/collection/sql.h"
#include "model/practice/practicestore.h"
#include "tests/support/modelfixture.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestWeightFitter : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void log_ofAnotherMemory_givesBetterWeightsThatStay();
    void log_ofTheDefaults_keepsThem();
    void emptyLog_isReportedAndNothingChanges();
    void cancel_leavesEverythingAsItWas();
    void fit_startsByItselfAfterEnoughReviews();

private:
    // Fills the log with what a learner with these weights would have answered.
    void simulate(const QList<double> &weights, int questions, int reviews);
    void fit();

    std::unique_ptr<CollectionFixture> m_fixture;
    std::unique_ptr<PracticeStore> m_practice;
    std::unique_ptr<WeightFitter> m_fitter;
};

void TestWeightFitter::init()
{
    m_fixture = std::make_unique<CollectionFixture>();
    m_practice = std::make_unique<PracticeStore>(m_fixture->collection(), m_fixture->scheduler());
    m_fitter = std::make_unique<WeightFitter>(m_fixture->collection(), m_fixture->scheduler(),
                                              *m_practice);
    VERIFY_OK(m_fitter->load());
}

void TestWeightFitter::cleanup()
{
    m_fitter.reset();
    m_practice.reset();
    m_fixture.reset();
}

void TestWeightFitter::simulate(const QList<double> &weights, int questions, int reviews)
{
    const auto model = makeMemoryModel(u"fsrs6"_s, weights);
    Transaction transaction(m_fixture->database());
    QRandomGenerator random(7);
    for (int question = 1; question <= questions; ++question) {
        VERIFY_OK(execute(m_fixture->database(),
                          u"INSERT INTO question(id, deck_id, key, number, kind, tier, title,"
                          " prompt, answer, since, until, digest)"
                          " SELECT ?, id, ?, ?, 'open', 0, '', '', '', '', '', '' FROM deck"_s,
                          {1000 + question, u"simulated/%1"_s.arg(question), question}));
        MemoryState state;
        int day = int(random.bounded(300u));
        for (int i = 0; i < reviews; ++i) {
            const int days = i == 0 ? 0 : 1 + int(random.bounded(20u));
            day += days;
            const bool recalled = i > 0 && random.generateDouble() < model->recall(state, days);
            const Rating rating = recalled || (i == 0 && random.generateDouble() < 0.6)
                                      ? Rating::Good
                                      : Rating::Again;
            state = i == 0 ? model->first(rating) : model->next(state, days, rating);
            VERIFY_OK(execute(m_fixture->database(),
                              u"INSERT INTO review(uid, question_id, rating, answer, duration,"
                              " created, modified, day, wait)"
                              " VALUES (?, ?, ?, '', 0, ?, 0, ?, 1440)"_s,
                              {u"%1/%2"_s.arg(question).arg(i), 1000 + question, int(rating),
                               day * 86'400'000LL, day}));
        }
    }
    VERIFY_OK(transaction.commit());
}

void TestWeightFitter::fit()
{
    QSignalSpy finished(m_fitter.get(), &WeightFitter::finished);
    m_fitter->start();
    QVERIFY(m_fitter->isRunning());
    QVERIFY(finished.wait(60'000));
    QVERIFY(!m_fitter->isRunning());
}

void TestWeightFitter::log_ofAnotherMemory_givesBetterWeightsThatStay()
{
    // Forgets much faster than the defaults say.
    QList<double> weights = makeMemoryModel(u"fsrs6"_s)->weights();
    for (int i = 0; i < 4; ++i)
        weights[i] *= 0.2;
    weights[8] = 1.0;
    simulate(weights, 120, 8);
    QSignalSpy progress(m_fitter.get(), &WeightFitter::progressed);
    fit();
    QVERIFY(!progress.isEmpty());
    const FitReport report = m_fitter->report();
    QVERIFY(report.adopted);
    QVERIFY(report.items > 500);
    QVERIFY(report.lossAfter < report.lossBefore);
    const QList<double> fitted = m_fixture->scheduler().rules().model->weights();
    QVERIFY(fitted != makeMemoryModel(u"fsrs6"_s)->weights());

    VERIFY_OK(m_fixture->collection().writes().flush());
    m_fitter.reset();
    m_practice.reset();
    m_fixture->reopen();
    QCOMPARE(m_fixture->scheduler().rules().model->weights(), fitted);
    m_practice = std::make_unique<PracticeStore>(m_fixture->collection(), m_fixture->scheduler());
    m_fitter = std::make_unique<WeightFitter>(m_fixture->collection(), m_fixture->scheduler(),
                                              *m_practice);
    VERIFY_OK(m_fitter->load());
    QCOMPARE(m_fitter->report().items, report.items);
    QCOMPARE(m_fitter->report().date, report.date);
    QVERIFY(m_fitter->report().adopted);
}

void TestWeightFitter::log_ofTheDefaults_keepsThem()
{
    const QList<double> before = m_fixture->scheduler().rules().model->weights();
    simulate(before, 12, 4);
    fit();
    if (!m_fitter->report().adopted)
        QCOMPARE(m_fixture->scheduler().rules().model->weights(), before);
    else // by chance, but then with reason
        QVERIFY(m_fitter->report().lossAfter < m_fitter->report().lossBefore);
    QVERIFY(m_fitter->report().date.isValid());
}

void TestWeightFitter::emptyLog_isReportedAndNothingChanges()
{
    const QList<double> before = m_fixture->scheduler().rules().model->weights();
    fit();
    QCOMPARE(m_fitter->report().items, 0);
    QVERIFY(!m_fitter->report().adopted);
    QCOMPARE(m_fixture->scheduler().rules().model->weights(), before);
}

void TestWeightFitter::cancel_leavesEverythingAsItWas()
{
    simulate(makeMemoryModel(u"fsrs6"_s)->weights(), 200, 10);
    const QList<double> before = m_fixture->scheduler().rules().model->weights();
    QSignalSpy finished(m_fitter.get(), &WeightFitter::finished);
    m_fitter->start();
    m_fitter->cancel();
    QVERIFY(finished.wait(60'000));
    QVERIFY(!m_fitter->report().date.isValid());
    QCOMPARE(m_fixture->scheduler().rules().model->weights(), before);
}

void TestWeightFitter::fit_startsByItselfAfterEnoughReviews()
{
    simulate(makeMemoryModel(u"fsrs6"_s)->weights(), 33, 6); // 198
    QSignalSpy finished(m_fitter.get(), &WeightFitter::finished);
    const auto grade = [this](const QString &uid) {
        Review review;
        review.uid = uid;
        review.question = m_fixture->question(u"q1"_s);
        review.created = 1;
        review.day = 700;
        m_practice->addReview(review);
        std::ignore = m_fixture->collection().writes().flush();
        QCoreApplication::processEvents();
    };
    m_practice->startSession({{}, {}, AnswerMode::Type, {}, 0, {}, {}, {}});
    grade(u"a"_s);
    QVERIFY(!m_fitter->isRunning());
    grade(u"b"_s);
    QTRY_VERIFY(m_fitter->isRunning() || !finished.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 60'000);
    QVERIFY(m_fitter->report().date.isValid());
    finished.clear();
    grade(u"c"_s);
    QVERIFY(!m_fitter->isRunning());
}

QTEST_GUILESS_MAIN(TestWeightFitter)
#include "tst_weightfitter.moc"
