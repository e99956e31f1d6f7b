// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/bookmarkstore.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/stamp.h"

using namespace Qt::StringLiterals;

BookmarkStore::BookmarkStore(Collection &collection, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
{
}

Status BookmarkStore::load()
{
    const auto rows =
        readRows(m_collection.database(),
                 u"SELECT question_id, topic_id FROM bookmark WHERE deleted IS NULL"_s, {},
                 [](const QSqlQuery &row) {
                     return std::pair{row.value(0).toLongLong(), row.value(1).toLongLong()};
                 });
    if (!rows.ok())
        return rows.error();
    for (const auto &[question, topic] : rows.value()) {
        if (question != 0)
            m_questions.insert(question);
        else
            m_topics.insert(topic);
    }
    return success();
}

void BookmarkStore::setQuestion(QuestionId question, bool bookmarked)
{
    if (bookmarked == hasQuestion(question))
        return;
    if (bookmarked)
        m_questions.insert(question);
    else
        m_questions.remove(question);
    write(u"question_id"_s, question, bookmarked);
}

void BookmarkStore::setTopic(TopicId topic, bool bookmarked)
{
    if (bookmarked == hasTopic(topic))
        return;
    if (bookmarked)
        m_topics.insert(topic);
    else
        m_topics.remove(topic);
    write(u"topic_id"_s, topic, bookmarked);
}

void BookmarkStore::write(const QString &column, qint64 target, bool bookmarked)
{
    const qint64 now = currentTime();
    const QVariant deleted = bookmarked ? QVariant() : QVariant(now);
    const QString sql =
        u"INSERT INTO bookmark(uid, %1, created, modified, deleted) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT(%1) WHERE %1 IS NOT NULL"
        " DO UPDATE SET modified = excluded.modified, deleted = excluded.deleted"_s.arg(column);
    m_collection.writes().submit(
        [sql, values = QVariantList{newUid(), target, now, now, deleted}](
            const Database &database) { return execute(database, sql, values); });
    emit changed();
}
