// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/plansource.h"

#include "model/collection/sql.h"
#include "model/plan/goal.h"
#include "model/practice/fsrs6.h"
#include "tests/support/journey.h"
#include "tests/support/modelfixture.h"

#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int today = 2'461'000; // a Julian day number, a Friday
constexpr qint64 millisecondsPerDay = 86'400'000;

const PracticeHabits usual;
constexpr double usualPace = 7.2; // times a flash card, before the learner is known

// Ten in the morning in UTC.
qint64 timeOn(int day)
{
    return QDateTime(QDate::fromJulianDay(day), {10, 0}, Qt::UTC).toMSecsSinceEpoch();
}

bool isClose(double one, double other)
{
    return std::abs(one - other) < 1e-6 * qMax(1.0, std::abs(other));
}

} // namespace

class TestPlanSource : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void habits_emptyLog_areTheUsualOnesTyped();
    void habits_fewReviews_moveALittle();
    void habits_manyReviews_areTheLearnersOwn();
    void habits_tellFirstLaterAndOnceMore();
    void habits_leaveOutWhatDoesNotCount();
    void habits_strangeDurations_areBroughtIn();
    void questions_areThoseOfTheLevelInOrder();
    void questions_practisedOutsideTheLevel_weighLittle();
    void questions_memoryAndRecall();
    void questions_ofFsrs7_arePlannedByTheirInterval();
    void questions_reviewedInTheFuture_countAsToday();
    void attendance_countsPlannedDaysSinceTheFirst();
    void attendance_daysOffAreNotMissed();
    void spent_isOfFourWeeks();
    void topics_rememberAWeekAgo();
    void tasks_keptComeBack();
    void tasks_damagedAreLeftOut();
    void tasks_keptReplaceThoseOfTheirWeekOnly();
    void interviews_finishedInFourWeeksCount();
    void interviews_acrossTheClockChange_data();
    void interviews_acrossTheClockChange();
    void drills_openUntilTheyGoWell();
    void unknownLevel_hasNoQuestions();
    void tableDropped_isAnError();

private:
    const Database &database() const { return m_fixture->database(); }

    QuestionId id(const QString &key) const { return m_fixture->question(key); }

    void log(const QString &question, Rating rating, int day, double seconds = 60);
    PlanSource read(int on = today);
    PracticeHabits habits();

    std::unique_ptr<CollectionFixture> m_fixture;
    Goal m_goal;
    qint64 m_time = 0;
    int m_reviews = 0;
};

void TestPlanSource::init()
{
    m_fixture = std::make_unique<CollectionFixture>();
    VERIFY_OK(execute(database(), u"PRAGMA synchronous = OFF"_s));
    VERIFY_OK(m_fixture->collection().writes().flush());
    m_goal = {};
    m_goal.level = u"sample/fresher"_s;
}

void TestPlanSource::cleanup()
{
    m_fixture.reset();
}

void TestPlanSource::log(const QString &question, Rating rating, int day, double seconds)
{
    Review review;
    review.uid = u"review-%1"_s.arg(++m_reviews);
    review.question = id(question);
    review.rating = rating;
    review.duration = qint64(1000 * seconds);
    review.created = timeOn(day) + ++m_time;
    review.day = day;
    review.wait = minutesPerDay;
    VERIFY_OK(logReview(database(), review, m_fixture->scheduler().rules()));
}

PlanSource TestPlanSource::read(int on)
{
    auto source = readPlanSource(database(), m_goal, m_fixture->scheduler().rules(), on);
    if (!source.ok())
        qFatal("%s", qPrintable(source.error().detail));
    return std::move(source).value();
}

PracticeHabits TestPlanSource::habits()
{
    const auto habits = readHabits(database());
    if (!habits.ok())
        qFatal("%s", qPrintable(habits.error().detail));
    return habits.value();
}

void TestPlanSource::habits_emptyLog_areTheUsualOnesTyped()
{
    const PracticeHabits found = habits();
    for (std::size_t grade = 0; grade < 4; ++grade) {
        QVERIFY(isClose(found.learning[grade], usualPace * usual.learning[grade]));
        QVERIFY(isClose(found.reviewing[grade], usualPace * usual.reviewing[grade]));
        QVERIFY(isClose(found.firstGrades[grade], usual.firstGrades[grade]));
    }
    QVERIFY(isClose(found.relearning, usualPace * usual.relearning));
    QVERIFY(isClose(found.passGrades[1], usual.passGrades[1]));
}

