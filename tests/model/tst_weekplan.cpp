// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/weekplan.h"

#include "tests/support/policyfixture.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

using Kind = PlanTask::Kind;

namespace {

const QDate monday(2026, 11, 2);

int dayOf(const QDate &date)
{
    return int(date.toJulianDay());
}

const int mondayDay = dayOf(monday);

// A level's questions on three topics: by topic, how many are unseen.
PlanSource sourceOf(const QList<int> &unseen)
{
    PlanSource source;
    source.level = {u"mid"_s, u"Mid-level"_s, {}, {}, {Tier::Basic, Tier::Intermediate}, {}, {},
                    {}};
    for (int topic = 1; topic <= unseen.size(); ++topic) {
        source.topics.append({topic, u"Topic %1"_s.arg(topic)});
        for (int i = 0; i < unseen.at(topic - 1); ++i) {
            PlanQuestion question;
            question.id = QuestionId(source.questions.size()) + 1;
            question.topic = topic;
            question.tier = i % 2 == 0 ? Tier::Basic : Tier::Intermediate;
            source.questions.push_back(question);
        }
    }
    source.recall.resize(source.questions.size());
    source.states.resize(source.questions.size());
    return source;
}

// A course in which `aDay` new questions are begun each day that has time.
SimulatedPlan courseOf(const PlanSource &source, const Goal &goal, int today, int end, int aDay)
{
    SimulatedPlan course;
    course.firstDays.assign(source.questions.size(), -1);
    std::size_t next = 0;
    for (int day = today; day < end; ++day) {
        course.days.emplace_back();
        for (int i = 0; i < aDay && goal.minutesOn(QDate::fromJulianDay(day)) > 0; ++i) {
            while (next < source.questions.size() && source.questions[next].seen)
                ++next;
            if (next < source.questions.size())
                course.firstDays[next++] = day - today;
        }
    }
    return course;
}

Goal goalOf(int end)
{
    Goal goal;
    goal.interview = QDate::fromJulianDay(end);
    return goal;
}

StudyPlan planOf(const PlanSource &source, const Goal &goal, int today, int end, int aDay = 2)
{
    return makeStudyPlan(source, goal, today, end, courseOf(source, goal, today, end, aDay));
}

QList<PlanTask> tasksOf(const PlanWeek &week, Kind kind)
{
    QList<PlanTask> found;
    std::copy_if(week.tasks.begin(), week.tasks.end(), std::back_inserter(found),
                 [kind](const PlanTask &task) { return task.kind == kind; });
    return found;
}

// Where a plan has mock interviews, by the days of their weeks.
QList<int> mocksOf(const StudyPlan &plan)
{
    QList<int> days;
    for (const PlanWeek &week : plan.weeks) {
        for (const PlanTask &task : tasksOf(week, Kind::MockInterview))
            days.append(task.day);
    }
    return days;
}

} // namespace

class TestWeekPlan : public QObject
{
    Q_OBJECT

private slots:
    void weeks_beginOnMondays();
    void weeks_coverEveryDayOnce_data();
    void weeks_coverEveryDayOnce();
    void weeks_interviewToday_hasNone();
    void weeks_withoutDate_haveNoLastDays();
    void weeks_minutesAreTheGoals();
    void weeks_allDaysOff_haveNothingToDo();
    void topics_areSpreadAsTheCourseBegins();
    void topics_everythingSeen_leavesReviews();
    void topics_sideQuestionsAreNoTasks();
    void drills_areSpreadOverAllWeeks_data();
    void drills_areSpreadOverAllWeeks();
    void mocks_onSaturdayOrTheLastOpenDay_data();
    void mocks_onSaturdayOrTheLastOpenDay();
    void mocks_stayWhereTheyAre_asWeeksPass_data();
    void mocks_stayWhereTheyAre_asWeeksPass();
    void mocks_theLastIsInTheLastDays();
    void dropped_isWhatTheCourseNeverBegins();
    void dropped_withoutDate_isNothing();
    void kept_tasksComeBackAndAreTickedByPractice();
    void kept_ofDaysBefore_endWithTheLastDays();
    void spent_isWhatTheWeekHasSeen();
};

