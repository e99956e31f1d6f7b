// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/practicesession.h"

#include "model/collection/sql.h"
#include "tests/support/modelfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Phase = PracticeSession::Phase;

class TestPracticeSession : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void wholeSession_leadsFromQuestionToSummary();
    void retract_returnsWithTextAndTicks();
    void apply_again_restoresTheSameReview();
    void resume_continuesAtTheSameQuestionWithTheText();
    void reveal_countsAsReading();
    void pause_stopsTheClock();
    void unreadableQuestion_canStillBeGraded();

private:
    std::unique_ptr<PracticeSession> start()
    {
        return std::make_unique<PracticeSession>(
            u"Test"_s, AnswerMode::Type,
            QList<QuestionId>{m_fixture->question(u"q1"_s), m_fixture->question(u"q2"_s)},
            *m_practice, *m_questions);
    }

    QString read(const QString &sql)
    {
        std::ignore = m_fixture->collection().writes().flush();
        return readText(m_fixture->database(), sql);
    }

    std::unique_ptr<CollectionFixture> m_fixture;
    std::unique_ptr<PracticeStore> m_practice;
    std::unique_ptr<QuestionStore> m_questions;
};

void TestPracticeSession::init()
{
    m_fixture = std::make_unique<CollectionFixture>();
    m_practice = std::make_unique<PracticeStore>(m_fixture->collection(), m_fixture->scheduler());
    m_questions = std::make_unique<QuestionStore>(m_fixture->database());
}

void TestPracticeSession::cleanup()
{
    m_questions.reset();
    m_practice.reset();
    m_fixture.reset();
}

void TestPracticeSession::wholeSession_leadsFromQuestionToSummary()
{
    const auto session = start();
    QSignalSpy questions(session.get(), &PracticeSession::questionChanged);
    QCOMPARE(session->phase(), Phase::Answering);
    QCOMPARE(session->question().value().question.number, 1);
    session->setDraft(u"lazy"_s);
    session->reveal();
    QCOMPARE(session->phase(), Phase::Revealed);
    QCOMPARE(session->suggestion(), Rating::Again);
    session->setMet(0, true);
    session->setMet(7, true); // no such point
    QCOMPARE(session->metCount(), 1);
    QCOMPARE(session->suggestion(), Rating::Hard);
    session->setMet(1, true);
    QCOMPARE(session->suggestion(), Rating::Easy);
    session->apply(session->review(Rating::Good), false);

    QCOMPARE(session->position(), 1);
    QCOMPARE(session->phase(), Phase::Answering);
    QCOMPARE(session->question().value().question.number, 2);
    QVERIFY(session->draft().isEmpty());
    QCOMPARE(session->metCount(), 0);
    session->reveal();
    session->apply(session->review(Rating::Again), false);
    QCOMPARE(session->phase(), Phase::Answering); // it comes back
    QCOMPARE(session->question().value().question.number, 2);
    QCOMPARE(session->comingBack(), 1);
    session->reveal();
    session->apply(session->review(Rating::Good), false);
    QCOMPARE(session->phase(), Phase::Finished);
    QCOMPARE(questions.size(), 2);
    session->end();
    QCOMPARE(read(u"SELECT group_concat(rating) FROM (SELECT rating FROM review"
                  " ORDER BY session_position)"_s),
             u"3,1,3"_s);
    QCOMPARE(read(u"SELECT count(*) FROM review_key_point WHERE met"_s), u"2"_s);
    QCOMPARE(m_practice->lastSession().value()->missed.size(), 2);
}

void TestPracticeSession::retract_returnsWithTextAndTicks()
{
    const auto session = start();
    session->setDraft(u"my words"_s);
    session->reveal();
    session->setMet(1, true);
    session->apply(session->review(Rating::Easy), false);
    session->setDraft(u"next answer"_s);

    QVERIFY(session->lastReview());
    QVERIFY(session->reviewAt(0));
    session->retract(Review(*session->lastReview()));
    QCOMPARE(session->position(), 0);
    QCOMPARE(session->phase(), Phase::Revealed);
    QCOMPARE(session->draft(), u"my words"_s);
    QVERIFY(!session->isMet(0));
    QVERIFY(session->isMet(1));
    QVERIFY(!session->lastReview());
    QCOMPARE(read(u"SELECT count(*) FROM review WHERE deleted IS NULL"_s), u"0"_s);
}

void TestPracticeSession::apply_again_restoresTheSameReview()
{
    const auto session = start();
    session->reveal();
    const Review review = session->review(Rating::Good);
    session->apply(review, false);
    session->retract(review);
    session->apply(review, true);
    QCOMPARE(session->position(), 1);
    QCOMPARE(read(u"SELECT count(*) FROM review WHERE deleted IS NULL"_s), u"1"_s);
    QCOMPARE(read(u"SELECT count(*) FROM review"_s), u"1"_s);
}

void TestPracticeSession::resume_continuesAtTheSameQuestionWithTheText()
{
    {
        const auto session = start();
        session->reveal();
        session->apply(session->review(Rating::Hard), false);
        session->setDraft(u"half an answer"_s);
    }
    std::ignore = m_fixture->collection().writes().flush();
    const auto record = m_practice->unfinishedSession();
    VERIFY_OK(record);
    PracticeSession session(*record.value(), *m_practice, *m_questions);
    QCOMPARE(session.position(), 1);
    QCOMPARE(session.draft(), u"half an answer"_s);
    QCOMPARE(session.phase(), Phase::Answering);
    QCOMPARE(session.reviewAt(0)->rating, Rating::Hard);
}

void TestPracticeSession::reveal_countsAsReading()
{
    const auto session = start();
    session->reveal();
    session->reveal();
    QCOMPARE(read(u"SELECT group_concat(question_id) FROM reading"_s),
             QString::number(m_fixture->question(u"q1"_s)));
}

void TestPracticeSession::pause_stopsTheClock()
{
    const auto session = start();
    session->setPaused(true);
    const qint64 before = session->elapsed();
    QTest::qWait(30);
    QCOMPARE(session->elapsed(), before);
    session->setPaused(false);
    QTest::qWait(30);
    QVERIFY(session->elapsed() > before);
}

void TestPracticeSession::unreadableQuestion_canStillBeGraded()
{
    PracticeSession session(u"Test"_s, AnswerMode::Think, {4711, m_fixture->question(u"q1"_s)},
                            *m_practice, *m_questions);
    QVERIFY(!session.question().ok());
    QCOMPARE(session.suggestion(), Rating::Good);
    QVERIFY(session.review(Rating::Good).points.isEmpty());
}

QTEST_GUILESS_MAIN(TestPracticeSession)
#include "tst_practicesession.moc"
