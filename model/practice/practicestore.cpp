// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/practicestore.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/stamp.h"
#include "model/practice/scheduler.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int quickCount = 10;
constexpr int quickNew = 3;

constexpr QStringView modeNames[] = {u"type", u"think", u"speak"}; // by AnswerMode

QString modeName(AnswerMode mode)
{
    return modeNames[size_t(mode)].toString();
}

AnswerMode modeFrom(const QString &name)
{
    const auto *const found = std::find(std::begin(modeNames), std::end(modeNames), name);
    return found == std::end(modeNames) ? AnswerMode::Type
                                        : AnswerMode(found - std::begin(modeNames));
}

void shuffle(QList<QuestionId> &ids)
{
    std::shuffle(ids.begin(), ids.end(), *QRandomGenerator::global());
}

struct Candidate
{
    QuestionId id = 0;
    int tier = 0;
};

// `count` of the candidates, taking from each tier in turn as long as it has some.
QList<QuestionId> pickAcrossTiers(QList<Candidate> candidates, qsizetype count)
{
    std::shuffle(candidates.begin(), candidates.end(), *QRandomGenerator::global());
    QList<QList<QuestionId>> tiers(std::size(allTiers));
    for (const Candidate &candidate : std::as_const(candidates))
        tiers[candidate.tier].append(candidate.id);
    QList<QuestionId> picked;
    count = std::min(count, candidates.size());
    for (qsizetype turn = 0; picked.size() < count; ++turn) {
        QList<QuestionId> &tier = tiers[turn % tiers.size()];
        if (!tier.isEmpty())
            picked.append(tier.takeLast());
    }
    return picked;
}

// Takes a session to `position`, in the same transaction as the grade that does so.
Status moveSession(const Database &database, const QString &uid, int position, qint64 now)
{
    return execute(database,
                   u"UPDATE session SET position = ?, modified = ?, finished = CASE WHEN ? >="
                   " (SELECT count(*) FROM session_question WHERE session_uid = session.uid)"
                   " THEN ? END WHERE uid = ?"_s,
                   {position, now, position, now, uid});
}

// After a grade: the question comes back at the end, if it does so within the day. `draft` is what
// was typed there before the grade was taken back.
Status moveOn(const Database &database, const Review &review, const QString &draft, qint64 now)
{
    Status done = success();
    if (review.comesBack()) {
        done = execute(database,
                       u"INSERT INTO session_question(session_uid, position, question_id, repeats,"
                       " draft) SELECT ?, max(position) + 1, ?, ?, ? FROM session_question"
                       " WHERE session_uid = ?"_s,
                       {review.session, review.question, review.position, draft, review.session});
    }
    return done.ok() ? moveSession(database, review.session, review.position + 1, now) : done;
}

// After a grade was taken back.
Status moveBack(const Database &database, const Review &review, qint64 now)
{
    const Status done =
        execute(database, u"DELETE FROM session_question WHERE session_uid = ? AND repeats = ?"_s,
                {review.session, review.position});
    return done.ok() ? moveSession(database, review.session, review.position, now) : done;
}

constexpr QStringView practisedCondition =
    u"EXISTS (SELECT 1 FROM memory WHERE memory.question_id = question.id)";

} // namespace

