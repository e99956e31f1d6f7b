// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/notestore.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/stamp.h"

using namespace Qt::StringLiterals;

namespace {

// Keeps the text: the bin shows it.
WriteQueue::Change removeNote(const NoteId &note)
{
    const qint64 now = currentTime();
    const QString which = note.isFree() ? u"uid = ?"_s : u"question_id = ?"_s;
    const QVariant value = note.isFree() ? QVariant(note.uid) : QVariant(note.question);
    return [which, values = QVariantList{now, now, value}](const Database &database) {
        return execute(database,
                       u"UPDATE note SET modified = ?, deleted = ? WHERE deleted IS NULL AND "_s +
                           which,
                       values);
    };
}

WriteQueue::Change writeFreeNote(const QString &uid, const QString &text)
{
    const qint64 now = currentTime();
    return [values = QVariantList{uid, text, now, now}](const Database &database) {
        return execute(database,
                       u"INSERT INTO note(uid, text, created, modified) VALUES (?, ?, ?, ?)"
                       " ON CONFLICT(uid) DO UPDATE SET text = excluded.text,"
                       " modified = excluded.modified, deleted = NULL"_s,
                       values);
    };
}

WriteQueue::Change writeNote(QuestionId question, const QString &text)
{
    const qint64 now = currentTime();
    return [=, uid = newUid()](const Database &database) -> Status {
        // One in the bin with the same words is that note, brought back.
        const Status revived =
            execute(database,
                    u"UPDATE note SET deleted = NULL WHERE id = (SELECT id FROM note"
                    " WHERE question_id = ? AND text = ? AND deleted IS NOT NULL"
                    " AND NOT EXISTS (SELECT 1 FROM note WHERE question_id = ?"
                    " AND deleted IS NULL) ORDER BY deleted DESC LIMIT 1)"_s,
                    {question, text, question});
        if (!revived.ok())
            return revived;
        return execute(database,
                       u"INSERT INTO note(uid, question_id, text, created, modified)"
                       " VALUES (?, ?, ?, ?, ?) ON CONFLICT(question_id) WHERE deleted IS NULL"
                       " DO UPDATE SET text = excluded.text, modified = excluded.modified"_s,
                       {uid, question, text, now, now});
    };
}

WriteQueue::Change write(const NoteId &note, const QString &text)
{
    if (text.trimmed().isEmpty())
        return removeNote(note);
    return note.isFree() ? writeFreeNote(note.uid, text) : writeNote(note.question, text);
}

} // namespace

NoteId NoteId::freeNote(const QString &uid)
{
    NoteId note;
    note.uid = uid;
    return note;
}

NoteId NoteId::newFree()
{
    return freeNote(newUid());
}

size_t qHash(const NoteId &note, size_t seed)
{
    return qHashMulti(seed, note.question, note.uid);
}

NoteStore::NoteStore(Collection &collection, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
{
}

Result<QString> NoteStore::text(const NoteId &note) const
{
    if (const auto known = m_texts.constFind(note); known != m_texts.cend())
        return *known;
    const auto text = readValue(m_collection.database(),
                                u"SELECT text FROM note WHERE deleted IS NULL AND %1 = ?"_s.arg(
                                    note.isFree() ? u"uid"_s : u"question_id"_s),
                                {note.isFree() ? QVariant(note.uid) : QVariant(note.question)});
    if (!text.ok())
        return text.error();
    return text.value().toString();
}

void NoteStore::edit(const NoteId &note, const QString &text)
{
    m_texts.insert(note, text);
    const QString key = note.isFree() ? note.uid : QString::number(note.question);
    m_collection.writes().submitLater(u"note/"_s + key, write(note, text));
    emit changed(note);
}

void NoteStore::set(const NoteId &note, const QString &text)
{
    m_collection.writes().submitRested(); // what was typed last is what the bin should keep
    edit(note, text);
    m_collection.writes().submitRested();
}
