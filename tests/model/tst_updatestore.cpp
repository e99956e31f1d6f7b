// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/updatestore.h"

#include "model/collection/sql.h"
#include "model/questions/questionlistmodel.h"
#include "tests/support/modelfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestUpdateStore : public QObject
{
    Q_OBJECT

private slots:
    void updateOf_isNothing_untilADeckChangesTheQuestion();
    void setSeen_countsAtOnceAndStays();
    void lists_sayWhatIsUpdated();
    void difference_isOfWhatPagesShow();
    void tableDropped_isAnError();

private:
    // The sample deck, with another answer to its second question.
    static Deck newerDeck();
};

Deck TestUpdateStore::newerDeck()
{
    Deck deck = sampleDeck();
    deck.version = u"1.1.0"_s;
    deck.questions[1].answer = u"Adds a JOIN. `prefetch_related` runs one more query first."_s;
    return deck;
}

void TestUpdateStore::updateOf_isNothing_untilADeckChangesTheQuestion()
{
    CollectionFixture fixture;
    const UpdateStore updates(fixture.collection());
    const QuestionId question = fixture.question(u"q2"_s);
    const auto none = updates.updateOf(question);
    VERIFY_OK(none);
    QVERIFY(!none.value());
    fixture.install(newerDeck());
    const auto update = updates.updateOf(question);
    VERIFY_OK(update);
    QVERIFY(update.value());
    QCOMPARE(*update.value(),
             (QuestionUpdate{question, u"1.1.0"_s, sampleDeck().questions[1].prompt, QString(),
                             sampleDeck().questions[1].answer, false}));
    QVERIFY(!updates.updateOf(fixture.question(u"q1"_s)).value());
}

void TestUpdateStore::setSeen_countsAtOnceAndStays()
{
    CollectionFixture fixture;
    fixture.install(newerDeck());
    const QuestionId question = fixture.question(u"q2"_s);
    UpdateStore updates(fixture.collection());
    QSignalSpy changed(&updates, &UpdateStore::changed);
    updates.setSeen(question, true);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toLongLong(), question);
    QVERIFY(updates.updateOf(question).value()->seen);
    VERIFY_OK(fixture.collection().writes().flush());
    fixture.reopen();
    UpdateStore again(fixture.collection());
    QVERIFY(again.updateOf(question).value()->seen);
    again.setSeen(question, false);
    VERIFY_OK(fixture.collection().writes().flush());
    QVERIFY(!UpdateStore(fixture.collection()).updateOf(question).value()->seen);
}

void TestUpdateStore::lists_sayWhatIsUpdated()
{
    CollectionFixture fixture;
    const QuestionStore questions(fixture.database());
    QuestionFilter filter;
    filter.state = QuestionFilter::State::Updated;
    QVERIFY(questions.find(filter).value().ids.isEmpty());
    fixture.install(newerDeck());
    const QuestionId question = fixture.question(u"q2"_s);
    QCOMPARE(questions.find(filter).value().ids, QList<QuestionId>{question});

    QuestionListModel model(questions);
    const QAbstractItemModelTester tester(&model);
    model.setQuestions({fixture.question(u"q1"_s), question});
    QVERIFY(!model.index(0).data(UpdatedRole).toBool());
    QVERIFY(!model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"updated"));
    QVERIFY(model.index(1).data(UpdatedRole).toBool());
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(u"updated"));

    UpdateStore updates(fixture.collection());
    updates.setSeen(question, true);
    VERIFY_OK(fixture.collection().writes().flush());
    model.refresh();
    QVERIFY(!model.index(1).data(UpdatedRole).toBool());
    QVERIFY(questions.find(filter).value().ids.isEmpty());
}

void TestUpdateStore::difference_isOfWhatPagesShow()
{
    Question now;
    now.prompt = u"What does `save()` do?"_s;
    now.followUp = u"And with thousands of rows?"_s;
    now.answer = u"It writes a row.\n\n### Follow-up\n\nUse `bulk_create()`.\n"_s;
    const QuestionUpdate same{1, u"2"_s, u"What does *save()* do?"_s, now.followUp, now.answer};
    QVERIFY(differenceOf(same, now).prompt.isEmpty());
    QVERIFY(differenceOf(same, now).answer.isEmpty());

    QuestionUpdate update = same;
    update.followUp = u"And with hundreds of rows?"_s;
    const QuestionDifference difference = differenceOf(update, now);
    QVERIFY(difference.prompt.isEmpty());
    QCOMPARE(difference.answer.size(), 4);
    using Kind = DiffPart::Kind;
    QCOMPARE(difference.answer.at(2), (DiffLine{{Kind::Kept, u"And with "_s},
                                                {Kind::Removed, u"hundreds"_s},
                                                {Kind::Added, u"thousands"_s},
                                                {Kind::Kept, u" of rows?\n"_s}}));
}

void TestUpdateStore::tableDropped_isAnError()
{
    CollectionFixture fixture;
    const UpdateStore updates(fixture.collection());
    meddle(fixture.collection().path(), "DROP TABLE question_update");
    QVERIFY(!updates.updateOf(fixture.question(u"q2"_s)).ok());
}

QTEST_GUILESS_MAIN(TestUpdateStore)
#include "tst_updatestore.moc"
