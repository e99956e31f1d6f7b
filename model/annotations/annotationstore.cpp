// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/annotationstore.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/stamp.h"
#include "model/markdown.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcAnnotations, "woodshed.annotations")

namespace {

constexpr qint64 dayMilliseconds = 24LL * 60 * 60 * 1000;
constexpr qsizetype titleLength = 80;

qint64 oldestInBin()
{
    return currentTime() - binDays * dayMilliseconds;
}

QDateTime timeOf(const QVariant &milliseconds)
{
    return milliseconds.isNull() ? QDateTime()
                                 : QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong());
}

// The first line with something on it, and what comes after it.
std::pair<QString, QString> splitFirstLine(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype end = trimmed.indexOf(u'\n');
    if (end < 0)
        return {trimmed, {}};
    return {trimmed.left(end), trimmed.mid(end + 1)};
}

// Of a free note.
QString titleOf(const QString &text)
{
    return readMarkdown(splitFirstLine(text).first).plainText.simplified();
}

Annotation noteFromRow(const QSqlQuery &row)
{
    Annotation annotation;
    annotation.uid = row.value(0).toString();
    annotation.question.id = row.value(1).toLongLong();
    annotation.note = annotation.question.id != 0 ? NoteId(annotation.question.id)
                                                  : NoteId::freeNote(annotation.uid);
    annotation.text = row.value(2).toString();
    annotation.modified = timeOf(row.value(3));
    annotation.deleted = timeOf(row.value(4));
    return annotation;
}

Annotation ofHighlight(const Highlight &highlight)
{
    Annotation annotation;
    annotation.kind = Annotation::Kind::Highlight;
    annotation.highlight = highlight;
    annotation.uid = highlight.uid;
    annotation.question.id = highlight.question;
    annotation.modified = highlight.modified;
    return annotation;
}

bool isNewer(const Annotation &a, const Annotation &b)
{
    const QDateTime &first = a.isDeleted() ? a.deleted : a.modified;
    const QDateTime &second = b.isDeleted() ? b.deleted : b.modified;
    return first != second ? first > second : a.uid > b.uid;
}

// Free notes come last; a note comes before the highlights on its question.
bool isEarlierQuestion(const Annotation &a, const Annotation &b)
{
    if (a.note.isFree() && a.isNote() && b.note.isFree() && b.isNote())
        return isNewer(a, b);
    const auto place = [](const Annotation &annotation) {
        const QuestionRow &question = annotation.question;
        return std::tuple(question.id == 0, question.number, question.id, !annotation.isNote(),
                          annotation.highlight.anchor.position);
    };
    return place(a) < place(b);
}

bool isShown(const Annotation &annotation, const AnnotationFilter &filter)
{
    using Show = AnnotationFilter::Show;
    if (annotation.isDeleted() != (filter.show == Show::Bin))
        return false;
    if (filter.topic != 0 && annotation.question.topic != filter.topic)
        return false;
    switch (filter.show) {
    case Show::All:
    case Show::Bin: return true;
    case Show::Notes: return annotation.isNote();
    case Show::Highlights: return !annotation.isNote();
    case Show::WithComments: return annotation.hasComment();
    case Show::Free: return annotation.isNote() && annotation.note.isFree();
    }
    Q_UNREACHABLE();
}

} // namespace

QString Annotation::title() const
{
    if (!isNote() || !note.isFree())
        return question.title;
    const QString line = titleOf(text);
    if (line.isEmpty())
        return QCoreApplication::translate("Annotation", "Free note");
    return line.size() <= titleLength ? line : line.left(titleLength).trimmed() + u'…';
}

QString Annotation::body() const
{
    if (!isNote() || !note.isFree())
        return text;
    // What the title does not say in full, or a fence that opens a block of code, is needed.
    static const QRegularExpression partOfMore(
        u"^\\s*([-*+](?=\\s)|[>|]|\\d+[.)](?=\\s))"_s); // of a list
    const auto [first, rest] = splitFirstLine(text);
    const QString line = titleOf(text);
    const bool whole =
        line.isEmpty() || line.size() > titleLength || partOfMore.match(first).hasMatch();
    return whole ? text : rest;
}

QString Annotation::key() const
{
    if (!isNote())
        return u"h/"_s + uid;
    if (isDeleted())
        return u"d/"_s + uid;
    return note.isFree() ? u"n/"_s + note.uid : u"n/"_s + QString::number(note.question);
}

