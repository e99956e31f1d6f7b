// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/questionstore.h"

#include "model/annotations/bookmarkstore.h"
#include "model/annotations/highlightstore.h"
#include "model/annotations/notestore.h"
#include "model/collection/sql.h"
#include "model/collection/stamp.h"
#include "model/practice/practicestore.h"
#include "tests/support/modelfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using State = QuestionFilter::State;
using Sort = QuestionFilter::Sort;

class TestQuestionStore : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void find_combinesConditions_data();
    void find_combinesConditions();
    void find_bestMatchComesFirst();
    void find_nothing_suggestsASpelling();
    void rows_keepTheOrderAsked();
    void rows_snippetOnlyWhereTheTitleDoesNotMatch();
    void find_seesCommentsButNotQuotesNorTheBin();
    void detail_hasEveryPart();
    void detail_unknownQuestion_isAnError();
    void topics_countQuestionsAndPractice();
    void tableDropped_isAnErrorEverywhere();

private:
    CollectionFixture m_fixture;
};

void TestQuestionStore::initTestCase()
{
    BookmarkStore bookmarks(m_fixture.collection());
    VERIFY_OK(bookmarks.load());
    bookmarks.setQuestion(m_fixture.question(u"q3"_s), true);
    NoteStore notes(m_fixture.collection());
    notes.set(m_fixture.question(u"q4"_s), u"Count the zebra queries"_s);
    PracticeStore practice(m_fixture.collection(), m_fixture.scheduler());
    Review review;
    review.uid = u"r1"_s;
    review.question = m_fixture.question(u"q1"_s);
    review.rating = Rating::Easy;
    review.created = 1;
    review.day = 1;
    practice.startSession({{}, {}, AnswerMode::Type, {}, 0, {}, {}, {}});
    practice.addReview(review);
    review.uid = u"r2"_s;
    review.created = 2;
    review.day = 61; // late, so that it is remembered for long
    review.rating = Rating::Good;
    practice.addReview(review);
    review.uid = u"r3"_s;
    review.question = m_fixture.question(u"q5"_s);
    review.rating = Rating::Good;
    review.created = currentTime();
    review.day = studyDay(review.created);
    practice.addReview(review);
    VERIFY_OK(m_fixture.collection().writes().flush());
}

void TestQuestionStore::find_combinesConditions_data()
{
    QTest::addColumn<QuestionFilter>("filter");
    QTest::addColumn<QString>("expected"); // the numbers, in order
    const qint64 views = m_fixture.topic(u"views"_s);

    QTest::newRow("everything") << QuestionFilter{} << u"1 2 3 4 5 6"_s;
    QTest::newRow("tier") << QuestionFilter{{}, Tier::Basic, 0, State::Any, Sort::Number}
                          << u"1 5 6"_s;
    QTest::newRow("topic, secondary too")
        << QuestionFilter{{}, {}, views, State::Any, Sort::Number} << u"2 3 4"_s;
    QTest::newRow("new") << QuestionFilter{{}, {}, 0, State::New, Sort::Number} << u"2 3 4 6"_s;
    QTest::newRow("learning") << QuestionFilter{{}, {}, 0, State::Learning, Sort::Number} << u"5"_s;
    QTest::newRow("solid") << QuestionFilter{{}, {}, 0, State::Solid, Sort::Number} << u"1"_s;
    QTest::newRow("bookmarked") << QuestionFilter{{}, {}, 0, State::Bookmarked, Sort::Number}
                                << u"3"_s;
    QTest::newRow("with notes") << QuestionFilter{{}, {}, 0, State::WithNotes, Sort::Number}
                                << u"4"_s;
    QTest::newRow("text") << QuestionFilter{u"join"_s, {}, 0, State::Any, Sort::Number} << u"2"_s;
    QTest::newRow("text in a note")
        << QuestionFilter{u"zebra"_s, {}, 0, State::Any, Sort::Number} << u"4"_s;
    QTest::newRow("due") << QuestionFilter{{}, {}, 0, State::Due, Sort::Number} << u"1"_s;
    QTest::newRow("text in a key point")
        << QuestionFilter{u"\"point of 6\""_s, {}, 0, State::Any, Sort::Number} << u"6"_s;
    QTest::newRow("text in a topic's title")
        << QuestionFilter{u"views"_s, {}, 0, State::Any, Sort::Title} << u"4 3 2"_s;
    QTest::newRow("text, tier and topic together")
        << QuestionFilter{u"first"_s, Tier::Advanced, views, State::Any, Sort::Number} << u"3"_s;
    QTest::newRow("text without words finds all")
        << QuestionFilter{u"\"*("_s, Tier::Advanced, 0, State::Any, Sort::Number} << u"3"_s;
    QTest::newRow("by title") << QuestionFilter{{}, {}, 0, State::Any, Sort::Title}
                              << u"4 3 5 6 1 2"_s;
    QTest::newRow("by tier") << QuestionFilter{{}, {}, 0, State::Any, Sort::Tier}
                             << u"1 5 6 2 3 4"_s;
    QTest::newRow("by topic") << QuestionFilter{{}, {}, 0, State::Any, Sort::Topic}
                              << u"1 2 3 4 5 6"_s;
}

