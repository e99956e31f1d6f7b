// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/progressstore.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/practice/studyday.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMilliseconds = 24LL * 60 * 60 * 1000;
constexpr int firstDay = 2'451'545; // 1 January 2000: nothing was practised before

// A counted interview's grades are in the review log, too, where they belong to no session. What
// they took is told by the interview.
const QString ofNoInterview = u" (session_uid IS NOT NULL OR NOT EXISTS (SELECT 1"
                              " FROM interview_question AS asked"
                              " JOIN interview ON interview.uid = asked.interview_uid"
                              " WHERE counted AND interview.deleted IS NULL"
                              " AND asked.question_id = review.question_id"
                              " AND asked.spent = review.duration)) "_s;

Result<QList<PastSession>> practiceOn(const Database &database, int day)
{
    return readRows(database,
                    u"SELECT coalesce(title, ''), min(review.created - duration), count(*),"
                    " sum(duration) FROM review LEFT JOIN session ON session.uid = session_uid"
                    " WHERE day = ? AND review.deleted IS NULL AND"_s +
                        ofNoInterview + u"GROUP BY session_uid"_s,
                    {day}, [](const QSqlQuery &row) {
                        return PastSession{
                            row.value(0).toString(),
                            QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong()),
                            row.value(2).toInt(), row.value(3).toLongLong()};
                    });
}

Result<QList<PastSession>> interviewsOn(const Database &database, int day)
{
    // Wide enough for every time zone; studyDay() below is exact.
    const qint64 about = QDate::fromJulianDay(day).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    auto read = readRows(
        database,
        u"SELECT level, created, count(*), sum(spent) FROM interview"
        " JOIN interview_question ON interview_uid = uid AND spent > 0"
        " WHERE deleted IS NULL AND created BETWEEN ? AND ? GROUP BY uid"_s,
        {about - dayMilliseconds, about + 3 * dayMilliseconds}, [](const QSqlQuery &row) {
            return PastSession{QCoreApplication::translate("ProgressStore", "Mock interview, %1")
                                   .arg(row.value(0).toString()),
                               QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong()),
                               row.value(2).toInt(), row.value(3).toLongLong()};
        });
    if (!read.ok())
        return read;
    QList<PastSession> sessions = std::move(read).value();
    sessions.removeIf([day](const PastSession &session) {
        return studyDay(session.started.toMSecsSinceEpoch()) != day;
    });
    return sessions;
}

} // namespace

ProgressStore::ProgressStore(Collection &collection)
    : m_collection(collection)
{
}

Result<QList<PracticeDay>> ProgressStore::practiceDays(int today) const
{
    // Reviews count in the order of their rows, because a clock can be set back. The earliest rows
    // are found once and kept as an index; as a table to join they were searched for each review.
    return readRows(m_collection.database(),
                    u"SELECT day, count(*), sum(rowid IN (SELECT min(rowid) FROM review"
                    " WHERE deleted IS NULL GROUP BY question_id)), sum(duration) FROM review"
                    " WHERE deleted IS NULL AND day BETWEEN ? AND ? GROUP BY day ORDER BY day"_s,
                    {firstDay, today}, [](const QSqlQuery &row) {
                        return PracticeDay{row.value(0).toInt(), row.value(1).toInt(),
                                           row.value(2).toInt(), row.value(3).toLongLong()};
                    });
}

Result<QList<PastReadiness>> ProgressStore::history(int today) const
{
    return readRows(m_collection.database(),
                    u"SELECT day, level, ready, coalesce(followed, -1), coalesce(stopped, -1)"
                    " FROM readiness WHERE day BETWEEN ? AND ? ORDER BY day"_s,
                    {firstDay, today}, [](const QSqlQuery &row) {
                        return PastReadiness{row.value(0).toInt(), row.value(1).toString(),
                                             row.value(2).toDouble(), row.value(3).toDouble(),
                                             row.value(4).toDouble()};
                    });
}

Result<QList<PastSession>> ProgressStore::sessionsOn(int day) const
{
    auto practice = practiceOn(m_collection.database(), day);
    if (!practice.ok())
        return practice;
    const auto interviews = interviewsOn(m_collection.database(), day);
    if (!interviews.ok())
        return interviews;
    QList<PastSession> sessions = std::move(practice).value() + interviews.value();
    std::stable_sort(
        sessions.begin(), sessions.end(),
        [](const PastSession &a, const PastSession &b) { return a.started < b.started; });
    return sessions;
}
