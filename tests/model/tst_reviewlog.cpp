// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/reviewlog.h"

#include "model/collection/sql.h"
#include "model/practice/practicestore.h"
#include "model/questions/questionstore.h"
#include "tests/support/modelfixture.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

constexpr int today = 2461000; // a Julian day number
constexpr qint64 millisecondsPerDay = 86'400'000;
constexpr qint64 millisecondsPerMinute = 60'000;

constexpr QStringView rulesKey = u"schedule/memoryBy";

// Ten in the morning, in UTC and wherever the learner is.
Moment momentOn(int day)
{
    const qint64 midnight = QDateTime(QDate::fromJulianDay(day), {}, Qt::UTC).toMSecsSinceEpoch();
    return {midnight + 10 * 60 * millisecondsPerMinute, day};
}

MemoryRules rulesFor(const QString &model, const QList<double> &weights = {})
{
    return {makeMemoryModel(model, weights), {}};
}

MemoryRules defaultRules()
{
    return rulesFor(u"fsrs6"_s);
}

QList<double> otherWeights()
{
    QList<double> weights = defaultRules().model->weights();
    for (double &weight : weights)
        weight *= 1.1;
    return weights;
}

// All of the cache, to the last bit.
QStringList cacheOf(const Database &database)
{
    QStringList cache;
    for (const QString &sql :
         {u"SELECT question_id, quote(stability), quote(fast), quote(difficulty), phase, step,"
          " reviews, lapses, rating, first_day, last_day, last_time, due_day, due_time"
          " FROM memory ORDER BY question_id"_s,
          u"SELECT key_point_id, question_id, run FROM missed_point ORDER BY key_point_id"_s}) {
        const auto rows = readRows(database, sql, {}, [](const QSqlQuery &row) {
            QStringList values;
            for (int i = 0; row.value(i).isValid(); ++i)
                values.append(row.value(i).toString());
            return values.join(u'|');
        });
        cache += rows.ok() ? rows.value() : QStringList{rows.error().detail};
    }
    return cache;
}

// What the log adds up to, computed the slow and plain way: from a list of the reviews that count.
struct Expected
{
    QHash<QuestionId, QuestionMemory> memories;
    QHash<qint64, int> runs; // by key point missed

    void add(const Review &review, const MemoryRules &rules)
    {
        const bool first = !memories.contains(review.question);
        QuestionMemory &known = memories[review.question];
        double days = 0;
        if (!first && rules.model->countsWholeDays())
            days = qMax(0, review.day - known.lastDay);
        else if (!first)
            days = double(qMax<qint64>(0, review.created - known.lastTime)) / 86'400'000.0;
        int wait = review.wait;
        if (wait == 0) {
            wait = outcomes(*rules.model, rules.spacing, known.memory, days,
                            quint64(review.question))[size_t(review.rating) - 1]
                       .wait;
        }
        MemoryState &state = known.memory.state;
        state = first ? rules.model->first(review.rating)
                      : rules.model->next(state, days, review.rating);
        LearningPhase &phase = known.memory.phase;
        known.memory.lapses += phase == LearningPhase::Review && review.rating == Rating::Again;
        const bool steps = wait < 24 * 60;
        if (!steps || review.rating == Rating::Again)
            known.memory.step = 0;
        else
            known.memory.step += review.rating == Rating::Good;
        if (!steps)
            phase = LearningPhase::Review;
        else if (phase == LearningPhase::New || phase == LearningPhase::Learning)
            phase = LearningPhase::Learning;
        else
            phase = LearningPhase::Relearning;
        ++known.memory.reviews;
        known.rating = review.rating;
        if (first)
            known.firstDay = review.day;
        known.lastDay = review.day;
        known.lastTime = review.created;
        known.dueDay = steps ? review.day : review.day + wait / (24 * 60);
        known.dueTime = steps ? review.created + wait * millisecondsPerMinute : 0;
        for (const PointResult &point : review.points) {
            if (point.met)
                runs.remove(point.keyPoint);
            else
                ++runs[point.keyPoint];
        }
    }
};