void TestPlanSource::habits_fewReviews_moveALittle()
{
    // Twice as fast as expected, in two reviews: a sixth of the way towards it.
    for (const QString &question : {u"q1"_s, u"q2"_s})
        log(question, Rating::Good, today, usual.learning[2] * usualPace / 2);
    const PracticeHabits found = habits();
    const double pace = (2 * usualPace / 2 + 10 * usualPace) / 12;
    QVERIFY(isClose(found.reviewing[1], pace * usual.reviewing[1]));
    const double expected = pace * usual.learning[2];
    QVERIFY(
        isClose(found.learning[2], (2 * usual.learning[2] * usualPace / 2 + 10 * expected) / 12));
    QVERIFY(isClose(found.firstGrades[2], (2 + 10 * usual.firstGrades[2]) / 12));
    QVERIFY(isClose(found.firstGrades[0] + found.firstGrades[1] + found.firstGrades[2] +
                        found.firstGrades[3],
                    1));
}

void TestPlanSource::habits_manyReviews_areTheLearnersOwn()
{
    for (int day = today - 100; day < today; ++day) {
        log(u"q1"_s, day % 4 == 0 ? Rating::Again : Rating::Good, day, day % 4 == 0 ? 200 : 40);
        log(u"q2"_s, day % 2 == 0 ? Rating::Good : Rating::Easy, day, day % 2 == 0 ? 40 : 20);
    }
    const PracticeHabits found = habits();
    QVERIFY(found.reviewing[0] > 150 && found.reviewing[0] < 200); // in 25 of them
    QVERIFY(std::abs(found.reviewing[2] - 40) < 2);
    QVERIFY(std::abs(found.reviewing[3] - 20) < 3);
    // Of those passed, 125 Good and 50 Easy.
    QVERIFY(std::abs(found.passGrades[1] - 125.0 / 175) < 0.03);
    QVERIFY(std::abs(found.passGrades[2] - 50.0 / 175) < 0.03);
    // What never happened follows from the pace.
    QVERIFY(found.reviewing[1] > found.reviewing[2]);
}

void TestPlanSource::habits_tellFirstLaterAndOnceMore()
{
    const QStringList keys{u"q1"_s, u"q2"_s, u"q3"_s, u"q4"_s, u"q5"_s, u"q6"_s};
    for (int day = 0; day < 30; ++day) {
        for (const QString &key : keys) {
            log(key, Rating::Again, today - 60 + day, day == 0 ? 300 : 100);
            log(key, Rating::Good, today - 60 + day, 30); // on the same day
        }
    }
    const PracticeHabits found = habits();
    QVERIFY(std::abs(found.relearning - 30) < 4);
    QVERIFY(std::abs(found.reviewing[0] - 100) < 8);
    QVERIFY(found.learning[0] > 150); // six first ones, of 300 seconds each
    QVERIFY(std::abs(found.firstGrades[0] - (6 + 2.4) / 16) < 1e-6);
    // A grade on the same day is no pass of a later one.
    QVERIFY(isClose(found.passGrades[1], usual.passGrades[1]));
}

void TestPlanSource::habits_leaveOutWhatDoesNotCount()
{
    log(u"q1"_s, Rating::Good, today, 5);
    log(u"q2"_s, Rating::Good, today, 0); // not timed
    VERIFY_OK(execute(database(), u"UPDATE review SET deleted = 1 WHERE duration = 5000"_s));
    const PracticeHabits found = habits();
    QVERIFY(isClose(found.learning[2], usualPace * usual.learning[2]));
    QVERIFY(isClose(found.firstGrades[2], usual.firstGrades[2]));
}

