// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/plantext.h"

#include "tests/support/planfixture.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPlanText : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void task_saysWhatIsToBeDone_data();
    void task_saysWhatIsToBeDone();
    void task_isBegunByWhatCameBeforeIt();
    void damagedTask_isItsTitle();
    void week_saysWhenAndHowMuch();
    void effort_saysWhatADayMeans_data();
    void effort_saysWhatADayMeans();
    void minutes_becomeHours();
    void state_onTrack_saysWhatAMissedDayDoes();
    void state_tooShort_saysWhatIsDroppedAndWhatWouldHelp();
    void state_farTooShort_namesAFewAndAdvisesALaterDate();
    void state_withoutDate_offersOne();
    void state_afterTheDay_saysThatItHasPassed();
    void state_withoutTime_saysSo();
    void state_onTheDay_plansNothing();
};

void TestPlanText::task_saysWhatIsToBeDone_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("tiers");
    QTest::addColumn<bool>("begun");
    QTest::addColumn<QString>("text");

    QTest::newRow("all of it") << 16 << 16 << 3 << false << u"ORM, all 16"_s;
    QTest::newRow("all of one tier") << 4 << 4 << 1 << false << u"ORM, all 4"_s;
    QTest::newRow("a part") << 8 << 16 << 3 << true << u"ORM, 8 new"_s;
    QTest::newRow("the rest of one tier")
        << 6 << 6 << 1 << true << u"ORM: finish the last 6 intermediate"_s;
    QTest::newRow("much of one tier") << 7 << 7 << 1 << true << u"ORM, the last 7"_s;
    QTest::newRow("the rest of several") << 4 << 4 << 2 << true << u"ORM, the last 4"_s;
    QTest::newRow("nothing new") << 0 << 0 << 2 << true << u"ORM"_s;
}

void TestPlanText::task_saysWhatIsToBeDone()
{
    QFETCH(const int, count);
    QFETCH(const int, left);
    QFETCH(const int, tiers);
    QFETCH(const bool, begun);
    QFETCH(const QString, text);
    const QList<Tier> all{Tier::Intermediate, Tier::Advanced, Tier::Basic};
    QCOMPARE(taskText(topicTask(1, u"ORM"_s, count, left, all.mid(0, tiers)), begun), text);
}

void TestPlanText::task_isBegunByWhatCameBeforeIt()
{
    const QList<Tier> tiers{Tier::Basic, Tier::Advanced};
    StudyPlan plan;
    plan.weeks = {{}, {}};
    plan.weeks[0].tasks = {topicTask(1, u"ORM"_s, 9, 9, tiers, 3)};
    plan.weeks[1].tasks = {topicTask(2, u"Views"_s, 8, 8, tiers)};
    QList<TopicReadiness> topics{{1, u"ORM"_s, 20, 3}, {2, u"Views"_s, 8, 0}};
    QCOMPARE(taskText(plan, topics, 0, 0), u"ORM, all 9"_s); // what it led to does not count
    QCOMPARE(taskText(plan, topics, 1, 0), u"Views, all 8"_s);
    topics[0].seen = 4;
    QCOMPARE(taskText(plan, topics, 0, 0), u"ORM, the last 9"_s);
    plan.weeks[0].tasks.append(topicTask(2, u"Views"_s, 4, 12, tiers));
    QCOMPARE(taskText(plan, topics, 1, 0), u"Views, the last 8"_s);
}

void TestPlanText::damagedTask_isItsTitle()
{
    PlanTask task = topicTask(1, u"ORM"_s, 4, 4, {Tier(77)});
    QCOMPARE(taskText(task, true), u"ORM, the last 4"_s);
    task.kind = PlanTask::Kind(77);
    QCOMPARE(taskText(task), u"ORM"_s);
}

void TestPlanText::week_saysWhenAndHowMuch()
{
    const StudyPlan plan = fullOutlook().plan;
    QCOMPARE(weekTitle(plan, 0), u"This week"_s);
    QCOMPARE(weekText(plan, 0), u"12 to 18 Oct, 19 of 175 min"_s);
    QCOMPARE(weekTitle(plan, 2), u"Week 3"_s);
    QCOMPARE(weekText(plan, 2), u"26 Oct to 1 Nov"_s);
    QCOMPARE(weekTitle(plan, 3), u"Last days"_s);
    QCOMPARE(weekText(plan, 3), u"2 to 4 Nov"_s);
    const int day = int(QDate(2026, 11, 4).toJulianDay());
    QCOMPARE(daysText(day, day), u"4 Nov"_s);
    const PlanWeek &second = plan.weeks.at(1);
    QCOMPARE(taskText(second.tasks.at(1)), u"Mock interview, Saturday"_s);
    QVERIFY(taskText(plan.weeks.at(0).tasks.at(3)).startsWith(u"Six code drill"_s));
}