void TestWeekPlan::weeks_beginOnMondays()
{
    for (int day = mondayDay; day < mondayDay + 7; ++day)
        QCOMPARE(weekOf(day), mondayDay);
    QCOMPARE(weekOf(mondayDay - 1), mondayDay - 7);
    const int today = mondayDay + 2; // a Wednesday
    const int end = mondayDay + 24;  // a Thursday
    const StudyPlan plan = planOf(sourceOf({4}), goalOf(end), today, end);
    QCOMPARE(plan.weeks.size(), 4);
    QCOMPARE(plan.weeks.at(0).first, mondayDay);
    QCOMPARE(plan.weeks.at(0).last, mondayDay + 6);
    QCOMPARE(plan.weeks.at(1).first, mondayDay + 7);
    QCOMPARE(plan.weeks.at(2).first, mondayDay + 14);
    QCOMPARE(plan.weeks.at(2).last, mondayDay + 20);
    QVERIFY(plan.weeks.at(3).lastDays);
    QCOMPARE(plan.weeks.at(3).first, end - lastDays);
    QCOMPARE(plan.weeks.at(3).last, end - 1);
    QVERIFY(plan.dated);
    QCOMPARE(plan.end, end);
}

void TestWeekPlan::weeks_coverEveryDayOnce_data()
{
    QTest::addColumn<int>("days");
    for (const int days : {1, 2, 3, 4, 5, 7, 10, 30, 400})
        QTest::addRow("%d days", days) << days;
}

void TestWeekPlan::weeks_coverEveryDayOnce()
{
    QFETCH(const int, days);
    for (int today = mondayDay; today < mondayDay + 7; ++today) {
        const int end = today + days;
        const StudyPlan plan = planOf(sourceOf({3, 3}), goalOf(end), today, end);
        QVERIFY(!plan.weeks.isEmpty());
        QVERIFY(plan.weeks.first().first <= today);
        QVERIFY(plan.weeks.first().last >= today);
        QCOMPARE(plan.weeks.first().first,
                 partBegin(goalOf(end), today)); // where its tasks are kept
        for (qsizetype i = 1; i < plan.weeks.size(); ++i)
            QCOMPARE(plan.weeks.at(i).first, plan.weeks.at(i - 1).last + 1);
        QCOMPARE(plan.weeks.last().last, end - 1);
        QVERIFY(plan.weeks.last().lastDays);
        QCOMPARE(std::count_if(plan.weeks.begin(), plan.weeks.end(),
                               [](const PlanWeek &week) { return week.lastDays; }),
                 1);
    }
}

void TestWeekPlan::weeks_interviewToday_hasNone()
{
    const StudyPlan plan =
        planOf(sourceOf({3}), goalOf(mondayDay + 2), mondayDay + 2, mondayDay + 2);
    QVERIFY(plan.weeks.isEmpty());
    QVERIFY(plan.dropped.isEmpty()); // nothing to be done about it
}

void TestWeekPlan::weeks_withoutDate_haveNoLastDays()
{
    const PlanSource source = sourceOf({30});
    const int end = mondayDay + 28;
    const StudyPlan plan =
        makeStudyPlan(source, {}, mondayDay, end, courseOf(source, {}, mondayDay, end, 1));
    QCOMPARE(plan.weeks.size(), 4);
    QVERIFY(!plan.dated);
    QCOMPARE(plan.weeks.last().last, end - 1);
    for (const PlanWeek &week : plan.weeks) {
        QVERIFY(!week.lastDays);
        QVERIFY(tasksOf(week, Kind::LastMock).isEmpty());
    }
}

void TestWeekPlan::weeks_minutesAreTheGoals()
{
    const int end = mondayDay + 17; // a Thursday
    Goal goal = goalOf(end);
    goal.minutes = 20;
    goal.weekdays[5] = 60; // Saturday
    goal.weekdays[6] = 0;
    goal.daysOff = {monday.addDays(8), monday.addDays(15)};
    const StudyPlan plan = planOf(sourceOf({5}), goal, mondayDay + 4, end);
    QCOMPARE(plan.weeks.size(), 3);
    QCOMPARE(plan.weeks.at(0).minutes, 5 * 20 + 60); // with what of it is over
    QCOMPARE(plan.weeks.at(1).minutes, 4 * 20 + 60);
    QCOMPARE(plan.weeks.at(2).minutes, 2 * 20);
}

void TestWeekPlan::weeks_allDaysOff_haveNothingToDo()
{
    const int end = mondayDay + 20;
    Goal goal = goalOf(end);
    goal.weekdays.fill(0);
    PlanSource source = sourceOf({4, 2});
    source.openDrills = 9;
    const StudyPlan plan = planOf(source, goal, mondayDay, end);
    for (const PlanWeek &week : plan.weeks) {
        QCOMPARE(week.minutes, 0);
        QVERIFY(week.tasks.isEmpty());
    }
    QCOMPARE(plan.dropped.size(), 2);
}

