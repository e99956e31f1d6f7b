// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/notestore.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/stamp.h"

#include <QCoreApplication>
#include <QLocale>

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

NoteId NoteId::free(const QString &uid)
{
    NoteId note;
    note.uid = uid;
    return note;
}

NoteId NoteId::newFree()
{
    return free(newUid());
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

Result<QList<NoteRow>> NoteStore::find(const QString &search) const
{
    const SearchQuery query(search);
    QString sql = u"SELECT uid, question_id, text, modified FROM note WHERE deleted IS NULL"_s;
    QVariantList values;
    if (!query.isEmpty()) {
        sql += u" AND (id IN (SELECT rowid FROM note_search WHERE note_search MATCH ?)"
               " OR question_id IN (SELECT rowid FROM question_search"
               " WHERE question_search MATCH ?))"_s;
        values = {query.matchExpression(), u"title : ("_s + query.matchExpression() + u')'};
    }
    sql += u" ORDER BY modified DESC, id DESC"_s;

    auto notes = readRows(m_collection.database(), sql, values, [](const QSqlQuery &row) {
        NoteRow note;
        note.question.id = row.value(1).toLongLong();
        note.id = note.question.id != 0 ? NoteId(note.question.id)
                                        : NoteId::free(row.value(0).toString());
        note.text = row.value(2).toString();
        note.modified = QDateTime::fromMSecsSinceEpoch(row.value(3).toLongLong());
        return note;
    });
    if (!notes.ok())
        return notes;
    QList<NoteRow> rows = std::move(notes).value();
    showUnsaved(rows, query.isEmpty());
    QList<QuestionId> ids;
    for (const NoteRow &note : std::as_const(rows))
        ids.append(note.question.id);
    const auto questions = QuestionStore(m_collection.database()).rows(ids);
    if (!questions.ok())
        return questions.error();
    QHash<QuestionId, QuestionRow> byId;
    for (const QuestionRow &question : questions.value())
        byId.insert(question.id, question);
    for (NoteRow &note : rows)
        note.question = byId.value(note.question.id, note.question);
    return rows;
}

void NoteStore::showUnsaved(QList<NoteRow> &rows, bool withNew) const
{
    QSet<NoteId> listed;
    for (NoteRow &row : rows) {
        listed.insert(row.id);
        row.text = m_texts.value(row.id, row.text);
    }
    rows.removeIf([](const NoteRow &row) { return row.text.trimmed().isEmpty(); });
    for (auto text = m_texts.cbegin(); withNew && text != m_texts.cend(); ++text) {
        if (listed.contains(text.key()) || text->trimmed().isEmpty())
            continue;
        NoteRow row;
        row.id = text.key();
        row.question.id = row.id.question;
        row.text = *text;
        row.modified = QDateTime::currentDateTime();
        rows.prepend(row);
    }
}

Result<int> NoteStore::count() const
{
    const auto all = find({});
    if (!all.ok())
        return all.error();
    return int(all.value().size());
}

Result<QString> notesAsMarkdown(const QList<NoteRow> &notes, const QuestionStore &questions,
                                bool withAnswers)
{
    QString document = u"# "_s + QCoreApplication::translate("NoteStore", "Notes") + u"\n"_s;
    for (const NoteRow &note : notes) {
        document += u"\n## %1. %2\n\n%3\n"_s.arg(note.question.number)
                        .arg(note.question.title, note.text.trimmed());
        if (!withAnswers)
            continue;
        const auto detail = questions.detail(note.question.id);
        if (!detail.ok())
            return detail.error();
        const Question &question = detail.value().question;
        document += u"\n### %1\n\n%2\n\n%3\n"_s.arg(
            QCoreApplication::translate("NoteStore", "The question and its answer"),
            question.prompt, shownAnswer(question));
    }
    return document;
}