void TestPlanSource::habits_strangeDurations_areBroughtIn()
{
    for (int day = today - 60; day < today; ++day)
        log(u"q1"_s, Rating::Good, day, 100'000); // left open overnight
    QVERIFY(habits().reviewing[2] <= 900);
    QVERIFY(habits().reviewing[2] > 700);
}

void TestPlanSource::questions_areThoseOfTheLevelInOrder()
{
    const PlanSource source = read();
    QList<QuestionId> found;
    for (const PlanQuestion &question : source.questions) {
        found.append(question.id);
        QCOMPARE(question.weight, 1.0);
        QVERIFY(!question.seen);
    }
    QCOMPARE(found, (QList<QuestionId>{id(u"q1"_s), id(u"q5"_s), id(u"q6"_s)}));
    QCOMPARE(source.questions.front().topic, m_fixture->topic(u"orm"_s));
    QCOMPARE(source.level.title, u"Fresher"_s);
    QCOMPARE(source.level.tiers, QList<Tier>{Tier::Basic});
    QCOMPARE(source.recall, (std::vector<double>{0, 0, 0}));
    QCOMPARE(source.states.size(), source.questions.size());
    VERIFY_OK(execute(database(), u"UPDATE question SET retired = 1 WHERE key = 'sample/q5'"_s));
    QCOMPARE(int(read().questions.size()), 2);
}

void TestPlanSource::questions_practisedOutsideTheLevel_weighLittle()
{
    log(u"q2"_s, Rating::Good, today - 3); // of the middle tier
    const PlanSource source = read();
    QCOMPARE(int(source.questions.size()), 4);
    const auto side = std::find_if(source.questions.begin(), source.questions.end(),
                                   [this](const auto &one) { return one.id == id(u"q2"_s); });
    QVERIFY(side != source.questions.end());
    QCOMPARE(side->weight, sideWeight);
    QVERIFY(side->seen);
    // Questions of the level weigh as their tier does in an interview.
    VERIFY_OK(execute(database(), u"UPDATE question SET tier = 1 WHERE key = 'sample/q1'"_s));
    VERIFY_OK(execute(database(), u"INSERT INTO level_tier SELECT id, 1 FROM level"_s));
    const PlanSource wider = read();
    QCOMPARE(wider.questions.front().weight, 1.5);
}

void TestPlanSource::questions_memoryAndRecall()
{
    log(u"q5"_s, Rating::Good, today - 6);
    const PlanSource source = read();
    const auto memory = memoryOf(database(), id(u"q5"_s)).value();
    const PlanQuestion &question = source.questions.at(1);
    QVERIFY(question.seen);
    QCOMPARE(question.lastDay, today - 6);
    QCOMPARE(source.states.at(1), memory->memory.state);
    QVERIFY(isClose(question.state.stability, memory->memory.state.stability));
    QCOMPARE(source.recall.at(1),
             m_fixture->scheduler().rules().model->recall(memory->memory.state, 6));
}

void TestPlanSource::questions_ofFsrs7_arePlannedByTheirInterval()
{
    m_fixture->scheduler().setPlan({5, 0.9, u"fsrs7"_s});
    VERIFY_OK(m_fixture->collection().writes().flush());
    log(u"q1"_s, Rating::Good, today - 9);
    log(u"q1"_s, Rating::Good, today - 4);
    const PlanSource source = read();
    const auto model = makeMemoryModel(u"fsrs7"_s);
    const MemoryState &state = source.states.front();
    QVERIFY(state.fast > 0);
    const MemoryState &planned = source.questions.front().state;
    QCOMPARE(planned.fast, 0.0);
    QCOMPARE(planned.difficulty, state.difficulty);
    QCOMPARE(planned.stability, model->interval(state, 0.9));
    // Which to FSRS-6 means the same: nine of ten by then.
    QVERIFY(std::abs(makeMemoryModel(u"fsrs6"_s)->recall(planned, planned.stability) - 0.9) < 1e-6);
    QVERIFY(std::abs(model->recall(state, planned.stability) - 0.9) < 1e-4);
    QCOMPARE(source.recall.front(), model->recall(state, 4)); // today's is by the learner's model
}

void TestPlanSource::questions_reviewedInTheFuture_countAsToday()
{
    log(u"q1"_s, Rating::Good, today + 5); // when the clock was wrong
    const PlanSource source = read();
    QCOMPARE(source.questions.front().lastDay, today);
    QVERIFY(source.recall.front() > 0.99);
}

void TestPlanSource::attendance_countsPlannedDaysSinceTheFirst()
{
    QCOMPARE(read().planned, 0);       // nothing began yet
    log(u"q1"_s, Rating::Good, today); // today is not over
    QCOMPARE(read().planned, 0);
    for (const int day : {today - 10, today - 9, today - 5})
        log(u"q1"_s, Rating::Good, day);
    QCOMPARE(read().planned, 10);
    QCOMPARE(read().attended, 3);
    log(u"q1"_s, Rating::Good, today - 200); // long ago
    QCOMPARE(read().planned, 10);
}

void TestPlanSource::attendance_daysOffAreNotMissed()
{
    for (const int day : {today - 10, today - 9, today - 5})
        log(u"q1"_s, Rating::Good, day);
    m_goal.daysOff = {QDate::fromJulianDay(today - 8), QDate::fromJulianDay(today - 7)};
    QCOMPARE(read().planned, 8);
    QCOMPARE(read().attended, 3);
    const int weekday = QDate::fromJulianDay(today - 6).dayOfWeek() - 1;
    m_goal.weekdays[std::size_t(weekday)] = 0;
    QCOMPARE(read().planned, 7);
}

void TestPlanSource::spent_isOfFourWeeks()
{
    const int monday = weekOf(today);
    log(u"q1"_s, Rating::Good, today - 29, 100);
    log(u"q1"_s, Rating::Good, monday, 40);
    log(u"q2"_s, Rating::Good, monday, 20);
    log(u"q2"_s, Rating::Good, today, 30);
    const PlanSource source = read();
    QCOMPARE(source.spent, (QHash<int, qint64>{{monday, 60'000}, {today, 30'000}}));
    VERIFY_OK(execute(database(), u"UPDATE review SET deleted = 1 WHERE duration = 30000"_s));
    QVERIFY(!read().spent.contains(today));
}

void TestPlanSource::topics_rememberAWeekAgo()
{
    QCOMPARE(read().topics.size(), 3);
    QCOMPARE(read().topics.first().title, u"ORM"_s);
    QVERIFY(read().topics.first().recallAWeekAgo < 0);
    const auto record = [this](int day, double recall) {
        VERIFY_OK(execute(database(), u"INSERT INTO topic_readiness VALUES (?, ?, ?)"_s,
                          {day, m_fixture->topic(u"orm"_s), recall}));
        VERIFY_OK(execute(database(), u"INSERT INTO readiness VALUES (?, ?, 0.5, NULL, NULL)"_s,
                          {day, m_goal.level}));
    };
    record(today - 30, 0.1); // too long ago
    QVERIFY(read().topics.first().recallAWeekAgo < 0);
    record(today - 12, 0.7);
    QCOMPARE(read().topics.first().recallAWeekAgo, 0.7);
    record(today - 7, 0.6);
    record(today - 6, 0.5); // not a week
    QCOMPARE(read().topics.first().recallAWeekAgo, 0.6);
    QVERIFY(read().topics.at(1).recallAWeekAgo < 0);
    // That of another level is not of the same questions.
    VERIFY_OK(execute(database(), u"UPDATE readiness SET level = 'another'"_s));
    QVERIFY(read().topics.first().recallAWeekAgo < 0);
}

void TestPlanSource::tasks_keptComeBack()
{
    PlanTask topic;
    topic.topic = m_fixture->topic(u"views"_s);
    topic.title = u"Views"_s;
    topic.tiers = {Tier::Basic, Tier::Scenario};
    topic.count = 4;
    topic.left = 9;
    PlanTask mock;
    mock.kind = PlanTask::Kind::MockInterview;
    mock.count = 1;
    mock.day = weekOf(today) + 5;
    mock.ticked = false;
    PlanTask reviews;
    reviews.kind = PlanTask::Kind::Reviews;
    reviews.ticked = true;
    VERIFY_OK(keepTasks(database(), weekOf(today), {topic, mock, reviews}));
    const QList<PlanTask> found = read().tasks;
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).kind, PlanTask::Kind::Topic);
    QCOMPARE(found.at(0).topic, topic.topic);
    QCOMPARE(found.at(0).title, topic.title);
    QCOMPARE(found.at(0).tiers, topic.tiers);
    QCOMPARE(found.at(0).count, 4);
    QCOMPARE(found.at(0).left, 9);
    QVERIFY(!found.at(0).ticked);
    QCOMPARE(found.at(1).kind, PlanTask::Kind::MockInterview);
    QCOMPARE(found.at(1).day, mock.day);
    QCOMPARE(found.at(1).ticked, std::optional(false));
    QCOMPARE(found.at(1).topic, 0);
    QCOMPARE(found.at(2).ticked, std::optional(true));
}