void TestWeekPlan::topics_areSpreadAsTheCourseBegins()
{
    PlanSource source = sourceOf({5, 20, 0});
    source.questions[0].seen = true;
    const int today = mondayDay + 4; // Friday
    const int end = today + 14;
    const StudyPlan plan = planOf(source, goalOf(end), today, end, 2);
    // Friday to Sunday, six questions: what is left of the first topic, and two of the second.
    const QList<PlanTask> first = tasksOf(plan.weeks.at(0), Kind::Topic);
    QCOMPARE(first.size(), 2);
    QCOMPARE(first.at(0).topic, 1);
    QCOMPARE(first.at(0).title, u"Topic 1"_s);
    QCOMPARE(first.at(0).count, 4);
    QCOMPARE(first.at(0).left, 4);
    QCOMPARE(first.at(0).tiers.size(), 2);
    QCOMPARE(first.at(1).count, 2);
    QCOMPARE(first.at(1).left, 20);
    const QList<PlanTask> second = tasksOf(plan.weeks.at(1), Kind::Topic);
    QCOMPARE(second.size(), 1);
    QCOMPARE(second.at(0).topic, 2);
    QCOMPARE(second.at(0).count, 14);
    QCOMPARE(second.at(0).left, 18);
    for (const PlanWeek &week : plan.weeks) {
        for (const PlanTask &task : week.tasks)
            QVERIFY(!task.isDone());
    }
}

void TestWeekPlan::topics_everythingSeen_leavesReviews()
{
    PlanSource source = sourceOf({6});
    for (PlanQuestion &question : source.questions)
        question.seen = true;
    const int end = mondayDay + 17;
    const StudyPlan plan = planOf(source, goalOf(end), mondayDay, end);
    for (const PlanWeek &week : plan.weeks) {
        QVERIFY(tasksOf(week, Kind::Topic).isEmpty());
        QCOMPARE(week.tasks.first().kind, Kind::Reviews);
        QCOMPARE(tasksOf(week, Kind::Reviews).size(), 1);
    }
    QVERIFY(plan.dropped.isEmpty());
    QCOMPARE(plan.minutesShort, 0);
}

void TestWeekPlan::topics_sideQuestionsAreNoTasks()
{
    PlanSource source = sourceOf({2, 3});
    for (PlanQuestion &question : source.questions)
        question.weight = question.topic == 2 ? sideWeight : 1;
    const int end = mondayDay + 5;
    SimulatedPlan course = courseOf(source, goalOf(end), mondayDay, end, 0);
    const StudyPlan plan = makeStudyPlan(source, goalOf(end), mondayDay, end, course);
    QCOMPARE(plan.dropped.size(), 1);
    QCOMPARE(plan.dropped.first().topic, 1);
}

void TestWeekPlan::drills_areSpreadOverAllWeeks_data()
{
    QTest::addColumn<int>("open");
    QTest::addColumn<QList<int>>("expected"); // by whole week
    QTest::newRow("none") << 0 << QList<int>{0, 0, 0, 0};
    QTest::newRow("one") << 1 << QList<int>{1, 0, 0, 0};
    QTest::newRow("even") << 12 << QList<int>{3, 3, 3, 3};
    QTest::newRow("uneven") << 10 << QList<int>{3, 3, 2, 2};
    QTest::newRow("at most six") << 40 << QList<int>{6, 6, 6, 6};
}

void TestWeekPlan::drills_areSpreadOverAllWeeks()
{
    QFETCH(const int, open);
    QFETCH(const QList<int>, expected);
    const int end = mondayDay + 28 + lastDays;
    PlanSource source = sourceOf({8});
    source.openDrills = open;
    const StudyPlan plan = planOf(source, goalOf(end), mondayDay, end);
    QCOMPARE(plan.weeks.size(), 5);
    QList<int> counts;
    for (const PlanWeek &week : plan.weeks) {
        const QList<PlanTask> drills = tasksOf(week, Kind::Drills);
        if (week.lastDays)
            QVERIFY(drills.isEmpty());
        else
            counts.append(drills.isEmpty() ? 0 : drills.first().count);
    }
    QCOMPARE(counts, expected);
}

void TestWeekPlan::mocks_onSaturdayOrTheLastOpenDay_data()
{
    QTest::addColumn<QList<int>>("off"); // weekdays, Monday is 0
    QTest::addColumn<int>("expected");   // -1 for none
    QTest::newRow("Saturday") << QList<int>{} << 5;
    QTest::newRow("no Saturdays") << QList<int>{5} << 6;
    QTest::newRow("no weekends") << QList<int>{5, 6} << 4;
    QTest::newRow("Tuesdays only") << QList<int>{0, 2, 3, 4, 5, 6} << 1;
    QTest::newRow("never") << QList<int>{0, 1, 2, 3, 4, 5, 6} << -1;
}