PracticeStore::PracticeStore(Collection &collection, const Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
    , m_scheduler(scheduler)
{
}

void PracticeStore::startSession(const SessionRecord &session)
{
    const qint64 now = currentTime();
    m_collection.writes().submit([session, now](const Database &database) -> Status {
        Status done = execute(
            database,
            u"INSERT INTO session(uid, title, mode, position, created, modified)"
            " VALUES (?, ?, ?, ?, ?, ?)"_s,
            {session.uid, session.title, modeName(session.mode), session.position, now, now});
        for (qsizetype i = 0; done.ok() && i < session.questions.size(); ++i) {
            done = execute(database,
                           u"INSERT INTO session_question(session_uid, position,"
                           " question_id) VALUES (?, ?, ?)"_s,
                           {session.uid, i, session.questions.at(i)});
        }
        return done;
    });
    emit changed();
}

void PracticeStore::saveDraft(const QString &session, int position, const QString &text)
{
    m_collection.writes().submitLater(
        u"session/%1/%2"_s.arg(session).arg(position),
        [values = QVariantList{text, session, position}](const Database &database) {
            return execute(database,
                           u"UPDATE session_question SET draft = ?"
                           " WHERE session_uid = ? AND position = ?"_s,
                           values);
        });
}

void PracticeStore::endSession(const QString &uid)
{
    m_collection.writes().submitRested();
    const qint64 now = currentTime();
    m_collection.writes().submit([uid, now](const Database &database) {
        return execute(database,
                       u"UPDATE session SET finished = coalesce(finished, ?), modified = ?"
                       " WHERE uid = ?"_s,
                       {now, now, uid});
    });
    emit changed();
}

void PracticeStore::addReview(const Review &review)
{
    const qint64 now = currentTime();
    m_collection.writes().submit(
        [review, now, rules = m_scheduler.rules()](const Database &database) -> Status {
            const Status done = logReview(database, review, rules);
            return done.ok() ? moveOn(database, review, {}, now) : done;
        });
    emit changed();
}

void PracticeStore::retractReview(const Review &review)
{
    m_collection.writes().submitRested(); // a text at rest belongs to its question as it is now
    const qint64 now = currentTime();
    m_collection.writes().submit(
        [review, now, rules = m_scheduler.rules()](const Database &database) -> Status {
            const Status done = setCounts(database, review, false, rules);
            return done.ok() ? moveBack(database, review, now) : done;
        });
    emit changed();
    emit retracted(review.session);
}

void PracticeStore::restoreReview(const Review &review, const QString &draft)
{
    const qint64 now = currentTime();
    m_collection.writes().submit(
        [review, draft, now, rules = m_scheduler.rules()](const Database &database) -> Status {
            const Status done = setCounts(database, review, true, rules);
            return done.ok() ? moveOn(database, review, draft, now) : done;
        });
    emit changed();
}

void PracticeStore::markRead(QuestionId question)
{
    const qint64 now = currentTime();
    m_collection.writes().submit(
        [values = QVariantList{newUid(), question, now, now}](const Database &database) {
            return execute(database,
                           u"INSERT INTO reading(uid, question_id, created, modified)"
                           " VALUES (?, ?, ?, ?) ON CONFLICT(question_id)"
                           " DO UPDATE SET modified = excluded.modified, deleted = NULL"_s,
                           values);
        });
}

Result<SessionRecord> PracticeStore::record(const QString &uid) const
{
    const Database &database = m_collection.database();
    const auto sessions =
        readRows(database, u"SELECT title, mode, position FROM session WHERE uid = ?"_s, {uid},
                 [&uid](const QSqlQuery &row) {
                     return SessionRecord{uid,
                                          row.value(0).toString(),
                                          modeFrom(row.value(1).toString()),
                                          {},
                                          row.value(2).toInt(),
                                          {},
                                          {},
                                          {}};
                 });
    if (!sessions.ok())
        return sessions.error();
    SessionRecord session = sessions.value().value(0);

    const auto questions = readRows(database,
                                    u"SELECT question_id, draft, coalesce(repeats, -1)"
                                    " FROM session_question"
                                    " WHERE session_uid = ? ORDER BY position"_s,
                                    {uid}, [&session](const QSqlQuery &row) {
                                        session.questions.append(row.value(0).toLongLong());
                                        session.drafts.append(row.value(1).toString());
                                        session.repeats.append(row.value(2).toInt());
                                        return 0;
                                    });
    if (!questions.ok())
        return questions.error();

    auto reviews = readRows(
        database,
        u"SELECT uid, question_id, session_position, rating, answer, duration, created, day,"
        " coalesce(wait, 0) FROM review WHERE session_uid = ? AND deleted IS NULL ORDER BY session_position"_s,
        {uid}, [&uid](const QSqlQuery &row) {
            return Review{row.value(0).toString(),
                          row.value(1).toLongLong(),
                          uid,
                          row.value(2).toInt(),
                          Rating(row.value(3).toInt()),
                          row.value(4).toString(),
                          row.value(5).toLongLong(),
                          row.value(6).toLongLong(),
                          row.value(7).toInt(),
                          row.value(8).toInt(),
                          {}};
        });
    if (!reviews.ok())
        return reviews.error();
    session.reviews = std::move(reviews).value();
    for (Review &review : session.reviews) {
        auto points =
            readRows(database,
                     u"SELECT key_point_id, met FROM review_key_point AS result"
                     " JOIN key_point ON key_point.id = result.key_point_id"
                     " WHERE review_uid = ? ORDER BY key_point.position"_s,
                     {review.uid}, [](const QSqlQuery &row) {
                         return PointResult{row.value(0).toLongLong(), row.value(1).toBool()};
                     });
        if (!points.ok())
            return points.error();
        review.points = std::move(points).value();
    }
    return session;
}

Result<std::optional<SessionRecord>> PracticeStore::unfinishedSession(const QString &but) const
{
    const auto uid = readValue(m_collection.database(),
                               u"SELECT uid FROM session WHERE finished IS NULL"
                               " AND deleted IS NULL AND uid <> ?"
                               " AND (position > 0 OR EXISTS (SELECT 1 FROM session_question"
                               " WHERE session_uid = session.uid AND trim(draft) <> ''))"
                               " ORDER BY created DESC, rowid DESC LIMIT 1"_s,
                               {but});
    if (!uid.ok())
        return uid.error();
    if (!uid.value().isValid())
        return std::optional<SessionRecord>();
    auto session = record(uid.value().toString());
    if (!session.ok())
        return session.error();
    return std::optional<SessionRecord>(std::move(session).value());
}

Result<std::optional<SessionSummary>> PracticeStore::lastSession() const
{
    const Database &database = m_collection.database();
    const auto last =
        readRows(database,
                 u"SELECT uid, finished FROM session WHERE finished IS NOT NULL"
                 " AND deleted IS NULL AND EXISTS (SELECT 1 FROM review"
                 " WHERE session_uid = session.uid AND review.deleted IS NULL)"
                 " ORDER BY finished DESC LIMIT 1"_s,
                 {}, [](const QSqlQuery &row) {
                     return std::pair{row.value(0).toString(), row.value(1).toLongLong()};
                 });
    if (!last.ok())
        return last.error();
    if (last.value().isEmpty())
        return std::optional<SessionSummary>();
    const auto &[uid, finished] = last.value().constFirst();
    auto session = record(uid);
    if (!session.ok())
        return session.error();

    SessionSummary summary;
    summary.session = std::move(session).value();
    summary.ended = QDateTime::fromMSecsSinceEpoch(finished);
    for (const Review &review : std::as_const(summary.session.reviews)) {
        summary.duration += review.duration;
        ++summary.ratings[int(review.rating)];
    }
    auto missed = readRows(database,
                           u"SELECT key_point.text FROM review"
                           " JOIN review_key_point AS result ON result.review_uid = review.uid"
                           " JOIN key_point ON key_point.id = result.key_point_id"
                           " WHERE review.session_uid = ? AND review.deleted IS NULL AND NOT met"
                           " ORDER BY session_position, key_point.position"_s,
                           {uid}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!missed.ok())
        return missed.error();
    summary.missed = std::move(missed).value();
    summary.missed.removeDuplicates(); // of a question that came back
    return std::optional<SessionSummary>(std::move(summary));
}

Result<qint64> PracticeStore::practisedOn(int day) const
{
    const auto spent = readValue(m_collection.database(),
                                 u"SELECT coalesce(sum(duration), 0) FROM review"
                                 " WHERE day = ? AND deleted IS NULL"_s,
                                 {day});
    if (!spent.ok())
        return spent.error();
    return spent.value().toLongLong();
}

Result<QList<QuestionId>> PracticeStore::bookmarked() const
{
    auto ids = readRows(m_collection.database(),
                        u"SELECT question_id FROM bookmark WHERE question_id IS NOT NULL"
                        " AND deleted IS NULL"
                        " UNION SELECT link.question_id FROM bookmark"
                        " JOIN question_topic AS link ON link.topic_id = bookmark.topic_id"
                        " WHERE bookmark.deleted IS NULL"_s,
                        {}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    if (!ids.ok())
        return ids;
    QList<QuestionId> shuffled = std::move(ids).value();
    shuffle(shuffled);
    return shuffled;
}

Result<QList<QuestionId>> PracticeStore::quickTen() const
{
    QList<Candidate> practised;
    QList<Candidate> fresh;
    const auto read = readRows(m_collection.database(),
                               u"SELECT id, tier, %1 FROM question"
                               " WHERE NOT retired AND kind <> 'drill'"_s.arg(practisedCondition),
                               {}, [&](const QSqlQuery &row) {
                                   auto &list = row.value(2).toBool() ? practised : fresh;
                                   list.append({row.value(0).toLongLong(), row.value(1).toInt()});
                                   return 0;
                               });
    if (!read.ok())
        return read.error();
    const qsizetype freshCount =
        std::min(fresh.size(), std::max<qsizetype>(quickNew, quickCount - practised.size()));
    QList<QuestionId> ids =
        pickAcrossTiers(fresh, freshCount) + pickAcrossTiers(practised, quickCount - freshCount);
    shuffle(ids);
    return ids;
}

Result<QList<DrillRow>> PracticeStore::drills() const
{
    return readRows(
        m_collection.database(),
        u"SELECT id, title, coalesce((SELECT rating FROM memory"
        " WHERE memory.question_id = question.id), 0) >= 3"
        " FROM question WHERE kind = 'drill' AND NOT retired ORDER BY deck_id, number"_s,
        {}, [](const QSqlQuery &row) {
            return DrillRow{row.value(0).toLongLong(), row.value(1).toString(),
                            row.value(2).toBool()};
        });
}

Result<QList<QuestionId>> PracticeStore::unseen() const
{
    return readRows(m_collection.database(),
                    u"SELECT question.id FROM question"
                    " LEFT JOIN question_topic AS link ON link.question_id = question.id"
                    " AND link.position = 0"
                    " LEFT JOIN topic ON topic.id = link.topic_id"
                    " WHERE NOT question.retired AND kind <> 'drill' AND NOT %1"
                    " AND NOT EXISTS (SELECT 1 FROM reading"
                    " WHERE reading.question_id = question.id AND deleted IS NULL)"
                    " ORDER BY topic.position, tier, number"_s.arg(practisedCondition),
                    {}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
}