AnnotationStore::AnnotationStore(const Collection &collection, const NoteStore &notes,
                                 const HighlightStore &highlights)
    : m_collection(collection)
    , m_notes(notes)
    , m_highlights(highlights)
{
}

Status AnnotationStore::read()
{
    QList<Annotation> all;
    if (const Status notes = readNotes(all); !notes.ok())
        return notes;
    if (const Status highlights = readHighlights(all); !highlights.ok())
        return highlights;
    if (const Status questions = readQuestions(all); !questions.ok())
        return questions;
    std::sort(all.begin(), all.end(), isNewer);
    m_all = std::move(all);
    count();
    return success();
}

Status AnnotationStore::readNotes(QList<Annotation> &annotations) const
{
    auto onDisk = readRows(m_collection.database(),
                           u"SELECT uid, question_id, text, modified, deleted FROM note"
                           " WHERE deleted IS NULL OR deleted > ? AND text <> ''"_s,
                           {oldestInBin()}, noteFromRow);
    if (!onDisk.ok())
        return onDisk.error();
    QList<Annotation> notes = std::move(onDisk).value();
    const QHash<NoteId, QString> &unsaved = m_notes.unsaved();
    QHash<NoteId, QString> present; // with their texts as they are now
    for (Annotation &note : notes) {
        if (note.isDeleted())
            continue;
        note.text = unsaved.value(note.note, note.text);
        present.insert(note.note, note.text);
    }
    for (auto text = unsaved.cbegin(); text != unsaved.cend(); ++text) {
        if (present.contains(text.key()) || text->trimmed().isEmpty())
            continue;
        Annotation note;
        note.note = text.key();
        note.uid = note.note.uid;
        note.text = *text;
        note.question.id = note.note.question;
        note.modified = QDateTime::currentDateTime();
        present.insert(note.note, note.text);
        notes.append(note);
    }
    notes.removeIf([&present](const Annotation &note) {
        // Brought back under another note, its words are there, and no longer in the bin.
        if (note.isDeleted())
            return present.value(note.note).contains(note.text);
        return note.text.trimmed().isEmpty();
    });
    annotations += notes;
    return success();
}

Status AnnotationStore::readHighlights(QList<Annotation> &annotations) const
{
    const auto present = m_highlights.all();
    if (!present.ok())
        return present.error();
    for (const Highlight &highlight : present.value())
        annotations.append(ofHighlight(highlight));
    const auto inBin = m_highlights.inBin(timeOf(oldestInBin()));
    if (!inBin.ok())
        return inBin.error();
    for (const Highlight &highlight : inBin.value()) {
        annotations.append(ofHighlight(highlight));
        annotations.last().deleted = highlight.modified;
    }
    return success();
}

Status AnnotationStore::readQuestions(QList<Annotation> &annotations) const
{
    QSet<QuestionId> ids;
    for (const Annotation &annotation : std::as_const(annotations))
        ids.insert(annotation.question.id);
    const auto questions = QuestionStore(m_collection.database()).rows(ids.values());
    if (!questions.ok())
        return questions.error();
    QHash<QuestionId, QuestionRow> byId;
    for (const QuestionRow &question : questions.value())
        byId.insert(question.id, question);
    for (Annotation &annotation : annotations)
        annotation.question = byId.value(annotation.question.id, annotation.question);
    return success();
}

void AnnotationStore::count()
{
    m_counts = {};
    QHash<TopicId, AnnotationCounts::OfTopic> topics;
    for (const Annotation &annotation : std::as_const(m_all)) {
        if (annotation.isDeleted()) {
            ++m_counts.bin;
            continue;
        }
        ++(annotation.isNote() ? m_counts.notes : m_counts.highlights);
        m_counts.comments += annotation.hasComment();
        m_counts.free += annotation.question.id == 0;
        if (annotation.question.topic != 0) {
            AnnotationCounts::OfTopic &topic = topics[annotation.question.topic];
            topic.topic = annotation.question.topic;
            topic.title = annotation.question.topicTitle;
            ++topic.count;
        }
    }
    m_counts.topics = topics.values();
    std::sort(m_counts.topics.begin(), m_counts.topics.end(), [](const auto &a, const auto &b) {
        return std::tie(b.count, a.title) < std::tie(a.count, b.title);
    });
}

