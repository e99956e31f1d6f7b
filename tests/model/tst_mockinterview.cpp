// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/mockinterview.h"

#include "model/collection/sql.h"
#include "model/collection/stamp.h"
#include "model/plan/guidestore.h"
#include "model/practice/studyday.h"
#include "tests/support/modelfixture.h"

#include <QElapsedTimer>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Phase = MockInterview::Phase;

namespace {

// The sample deck with a real scenario.
Deck interviewDeck()
{
    Deck deck = sampleDeck();
    Question &scenario = deck.questions[3];
    scenario.kind = QuestionKind::Scenario;
    scenario.followUp = u"And then?"_s;
    scenario.keyPoints[0].section = Section::Problem;
    scenario.keyPoints[1].section = Section::Outcome;
    return deck;
}

} // namespace

class TestMockInterview : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void compose_asksTheLevelsMix();
    void compose_leavesOutDrillsAndRetired();
    void compose_withoutQuestions_saysSo();
    void wholeInterview_leadsFromQuestionsToAScore();
    void proposals_areTickedWhereTheAnswerMatches();
    void resume_keepsAnswersFlagsPositionAndTime();
    void keystrokes_areOnDiskWithinHalfASecond();
    void clock_standsStillWhileClosedAndIsSavedByItself();
    void clock_ofARestingText_neverGoesBack();
    void followUp_isDueAtHalfTime();
    void inHand_comparesWithTheTimeAllowed();
    void endedEarly_skipsTheRest();
    void grading_movesAmongWhatWasAsked();
    void uncounted_leavesReviewsAndMemoryAlone();
    void counted_entersTheReviewLog();
    void countedLate_isDatedWhenItWasAnswered();
    void trend_isOfFinishedInterviews();
    void deckUpgrade_whileGrading_keepsTheOldPoints();
    void retiredQuestion_isStillAsked();

private:
    Interview compose()
    {
        const auto composed = m_store->compose(m_level);
        if (!composed.ok())
            qFatal("%s", qPrintable(composed.error().message));
        return composed.value();
    }

    std::unique_ptr<MockInterview> start()
    {
        return MockInterview::start(compose(), *m_store, *m_questions);
    }

    // As the next start of the program does.
    std::unique_ptr<MockInterview> resume()
    {
        std::ignore = m_fixture->collection().writes().flush();
        const auto found = m_store->unfinished();
        if (!found.ok() || !found.value())
            qFatal("no unfinished interview");
        return std::make_unique<MockInterview>(*found.value(), *m_store, *m_questions);
    }

    QString read(const QString &sql)
    {
        std::ignore = m_fixture->collection().writes().flush();
        return readText(m_fixture->database(), sql);
    }

    std::unique_ptr<CollectionFixture> m_fixture;
    std::unique_ptr<InterviewStore> m_store;
    std::unique_ptr<QuestionStore> m_questions;
    Level m_level;
};

void TestMockInterview::init()
{
    m_fixture = std::make_unique<CollectionFixture>(interviewDeck());
    m_store = std::make_unique<InterviewStore>(m_fixture->collection(), m_fixture->scheduler());
    m_questions = std::make_unique<QuestionStore>(m_fixture->database());
    m_level = GuideStore(m_fixture->collection()).levels().value().constFirst();
}

void TestMockInterview::cleanup()
{
    m_questions.reset();
    m_store.reset();
    m_fixture.reset();
}

