// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/questionstore.h"

#include "model/collection/sql.h"
#include "model/practice/studyday.h"
#include "model/questions/spelling.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype snippetLength = 120;
constexpr qsizetype snippetLead = 14; // a row is narrow, and the match should be seen

// How much a match counts by where it is: title, topics, prompt, key points, answer.
QString searchHits()
{
    return u"WITH hit(id, score) AS ("
           " SELECT rowid, bm25(question_search, 10, 4, 6, 3, 1) FROM question_search"
           " WHERE question_search MATCH ?"
           " UNION ALL"
           " SELECT note.question_id, bm25(note_search) FROM note_search"
           " JOIN note ON note.id = note_search.rowid"
           " WHERE note_search MATCH ? AND note.deleted IS NULL"
           " UNION ALL"
           " SELECT highlight.question_id, bm25(highlight_search) FROM highlight_search"
           " JOIN highlight ON highlight.id = highlight_search.rowid"
           " WHERE highlight_search MATCH ? AND highlight.deleted IS NULL) "_s;
}

// A condition on the memory of a question, which one never graded has not.
QString memoryCondition(QStringView condition)
{
    return u"EXISTS (SELECT 1 FROM memory WHERE memory.question_id = question.id AND %1)"_s.arg(
        condition);
}

// Days of stability from which a memory fills 2, 3 and 4 of its segments, or is called solid.
constexpr int someStability = 3;
constexpr int goodStability = 10;
constexpr int solidStability = 21;

QString strength()
{
    return u"coalesce((SELECT 1 + (stability >= %1) + (stability >= %2) + (stability >= %3)"
           " FROM memory WHERE memory.question_id = question.id), 0)"_s.arg(someStability)
               .arg(goodStability)
               .arg(solidStability);
}

// As isDue() has it.
QString dueCondition()
{
    const Moment now = Moment::now();
    return memoryCondition(u"(last_day > %1 AND last_time > %2 OR due_day < %1"
                           " OR due_time <= %2 AND (due_time <> 0 OR due_day = %1))"_s.arg(now.day)
                               .arg(now.time));
}

QString updatedCondition()
{
    return u"EXISTS (SELECT 1 FROM question_update WHERE question_update.question_id = question.id"
           " AND seen IS NULL)"_s;
}

QString stateCondition(QuestionFilter::State state)
{
    switch (state) {
    case QuestionFilter::State::Any: return {};
    case QuestionFilter::State::New: return u"NOT "_s + memoryCondition(u"1");
    case QuestionFilter::State::Learning:
        return memoryCondition(u"stability < %1"_s.arg(solidStability));
    case QuestionFilter::State::Solid:
        return memoryCondition(u"stability >= %1"_s.arg(solidStability));
    case QuestionFilter::State::Due: return dueCondition();
    case QuestionFilter::State::Updated: return updatedCondition();
    case QuestionFilter::State::Bookmarked:
        return u"EXISTS (SELECT 1 FROM bookmark WHERE bookmark.question_id = question.id"
               " AND deleted IS NULL)"_s;
    case QuestionFilter::State::WithNotes:
        return u"EXISTS (SELECT 1 FROM note WHERE note.question_id = question.id"
               " AND deleted IS NULL)"_s;
    }
    Q_UNREACHABLE();
}

QString order(const QuestionFilter &filter, bool searching)
{
    switch (filter.sort) {
    case QuestionFilter::Sort::Number: return searching ? u"min(hit.score), number"_s : u"number"_s;
    case QuestionFilter::Sort::Title: return u"title COLLATE NOCASE, number"_s;
    case QuestionFilter::Sort::Tier: return u"tier, number"_s;
    case QuestionFilter::Sort::Topic:
        return u"(SELECT topic.position FROM question_topic AS link"
               " JOIN topic ON topic.id = link.topic_id"
               " WHERE link.question_id = question.id AND link.position = 0), number"_s;
    }
    Q_UNREACHABLE();
}

QuestionId firstColumn(const QSqlQuery &row)
{
    return row.value(0).toLongLong();
}

} // namespace

QuestionStore::QuestionStore(const Database &database)
    : m_database(database)
{
}