Result<QList<Annotation>> AnnotationStore::find(const AnnotationFilter &filter) const
{
    const SearchQuery query(filter.text);
    QSet<QString> uids;
    QSet<QuestionId> questions;
    if (!query.isEmpty()) {
        const QString words = query.matchExpression();
        const auto rows =
            readRows(m_collection.database(),
                     u"SELECT uid, 0 FROM note WHERE id IN"
                     " (SELECT rowid FROM note_search WHERE note_search MATCH ?)"
                     " UNION ALL SELECT uid, 0 FROM highlight WHERE id IN"
                     " (SELECT rowid FROM highlight_search WHERE highlight_search MATCH ?)"
                     " UNION ALL SELECT '', rowid FROM question_search"
                     " WHERE question_search MATCH ?"_s,
                     {words, words, u"title : ("_s + words + u')'}, [](const QSqlQuery &row) {
                         return std::pair(row.value(0).toString(), row.value(1).toLongLong());
                     });
        if (!rows.ok())
            return rows.error();
        for (const auto &[uid, question] : rows.value()) {
            uids.insert(uid);
            questions.insert(question);
        }
        uids.remove({});
        questions.remove(0);
    }
    QList<Annotation> found;
    for (const Annotation &annotation : m_all) {
        const bool matches = query.isEmpty() || uids.contains(annotation.uid) ||
                             questions.contains(annotation.question.id);
        if (matches && isShown(annotation, filter))
            found.append(annotation);
    }
    if (filter.sort == AnnotationFilter::Sort::Oldest)
        std::reverse(found.begin(), found.end());
    else if (filter.sort == AnnotationFilter::Sort::Question)
        std::stable_sort(found.begin(), found.end(), isEarlierQuestion);
    return found;
}

bool AnnotationStore::passageChanged(const Annotation &annotation) const
{
    if (annotation.isNote())
        return false;
    Answer *answer = answerOf(annotation.question.id);
    if (!answer)
        return false; // nobody knows
    // Where it was tied to is part of what is remembered: it may be tied to another passage.
    const TextAnchor &anchor = annotation.highlight.anchor;
    const QString key = annotation.uid + QString::number(anchor.position) + anchor.quote;
    const auto known = answer->changed.constFind(key);
    if (known != answer->changed.cend())
        return *known;
    const bool changed = !placeAnchor(answer->plainText, anchor);
    answer->changed.insert(key, changed);
    return changed;
}

AnnotationStore::Answer *AnnotationStore::answerOf(QuestionId question) const
{
    const Database &database = m_collection.database();
    const auto digest =
        readValue(database, u"SELECT digest FROM question WHERE id = ?"_s, {question});
    auto known = m_answers.find(question);
    if (known != m_answers.end() && digest.ok() && digest.value().toString() == known->digest)
        return &*known;
    const auto detail = QuestionStore(database).detail(question);
    if (!digest.ok() || !detail.ok()) {
        qCWarning(lcAnnotations).noquote()
            << (digest.ok() ? detail.error().detail : digest.error().detail);
        return nullptr;
    }
    known =
        m_answers.insert(question, {digest.value().toString(),
                                    readMarkdown(shownAnswer(detail.value().question)).plainText,
                                    {}});
    return &*known;
}

void forgetOldDeletions(Collection &collection)
{
    const qint64 oldest = oldestInBin();
    const auto some =
        readValue(collection.database(),
                  u"SELECT EXISTS (SELECT 1 FROM note WHERE deleted <= ? AND text <> '')"
                  " OR EXISTS (SELECT 1 FROM highlight WHERE deleted <= ? AND quote <> '')"_s,
                  {oldest, oldest});
    if (!some.ok())
        qCWarning(lcAnnotations).noquote() << some.error().detail;
    if (!some.ok() || !some.value().toBool()) // most starts write nothing
        return;
    collection.writes().submit([oldest](const Database &database) {
        const Status notes = execute(
            database, u"UPDATE note SET text = '' WHERE deleted <= ? AND text <> ''"_s, {oldest});
        if (!notes.ok())
            return notes;
        return execute(database,
                       u"UPDATE highlight SET quote = '', prefix = '', suffix = '', comment = ''"
                       " WHERE deleted <= ? AND quote <> ''"_s,
                       {oldest});
    });
}
