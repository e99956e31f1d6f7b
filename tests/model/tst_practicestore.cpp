// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/practicestore.h"

#include "model/annotations/bookmarkstore.h"
#include "model/collection/sql.h"
#include "model/questions/questionstore.h"
#include "tests/support/modelfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPracticeStore : public QObject
{
    Q_OBJECT

private slots:
    void suggestedRating_followsTheShareOfPoints_data();
    void suggestedRating_followsTheShareOfPoints();
    void review_isOneRowWithItsPoints();
    void retractedReview_staysInTheLogAndDoesNotCount();
    void unfinishedSession_comesBackWhole();
    void unfinishedSession_isTheNewest();
    void lastSession_sumsUpAndListsMissedPoints();
    void bookmarked_includesWholeTopics();
    void unseen_leavesOutReadAndPractised();
    void quickTen_prefersKnownQuestionsAndAddsThreeNew();
    void tableDropped_isAnError();

private:
    static Review review(CollectionFixture &fixture, const QString &question, Rating rating,
                         const QString &session, int position);
};

Review TestPracticeStore::review(CollectionFixture &fixture, const QString &question, Rating rating,
                                 const QString &session, int position)
{
    static int count = 0;
    Review review;
    review.uid = u"review-%1"_s.arg(++count);
    review.question = fixture.question(question);
    review.session = session;
    review.position = position;
    review.rating = rating;
    review.duration = 60'000;
    review.created = count;
    const auto points =
        readRows(fixture.database(), u"SELECT id FROM key_point WHERE question_id = ?"_s,
                 {review.question}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    review.points = {{points.value().at(0), true}, {points.value().at(1), false}};
    return review;
}

void TestPracticeStore::suggestedRating_followsTheShareOfPoints_data()
{
    QTest::addColumn<int>("met");
    QTest::addColumn<int>("total");
    QTest::addColumn<qint64>("duration");
    QTest::addColumn<Rating>("expected");
    QTest::newRow("none") << 0 << 5 << qint64(1) << Rating::Again;
    QTest::newRow("under 40 %") << 1 << 3 << qint64(1) << Rating::Again;
    QTest::newRow("exactly 40 %") << 2 << 5 << qint64(1) << Rating::Hard;
    QTest::newRow("under 60 %") << 4 << 7 << qint64(1) << Rating::Hard;
    QTest::newRow("exactly 60 %") << 3 << 5 << qint64(1) << Rating::Good;
    QTest::newRow("all, in time") << 5 << 5 << qint64(100) << Rating::Easy;
    QTest::newRow("all, too slow") << 5 << 5 << qint64(101) << Rating::Good;
    QTest::newRow("no rubric") << 0 << 0 << qint64(1) << Rating::Good;
}

void TestPracticeStore::suggestedRating_followsTheShareOfPoints()
{
    QFETCH(const int, met);
    QFETCH(const int, total);
    QFETCH(const qint64, duration);
    QFETCH(const Rating, expected);
    QCOMPARE(suggestedRating(met, total, duration, 100), expected);
}

void TestPracticeStore::review_isOneRowWithItsPoints()
{
    CollectionFixture fixture;
    PracticeStore practice(fixture.collection(), fixture.scheduler());
    practice.startSession(
        {u"s"_s, u"Test"_s, AnswerMode::Type, {fixture.question(u"q1"_s)}, 0, {}, {}, {}});
    Review graded = review(fixture, u"q1"_s, Rating::Hard, u"s"_s, 0);
    graded.answer = u"It is lazy."_s;
    practice.addReview(graded);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(readText(fixture.database(), u"SELECT rating || answer || duration FROM review"_s),
             u"2It is lazy.60000"_s);
    QCOMPARE(readText(fixture.database(),
                      u"SELECT group_concat(met) FROM (SELECT met FROM review_key_point"
                      " ORDER BY key_point_id)"_s),
             u"1,0"_s);
}

void TestPracticeStore::retractedReview_staysInTheLogAndDoesNotCount()
{
    CollectionFixture fixture;
    PracticeStore practice(fixture.collection(), fixture.scheduler());
    practice.startSession(
        {u"s"_s, u"Test"_s, AnswerMode::Type, {fixture.question(u"q1"_s)}, 0, {}, {}, {}});
    const Review graded = review(fixture, u"q1"_s, Rating::Good, u"s"_s, 0);
    const QuestionStore questions(fixture.database());
    const auto strength = [&] { return questions.rows({graded.question}).value().at(0).strength; };

    practice.addReview(graded);
    practice.retractReview(graded);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(readText(fixture.database(), u"SELECT count(*) FROM review"_s), u"1"_s);
    QCOMPARE(strength(), 0);
    practice.restoreReview(graded);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(strength(), 1);
}

void TestPracticeStore::unfinishedSession_comesBackWhole()
{
    CollectionFixture fixture;
    const QList<QuestionId> questions{fixture.question(u"q3"_s), fixture.question(u"q1"_s)};
    {
        PracticeStore practice(fixture.collection(), fixture.scheduler());
        QVERIFY(!practice.unfinishedSession().value());
        SessionRecord session{u"s"_s, u"Quick ten"_s, AnswerMode::Think, questions, 0, {}, {}, {}};
        practice.startSession(session);
        practice.addReview(review(fixture, u"q3"_s, Rating::Again, u"s"_s, 0));
        session.position = 1;
        practice.saveDraft(session.uid, session.position, u"half an ans"_s);
    }
    fixture.reopen();
    PracticeStore practice(fixture.collection(), fixture.scheduler());
    const auto session = practice.unfinishedSession();
    VERIFY_OK(session);
    QVERIFY(session.value());
    QCOMPARE(session.value()->title, u"Quick ten"_s);
    QCOMPARE(session.value()->mode, AnswerMode::Think);
    QCOMPARE(session.value()->questions, questions);
    QCOMPARE(session.value()->position, 1);
    QCOMPARE(session.value()->drafts.at(session.value()->position), u"half an ans"_s);
    QCOMPARE(session.value()->reviews.size(), 1);
    QCOMPARE(session.value()->reviews.at(0).rating, Rating::Again);
    QCOMPARE(session.value()->reviews.at(0).points.size(), 2);

    practice.endSession(u"s"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    QVERIFY(!practice.unfinishedSession().value());
}

void TestPracticeStore::unfinishedSession_isTheNewest()
{
    CollectionFixture fixture;
    PracticeStore practice(fixture.collection(), fixture.scheduler());
    const QList<QuestionId> questions{fixture.question(u"q1"_s)};
    practice.startSession({u"old"_s, u"Old"_s, AnswerMode::Type, questions, 0, {}, {}, {}});
    practice.startSession({u"new"_s, u"New"_s, AnswerMode::Type, questions, 0, {}, {}, {}});
    VERIFY_OK(fixture.collection().writes().flush());
    QVERIFY(!practice.unfinishedSession().value()); // nothing was done in either
    practice.saveDraft(u"old"_s, 0, u"a word"_s);
    practice.saveDraft(u"new"_s, 0, u"a word"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(practice.unfinishedSession().value()->title, u"New"_s);
    practice.endSession(u"new"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(practice.unfinishedSession().value()->title, u"Old"_s);
    practice.endSession(u"old"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    QVERIFY(!practice.unfinishedSession().value());
}

void TestPracticeStore::lastSession_sumsUpAndListsMissedPoints()
{
    CollectionFixture fixture;
    PracticeStore practice(fixture.collection(), fixture.scheduler());
    practice.startSession({u"s"_s,
                           u"Unseen"_s,
                           AnswerMode::Type,
                           {fixture.question(u"q1"_s), fixture.question(u"q2"_s)},
                           0,
                           {},
                           {},
                           {}});
    practice.addReview(review(fixture, u"q1"_s, Rating::Good, u"s"_s, 0));
    const Review undone = review(fixture, u"q2"_s, Rating::Easy, u"s"_s, 1);
    practice.addReview(undone);
    practice.retractReview(undone);
    practice.addReview(review(fixture, u"q2"_s, Rating::Again, u"s"_s, 1));
    practice.endSession(u"s"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    const auto last = practice.lastSession();
    VERIFY_OK(last);
    QVERIFY(last.value());
    QCOMPARE(last.value()->session.title, u"Unseen"_s);
    QCOMPARE(last.value()->duration, 120'000);
    QCOMPARE(last.value()->ratings[int(Rating::Good)], 1);
    QCOMPARE(last.value()->ratings[int(Rating::Again)], 1);
    QCOMPARE(last.value()->ratings[int(Rating::Easy)], 0);
    QCOMPARE(last.value()->missed, (QStringList{u"Second point of 1"_s, u"Second point of 2"_s}));
    QVERIFY(last.value()->ended.secsTo(QDateTime::currentDateTime()) < 60);
}

void TestPracticeStore::bookmarked_includesWholeTopics()
{
    CollectionFixture fixture;
    BookmarkStore bookmarks(fixture.collection());
    bookmarks.setQuestion(fixture.question(u"q1"_s), true);
    bookmarks.setTopic(fixture.topic(u"forms"_s), true);
    VERIFY_OK(fixture.collection().writes().flush());
    QList<QuestionId> ids =
        PracticeStore(fixture.collection(), fixture.scheduler()).bookmarked().value();
    std::sort(ids.begin(), ids.end());
    QCOMPARE(ids, (QList<QuestionId>{fixture.question(u"q1"_s), fixture.question(u"q5"_s),
                                     fixture.question(u"q6"_s)}));
}

void TestPracticeStore::unseen_leavesOutReadAndPractised()
{
    CollectionFixture fixture;
    PracticeStore practice(fixture.collection(), fixture.scheduler());
    practice.startSession(
        {u"s"_s, u"Test"_s, AnswerMode::Type, {fixture.question(u"q1"_s)}, 0, {}, {}, {}});
    practice.addReview(review(fixture, u"q1"_s, Rating::Good, u"s"_s, 0));
    practice.markRead(fixture.question(u"q3"_s));
    practice.markRead(fixture.question(u"q3"_s));
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(practice.unseen().value(),
             (QList<QuestionId>{fixture.question(u"q2"_s), fixture.question(u"q4"_s),
                                fixture.question(u"q5"_s), fixture.question(u"q6"_s)}));
}

void TestPracticeStore::quickTen_prefersKnownQuestionsAndAddsThreeNew()
{
    Deck deck = sampleDeck();
    for (int number = 7; number <= 30; ++number) {
        Question question = deck.questions.at(number % 6);
        question.key = u"q%1"_s.arg(number);
        question.number = number;
        question.title = question.key;
        deck.questions.append(question);
    }
    CollectionFixture fixture(deck);
    PracticeStore practice(fixture.collection(), fixture.scheduler());
    QCOMPARE(practice.quickTen().value().size(), 10); // all new

    practice.startSession({u"s"_s, u"Test"_s, AnswerMode::Type, {}, 0, {}, {}, {}});
    QSet<QuestionId> known;
    for (int number = 1; number <= 12; ++number) {
        const Review graded = review(fixture, u"q%1"_s.arg(number), Rating::Good, u"s"_s, number);
        known.insert(graded.question);
        practice.addReview(graded);
    }
    VERIFY_OK(fixture.collection().writes().flush());
    const QList<QuestionId> ten = practice.quickTen().value();
    QCOMPARE(QSet<QuestionId>(ten.begin(), ten.end()).size(), 10);
    const auto isKnown = [&](QuestionId id) { return known.contains(id); };
    QCOMPARE(std::count_if(ten.begin(), ten.end(), isKnown), 7);
    QSet<Tier> tiers;
    for (const QuestionRow &row : QuestionStore(fixture.database()).rows(ten).value())
        tiers.insert(row.tier);
    QCOMPARE(tiers.size(), 4);
}

void TestPracticeStore::tableDropped_isAnError()
{
    CollectionFixture fixture;
    VERIFY_OK(execute(fixture.database(), u"PRAGMA foreign_keys = OFF"_s));
    VERIFY_OK(execute(fixture.database(), u"DROP TABLE review"_s));
    VERIFY_OK(execute(fixture.database(), u"DROP TABLE memory"_s));
    VERIFY_OK(execute(fixture.database(), u"DROP TABLE bookmark"_s));
    const PracticeStore practice(fixture.collection(), fixture.scheduler());
    QVERIFY(!practice.lastSession().ok());
    QVERIFY(!practice.bookmarked().ok());
    QVERIFY(!practice.quickTen().ok());
    QVERIFY(!practice.unseen().ok());
    VERIFY_OK(practice.unfinishedSession());
}

QTEST_GUILESS_MAIN(TestPracticeStore)
#include "tst_practicestore.moc"
