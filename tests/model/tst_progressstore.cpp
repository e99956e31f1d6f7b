// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/progressstore.h"

#include "model/collection/sql.h"
#include "model/plan/outlook.h"
#include "tests/support/modelfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int monday = 2'461'326; // 12 October 2026

} // namespace

class TestProgressStore : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_fixture.reset(); }

    void practiceDays_countReviewsAndNewQuestions();
    void practiceDays_leaveOutWhatWasTakenBack();
    void practiceDays_countAFirstReviewByItsRowNotItsDay();
    void history_readsAForecastOnlyWhereThereWasOne();
    void sessionsOn_listsSittingsInOrder();
    void sessionsOn_listsInterviewsByStudyDay();
    void sessionsOn_tellsACountedInterviewOnce();
    void impossibleDays_areLeftOut();
    void csv_hasOneRowADay();
    void csv_ofNoDate_forecastsNoInterview();
    void csv_ofNothing_isTheHeader();
    void tableDropped_isAnError();

private:
    void add(const QString &question, int day, int minutes, const QString &session = {},
             bool deleted = false);
    void run(const QString &sql, const QVariantList &values = {});

    ProgressStore store() { return ProgressStore(m_fixture->collection()); }

    // Noon of a study day, where the test runs.
    static qint64 noon(int day)
    {
        return QDate::fromJulianDay(day).startOfDay().toMSecsSinceEpoch() + 12LL * 3'600'000;
    }

    std::unique_ptr<CollectionFixture> m_fixture;
    int m_count = 0;
};

void TestProgressStore::init()
{
    m_fixture = std::make_unique<CollectionFixture>();
    m_count = 0;
}

void TestProgressStore::run(const QString &sql, const QVariantList &values)
{
    VERIFY_OK(execute(m_fixture->database(), sql, values));
}

void TestProgressStore::add(const QString &question, int day, int minutes, const QString &session,
                            bool deleted)
{
    const qint64 created = noon(day) + 3'600'000LL * ++m_count;
    const QVariant none;
    run(u"INSERT INTO review(uid, question_id, session_uid, rating, answer, duration, created,"
        " modified, deleted, day) VALUES (?, ?, ?, 3, '', ?, ?, ?, ?, ?)"_s,
        {u"review-%1"_s.arg(m_count), m_fixture->question(question),
         session.isEmpty() ? none : session, minutes * 60'000LL, created, created,
         deleted ? created : none, day});
}

