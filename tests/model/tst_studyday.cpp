// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/studyday.h"

#include "model/collection/sql.h"
#include "model/collection/stamp.h"
#include "tests/support/journey.h"
#include "tests/support/modelfixture.h"

#include <QDateTime>
#include <QFile>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

qint64 timeOf(const QString &utc)
{
    const QDateTime time = QDateTime::fromString(utc, Qt::ISODateWithMs);
    Q_ASSERT(time.isValid() && time.timeSpec() == Qt::UTC);
    return time.toMSecsSinceEpoch();
}

int dayOf(const QString &date)
{
    return int(QDate::fromString(date, Qt::ISODate).toJulianDay());
}

} // namespace

// Skips the running test where the system does not know a zone.
#define NEED_ZONE(zone)                                                                            \
    do {                                                                                           \
        if (!QTimeZone::isTimeZoneIdAvailable(zone))                                               \
            QSKIP(qPrintable(u"no data on the time zone %1 here"_s.arg(                            \
                QLatin1StringView((zone).constData()))));                                          \
    } while (false)

class TestStudyDay : public QObject
{
    Q_OBJECT

private slots:
    void studyDay_beginsAtFour_data();
    void studyDay_beginsAtFour();
    void studyDay_changesOnceADayAtFour_data();
    void studyDay_changesOnceADayAtFour();
    void studyDay_withoutAZone_isThatOfTheSystem_data();
    void studyDay_withoutAZone_isThatOfTheSystem();
    void studyDay_isWhatTheMigrationMakes_data();
    void studyDay_isWhatTheMigrationMakes();
    void momentNow_isNow();
};

