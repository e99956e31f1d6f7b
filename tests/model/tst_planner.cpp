// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/planner.h"

#include "model/collection/sql.h"
#include "model/plan/forecast.h"
#include "model/practice/practicestore.h"
#include "tests/support/journey.h"
#include "tests/support/modelfixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int longEnough = 20'000; // milliseconds, for a worker on a slow machine
constexpr int deckSize = 70;

// The sample, and more questions of the level on its topics in turn.
Deck largeDeck()
{
    Deck deck = sampleDeck();
    for (int number = 7; number <= deckSize; ++number) {
        Question question = deck.questions.constFirst();
        question.key = u"q%1"_s.arg(number);
        question.number = number;
        question.title = question.key;
        question.topics = {deck.topics.at(number % deck.topics.size()).key};
        deck.questions.append(question);
    }
    return deck;
}

constexpr int ofTheLevel = deckSize - 3; // the others are of harder tiers

} // namespace

class TestPlanner : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void outlook_appears();
    void outlook_toADate_data();
    void outlook_toADate();
    void outlook_interviewToday_isOver();
    void outlook_pastDate_isNone();
    void outlook_withoutMinutes_promisesNothing();
    void outlook_knowsNoClockChange();
    void grade_leadsToAnother();
    void goal_otherDate_isForgottenAtOnce();
    void goal_changedTwice_theFirstIsNeverShown();
    void goal_laysTheWeekOutAnew();
    void goal_thenMoreNewOnes_keepsToTheNewWeek();
    void preview_changesNothing();
    void preview_lastOneCounts();
    void tick_isKept();
    void tick_whileWorking_isKept();
    void tick_outside_isIgnored();
    void readiness_isRecordedOnceADay();
    void readiness_pastDaysStayAsTheyWere();
    void readiness_beforeThereIsAny_isNotRecorded();
    void collectionGone_isReported();
    void tableDropped_isReportedAndTriedAgain();
    void destroyed_whileItWorks();

private:
    const Database &database() const { return m_fixture->database(); }

    void start();
    void stop();
    void waitForChange();
    void refresh();
    Goal goalIn(int days, int minutes = 20) const;
    void log(int number, int day, Rating rating = Rating::Good);
    // Everything that a preview must leave as it is.
    QString contents() const;

    std::unique_ptr<CollectionFixture> m_fixture;
    std::unique_ptr<PracticeStore> m_practice;
    std::unique_ptr<Planner> m_planner;
    int m_today = 0;
    int m_reviews = 0;
};

void TestPlanner::init()
{
    m_fixture = std::make_unique<CollectionFixture>(largeDeck());
    VERIFY_OK(execute(database(), u"PRAGMA synchronous = OFF"_s));
    // Drills, of which there is something to do in every week.
    VERIFY_OK(execute(database(), u"UPDATE question SET kind = 'drill' WHERE tier > 0"_s));
    m_today = Moment::now().day;
    m_fixture->guide().setGoal({u"sample/fresher"_s, {}, 20});
    VERIFY_OK(m_fixture->collection().writes().flush());
}

void TestPlanner::cleanup()
{
    stop();
    m_fixture.reset();
}

void TestPlanner::start()
{
    m_practice = std::make_unique<PracticeStore>(m_fixture->collection(), m_fixture->scheduler());
    m_planner = std::make_unique<Planner>(m_fixture->collection(), m_fixture->guide(),
                                          m_fixture->scheduler(), *m_practice);
}

void TestPlanner::stop()
{
    m_planner.reset();
    m_practice.reset();
}

void TestPlanner::waitForChange()
{
    QSignalSpy changed(m_planner.get(), &Planner::changed);
    QVERIFY(changed.wait(longEnough));
    VERIFY_OK(m_fixture->collection().writes().flush());
}

void TestPlanner::refresh()
{
    m_planner->refresh();
    waitForChange();
}

Goal TestPlanner::goalIn(int days, int minutes) const
{
    return {u"sample/fresher"_s, QDate::fromJulianDay(m_today + days), minutes};
}