// A learner who grades, takes back, sets the clock and travels, all at random.
class Wanderer final
{
public:
    Wanderer(CollectionFixture &fixture, quint32 seed)
        : m_practice(fixture.collection(), fixture.scheduler())
        , m_random(seed)
    {
        for (int number = 1; number <= 4; ++number) {
            const QuestionId question = fixture.question(u"q%1"_s.arg(number));
            const auto points =
                readRows(fixture.database(), u"SELECT id FROM key_point WHERE question_id = ?"_s,
                         {question}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); })
                    .valueOr({});
            m_points.append({question, points});
        }
    }

    void step()
    {
        letTimePass();
        switch (below(10)) {
        case 0:
        case 1: undo(); break;
        case 2: redo(); break;
        default: grade();
        }
    }

    // Reviews that count, in the order they were first made.
    const QList<Review> &log() const { return m_done; }

    // As it should be on disk, by position.
    const SessionRecord &session() const { return m_session; }

private:
    int below(int end) { return int(m_random.bounded(end)); }

    void letTimePass()
    {
        constexpr qint64 hour = 60 * millisecondsPerMinute;
        switch (below(12)) {
        case 0: m_time += below(20) * 365 * millisecondsPerDay / 10; break; // long away
        case 1: m_time -= below(3 * 24) * hour; break;                      // the clock is set back
        case 2: m_time -= below(400) * millisecondsPerDay; break;           // or was far ahead
        case 3: m_travel = below(3) - 1; break; // another calendar day at the same moment
        case 4:
        case 5:
        case 6: m_time += below(9 * 24) * hour; break;
        default: m_time += below(40) * millisecondsPerMinute;
        }
    }

    int wait(Rating rating)
    {
        const int draw = below(8);
        if (draw < 2)
            return 0; // from before there were waits
        if (rating == Rating::Again || draw == 2)
            return 1 + below(30);
        return draw == 3 ? 36500 * minutesPerDay : (1 + below(200)) * minutesPerDay;
    }

    void startSession()
    {
        m_session = {
            u"session-%1"_s.arg(++m_sessions), u"Test"_s, AnswerMode::Type, {}, 0, {}, {}, {}};
        for (int count = 1 + below(3); count > 0; --count)
            m_session.questions.append(m_points.at(below(int(m_points.size()))).first);
        m_practice.startSession(m_session);
    }

    void grade()
    {
        if (m_session.position >= m_session.questions.size())
            startSession();
        Review review;
        review.uid = u"review-%1"_s.arg(++m_reviews);
        review.session = m_session.uid;
        review.position = m_session.position;
        review.question = m_session.questions.at(review.position);
        review.rating = Rating(1 + below(4));
        review.duration = below(100'000);
        review.created = m_time;
        review.day = studyDay(m_time, QTimeZone::utc()) + m_travel;
        review.wait = wait(review.rating);
        const int answered = below(4); // at times without points, at times with some of them
        for (const auto &[question, points] : std::as_const(m_points)) {
            for (qsizetype i = 0; question == review.question && i < points.size(); ++i) {
                if (answered >= 2 || answered == i)
                    review.points.append({points.at(i), below(3) == 0});
            }
        }
        m_practice.addReview(review);
        took(review);
        m_undone.clear();
    }

    void took(const Review &review)
    {
        m_done.append(review);
        m_session.position = review.position + 1;
        if (review.comesBack())
            m_session.questions.append(review.question);
    }

    // Within the sitting, as the learner can.
    void undo()
    {
        if (m_done.isEmpty() || m_done.constLast().session != m_session.uid)
            return;
        const Review review = m_done.takeLast();
        m_practice.retractReview(review);
        if (review.comesBack())
            m_session.questions.removeLast();
        m_session.position = review.position;
        m_undone.append(review);
    }

    void redo()
    {
        if (m_undone.isEmpty() || m_undone.constLast().session != m_session.uid)
            return;
        const Review review = m_undone.takeLast();
        m_practice.restoreReview(review);
        took(review);
    }

    PracticeStore m_practice;
    QRandomGenerator m_random;
    QList<std::pair<QuestionId, QList<qint64>>> m_points;
    qint64 m_time = momentOn(today).time;
    int m_travel = 0;
    SessionRecord m_session;
    int m_sessions = 0;
    int m_reviews = 0;
    QList<Review> m_done;
    QList<Review> m_undone;
};

} // namespace

