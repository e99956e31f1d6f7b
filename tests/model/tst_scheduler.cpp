// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/scheduler.h"

#include "model/annotations/bookmarkstore.h"
#include "model/collection/sql.h"
#include "model/practice/practicesession.h"
#include "tests/support/modelfixture.h"
#include "tests/support/policyfixture.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr int today = 2461000; // a Julian day number
constexpr qint64 millisecondsPerMinute = 60'000;

// Ten in the morning, in UTC and wherever the learner is.
Moment momentOn(int day)
{
    const qint64 midnight = QDateTime(QDate::fromJulianDay(day), {}, Qt::UTC).toMSecsSinceEpoch();
    return {midnight + 10 * 60 * millisecondsPerMinute, day};
}

const Moment now = momentOn(today);

// FSRS-6 by its formula, with the last of the default weights.
constexpr double decay = -0.1542;

double recallAfter(double days, double stability)
{
    const double factor = std::pow(0.9, 1 / decay) - 1;
    return std::pow(1 + factor * days / stability, decay);
}

double stabilityFor(double recall, double days)
{
    const double factor = std::pow(0.9, 1 / decay) - 1;
    return factor * days / (std::pow(recall, 1 / decay) - 1);
}

Question numbered(const Deck &deck, int number, const QString &topic, Tier tier = Tier::Basic)
{
    Question question = deck.questions.constFirst();
    question.key = u"q%1"_s.arg(number);
    question.number = number;
    question.title = question.key;
    question.topics = {topic};
    question.tier = tier;
    question.related.clear();
    return question;
}

Question drill(const Deck &deck, int number, const QString &topic)
{
    Question question = numbered(deck, 100 + number, topic);
    question.key = u"d%1"_s.arg(number);
    question.kind = QuestionKind::Drill;
    question.drill = {u"models.py"_s, u"pass\n"_s, u"pass\n"_s, u"pass\n"_s};
    return question;
}

// The sample, and questions on its topics in turn up to `count`.
Deck largeDeck(int count)
{
    Deck deck = sampleDeck();
    for (int number = 7; number <= count; ++number)
        deck.questions.append(
            numbered(deck, number, deck.topics.at(number % deck.topics.size()).key));
    return deck;
}

int sum(const std::array<int, 7> &week)
{
    return std::accumulate(week.begin(), week.end(), 0);
}

// What a test says about the memory of a question.
struct Known
{
    double recall = 0.9;      // today
    int lastDay = today - 10; // and 10:00 there
    int dueDay = today;
    qint64 dueTime = 0;
    int firstDay = today - 20;
};

} // namespace

class TestScheduler : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void due_mostForgottenFirst_data();
    void due_mostForgottenFirst();
    void due_stubbornPointsComeSooner();
    void due_retiredPoint_isNotStubborn();
    void due_newQuestionsFollowTheLevel();
    void due_newQuestionsAreLimitedPerDay();
    void due_leavesOutRetiredQuestionsAndNewDrills();
    void due_backlog_isSpreadByTheLearnersTime();
    void due_backlog_largerThanAWeekHolds();
    void due_backlog_afterTodaysShare();
    void due_backlog_leavesRoomForTheDay();
    void due_longWaiting_isMoreThanAWeek();
    void due_nextTime_isTheFirstToComeBack();
    void due_ofChosenTopics();
    void due_pace_isTheMedianOfLateReviews();
    void due_week_countsWhatIsComing();
    void due_emptyCollection_isEmpty();
    void due_aroundMidnight_data();
    void due_aroundMidnight();
    void due_clockSetBackADay();
    void due_travel_keepsTheDay_data();
    void due_travel_keepsTheDay();
    void due_siblings_areApart_data();
    void due_siblings_areApart();
    void due_siblings_areApartWheneverTheyCanBe();
    void dated_keepsToTheMinutes();
    void dated_bestIndexFirst();
    void dated_skipsWhatWasDoneToday();
    void dated_dayOff_hasNoneButSteps();
    void dated_nothingNewInTheLastDays();
    void dated_chosenTopics_areByTheOrdinaryRules();
    void dated_pastOrToday_isByTheOrdinaryRules_data();
    void dated_pastOrToday_isByTheOrdinaryRules();
    void dated_waits_areThePolicys_data();
    void dated_waits_areThePolicys();
    void dated_waits_ofARuleThatDoesNotLookAhead();
    void inOrder_keepsTheSet();
    void inOrder_dueThenKnownThenNew();
    void weak_listsTopicsThatWouldFail();
    void weak_needsTwoPractised();
    void weak_atMostTen();
    void stubbornPoints_mostMissedFirst();
    void outcomes_endBeforeTheInterview_data();
    void outcomes_endBeforeTheInterview();
    void outcomes_areWhatTheLogThenSays_data();
    void outcomes_areWhatTheLogThenSays();
    void plan_survivesReopen();
    void plan_outOfBounds_isBroughtIn_data();
    void plan_outOfBounds_isBroughtIn();
    void weights_survivePerModel();
    void weights_ofWrongLength_areIgnored_data();
    void weights_ofWrongLength_areIgnored();
    void setPlan_otherRetention_derivesMemoryAnew();
    void setPlan_otherModel_derivesMemoryAnew();
    void setPlan_same_changesNothing();
    void load_memoryByOtherRules_derivesItAnew();
    void tableDropped_isAnError();

private:
    void use(const Deck &deck);

    const Database &database() const { return m_fixture->database(); }

    Scheduler &scheduler() { return m_fixture->scheduler(); }

    QuestionId id(const QString &key) const { return m_fixture->question(key); }

    QList<QuestionId> ids(const QStringList &keys) const;
    // Their keys without that of the deck, to be read.
    QStringList keys(const QList<QuestionId> &ids) const;
    QList<qint64> points(const QString &question) const;

    // Writes the cache alone, which is all that lists are made of.
    void know(const QString &question, const Known &known);
    void miss(const QString &question, int place, int run);
    // Writes the log as well.
    void log(const QString &question, Rating rating, int day, int wait, qint64 duration = 60'000);
    void setNewPerDay(int count);
    // An interview in so many days, to which practice is chosen by a rule from now on.
    void setDate(int days, int minutes, const PolicyRule &rule = {}, int priceStep = 16);

    DueList due(const Moment &at = now, const QList<TopicId> &topics = {});

    std::unique_ptr<CollectionFixture> m_fixture;
    std::shared_ptr<const DatePolicy> m_policy; // of the last setDate()
    int m_reviews = 0;
};

void TestScheduler::init()
{
    use(sampleDeck());
}

void TestScheduler::cleanup()
{
    m_fixture.reset();
}

void TestScheduler::use(const Deck &deck)
{
    m_fixture = std::make_unique<CollectionFixture>(deck);
    VERIFY_OK(execute(database(), u"PRAGMA synchronous = OFF"_s)); // many small writes, for no one
    m_fixture->guide().setGoal({u"sample/fresher"_s, {}, 20});
    // Memory that was never made is made at the start, and must not be while a test knows things.
    VERIFY_OK(m_fixture->collection().writes().flush());
}

QList<QuestionId> TestScheduler::ids(const QStringList &keys) const
{
    QList<QuestionId> ids;
    for (const QString &key : keys)
        ids.append(id(key));
    return ids;
}

QStringList TestScheduler::keys(const QList<QuestionId> &ids) const
{
    QStringList keys;
    for (const QuestionId id : ids)
        keys.append(
            readText(database(), u"SELECT substr(key, 8) FROM question WHERE id = %1"_s.arg(id)));
    return keys;
}

QList<qint64> TestScheduler::points(const QString &question) const
{
    return readRows(database(),
                    u"SELECT id FROM key_point WHERE question_id = ? ORDER BY position"_s,
                    {id(question)}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); })
        .valueOr({});
}

void TestScheduler::know(const QString &question, const Known &known)
{
    const double days = qMax(1, today - known.lastDay);
    VERIFY_OK(execute(database(),
                      u"INSERT OR REPLACE INTO memory VALUES (?, ?, 0, 5, 2, 0, 2, 0, 3, ?, ?, ?,"
                      " ?, ?)"_s,
                      {id(question), stabilityFor(known.recall, days), known.firstDay,
                       known.lastDay, momentOn(known.lastDay).time, known.dueDay, known.dueTime}));
}

void TestScheduler::miss(const QString &question, int place, int run)
{
    VERIFY_OK(execute(database(), u"INSERT INTO missed_point VALUES (?, ?, ?)"_s,
                      {points(question).at(place), id(question), run}));
}

void TestScheduler::log(const QString &question, Rating rating, int day, int wait, qint64 duration)
{
    Review review;
    review.uid = u"review-%1"_s.arg(++m_reviews);
    review.question = id(question);
    review.rating = rating;
    review.duration = duration;
    review.created = momentOn(day).time;
    review.day = day;
    review.wait = wait;
    VERIFY_OK(logReview(database(), review, scheduler().rules()));
}

