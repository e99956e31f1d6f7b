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
    void takenBackAgain_keepsWhatWasTypedWhereItCameBack();
    void unreadableQuestion_canStillBeGraded();
    void reveal_ticksWhatTheTextSays_data();
    void reveal_ticksWhatTheTextSays();
    void matchAgain_ticksWhatIsNewAndUnticksNothing();
    void again_bringsTheQuestionBackOnce();
    void again_onARepeat_bringsItBackAgain();
    void again_takenBack_removesTheRepeat();
    void again_givenAgain_bringsItBackOnce();
    void again_takenBackAfterResume_removesTheRepeat();
    void again_ofSeveral_comeBackInTheOrderOfTheirGrades();
    void lastGrade_takenBack_reopensTheSession();
    void retract_promisesWhatItDidBefore_data();
    void retract_promisesWhatItDidBefore();
    void mode_isStoredAndComesBack_data();
    void mode_isStoredAndComesBack();

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

    // The session as it is on disk: "position finished: questions", by key.
    QString onDisk()
    {
        return read(u"SELECT position || iif(finished IS NULL, ': ', ' finished: ') || (SELECT"
                    " group_concat(substr(key, 8), ' ') FROM (SELECT key FROM session_question"
                    " JOIN question ON question.id = question_id WHERE session_uid = uid"
                    " ORDER BY session_question.position)) FROM session"_s);
    }

    static void grade(PracticeSession &session, Rating rating)
    {
        session.reveal();
        session.apply(session.review(rating), false);
    }

    // The one on disk, as after a crash.
    std::unique_ptr<PracticeSession> resume()
    {
        std::ignore = m_fixture->collection().writes().flush();
        const auto record = m_practice->unfinishedSession();
        if (!record.ok() || !record.value())
            qFatal("no session to go on with");
        return std::make_unique<PracticeSession>(*record.value(), *m_practice, *m_questions);
    }

    static QList<int> waits(const PracticeSession &session)
    {
        QList<int> waits;
        for (const Outcome &outcome : session.outcomes())
            waits.append(outcome.wait);
        return waits;
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

void TestPracticeSession::takenBackAgain_keepsWhatWasTypedWhereItCameBack()
{
    PracticeSession session(u"Test"_s, AnswerMode::Type, {m_fixture->question(u"q1"_s)},
                            *m_practice, *m_questions);
    session.reveal();
    const Review review = session.review(Rating::Again);
    session.apply(review, false);
    session.setDraft(u"long precious answer"_s);
    session.retract(review);
    session.apply(review, true);
    QCOMPARE(session.draft(), u"long precious answer"_s);
    QCOMPARE(read(u"SELECT draft FROM session_question WHERE repeats = 0"_s),
             u"long precious answer"_s);
}

void TestPracticeSession::unreadableQuestion_canStillBeGraded()
{
    PracticeSession session(u"Test"_s, AnswerMode::Think, {4711, m_fixture->question(u"q1"_s)},
                            *m_practice, *m_questions);
    QVERIFY(!session.question().ok());
    QCOMPARE(session.suggestion(), Rating::Good);
    QVERIFY(session.review(Rating::Good).points.isEmpty());
}

void TestPracticeSession::reveal_ticksWhatTheTextSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<bool>>("met");
    QTest::addColumn<Rating>("suggested");
    QTest::newRow("nothing typed") << QString() << QList<bool>{false, false} << Rating::Again;
    QTest::newRow("blanks") << u" \n"_s << QList<bool>{false, false} << Rating::Again;
    QTest::newRow("other words") << u"It is lazy."_s << QList<bool>{false, false} << Rating::Again;
    QTest::newRow("one") << u"The second is lazy."_s << QList<bool>{false, true} << Rating::Hard;
    QTest::newRow("both") << u"First and second."_s << QList<bool>{true, true} << Rating::Easy;
}