class TestReviewLog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void cache_isWhatTheLogAddsUpTo_data();
    void cache_isWhatTheLogAddsUpTo();
    void wait_decidesTheDueDay();
    void otherWeights_changeStabilityAndNoDueDay();
    void reviewWithoutWait_isDueByTheRules();
    void isDue_followsDayAndTime_data();
    void isDue_followsDayAndTime();
    void daysSince_isNeverNegative_data();
    void daysSince_isNeverNegative();
    void clockSetBack_keepsTheOrderOfTheGrades();
    void missedPoint_countsReviewsInARow();
    void pointLeftOut_keepsItsRun();
    void retractedFirstReview_leavesNothing();
    void retractedInTheMiddle_changesWhatFollows();
    void setCounts_twice_changesNothing();
    void tamperedCache_isNotSound_data();
    void tamperedCache_isNotSound();
    void checkMemory_followsTheStoredSignature();
    void emptyLog_isSound();
    void tableDropped_isAnError();

private:
    const Database &database() const { return m_fixture->database(); }

    // A review that was made on `day`; missing and met points by place in the rubric.
    Review review(const QString &question, Rating rating, int day, int wait,
                  const QList<bool> &met = {});
    void log(const Review &review, const MemoryRules &rules = defaultRules());
    std::optional<QuestionMemory> memory(const QString &question) const;
    // By key point, of one question in the order of its rubric: "2,0".
    QString runs(const QString &question) const;

    std::unique_ptr<CollectionFixture> m_fixture;
    int m_reviews = 0;
};

void TestReviewLog::init()
{
    m_fixture = std::make_unique<CollectionFixture>();
    // Memory that was never made is made at the start, and must not be while a test writes reviews.
    VERIFY_OK(m_fixture->collection().writes().flush());
}

void TestReviewLog::cleanup()
{
    m_fixture.reset();
}

Review TestReviewLog::review(const QString &question, Rating rating, int day, int wait,
                             const QList<bool> &met)
{
    Review review;
    review.uid = u"review-%1"_s.arg(++m_reviews);
    review.question = m_fixture->question(question);
    review.rating = rating;
    review.duration = 60'000;
    const Moment moment = momentOn(day);
    review.created = moment.time;
    review.day = moment.day;
    review.wait = wait;
    const auto points =
        readRows(database(), u"SELECT id FROM key_point WHERE question_id = ? ORDER BY position"_s,
                 {review.question}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); })
            .valueOr({});
    for (qsizetype i = 0; i < met.size(); ++i)
        review.points.append({points.at(i), met.at(i)});
    return review;
}

void TestReviewLog::log(const Review &review, const MemoryRules &rules)
{
    VERIFY_OK(logReview(database(), review, rules));
}

std::optional<QuestionMemory> TestReviewLog::memory(const QString &question) const
{
    const auto found = memoryOf(database(), m_fixture->question(question));
    return found.valueOr(std::nullopt);
}

QString TestReviewLog::runs(const QString &question) const
{
    return readText(database(), u"SELECT group_concat(run) FROM (SELECT coalesce(run, 0) AS run"
                                " FROM key_point LEFT JOIN missed_point ON key_point_id = id"
                                " WHERE key_point.question_id = %1 ORDER BY position)"_s.arg(
                                    m_fixture->question(question)));
}

void TestReviewLog::cache_isWhatTheLogAddsUpTo_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<quint32>("seed");
    // The first seeds are always the same, the last ones never: a failure names its row and seed.
    for (const QString &model : {u"fsrs6"_s, u"fsrs7"_s}) {
        for (quint32 i = 1; i <= 8; ++i) {
            const quint32 seed = i <= 5 ? i : QRandomGenerator::global()->generate();
            QTest::addRow("%s %u", qPrintable(model), i) << model << seed;
        }
    }
}

