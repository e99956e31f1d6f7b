// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/reviewlog.h"

#include "model/collection/sql.h"
#include "model/collection/stamp.h"

#include <QSqlDatabase>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace {

constexpr double millisecondsPerDay = 86'400'000.0;
constexpr qint64 millisecondsPerMinute = 60'000;

// Writes rows of the cache with one prepared statement.
class MemoryWriter final
{
public:
    explicit MemoryWriter(const Database &database)
        : m_database(database)
        , m_query(QSqlDatabase::database(database.connectionName()))
    {
        m_query.prepare(u"INSERT OR REPLACE INTO memory"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    }

    Status write(QuestionId question, const QuestionMemory &row)
    {
        const QVariant values[] = {question,
                                   row.memory.state.stability,
                                   row.memory.state.fast,
                                   row.memory.state.difficulty,
                                   int(row.memory.phase),
                                   row.memory.step,
                                   row.memory.reviews,
                                   row.memory.lapses,
                                   int(row.rating),
                                   row.firstDay,
                                   row.lastDay,
                                   row.lastTime,
                                   row.dueDay,
                                   row.dueTime};
        for (int i = 0; i < int(std::size(values)); ++i)
            m_query.bindValue(i, values[i]);
        if (!m_query.exec())
            return sqlError(m_database, m_query.lastError(), m_query.lastQuery());
        return success();
    }

private:
    const Database &m_database;
    QSqlQuery m_query;
};

struct Replayed
{
    QHash<QuestionId, QuestionMemory> memories;
    QHash<qint64, std::pair<QuestionId, int>> missed; // by key point: its question, and the run
};

// Which reviews are replayed.
struct Stretch
{
    QString condition; // begins with AND
    QVariantList values;
};

Stretch allOf(QuestionId question)
{
    return {u" AND review.question_id = ?"_s, {question}};
}

// What the log adds up to. In the order of the rows, because that is the order of the grades even
// when the clock was set back between them.
Result<Replayed> replay(const Database &database, const MemoryRules &rules,
                        const Stretch &stretch = {})
{
    const auto &[condition, values] = stretch;
    Replayed replayed;
    const auto reviews = readRows(
        database,
        u"SELECT question_id, rating, created, day, wait FROM review WHERE deleted IS NULL%1"
        " ORDER BY rowid"_s.arg(condition),
        values, [&](const QSqlQuery &row) {
            Review review;
            review.question = row.value(0).toLongLong();
            review.rating = Rating(row.value(1).toInt());
            review.created = row.value(2).toLongLong();
            review.day = row.value(3).toInt();
            review.wait = row.value(4).toInt();
            const auto known = replayed.memories.constFind(review.question);
            const bool isNew = known == replayed.memories.constEnd();
            const QuestionMemory after = remember(isNew ? nullptr : &*known, review, rules);
            replayed.memories.insert(review.question, after);
            return 0;
        });
    if (!reviews.ok())
        return reviews.error();
    const auto points =
        readRows(database,
                 u"SELECT key_point_id, met, review.question_id FROM review"
                 " JOIN review_key_point ON review_uid = review.uid WHERE deleted IS NULL%1"
                 " ORDER BY review.rowid"_s.arg(condition),
                 values, [&](const QSqlQuery &row) {
                     const qint64 point = row.value(0).toLongLong();
                     if (row.value(1).toBool())
                         replayed.missed.remove(point);
                     else
                         ++replayed.missed
                               .insert(point, {row.value(2).toLongLong(),
                                               replayed.missed.value(point).second})
                               ->second;
                     return 0;
                 });
    if (!points.ok())
        return points.error();
    return replayed;
}

Status save(const Database &database, const Replayed &replayed)
{
    MemoryWriter writer(database);
    Status done = success();
    for (auto row = replayed.memories.cbegin(); done.ok() && row != replayed.memories.cend(); ++row)
        done = writer.write(row.key(), row.value());
    for (auto row = replayed.missed.cbegin(); done.ok() && row != replayed.missed.cend(); ++row) {
        done = execute(database, u"INSERT INTO missed_point VALUES (?, ?, ?)"_s,
                       {row.key(), row.value().first, row.value().second});
    }
    return done;
}

// Minutes until the question comes back: what was promised, or else what follows from memory.
int waitAfter(const QuestionMemory *before, const Review &review, const MemoryRules &rules)
{
    if (review.wait > 0)
        return review.wait;
    return outcomesOf(review.question, before, rules, {review.created, review.day})
        .at(size_t(review.rating) - 1)
        .wait;
}

Status savePoints(const Database &database, const Review &review)
{
    Status done = success();
    for (const PointResult &point : review.points) {
        if (done.ok())
            done = execute(database, u"INSERT INTO review_key_point VALUES (?, ?, ?)"_s,
                           {review.uid, point.keyPoint, int(point.met)});
        if (!done.ok())
            return done;
        done = point.met ? execute(database, u"DELETE FROM missed_point WHERE key_point_id = ?"_s,
                                   {point.keyPoint})
                         : execute(database,
                                   u"INSERT INTO missed_point VALUES (?, ?, 1)"
                                   " ON CONFLICT(key_point_id) DO UPDATE SET run = run + 1"_s,
                                   {point.keyPoint, review.question});
    }
    return done;
}

} // namespace

