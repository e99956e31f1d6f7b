// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/pastinterviewstore.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/stamp.h"

using namespace Qt::StringLiterals;

namespace {

WriteQueue::Change writeNote(const PastInterview &interview)
{
    const qint64 now = currentTime();
    // An emptied note is a deleted one, and typing into it again brings it back.
    const QVariant deleted = interview.note.trimmed().isEmpty() ? QVariant(now) : QVariant();
    return [values = QVariantList{newUid(), interview.day.toJulianDay(), interview.level,
                                  interview.note, now, now, deleted}](const Database &database) {
        return execute(database,
                       u"INSERT INTO past_interview(uid, day, level, note, created, modified,"
                       " deleted) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT(day) DO UPDATE SET"
                       " level = excluded.level, note = excluded.note,"
                       " modified = excluded.modified, deleted = excluded.deleted"_s,
                       values);
    };
}

} // namespace

PastInterviewStore::PastInterviewStore(Collection &collection, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
{
}

Result<QList<PastInterview>> PastInterviewStore::all() const
{
    const auto onDisk =
        readRows(m_collection.database(),
                 u"SELECT day, level, note FROM past_interview WHERE deleted IS NULL"_s, {},
                 [](const QSqlQuery &row) {
                     return PastInterview{QDate::fromJulianDay(row.value(0).toLongLong()),
                                          row.value(1).toString(), row.value(2).toString()};
                 });
    if (!onDisk.ok())
        return onDisk.error();
    QMap<QDate, PastInterview> byDay;
    for (const PastInterview &interview : onDisk.value())
        byDay.insert(interview.day, interview);
    byDay.insert(m_edited);
    QList<PastInterview> found;
    for (const PastInterview &interview : std::as_const(byDay)) {
        if (!interview.note.trimmed().isEmpty())
            found.prepend(interview);
    }
    return found;
}

Result<QString> PastInterviewStore::note(const QDate &day) const
{
    if (const auto edited = m_edited.constFind(day); edited != m_edited.cend())
        return edited->note;
    const auto note =
        readValue(m_collection.database(),
                  u"SELECT note FROM past_interview WHERE day = ? AND deleted IS NULL"_s,
                  {day.toJulianDay()});
    if (!note.ok())
        return note.error();
    return note.value().toString();
}

void PastInterviewStore::edit(const PastInterview &interview)
{
    m_edited.insert(interview.day, interview);
    m_collection.writes().submitLater(u"past_interview/%1"_s.arg(interview.day.toJulianDay()),
                                      writeNote(interview));
    emit changed();
}

void PastInterviewStore::set(const PastInterview &interview)
{
    edit(interview);
    m_collection.writes().submitRested();
}