void TestReviewLog::cache_isWhatTheLogAddsUpTo()
{
    QFETCH(const QString, model);
    QFETCH(const quint32, seed);
    QVERIFY(makeMemoryModel(model));
    qInfo("seed %u", seed);
    Scheduler &scheduler = m_fixture->scheduler();
    SchedulePlan plan;
    plan.model = model;
    scheduler.setPlan(plan);
    const MemoryRules rules = scheduler.rules();
    QCOMPARE(rules.model->key(), model);

    Wanderer wanderer(*m_fixture, seed);
    for (int check = 0; check < 6; ++check) {
        for (int step = 0; step < 25; ++step)
            wanderer.step();
        VERIFY_OK(m_fixture->collection().writes().flush());

        Expected expected;
        for (const Review &review : wanderer.log())
            expected.add(review, rules);
        const auto memories = allMemories(database());
        VERIFY_OK(memories);
        QCOMPARE(memories.value(), expected.memories);
        const auto sound = isMemorySound(database(), rules);
        VERIFY_OK(sound);
        QVERIFY(sound.value());

        const SessionRecord &session = wanderer.session();
        const bool finished = session.position == session.questions.size();
        QCOMPARE(readText(database(),
                          u"SELECT position || ' ' || (finished IS NOT NULL) || ' ' ||"
                          " (SELECT group_concat(question_id) FROM (SELECT question_id"
                          " FROM session_question WHERE session_uid = uid ORDER BY position))"
                          " FROM session WHERE uid = '%1'"_s.arg(session.uid)),
                 u"%1 %2 %3"_s.arg(session.position)
                     .arg(int(finished))
                     .arg(numberList(session.questions)));

        const QStringList cache = cacheOf(database());
        QCOMPARE(cache.size(), expected.memories.size() + expected.runs.size());
        for (auto run = expected.runs.cbegin(); run != expected.runs.cend(); ++run) {
            QCOMPARE(
                readText(database(),
                         u"SELECT run FROM missed_point WHERE key_point_id = %1"_s.arg(run.key())),
                QString::number(run.value()));
        }
        VERIFY_OK(executeScript(database(), "DELETE FROM memory; DELETE FROM missed_point"));
        VERIFY_OK(rebuildMemory(database(), rules));
        QCOMPARE(cacheOf(database()), cache);
        VERIFY_OK(rebuildMemory(database(), rules)); // over what is there
        QCOMPARE(cacheOf(database()), cache);
    }
}

void TestReviewLog::wait_decidesTheDueDay()
{
    log(review(u"q1"_s, Rating::Good, today, 5 * minutesPerDay));
    QCOMPARE(memory(u"q1"_s)->dueDay, today + 5);
    QCOMPARE(memory(u"q1"_s)->dueTime, 0);
    QCOMPARE(memory(u"q1"_s)->memory.phase, LearningPhase::Review);
    log(review(u"q2"_s, Rating::Again, today, 10));
    QCOMPARE(memory(u"q2"_s)->dueDay, today);
    QCOMPARE(memory(u"q2"_s)->dueTime, momentOn(today).time + 10 * millisecondsPerMinute);
    QCOMPARE(memory(u"q2"_s)->memory.phase, LearningPhase::Learning);
    log(review(u"q3"_s, Rating::Good, today, minutesPerDay - 1));
    QCOMPARE(memory(u"q3"_s)->dueDay, today);
    log(review(u"q4"_s, Rating::Good, today, minutesPerDay));
    QCOMPARE(memory(u"q4"_s)->dueDay, today + 1);
    log(review(u"q5"_s, Rating::Easy, today, 36500 * minutesPerDay));
    QCOMPARE(memory(u"q5"_s)->dueDay, today + 36500);

    // Whatever the rules say later.
    const QStringList before = cacheOf(database());
    MemoryRules rules = defaultRules();
    rules.spacing.retention = 0.97;
    rules.spacing.longest = 2;
    rules.spacing.learning = {1, 2, 3};
    rules.spacing.relearning = {};
    rules.spacing.longTermOnly = true;
    VERIFY_OK(rebuildMemory(database(), rules));
    QCOMPARE(cacheOf(database()), before);
}

void TestReviewLog::otherWeights_changeStabilityAndNoDueDay()
{
    for (int i = 0; i < 3; ++i)
        log(review(u"q1"_s, Rating::Good, today + 3 * i, 3 * minutesPerDay));
    const QuestionMemory before = *memory(u"q1"_s);
    const MemoryRules rules = rulesFor(u"fsrs6"_s, otherWeights());
    QVERIFY(!isMemorySound(database(), rules).value());
    VERIFY_OK(rebuildMemory(database(), rules));
    QuestionMemory after = *memory(u"q1"_s);
    QVERIFY(after.memory.state.stability != before.memory.state.stability);
    QVERIFY(after.memory.state.difficulty != before.memory.state.difficulty);
    after.memory.state = before.memory.state;
    QCOMPARE(after, before);
    QVERIFY(isMemorySound(database(), rules).value());
    QVERIFY(!isMemorySound(database(), defaultRules()).value());
}