void TestScheduler::setNewPerDay(int count)
{
    SchedulePlan plan = scheduler().plan();
    plan.newPerDay = count;
    scheduler().setPlan(plan);
    VERIFY_OK(m_fixture->collection().writes().flush());
}

DueList TestScheduler::due(const Moment &at, const QList<TopicId> &topics)
{
    const auto list = scheduler().due(at, topics);
    if (!list.ok())
        qFatal("%s", qPrintable(list.error().detail));
    return list.value();
}

void TestScheduler::setDate(int days, int minutes, const PolicyRule &rule, int priceStep)
{
    m_fixture->guide().setGoal({u"sample/fresher"_s, QDate::fromJulianDay(today + days), minutes});
    PracticeHabits slow; // a minute and more a question
    for (double &seconds : slow.learning)
        seconds *= 5;
    for (double &seconds : slow.reviewing)
        seconds *= 5;
    PriceLadder ladder(std::make_shared<ReviewTransitions>(usualMemory(), slow, qMax(1, days)), {});
    m_policy = std::make_shared<DatePolicy>(rule, ladder, priceStep,
                                            std::vector<double>{1, sideWeight, 1});
    scheduler().setDated({m_policy, today + days, {9, 8, 7, 6, 5, 4, 3}});
}

void TestScheduler::due_mostForgottenFirst_data()
{
    QTest::addColumn<double>("retention"); // puts none before another
    for (const double retention : {0.8, 0.9, 0.97})
        QTest::addRow("%.2f", retention) << retention;
}

void TestScheduler::due_mostForgottenFirst()
{
    QFETCH(const double, retention);
    use(largeDeck(12));
    scheduler().setPlan({0, retention, u"fsrs6"_s});
    VERIFY_OK(m_fixture->collection().writes().flush());
    QRandomGenerator random(7);
    std::vector<std::pair<double, QuestionId>> expected;
    for (int number = 1; number <= 12; ++number) {
        const QuestionId question = id(u"q%1"_s.arg(number));
        const double stability = 0.5 + random.generateDouble() * 60;
        const int days = 1 + int(random.bounded(90));
        VERIFY_OK(execute(
            database(),
            u"INSERT INTO memory VALUES (?, ?, 0, 5, 2, 0, 2, 0, 3, ?, ?, ?, ?,"
            " 0)"_s,
            {question, stability, today - 100, today - days, momentOn(today - days).time, today}));
        // Odds of forgetting over those accepted; the latter are the same for all.
        const double accepted = 1 / retention - 1;
        expected.emplace_back((1 / recallAfter(days, stability) - 1) / accepted, question);
    }
    std::sort(expected.begin(), expected.end(), std::greater());
    QList<QuestionId> inOrder;
    for (const auto &[odds, question] : expected)
        inOrder.append(question);
    QCOMPARE(keys(due().questions), keys(inOrder));
}

void TestScheduler::due_stubbornPointsComeSooner()
{
    setNewPerDay(0);
    // Odds of forgetting of 1 to 9, and 1.4 and 1.6 times as much.
    know(u"q1"_s, {.recall = 9 / 10.0});
    know(u"q3"_s, {.recall = 9 / 10.4});
    know(u"q5"_s, {.recall = 9 / 10.6});
    QCOMPARE(keys(due().questions), (QStringList{u"q5"_s, u"q3"_s, u"q1"_s}));
    miss(u"q1"_s, 0, 1); // once is no more than a bad day
    QCOMPARE(keys(due().questions), (QStringList{u"q5"_s, u"q3"_s, u"q1"_s}));
    miss(u"q1"_s, 1, 2); // counts half as much again
    QCOMPARE(keys(due().questions), (QStringList{u"q5"_s, u"q1"_s, u"q3"_s}));
    VERIFY_OK(execute(database(), u"UPDATE missed_point SET run = 2"_s));
    QCOMPARE(keys(due().questions), (QStringList{u"q1"_s, u"q5"_s, u"q3"_s}));
}

void TestScheduler::due_retiredPoint_isNotStubborn()
{
    setNewPerDay(0);
    log(u"q4"_s, Rating::Good, today, 100 * minutesPerDay);
    know(u"q1"_s, {.recall = 9 / 10.0});
    know(u"q3"_s, {.recall = 9 / 10.4});
    know(u"q5"_s, {.recall = 0.3});
    know(u"q6"_s, {.recall = 0.6});
    for (const QString &key : {u"q1"_s, u"q5"_s, u"q6"_s}) {
        miss(key, 0, 5);
        VERIFY_OK(execute(database(), u"INSERT INTO review_key_point VALUES ('review-1', ?, 0)"_s,
                          {points(key).at(0)})); // or the deck would take the point with it
    }
    QCOMPARE(keys(due().questions), (QStringList{u"q5"_s, u"q6"_s, u"q1"_s, u"q3"_s}));
    QCOMPARE(scheduler().weak(now).value().topics.at(0).recall, (0.3 / 2 + 0.6 / 2) / 2);

    Deck deck = sampleDeck(); // whose rubric no longer has the point
    deck.version = u"2.0.0"_s;
    for (Question &question : deck.questions)
        question.keyPoints.removeFirst();
    m_fixture->install(deck);
    QVERIFY(scheduler().stubbornPoints().value().isEmpty());
    QCOMPARE(keys(due().questions), (QStringList{u"q5"_s, u"q6"_s, u"q3"_s, u"q1"_s}));
    const auto weak = scheduler().weak(now).value().topics;
    QCOMPARE(weak.size(), 1);
    QCOMPARE(weak.at(0).recall, (0.3 + 0.6) / 2);
}

void TestScheduler::due_newQuestionsFollowTheLevel()
{
    Deck deck = sampleDeck();
    Level senior = deck.levels.constFirst();
    senior.key = u"senior"_s;
    senior.tiers = {Tier::Advanced, Tier::Scenario};
    deck.levels.append(senior);
    use(deck);
    setNewPerDay(50);
    m_fixture->guide().setGoal({u"sample/fresher"_s, {}, 20});
    QCOMPARE(keys(due().questions),
             (QStringList{u"q1"_s, u"q5"_s, u"q6"_s, u"q2"_s, u"q3"_s, u"q4"_s}));
    m_fixture->guide().setGoal({u"sample/senior"_s, {}, 20});
    QCOMPARE(keys(due().questions),
             (QStringList{u"q3"_s, u"q4"_s, u"q1"_s, u"q2"_s, u"q5"_s, u"q6"_s}));
    m_fixture->guide().setGoal({u"gone"_s, {}, 20}); // with its deck
    QCOMPARE(keys(due().questions),
             (QStringList{u"q1"_s, u"q2"_s, u"q3"_s, u"q4"_s, u"q5"_s, u"q6"_s}));
    know(u"q1"_s, {.recall = 0.99, .dueDay = today});
    QCOMPARE(keys(due().questions), // those due come before any new one
             (QStringList{u"q1"_s, u"q2"_s, u"q3"_s, u"q4"_s, u"q5"_s, u"q6"_s}));
    QCOMPARE(due().fresh, 5);
}

void TestScheduler::due_newQuestionsAreLimitedPerDay()
{
    setNewPerDay(2);
    QCOMPARE(keys(due().questions), (QStringList{u"q1"_s, u"q5"_s}));
    QCOMPARE(due().fresh, 2);
    QCOMPARE(due().week, (std::array<int, 7>{2, 2, 2, 0, 0, 0, 0}));

    know(u"q3"_s, {.lastDay = today - 1, .dueDay = today + 9, .firstDay = today - 1}); // yesterday
    QCOMPARE(due().fresh, 2);
    know(u"q1"_s, {.lastDay = today, .dueDay = today + 9, .firstDay = today}); // and one today
    QCOMPARE(keys(due().questions), (QStringList{u"q5"_s}));
    QCOMPARE(due().fresh, 1);
    QCOMPARE(due().week, (std::array<int, 7>{1, 2, 1, 0, 0, 0, 0}));
    know(u"q5"_s, {.lastDay = today, .dueDay = today + 9, .firstDay = today});
    know(u"q6"_s, {.lastDay = today, .dueDay = today + 9, .firstDay = today}); // more than planned
    QCOMPARE(due().fresh, 0);
    QCOMPARE(due(momentOn(today + 1)).fresh, 2);
    setNewPerDay(0);
    QVERIFY(due(momentOn(today + 1)).questions.isEmpty());
}