void TestPlanSource::tasks_damagedAreLeftOut()
{
    PlanTask task;
    task.tiers = {Tier::Scenario};
    VERIFY_OK(keepTasks(database(), weekOf(today), {task, task, task, task, task}));
    for (const QString &damage :
         {u"kind = 9 WHERE position = 0"_s, u"tiers = '9' WHERE position = 1"_s,
          u"count = -5 WHERE position = 2"_s, u"remaining = -1 WHERE position = 3"_s})
        VERIFY_OK(execute(database(), u"UPDATE plan_task SET "_s + damage));
    QCOMPARE(read().tasks.size(), 1);
}

void TestPlanSource::tasks_keptReplaceThoseOfTheirWeekOnly()
{
    const PlanTask task;
    VERIFY_OK(keepTasks(database(), weekOf(today), {task, task, task}));
    VERIFY_OK(keepTasks(database(), weekOf(today) + 7, {task, task}));
    VERIFY_OK(keepTasks(database(), weekOf(today), {task}));
    QCOMPARE(read().tasks.size(), 1);
    QCOMPARE(read(today + 7).tasks.size(), 2);
    VERIFY_OK(keepTasks(database(), weekOf(today), {}));
    QVERIFY(read().tasks.isEmpty());
}

void TestPlanSource::interviews_finishedInFourWeeksCount()
{
    const auto finish = [this](const QString &uid, QVariant finished, QVariant deleted = {}) {
        VERIFY_OK(execute(database(),
                          u"INSERT INTO interview VALUES (?, 'Mid', 0, 0, 1, 1, 1, ?, ?)"_s,
                          {uid, std::move(finished), std::move(deleted)}));
    };
    const int monday = weekOf(today);
    finish(u"long ago"_s, timeOn(today) - 29 * millisecondsPerDay);
    finish(u"monday"_s, timeOn(monday));
    finish(u"today"_s, timeOn(today));
    finish(u"running"_s, {});
    finish(u"deleted"_s, timeOn(today), 1);
    QCOMPARE(read().interviews, (QList<int>{monday, today}));
}

