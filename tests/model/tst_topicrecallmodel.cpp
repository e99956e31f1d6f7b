// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/topicrecallmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTopicRecallModel : public QObject
{
    Q_OBJECT

private slots:
    void setTopics_putsTheWeakestFirst();
    void sentence_saysWhatColoursSay_data();
    void sentence_saysWhatColoursSay();
};

void TestTopicRecallModel::setTopics_putsTheWeakestFirst()
{
    TopicRecallModel model;
    QAbstractItemModelTester tester(&model);
    model.setTopics({{1, u"ORM"_s, 4, 4, 0.5, false, false},
                     {2, u"Forms"_s, 4, 4, 0.25, false, true},
                     {3, u"Views"_s, 4, 4, 0.5, true, true}},
                    {3});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.topic(0).topic, 2);
    QCOMPARE(model.topic(1).topic, 1); // equals stay in must-study order
    QCOMPARE(model.rowOf(3), 2);
    QCOMPARE(model.rowOf(4), -1);
    QCOMPARE(model.proposedCount(), 1); // the other has its bookmark
    QCOMPARE(model.index(0).data().toString(), u"Forms"_s);
    QCOMPARE(model.index(0).data(TopicRecallModel::RecallRole).toDouble(), 0.25);
    model.setTopics({}, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestTopicRecallModel::sentence_saysWhatColoursSay_data()
{
    QTest::addColumn<bool>("falling");
    QTest::addColumn<bool>("weak");
    QTest::addColumn<bool>("bookmarked");
    QTest::addColumn<QString>("ending");
    QTest::newRow("nothing special") << false << false << false << u"practised"_s;
    QTest::newRow("falling") << true << true << false << u"falling, weak: B bookmarks it"_s;
    QTest::newRow("weak") << false << true << false << u"weak: B bookmarks it"_s;
    QTest::newRow("weak and bookmarked") << false << true << true << u"practised, bookmarked"_s;
}

void TestTopicRecallModel::sentence_saysWhatColoursSay()
{
    QFETCH(const bool, falling);
    QFETCH(const bool, weak);
    QFETCH(const bool, bookmarked);
    QFETCH(const QString, ending);
    TopicRecallModel model;
    model.setTopics({{7, u"ORM"_s, 4, 3, 0.416, falling, weak}},
                    bookmarked ? QSet<TopicId>{7} : QSet<TopicId>());
    const QString sentence = model.index(0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(sentence.startsWith(u"ORM, 42% recalled, 3 of 4"_s), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(ending), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestTopicRecallModel)
#include "tst_topicrecallmodel.moc"