void TestMockInterview::compose_asksTheLevelsMix()
{
    const Interview interview = compose(); // two basics, one intermediate, one scenario
    QCOMPARE(interview.level, u"Fresher"_s);
    QCOMPARE(interview.questions.size(), 4);
    QCOMPARE(interview.questions.at(0).tier, Tier::Basic);
    QCOMPARE(interview.questions.at(2).title, u"select_related"_s);
    QCOMPARE(interview.questions.at(2).topic, u"ORM"_s);
    QCOMPARE(interview.questions.at(3).followUp, u"And then?"_s);
    QCOMPARE(interview.questions.at(3).allowed, 8 * 60'000);
    QCOMPARE(timeAllowed(interview), (4 + 4 + 5 + 8) * 60'000);
    QCOMPARE(read(u"SELECT count(*) FROM interview"_s), u"0"_s); // nothing before it starts
}

void TestMockInterview::compose_leavesOutDrillsAndRetired()
{
    Deck deck = interviewDeck();
    deck.version = u"2.0.0"_s;
    deck.questions[4].kind = QuestionKind::Drill;
    deck.questions[4].drill = Drill{u"a.py"_s, {}, {}, {}};
    deck.questions.removeAt(5);
    meddle(m_fixture->collection().path(),
           "INSERT INTO reading SELECT 'u', id, 1, 1, NULL FROM question WHERE number = 6");
    m_fixture->install(deck);
    QCOMPARE(read(u"SELECT sum(retired) FROM question"_s), u"1"_s);
    m_level.interview = {9, 0, 0, 0};
    QSet<QuestionId> asked;
    for (const InterviewQuestion &question : compose().questions)
        asked.insert(question.id);
    QCOMPARE(asked.size(), 4); // filled up from the other tiers
    QVERIFY(!asked.contains(m_fixture->question(u"q5"_s)));
    QVERIFY(!asked.contains(m_fixture->question(u"q6"_s)));
}

void TestMockInterview::compose_withoutQuestions_saysSo()
{
    meddle(m_fixture->collection().path(), "UPDATE question SET retired = 1");
    const auto composed = m_store->compose(m_level);
    QVERIFY(!composed.ok());
    QVERIFY(composed.error().message.contains(u"no question to ask"_s));
}

void TestMockInterview::wholeInterview_leadsFromQuestionsToAScore()
{
    const auto interview = start();
    QSignalSpy questions(interview.get(), &MockInterview::questionChanged);
    QSignalSpy phases(interview.get(), &MockInterview::phaseChanged);
    QCOMPARE(interview->phase(), Phase::Running);
    QCOMPARE(interview->closedFor(), 0);
    QVERIFY(interview->question().points.isEmpty()); // no answers in sight
    interview->setAnswer(Section::None, u"the first and the second"_s);
    interview->next();
    QCOMPARE(interview->position(), 1);
    interview->setAnswer(Section::None, u"only the first"_s);
    interview->setFlagged(true);
    interview->next();
    interview->skip();
    QVERIFY(interview->isLast());
    interview->next(); // in the head
    QCOMPARE(interview->phase(), Phase::Grading);
    QCOMPARE(phases.size(), 1);
    QCOMPARE(questions.size(), 4);
    QCOMPARE(interview->position(), 0);
    QCOMPARE(interview->detail().value().question.title, interview->question().title);

    QCOMPARE(interview->suggestion(), Rating::Easy);
    interview->rate(Rating::Good);
    QVERIFY(interview->goOn());
    QCOMPARE(metCount(interview->question()), 1);
    QCOMPARE(interview->suggestion(), Rating::Hard);
    interview->setMet(1, true);
    interview->setMet(9, true); // no such point
    QCOMPARE(metCount(interview->question()), 2);
    interview->rate(Rating::Easy);
    QVERIFY(interview->goOn());
    QVERIFY(interview->question().skipped);
    QCOMPARE(interview->suggestion(), Rating::Again);
    interview->rate(Rating::Again);
    QVERIFY(!interview->isRated());
    QVERIFY(interview->goOn());
    QVERIFY(!interview->hasNext());
    interview->rate(Rating::Hard);
    QVERIFY(interview->isRated());
    interview->finish(false);
    QCOMPARE(interview->phase(), Phase::Finished);
    interview->setMet(0, true); // too late
    QCOMPARE(metCount(interview->question()), 0);

    std::ignore = m_fixture->collection().writes().flush();
    QVERIFY(!m_store->unfinished().value());
    const auto last = m_store->last();
    VERIFY_OK(last);
    QCOMPARE(last.value()->score, interviewScore(interview->record()));
    QCOMPARE(last.value()->score, 33); // 4 * 1 of 4 * 1 + 2 * 1.5 + 2 * 2.5
}

void TestMockInterview::proposals_areTickedWhereTheAnswerMatches()
{
    const auto interview = start();
    interview->setAnswer(Section::None, u"Seconds count."_s); // porter: second
    interview->next();
    interview->setAnswer(Section::None, u"first"_s);
    interview->skip(); // said, and taken back
    interview->next();
    interview->setAnswer(Section::Problem, u"nothing"_s);
    interview->setAnswer(Section::Outcome, u"first of all"_s);
    interview->next();
    const auto met = [&](int question) {
        QList<bool> ticks;
        for (const InterviewPoint &point : interview->record().questions.at(question).points)
            ticks.append(point.met);
        return ticks;
    };
    QCOMPARE(met(0), (QList<bool>{false, true}));
    QCOMPARE(met(1), (QList<bool>{false, false}));
    QCOMPARE(met(2), (QList<bool>{false, false}));
    QCOMPARE(met(3), (QList<bool>{true, false}));
    // What was proposed and what was ticked is there after a crash.
    interview->setMet(0, true);
    const auto again = resume();
    QCOMPARE(again->phase(), Phase::Grading);
    QVERIFY(again->question().points.at(0).met);
    QVERIFY(again->question().points.at(1).met);
    QCOMPARE(again->question().points.at(1).point.text,
             interview->question().points.at(1).point.text);
}

void TestMockInterview::resume_keepsAnswersFlagsPositionAndTime()
{
    const auto interview = start();
    interview->setAnswer(Section::None, u"one"_s);
    interview->setFlagged(true);
    QTest::qWait(30);
    interview->next();
    interview->skip();
    interview->next();
    interview->setAnswer(Section::Problem, u"slow"_s);
    interview->setAnswer(Section::Approach, u"measure"_s);
    interview->setAnswer(Section::Approach, u"measure it"_s);
    interview->save();

    const auto again = resume();
    QCOMPARE(again->phase(), Phase::Running);
    QCOMPARE(again->position(), 3);
    QCOMPARE(again->answer(Section::Problem), u"slow"_s);
    QCOMPARE(again->answer(Section::Approach), u"measure it"_s);
    QVERIFY(again->answer(Section::Outcome).isEmpty());
    const QList<InterviewQuestion> &asked = again->record().questions;
    QCOMPARE(asked.at(0).answers.value(Section::None), u"one"_s);
    QVERIFY(asked.at(0).flagged);
    QVERIFY(!asked.at(0).skipped);
    QVERIFY(asked.at(0).spent >= 30);
    QVERIFY(asked.at(1).skipped);
    QVERIFY(!asked.at(2).flagged);
    QCOMPARE(again->record().created, interview->record().created);
}

void TestMockInterview::keystrokes_areOnDiskWithinHalfASecond()
{
    const auto interview = start();
    std::ignore = m_fixture->collection().writes().flush();
    // Read by another connection, and with the queue still alive: as after kill -9.
    const auto other = Database::open(m_fixture->collection().path(), Database::Mode::ReadOnly);
    VERIFY_OK(other);
    interview->setAnswer(Section::None, u"every key"_s);
    QElapsedTimer clock;
    clock.start();
    QTRY_COMPARE_WITH_TIMEOUT(readText(*other.value(), u"SELECT text FROM interview_answer"_s),
                              u"every key"_s, 2000);
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(readText(*other.value(), u"SELECT sum(spent) FROM interview_question"_s).toInt() >= 0);
    // On leaving the field, at once.
    interview->setAnswer(Section::None, u"every key, always"_s);
    interview->save();
    QTRY_COMPARE_WITH_TIMEOUT(readText(*other.value(), u"SELECT text FROM interview_answer"_s),
                              u"every key, always"_s, 300);
}

void TestMockInterview::clock_standsStillWhileClosedAndIsSavedByItself()
{
    {
        const auto interview = start();
        QTest::qWait(40);
        QVERIFY(interview->spent() >= 40);
        interview->save();
    }
    std::ignore = m_fixture->collection().writes().flush();
    meddle(m_fixture->collection().path(),
           "UPDATE interview SET modified = modified - 840000;"
           "UPDATE interview_question SET spent = 100000 WHERE position = 0");
    {
        const auto interview = resume();
        QVERIFY(interview->closedFor() >= 840'000);
        QVERIFY(interview->closedFor() < 860'000);
        QVERIFY(interview->spent() >= 100'000); // the closed time is not on the clock
        QVERIFY(interview->spent() < 110'000);
        QCOMPARE(interview->spent(1), 0);
        QVERIFY(interview->spentInAll() >= interview->record().questions.at(0).spent);
        // No key is pressed, and still it is saved.
        QTRY_VERIFY_WITH_TIMEOUT(
            read(u"SELECT spent FROM interview_question WHERE position = 0"_s).toInt() >= 104'000,
            8000);
    }
}

void TestMockInterview::clock_ofARestingText_neverGoesBack()
{
    const auto interview = start();
    const QString uid = interview->record().uid;
    m_store->saveAnswer(uid, 0, Section::None, u"typed early"_s, 1000);
    m_store->saveSpent(uid, 0, 60'000); // written before the text, which rests
    QCOMPARE(read(u"SELECT text FROM interview_answer"_s), u"typed early"_s);
    QCOMPARE(read(u"SELECT spent FROM interview_question WHERE position = 0"_s), u"60000"_s);
}

void TestMockInterview::followUp_isDueAtHalfTime()
{
    Interview composed = compose();
    composed.position = 3;
    composed.questions[3].spent = 4 * 60'000 - 200;
    MockInterview interview(composed, *m_store, *m_questions);
    QVERIFY(!interview.isFollowUpDue());
    QTRY_VERIFY(interview.isFollowUpDue());
    composed.position = 0; // a basic question has none
    composed.questions[0].spent = 3 * 60'000;
    QVERIFY(!MockInterview(composed, *m_store, *m_questions).isFollowUpDue());
}

void TestMockInterview::inHand_comparesWithTheTimeAllowed()
{
    Interview composed = compose();
    composed.questions[0].spent = 2 * 60'000;
    composed.questions[1].spent = 5 * 60'000;
    composed.position = 2;
    composed.questions[2].spent = 60'000;
    QCOMPARE(MockInterview(composed, *m_store, *m_questions).inHand(), 60'000);
    composed.questions[2].spent = 7 * 60'000; // two minutes over
    const qint64 behind = MockInterview(composed, *m_store, *m_questions).inHand();
    QVERIFY(behind <= -60'000 && behind > -61'000);
}

void TestMockInterview::endedEarly_skipsTheRest()
{
    const auto interview = start();
    interview->setAnswer(Section::None, u"first second"_s);
    interview->next();
    interview->end();
    QCOMPARE(interview->phase(), Phase::Grading);
    const QList<InterviewQuestion> &asked = interview->record().questions;
    QVERIFY(!asked.at(0).skipped);
    for (int i : {1, 2, 3}) {
        QVERIFY(asked.at(i).skipped);
        QCOMPARE(asked.at(i).points.size(), 2);
        QCOMPARE(metCount(asked.at(i)), 0);
    }
    QCOMPARE(askedCount(interview->record()), 2);
    QVERIFY(interview->goOn());
    QVERIFY(!interview->goOn()); // the others were not asked
    std::ignore = m_fixture->collection().writes().flush();
    QVERIFY(!m_store->isRunning().value());
    const auto again = resume();
    QCOMPARE(again->position(), 1);
    QCOMPARE(askedCount(again->record()), 2);
}

void TestMockInterview::grading_movesAmongWhatWasAsked()
{
    const auto interview = start();
    QVERIFY(!interview->goOn()); // not while it runs
    interview->rate(Rating::Good);
    QVERIFY(!interview->question().rating);
    interview->end();
    QVERIFY(!interview->hasPrevious());
    QVERIFY(!interview->goBack());
    QVERIFY(!interview->hasNext());
    for (const int none : {0, 5, 7}) {
        interview->rate(Rating(none));
        QVERIFY(!interview->question().rating);
    }
    interview->rate(Rating::Good);
    QVERIFY(interview->isRated());
}

void TestMockInterview::uncounted_leavesReviewsAndMemoryAlone()
{
    const auto interview = start();
    interview->setAnswer(Section::None, u"first"_s);
    interview->next();
    interview->end();
    interview->rate(Rating::Good);
    interview->goOn();
    interview->rate(Rating::Again);
    interview->finish(false);
    for (const QString &table :
         {u"review"_s, u"review_key_point"_s, u"memory"_s, u"session"_s, u"reading"_s})
        QCOMPARE(read(u"SELECT count(*) FROM "_s + table), u"0"_s);
    QCOMPARE(read(u"SELECT counted || (finished > 0) FROM interview"_s), u"01"_s);
    QCOMPARE(read(u"SELECT group_concat(rating) FROM interview_question"_s), u"3,1"_s);
}

void TestMockInterview::counted_entersTheReviewLog()
{
    const auto interview = start();
    interview->setAnswer(Section::None, u"first"_s);
    const QuestionId asked = interview->question().id;
    interview->end();
    interview->rate(Rating::Hard);
    QCOMPARE(read(u"SELECT count(*) FROM review"_s), u"0"_s);
    interview->finish(true);
    interview->finish(true); // once is enough
    QCOMPARE(read(u"SELECT group_concat(question_id || '/' || rating || '/' || answer) FROM review"
                  " WHERE session_uid IS NULL AND duration > 0 AND created > 0"_s),
             u"%1/2/first"_s.arg(asked));
    QCOMPARE(read(u"SELECT count(*) || '/' || sum(met) FROM review_key_point"_s), u"2/1"_s);
    QCOMPARE(read(u"SELECT counted FROM interview"_s), u"1"_s);
}

void TestMockInterview::countedLate_isDatedWhenItWasAnswered()
{
    start()->end();
    std::ignore = m_fixture->collection().writes().flush();
    constexpr qint64 threeDays = 3LL * 24 * 60 * 60 * 1000;
    const qint64 then = currentTime() - threeDays;
    meddle(m_fixture->collection().path(),
           "UPDATE interview SET ended = " + QByteArray::number(then));
    const auto interview = resume();
    interview->rate(Rating::Good);
    interview->finish(true);
    QCOMPARE(read(u"SELECT created || '/' || day FROM review"_s),
             u"%1/%2"_s.arg(then).arg(studyDay(then)));
    QVERIFY(interview->record().finished >= then + threeDays);
}

void TestMockInterview::trend_isOfFinishedInterviews()
{
    QVERIFY(m_store->finished().value().isEmpty());
    QVERIFY(!m_store->last().value());
    for (int turn = 0; turn < 2; ++turn) {
        const auto interview = start();
        if (turn == 1)
            interview->setAnswer(Section::None, u"first second"_s);
        interview->end();
        interview->rate(Rating::Good);
        interview->finish(false);
        QTest::qWait(2); // another millisecond
    }
    const auto third = start(); // counts once it is finished
    std::ignore = m_fixture->collection().writes().flush();
    const auto all = m_store->finished();
    VERIFY_OK(all);
    QCOMPARE(all.value().size(), 2);
    QCOMPARE(all.value().at(0).score, 0);
    QVERIFY(all.value().at(1).score > 0);
    QCOMPARE(all.value().at(1).asked, 1);
    QCOMPARE(all.value().at(1).questions, 4);
    QCOMPARE(all.value().at(1).level, u"Fresher"_s);
    QCOMPARE(m_store->last().value()->uid, all.value().at(1).uid);
    QVERIFY(m_store->isRunning().value());
}

void TestMockInterview::deckUpgrade_whileGrading_keepsTheOldPoints()
{
    {
        const auto interview = start();
        interview->setAnswer(Section::None, u"first second"_s);
        interview->end();
    }
    std::ignore = m_fixture->collection().writes().flush();
    Deck deck = interviewDeck();
    deck.version = u"2.0.0"_s;
    for (Question &question : deck.questions) {
        question.keyPoints = {{0, u"new"_s, Section::None, u"New point"_s, {}, u"new"_s}};
        question.answer += u" New."_s;
    }
    m_fixture->install(deck);
    const auto again = resume();
    QCOMPARE(again->question().points.size(), 2);
    QCOMPARE(metCount(again->question()), 2);
    QVERIFY(again->question().points.at(0).point.text.startsWith(u"First point"_s));
    again->setMet(0, false);
    again->rate(Rating::Hard);
    again->finish(true);
    QCOMPARE(read(u"SELECT count(*) FROM pragma_foreign_key_check"_s), u"0"_s);
    QCOMPARE(read(u"SELECT sum(met) FROM review_key_point"_s), u"1"_s);
}

void TestMockInterview::retiredQuestion_isStillAsked()
{
    QString title;
    {
        const auto interview = start();
        title = interview->question().title;
        interview->save();
    }
    std::ignore = m_fixture->collection().writes().flush();
    Deck deck = interviewDeck();
    deck.version = u"2.0.0"_s;
    deck.questions.removeIf([&](const Question &question) { return question.title == title; });
    for (Question &question : deck.questions)
        question.related.clear();
    m_fixture->install(deck);
    const auto again = resume();
    QCOMPARE(again->question().title, title);
    again->setAnswer(Section::None, u"second"_s);
    again->end();
    QCOMPARE(metCount(again->question()), 1);
    QVERIFY(again->detail().ok());
}

QTEST_GUILESS_MAIN(TestMockInterview)
#include "tst_mockinterview.moc"