void TestPlanner::log(int number, int day, Rating rating)
{
    Review review;
    review.uid = u"review-%1"_s.arg(++m_reviews);
    review.question = m_fixture->question(u"q%1"_s.arg(number));
    review.rating = rating;
    review.duration = 60'000;
    review.created =
        QDateTime(QDate::fromJulianDay(day), {10, 0}, Qt::UTC).toMSecsSinceEpoch() + m_reviews;
    review.day = day;
    review.wait = minutesPerDay;
    VERIFY_OK(logReview(database(), review, m_fixture->scheduler().rules()));
}

QString TestPlanner::contents() const
{
    QStringList lines;
    for (const QString &sql :
         {u"SELECT key || value FROM setting ORDER BY key"_s,
          u"SELECT week || kind || count || day || coalesce(ticked, '') FROM plan_task"
          " ORDER BY week, position"_s,
          u"SELECT day || level || ready FROM readiness ORDER BY day"_s,
          u"SELECT day || topic_id || recall FROM topic_readiness ORDER BY day, topic_id"_s,
          u"SELECT count(*) || max(stability) FROM memory"_s}) {
        const auto rows = readRows(database(), sql, {},
                                   [](const QSqlQuery &row) { return row.value(0).toString(); });
        lines.append(rows.valueOr({u"error"_s}).join(u'|'));
    }
    return lines.join(u'\n');
}

void TestPlanner::outlook_appears()
{
    start();
    QCOMPARE(m_planner->outlook().today, 0);
    waitForChange();
    const Outlook &outlook = m_planner->outlook();
    QCOMPARE(outlook.today, m_today);
    QCOMPARE(outlook.end, m_today + daysWithoutDate);
    QVERIFY(!outlook.isDated());
    QVERIFY(!m_fixture->scheduler().isDated(Moment::now()));
    QCOMPARE(outlook.goal, m_fixture->guide().goal());
    QCOMPARE(outlook.questions, ofTheLevel);
    QCOMPARE(outlook.seen, 0);
    QCOMPARE(outlook.ready, 0.0);
    QCOMPARE(outlook.topics.size(), 3);
    QCOMPARE(outlook.days.size(), daysWithoutDate + 1);
    QVERIFY(outlook.days.last().followed > 0.5);
    QCOMPARE(outlook.days.last().stopped, 0.0);
    QVERIFY(!outlook.plan.weeks.first().tasks.isEmpty());
    QVERIFY(outlook.plan.dropped.isEmpty());
}

void TestPlanner::outlook_toADate_data()
{
    QTest::addColumn<int>("days");
    QTest::newRow("tomorrow") << 1;
    QTest::newRow("2 days") << 2;
    QTest::newRow("17 days") << 17;
    QTest::newRow("400 days") << 400;
}

void TestPlanner::outlook_toADate()
{
    QFETCH(const int, days);
    log(1, m_today - 3);
    log(2, m_today - 8);
    log(5, m_today - 40);
    m_fixture->guide().setGoal(goalIn(days));
    start();
    waitForChange();
    const Outlook &outlook = m_planner->outlook();
    QVERIFY(outlook.isDated());
    QCOMPARE(outlook.end, m_today + days);
    QCOMPARE(outlook.seen, 2); // and one of a harder tier
    QVERIFY(outlook.ready > 0 && outlook.ready < 2.0 / ofTheLevel);
    QCOMPARE(outlook.days.size(), days + 1);
    for (int i = 0; i <= days; ++i) {
        const ForecastDay &day = outlook.days.at(i);
        QCOMPARE(day.day, m_today + i);
        QVERIFY(day.low <= day.followed + 1e-9 && day.followed <= day.high + 1e-9);
        QVERIFY(day.stopped <= (i > 0 ? outlook.days.at(i - 1).stopped : outlook.ready) + 1e-9);
        // By the plan, each day's minutes are kept to, but for the end of the last answer.
        QVERIFY(day.minutes <= 20 + 4);
    }
    QCOMPARE(outlook.days.first().followed, outlook.ready);
    QVERIFY(outlook.days.last().followed > outlook.days.last().stopped);
    QVERIFY(outlook.plan.dated);
    QVERIFY(outlook.plan.weeks.last().lastDays);
    // And practice goes by it.
    const Moment now = Moment::now();
    QVERIFY(m_fixture->scheduler().isDated(now));
    const auto due = m_fixture->scheduler().due(now);
    VERIFY_OK(due);
    QVERIFY(!due.value().questions.isEmpty());
    if (days > 1)
        QVERIFY(due.value().week[1] > 0);
    QVERIFY(days > 6 || due.value().week[6] == 0);
}

