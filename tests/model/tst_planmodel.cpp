// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/planmodel.h"

#include "tests/support/planfixture.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPlanModel : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void rows_areWeeksTasksAndTheInterview();
    void unmadePlan_hasNoRows();
    void thisWeek_aloneCanBeTicked();
    void tick_changesNoRows();
    void longPlan_hidesWeeksUntilAsked();
    void withoutDate_endsWithoutInterview();

private:
    static QStringList titles(const PlanModel &model)
    {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row)
            found.append(model.index(row).data().toString());
        return found;
    }
};

void TestPlanModel::rows_areWeeksTasksAndTheInterview()
{
    PlanModel model;
    const QAbstractItemModelTester tester(&model);
    model.setOutlook(fullOutlook());
    const QStringList rows = titles(model);
    QCOMPARE(rows.size(), 4 + 9 + 1);
    QCOMPARE(rows.at(0), u"This week"_s);
    QCOMPARE(rows.at(1), u"ORM & queries: finish the last 4 intermediate"_s);
    QCOMPARE(rows.at(2), u"Models & migrations, 8 new"_s);
    QCOMPARE(rows.at(3), u"Transactions & locking, the last 20"_s); // 12 are known
    QCOMPARE(rows.at(5), u"Week 2"_s);
    QCOMPARE(rows.constLast(), u"Interview"_s);
    const QModelIndex last = model.index(model.rowCount() - 1);
    QCOMPARE(last.data(PlanModel::DetailRole).toString(), u"Thursday 5 Nov"_s);
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().endsWith(u"4 of 4 practised"_s));
    QCOMPARE(model.firstChoice().row(), 1);
}

void TestPlanModel::unmadePlan_hasNoRows()
{
    PlanModel model;
    model.setOutlook({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.firstChoice().isValid());
}

void TestPlanModel::thisWeek_aloneCanBeTicked()
{
    PlanModel model;
    const QAbstractItemModelTester tester(&model);
    model.setOutlook(fullOutlook());
    QSignalSpy asked(&model, &PlanModel::tickRequested);
    QVERIFY(model.setData(model.index(2), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).toLongLong(), 1);
    QCOMPARE(asked.at(0).at(1).toBool(), true);
    for (int row : {0, 6, model.rowCount() - 1}) {
        QVERIFY(!model.setData(model.index(row), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!model.flags(model.index(row)).testFlag(Qt::ItemIsUserCheckable));
    }
    QCOMPARE(asked.size(), 1);
    QCOMPARE(model.index(1).data(Qt::CheckStateRole).toInt(), int(Qt::Checked)); // by practice
}

void TestPlanModel::tick_changesNoRows()
{
    PlanModel model;
    const QAbstractItemModelTester tester(&model);
    Outlook outlook = fullOutlook();
    model.setOutlook(outlook);
    QSignalSpy reset(&model, &PlanModel::modelReset);
    const QPersistentModelIndex task = model.index(2);
    outlook.plan.weeks.first().tasks[1].ticked = true;
    model.setOutlook(outlook);
    QCOMPARE(reset.size(), 0);
    QVERIFY(task.isValid());
    QCOMPARE(task.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    outlook.plan.weeks.first().tasks.removeLast();
    model.setOutlook(outlook);
    QCOMPARE(reset.size(), 1);
}

void TestPlanModel::longPlan_hidesWeeksUntilAsked()
{
    PlanModel model;
    const QAbstractItemModelTester tester(&model);
    model.setOutlook(longOutlook());
    QStringList rows = titles(model);
    QVERIFY(rows.contains(u"Week 4"_s));
    QVERIFY(!rows.contains(u"Week 5"_s));
    QVERIFY(rows.at(rows.size() - 2).startsWith(u"53 more week"_s));
    model.showAll();
    rows = titles(model);
    QVERIFY(rows.contains(u"Week 57"_s));
    model.setOutlook(longOutlook());
    QVERIFY(titles(model).contains(u"Week 57"_s)); // stays open
}

void TestPlanModel::withoutDate_endsWithoutInterview()
{
    PlanModel model;
    model.setOutlook(undatedOutlook());
    QVERIFY(!titles(model).contains(u"Interview"_s));
}

QTEST_GUILESS_MAIN(TestPlanModel)
#include "tst_planmodel.moc"