void TestWeekPlan::mocks_onSaturdayOrTheLastOpenDay()
{
    QFETCH(const QList<int>, off);
    QFETCH(const int, expected);
    const int end = mondayDay + 35 + lastDays;
    Goal goal = goalOf(end);
    for (const int weekday : off)
        goal.weekdays[std::size_t(weekday)] = 0;
    const QList<int> mocks = mocksOf(planOf(sourceOf({5}), goal, mondayDay, end));
    QCOMPARE(mocks.isEmpty(), expected < 0);
    for (const int day : mocks)
        QCOMPARE(day - weekOf(day), expected);
    for (qsizetype i = 1; i < mocks.size(); ++i)
        QCOMPARE(mocks.at(i) - mocks.at(i - 1), 14);
}

// A mock interview that is a week away today is this week's when that begins.
void TestWeekPlan::mocks_stayWhereTheyAre_asWeeksPass_data()
{
    QTest::addColumn<bool>("dated");
    QTest::newRow("to an interview") << true;
    QTest::newRow("without one") << false;
}

void TestWeekPlan::mocks_stayWhereTheyAre_asWeeksPass()
{
    QFETCH(const bool, dated);
    const int interview = mondayDay + 45;
    const Goal goal = dated ? goalOf(interview) : Goal();
    const PlanSource source = sourceOf({5});
    QSet<int> promised; // weeks
    QSet<int> sat;
    for (int today = mondayDay; today < mondayDay + 42; ++today) {
        const int end = dated ? interview : today + 28;
        const StudyPlan plan =
            makeStudyPlan(source, goal, today, end, courseOf(source, goal, today, end, 1));
        QSet<int> weeks;
        for (const int day : mocksOf(plan)) {
            weeks.insert(weekOf(day));
            if (day == today)
                sat.insert(weekOf(day));
        }
        for (const int week : std::as_const(promised)) {
            if (week >= weekOf(today))
                QVERIFY2(weeks.contains(week), qPrintable(QDate::fromJulianDay(week).toString()));
        }
        promised += weeks;
    }
    QCOMPARE(sat.size(), 3); // in six weeks
}

void TestWeekPlan::mocks_theLastIsInTheLastDays()
{
    const int end = mondayDay + 10;
    const StudyPlan plan = planOf(sourceOf({5}), goalOf(end), mondayDay, end);
    const QList<PlanTask> last = tasksOf(plan.weeks.last(), Kind::LastMock);
    QCOMPARE(last.size(), 1);
    QCOMPARE(last.first().count, 1);
    QCOMPARE(last.first().day, 0);
    QVERIFY(tasksOf(plan.weeks.first(), Kind::LastMock).isEmpty());
    Goal busy = goalOf(end); // no time then
    busy.daysOff = {monday.addDays(7), monday.addDays(8), monday.addDays(9)};
    QVERIFY(planOf(sourceOf({5}), busy, mondayDay, end).weeks.last().tasks.isEmpty());
}

void TestWeekPlan::dropped_isWhatTheCourseNeverBegins()
{
    PlanSource source = sourceOf({4, 3, 5});
    source.questions[4].seen = true; // of the second topic
    const int end = mondayDay + 2;
    const StudyPlan plan = planOf(source, goalOf(end), mondayDay, end, 2);
    // Four begun: the whole first topic.
    QCOMPARE(plan.dropped.size(), 2);
    QCOMPARE(plan.dropped.at(0).topic, 2);
    QCOMPARE(plan.dropped.at(0).count, 2);
    QCOMPARE(plan.dropped.at(0).title, u"Topic 2"_s);
    QCOMPARE(plan.dropped.at(1).count, 5);
    const PracticeHabits habits;
    const double each = habits.secondsForNew() + 2 * habits.secondsForReview(0.9);
    QCOMPARE(plan.minutesShort, qRound(7 * each / 60));

    Goal none = goalOf(end); // without any time, everything is
    none.weekdays.fill(0);
    const StudyPlan idle = planOf(source, none, mondayDay, end, 2);
    QCOMPARE(idle.dropped.size(), 3);
    QVERIFY(idle.minutesShort > plan.minutesShort);
}

void TestWeekPlan::dropped_withoutDate_isNothing()
{
    const PlanSource source = sourceOf({40});
    const int end = mondayDay + 28;
    const StudyPlan plan =
        makeStudyPlan(source, {}, mondayDay, end, courseOf(source, {}, mondayDay, end, 0));
    QVERIFY(plan.dropped.isEmpty());
    QCOMPARE(plan.minutesShort, 0);
}