void TestPracticeSession::reveal_ticksWhatTheTextSays()
{
    QFETCH(const QString, text);
    QFETCH(const QList<bool>, met);
    QFETCH(const Rating, suggested);
    const auto session = start();
    session->setDraft(text);
    QVERIFY(session->matches().isEmpty());
    session->reveal();
    QCOMPARE(session->matches().size(), 2);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(session->isMet(i), met.at(i));
        const TextSpan &span = session->matches().at(i);
        QCOMPARE(text.mid(span.start, span.length).toLower(),
                 met.at(i) ? QStringList({u"first"_s, u"second"_s}).at(i) : QString());
    }
    QCOMPARE(session->suggestion(), suggested);
    // What stays ticked is what counts.
    session->setMet(0, !met.at(0));
    const Review review = session->review(Rating::Good);
    QCOMPARE(review.points.at(0).met, !met.at(0));
    QCOMPARE(review.points.at(1).met, met.at(1));
    session->apply(review, false);
    QVERIFY(session->matches().isEmpty()); // of the next question
}

void TestPracticeSession::matchAgain_ticksWhatIsNewAndUnticksNothing()
{
    const auto session = start();
    session->setDraft(u"It comes first."_s);
    session->reveal();
    QSignalSpy points(session.get(), &PracticeSession::pointsChanged);
    session->setMet(0, false); // the learner disagrees
    session->setDraft(u"It comes first, the rest is second."_s);
    session->matchAgain();
    QCOMPARE(points.size(), 2);
    QVERIFY(!session->isMet(0));
    QVERIFY(session->isMet(1));
    QCOMPARE(session->matches().at(0), (TextSpan{9, 5}));
    QCOMPARE(session->matches().at(1), (TextSpan{28, 6}));

    session->setDraft(u"Nothing of it."_s);
    session->matchAgain();
    QCOMPARE(session->matches(), QList<TextSpan>(2));
    QVERIFY(!session->isMet(0));
    QVERIFY(session->isMet(1));
    session->setDraft({});
    session->matchAgain();
    QVERIFY(session->isMet(1));
    session->setDraft(u"First after all."_s);
    session->matchAgain();
    QVERIFY(session->isMet(0));
}

void TestPracticeSession::again_bringsTheQuestionBackOnce()
{
    const auto session = start();
    QCOMPARE(onDisk(), u"0: q1 q2"_s);
    QCOMPARE(session->comingBack(), 0);
    session->setDraft(u"no idea"_s);
    grade(*session, Rating::Again);
    QCOMPARE(onDisk(), u"1: q1 q2 q1"_s);
    QCOMPARE(session->questions().size(), 3);
    QCOMPARE(session->comingBack(), 1);
    grade(*session, Rating::Hard); // in a quarter of an hour, and yet not in this session
    QCOMPARE(onDisk(), u"2: q1 q2 q1"_s);
    QCOMPARE(session->phase(), Phase::Answering);
    QCOMPARE(session->question().value().question.number, 1);
    QVERIFY(session->draft().isEmpty());
    QCOMPARE(session->comingBack(), 1);
    session->setDraft(u"lazy"_s);
    grade(*session, Rating::Good);
    QCOMPARE(session->comingBack(), 0);
    QCOMPARE(session->phase(), Phase::Finished);
    QCOMPARE(onDisk(), u"3 finished: q1 q2 q1"_s);
    QCOMPARE(read(u"SELECT group_concat(answer) FROM (SELECT answer FROM review"
                  " ORDER BY session_position)"_s),
             u"no idea,,lazy"_s);
    QVERIFY(!m_practice->unfinishedSession().value());
    QCOMPARE(m_practice->lastSession().value()->session.reviews.size(), 3);
}

void TestPracticeSession::again_onARepeat_bringsItBackAgain()
{
    const auto session = start();
    grade(*session, Rating::Again);
    grade(*session, Rating::Good);
    for (int position = 2; position < 6; ++position) {
        QCOMPARE(session->position(), position);
        QCOMPARE(session->comingBack(), 1);
        grade(*session, Rating::Again);
    }
    QCOMPARE(onDisk(), u"6: q1 q2 q1 q1 q1 q1 q1"_s);
    grade(*session, Rating::Easy);
    QCOMPARE(session->phase(), Phase::Finished);
    QCOMPARE(onDisk(), u"7 finished: q1 q2 q1 q1 q1 q1 q1"_s);
}