void TestQuestionStore::find_combinesConditions()
{
    QFETCH(const QuestionFilter, filter);
    QFETCH(const QString, expected);
    const QuestionStore store(m_fixture.database());
    const auto matches = store.find(filter);
    VERIFY_OK(matches);
    QCOMPARE(matches.value().filter, filter);
    const auto rows = store.rows(matches.value().ids);
    VERIFY_OK(rows);
    QStringList numbers;
    for (const QuestionRow &row : rows.value())
        numbers.append(QString::number(row.number));
    QCOMPARE(numbers.join(u' '), expected);
}

void TestQuestionStore::find_bestMatchComesFirst()
{
    // q1 has the word in its title, q2 does not have it, q6's prompt has "forms".
    const QuestionStore store(m_fixture.database());
    const auto matches = store.find({u"model"_s, {}, 0, State::Any, Sort::Number});
    VERIFY_OK(matches);
    QCOMPARE(matches.value().ids.value(0), m_fixture.question(u"q6"_s));
}

void TestQuestionStore::find_nothing_suggestsASpelling()
{
    const QuestionStore store(m_fixture.database());
    const auto matches = store.find({u"prefech"_s, {}, 0, State::Any, Sort::Number});
    VERIFY_OK(matches);
    QVERIFY(matches.value().ids.isEmpty());
    QCOMPARE(matches.value().suggestion, u"prefetch"_s);
}

void TestQuestionStore::rows_keepTheOrderAsked()
{
    const QuestionStore store(m_fixture.database());
    const qint64 first = m_fixture.question(u"q1"_s);
    const qint64 third = m_fixture.question(u"q3"_s);
    const auto rows = store.rows({third, 4711, first});
    VERIFY_OK(rows);
    QCOMPARE(rows.value().size(), 2);
    const QuestionRow &row = rows.value().at(0);
    QCOMPARE(row.id, third);
    QCOMPARE(row.title, u"Class-based views"_s);
    QCOMPARE(row.tier, Tier::Advanced);
    QCOMPARE(row.topicTitle, u"Views"_s);
    QVERIFY(row.bookmarked);
    QVERIFY(!row.hasNote);
    QCOMPARE(rows.value().at(1).strength, 4);
    QCOMPARE(row.strength, 0);
}

void TestQuestionStore::rows_snippetOnlyWhereTheTitleDoesNotMatch()
{
    const QuestionStore store(m_fixture.database());
    const auto byAnswer = store.rows({m_fixture.question(u"q1"_s)}, SearchQuery(u"lazy"_s));
    VERIFY_OK(byAnswer);
    QVERIFY(byAnswer.value().at(0).snippet.contains(u"A QuerySet is lazy"_s));
    const auto byTitle = store.rows({m_fixture.question(u"q1"_s)}, SearchQuery(u"querysets"_s));
    VERIFY_OK(byTitle);
    QVERIFY(byTitle.value().at(0).snippet.isEmpty());
    const auto byNote = store.rows({m_fixture.question(u"q4"_s)}, SearchQuery(u"zebra"_s));
    VERIFY_OK(byNote);
    QVERIFY(byNote.value().at(0).snippet.startsWith(u"Note: Count the zebra"_s));
    QVERIFY(byNote.value().at(0).foundInNote);
    QVERIFY(!byAnswer.value().at(0).foundInNote);
}

