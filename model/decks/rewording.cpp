// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decks/rewording.h"

#include "model/collection/sql.h"
#include "model/collection/stamp.h"
#include "model/readingtext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

// What is read of a question: prompt, follow-up and answer, Markdown.
struct Words
{
    QString prompt;
    QString followUp;
    QString answer;

    static Words fromRow(const QSqlQuery &row, int column)
    {
        return {row.value(column).toString(), row.value(column + 1).toString(),
                row.value(column + 2).toString()};
    }

    bool readAlike(const Words &other) const
    {
        return sameText(prompt, other.prompt) && sameText(followUp, other.followUp) &&
               sameText(answer, other.answer);
    }

private:
    static bool sameText(const QString &a, const QString &b)
    {
        return a == b || readingText(a) == readingText(b);
    }
};

struct Rewording
{
    qint64 question = 0;
    bool counts = false; // a question of the deck that lists show
    Words known;
    Words offered;
    bool waiting = false; // an earlier change that the learner has not looked at
    Words before;         // and what it is compared with
};

// Returns whether there is something to look at.
Result<bool> keep(const Database &collection, const Rewording &rewording, const QString &version)
{
    const qint64 id = rewording.question;
    const bool back = rewording.waiting && rewording.before.readAlike(rewording.offered);
    Status done = success();
    if (back) {
        done = execute(collection, u"DELETE FROM question_update WHERE question_id = ?"_s, {id});
    } else if (rewording.waiting) {
        done = execute(collection,
                       u"UPDATE question_update SET version = ?, created = ?"
                       " WHERE question_id = ?"_s,
                       {version, currentTime(), id});
    } else {
        done = execute(collection,
                       u"INSERT OR REPLACE INTO question_update(question_id, version, prompt,"
                       " follow_up, answer, created) VALUES (?, ?, ?, ?, ?, ?)"_s,
                       {id, version, rewording.known.prompt, rewording.known.followUp,
                        rewording.known.answer, currentTime()});
    }
    if (!done.ok())
        return done.error();
    return !back;
}

} // namespace

Result<int> keepOldWords(const Database &collection, const QString &deckKey)
{
    const Result<QVariant> version = readValue(collection, u"SELECT version FROM pack.deck"_s);
    if (!version.ok())
        return version.error();
    const auto rewordings = readRows(
        collection,
        u"SELECT known.id, known.kind <> 'drill' AND NOT known.retired, known.prompt, "
        u"known.follow_up, known.answer, packed.prompt,"
        " packed.follow_up, packed.answer, old.question_id IS NOT NULL, old.prompt, old.follow_up,"
        " old.answer FROM pack.question AS packed"
        " JOIN main.question AS known ON known.key = ? || '/' || packed.key"
        " LEFT JOIN main.question_update AS old ON old.question_id = known.id AND old.seen IS NULL"
        " WHERE (known.prompt, known.follow_up, known.answer)"
        " IS NOT (packed.prompt, packed.follow_up, packed.answer)"_s,
        {deckKey}, [](const QSqlQuery &row) {
            return Rewording{row.value(0).toLongLong(), row.value(1).toBool(),
                             Words::fromRow(row, 2),    Words::fromRow(row, 5),
                             row.value(8).toBool(),     Words::fromRow(row, 9)};
        });
    if (!rewordings.ok())
        return rewordings.error();
    int count = 0;
    for (const Rewording &rewording : rewordings.value()) {
        if (rewording.known.readAlike(rewording.offered))
            continue;
        const auto kept = keep(collection, rewording, version.value().toString());
        if (!kept.ok())
            return kept.error();
        count += kept.value() && rewording.counts ? 1 : 0;
    }
    return count;
}