void TestPracticeSession::again_takenBack_removesTheRepeat()
{
    const auto session = start();
    grade(*session, Rating::Again);
    grade(*session, Rating::Again);
    grade(*session, Rating::Again);
    QCOMPARE(onDisk(), u"3: q1 q2 q1 q2 q1"_s);
    session->setDraft(u"for the repeat of q2"_s);
    session->retract(Review(*session->lastReview()));
    QCOMPARE(onDisk(), u"2: q1 q2 q1 q2"_s);
    QCOMPARE(session->position(), 2);
    QCOMPARE(session->phase(), Phase::Revealed);
    QCOMPARE(session->comingBack(), 2);
    session->retract(Review(*session->lastReview()));
    QCOMPARE(onDisk(), u"1: q1 q2 q1"_s);
    session->retract(Review(*session->lastReview()));
    QCOMPARE(onDisk(), u"0: q1 q2"_s);
    QCOMPARE(session->questions().size(), 2);
    QCOMPARE(session->comingBack(), 0);
    QVERIFY(!session->lastReview());
    session->apply(session->review(Rating::Good), false); // another grade instead
    QCOMPARE(onDisk(), u"1: q1 q2"_s);
    QCOMPARE(read(u"SELECT count(*) FROM review WHERE deleted IS NULL"_s), u"1"_s);
}

void TestPracticeSession::again_givenAgain_bringsItBackOnce()
{
    const auto session = start();
    session->reveal();
    const Review first = session->review(Rating::Again);
    session->apply(first, false);
    grade(*session, Rating::Again);
    const Review second = *session->lastReview();
    for (int i = 0; i < 3; ++i) {
        session->retract(second);
        session->retract(first);
        QCOMPARE(onDisk(), u"0: q1 q2"_s);
        session->apply(first, true);
        session->apply(second, true);
        QCOMPARE(onDisk(), u"2: q1 q2 q1 q2"_s);
        QCOMPARE(session->questions().size(), 4);
        QCOMPARE(session->comingBack(), 2);
    }
    QCOMPARE(read(u"SELECT count(*) FROM review"_s), u"2"_s);
}

void TestPracticeSession::again_takenBackAfterResume_removesTheRepeat()
{
    {
        const auto session = start();
        session->setDraft(u"first"_s);
        grade(*session, Rating::Again);
        grade(*session, Rating::Good);
        grade(*session, Rating::Again);
        session->setDraft(u"third time"_s);
    }
    auto session = resume();
    QCOMPARE(session->position(), 3);
    QCOMPARE(session->draft(), u"third time"_s);
    QCOMPARE(session->questions().size(), 4);
    QCOMPARE(session->comingBack(), 1);
    session->retract(Review(*session->lastReview()));
    QCOMPARE(onDisk(), u"2: q1 q2 q1"_s);
    QCOMPARE(session->comingBack(), 1);

    session = resume();
    QCOMPARE(session->position(), 2);
    QCOMPARE(session->questions().size(), 3);
    QCOMPARE(session->phase(), Phase::Answering);
    session->retract(Review(*session->lastReview()));
    session->retract(Review(*session->lastReview()));
    QCOMPARE(onDisk(), u"0: q1 q2"_s);
    QCOMPARE(session->draft(), u"first"_s);
    QVERIFY(session->isMet(0)); // as it was ticked
    QVERIFY(!session->isMet(1));
    session = resume();
    QCOMPARE(session->comingBack(), 0);
    QVERIFY(!session->lastReview());
    grade(*session, Rating::Good);
    grade(*session, Rating::Again);
    session = resume();
    QCOMPARE(session->comingBack(), 1);
    grade(*session, Rating::Good);
    QCOMPARE(onDisk(), u"3 finished: q1 q2 q2"_s);
}

void TestPracticeSession::again_ofSeveral_comeBackInTheOrderOfTheirGrades()
{
    PracticeSession session(
        u"Test"_s, AnswerMode::Type,
        {m_fixture->question(u"q1"_s), m_fixture->question(u"q2"_s), m_fixture->question(u"q3"_s)},
        *m_practice, *m_questions);
    grade(session, Rating::Again);
    grade(session, Rating::Good);
    grade(session, Rating::Again);
    QCOMPARE(onDisk(), u"3: q1 q2 q3 q1 q3"_s);
    grade(session, Rating::Again);
    QCOMPARE(onDisk(), u"4: q1 q2 q3 q1 q3 q1"_s);
    QCOMPARE(session.comingBack(), 2);
    session.end(); // those that are left come back another day
    QCOMPARE(onDisk(), u"4 finished: q1 q2 q3 q1 q3 q1"_s);
}