void TestScheduler::due_leavesOutRetiredQuestionsAndNewDrills()
{
    Deck deck = sampleDeck();
    deck.questions.append(drill(deck, 1, u"forms"_s));
    deck.questions.append(drill(deck, 2, u"views"_s));
    use(deck);
    setNewPerDay(50);
    QVERIFY(!due().questions.contains(id(u"d1"_s)));
    QCOMPARE(due().fresh, 6);
    for (const QString &key : {u"d1"_s, u"q1"_s}) // without reviews the deck would take them away
        log(key, Rating::Good, today - 30, 10 * minutesPerDay);
    know(u"d1"_s, {.recall = 0.5});
    know(u"q1"_s, {.recall = 0.6});
    QCOMPARE(keys(due().questions.mid(0, 2)), (QStringList{u"d1"_s, u"q1"_s}));

    deck.version = u"2.0.0"_s;
    deck.questions.removeIf([](const Question &question) {
        return question.key == u"q1"_s || question.key == u"q6"_s || question.key == u"d1"_s;
    });
    m_fixture->install(deck);
    QCOMPARE(readText(database(), u"SELECT count(*) FROM question WHERE retired"_s), u"2"_s);
    QCOMPARE(keys(due().questions), (QStringList{u"q5"_s, u"q2"_s, u"q3"_s, u"q4"_s}));
}