void TestReviewLog::reviewWithoutWait_isDueByTheRules()
{
    log(review(u"q1"_s, Rating::Good, today, 0));
    log(review(u"q1"_s, Rating::Good, today + 3, 0));
    const auto expected = [](const MemoryRules &rules, QuestionId question) {
        const MemoryModel &model = *rules.model;
        const auto first = outcomes(model, rules.spacing, {}, 0, quint64(question))[2];
        return outcomes(model, rules.spacing, first.memory, 3, quint64(question))[2];
    };
    const QuestionId question = m_fixture->question(u"q1"_s);
    QCOMPARE(readText(database(), u"SELECT wait FROM review ORDER BY rowid DESC LIMIT 1"_s).toInt(),
             expected(defaultRules(), question).wait); // from now on it is a promise
    QCOMPARE(memory(u"q1"_s)->memory, expected(defaultRules(), question).memory);
    QCOMPARE(memory(u"q1"_s)->dueDay,
             today + 3 + expected(defaultRules(), question).wait / minutesPerDay);

    // As in a log from before there was a schedule.
    VERIFY_OK(execute(database(), u"UPDATE review SET wait = NULL"_s));
    MemoryRules rules = defaultRules();
    rules.spacing.retention = 0.8;
    VERIFY_OK(rebuildMemory(database(), rules));
    QVERIFY(expected(rules, question).wait > expected(defaultRules(), question).wait);
    QCOMPARE(memory(u"q1"_s)->dueDay, today + 3 + expected(rules, question).wait / minutesPerDay);
}

void TestReviewLog::isDue_followsDayAndTime_data()
{
    QTest::addColumn<int>("lastDay"); // all in days from today, and minutes from now
    QTest::addColumn<int>("lastMinute");
    QTest::addColumn<int>("dueDay");
    QTest::addColumn<int>("dueMinute"); // 0 for none
    QTest::addColumn<bool>("due");
    const int day = minutesPerDay;
    QTest::newRow("today") << -3 << -3 * day << 0 << 0 << true;
    QTest::newRow("yesterday") << -3 << -3 * day << -1 << 0 << true;
    QTest::newRow("tomorrow") << -3 << -3 * day << 1 << 0 << false;
    QTest::newRow("in its ten minutes") << 0 << -9 << 0 << 1 << false;
    QTest::newRow("ten minutes later") << 0 << -11 << 0 << -1 << true;
    QTest::newRow("in its ten minutes, of yesterday") << -1 << -day << -1 << -day + 10 << true;
    QTest::newRow("reviewed tomorrow") << 1 << day << 4 << 0 << true;
    QTest::newRow("reviewed in a year") << 365 << 365 * day << 400 << 0 << true;
    QTest::newRow("travelled west since") << 1 << -6 * 60 << 4 << 0 << false;
    QTest::newRow("travelled west in its ten minutes") << 1 << -9 << 1 << 1 << false;
    QTest::newRow("travelled west after them") << 1 << -11 << 1 << -1 << true;
    QTest::newRow("travelled east in its ten minutes") << -1 << -9 << -1 << 1 << true;
    QTest::newRow("reviewed later today") << 0 << 60 << 3 << 0 << false;
}

void TestReviewLog::isDue_followsDayAndTime()
{
    QFETCH(const int, lastDay);
    QFETCH(const int, lastMinute);
    QFETCH(const int, dueDay);
    QFETCH(const int, dueMinute);
    QFETCH(const bool, due);
    const Moment now = Moment::now(); // because the list of questions knows no other
    QuestionMemory memory;
    memory.lastDay = now.day + lastDay;
    memory.lastTime = now.time + lastMinute * millisecondsPerMinute;
    memory.dueDay = now.day + dueDay;
    memory.dueTime = dueMinute == 0 ? 0 : now.time + dueMinute * millisecondsPerMinute;
    QCOMPARE(isDue(memory, now), due);

    log(review(u"q1"_s, Rating::Good, today, minutesPerDay));
    VERIFY_OK(execute(database(),
                      u"UPDATE memory SET last_day = ?, last_time = ?, due_day = ?,"
                      " due_time = ?"_s,
                      {memory.lastDay, memory.lastTime, memory.dueDay, memory.dueTime}));
    const auto listed =
        QuestionStore(database())
            .find({{}, {}, 0, QuestionFilter::State::Due, QuestionFilter::Sort::Number});
    VERIFY_OK(listed);
    QCOMPARE(listed.value().ids.size(), due ? 1 : 0);
}