void TestPracticeSession::lastGrade_takenBack_reopensTheSession()
{
    const auto session = start();
    grade(*session, Rating::Good);
    grade(*session, Rating::Good);
    QCOMPARE(session->phase(), Phase::Finished);
    QCOMPARE(onDisk(), u"2 finished: q1 q2"_s);
    session->retract(Review(*session->lastReview()));
    QCOMPARE(onDisk(), u"1: q1 q2"_s);
    QCOMPARE(m_practice->unfinishedSession().value()->position, 1);
    session->apply(session->review(Rating::Again), false);
    QCOMPARE(onDisk(), u"2: q1 q2 q2"_s);
    QCOMPARE(session->phase(), Phase::Answering);
}

void TestPracticeSession::retract_promisesWhatItDidBefore_data()
{
    QTest::addColumn<int>("since"); // days since a review before; 0 for none
    QTest::addColumn<Rating>("rating");
    for (const int since : {0, 12}) {
        for (const Rating rating : allRatings)
            QTest::addRow("%d days, %d", since, int(rating)) << since << rating;
    }
}

// The grade that is taken back must not count in what the others would lead to.
void TestPracticeSession::retract_promisesWhatItDidBefore()
{
    QFETCH(const int, since);
    QFETCH(const Rating, rating);
    if (since > 0) {
        Review before;
        before.uid = u"before"_s;
        before.question = m_fixture->question(u"q1"_s);
        const Moment now = Moment::now();
        before.created = now.time - since * 86'400'000LL;
        before.day = now.day - since;
        before.wait = since * minutesPerDay;
        VERIFY_OK(logReview(m_fixture->database(), before, m_fixture->scheduler().rules()));
    }
    const auto session = start();
    session->reveal();
    const QList<int> promised = waits(*session);
    const Review review = session->review(rating);
    session->apply(review, false);
    session->retract(review); // neither is on disk yet
    QCOMPARE(waits(*session), promised);
    session->apply(review, true);
    QCOMPARE(onDisk().at(0), u'1');
    session->retract(review);
    QCOMPARE(waits(*session), promised);

    session->apply(review, true);
    session->end();
    VERIFY_OK(m_fixture->collection().writes().flush());
    const auto record = m_practice->lastSession();
    VERIFY_OK(record);
    PracticeSession resumed(record.value()->session, *m_practice, *m_questions);
    resumed.retract(Review(*resumed.lastReview()));
    QCOMPARE(waits(resumed), promised);
}

void TestPracticeSession::mode_isStoredAndComesBack_data()
{
    QTest::addColumn<AnswerMode>("mode");
    QTest::addColumn<QString>("stored");
    QTest::newRow("type") << AnswerMode::Type << u"type"_s;
    QTest::newRow("think") << AnswerMode::Think << u"think"_s;
    QTest::newRow("speak") << AnswerMode::Speak << u"speak"_s;
    QTest::newRow("of a later version") << AnswerMode::Type << u"sing"_s;
}

void TestPracticeSession::mode_isStoredAndComesBack()
{
    QFETCH(const AnswerMode, mode);
    QFETCH(const QString, stored);
    {
        PracticeSession session(u"Test"_s, mode, {m_fixture->question(u"q1"_s)}, *m_practice,
                                *m_questions);
        QCOMPARE(session.mode(), mode);
        session.setDraft(u"a word"_s); // one in which nothing was done does not come back
    }
    if (stored == u"sing"_s)
        std::ignore = read(u"SELECT 1"_s);
    else
        QCOMPARE(read(u"SELECT mode FROM session"_s), stored);
    VERIFY_OK(execute(m_fixture->database(), u"UPDATE session SET mode = ?"_s, {stored}));
    QCOMPARE(resume()->mode(), mode);
}

QTEST_GUILESS_MAIN(TestPracticeSession)
#include "tst_practicesession.moc"