void TestPlanSource::interviews_acrossTheClockChange_data()
{
    QTest::addColumn<QDateTime>("finished"); // in UTC
    QTest::addColumn<int>("studyDay");       // of October
    const auto row = [](const char *name, int day, const QTime &time, int studyDay) {
        QTest::newRow(name) << QDateTime({2026, 10, day}, time, Qt::UTC) << studyDay;
    };
    // On Sunday, 25 October, the clocks of Berlin went back from 3 to 2; the study day begins at 4.
    row("Sunday, 23:30", 25, {22, 30}, 25);
    row("Monday, 03:59", 26, {2, 59}, 25);
    row("Monday, 04:00", 26, {3, 0}, 26);
}

void TestPlanSource::interviews_acrossTheClockChange()
{
    QFETCH(const QDateTime, finished);
    QFETCH(const int, studyDay);
    if (!QTimeZone::isTimeZoneIdAvailable("Europe/Berlin"))
        QSKIP("no data on time zones here");
    const Journey journey("Europe/Berlin");
    VERIFY_OK(execute(database(),
                      u"INSERT INTO interview VALUES ('a', '', 0, 0, 1, 1, 1, ?, NULL)"_s,
                      {finished.toMSecsSinceEpoch()}));
    const auto found = read(int(QDate(2026, 10, 28).toJulianDay())).interviews;
    QCOMPARE(found, QList<int>{int(QDate(2026, 10, studyDay).toJulianDay())});
}

void TestPlanSource::drills_openUntilTheyGoWell()
{
    QCOMPARE(read().openDrills, 0);
    VERIFY_OK(execute(database(), u"UPDATE question SET kind = 'drill'"
                                  " WHERE key IN ('sample/q2', 'sample/q3', 'sample/q5')"_s));
    QCOMPARE(read().openDrills, 3);
    QCOMPARE(int(read().questions.size()), 2); // no drill is studied for the level
    log(u"q2"_s, Rating::Hard, today);
    QCOMPARE(read().openDrills, 3);
    log(u"q2"_s, Rating::Good, today);
    QCOMPARE(read().openDrills, 2);
    log(u"q5"_s, Rating::Good, today);
    const auto questions = read().questions;
    const auto drill = std::find_if(questions.begin(), questions.end(),
                                    [this](const auto &one) { return one.id == id(u"q5"_s); });
    QCOMPARE(drill->weight, sideWeight);
}

void TestPlanSource::unknownLevel_hasNoQuestions()
{
    m_goal.level = u"sample/none"_s;
    QVERIFY(read().questions.empty());
    log(u"q1"_s, Rating::Good, today);
    QCOMPARE(int(read().questions.size()), 1);
    QCOMPARE(read().questions.front().weight, sideWeight);
}

void TestPlanSource::tableDropped_isAnError()
{
    VERIFY_OK(execute(database(), u"DROP TABLE plan_task"_s));
    QVERIFY(!readPlanSource(database(), m_goal, m_fixture->scheduler().rules(), today).ok());
    QVERIFY(!keepTasks(database(), weekOf(today), {}).ok());
    VERIFY_OK(execute(database(), u"PRAGMA foreign_keys = OFF"_s));
    VERIFY_OK(execute(database(), u"DROP TABLE review"_s));
    QVERIFY(!readHabits(database()).ok());
}

QTEST_GUILESS_MAIN(TestPlanSource)
#include "tst_plansource.moc"