void TestPlanner::outlook_interviewToday_isOver()
{
    log(1, m_today - 3);
    m_fixture->guide().setGoal(goalIn(0));
    start();
    waitForChange();
    const Outlook &outlook = m_planner->outlook();
    QVERIFY(outlook.isDated());
    QCOMPARE(outlook.end, m_today);
    QCOMPARE(outlook.days.size(), 1);
    QVERIFY(outlook.ready > 0);
    QCOMPARE(outlook.days.first().followed, outlook.ready);
    QCOMPARE(outlook.days.first().high, outlook.ready);
    QVERIFY(outlook.plan.weeks.isEmpty());
    QVERIFY(!m_fixture->scheduler().isDated(Moment::now()));
    m_planner->tick(0, true); // of no task
    VERIFY_OK(m_fixture->scheduler().due(Moment::now()));
}

void TestPlanner::outlook_pastDate_isNone()
{
    log(1, m_today - 3);
    m_fixture->guide().setGoal(goalIn(-1));
    start();
    waitForChange();
    const Outlook &outlook = m_planner->outlook();
    QVERIFY(!outlook.isDated());
    QVERIFY(!outlook.plan.dated);
    QCOMPARE(outlook.end, m_today + daysWithoutDate);
    QVERIFY(!m_fixture->scheduler().isDated(Moment::now()));
    QCOMPARE(readText(database(), u"SELECT count(*) FROM readiness WHERE followed IS NULL"
                                  " AND stopped IS NULL"_s),
             u"1"_s);
}

void TestPlanner::outlook_withoutMinutes_promisesNothing()
{
    log(1, m_today - 3);
    Goal goal = goalIn(12);
    goal.weekdays.fill(0);
    m_fixture->guide().setGoal(goal);
    start();
    waitForChange();
    const Outlook &outlook = m_planner->outlook();
    for (const ForecastDay &day : outlook.days) {
        QVERIFY(std::abs(day.followed - day.stopped) < 1e-9);
        QCOMPARE(day.minutes, 0.0);
        QCOMPARE(day.fresh + day.reviews, 0.0);
    }
    int dropped = 0;
    for (const DroppedTopic &topic : outlook.plan.dropped)
        dropped += topic.count;
    QCOMPARE(dropped, ofTheLevel - 1);
    QVERIFY(outlook.plan.minutesShort > 0);
    QVERIFY(m_fixture->scheduler().due(Moment::now()).value().questions.isEmpty());
}

// A plan has days, not hours: the same comes of it wherever the learner is.
void TestPlanner::outlook_knowsNoClockChange()
{
    if (!QTimeZone::isTimeZoneIdAvailable("Europe/Berlin"))
        QSKIP("no data on time zones here");
    const QDate before(2026, 10, 20); // clocks go back on the 25th
    const auto forecast = [&](const QByteArray &zone) {
        const Journey journey(zone);
        Goal goal;
        goal.level = u"sample/fresher"_s;
        goal.interview = {2026, 11, 2};
        goal.daysOff = {QDate(2026, 10, 25)};
        const auto &rules = m_fixture->scheduler().rules();
        const int today = int(before.toJulianDay());
        LadderCache cache;
        return makeForecast(readPlanSource(database(), goal, rules, today).valueOr({}), goal, rules,
                            rules.model, {}, today, cache, {});
    };
    const auto there = forecast("Europe/Berlin");
    const auto here = forecast("UTC");
    const QList<ForecastDay> &days = there->outlook.days;
    QCOMPARE(days.size(), 14);
    for (int i = 0; i < days.size(); ++i) {
        QCOMPARE(QDate::fromJulianDay(days.at(i).day), before.addDays(i));
        QCOMPARE(days.at(i).minutes, here->outlook.days.at(i).minutes);
        QCOMPARE(days.at(i).minutes > 0, i != 5 && i != 13);
    }
    QCOMPARE(days.last().followed, here->outlook.days.last().followed);
}