void TestStudyDay::studyDay_beginsAtFour_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("time"); // in UTC
    QTest::addColumn<QString>("day");
    const auto row = [](const char *name, const QByteArray &zone, const QString &time,
                        const QString &day) { QTest::newRow(name) << zone << time << day; };

    const QByteArray utc = "UTC";
    row("last millisecond before four", utc, u"2025-06-10T03:59:59.999Z"_s, u"2025-06-09"_s);
    row("four", utc, u"2025-06-10T04:00:00.000Z"_s, u"2025-06-10"_s);
    row("before midnight", utc, u"2025-06-09T23:59:59.999Z"_s, u"2025-06-09"_s);
    row("midnight", utc, u"2025-06-10T00:00:00.000Z"_s, u"2025-06-09"_s);
    row("new year's night", utc, u"2026-01-01T03:30:00Z"_s, u"2025-12-31"_s);
    row("new year's morning", utc, u"2026-01-01T04:00:00Z"_s, u"2026-01-01"_s);
    row("before 1970", utc, u"1969-12-31T23:00:00Z"_s, u"1969-12-31"_s);
    row("into a leap day", utc, u"2024-02-29T03:59:59.999Z"_s, u"2024-02-28"_s);
    row("a leap day", utc, u"2024-02-29T04:00:00Z"_s, u"2024-02-29"_s);
    row("out of a leap day", utc, u"2024-03-01T03:59:59.999Z"_s, u"2024-02-29"_s);
    row("no leap day", utc, u"2025-03-01T03:59:59.999Z"_s, u"2025-02-28"_s);

    // 02:00 became 03:00, and 03:00 became 02:00.
    const QByteArray berlin = "Europe/Berlin";
    row("Berlin spring 01:59:59", berlin, u"2025-03-30T00:59:59Z"_s, u"2025-03-29"_s);
    row("Berlin spring 03:00", berlin, u"2025-03-30T01:00:00Z"_s, u"2025-03-29"_s);
    row("Berlin spring 03:59:59", berlin, u"2025-03-30T01:59:59.999Z"_s, u"2025-03-29"_s);
    row("Berlin spring 04:00", berlin, u"2025-03-30T02:00:00Z"_s, u"2025-03-30"_s);
    row("Berlin autumn 02:30, first", berlin, u"2025-10-26T00:30:00Z"_s, u"2025-10-25"_s);
    row("Berlin autumn 02:30, again", berlin, u"2025-10-26T01:30:00Z"_s, u"2025-10-25"_s);
    row("Berlin autumn 03:59:59", berlin, u"2025-10-26T02:59:59.999Z"_s, u"2025-10-25"_s);
    row("Berlin autumn 04:00", berlin, u"2025-10-26T03:00:00Z"_s, u"2025-10-26"_s);

    // 02:00 became 03:00, and 02:00 became 01:00.
    const QByteArray newYork = "America/New_York";
    row("New York spring 01:59:59", newYork, u"2025-03-09T06:59:59Z"_s, u"2025-03-08"_s);
    row("New York spring 03:00", newYork, u"2025-03-09T07:00:00Z"_s, u"2025-03-08"_s);
    row("New York spring 03:59:59", newYork, u"2025-03-09T07:59:59.999Z"_s, u"2025-03-08"_s);
    row("New York spring 04:00", newYork, u"2025-03-09T08:00:00Z"_s, u"2025-03-09"_s);
    row("New York autumn 01:30, first", newYork, u"2025-11-02T05:30:00Z"_s, u"2025-11-01"_s);
    row("New York autumn 01:30, again", newYork, u"2025-11-02T06:30:00Z"_s, u"2025-11-01"_s);
    row("New York autumn 03:59:59", newYork, u"2025-11-02T08:59:59.999Z"_s, u"2025-11-01"_s);
    row("New York autumn 04:00", newYork, u"2025-11-02T09:00:00Z"_s, u"2025-11-02"_s);

    // There was no midnight in spring, and two in autumn.
    const QByteArray havana = "America/Havana";
    row("Havana spring 23:59:59", havana, u"2025-03-09T04:59:59Z"_s, u"2025-03-08"_s);
    row("Havana spring 01:00", havana, u"2025-03-09T05:00:00Z"_s, u"2025-03-08"_s);
    row("Havana spring 03:59:59", havana, u"2025-03-09T07:59:59.999Z"_s, u"2025-03-08"_s);
    row("Havana spring 04:00", havana, u"2025-03-09T08:00:00Z"_s, u"2025-03-09"_s);
    row("Havana autumn 00:30, first", havana, u"2025-11-02T04:30:00Z"_s, u"2025-11-01"_s);
    row("Havana autumn 00:30, again", havana, u"2025-11-02T05:30:00Z"_s, u"2025-11-01"_s);
    row("Havana autumn 04:00", havana, u"2025-11-02T09:00:00Z"_s, u"2025-11-02"_s);

    // The day before had its last hour twice.
    const QByteArray beirut = "Asia/Beirut";
    row("Beirut spring 01:00", beirut, u"2025-03-29T22:00:00Z"_s, u"2025-03-29"_s);
    row("Beirut spring 04:00", beirut, u"2025-03-30T01:00:00Z"_s, u"2025-03-30"_s);
    row("Beirut autumn 23:30, first", beirut, u"2025-10-25T20:30:00Z"_s, u"2025-10-25"_s);
    row("Beirut autumn 23:30, again", beirut, u"2025-10-25T21:30:00Z"_s, u"2025-10-25"_s);
    row("Beirut autumn 03:59:59", beirut, u"2025-10-26T01:59:59.999Z"_s, u"2025-10-25"_s);
    row("Beirut autumn 04:00", beirut, u"2025-10-26T02:00:00Z"_s, u"2025-10-26"_s);

    // Half an hour, at 02:00.
    const QByteArray lordHowe = "Australia/Lord_Howe";
    row("Lord Howe autumn 01:45, first", lordHowe, u"2025-04-05T14:45:00Z"_s, u"2025-04-05"_s);
    row("Lord Howe autumn 01:45, again", lordHowe, u"2025-04-05T15:15:00Z"_s, u"2025-04-05"_s);
    row("Lord Howe autumn 03:59:59", lordHowe, u"2025-04-05T17:29:59.999Z"_s, u"2025-04-05"_s);
    row("Lord Howe autumn 04:00", lordHowe, u"2025-04-05T17:30:00Z"_s, u"2025-04-06"_s);
    row("Lord Howe spring 02:30", lordHowe, u"2025-10-04T15:30:00Z"_s, u"2025-10-04"_s);
    row("Lord Howe spring 03:59:59", lordHowe, u"2025-10-04T16:59:59.999Z"_s, u"2025-10-04"_s);
    row("Lord Howe spring 04:00", lordHowe, u"2025-10-04T17:00:00Z"_s, u"2025-10-05"_s);

    // One moment, a day apart by the calendars on the walls.
    row("travel, in Auckland", "Pacific/Auckland", u"2025-06-10T22:00:00Z"_s, u"2025-06-11"_s);
    row("travel, in Honolulu", "Pacific/Honolulu", u"2025-06-10T22:00:00Z"_s, u"2025-06-10"_s);
    // At night there, still the day that it is in the west.
    row("night in Auckland", "Pacific/Auckland", u"2025-06-10T15:00:00Z"_s, u"2025-06-10"_s);
    row("farthest east", "Pacific/Kiritimati", u"2025-06-10T14:00:00Z"_s, u"2025-06-11"_s);
    row("farthest west", "Pacific/Pago_Pago", u"2025-06-10T14:00:00Z"_s, u"2025-06-09"_s);
    row("a quarter of an hour off", "Asia/Kathmandu", u"2025-06-09T22:14:59.999Z"_s,
        u"2025-06-09"_s);
    row("a quarter of an hour", "Asia/Kathmandu", u"2025-06-09T22:15:00Z"_s, u"2025-06-10"_s);

    // Samoa left out 30 December 2011 when it moved across the date line.
    const QByteArray apia = "Pacific/Apia";
    row("Apia, the 29th at 23:59", apia, u"2011-12-30T09:59:59Z"_s, u"2011-12-29"_s);
    row("Apia, the 31st at 04:00", apia, u"2011-12-30T14:00:00Z"_s, u"2011-12-31"_s);
}

void TestStudyDay::studyDay_beginsAtFour()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, time);
    QFETCH(const QString, day);
    NEED_ZONE(zone);
    QCOMPARE(studyDay(timeOf(time), QTimeZone(zone)), dayOf(day));
}