void TestProgressStore::practiceDays_countReviewsAndNewQuestions()
{
    add(u"q1"_s, monday, 3);
    add(u"q1"_s, monday, 2);
    add(u"q2"_s, monday, 4);
    add(u"q2"_s, monday + 2, 5);
    const auto days = store().practiceDays(monday + 9);
    VERIFY_OK(days);
    QCOMPARE(days.value().size(), 2);
    QCOMPARE(days.value().at(0).day, monday);
    QCOMPARE(days.value().at(0).reviews, 3);
    QCOMPARE(days.value().at(0).fresh, 2);
    QCOMPARE(days.value().at(0).duration, 9 * 60'000LL);
    QCOMPARE(days.value().at(1).day, monday + 2);
    QCOMPARE(days.value().at(1).fresh, 0);
}

void TestProgressStore::practiceDays_leaveOutWhatWasTakenBack()
{
    add(u"q1"_s, monday, 3, {}, true);
    add(u"q1"_s, monday + 1, 3);
    const auto days = store().practiceDays(monday + 9);
    VERIFY_OK(days);
    QCOMPARE(days.value().size(), 1);
    QCOMPARE(days.value().at(0).fresh, 1);
}

void TestProgressStore::practiceDays_countAFirstReviewByItsRowNotItsDay()
{
    add(u"q1"_s, monday + 1, 3);
    add(u"q1"_s, monday, 3); // the clock was set back
    const auto days = store().practiceDays(monday + 9);
    VERIFY_OK(days);
    QCOMPARE(days.value().at(0).fresh, 0);
    QCOMPARE(days.value().at(1).fresh, 1);
}

void TestProgressStore::history_readsAForecastOnlyWhereThereWasOne()
{
    run(u"INSERT INTO readiness VALUES (?, 'mid', 0.5, 0.8, 0.4)"_s, {monday + 1});
    run(u"INSERT INTO readiness VALUES (?, 'mid', 0.25, NULL, NULL)"_s, {monday});
    const auto history = store().history(monday + 9);
    VERIFY_OK(history);
    QCOMPARE(history.value().size(), 2);
    QCOMPARE(history.value().at(0).day, monday);
    QCOMPARE(history.value().at(0).ready, 0.25);
    QVERIFY(history.value().at(0).followed < 0);
    QVERIFY(history.value().at(0).stopped < 0);
    QCOMPARE(history.value().at(1).followed, 0.8);
    QCOMPARE(history.value().at(1).stopped, 0.4);
}

void TestProgressStore::sessionsOn_listsSittingsInOrder()
{
    for (const QString &uid : {u"a"_s, u"b"_s})
        run(u"INSERT INTO session(uid, title, mode, position, created, modified)"
            " VALUES (?, ?, 0, 0, 0, 0)"_s,
            {uid, u"Session "_s + uid});
    add(u"q1"_s, monday, 10, u"b"_s);
    add(u"q2"_s, monday, 5);
    add(u"q3"_s, monday, 4, u"a"_s);
    add(u"q4"_s, monday, 6, u"b"_s);
    add(u"q5"_s, monday + 1, 6, u"b"_s);
    const auto sessions = store().sessionsOn(monday);
    VERIFY_OK(sessions);
    QCOMPARE(sessions.value().size(), 3);
    QCOMPARE(sessions.value().at(0).title, u"Session b"_s);
    QCOMPARE(sessions.value().at(0).reviews, 2);
    QCOMPARE(sessions.value().at(0).duration, 16 * 60'000LL);
    QCOMPARE(sessions.value().at(0).started.toMSecsSinceEpoch(), noon(monday) + 50 * 60'000LL);
    QCOMPARE(sessions.value().at(1).title, QString());
    QCOMPARE(sessions.value().at(2).title, u"Session a"_s);
}

void TestProgressStore::sessionsOn_listsInterviewsByStudyDay()
{
    const qint64 hour = 3'600'000;
    const QList<std::pair<QString, qint64>> interviews = {{u"before"_s, noon(monday) - 9 * hour},
                                                          {u"first"_s, noon(monday) - 7 * hour},
                                                          {u"last"_s, noon(monday) + 15 * hour},
                                                          {u"after"_s, noon(monday) + 17 * hour}};
    for (const auto &[uid, created] : interviews) {
        run(u"INSERT INTO interview(uid, level, position, created, modified)"
            " VALUES (?, ?, 0, ?, 0)"_s,
            {uid, uid, created});
        for (int i = 0; i < 3; ++i)
            run(u"INSERT INTO interview_question(interview_uid, position, question_id, allowed,"
                " spent) VALUES (?, ?, ?, 1, ?)"_s,
                {uid, i, m_fixture->question(u"q%1"_s.arg(i + 1)), i * 60'000LL});
    }
    const auto sessions = store().sessionsOn(monday);
    VERIFY_OK(sessions);
    QCOMPARE(sessions.value().size(), 2);
    QCOMPARE(sessions.value().at(0).title, u"Mock interview, first"_s);
    QCOMPARE(sessions.value().at(0).reviews, 2); // the third was not asked
    QCOMPARE(sessions.value().at(0).duration, 3 * 60'000LL);
    QCOMPARE(sessions.value().at(1).title, u"Mock interview, last"_s);
}

void TestProgressStore::sessionsOn_tellsACountedInterviewOnce()
{
    run(u"INSERT INTO interview(uid, level, position, counted, created, modified)"
        " VALUES ('i', 'Senior', 0, 1, ?, 0)"_s,
        {noon(monday)});
    run(u"INSERT INTO interview_question(interview_uid, position, question_id, allowed, spent)"
        " VALUES ('i', 0, ?, 1, 240000)"_s,
        {m_fixture->question(u"q1"_s)});
    add(u"q1"_s, monday, 4);
    auto sessions = store().sessionsOn(monday);
    VERIFY_OK(sessions);
    QCOMPARE(sessions.value().size(), 1);
    QCOMPARE(sessions.value().at(0).title, u"Mock interview, Senior"_s);
    add(u"q2"_s, monday, 4); // of no session, and not of the interview
    sessions = store().sessionsOn(monday);
    QCOMPARE(sessions.value().size(), 2);
}

void TestProgressStore::impossibleDays_areLeftOut()
{
    const int today = monday + 2;
    for (const int day : {-3, 5, 2'451'544, today + 1, 99'000'000})
        run(u"INSERT INTO readiness VALUES (?, 'mid', 0.5, 0.8, 0.4)"_s, {day});
    run(u"INSERT INTO readiness VALUES (?, 'mid', 0.5, 0.8, 0.4)"_s, {today});
    add(u"q1"_s, 5, 3);
    add(u"q1"_s, today, 3);
    add(u"q2"_s, today + 400, 3);
    const auto history = store().history(today);
    VERIFY_OK(history);
    QCOMPARE(history.value().size(), 1);
    QCOMPARE(history.value().constFirst().day, today);
    QCOMPARE(history.value().constFirst().level, u"mid"_s);
    const auto days = store().practiceDays(today);
    VERIFY_OK(days);
    QCOMPARE(days.value().size(), 1);
    QCOMPARE(days.value().constFirst().fresh, 0); // the first one counts, whenever it was
    QCOMPARE(progressCsv(days.value(), history.value(), {}).count(u"\r\n"_s), 2);
}

void TestProgressStore::csv_hasOneRowADay()
{
    Outlook outlook;
    outlook.goal.level = u"mid"_s;
    outlook.goal.interview = QDate::fromJulianDay(monday + 3);
    outlook.today = monday + 2;
    outlook.end = monday + 3;
    outlook.ready = 0.5;
    outlook.days = {{monday + 2, 0.5, 0.5, 0.5, 0.5, 4, 2, 20},
                    {monday + 3, 0.625, 0.6, 0.65, 0.4, 3.24, 0, 10}};
    const QString csv =
        progressCsv({{monday, 5, 2, 90'000}}, {{monday, u"junior"_s, 0.25, 0.8, 0.1}}, outlook);
    const QStringList lines = csv.split(u"\r\n"_s);
    QCOMPARE(lines.size(), 6); // the last is empty
    QCOMPARE(lines.at(0), u"Date,Kind,Minutes,Reviews,New questions,Level,Readiness (%),"
                          "Forecast then for the interview (%),If stopped then (%),"
                          "Readiness if followed (%),Low (%),High (%),"
                          "Readiness if stopped (%)"_s);
    QCOMPARE(lines.at(1), u"2026-10-12,past,1.5,3,2,junior,25.0,80.0,10.0,,,,"_s);
    QCOMPARE(lines.at(2), u"2026-10-13,past,0.0,0,0,,,,,,,,"_s);
    QCOMPARE(lines.at(3), u"2026-10-14,past,0.0,0,0,mid,50.0,62.5,40.0,,,,"_s);
    QCOMPARE(lines.at(4), u"2026-10-15,planned,10.0,3.2,0.0,mid,,,,62.5,60.0,65.0,40.0"_s);
    QCOMPARE(lines.at(5), QString());
}

void TestProgressStore::csv_ofNoDate_forecastsNoInterview()
{
    Outlook outlook;
    outlook.today = monday;
    outlook.end = monday + 1;
    outlook.ready = 0.5;
    outlook.days = {{monday, 0.5, 0.5, 0.5, 0.5, 4, 2, 20},
                    {monday + 1, 0.625, 0.6, 0.65, 0.4, 3, 0, 10}};
    const QStringList lines = progressCsv({}, {}, outlook).split(u"\r\n"_s);
    QCOMPARE(lines.at(1), u"2026-10-12,past,0.0,0,0,,50.0,,,,,,"_s);
    QCOMPARE(lines.at(2), u"2026-10-13,planned,10.0,3.0,0.0,,,,,62.5,60.0,65.0,40.0"_s);
}

void TestProgressStore::csv_ofNothing_isTheHeader()
{
    QCOMPARE(progressCsv({}, {}, {}).count(u"\r\n"_s), 1);
}

void TestProgressStore::tableDropped_isAnError()
{
    run(u"DROP TABLE readiness"_s);
    run(u"DROP TABLE interview_answer"_s);
    run(u"DROP TABLE interview_key_point"_s);
    run(u"DROP TABLE interview_question"_s);
    QCOMPARE(store().history(monday + 9).error().kind, Error::Kind::Query);
    QCOMPARE(store().sessionsOn(monday).error().kind, Error::Kind::Query);
    run(u"DROP TABLE review_key_point"_s);
    run(u"DROP TABLE review"_s);
    QCOMPARE(store().practiceDays(monday + 9).error().kind, Error::Kind::Query);
}

QTEST_GUILESS_MAIN(TestProgressStore)
#include "tst_progressstore.moc"