// At a minute each and twenty minutes a day, sixty take three days.
void TestScheduler::due_backlog_isSpreadByTheLearnersTime()
{
    use(largeDeck(60));
    setNewPerDay(0);
    for (int number = 1; number <= 60; ++number)
        log(u"q%1"_s.arg(number), number <= 30 ? Rating::Good : Rating::Hard, today - 20,
            10 * minutesPerDay);
    const DueList list = due();
    QCOMPARE(list.questions.size(), 20);
    QCOMPARE(list.postponed, 40);
    QCOMPARE(list.longWaiting, 20); // of those listed
    QCOMPARE(list.week, (std::array<int, 7>{20, 20, 20, 0, 0, 0, 0}));
    QCOMPARE(list.duration, 20 * 60'000);
    for (const QuestionId id : list.questions) // the weaker half comes first
        QCOMPARE(
            readText(database(), u"SELECT rating FROM memory WHERE question_id = %1"_s.arg(id)),
            u"2"_s);

    m_fixture->guide().setGoal({u"sample/fresher"_s, {}, 60});
    QCOMPARE(due().questions.size(), 60);
    QCOMPARE(due().postponed, 0);
    QCOMPARE(due().week, (std::array<int, 7>{60, 0, 0, 0, 0, 0, 0}));
    m_fixture->guide().setGoal({u"sample/fresher"_s, {}, 10}); // no fewer than ten questions
    QCOMPARE(due().week, (std::array<int, 7>{10, 10, 10, 10, 10, 10, 0}));

    // Day by day, nothing is lost and nothing comes twice.
    QSet<QuestionId> done;
    for (int day = 0; day < 6; ++day) {
        const QList<QuestionId> questions = due(momentOn(today + day)).questions;
        QCOMPARE(questions.size(), 10);
        for (const QuestionId id : questions) {
            done.insert(id);
            log(keys({id}).constFirst(), Rating::Good, today + day, 100 * minutesPerDay);
        }
    }
    QCOMPARE(done.size(), 60);
    QVERIFY(due(momentOn(today + 6)).questions.isEmpty());
}

void TestScheduler::due_backlog_largerThanAWeekHolds()
{
    use(largeDeck(145));
    setNewPerDay(0);
    for (int number = 1; number <= 145; ++number)
        know(u"q%1"_s.arg(number), {.recall = 0.5, .lastDay = today - 30, .dueDay = today - 9});
    m_fixture->guide().setGoal({u"sample/fresher"_s, {}, 10});
    const DueList list = due(); // a seventh a day, so that it ends
    QCOMPARE(list.questions.size(), 21);
    QCOMPARE(list.postponed, 145 - 21);
    QCOMPARE(list.week, (std::array<int, 7>{21, 21, 21, 21, 21, 21, 19}));
}

// What was done today takes from today alone.
void TestScheduler::due_backlog_afterTodaysShare()
{
    use(largeDeck(60));
    setNewPerDay(0);
    for (int number = 1; number <= 60; ++number)
        log(u"q%1"_s.arg(number), Rating::Good, today - 20, 10 * minutesPerDay);
    for (int number = 1; number <= 15; ++number)
        log(u"q%1"_s.arg(number), Rating::Good, today, 100 * minutesPerDay);
    DueList list = due();
    QCOMPARE(list.questions.size(), 5);
    QCOMPARE(list.postponed, 40);
    QCOMPARE(list.week, (std::array<int, 7>{5, 20, 20, 0, 0, 0, 0}));
    for (int number = 16; number <= 25; ++number) // more than the share
        log(u"q%1"_s.arg(number), Rating::Good, today, 100 * minutesPerDay);
    list = due();
    QCOMPARE(list.questions.size(), 0);
    QCOMPARE(list.postponed, 35);
    QCOMPARE(list.week, (std::array<int, 7>{0, 20, 15, 0, 0, 0, 0}));
}

void TestScheduler::due_backlog_leavesRoomForTheDay()
{
    use(largeDeck(60));
    setNewPerDay(0);
    m_fixture->guide().setGoal({u"sample/fresher"_s, {}, 15}); // 10 at the pace assumed at first
    for (int number = 1; number <= 8; ++number)                // due today, and so not put off
        know(u"q%1"_s.arg(number), {.recall = 0.89});
    for (int number = 9; number <= 20; ++number)
        know(u"q%1"_s.arg(number), {.recall = 0.5, .dueDay = today - 1});
    for (int number = 21; number <= 29; ++number) // tomorrow's own
        know(u"q%1"_s.arg(number), {.dueDay = today + 1});
    const DueList list = due();
    QCOMPARE(list.questions.size(), 10);
    QCOMPARE(list.postponed, 10);
    QCOMPARE(sum(list.week), 29);
    QCOMPARE(list.week, (std::array<int, 7>{10, 11, 8, 0, 0, 0, 0})); // 2 more are a seventh of 12
    for (const QuestionId id : ids({u"q1"_s, u"q8"_s}))
        QVERIFY(list.questions.contains(id));
    for (int number = 30; number <= 39; ++number) // new ones begun today take nothing from it
        know(u"q%1"_s.arg(number), {.lastDay = today, .dueDay = today + 40, .firstDay = today});
    QCOMPARE(due().questions.size(), 10);
    for (int number = 30; number <= 33; ++number) // as repeats do
        know(u"q%1"_s.arg(number), {.lastDay = today, .dueDay = today + 40});
    QCOMPARE(due().questions.size(), 8);
    QCOMPARE(due().week, (std::array<int, 7>{8, 11, 10, 0, 0, 0, 0}));
}

void TestScheduler::due_longWaiting_isMoreThanAWeek()
{
    know(u"q1"_s, {.lastDay = today - 20, .dueDay = today - 8});
    know(u"q3"_s, {.lastDay = today - 20, .dueDay = today - 7});
    know(u"q5"_s, {.lastDay = today - 400, .dueDay = today - 300});
    QCOMPARE(due().longWaiting, 2);
    QCOMPARE(due(momentOn(today - 1)).longWaiting, 1);
    QCOMPARE(due(momentOn(today + 1)).longWaiting, 3);
}

void TestScheduler::due_nextTime_isTheFirstToComeBack()
{
    setNewPerDay(0);
    QCOMPARE(due().nextTime, 0);
    const qint64 inSix = now.time + 6 * millisecondsPerMinute;
    const qint64 inFour = now.time + 4 * millisecondsPerMinute;
    know(u"q1"_s, {.lastDay = today, .dueTime = inSix});
    know(u"q3"_s, {.lastDay = today, .dueTime = inFour});
    know(u"q4"_s, {.lastDay = today, .dueTime = inFour + 5 * millisecondsPerMinute});
    know(u"q5"_s, {.dueDay = today + 3});
    QCOMPARE(due().nextTime, inFour);
    QVERIFY(due().questions.isEmpty());
    QCOMPARE(due().week[0], 0);
    QCOMPARE(keys(due({inFour, today}).questions), QStringList{u"q3"_s}); // at the minute
    QCOMPARE(due({inFour, today}).nextTime, inSix);
    QCOMPARE(due({inSix, today}).questions.size(), 2);
    QCOMPARE(due({inSix + 3 * millisecondsPerMinute, today}).nextTime, 0);
    QCOMPARE(due({now.time, today}, {m_fixture->topic(u"orm"_s)}).nextTime, inSix);
}

void TestScheduler::due_ofChosenTopics()
{
    know(u"q1"_s, {.recall = 0.5});
    know(u"q3"_s, {.recall = 0.4});
    know(u"q5"_s, {.recall = 0.3});
    const DueList all = due();
    QCOMPARE(keys(all.questions),
             (QStringList{u"q5"_s, u"q3"_s, u"q1"_s, u"q6"_s, u"q2"_s, u"q4"_s}));
    QCOMPARE(all.topics.size(), 3);

    const DueList forms = due(now, {m_fixture->topic(u"forms"_s)});
    QCOMPARE(keys(forms.questions), (QStringList{u"q5"_s, u"q6"_s}));
    QCOMPARE(forms.fresh, 1);
    QCOMPARE(forms.topics.size(), 1);
    QCOMPARE(forms.topics.at(0).title, u"Forms"_s);
    QCOMPARE(forms.topics.at(0).count, 2);
    QCOMPARE(sum(forms.week), 2);
    // Of its topics the first counts: q2 is on the ORM, though on views as well.
    const DueList views = due(now, {m_fixture->topic(u"views"_s)});
    QCOMPARE(keys(views.questions), (QStringList{u"q3"_s, u"q4"_s}));
    const DueList two = due(now, {m_fixture->topic(u"views"_s), m_fixture->topic(u"orm"_s)});
    QCOMPARE(keys(two.questions), (QStringList{u"q3"_s, u"q1"_s, u"q2"_s, u"q4"_s}));
    QVERIFY(due(now, {4711}).questions.isEmpty());

    // New ones are counted over all topics.
    setNewPerDay(1);
    know(u"q2"_s, {.lastDay = today, .dueDay = today + 9, .firstDay = today});
    QCOMPARE(keys(due(now, {m_fixture->topic(u"forms"_s)}).questions), QStringList{u"q5"_s});
}

void TestScheduler::due_pace_isTheMedianOfLateReviews()
{
    setNewPerDay(0);
    know(u"q5"_s, {});
    for (int i = 0; i < 9; ++i)
        log(u"q1"_s, Rating::Good, today - 30 + i, 100 * minutesPerDay, 30'000);
    QCOMPARE(due().duration, 90'000); // too few to tell
    log(u"q1"_s, Rating::Good, today - 20, 100 * minutesPerDay, 3'600'000);
    QCOMPARE(due().duration, 30'000); // whatever one of them took
    for (int i = 0; i < 100; ++i)
        log(u"q1"_s, Rating::Good, today - 19, 100 * minutesPerDay, 1000);
    QCOMPARE(due().duration, 15'000); // nobody is that quick
    for (int i = 0; i < 51; ++i)
        log(u"q1"_s, Rating::Good, today - 19, 100 * minutesPerDay, 45'000);
    QCOMPARE(due().duration, 45'000); // of the last hundred
    VERIFY_OK(execute(database(), u"UPDATE review SET deleted = 1 WHERE duration = 45000"_s));
    QCOMPARE(due().duration, 15'000);
}

void TestScheduler::due_week_countsWhatIsComing()
{
    setNewPerDay(1);
    know(u"q1"_s, {.dueDay = today - 1});
    know(u"q2"_s, {.dueDay = today});
    know(u"q3"_s, {.dueDay = today + 1});
    know(u"q4"_s, {.dueDay = today + 6});
    know(u"q5"_s, {.dueDay = today + 7});
    QCOMPARE(due().week, (std::array<int, 7>{3, 1, 0, 0, 0, 0, 1}));
}

void TestScheduler::due_emptyCollection_isEmpty()
{
    const QTemporaryDir folder;
    const auto collection = Collection::open(folder.path());
    VERIFY_OK(collection);
    GuideStore guide(*collection.value());
    VERIFY_OK(guide.load());
    Scheduler scheduler(*collection.value(), guide);
    VERIFY_OK(scheduler.load());
    const auto list = scheduler.due(Moment::now());
    VERIFY_OK(list);
    QVERIFY(list.value().questions.isEmpty());
    QVERIFY(list.value().topics.isEmpty());
    QCOMPARE(sum(list.value().week), 0);
    QCOMPARE(list.value().duration, 0);
    QVERIFY(scheduler.inOrder({}, Moment::now()).value().isEmpty());
    QVERIFY(scheduler.weak(Moment::now()).value().questions.isEmpty());
    QVERIFY(scheduler.stubbornPoints().value().isEmpty());
    VERIFY_OK(scheduler.outcomes(1, Moment::now()));
}

void TestScheduler::due_aroundMidnight_data()
{
    QTest::addColumn<QString>("time"); // in UTC, where the learner is
    QTest::addColumn<bool>("days");    // whether the one due on the 11th is
    QTest::addColumn<bool>("minutes"); // whether the one due at 00:05 is
    QTest::newRow("evening") << u"2025-06-10T23:55:00Z"_s << false << false;
    QTest::newRow("midnight") << u"2025-06-11T00:00:00Z"_s << false << false;
    QTest::newRow("five past") << u"2025-06-11T00:05:00Z"_s << false << true;
    QTest::newRow("before four") << u"2025-06-11T03:59:59Z"_s << false << true;
    QTest::newRow("four") << u"2025-06-11T04:00:00Z"_s << true << true;
    QTest::newRow("next midnight") << u"2025-06-12T00:00:00Z"_s << true << true;
    QTest::newRow("next four") << u"2025-06-12T04:00:00Z"_s << true << true;
}

void TestScheduler::due_aroundMidnight()
{
    QFETCH(const QString, time);
    QFETCH(const bool, days);
    QFETCH(const bool, minutes);
    const auto momentAt = [](const QString &utc) {
        const qint64 at = QDateTime::fromString(utc, Qt::ISODate).toMSecsSinceEpoch();
        return Moment{at, studyDay(at, QTimeZone::utc())};
    };
    setNewPerDay(0);
    const Moment evening = momentAt(u"2025-06-10T23:55:00Z"_s);
    QCOMPARE(evening.day, int(QDate(2025, 6, 10).toJulianDay()));
    know(u"q1"_s, {.lastDay = evening.day - 3, .dueDay = evening.day + 1});
    know(u"q3"_s, {.lastDay = evening.day,
                   .dueDay = evening.day,
                   .dueTime = evening.time + 10 * millisecondsPerMinute});
    const QList<QuestionId> questions = due(momentAt(time)).questions;
    QCOMPARE(questions.contains(id(u"q1"_s)), days);
    QCOMPARE(questions.contains(id(u"q3"_s)), minutes);
}

void TestScheduler::due_clockSetBackADay()
{
    setNewPerDay(5);
    log(u"q1"_s, Rating::Good, today, 3 * minutesPerDay);
    log(u"q3"_s, Rating::Again, today, 10);
    log(u"q6"_s, Rating::Easy, today, 30 * minutesPerDay);
    know(u"q5"_s, {.lastDay = today - 5, .dueDay = today - 1});
    const Moment before = momentOn(today - 1);
    const DueList list = due(before);
    for (const QuestionId id : ids({u"q1"_s, u"q3"_s, u"q5"_s, u"q6"_s}))
        QVERIFY(list.questions.contains(id));
    QCOMPARE(list.nextTime, 0);
    QCOMPARE(list.fresh, 2);
    QCOMPARE(sum(list.week), 6);
    // The next grade sets it right.
    log(u"q1"_s, Rating::Good, today - 1, 3 * minutesPerDay);
    QVERIFY(!due(before).questions.contains(id(u"q1"_s)));
    QCOMPARE(due(before).week[3], 1);
    QVERIFY(due(momentOn(today + 2)).questions.contains(id(u"q1"_s)));
}

void TestScheduler::due_travel_keepsTheDay_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"Europe/Berlin", "Pacific/Auckland", "Pacific/Honolulu", "UTC"})
        QTest::newRow(zone) << QByteArray(zone);
}

// Reviewed in Berlin and due on the 13th, a question is due on the 13th wherever the learner is.
void TestScheduler::due_travel_keepsTheDay()
{
    QFETCH(const QByteArray, zone);
    for (const QByteArray &needed : {zone, QByteArray("Europe/Berlin")}) {
        if (!QTimeZone::isTimeZoneIdAvailable(needed))
            QSKIP(
                qPrintable(u"no data on the time zone %1 here"_s.arg(QString::fromLatin1(needed))));
    }
    const QTimeZone there(zone);
    const auto momentAt = [](const QDate &date, const QTime &time, const QTimeZone &where) {
        const qint64 at = QDateTime(date, time, where).toMSecsSinceEpoch();
        return Moment{at, studyDay(at, where)};
    };
    setNewPerDay(0);
    const Moment noon = momentAt({2025, 6, 10}, {12, 0}, QTimeZone("Europe/Berlin"));
    know(u"q1"_s, {.lastDay = noon.day, .dueDay = noon.day + 3});
    VERIFY_OK(execute(database(), u"UPDATE memory SET last_time = ?"_s, {noon.time}));
    const Moment landed{noon.time + 60'000, studyDay(noon.time + 60'000, there)};
    QVERIFY(due(landed).questions.isEmpty());
    QVERIFY(due(momentAt({2025, 6, 13}, {3, 59}, there)).questions.isEmpty());
    QCOMPARE(due(momentAt({2025, 6, 13}, {4, 0}, there)).questions.size(), 1);
}

void TestScheduler::due_siblings_areApart_data()
{
    QTest::addColumn<QStringList>("known"); // the most forgotten first
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &known, const QString &expected) {
        QTest::newRow(name) << known.split(u' ') << expected.split(u' ');
    };
    // q1 and q2 are on the ORM as is d1, q3 and q4 on views as is d2.
    row("already apart", u"q1 q3 d1"_s, u"q1 q3 d1"_s);
    row("at the front", u"q1 d1 q3"_s, u"q1 q3 d1"_s);
    row("drill first", u"d1 q1 q3"_s, u"d1 q3 q1"_s);
    row("at the end", u"q3 q1 d1"_s, u"q1 q3 d1"_s);
    row("two questions and a drill", u"q1 q2 d1 q3"_s, u"q1 q2 q3 d1"_s);
    row("one between many", u"q1 d1 q2 q3"_s, u"q1 q2 q3 d1"_s);
    row("two drills", u"q1 d1 q3 d2"_s, u"q1 q3 d1 d2"_s);
    row("cannot be", u"q1 d1"_s, u"q1 d1"_s);
    row("cannot be, of three", u"d1 q2 q1"_s, u"d1 q2 q1"_s);
    row("drills of two topics", u"d1 d2"_s, u"d1 d2"_s);
}

void TestScheduler::due_siblings_areApart()
{
    QFETCH(const QStringList, known);
    QFETCH(const QStringList, expected);
    Deck deck = sampleDeck();
    deck.questions.append(drill(deck, 1, u"orm"_s));
    deck.questions.append(drill(deck, 2, u"views"_s));
    use(deck);
    setNewPerDay(0);
    for (int i = 0; i < known.size(); ++i)
        know(known.at(i), {.recall = 0.3 + i * 0.05});
    QCOMPARE(keys(due().questions), expected);
    QCOMPARE(keys(scheduler().inOrder(ids(known), now).value()), expected);
}

// Compared with trying every order.
void TestScheduler::due_siblings_areApartWheneverTheyCanBe()
{
    Deck deck = sampleDeck();
    const QStringList topics{u"orm"_s, u"views"_s, u"forms"_s};
    deck.questions.clear();
    for (int i = 1; i <= 9; ++i) {
        deck.questions.append(numbered(sampleDeck(), i, topics.at(i % 3)));
        deck.questions.append(drill(sampleDeck(), i, topics.at(i % 3)));
    }
    use(deck);
    setNewPerDay(0);
    QStringList all;
    for (int i = 1; i <= 9; ++i)
        all << u"q%1"_s.arg(i) << u"d%1"_s.arg(i);
    const auto touch = [](const QString &one, const QString &other) {
        return one.at(0) != other.at(0) &&
               one.back().digitValue() % 3 == other.back().digitValue() % 3;
    };
    const auto touching = [&touch](const QStringList &list) {
        int count = 0;
        for (qsizetype i = 1; i < list.size(); ++i)
            count += touch(list.at(i - 1), list.at(i));
        return count;
    };
    QRandomGenerator random(11);
    for (int round = 0; round < 150; ++round) {
        VERIFY_OK(execute(database(), u"DELETE FROM memory"_s));
        std::shuffle(all.begin(), all.end(), random);
        QStringList list = all.mid(0, 2 + round % 5);
        for (int i = 0; i < list.size(); ++i)
            know(list.at(i), {.recall = 0.3 + i * 0.05});
        const QStringList result = keys(due().questions);
        const int found = touching(result);
        QString names = list.join(u' ');
        std::sort(list.begin(), list.end());
        QStringList sorted = result;
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(sorted, list);
        bool avoidable = false;
        do
            avoidable = touching(list) == 0;
        while (!avoidable && std::next_permutation(list.begin(), list.end()));
        QVERIFY2(found == 0 || !avoidable,
                 qPrintable(u"%1 became %2"_s.arg(names, result.join(u' '))));
    }
}

void TestScheduler::dated_keepsToTheMinutes()
{
    use(largeDeck(60));
    QSignalSpy changed(&scheduler(), &Scheduler::datedChanged);
    setDate(20, 30);
    QCOMPARE(changed.size(), 1);
    QVERIFY(scheduler().isDated(now));
    const double each = m_policy->ofNew(20).seconds;
    const DueList all = due();
    QCOMPARE(all.fresh, int(all.questions.size()));
    QCOMPARE(all.fresh, qRound(30 * 60 / each));
    QVERIFY(std::abs(double(all.duration) / 1000 - all.fresh * each) < 1);
    QCOMPARE(all.postponed, 0);
    QCOMPARE(all.week, (std::array<int, 7>{all.fresh, 8, 7, 6, 5, 4, 3}));
    QCOMPARE(all.topics.size(), 2); // the first, and where the time ends
    // In must-study order, those of harder tiers and drills left out.
    QCOMPARE(all.questions.first(), id(u"q1"_s));
    QVERIFY(!all.questions.contains(id(u"q2"_s)));

    log(u"q1"_s, Rating::Good, today, minutesPerDay, 20 * 60'000); // twenty minutes are gone
    QCOMPARE(due().fresh, qRound(10 * 60 / each));
    log(u"q5"_s, Rating::Good, today, minutesPerDay, 20 * 60'000);
    QVERIFY(due().questions.isEmpty());
    QCOMPARE(due().duration, 0);
}

void TestScheduler::dated_bestIndexFirst()
{
    use(largeDeck(12));
    setDate(4, 240, {PolicyRule::Kind::Priced, 5}); // nothing new
    QRandomGenerator random(planSeed(9));
    std::vector<std::pair<double, QuestionId>> expected;
    for (int number = 1; number <= 12; ++number) {
        const QString key = u"q%1"_s.arg(number);
        const double recall = 0.2 + 0.7 * random.generateDouble();
        const int days = 2 + int(random.bounded(30));
        know(key, {.recall = recall, .lastDay = today - days});
        // Those of the level weigh 1, the three of harder tiers little.
        const double weight = number >= 2 && number <= 4 ? sideWeight : 1;
        const Standing standing =
            m_policy->ofSeen({stabilityFor(recall, days), 0, 5}, days, 4, weight);
        if (standing.worth)
            expected.emplace_back(standing.index, id(key));
    }
    QVERIFY(expected.size() > 8);
    std::sort(expected.begin(), expected.end(), std::greater());
    QList<QuestionId> inOrder;
    for (const auto &[index, question] : expected)
        inOrder.append(question);
    QCOMPARE(keys(due().questions), keys(inOrder));
}

void TestScheduler::dated_skipsWhatWasDoneToday()
{
    setDate(10, 60);
    log(u"q1"_s, Rating::Hard, today - 5, minutesPerDay);
    log(u"q5"_s, Rating::Hard, today - 5, minutesPerDay);
    QVERIFY(due().questions.contains(id(u"q1"_s)));
    log(u"q1"_s, Rating::Hard, today, minutesPerDay);
    QVERIFY(!due().questions.contains(id(u"q1"_s)));
    QVERIFY(due().questions.contains(id(u"q5"_s)));
    QVERIFY(due().questions.contains(id(u"q6"_s))); // new
}

void TestScheduler::dated_dayOff_hasNoneButSteps()
{
    setDate(10, 30);
    Goal goal = m_fixture->guide().goal();
    goal.daysOff = {QDate::fromJulianDay(today)};
    log(u"q1"_s, Rating::Hard, today - 5, minutesPerDay);
    QVERIFY(!due().questions.isEmpty());
    m_fixture->guide().setGoal(goal);
    QVERIFY(due().questions.isEmpty());
    QCOMPARE(due().week[0], 0);
    QCOMPARE(due().week[1], 8);
    // What was forgotten today comes once more, day off or not.
    log(u"q5"_s, Rating::Again, today, 10);
    QVERIFY(due().questions.isEmpty());
    QCOMPARE(due().nextTime, now.time + 10 * millisecondsPerMinute);
    const Moment later{now.time + 11 * millisecondsPerMinute, today};
    QCOMPARE(keys(due(later).questions), QStringList{u"q5"_s});
    QCOMPARE(due(later).fresh, 0);
    QCOMPARE(due(later).nextTime, 0);
    // And with the day's minutes spent.
    goal.daysOff.clear();
    goal.minutes = 10;
    m_fixture->guide().setGoal(goal);
    log(u"q6"_s, Rating::Good, today, minutesPerDay, 60 * 60'000);
    QCOMPARE(keys(due(later).questions), QStringList{u"q5"_s});
}

void TestScheduler::dated_nothingNewInTheLastDays()
{
    log(u"q1"_s, Rating::Hard, today - 5, minutesPerDay);
    setDate(lastDays, 60, {PolicyRule::Kind::Priced, lastDays + 1});
    QCOMPARE(keys(due().questions), QStringList{u"q1"_s});
    setDate(lastDays, 60, {PolicyRule::Kind::Priced, 1});
    QCOMPARE(due().fresh, 2);
}

void TestScheduler::dated_chosenTopics_areByTheOrdinaryRules()
{
    const QList<TopicId> forms{m_fixture->topic(u"forms"_s)};
    log(u"q5"_s, Rating::Good, today - 20, minutesPerDay);
    log(u"q6"_s, Rating::Good, today, 9 * minutesPerDay);
    const DueList ordinary = due(now, forms);
    QCOMPARE(keys(ordinary.questions), QStringList{u"q5"_s});
    setDate(10, 10);
    Goal goal = m_fixture->guide().goal();
    goal.weekdays.fill(0); // no time at all, and yet asked for
    m_fixture->guide().setGoal(goal);
    QVERIFY(due().questions.isEmpty());
    QCOMPARE(due(now, forms).questions, ordinary.questions);
    QCOMPARE(due(now, forms).week, ordinary.week);
}

void TestScheduler::dated_pastOrToday_isByTheOrdinaryRules_data()
{
    QTest::addColumn<int>("days");
    QTest::newRow("today") << 0;
    QTest::newRow("yesterday") << -1;
    QTest::newRow("long ago") << -300;
}

void TestScheduler::dated_pastOrToday_isByTheOrdinaryRules()
{
    QFETCH(const int, days);
    log(u"q1"_s, Rating::Good, today - 30, 2 * minutesPerDay);
    log(u"q3"_s, Rating::Good, today - 3, 9 * minutesPerDay);
    const DueList ordinary = due();
    QList<int> waits;
    for (const Outcome &outcome : scheduler().outcomes(id(u"q1"_s), now).value())
        waits.append(outcome.wait);
    setDate(days, 20);
    QVERIFY(!scheduler().isDated(now));
    QVERIFY(scheduler().isDated(momentOn(today + days - 1))); // but it was
    const DueList then = due();
    QCOMPARE(then.questions, ordinary.questions);
    QCOMPARE(then.week, ordinary.week);
    QCOMPARE(then.duration, ordinary.duration);
    QList<int> waitsThen;
    for (const Outcome &outcome : scheduler().outcomes(id(u"q1"_s), now).value())
        waitsThen.append(outcome.wait);
    QCOMPARE(waitsThen, waits);
    scheduler().setDated({});
    QVERIFY(!scheduler().isDated(now));
}

void TestScheduler::dated_waits_areThePolicys_data()
{
    QTest::addColumn<int>("days");
    for (const int days : {1, 2, 3, 9, 40})
        QTest::addRow("in %d days", days) << days;
}

void TestScheduler::dated_waits_areThePolicys()
{
    QFETCH(const int, days);
    log(u"q1"_s, Rating::Easy, today - 60, minutesPerDay);
    log(u"q1"_s, Rating::Good, today - 20, minutesPerDay);
    log(u"q2"_s, Rating::Hard, today - 2, minutesPerDay); // of a harder tier
    log(u"q5"_s, Rating::Again, today - 1, minutesPerDay);
    for (int step = 0; step < PriceLadder::steps; step += 3) {
        setDate(days, 20, {PolicyRule::Kind::Priced, 1}, step);
        for (const QString &key : {u"q1"_s, u"q2"_s, u"q5"_s, u"q6"_s}) {
            const auto outcomes = scheduler().outcomes(id(key), now).value();
            int least = 1;
            int before = 0;
            for (const Outcome &outcome : outcomes) {
                QVERIFY(outcome.wait >= before); // a better grade never comes back sooner
                before = outcome.wait;
                if (outcome.wait < minutesPerDay)
                    continue; // a step
                QCOMPARE(outcome.wait % minutesPerDay, 0);
                QVERIFY(outcome.wait <= qMax(1, days - 1) * minutesPerDay);
                const MemoryState &state = outcome.memory.state;
                least = qMax(least, m_policy->waitAfter({state.stability, 0, state.difficulty},
                                                        days, key == u"q2"_s ? sideWeight : 1));
                QCOMPARE(outcome.wait, least * minutesPerDay);
            }
            QVERIFY(before >= minutesPerDay); // Easy is never a step
        }
    }
}

void TestScheduler::dated_waits_ofARuleThatDoesNotLookAhead()
{
    log(u"q1"_s, Rating::Easy, today - 60, minutesPerDay);
    log(u"q1"_s, Rating::Good, today - 20, minutesPerDay);
    const auto waits = [this] {
        QList<int> all;
        for (const Outcome &outcome : scheduler().outcomes(id(u"q1"_s), now).value())
            all.append(outcome.wait);
        return all;
    };
    m_fixture->guide().setGoal({u"sample/fresher"_s, QDate::fromJulianDay(today + 400), 20});
    const QList<int> ordinary = waits();
    setDate(400, 20, {PolicyRule::Kind::Greedy});
    QVERIFY(scheduler().isDated(now));
    QCOMPARE(waits(), ordinary);
    setDate(5, 20, {PolicyRule::Kind::Greedy});
    for (const int wait : waits())
        QVERIFY(wait <= 4 * minutesPerDay);
}

void TestScheduler::inOrder_keepsTheSet()
{
    Deck deck = sampleDeck();
    deck.questions.append(drill(deck, 1, u"forms"_s));
    use(deck);
    setNewPerDay(0); // which is for lists of what is due
    know(u"q1"_s, {.dueDay = today + 30});
    know(u"q3"_s, {});
    log(u"q4"_s, Rating::Good, today - 3, minutesPerDay);
    BookmarkStore(m_fixture->collection()).setQuestion(id(u"q6"_s), true);
    VERIFY_OK(m_fixture->collection().writes().flush());
    deck.version = u"2.0.0"_s;
    deck.questions.removeIf([](const Question &question) {
        return question.key == u"q4"_s || question.key == u"q6"_s;
    });
    m_fixture->install(deck);
    QCOMPARE(readText(database(), u"SELECT count(*) FROM question WHERE retired"_s), u"2"_s);
    const QStringList wanted{u"q6"_s, u"q5"_s, u"d1"_s, u"q4"_s, u"q1"_s, u"q2"_s};
    const QStringList list = keys(scheduler().inOrder(ids(wanted), now).value());
    QCOMPARE(QSet<QString>(list.cbegin(), list.cend()),
             QSet<QString>(wanted.cbegin(), wanted.cend()));
    QCOMPARE(list.size(), wanted.size());
    QVERIFY(scheduler().inOrder({}, now).value().isEmpty());
}

void TestScheduler::inOrder_dueThenKnownThenNew()
{
    know(u"q1"_s, {.recall = 0.95, .dueDay = today});
    know(u"q2"_s, {.recall = 0.6, .dueDay = today + 3}); // more forgotten, and yet not due
    know(u"q3"_s, {.recall = 0.7, .dueDay = today - 3});
    know(u"q5"_s, {.recall = 0.5, .dueDay = today + 9});
    const QStringList all{u"q1"_s, u"q2"_s, u"q3"_s, u"q4"_s, u"q5"_s, u"q6"_s};
    QCOMPARE(keys(scheduler().inOrder(ids(all), now).value()),
             (QStringList{u"q3"_s, u"q1"_s, u"q5"_s, u"q2"_s, u"q6"_s, u"q4"_s}));
    miss(u"q1"_s, 0, 9);
    QCOMPARE(keys(scheduler().inOrder(ids({u"q5"_s, u"q1"_s}), now).value()),
             (QStringList{u"q1"_s, u"q5"_s}));
}

void TestScheduler::weak_listsTopicsThatWouldFail()
{
    Deck deck = largeDeck(12); // 7, 10 on views; 8, 11 on forms; 9, 12 on the ORM
    deck.questions.append(drill(deck, 1, u"forms"_s));
    use(deck);
    know(u"q1"_s, {.recall = 0.3});
    know(u"q2"_s, {.recall = 0.4});
    know(u"q3"_s, {.recall = 0.6}); // half of its points missed
    miss(u"q3"_s, 0, 1);
    know(u"q4"_s, {.recall = 0.62});
    know(u"q5"_s, {.recall = 0.1});
    know(u"d1"_s, {.recall = 0.2}); // tells about its topic as any other
    const auto list = scheduler().weak(now);
    VERIFY_OK(list);
    const QList<WeakTopic> &topics = list.value().topics;
    QCOMPARE(topics.size(), 3);
    QCOMPARE(topics.at(0).topic.title, u"Forms"_s);
    QCOMPARE(topics.at(0).topic.topic, m_fixture->topic(u"forms"_s));
    QCOMPARE(topics.at(0).topic.count, 2);
    QCOMPARE(topics.at(0).recall, 0.15);
    QCOMPARE(topics.at(1).topic.title, u"ORM"_s);
    QCOMPARE(topics.at(1).recall, 0.35);
    QCOMPARE(topics.at(2).topic.title, u"Views"_s);
    QCOMPARE(topics.at(2).recall, (0.3 + 0.62) / 2);
    // The weakest first, then new ones in must-study order; a drill is practised elsewhere.
    QCOMPARE(keys(list.value().questions),
             (QStringList{u"q5"_s, u"q1"_s, u"q3"_s, u"q2"_s, u"q4"_s, u"q9"_s, u"q12"_s, u"q7"_s,
                          u"q10"_s, u"q6"_s}));

    know(u"q4"_s, {.recall = 0.71}); // 0.505 with the other
    QCOMPARE(scheduler().weak(now).value().topics.size(), 2);
    know(u"q4"_s, {.recall = 0.62});
    VERIFY_OK(execute(database(), u"DELETE FROM missed_point"_s));
    QCOMPARE(scheduler().weak(now).value().topics.size(), 2);
}

void TestScheduler::weak_needsTwoPractised()
{
    know(u"q1"_s, {.recall = 0.1});
    know(u"q3"_s, {.recall = 0.1});
    QVERIFY(scheduler().weak(now).value().topics.isEmpty());
    QVERIFY(scheduler().weak(now).value().questions.isEmpty());
    know(u"q4"_s, {.recall = 0.1});
    QCOMPARE(scheduler().weak(now).value().topics.size(), 1);
    QCOMPARE(scheduler().weak(now).value().questions.size(), 2);
    QVERIFY(scheduler().weak(momentOn(today - 10)).value().topics.isEmpty()); // fresh in mind
}

void TestScheduler::weak_atMostTen()
{
    use(largeDeck(45));
    for (int number = 7; number <= 45; ++number)
        know(u"q%1"_s.arg(number), {.recall = 0.45 - number * 0.005});
    const QStringList list = keys(scheduler().weak(now).value().questions);
    QStringList expected;
    for (int number = 45; number > 35; --number)
        expected.append(u"q%1"_s.arg(number));
    QCOMPARE(list, expected);
}

void TestScheduler::stubbornPoints_mostMissedFirst()
{
    know(u"q1"_s, {});
    know(u"q5"_s, {});
    know(u"q6"_s, {});
    miss(u"q5"_s, 0, 2);
    miss(u"q1"_s, 0, 1);
    miss(u"q1"_s, 1, 4);
    miss(u"q6"_s, 1, 7);
    QList<StubbornPoint> points = scheduler().stubbornPoints().value();
    QCOMPARE(points.size(), 3);
    QCOMPARE(points.at(1).question, id(u"q1"_s));
    QCOMPARE(points.at(1).text, u"Second point of 1"_s);
    QCOMPARE(points.at(1).run, 4);
    QCOMPARE(points.at(2).text, u"First point of 5"_s);

    Deck deck = sampleDeck();
    deck.version = u"2.0.0"_s;
    deck.questions.removeLast();
    deck.questions[4].keyPoints.removeFirst();
    m_fixture->install(deck);
    points = scheduler().stubbornPoints().value();
    QCOMPARE(points.size(), 1);
    QCOMPARE(points.at(0).run, 4);
}

void TestScheduler::outcomes_endBeforeTheInterview_data()
{
    QTest::addColumn<int>("days"); // until the interview; 0 is today
    QTest::addColumn<int>("most"); // days that a button may promise; 0 for any
    QTest::newRow("in ten days") << 10 << 9;
    QTest::newRow("the day after tomorrow") << 2 << 1;
    QTest::newRow("tomorrow") << 1 << 1; // no wait of days is shorter
    QTest::newRow("today") << 0 << 0;
    QTest::newRow("yesterday") << -1 << 0;
    QTest::newRow("far away") << 5000 << 0;
    QTest::newRow("none") << 99999 << 0;
}

void TestScheduler::outcomes_endBeforeTheInterview()
{
    QFETCH(const int, days);
    QFETCH(const int, most);
    log(u"q1"_s, Rating::Easy, today - 300, minutesPerDay);
    log(u"q1"_s, Rating::Easy, today - 200, minutesPerDay);
    log(u"q1"_s, Rating::Good, today - 60, minutesPerDay);
    const auto waits = [this](const QString &question) {
        QList<int> all;
        for (const Outcome &outcome : scheduler().outcomes(id(question), now).value())
            all.append(outcome.wait);
        return all;
    };
    const QList<int> free = waits(u"q1"_s);
    QCOMPARE(free.at(0), 10);
    QVERIFY(free.at(1) > 30 * minutesPerDay);
    QVERIFY(std::is_sorted(free.begin(), free.end()));
    const QList<int> freeNew = waits(u"q3"_s);
    QVERIFY(freeNew.at(3) >= 2 * minutesPerDay);

    const QDate interview = days == 99999 ? QDate() : QDate::fromJulianDay(today + days);
    m_fixture->guide().setGoal({u"sample/fresher"_s, interview, 20});
    QList<int> expected = free;
    QList<int> expectedNew = freeNew;
    for (QList<int> *list : {&expected, &expectedNew}) {
        for (int &wait : *list)
            wait = most == 0 ? wait : qMin(wait, most * minutesPerDay);
    }
    if (most != 9) // there the fuzz has another range
        QCOMPARE(waits(u"q1"_s), expected);
    for (const int wait : waits(u"q1"_s))
        QVERIFY(most == 0 || wait <= most * minutesPerDay);
    if (most != 9) // within which new questions' fuzz has another range
        QCOMPARE(waits(u"q3"_s), expectedNew);
    for (const int wait : waits(u"q3"_s))
        QVERIFY(most == 0 || wait <= most * minutesPerDay);
}

void TestScheduler::outcomes_areWhatTheLogThenSays_data()
{
    QTest::addColumn<int>("since");     // days since a review before; 0 for none
    QTest::addColumn<int>("interview"); // in days; 0 for none
    QTest::addColumn<Rating>("rating");
    for (const Rating rating : allRatings) {
        QTest::addRow("new, %d", int(rating)) << 0 << 0 << rating;
        QTest::addRow("known, %d", int(rating)) << 12 << 0 << rating;
        QTest::addRow("near the interview, %d", int(rating)) << 12 << 4 << rating;
    }
}

// The promise of a button, the review in the log and the day it is due are one.
void TestScheduler::outcomes_areWhatTheLogThenSays()
{
    QFETCH(const int, since);
    QFETCH(const int, interview);
    QFETCH(const Rating, rating);
    const int day = Moment::now().day;
    if (since > 0)
        log(u"q1"_s, Rating::Good, day - since, since * minutesPerDay);
    const QDate date = QDate::fromJulianDay(day + interview);
    m_fixture->guide().setGoal({u"sample/fresher"_s, interview > 0 ? date : QDate(), 20});
    PracticeStore practice(m_fixture->collection(), scheduler());
    const QuestionStore questions(database());
    PracticeSession session(u"Test"_s, AnswerMode::Think, ids({u"q1"_s, u"q3"_s}), practice,
                            questions);
    QCOMPARE(session.outcomes().at(2).wait, 0); // before the answer is revealed
    session.reveal();
    const Outcome promised = session.outcomes().at(size_t(rating) - 1);
    QVERIFY(promised.wait > 0);
    QVERIFY(interview == 0 || promised.wait <= (interview - 1) * minutesPerDay);
    const Review review = session.review(rating);
    QCOMPARE(review.wait, promised.wait);
    session.apply(review, false);
    VERIFY_OK(m_fixture->collection().writes().flush());

    QCOMPARE(readText(database(), u"SELECT wait FROM review ORDER BY rowid DESC LIMIT 1"_s),
             QString::number(promised.wait));
    const auto memory = memoryOf(database(), id(u"q1"_s));
    VERIFY_OK(memory);
    QVERIFY(memory.value());
    QCOMPARE(memory.value()->memory, promised.memory);
    const bool minutes = promised.wait < minutesPerDay;
    QCOMPARE(memory.value()->dueDay, review.day + promised.wait / minutesPerDay);
    QCOMPARE(memory.value()->dueTime,
             minutes ? review.created + promised.wait * millisecondsPerMinute : 0);

    // And a setting that changes later does not change the past.
    scheduler().setPlan({5, 0.8, u"fsrs6"_s});
    m_fixture->guide().setGoal({u"sample/fresher"_s, QDate::fromJulianDay(day + 2), 20});
    VERIFY_OK(m_fixture->collection().writes().flush());
    QCOMPARE(memoryOf(database(), id(u"q1"_s)).value(), memory.value());
}

void TestScheduler::plan_survivesReopen()
{
    QCOMPARE(scheduler().plan(), SchedulePlan());
    QSignalSpy changed(&scheduler(), &Scheduler::changed);
    scheduler().setPlan({7, 0.85, u"fsrs6"_s});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(scheduler().plan(), (SchedulePlan{7, 0.85, u"fsrs6"_s}));
    QCOMPARE(scheduler().rules().spacing.retention, 0.85);
    m_fixture->reopen();
    QCOMPARE(scheduler().plan(), (SchedulePlan{7, 0.85, u"fsrs6"_s}));
    QCOMPARE(scheduler().rules().spacing.retention, 0.85);
    for (int percent = 80; percent <= 97; ++percent) { // none is rounded on its way
        scheduler().setPlan({percent - 60, percent / 100.0, u"fsrs6"_s});
        m_fixture->reopen();
        QCOMPARE(scheduler().plan().newPerDay, percent - 60);
        QVERIFY(scheduler().plan().retention == percent / 100.0);
    }
}

void TestScheduler::plan_outOfBounds_isBroughtIn_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<SchedulePlan>("expected");
    const auto row = [](const char *name, const QString &key, const QString &value,
                        const SchedulePlan &expected) {
        QTest::newRow(name) << u"schedule/"_s + key << value << expected;
    };
    row("too many", u"newPerDay"_s, u"999"_s, {50, 0.9, u"fsrs6"_s});
    row("fewer than none", u"newPerDay"_s, u"-3"_s, {0, 0.9, u"fsrs6"_s});
    row("all remembered", u"retention"_s, u"1"_s, {5, 0.97, u"fsrs6"_s});
    row("nothing remembered", u"retention"_s, u"0.1"_s, {5, 0.8, u"fsrs6"_s});
    row("unknown model", u"model"_s, u"sm2"_s, {5, 0.9, u"fsrs6"_s});
    row("of a later version", u"horizon"_s, u"9"_s, {5, 0.9, u"fsrs6"_s});
}

void TestScheduler::plan_outOfBounds_isBroughtIn()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QFETCH(const SchedulePlan, expected);
    VERIFY_OK(execute(database(), u"INSERT INTO setting VALUES (?, ?)"_s, {key, value}));
    m_fixture->reopen();
    QCOMPARE(scheduler().plan(), expected);
}

void TestScheduler::weights_survivePerModel()
{
    QList<double> weights = scheduler().rules().model->weights();
    for (double &weight : weights)
        weight *= 1.0 + 1.0 / 3; // with digits that rounding would lose
    weights = makeMemoryModel(u"fsrs6"_s, weights)->weights(); // within their box
    QSignalSpy changed(&scheduler(), &Scheduler::changed);
    scheduler().setWeights(u"fsrs6"_s, weights);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(scheduler().rules().model->weights(), weights);
    m_fixture->reopen();
    QVERIFY(scheduler().rules().model->weights() == weights); // to the last bit

    scheduler().setPlan({5, 0.9, u"fsrs7"_s}); // for which nothing was fitted
    QCOMPARE(scheduler().rules().model->key(), u"fsrs7"_s);
    QCOMPARE(scheduler().rules().model->weights(), makeMemoryModel(u"fsrs7"_s)->weights());
    m_fixture->reopen();
    QCOMPARE(scheduler().rules().model->key(), u"fsrs7"_s);
    scheduler().setPlan({5, 0.9, u"fsrs6"_s});
    QVERIFY(scheduler().rules().model->weights() == weights);
}

void TestScheduler::weights_ofWrongLength_areIgnored_data()
{
    QTest::addColumn<QString>("weights");
    QTest::newRow("few") << u"1 2 3"_s;
    QTest::newRow("none") << QString();
    QTest::newRow("one too many") << u"1 "_s.repeated(22);
    QTest::newRow("of the other model") << u"1 "_s.repeated(34);
    QTest::newRow("not finite") << u"1 "_s.repeated(20) + u"nan"_s;
}

void TestScheduler::weights_ofWrongLength_areIgnored()
{
    QFETCH(const QString, weights);
    const QList<double> before = scheduler().rules().model->weights();
    VERIFY_OK(execute(database(), u"INSERT INTO setting VALUES ('schedule/weights/fsrs6', ?)"_s,
                      {weights.isNull() ? u""_s : weights}));
    log(u"q1"_s, Rating::Good, today, minutesPerDay);
    m_fixture->reopen();
    QCOMPARE(scheduler().rules().model->weights(), before);
    VERIFY_OK(m_fixture->collection().writes().flush());
    QVERIFY(checkMemory(database()).value());
    QVERIFY(isMemorySound(database(), scheduler().rules()).value());
}

void TestScheduler::setPlan_otherRetention_derivesMemoryAnew()
{
    log(u"q1"_s, Rating::Good, today - 40, 0);
    log(u"q1"_s, Rating::Good, today - 37, 0);
    VERIFY_OK(
        execute(database(), u"UPDATE review SET wait = NULL"_s)); // from before there were any
    log(u"q3"_s, Rating::Good, today - 37, 9 * minutesPerDay);
    const auto before = allMemories(database()).value();
    scheduler().setPlan({5, 0.8, u"fsrs6"_s});
    VERIFY_OK(m_fixture->collection().writes().flush());
    const auto after = allMemories(database()).value();
    QVERIFY(after[id(u"q1"_s)].dueDay > before[id(u"q1"_s)].dueDay);
    QCOMPARE(after[id(u"q3"_s)], before[id(u"q3"_s)]);
    QVERIFY(isMemorySound(database(), scheduler().rules()).value());
    QVERIFY(checkMemory(database()).value());
    QVERIFY(readText(database(), u"SELECT value FROM setting WHERE key = 'schedule/memoryBy'"_s)
                .startsWith(u"fsrs6 0.8 "_s));
}

void TestScheduler::setPlan_otherModel_derivesMemoryAnew()
{
    log(u"q1"_s, Rating::Good, today - 40, 3 * minutesPerDay);
    log(u"q1"_s, Rating::Good, today - 37, 9 * minutesPerDay);
    const QuestionMemory before = *memoryOf(database(), id(u"q1"_s)).value();
    scheduler().setPlan({5, 0.9, u"fsrs7"_s});
    VERIFY_OK(m_fixture->collection().writes().flush());
    const QuestionMemory after = *memoryOf(database(), id(u"q1"_s)).value();
    QVERIFY(after.memory.state.fast > 0);
    QVERIFY(after.memory.state.stability != before.memory.state.stability);
    QCOMPARE(after.dueDay, before.dueDay);
    QVERIFY(checkMemory(database()).value());
    QVERIFY(isMemorySound(database(), scheduler().rules()).value());
}

void TestScheduler::setPlan_same_changesNothing()
{
    log(u"q1"_s, Rating::Good, today, minutesPerDay);
    QSignalSpy changed(&scheduler(), &Scheduler::changed);
    scheduler().setPlan(scheduler().plan());
    QCOMPARE(changed.size(), 0);
    // More new questions a day are no matter of memory.
    VERIFY_OK(execute(database(), u"UPDATE memory SET stability = 77"_s));
    scheduler().setPlan({9, 0.9, u"fsrs6"_s});
    VERIFY_OK(m_fixture->collection().writes().flush());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(readText(database(), u"SELECT stability FROM memory"_s).toDouble(), 77.0);
}

void TestScheduler::load_memoryByOtherRules_derivesItAnew()
{
    log(u"q1"_s, Rating::Good, today, minutesPerDay);
    m_fixture->reopen();
    VERIFY_OK(m_fixture->collection().writes().flush());
    const auto sound = allMemories(database()).value();
    VERIFY_OK(execute(database(), u"UPDATE memory SET stability = 77"_s));
    m_fixture->reopen(); // by the same rules: trusted as it is
    VERIFY_OK(m_fixture->collection().writes().flush());
    QVERIFY(allMemories(database()).value() != sound);
    VERIFY_OK(execute(database(), u"UPDATE setting SET value = 'fsrs5 0.9 1'"
                                  " WHERE key = 'schedule/memoryBy'"_s));
    m_fixture->reopen();
    VERIFY_OK(m_fixture->collection().writes().flush());
    QCOMPARE(allMemories(database()).value(), sound);
}

void TestScheduler::tableDropped_isAnError()
{
    VERIFY_OK(execute(database(), u"PRAGMA foreign_keys = OFF"_s));
    VERIFY_OK(execute(database(), u"DROP TABLE missed_point"_s));
    QVERIFY(!scheduler().due(now).ok());
    QVERIFY(!scheduler().inOrder(ids({u"q1"_s}), now).ok());
    QVERIFY(!scheduler().weak(now).ok());
    QVERIFY(!scheduler().stubbornPoints().ok());
    VERIFY_OK(scheduler().outcomes(id(u"q1"_s), now));
    VERIFY_OK(execute(database(), u"DROP TABLE memory"_s));
    VERIFY_OK(scheduler().outcomes(id(u"q1"_s), now)); // of the log, which is all it needs
    VERIFY_OK(execute(database(), u"DROP TABLE review"_s));
    QVERIFY(!scheduler().outcomes(id(u"q1"_s), now).ok());
    VERIFY_OK(execute(database(), u"DROP TABLE setting"_s));
    QVERIFY(!scheduler().load().ok());
}

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