void TestReviewLog::daysSince_isNeverNegative_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("day"); // of now, from the last review
    QTest::addColumn<int>("hours");
    QTest::addColumn<double>("expected");
    for (const QString &model : {u"fsrs6"_s, u"fsrs7"_s}) {
        const bool whole = model == u"fsrs6"_s;
        const auto row = [&](const char *name, int day, int hours, double expected) {
            QTest::addRow("%s: %s", qPrintable(model), name) << model << day << hours << expected;
        };
        row("at once", 0, 0, 0);
        row("an hour later", 0, 1, whole ? 0 : 1 / 24.0);
        row("past four in the morning", 1, 1, whole ? 1 : 1 / 24.0);
        row("two days and a half", 3, 60, whole ? 3 : 2.5);
        row("a clock an hour back", 0, -1, 0);
        row("a clock a day back", -1, -24, 0);
        row("a clock years back", -3650, -3650 * 24, 0);
        row("travelled west", -1, 2, whole ? 0 : 2 / 24.0);
    }
}

void TestReviewLog::daysSince_isNeverNegative()
{
    QFETCH(const QString, model);
    QFETCH(const int, day);
    QFETCH(const int, hours);
    QFETCH(const double, expected);
    const auto made = makeMemoryModel(model);
    QVERIFY(made);
    const Moment last = momentOn(today);
    QuestionMemory memory;
    memory.lastDay = last.day;
    memory.lastTime = last.time;
    const Moment now{last.time + hours * 60 * millisecondsPerMinute, last.day + day};
    QCOMPARE(daysSince(memory, *made, now), expected);
}

void TestReviewLog::clockSetBack_keepsTheOrderOfTheGrades()
{
    log(review(u"q1"_s, Rating::Again, today, 10));
    log(review(u"q1"_s, Rating::Easy, today - 30, 4 * minutesPerDay));
    const QuestionMemory after = *memory(u"q1"_s);
    QCOMPARE(after.rating, Rating::Easy);
    QCOMPARE(after.firstDay, today);
    QCOMPARE(after.lastDay, today - 30);
    QCOMPARE(after.dueDay, today - 26);
    QCOMPARE(after.memory.reviews, 2);
    const auto model = makeMemoryModel(u"fsrs6"_s);
    QCOMPARE(after.memory.state, model->next(model->first(Rating::Again), 0, Rating::Easy));
    VERIFY_OK(rebuildMemory(database(), defaultRules()));
    QCOMPARE(*memory(u"q1"_s), after);
}

void TestReviewLog::missedPoint_countsReviewsInARow()
{
    log(review(u"q1"_s, Rating::Hard, today, minutesPerDay, {true, false}));
    QCOMPARE(runs(u"q1"_s), u"0,1"_s);
    log(review(u"q1"_s, Rating::Again, today + 1, 10, {false, false}));
    QCOMPARE(runs(u"q1"_s), u"1,2"_s);
    log(review(u"q2"_s, Rating::Again, today + 1, 10, {true, false}));
    QCOMPARE(runs(u"q1"_s), u"1,2"_s);
    const Review met = review(u"q1"_s, Rating::Good, today + 1, minutesPerDay, {false, true});
    log(met);
    QCOMPARE(runs(u"q1"_s), u"2,0"_s);
    VERIFY_OK(setCounts(database(), met, false, defaultRules()));
    QCOMPARE(runs(u"q1"_s), u"1,2"_s);
    VERIFY_OK(setCounts(database(), met, true, defaultRules()));
    QCOMPARE(runs(u"q1"_s), u"2,0"_s);
    QCOMPARE(runs(u"q2"_s), u"0,1"_s);
    log(review(u"q1"_s, Rating::Good, today + 2, minutesPerDay, {true, false}));
    QCOMPARE(runs(u"q1"_s), u"0,1"_s); // from the beginning
}

void TestReviewLog::pointLeftOut_keepsItsRun()
{
    log(review(u"q1"_s, Rating::Again, today, 10, {false, false}));
    log(review(u"q1"_s, Rating::Good, today, minutesPerDay)); // of a question that was unreadable
    QCOMPARE(runs(u"q1"_s), u"1,1"_s);
    log(review(u"q1"_s, Rating::Good, today + 1, minutesPerDay, {false}));
    QCOMPARE(runs(u"q1"_s), u"2,1"_s);
    QVERIFY(isMemorySound(database(), defaultRules()).value());
}