void TestPlanner::grade_leadsToAnother()
{
    start();
    waitForChange();
    m_practice->startSession({{}, {}, AnswerMode::Type, {}, 0, {}, {}, {}});
    Review review;
    review.uid = u"a"_s;
    review.question = m_fixture->question(u"q1"_s);
    review.created = Moment::now().time;
    review.day = m_today;
    review.duration = 60'000;
    m_practice->addReview(review);
    waitForChange();
    QCOMPARE(m_planner->outlook().seen, 1);
    QVERIFY(m_planner->outlook().ready > 0);
}

void TestPlanner::goal_otherDate_isForgottenAtOnce()
{
    m_fixture->guide().setGoal(goalIn(20));
    start();
    waitForChange();
    QVERIFY(m_fixture->scheduler().isDated(Moment::now()));
    m_fixture->guide().setGoal(goalIn(30));
    QVERIFY(!m_fixture->scheduler().isDated(Moment::now())); // by no plan rather than the old one
    waitForChange();
    QVERIFY(m_fixture->scheduler().isDated(Moment::now()));
    QCOMPARE(m_planner->outlook().end, m_today + 30);
    m_fixture->guide().setGoal({u"sample/fresher"_s, {}, 20});
    waitForChange();
    QVERIFY(!m_fixture->scheduler().isDated(Moment::now()));
}

void TestPlanner::goal_changedTwice_theFirstIsNeverShown()
{
    start();
    waitForChange();
    m_fixture->guide().setGoal(goalIn(20));
    m_fixture->guide().setGoal(goalIn(30)); // while the worker is at the other
    waitForChange();
    QCOMPARE(m_planner->outlook().end, m_today + 30);
}

void TestPlanner::goal_laysTheWeekOutAnew()
{
    m_fixture->guide().setGoal(goalIn(60, 10));
    start();
    waitForChange();
    const auto tasks = [this] {
        return readText(database(), u"SELECT coalesce(sum(count), 0) FROM plan_task"
                                    " WHERE kind = 0"_s)
            .toInt();
    };
    const int before = tasks();
    QVERIFY(before > 0);
    m_planner->tick(0, true);
    refresh(); // the goal is the same, and so is the week
    QCOMPARE(tasks(), before);
    QVERIFY(m_planner->outlook().plan.weeks.first().tasks.first().ticked.value_or(false));

    m_fixture->guide().setGoal(goalIn(60, 60));
    waitForChange();
    QVERIFY(tasks() > before);
    QVERIFY(!m_planner->outlook().plan.weeks.first().tasks.first().ticked);
    QCOMPARE(readText(database(), u"SELECT count(*) FROM plan_task WHERE ticked = 1"_s), u"0"_s);
    const int after = tasks();
    refresh();
    QCOMPARE(tasks(), after);

    m_fixture->guide().setGoal(goalIn(60, 10)); // as undoing does
    waitForChange();
    QVERIFY(m_planner->outlook().plan.weeks.first().tasks.first().ticked.value_or(false));
}

// Settings may change both at once, so that a second outlook begins before the first one's tasks
// are on disk.
void TestPlanner::goal_thenMoreNewOnes_keepsToTheNewWeek()
{
    m_fixture->guide().setGoal(goalIn(60, 10));
    start();
    waitForChange();
    QSignalSpy changed(m_planner.get(), &Planner::changed);
    m_fixture->guide().setGoal(goalIn(60, 60));
    SchedulePlan plan = m_fixture->scheduler().plan();
    plan.newPerDay = 30;
    m_fixture->scheduler().setPlan(plan);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, longEnough);
    VERIFY_OK(m_fixture->collection().writes().flush());
    int shown = 0;
    for (const PlanTask &task : m_planner->outlook().plan.weeks.first().tasks)
        shown += task.count;
    QCOMPARE(readText(database(), u"SELECT sum(count) FROM plan_task"_s).toInt(), shown);
}