Result<QuestionMatches> QuestionStore::find(const QuestionFilter &filter) const
{
    const SearchQuery query(filter.text);
    const bool searching = !query.isEmpty();
    QVariantList values;
    QString sql;
    if (searching) {
        values = {query.matchExpression(), query.matchExpression(),
                  u"comment : ("_s + query.matchExpression() + u')'};
        sql +=
            searchHits() + u"SELECT question.id FROM hit JOIN question ON question.id = hit.id"_s;
    } else {
        sql += u"SELECT question.id FROM question"_s;
    }
    QStringList conditions{u"kind <> 'drill'"_s}; // Practice has those
    if (filter.tier)
        conditions.append(u"tier = %1"_s.arg(int(*filter.tier)));
    if (filter.topic != 0) {
        conditions.append(u"question.id IN (SELECT question_id FROM question_topic"
                          " WHERE topic_id = %1)"_s.arg(filter.topic));
    }
    if (const QString state = stateCondition(filter.state); !state.isEmpty())
        conditions.append(state);
    sql += u" WHERE "_s + conditions.join(u" AND "_s);
    if (searching)
        sql += u" GROUP BY question.id"_s;
    sql += u" ORDER BY "_s + order(filter, searching);

    auto ids = readRows(m_database, sql, values, firstColumn);
    if (!ids.ok())
        return ids.error();
    QuestionMatches matches{filter, std::move(ids).value(), {}};
    if (searching && matches.ids.isEmpty())
        matches.suggestion = suggestionFor(query).valueOr({});
    return matches;
}

Result<QString> QuestionStore::suggestionFor(const SearchQuery &query) const
{
    const Status made = execute(m_database, u"CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary"
                                            " USING fts5vocab(main, question_search, row)"_s);
    if (!made.ok())
        return made.error();
    const auto vocabulary =
        readRows(m_database, u"SELECT term, doc FROM temp.vocabulary WHERE length(term) > 2"_s, {},
                 [](const QSqlQuery &row) {
                     return KnownWord{row.value(0).toString(), row.value(1).toInt()};
                 });
    if (!vocabulary.ok())
        return vocabulary.error();
    return correctSpelling(query.words(), vocabulary.value());
}

Result<QList<QuestionRow>> QuestionStore::rows(const QList<QuestionId> &ids,
                                               const SearchQuery &query) const
{
    auto found = readRows(
        m_database,
        u"SELECT question.id, number, tier, question.title, topic.id, topic.title,"
        " EXISTS (SELECT 1 FROM bookmark WHERE bookmark.question_id = question.id"
        " AND deleted IS NULL),"
        " EXISTS (SELECT 1 FROM note WHERE note.question_id = question.id AND deleted IS NULL),"_s +
            strength() + u", "_s + updatedCondition() +
            u" FROM question"
            " LEFT JOIN question_topic AS link ON link.question_id = question.id"
            " AND link.position = 0"
            " LEFT JOIN topic ON topic.id = link.topic_id"
            " WHERE question.id IN (%1)"_s.arg(numberList(ids)),
        {}, [](const QSqlQuery &row) {
            QuestionRow question;
            question.id = row.value(0).toLongLong();
            question.number = row.value(1).toInt();
            question.tier = Tier(row.value(2).toInt());
            question.title = row.value(3).toString();
            question.topic = row.value(4).toLongLong();
            question.topicTitle = row.value(5).toString();
            question.bookmarked = row.value(6).toBool();
            question.hasNote = row.value(7).toBool();
            question.strength = row.value(8).toInt();
            question.updated = row.value(9).toBool();
            return question;
        });
    if (!found.ok())
        return found;
    QHash<QuestionId, qsizetype> places;
    for (qsizetype i = 0; i < found.value().size(); ++i)
        places.insert(found.value().at(i).id, i);
    QList<QuestionRow> ordered;
    ordered.reserve(ids.size());
    for (QuestionId id : ids) {
        if (const auto place = places.constFind(id); place != places.cend())
            ordered.append(found.value().at(*place));
    }
    if (!query.isEmpty()) {
        if (const Status added = addSnippets(ordered, query); !added.ok())
            return added.error();
    }
    return ordered;
}