void TestReviewLog::retractedFirstReview_leavesNothing()
{
    const Review only = review(u"q1"_s, Rating::Again, today, 10, {false, false});
    log(only);
    log(review(u"q2"_s, Rating::Good, today, minutesPerDay, {false, true}));
    VERIFY_OK(setCounts(database(), only, false, defaultRules()));
    QVERIFY(!memory(u"q1"_s));
    QCOMPARE(runs(u"q1"_s), u"0,0"_s);
    QVERIFY(memory(u"q2"_s));
    QCOMPARE(runs(u"q2"_s), u"1,0"_s);
    QVERIFY(isMemorySound(database(), defaultRules()).value());
    QCOMPARE(readText(database(), u"SELECT count(*) FROM review"_s), u"2"_s);
}

void TestReviewLog::retractedInTheMiddle_changesWhatFollows()
{
    const Review lapse = review(u"q1"_s, Rating::Again, today + 5, 10, {false, false});
    log(review(u"q1"_s, Rating::Good, today, 5 * minutesPerDay, {false, true}));
    log(lapse);
    log(review(u"q1"_s, Rating::Good, today + 5, minutesPerDay, {false, true}));
    const QStringList before = cacheOf(database());
    QCOMPARE(memory(u"q1"_s)->memory.lapses, 1);

    VERIFY_OK(setCounts(database(), lapse, false, defaultRules()));
    QCOMPARE(memory(u"q1"_s)->memory.lapses, 0);
    QCOMPARE(memory(u"q1"_s)->memory.reviews, 2);
    QCOMPARE(runs(u"q1"_s), u"2,0"_s);
    QVERIFY(isMemorySound(database(), defaultRules()).value());
    VERIFY_OK(setCounts(database(), lapse, true, defaultRules())); // to where it was
    QCOMPARE(cacheOf(database()), before);
}

void TestReviewLog::setCounts_twice_changesNothing()
{
    const Review graded = review(u"q1"_s, Rating::Hard, today, minutesPerDay, {false, true});
    log(graded);
    const QStringList once = cacheOf(database());
    VERIFY_OK(setCounts(database(), graded, true, defaultRules()));
    QCOMPARE(cacheOf(database()), once);
    VERIFY_OK(setCounts(database(), graded, false, defaultRules()));
    VERIFY_OK(setCounts(database(), graded, false, defaultRules()));
    QVERIFY(cacheOf(database()).isEmpty());
}

void TestReviewLog::tamperedCache_isNotSound_data()
{
    QTest::addColumn<QByteArray>("script");
    for (const char *column :
         {"stability", "fast", "difficulty", "phase", "step", "reviews", "lapses", "rating",
          "first_day", "last_day", "last_time", "due_day", "due_time"})
        QTest::newRow(column) << QByteArray("UPDATE memory SET ") + column + " = " + column +
                                     " + 1 WHERE question_id = (SELECT min(id) FROM question)";
    QTest::newRow("a hair of stability")
        << QByteArray("UPDATE memory SET stability = stability + 1e-9");
    QTest::newRow("two rows exchanged")
        << QByteArray("UPDATE memory SET question_id = -question_id;"
                      "UPDATE memory SET question_id = 3 + question_id");
    QTest::newRow("memory gone") << QByteArray("DELETE FROM memory WHERE question_id ="
                                               " (SELECT min(id) FROM question)");
    QTest::newRow("memory from nowhere")
        << QByteArray("INSERT INTO memory SELECT (SELECT max(id) FROM question), stability, fast,"
                      " difficulty, phase, step, reviews, lapses, rating, first_day, last_day,"
                      " last_time, due_day, due_time FROM memory LIMIT 1");
    QTest::newRow("another run") << QByteArray("UPDATE missed_point SET run = run + 1");
    QTest::newRow("point gone") << QByteArray("DELETE FROM missed_point");
    QTest::newRow("point from nowhere")
        << QByteArray("INSERT INTO missed_point SELECT max(id), question_id, 1 FROM key_point");
    QTest::newRow("review gone") << QByteArray("UPDATE review SET deleted = 1 WHERE rating = 2");
    QTest::newRow("another rating") << QByteArray("UPDATE review SET rating = 4 WHERE rating = 3");
}