void TestPlanner::preview_changesNothing()
{
    log(1, m_today - 3);
    start();
    waitForChange();
    m_planner->tick(0, true);
    VERIFY_OK(m_fixture->collection().writes().flush());
    const QString before = contents();
    const int end = m_planner->outlook().end;
    QSignalSpy changed(m_planner.get(), &Planner::changed);
    QSignalSpy previewed(m_planner.get(), &Planner::previewed);
    m_planner->preview(goalIn(9, 60));
    QVERIFY(previewed.wait(longEnough));
    const auto outlook = previewed.first().first().value<Outlook>();
    QCOMPARE(outlook.goal, goalIn(9, 60));
    QVERIFY(outlook.isDated());
    QVERIFY(!outlook.plan.weeks.first().tasks.first().ticked); // of a week of its own
    VERIFY_OK(m_fixture->collection().writes().flush());
    QCOMPARE(contents(), before);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_planner->outlook().end, end);
    QVERIFY(!m_fixture->scheduler().isDated(Moment::now()));
    QVERIFY(!m_fixture->guide().goal().interview.isValid());
}

void TestPlanner::preview_lastOneCounts()
{
    start();
    QSignalSpy previewed(m_planner.get(), &Planner::previewed);
    for (const int days : {5, 6, 7, 8})
        m_planner->preview(goalIn(days));
    QVERIFY(previewed.wait(longEnough));
    QCOMPARE(previewed.size(), 1);
    QCOMPARE(previewed.first().first().value<Outlook>().end, m_today + 8);
    waitForChange(); // what was wanted anyway comes too
    QCOMPARE(previewed.size(), 1);
    QVERIFY(!m_planner->outlook().isDated());
}

void TestPlanner::tick_isKept()
{
    start();
    waitForChange();
    QSignalSpy changed(m_planner.get(), &Planner::changed);
    QVERIFY(m_planner->outlook().plan.weeks.first().tasks.size() >= 2);
    m_planner->tick(0, true);
    m_planner->tick(1, false);
    QCOMPARE(changed.size(), 2);
    QVERIFY(m_planner->outlook().plan.weeks.first().tasks.first().isDone());
    const auto tasks = m_planner->outlook().plan.weeks.first().tasks;
    VERIFY_OK(m_fixture->collection().writes().flush());

    stop();
    m_fixture->reopen();
    start();
    waitForChange();
    const auto found = m_planner->outlook().plan.weeks.first().tasks;
    QCOMPARE(found.size(), tasks.size());
    QCOMPARE(found.at(0).ticked, std::optional(true));
    QCOMPARE(found.at(1).ticked, std::optional(false));
    QCOMPARE(found.at(0).count, tasks.at(0).count);

    m_planner->tick(0, {}); // back to what practice says
    refresh();
    QVERIFY(!m_planner->outlook().plan.weeks.first().tasks.first().ticked);
}

void TestPlanner::tick_whileWorking_isKept()
{
    start();
    waitForChange();
    for (int round = 0; round < 3; ++round) {
        const bool ticked = round % 2 == 0;
        m_planner->refresh(); // reads the tasks as they are now
        QTest::qSleep(50);
        m_planner->tick(0, ticked);
        waitForChange();
        QCOMPARE(m_planner->outlook().plan.weeks.first().tasks.first().ticked,
                 std::optional(ticked));
    }
    m_planner->tick(1, true); // keeps them all
    VERIFY_OK(m_fixture->collection().writes().flush());
    QCOMPARE(readText(database(), u"SELECT ticked FROM plan_task WHERE position = 0"_s), u"1"_s);
}

void TestPlanner::tick_outside_isIgnored()
{
    start();
    m_planner->tick(0, true); // nothing is known yet
    waitForChange();
    const QString before = contents();
    QSignalSpy changed(m_planner.get(), &Planner::changed);
    m_planner->tick(-1, true);
    m_planner->tick(m_planner->outlook().plan.weeks.first().tasks.size(), true);
    VERIFY_OK(m_fixture->collection().writes().flush());
    QCOMPARE(changed.size(), 0);
    QCOMPARE(contents(), before);
}