void TestWeekPlan::kept_tasksComeBackAndAreTickedByPractice()
{
    const int end = mondayDay + 24;
    PlanSource source = sourceOf({6, 8});
    source.openDrills = 5;
    const QList<PlanTask> kept = planOf(source, goalOf(end), mondayDay, end, 1).weeks.first().tasks;
    QCOMPARE(kept.at(0).count, 6);
    QCOMPARE(kept.at(1).count, 1);

    // By Thursday three of the six are done, a drill, and no mock interview this week.
    source.tasks = kept;
    source.tasks[1].ticked = true; // by hand
    for (std::size_t i = 0; i < 3; ++i)
        source.questions[i].seen = true;
    source.openDrills = 4;
    source.interviews = {mondayDay - 1, mondayDay + 1};
    const PlanWeek week = planOf(source, goalOf(end), mondayDay + 3, end, 1).weeks.first();
    QCOMPARE(week.tasks.size(), kept.size());
    for (qsizetype i = 0; i < kept.size(); ++i) {
        QCOMPARE(week.tasks.at(i).kind, kept.at(i).kind);
        QCOMPARE(week.tasks.at(i).count, kept.at(i).count);
        QCOMPARE(week.tasks.at(i).left, kept.at(i).left);
    }
    QCOMPARE(week.tasks.at(0).done, 3);
    QVERIFY(!week.tasks.at(0).isDone());
    QCOMPARE(week.tasks.at(1).done, 0);
    QVERIFY(week.tasks.at(1).isDone());
    const QList<PlanTask> drills = tasksOf(week, Kind::Drills);
    QCOMPARE(drills.first().done, 1);

    for (std::size_t i = 3; i < 7; ++i)
        source.questions[i].seen = true;
    source.tasks[0].ticked = std::nullopt;
    const PlanWeek sunday = planOf(source, goalOf(end), mondayDay + 6, end, 1).weeks.first();
    QCOMPARE(sunday.tasks.at(0).done, 6);
    QVERIFY(sunday.tasks.at(0).isDone());
    source.tasks[0].ticked = false; // unticked by hand
    QVERIFY(!planOf(source, goalOf(end), mondayDay + 6, end, 1).weeks.first().tasks.at(0).isDone());

    // One mock interview of this week counts, that of last week does not.
    PlanTask mock;
    mock.kind = Kind::MockInterview;
    mock.count = 1;
    source.tasks = {mock};
    QVERIFY(planOf(source, goalOf(end), mondayDay + 3, end).weeks.first().tasks.at(0).isDone());
    source.interviews = {mondayDay - 1};
    QVERIFY(!planOf(source, goalOf(end), mondayDay + 3, end).weeks.first().tasks.at(0).isDone());
}

void TestWeekPlan::kept_ofDaysBefore_endWithTheLastDays()
{
    const int end = mondayDay + 9; // a Wednesday, so that the last days begin on a Sunday
    QCOMPARE(partBegin(goalOf(end), mondayDay + 5), mondayDay);
    QCOMPARE(partBegin(goalOf(end), mondayDay + 6), mondayDay + 6);
    QCOMPARE(partBegin(goalOf(end), mondayDay + 8), mondayDay + 6);
    QCOMPARE(partBegin(goalOf(end), mondayDay + 10), mondayDay + 7); // passed
    const PlanWeek sunday =
        planOf(sourceOf({20}), goalOf(end), mondayDay + 6, end, 0).weeks.first();
    QVERIFY(sunday.lastDays);
    QCOMPARE(tasksOf(sunday, Kind::LastMock).size(), 1);
    QVERIFY(tasksOf(sunday, Kind::Topic).isEmpty());
}

void TestWeekPlan::spent_isWhatTheWeekHasSeen()
{
    const int end = mondayDay + 9;
    PlanSource source = sourceOf({5});
    source.spent = {{mondayDay, 10 * 60'000}, {mondayDay + 3, 7 * 60'000}};
    QCOMPARE(planOf(source, goalOf(end), mondayDay + 3, end).weeks.first().spent, 17);
    source.spent.insert(mondayDay + 6, 4 * 60'000);
    const PlanWeek lastOnes = planOf(source, goalOf(end), mondayDay + 6, end).weeks.first();
    QVERIFY(lastOnes.lastDays);
    QCOMPARE(lastOnes.spent, 4);
}

QTEST_GUILESS_MAIN(TestWeekPlan)
#include "tst_weekplan.moc"