QString memoryColumns()
{
    return u"memory.question_id, stability, fast, difficulty, phase, step, reviews, lapses, rating,"
           " first_day, last_day, last_time, due_day, due_time"_s;
}

QuestionMemory memoryFrom(const QSqlQuery &row)
{
    return {{{row.value(1).toDouble(), row.value(2).toDouble(), row.value(3).toDouble()},
             LearningPhase(row.value(4).toInt()),
             row.value(5).toInt(),
             row.value(6).toInt(),
             row.value(7).toInt()},
            Rating(row.value(8).toInt()),
            row.value(9).toInt(),
            row.value(10).toInt(),
            row.value(11).toLongLong(),
            row.value(12).toInt(),
            row.value(13).toLongLong()};
}

double daysSince(const QuestionMemory &memory, const MemoryModel &model, const Moment &now)
{
    const double days = model.countsWholeDays()
                            ? now.day - memory.lastDay
                            : double(now.time - memory.lastTime) / millisecondsPerDay;
    return qMax(0.0, days);
}

bool isDue(const QuestionMemory &memory, const Moment &now)
{
    const bool clockWasWrong = memory.lastDay > now.day && memory.lastTime > now.time;
    if (clockWasWrong || memory.dueDay < now.day)
        return true;
    // Only the moment counts for minutes: travelling west makes the day an earlier one.
    return memory.dueTime != 0 ? memory.dueTime <= now.time : memory.dueDay == now.day;
}

std::array<Outcome, 4> outcomesOf(QuestionId question, const QuestionMemory *memory,
                                  const MemoryRules &rules, const Moment &now)
{
    const double elapsed = memory ? daysSince(*memory, *rules.model, now) : 0;
    return outcomes(*rules.model, rules.spacing, memory ? memory->memory : Memory{}, elapsed,
                    quint64(question));
}

QuestionMemory remember(const QuestionMemory *before, const Review &review,
                        const MemoryRules &rules)
{
    const Moment now{review.created, review.day};
    const int wait = waitAfter(before, review, rules);
    QuestionMemory after;
    after.memory =
        afterReview(*rules.model, before ? before->memory : Memory{},
                    before ? daysSince(*before, *rules.model, now) : 0, review.rating, wait);
    after.rating = review.rating;
    after.firstDay = before ? before->firstDay : review.day;
    after.lastDay = review.day;
    after.lastTime = review.created;
    after.dueDay = review.day + wait / minutesPerDay;
    after.dueTime = wait < minutesPerDay ? review.created + wait * millisecondsPerMinute : 0;
    return after;
}

Result<std::optional<QuestionMemory>> memoryOf(const Database &database, QuestionId question)
{
    const auto rows =
        readRows(database, u"SELECT %1 FROM memory WHERE question_id = ?"_s.arg(memoryColumns()),
                 {question}, memoryFrom);
    if (!rows.ok())
        return rows.error();
    if (rows.value().isEmpty())
        return std::optional<QuestionMemory>();
    return std::optional(rows.value().constFirst());
}