void TestPlanText::effort_saysWhatADayMeans_data()
{
    QTest::addColumn<QList<int>>("weekdays");
    QTest::addColumn<QString>("text");
    const int usual = Goal::asUsual;
    QTest::newRow("every day alike")
        << QList<int>{usual, usual, usual, usual, usual, usual, usual} << u"25 min a day"_s;
    QTest::newRow("spelled out, but alike")
        << QList<int>{25, usual, usual, usual, usual, usual, usual} << u"25 min a day"_s;
    QTest::newRow("one off") << QList<int>{usual, usual, usual, usual, usual, usual, 0}
                             << u"about 25 min a day, Sunday off"_s;
    QTest::newRow("more on one") << QList<int>{usual, usual, usual, usual, usual, 60, usual}
                                 << u"about 25 min a day"_s;
    QTest::newRow("none") << QList<int>{0, 0, 0, 0, 0, 0, 0} << u"No time planned"_s;
}

void TestPlanText::effort_saysWhatADayMeans()
{
    QFETCH(const QList<int>, weekdays);
    QFETCH(const QString, text);
    Goal goal;
    goal.minutes = 25;
    std::copy(weekdays.begin(), weekdays.end(), goal.weekdays.begin());
    QCOMPARE(effortText(goal), text);
}

void TestPlanText::minutes_becomeHours()
{
    QCOMPARE(minutesText(40), u"40 min"_s);
    QCOMPARE(minutesText(120), u"2 h"_s);
    QCOMPARE(minutesText(150), u"2 h 30 min"_s);
}

void TestPlanText::state_onTrack_saysWhatAMissedDayDoes()
{
    const PlanState state = planState(fullOutlook());
    QCOMPARE(state.text, u"On track."_s);
    QVERIFY(state.detail.contains(u"spread over the days that are left"_s));
    QCOMPARE(state.remedy, PlanState::Remedy::None);
}

void TestPlanText::state_tooShort_saysWhatIsDroppedAndWhatWouldHelp()
{
    const PlanState state = planState(shortOutlook());
    QCOMPARE(state.text,
             u"There is not enough time for everything: about 2 h 30 min are missing."_s);
    QVERIFY(state.detail.startsWith(u"Dropped: Signals (6), Admin (4). 10 minute"_s));
    QCOMPARE(state.remedy, PlanState::Remedy::ChangePlan);
}

void TestPlanText::state_farTooShort_namesAFewAndAdvisesALaterDate()
{
    Outlook outlook = shortOutlook();
    outlook.plan.minutesShort = 60 * 24;
    while (outlook.plan.dropped.size() < 7)
        outlook.plan.dropped.append({9, u"Forms"_s, 3});
    const PlanState state = planState(outlook);
    QVERIFY(state.detail.contains(u"Forms (3) and 3 more"_s));
    QVERIFY(state.detail.contains(u"A later date would help"_s));
}

void TestPlanText::state_withoutDate_offersOne()
{
    const PlanState state = planState(undatedOutlook());
    QCOMPARE(state.text, u"No date set: the plan runs four weeks from today."_s);
    QCOMPARE(state.remedy, PlanState::Remedy::SetDate);
}

void TestPlanText::state_afterTheDay_saysThatItHasPassed()
{
    Outlook outlook = undatedOutlook();
    outlook.goal.interview = planToday.addDays(-1);
    PlanState state = planState(outlook);
    QCOMPARE(state.text, u"The interview's day has passed."_s);
    QCOMPARE(state.remedy, PlanState::Remedy::SetDate);
    outlook.plan.minutesShort = 60;
    state = planState(outlook);
    QVERIFY(state.detail.endsWith(u"The interview's day has passed."_s));
    QCOMPARE(state.remedy, PlanState::Remedy::ChangePlan);
}

void TestPlanText::state_withoutTime_saysSo()
{
    Outlook outlook = fullOutlook();
    outlook.goal.weekdays.fill(0);
    const PlanState state = planState(outlook);
    QCOMPARE(state.text, u"No time is planned."_s);
    QCOMPARE(state.remedy, PlanState::Remedy::ChangePlan);
}

void TestPlanText::state_onTheDay_plansNothing()
{
    Outlook outlook = fullOutlook();
    outlook.today = outlook.end;
    QCOMPARE(planState(outlook).text, u"The interview is today."_s);
}

QTEST_GUILESS_MAIN(TestPlanText)
#include "tst_plantext.moc"