Status QuestionStore::addSnippets(QList<QuestionRow> &rows, const SearchQuery &query) const
{
    QList<QuestionId> ids;
    for (const QuestionRow &row : std::as_const(rows)) {
        if (query.rangesIn(row.title).isEmpty())
            ids.append(row.id);
    }
    QHash<QuestionId, QuestionRow> found; // only where it was found is filled in
    const auto take = [&](QuestionRow row, const QString &text, const QString &form) {
        const QList<TextRange> ranges = query.rangesIn(text);
        if (ranges.isEmpty() || found.contains(row.id))
            return;
        row.snippet = form.arg(snippetAround(text, ranges, snippetLength, snippetLead));
        found.insert(row.id, row);
    };
    const auto notes = readRows(
        m_database,
        u"SELECT question_id, text FROM note WHERE deleted IS NULL AND question_id IN (%1)"_s.arg(
            numberList(ids)),
        {}, [&](const QSqlQuery &row) {
            QuestionRow inNote;
            inNote.id = row.value(0).toLongLong();
            inNote.foundInNote = true;
            take(inNote, row.value(1).toString(),
                 QCoreApplication::translate("QuestionStore", "Note: %1"));
            return inNote.id;
        });
    if (!notes.ok())
        return notes.error();
    const auto comments = readRows(
        m_database,
        u"SELECT question_id, uid, comment FROM highlight WHERE deleted IS NULL"
        " AND comment <> '' AND question_id IN (%1) ORDER BY position"_s.arg(numberList(ids)),
        {}, [&](const QSqlQuery &row) {
            QuestionRow inComment;
            inComment.id = row.value(0).toLongLong();
            inComment.foundInHighlight = row.value(1).toString();
            take(inComment, row.value(2).toString(),
                 QCoreApplication::translate("QuestionStore", "Comment: %1"));
            return inComment.id;
        });
    if (!comments.ok())
        return comments.error();
    const auto texts = readRows(m_database,
                                u"SELECT question_id, prompt, key_points, answer FROM question_text"
                                " WHERE question_id IN (%1)"_s.arg(numberList(ids)),
                                {}, [&](const QSqlQuery &row) {
                                    QuestionRow inQuestion;
                                    inQuestion.id = row.value(0).toLongLong();
                                    for (int column = 1; column <= 3; ++column)
                                        take(inQuestion, row.value(column).toString(), u"%1"_s);
                                    return inQuestion.id;
                                });
    if (!texts.ok())
        return texts.error();
    for (QuestionRow &row : rows) {
        const QuestionRow &place = found[row.id];
        row.snippet = place.snippet;
        row.foundInNote = place.foundInNote;
        row.foundInHighlight = place.foundInHighlight;
    }
    return success();
}

Result<QuestionDetail> QuestionStore::detail(QuestionId id) const
{
    const auto found = readRows(
        m_database,
        u"SELECT question.id, question.key, number, kind, tier, question.title, prompt, answer,"
        " since, until, retired, baseline, follow_up, file, starter, solution, program,"
        " deck.title FROM question JOIN deck ON deck.id = question.deck_id"
        " LEFT JOIN drill ON drill.question_id = question.id WHERE question.id = ?"_s,
        {id}, [](const QSqlQuery &row) {
            QuestionDetail detail;
            Question &question = detail.question;
            question.id = row.value(0).toLongLong();
            question.key = row.value(1).toString();
            question.number = row.value(2).toInt();
            question.kind = kindFromName(row.value(3).toString()).value_or(QuestionKind::Open);
            question.tier = Tier(row.value(4).toInt());
            question.title = row.value(5).toString();
            question.prompt = row.value(6).toString();
            question.answer = row.value(7).toString();
            question.since = row.value(8).toString();
            question.until = row.value(9).toString();
            detail.retired = row.value(10).toBool();
            detail.baseline = row.value(11).toString();
            detail.deck = row.value(17).toString();
            question.followUp = row.value(12).toString();
            if (question.kind == QuestionKind::Drill)
                question.drill = Drill{row.value(13).toString(), row.value(14).toString(),
                                       row.value(15).toString(), row.value(16).toString()};
            return detail;
        });
    if (!found.ok())
        return found.error();
    if (found.value().isEmpty()) {
        return Error{Error::Kind::Query,
                     QCoreApplication::translate("QuestionStore",
                                                 "This question is no longer in the collection."),
                     u"no question %1"_s.arg(id)};
    }
    QuestionDetail detail = found.value().constFirst();
    if (const Status read = readParts(detail); !read.ok())
        return read.error();
    return detail;
}

