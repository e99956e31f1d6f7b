// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/planfixture.h"
#include "views/guide/planbox.h"
#include "views/guide/plandelegate.h"

#include <QAccessible>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPlanBox : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void init();
    void unmade_saysItIsWorkedOut();
    void tick_isAskedForInThisWeekAlone();
    void ticked_keepsThePlace();
    void focus_showsTheRowItIsOn();
    void enter_opensWhatTheTaskIsFor();
    void longPlan_opensByEnterAndClick();
    void state_offersWhatHelps();
    void rows_wrapInsteadOfBeingCut();
    void screenReader_hearsWeeksAndTasks();

private:
    QModelIndex row(int number) const { return m_list->model()->index(number, 0); }

    std::unique_ptr<PlanBox> m_box;
    QListView *m_list = nullptr;
};

void TestPlanBox::init()
{
    m_box = std::make_unique<PlanBox>();
    m_list = m_box->findChild<QListView *>(u"planTasks"_s);
    m_box->resize(340, 640);
    m_box->setOutlook(fullOutlook());
    m_box->show();
    QVERIFY(QTest::qWaitForWindowActive(m_box.get()));
    m_list->setFocus();
}

void TestPlanBox::unmade_saysItIsWorkedOut()
{
    auto *working = m_box->findChild<QLabel *>(u"planWorking"_s);
    QVERIFY(!working->isVisible());
    m_box->setOutlook({});
    QVERIFY(working->isVisible());
    QVERIFY(!m_list->isVisible());
    QVERIFY(!m_box->findChild<QLabel *>(u"planState"_s)->isVisible()); // no verdict, either
}

void TestPlanBox::tick_isAskedForInThisWeekAlone()
{
    QSignalSpy asked(m_box.get(), &PlanBox::tickRequested);
    m_list->setCurrentIndex(row(2));
    QTest::keyClick(m_list, Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0), (QVariantList{qsizetype(1), true}));
    const QRect done = m_list->visualRect(row(1)); // by practice
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, PlanDelegate::boxRect(done).center());
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.at(1), (QVariantList{qsizetype(0), false}));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, done.center()); // beside its box
    m_list->setCurrentIndex(row(6));                                          // of the second week
    QTest::keyClick(m_list, Qt::Key_Space);
    QCOMPARE(asked.size(), 2);
}

void TestPlanBox::ticked_keepsThePlace()
{
    m_list->setCurrentIndex(row(3));
    Outlook outlook = fullOutlook();
    outlook.plan.weeks.first().tasks[2].ticked = true;
    m_box->setOutlook(outlook);
    QCOMPARE(m_list->currentIndex().row(), 3);
    outlook.plan.weeks.first().tasks.removeLast(); // another plan
    m_box->setOutlook(outlook);
    QCOMPARE(m_list->currentIndex().row(), 3);
}

void TestPlanBox::focus_showsTheRowItIsOn()
{
    QCOMPARE(m_list->currentIndex().row(), 1);
    QVERIFY(m_list->selectionModel()->isSelected(m_list->currentIndex()));
}

void TestPlanBox::enter_opensWhatTheTaskIsFor()
{
    QSignalSpy topics(m_box.get(), &PlanBox::topicRequested);
    QSignalSpy practice(m_box.get(), &PlanBox::practiceRequested);
    QVERIFY(m_box->holdsFocus());
    m_list->setCurrentIndex(row(3));
    m_box->openCurrent();
    QCOMPARE(topics.size(), 1);
    QCOMPARE(topics.at(0).at(0).toLongLong(), 5);
    m_list->setCurrentIndex(row(4)); // drills
    m_box->openCurrent();
    QCOMPARE(practice.size(), 1);
}

void TestPlanBox::longPlan_opensByEnterAndClick()
{
    for (const bool byKey : {true, false}) {
        init();
        m_box->setOutlook(longOutlook());
        const int more = m_list->model()->rowCount() - 2;
        QVERIFY(row(more).data().toString().startsWith(u"53 more week"_s));
        m_list->setCurrentIndex(row(more));
        m_list->scrollTo(row(more));
        if (byKey)
            m_box->openCurrent();
        else
            QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {},
                              m_list->visualRect(row(more)).center());
        QVERIFY(m_list->model()->rowCount() > more + 2 * 53);
        QVERIFY(m_box->currentTask()); // the keyboard goes on where it was
    }
}

void TestPlanBox::state_offersWhatHelps()
{
    auto *state = m_box->findChild<QLabel *>(u"planState"_s);
    QVERIFY(state->text().startsWith(u"On track."_s));
    QVERIFY(!state->text().contains(u"href"_s));
    m_box->setOutlook(shortOutlook());
    QVERIFY(state->text().contains(u"Signals (6), Admin (4)"_s));
    QSignalSpy asked(m_box.get(), &PlanBox::goalRequested);
    emit state->linkActivated(u"goal"_s);
    QCOMPARE(asked.size(), 1);
    m_box->setOutlook(undatedOutlook());
    QVERIFY(state->text().contains(u"Set a date"_s));
}

void TestPlanBox::rows_wrapInsteadOfBeingCut()
{
    const int wide = m_list->visualRect(row(1)).height();
    m_box->resize(220, 640);
    QTRY_VERIFY(m_list->visualRect(row(1)).height() > wide);
    m_box->resize(500, 640);
    QTRY_VERIFY(m_list->visualRect(row(1)).height() <= wide);
}

void TestPlanBox::screenReader_hearsWeeksAndTasks()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_list);
    QCOMPARE(list->childCount(), m_list->model()->rowCount());
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"This week, 12 to 18 Oct, 19 of 175 min"_s);
    QVERIFY(list->child(1)->state().checked);
    QVERIFY(!list->child(2)->state().checked);
}

QTEST_MAIN(TestPlanBox)
#include "tst_planbox.moc"