void TestReviewLog::tamperedCache_isNotSound()
{
    QFETCH(const QByteArray, script);
    log(review(u"q1"_s, Rating::Good, today, 3 * minutesPerDay, {true, true}));
    log(review(u"q2"_s, Rating::Again, today, 10, {true, false}));
    log(review(u"q2"_s, Rating::Hard, today, 15, {true, false}));
    QVERIFY(isMemorySound(database(), defaultRules()).value());
    VERIFY_OK(executeScript(database(), "PRAGMA foreign_keys = OFF"));
    VERIFY_OK(executeScript(database(), script));
    const auto sound = isMemorySound(database(), defaultRules());
    VERIFY_OK(sound);
    QVERIFY(!sound.value());
    VERIFY_OK(rebuildMemory(database(), defaultRules()));
    QVERIFY(isMemorySound(database(), defaultRules()).value());
}

void TestReviewLog::checkMemory_followsTheStoredSignature()
{
    const auto madeBy = [this](const QString &value) {
        VERIFY_OK(execute(database(), u"UPDATE setting SET value = ? WHERE key = ?"_s,
                          {value, rulesKey.toString()}));
    };
    QVERIFY(checkMemory(database()).value());
    log(review(u"q1"_s, Rating::Good, today, 3 * minutesPerDay, {true, true}));
    m_fixture->reopen();
    VERIFY_OK(m_fixture->collection().writes().flush());
    const QString signature =
        readText(database(), u"SELECT value FROM setting WHERE key = '%1'"_s.arg(rulesKey));
    QVERIFY(signature.startsWith(u"fsrs6 0.9 "_s));
    QVERIFY(checkMemory(database()).value());

    VERIFY_OK(execute(database(), u"UPDATE memory SET stability = stability + 1"_s));
    QVERIFY(!checkMemory(database()).value());
    madeBy(u"fsrs6 0.85 1 2 3"_s); // by other rules, so that it need not agree
    QVERIFY(checkMemory(database()).value());
    m_fixture->reopen(); // and is derived anew
    VERIFY_OK(m_fixture->collection().writes().flush());
    QVERIFY(isMemorySound(database(), defaultRules()).value());
    QCOMPARE(readText(database(), u"SELECT value FROM setting WHERE key = '%1'"_s.arg(rulesKey)),
             signature);

    // Weights of the learner's own are part of the signature.
    m_fixture->scheduler().setWeights(u"fsrs6"_s, otherWeights());
    VERIFY_OK(m_fixture->collection().writes().flush());
    QVERIFY(checkMemory(database()).value());
    QVERIFY(!isMemorySound(database(), defaultRules()).value());
    VERIFY_OK(rebuildMemory(database(), defaultRules()));
    QVERIFY(!checkMemory(database()).value());
    VERIFY_OK(execute(database(), u"DROP TABLE setting"_s));
    QVERIFY(!checkMemory(database()).ok());
}

void TestReviewLog::emptyLog_isSound()
{
    QVERIFY(isMemorySound(database(), defaultRules()).value());
    VERIFY_OK(rebuildMemory(database(), defaultRules()));
    QVERIFY(allMemories(database()).value().isEmpty());
    QVERIFY(!memory(u"q1"_s));
}

void TestReviewLog::tableDropped_isAnError()
{
    const Review graded = review(u"q1"_s, Rating::Good, today, minutesPerDay);
    log(graded);
    VERIFY_OK(execute(database(), u"DROP TABLE missed_point"_s));
    QVERIFY(!isMemorySound(database(), defaultRules()).ok());
    QVERIFY(!rebuildMemory(database(), defaultRules()).ok());
    QVERIFY(!setCounts(database(), graded, false, defaultRules()).ok());
    VERIFY_OK(execute(database(), u"DROP TABLE memory"_s));
    QVERIFY(!memoryOf(database(), graded.question).ok());
    QVERIFY(!allMemories(database()).ok());
    QVERIFY(!isMemorySound(database(), defaultRules()).ok());
    VERIFY_OK(execute(database(), u"PRAGMA foreign_keys = OFF"_s));
    VERIFY_OK(execute(database(), u"DROP TABLE review"_s));
    QVERIFY(!isMemorySound(database(), defaultRules()).ok());
    QVERIFY(!logReview(database(), graded, defaultRules()).ok());
}

QTEST_GUILESS_MAIN(TestReviewLog)
#include "tst_reviewlog.moc"