void TestStudyDay::studyDay_changesOnceADayAtFour_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone :
         {"UTC", "Europe/Berlin", "America/New_York", "America/Havana", "Asia/Beirut",
          "Australia/Lord_Howe", "Antarctica/Troll", "Asia/Kolkata", "Pacific/Auckland"})
        QTest::newRow(zone) << QByteArray(zone);
}

// Through a leap year, whatever the clock does: no study day is left out or comes twice.
void TestStudyDay::studyDay_changesOnceADayAtFour()
{
    QFETCH(const QByteArray, zone);
    NEED_ZONE(zone);
    const QTimeZone where(zone);
    constexpr qint64 step = 15 * 60'000;
    const qint64 begin = timeOf(u"2024-01-01T12:00:00Z"_s);
    const qint64 end = timeOf(u"2025-01-01T12:00:00Z"_s);
    int day = studyDay(begin, where);
    int changes = 0;
    for (qint64 time = begin + step; time <= end; time += step) {
        const int next = studyDay(time, where);
        if (next == day)
            continue;
        const QTime wall = QDateTime::fromMSecsSinceEpoch(time, where).time();
        QVERIFY2(next == day + 1 && wall == QTime(4, 0), qPrintable(QString::number(time)));
        day = next;
        ++changes;
    }
    QCOMPARE(changes, 366);
}

void TestStudyDay::studyDay_withoutAZone_isThatOfTheSystem_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("time"); // in UTC
    QTest::addColumn<QString>("day");
    const QString noon = u"2025-06-10T22:00:00Z"_s;
    QTest::newRow("Auckland") << QByteArray("Pacific/Auckland") << noon << u"2025-06-11"_s;
    QTest::newRow("Honolulu") << QByteArray("Pacific/Honolulu") << noon << u"2025-06-10"_s;
    QTest::newRow("Berlin spring 03:59:59")
        << QByteArray("Europe/Berlin") << u"2025-03-30T01:59:59.999Z"_s << u"2025-03-29"_s;
    QTest::newRow("Berlin spring 04:00")
        << QByteArray("Europe/Berlin") << u"2025-03-30T02:00:00Z"_s << u"2025-03-30"_s;
    QTest::newRow("Havana autumn 00:30, again")
        << QByteArray("America/Havana") << u"2025-11-02T05:30:00Z"_s << u"2025-11-01"_s;
}

void TestStudyDay::studyDay_withoutAZone_isThatOfTheSystem()
{
#ifndef Q_OS_UNIX
    QSKIP("the zone of a process cannot be chosen here");
#endif
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, time);
    QFETCH(const QString, day);
    NEED_ZONE(zone);
    const Journey journey(zone);
    QCOMPARE(studyDay(timeOf(time)), dayOf(day));
}

void TestStudyDay::studyDay_isWhatTheMigrationMakes_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "Europe/Berlin", "America/Havana", "Pacific/Auckland"})
        QTest::newRow(zone) << QByteArray(zone);
}

// Reviews from before there were study days are given theirs in SQL.
void TestStudyDay::studyDay_isWhatTheMigrationMakes()
{
#ifndef Q_OS_UNIX
    QSKIP("the zone of a process cannot be chosen here");
#endif
    QFETCH(const QByteArray, zone);
    NEED_ZONE(zone);
    QFile file(QStringLiteral(WOODSHED_SOURCE_DIR "/resources/schema/collection/4.sql"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString script = QString::fromUtf8(file.readAll());
    const qsizetype begin = script.indexOf(u"UPDATE review SET day =");
    QVERIFY(begin >= 0);
    const QString update = script.mid(begin, script.indexOf(u';', begin) - begin);

    const Journey journey(zone);
    const auto database = Database::open(u":memory:"_s, Database::Mode::Build);
    VERIFY_OK(database);
    VERIFY_OK(executeScript(*database.value(), "CREATE TABLE review(created INTEGER, day INTEGER);"
                                               "WITH RECURSIVE hour(n) AS (VALUES (0) UNION ALL"
                                               " SELECT n + 1 FROM hour WHERE n < 9000)"
                                               "INSERT INTO review"
                                               " SELECT 1735689599000 + n * 3600000, 0 FROM hour"));
    VERIFY_OK(execute(*database.value(), update));
    const auto rows = readRows(
        *database.value(), u"SELECT created, day FROM review"_s, {}, [](const QSqlQuery &row) {
            return std::pair{row.value(0).toLongLong(), row.value(1).toInt()};
        });
    VERIFY_OK(rows);
    QCOMPARE(rows.value().size(), 9001);
    for (const auto &[created, day] : rows.value())
        QVERIFY2(studyDay(created) == day, qPrintable(QString::number(created)));
}

void TestStudyDay::momentNow_isNow()
{
    const qint64 before = currentTime();
    const Moment now = Moment::now();
    QVERIFY(now.time >= before && now.time <= currentTime());
    QCOMPARE(now.day, studyDay(now.time));
}

QTEST_GUILESS_MAIN(TestStudyDay)
#include "tst_studyday.moc"
