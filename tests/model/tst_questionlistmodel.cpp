// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/questionlistmodel.h"

#include "model/collection/sql.h"
#include "tests/support/modelfixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;

class TestQuestionListModel : public QObject
{
    Q_OBJECT

private slots:
    void setQuestions_keepsModelInvariants();
    void data_answersEveryRole();
    void data_marksSearchWords();
    void missingQuestion_keepsItsRow();
    void refresh_readsRowsAgain();
    void longList_readsOnlyWhatIsLookedAt();

private:
    CollectionFixture m_fixture;
    QuestionStore m_store{m_fixture.database()};

    QList<QuestionId> all() const { return m_store.find({}).value().ids; }
};

void TestQuestionListModel::setQuestions_keepsModelInvariants()
{
    QuestionListModel model(m_store);
    const QAbstractItemModelTester tester(&model); // fails the test on any broken invariant
    model.setQuestions(all());
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.rowCount(model.index(0)), 0);
    model.setQuestions({});
    QCOMPARE(model.rowCount(), 0);
}

void TestQuestionListModel::data_answersEveryRole()
{
    QuestionListModel model(m_store);
    model.setQuestions(all());
    const QModelIndex index = model.indexOf(m_fixture.question(u"q2"_s));
    QCOMPARE(index.row(), 1);
    QCOMPARE(index.data().toString(), u"select_related"_s);
    QCOMPARE(index.data(NumberRole).toInt(), 2);
    QCOMPARE(index.data(TierRole).toInt(), int(Tier::Intermediate));
    QCOMPARE(index.data(TopicRole).toString(), u"ORM"_s);
    QCOMPARE(index.data(BookmarkedRole).toBool(), false);
    QCOMPARE(index.data(HasNoteRole).toBool(), false);
    QCOMPARE(index.data(StrengthRole).toInt(), 0);
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
             u"2, select_related, Intermediate, ORM"_s);
    QVERIFY(!index.data(Qt::DecorationRole).isValid());
    QCOMPARE(model.questionAt(index), m_fixture.question(u"q2"_s));
    QCOMPARE(model.questionAt({}), 0);
    QVERIFY(!model.indexOf(4711).isValid());
}

void TestQuestionListModel::data_marksSearchWords()
{
    QuestionListModel model(m_store);
    model.setQuestions(all(), u"sel lazy"_s);
    const auto ranges = model.index(1).data(TitleMatchesRole).value<QList<TextRange>>();
    QCOMPARE(ranges, (QList<TextRange>{{0, 3}}));
    QVERIFY(model.index(0).data(SnippetRole).toString().contains(u"lazy"_s));
    QCOMPARE(model.index(0).data(SnippetMatchesRole).value<QList<TextRange>>().size(), 1);
}

void TestQuestionListModel::missingQuestion_keepsItsRow()
{
    QuestionListModel model(m_store);
    const QAbstractItemModelTester tester(&model);
    model.setQuestions({m_fixture.question(u"q1"_s), 4711, m_fixture.question(u"q3"_s)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(1).data().toString(), u"This question could not be read"_s);
    QCOMPARE(model.index(2).data().toString(), u"Class-based views"_s);
}

void TestQuestionListModel::refresh_readsRowsAgain()
{
    CollectionFixture fixture;
    const QuestionStore store(fixture.database());
    QuestionListModel model(store);
    model.setQuestions(store.find({}).value().ids);
    QCOMPARE(model.index(0).data(BookmarkedRole).toBool(), false);
    VERIFY_OK(execute(fixture.database(),
                      u"INSERT INTO bookmark(uid, question_id, created,"
                      " modified) VALUES ('b', ?, 0, 0)"_s,
                      {fixture.question(u"q1"_s)}));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.refresh();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0).data(BookmarkedRole).toBool(), true);
}

void TestQuestionListModel::longList_readsOnlyWhatIsLookedAt()
{
    QuestionListModel model(m_store);
    QList<QuestionId> ids(1'000'000);
    std::iota(ids.begin(), ids.end(), 1);
    model.setQuestions(ids);
    QCOMPARE(model.rowCount(), 1'000'000);
    QCOMPARE(model.index(0).data().toString(), u"QuerySets"_s);
    QCOMPARE(model.index(999'999).data().toString(), u"This question could not be read"_s);
    QCOMPARE(model.index(999'999).data(QuestionIdRole).toLongLong(), 1'000'000);
}

QTEST_GUILESS_MAIN(TestQuestionListModel)
#include "tst_questionlistmodel.moc"