Status QuestionStore::readParts(QuestionDetail &detail) const
{
    const QVariantList id{detail.question.id};
    auto topics = readRows(m_database,
                           u"SELECT topic.id, key, title, summary FROM question_topic AS link"
                           " JOIN topic ON topic.id = link.topic_id"
                           " WHERE link.question_id = ? ORDER BY link.position"_s,
                           id, [](const QSqlQuery &row) {
                               return Topic{row.value(0).toLongLong(), row.value(1).toString(),
                                            row.value(2).toString(), row.value(3).toString()};
                           });
    if (!topics.ok())
        return topics.error();
    auto related = readRows(m_database,
                            u"SELECT question.id, question.number, question.title"
                            " FROM question_related AS link"
                            " JOIN question ON question.key = link.related_key"
                            " WHERE link.question_id = ? ORDER BY link.position"_s,
                            id, [](const QSqlQuery &row) {
                                return QuestionLink{row.value(0).toLongLong(), row.value(1).toInt(),
                                                    row.value(2).toString()};
                            });
    if (!related.ok())
        return related.error();
    auto points =
        readRows(m_database,
                 u"SELECT id, key, section, text, detail, expression FROM key_point"
                 " WHERE question_id = ? AND NOT retired ORDER BY position"_s,
                 id, [](const QSqlQuery &row) {
                     return KeyPoint{row.value(0).toLongLong(),     row.value(1).toString(),
                                     Section(row.value(2).toInt()), row.value(3).toString(),
                                     row.value(4).toString(),       row.value(5).toString()};
                 });
    if (!points.ok())
        return points.error();
    auto sources = readRows(
        m_database, u"SELECT title, url FROM source WHERE question_id = ? ORDER BY position"_s, id,
        [](const QSqlQuery &row) {
            return Source{row.value(0).toString(), row.value(1).toString()};
        });
    if (!sources.ok())
        return sources.error();
    detail.topics = std::move(topics).value();
    detail.related = std::move(related).value();
    detail.question.keyPoints = std::move(points).value();
    detail.question.sources = std::move(sources).value();
    return success();
}

Result<QuestionId> QuestionStore::idOf(const QString &key) const
{
    const auto id = readValue(m_database, u"SELECT id FROM question WHERE key = ?"_s, {key});
    if (!id.ok())
        return id.error();
    return id.value().toLongLong();
}

Result<QList<TopicRow>> QuestionStore::topics(const QList<Tier> &tiers) const
{
    const QString condition =
        tiers.isEmpty() ? QString() : u" AND tier IN (%1)"_s.arg(numberList(tiers));
    return readRows(m_database,
                    u"WITH seen AS (SELECT topic_id, EXISTS (SELECT 1 FROM memory"
                    " WHERE memory.question_id = question.id) AS practised,"
                    " EXISTS (SELECT 1 FROM reading"
                    " WHERE reading.question_id = question.id AND deleted IS NULL) AS was_read"
                    " FROM question_topic AS link JOIN question ON question.id = link.question_id"
                    " WHERE kind <> 'drill'"_s +
                        condition +
                        u")"
                        " SELECT topic.id, key, title, summary, count(seen.topic_id),"
                        " coalesce(sum(practised), 0), coalesce(sum(practised OR was_read), 0),"
                        " EXISTS (SELECT 1 FROM bookmark WHERE bookmark.topic_id = topic.id AND "
                        "deleted IS NULL)"
                        " FROM topic LEFT JOIN seen ON seen.topic_id = topic.id"
                        " GROUP BY topic.id"
                        " HAVING NOT topic.retired OR count(seen.topic_id) > 0 OR EXISTS"
                        " (SELECT 1 FROM bookmark WHERE bookmark.topic_id = topic.id"
                        " AND deleted IS NULL)"
                        " ORDER BY deck_id, position"_s,
                    {}, [](const QSqlQuery &row) {
                        return TopicRow{{row.value(0).toLongLong(), row.value(1).toString(),
                                         row.value(2).toString(), row.value(3).toString()},
                                        row.value(4).toInt(),
                                        row.value(5).toInt(),
                                        row.value(6).toInt(),
                                        row.value(7).toBool(),
                                        false};
                    });
}

Result<QList<QuestionId>> QuestionStore::questionsOf(TopicId topic, const QList<Tier> &tiers) const
{
    const QString ofTiers =
        tiers.isEmpty() ? QString() : u" AND tier IN (%1)"_s.arg(numberList(tiers));
    return readRows(
        m_database,
        u"SELECT id FROM question WHERE kind <> 'drill' AND id IN"
        " (SELECT question_id FROM question_topic WHERE topic_id = ?)%1 ORDER BY number"_s.arg(
            ofTiers),
        {topic}, firstColumn);
}

Result<int> QuestionStore::count() const
{
    const auto count =
        readValue(m_database, u"SELECT count(*) FROM question WHERE kind <> 'drill'"_s);
    if (!count.ok())
        return count.error();
    return count.value().toInt();
}