void TestQuestionStore::find_seesCommentsButNotQuotesNorTheBin()
{
    CollectionFixture fixture;
    HighlightStore highlights(fixture.collection());
    const QuestionStore questions(fixture.database());
    const QuestionId question = fixture.question(u"q1"_s);
    Highlight highlight = HighlightStore::make(question, {u"okapi"_s, {}, {}, 0}, {});
    highlight.comment = u"ask about quokkas"_s;
    highlights.set(highlight);
    VERIFY_OK(fixture.collection().writes().flush());
    const auto find = [&](const QString &text) {
        QuestionFilter filter;
        filter.text = text;
        return questions.find(filter).value().ids;
    };
    QCOMPARE(find(u"quokka"_s), QList<QuestionId>{question});
    QVERIFY(find(u"okapi"_s).isEmpty()); // the answer's words, which the answer has or has not

    const auto row = questions.rows({question}, SearchQuery(u"quokka"_s)).value().constFirst();
    QCOMPARE(row.snippet, u"Comment: ask about quokkas"_s);
    QCOMPARE(row.foundInHighlight, highlight.uid);
    QVERIFY(!row.foundInNote);

    highlights.remove(highlight);
    VERIFY_OK(fixture.collection().writes().flush());
    QVERIFY(find(u"quokka"_s).isEmpty());
}

void TestQuestionStore::detail_hasEveryPart()
{
    const QuestionStore store(m_fixture.database());
    const auto detail = store.detail(m_fixture.question(u"q2"_s));
    VERIFY_OK(detail);
    const Question &question = detail.value().question;
    QCOMPARE(question.key, u"sample/q2"_s);
    QCOMPARE(question.tier, Tier::Intermediate);
    QCOMPARE(question.answer, sampleDeck().questions.at(1).answer);
    QCOMPARE(question.keyPoints.size(), 2);
    QCOMPARE(question.keyPoints.at(1).text, u"Second point of 2"_s);
    QCOMPARE(question.sources.size(), 1);
    QCOMPARE(detail.value().topics.size(), 2);
    QCOMPARE(detail.value().topics.at(0).title, u"ORM"_s);
    QCOMPARE(detail.value().related.size(), 2);
    QCOMPARE(detail.value().related.at(1).number, 4);
    QCOMPARE(detail.value().baseline, u"Django 5.2 LTS"_s);
    QVERIFY(!detail.value().retired);
    QCOMPARE(store.idOf(u"sample/q2"_s).valueOr(0), question.id);
    QCOMPARE(store.idOf(u"sample/q99"_s).valueOr(-1), 0);
}

void TestQuestionStore::detail_unknownQuestion_isAnError()
{
    const auto detail = QuestionStore(m_fixture.database()).detail(4711);
    QVERIFY(!detail.ok());
    QVERIFY(!detail.error().message.isEmpty());
}

void TestQuestionStore::topics_countQuestionsAndPractice()
{
    const auto topics = QuestionStore(m_fixture.database()).topics();
    VERIFY_OK(topics);
    QCOMPARE(topics.value().size(), 3);
    QCOMPARE(topics.value().at(0).topic.title, u"ORM"_s);
    QCOMPARE(topics.value().at(1).questions, 3);
    QCOMPARE(topics.value().at(0).practised, 1);
    QCOMPARE(QuestionStore(m_fixture.database()).count().valueOr(0), 6);
    QCOMPARE(QuestionStore(m_fixture.database()).questionsOf(m_fixture.topic(u"forms"_s)).value(),
             (QList<QuestionId>{m_fixture.question(u"q5"_s), m_fixture.question(u"q6"_s)}));
}

void TestQuestionStore::tableDropped_isAnErrorEverywhere()
{
    CollectionFixture fixture;
    VERIFY_OK(execute(fixture.database(), u"PRAGMA foreign_keys = OFF"_s));
    VERIFY_OK(execute(fixture.database(), u"DROP TABLE question"_s));
    const QuestionStore store(fixture.database());
    const auto isQueryError = [](const auto &result) {
        return !result.ok() && result.error().kind == Error::Kind::Query &&
               !result.error().message.isEmpty();
    };
    QVERIFY(isQueryError(store.find({})));
    QVERIFY(isQueryError(store.find({u"join"_s, {}, 0, State::Any, Sort::Number})));
    QVERIFY(isQueryError(store.rows({1})));
    QVERIFY(isQueryError(store.detail(1)));
    QVERIFY(isQueryError(store.count()));
    QVERIFY(isQueryError(store.idOf(u"sample/q1"_s)));
    QVERIFY(isQueryError(store.questionsOf(1)));
}

QTEST_GUILESS_MAIN(TestQuestionStore)
#include "tst_questionstore.moc"