void TestPlanner::readiness_isRecordedOnceADay()
{
    m_fixture->guide().setGoal(goalIn(20));
    log(1, m_today - 3);
    start();
    waitForChange();
    const double first = readText(database(), u"SELECT ready FROM readiness"_s).toDouble();
    QCOMPARE(first, m_planner->outlook().ready);
    log(5, m_today);
    log(6, m_today);
    refresh();
    QCOMPARE(readText(database(), u"SELECT count(*) FROM readiness"_s), u"1"_s);
    QCOMPARE(readText(database(), u"SELECT day FROM readiness"_s).toInt(), m_today);
    QCOMPARE(readText(database(), u"SELECT level FROM readiness"_s), u"sample/fresher"_s);
    QVERIFY(readText(database(), u"SELECT ready FROM readiness"_s).toDouble() > 2 * first);
    const ForecastDay &last = m_planner->outlook().days.last();
    QCOMPARE(readText(database(), u"SELECT followed FROM readiness"_s).toDouble(), last.followed);
    QCOMPARE(readText(database(), u"SELECT stopped FROM readiness"_s).toDouble(), last.stopped);
    QCOMPARE(readText(database(), u"SELECT count(*) FROM topic_readiness"_s), u"3"_s);
}

void TestPlanner::readiness_pastDaysStayAsTheyWere()
{
    log(1, m_today - 9);
    VERIFY_OK(execute(database(),
                      u"INSERT INTO readiness VALUES (?, 'sample/mid', 0.25, 0.5, NULL)"_s,
                      {m_today - 1}));
    VERIFY_OK(execute(database(), u"INSERT INTO topic_readiness VALUES (?, ?, 0.125)"_s,
                      {m_today - 1, m_fixture->topic(u"orm"_s)}));
    const QString past = u"SELECT day || level || ready || followed || coalesce(stopped, '-')"
                         " || (SELECT sum(recall) FROM topic_readiness AS topic"
                         " WHERE topic.day = readiness.day) FROM readiness ORDER BY day LIMIT 1"_s;
    const QString before = readText(database(), past);
    QVERIFY(before.endsWith(u"0.125"_s));
    start();
    waitForChange();
    log(5, m_today - 1); // brought in later, from another computer say
    m_fixture->guide().setGoal(goalIn(14));
    waitForChange();
    refresh();
    QCOMPARE(readText(database(), past), before);
    QCOMPARE(readText(database(), u"SELECT count(*) FROM readiness"_s), u"2"_s);
}

void TestPlanner::readiness_beforeThereIsAny_isNotRecorded()
{
    start();
    waitForChange();
    QCOMPARE(readText(database(), u"SELECT count(*) FROM readiness"_s), u"0"_s);
}

void TestPlanner::collectionGone_isReported()
{
    start();
    waitForChange();
    QSignalSpy failed(m_planner.get(), &Planner::failed);
    QVERIFY(QFile::rename(m_fixture->collection().path(), m_fixture->file(u"elsewhere"_s)));
    m_planner->refresh();
    QVERIFY(failed.wait(longEnough));
    QVERIFY(!failed.first().first().value<Error>().message.isEmpty());
    QCOMPARE(m_planner->outlook().today, m_today); // what was known stays
    QVERIFY(QFile::rename(m_fixture->file(u"elsewhere"_s), m_fixture->collection().path()));
    refresh();
    QCOMPARE(failed.size(), 1);
}

void TestPlanner::tableDropped_isReportedAndTriedAgain()
{
    VERIFY_OK(execute(database(), u"ALTER TABLE plan_task RENAME TO plan_task_elsewhere"_s));
    start();
    QSignalSpy failed(m_planner.get(), &Planner::failed);
    QVERIFY(failed.wait(longEnough));
    m_planner->refresh();
    QVERIFY(failed.wait(longEnough));
    QCOMPARE(failed.size(), 2);
    QCOMPARE(m_planner->outlook().today, 0);
    VERIFY_OK(execute(database(), u"ALTER TABLE plan_task_elsewhere RENAME TO plan_task"_s));
    refresh();
    QCOMPARE(m_planner->outlook().today, m_today);
}

void TestPlanner::destroyed_whileItWorks()
{
    m_fixture->guide().setGoal(goalIn(40, 60));
    for (const int milliseconds : {0, 1, 5, 20, 60}) {
        start();
        m_planner->refresh();
        m_planner->preview(goalIn(30));
        QTest::qSleep(milliseconds);
        stop();
    }
    QCoreApplication::processEvents();
    start(); // and nothing was broken by it
    waitForChange();
    QVERIFY(m_planner->outlook().isDated());
}

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