Result<std::optional<QuestionMemory>> memoryBefore(const Database &database, const Review &review,
                                                   const MemoryRules &rules)
{
    // One that is not on disk yet comes after all that are.
    Stretch stretch = allOf(review.question);
    stretch.condition += u" AND NOT EXISTS (SELECT 1 FROM review AS made"
                         " WHERE made.uid = ? AND made.rowid <= review.rowid)"_s;
    stretch.values.append(review.uid);
    const auto replayed = replay(database, rules, stretch);
    if (!replayed.ok())
        return replayed.error();
    const auto found = replayed.value().memories.constFind(review.question);
    if (found == replayed.value().memories.constEnd())
        return std::optional<QuestionMemory>();
    return std::optional(*found);
}

Result<QHash<QuestionId, QuestionMemory>> allMemories(const Database &database)
{
    QHash<QuestionId, QuestionMemory> memories;
    const auto rows = readRows(database, u"SELECT %1 FROM memory"_s.arg(memoryColumns()), {},
                               [&memories](const QSqlQuery &row) {
                                   memories.insert(row.value(0).toLongLong(), memoryFrom(row));
                                   return 0;
                               });
    if (!rows.ok())
        return rows.error();
    return memories;
}

Status logReview(const Database &database, const Review &review, const MemoryRules &rules)
{
    const auto known = memoryOf(database, review.question);
    if (!known.ok())
        return known.error();
    const QuestionMemory *before = known.value() ? &*known.value() : nullptr;
    Review kept = review;
    kept.wait = waitAfter(before, review, rules); // so that later rules do not change it
    const QVariant session = review.session.isEmpty() ? QVariant() : review.session;
    const QVariant position = review.session.isEmpty() ? QVariant() : review.position;
    Status done = execute(
        database,
        u"INSERT INTO review(uid, question_id, session_uid, session_position, rating, answer,"
        " duration, created, modified, day, wait) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {review.uid, review.question, session, position, int(review.rating), review.answer,
         review.duration, review.created, review.created, review.day, kept.wait});
    if (done.ok())
        done = savePoints(database, review);
    return done.ok() ? MemoryWriter(database).write(review.question, remember(before, kept, rules))
                     : done;
}

Status setCounts(const Database &database, const Review &review, bool counts,
                 const MemoryRules &rules)
{
    const qint64 now = currentTime();
    Status done = execute(database, u"UPDATE review SET deleted = ?, modified = ? WHERE uid = ?"_s,
                          {counts ? QVariant() : QVariant(now), now, review.uid});
    for (const QString &table : {u"memory"_s, u"missed_point"_s}) {
        if (done.ok())
            done = execute(database, u"DELETE FROM %1 WHERE question_id = ?"_s.arg(table),
                           {review.question});
    }
    if (!done.ok())
        return done;
    const auto replayed = replay(database, rules, allOf(review.question));
    return replayed.ok() ? save(database, replayed.value()) : replayed.error();
}

Status rebuildMemory(const Database &database, const MemoryRules &rules)
{
    const auto replayed = replay(database, rules);
    if (!replayed.ok())
        return replayed.error();
    Status done = execute(database, u"DELETE FROM memory"_s);
    if (done.ok())
        done = execute(database, u"DELETE FROM missed_point"_s);
    return done.ok() ? save(database, replayed.value()) : done;
}

Result<bool> isMemorySound(const Database &database, const MemoryRules &rules)
{
    const auto replayed = replay(database, rules);
    if (!replayed.ok())
        return replayed.error();
    const auto cached = allMemories(database);
    if (!cached.ok())
        return cached.error();
    QHash<qint64, std::pair<QuestionId, int>> missed;
    const auto points =
        readRows(database, u"SELECT key_point_id, question_id, run FROM missed_point"_s, {},
                 [&missed](const QSqlQuery &row) {
                     missed.insert(row.value(0).toLongLong(),
                                   {row.value(1).toLongLong(), row.value(2).toInt()});
                     return 0;
                 });
    if (!points.ok())
        return points.error();
    return replayed.value().memories == cached.value() && replayed.value().missed == missed;
}
