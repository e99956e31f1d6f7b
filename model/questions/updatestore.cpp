// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/updatestore.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/stamp.h"
#include "model/readingtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QList<DiffLine> changes(const QString &before, const QString &after)
{
    QList<DiffLine> lines = wordDifference(readingText(before), readingText(after));
    if (std::none_of(lines.cbegin(), lines.cend(), isChanged))
        lines.clear();
    return lines;
}

} // namespace

QuestionDifference differenceOf(const QuestionUpdate &update, const Question &now)
{
    Question before = now;
    before.prompt = update.prompt;
    before.followUp = update.followUp;
    before.answer = update.answer;
    return {changes(before.prompt, now.prompt), changes(shownAnswer(before), shownAnswer(now))};
}

UpdateStore::UpdateStore(Collection &collection, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
{
}

Result<std::optional<QuestionUpdate>> UpdateStore::updateOf(QuestionId question) const
{
    const auto onDisk =
        readRows(m_collection.database(),
                 u"SELECT question_id, version, prompt, follow_up, answer, seen IS NOT NULL"
                 " FROM question_update WHERE question_id = ?"_s,
                 {question}, [](const QSqlQuery &row) {
                     return QuestionUpdate{row.value(0).toLongLong(), row.value(1).toString(),
                                           row.value(2).toString(),   row.value(3).toString(),
                                           row.value(4).toString(),   row.value(5).toBool()};
                 });
    if (!onDisk.ok())
        return onDisk.error();
    if (onDisk.value().isEmpty())
        return std::optional<QuestionUpdate>();
    QuestionUpdate update = onDisk.value().constFirst();
    update.seen = m_seen.value(question, update.seen);
    return std::optional(update);
}

void UpdateStore::setSeen(QuestionId question, bool seen)
{
    m_seen.insert(question, seen);
    const QVariant when = seen ? QVariant(currentTime()) : QVariant();
    m_collection.writes().submit([question, when](const Database &database) {
        return execute(database, u"UPDATE question_update SET seen = ? WHERE question_id = ?"_s,
                       {when, question});
    });
    emit changed(question);
}
