// SPDX-License-Identifier: GPL-3.0-or-later
// The half of InterviewStore that reads.

#include "model/practice/interviewstore.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/stamp.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

// Fills in what the collection says about the questions.
Status addFacts(const Database &database, QList<InterviewQuestion> &questions)
{
    for (InterviewQuestion &question : questions) {
        const auto read =
            readRows(database,
                     u"SELECT question.title, prompt, follow_up, tier, kind, topic.title"
                     " FROM question LEFT JOIN question_topic AS link"
                     " ON link.question_id = question.id AND link.position = 0"
                     " LEFT JOIN topic ON topic.id = link.topic_id WHERE question.id = ?"_s,
                     {question.id}, [&question](const QSqlQuery &row) {
                         question.title = row.value(0).toString();
                         question.prompt = row.value(1).toString();
                         question.followUp = row.value(2).toString();
                         question.tier = Tier(row.value(3).toInt());
                         question.kind =
                             kindFromName(row.value(4).toString()).value_or(QuestionKind::Open);
                         question.topic = row.value(5).toString();
                         return 0;
                     });
        if (!read.ok())
            return read.error();
    }
    return success();
}

Status addAnswers(const Database &database, Interview &interview)
{
    const auto read = readRows(
        database, u"SELECT position, section, text FROM interview_answer WHERE interview_uid = ?"_s,
        {interview.uid}, [&interview](const QSqlQuery &row) {
            const int position = row.value(0).toInt();
            if (position >= 0 && position < interview.questions.size())
                interview.questions[position].answers.insert(Section(row.value(1).toInt()),
                                                             row.value(2).toString());
            return 0;
        });
    return read.ok() ? success() : Status(read.error());
}

// Points that a newer deck has no more are shown as they were.
Status addPoints(const Database &database, Interview &interview)
{
    const auto read = readRows(
        database,
        u"SELECT result.position, met, key_point.id, key, section, text, detail"
        " FROM interview_key_point AS result JOIN key_point ON key_point.id = result.key_point_id"
        " WHERE interview_uid = ? ORDER BY result.position, section, key_point.position"_s,
        {interview.uid}, [&interview](const QSqlQuery &row) {
            const int position = row.value(0).toInt();
            if (position >= 0 && position < interview.questions.size())
                interview.questions[position].points.append({{row.value(2).toLongLong(),
                                                              row.value(3).toString(),
                                                              Section(row.value(4).toInt()),
                                                              row.value(5).toString(),
                                                              row.value(6).toString(),
                                                              {}},
                                                             row.value(1).toBool()});
            return 0;
        });
    return read.ok() ? success() : Status(read.error());
}

Result<QList<InterviewSummary>> summaries(const Database &database, const QString &which)
{
    struct Sums
    {
        InterviewSummary summary;
        double met = 0;
        double total = 0;
    };

    QList<Sums> all;
    const auto read = readRows(
        database,
        u"SELECT interview.uid, level, interview.created, question.tier,"
        " count(DISTINCT asked.position),"
        " count(DISTINCT CASE WHEN asked.spent > 0 THEN asked.position END),"
        " count(result.met), coalesce(sum(result.met), 0)"
        " FROM interview JOIN interview_question AS asked ON asked.interview_uid = interview.uid"
        " JOIN question ON question.id = asked.question_id"
        " LEFT JOIN interview_key_point AS result ON result.interview_uid = interview.uid"
        " AND result.position = asked.position"
        " WHERE finished IS NOT NULL AND deleted IS NULL AND %1"
        " GROUP BY interview.uid, question.tier ORDER BY interview.created, interview.uid"_s.arg(
            which),
        {}, [&all](const QSqlQuery &row) {
            const QString uid = row.value(0).toString();
            if (all.isEmpty() || all.constLast().summary.uid != uid)
                all.append(
                    Sums{{uid, row.value(1).toString(),
                          QDateTime::fromMSecsSinceEpoch(row.value(2).toLongLong()), 0, 0, 0},
                         0,
                         0});
            Sums &sums = all.last();
            const double weight = pointWeight(Tier(row.value(3).toInt()));
            sums.summary.questions += row.value(4).toInt();
            sums.summary.asked += row.value(5).toInt();
            sums.total += weight * row.value(6).toInt();
            sums.met += weight * row.value(7).toInt();
            return 0;
        });
    if (!read.ok())
        return read.error();
    QList<InterviewSummary> found;
    for (Sums &sums : all) {
        sums.summary.score = sums.total > 0 ? qRound(100 * sums.met / sums.total) : 0;
        found.append(sums.summary);
    }
    return found;
}

} // namespace

Result<Interview> InterviewStore::compose(const Level &level) const
{
    const Database &database = m_collection.database();
    auto candidates = readRows(
        database,
        u"SELECT question.id, tier, coalesce(topic.id, 0), coalesce(topic.key, ''),"
        " EXISTS (SELECT 1 FROM interview_question AS asked WHERE asked.question_id = question.id"
        " AND asked.interview_uid = (SELECT uid FROM interview WHERE deleted IS NULL"
        " ORDER BY created DESC, uid DESC LIMIT 1))"
        " FROM question LEFT JOIN question_topic AS link"
        " ON link.question_id = question.id AND link.position = 0"
        " LEFT JOIN topic ON topic.id = link.topic_id"
        " WHERE NOT question.retired AND kind <> 'drill' ORDER BY question.id"_s,
        {}, [&level](const QSqlQuery &row) {
            return InterviewCandidate{
                row.value(0).toLongLong(), Tier(row.value(1).toInt()), row.value(2).toLongLong(),
                level.topics.contains(row.value(3).toString()), row.value(4).toBool()};
        });
    if (!candidates.ok())
        return candidates.error();
    const QList<QuestionId> ids = chooseQuestions(std::move(candidates).value(),
                                                  interviewMix(level), *QRandomGenerator::global());
    if (ids.isEmpty()) {
        return Error{Error::Kind::Query,
                     QCoreApplication::translate("InterviewStore",
                                                 "There is no question to ask, so no interview was "
                                                 "started. Install a deck first."),
                     {}};
    }
    Interview interview;
    interview.uid = newUid();
    interview.level = level.title;
    interview.created = interview.modified = currentTime();
    for (const QuestionId id : ids) {
        InterviewQuestion question;
        question.id = id;
        interview.questions.append(question);
    }
    if (const Status added = addFacts(database, interview.questions); !added.ok())
        return added.error();
    for (InterviewQuestion &question : interview.questions)
        question.allowed = timeAllowed(question.tier);
    return interview;
}

Result<std::optional<Interview>> InterviewStore::unfinished(const QString &but) const
{
    const auto uid = readValue(m_collection.database(),
                               u"SELECT uid FROM interview WHERE finished IS NULL"
                               " AND deleted IS NULL AND uid <> ?"
                               " ORDER BY created DESC, uid DESC LIMIT 1"_s,
                               {but});
    if (!uid.ok())
        return uid.error();
    if (!uid.value().isValid())
        return std::optional<Interview>();
    auto found = interview(uid.value().toString());
    if (!found.ok())
        return found.error();
    return std::optional<Interview>(std::move(found).value());
}

Result<bool> InterviewStore::isRunning() const
{
    const auto found =
        readValue(m_collection.database(), u"SELECT 1 FROM interview WHERE ended IS NULL"
                                           " AND finished IS NULL AND deleted IS NULL LIMIT 1"_s);
    if (!found.ok())
        return found.error();
    return found.value().isValid();
}

Result<QList<InterviewSummary>> InterviewStore::finished() const
{
    return summaries(m_collection.database(), u"true"_s);
}

Result<std::optional<InterviewSummary>> InterviewStore::last() const
{
    const auto found =
        summaries(m_collection.database(), u"interview.uid = (SELECT uid FROM interview"
                                           " WHERE finished IS NOT NULL AND deleted IS NULL"
                                           " ORDER BY created DESC, uid DESC LIMIT 1)"_s);
    if (!found.ok())
        return found.error();
    if (found.value().isEmpty())
        return std::optional<InterviewSummary>();
    return std::optional<InterviewSummary>(found.value().constLast());
}

Result<Interview> InterviewStore::interview(const QString &uid) const
{
    const Database &database = m_collection.database();
    auto rows = readRows(database,
                         u"SELECT level, position, counted, created, modified, ended, finished"
                         " FROM interview WHERE uid = ?"_s,
                         {uid}, [&uid](const QSqlQuery &row) {
                             return Interview{uid,
                                              row.value(0).toString(),
                                              row.value(1).toInt(),
                                              row.value(2).toBool(),
                                              row.value(3).toLongLong(),
                                              row.value(4).toLongLong(),
                                              row.value(5).toLongLong(),
                                              row.value(6).toLongLong(),
                                              {}};
                         });
    if (!rows.ok())
        return rows.error();
    if (rows.value().isEmpty()) {
        return Error{Error::Kind::Query,
                     QCoreApplication::translate(
                         "InterviewStore", "This interview is no longer in the collection. Nothing "
                                           "was changed. Start another one."),
                     u"no interview %1"_s.arg(uid)};
    }
    Interview found = std::move(rows).value().takeFirst();
    auto questions =
        readRows(database,
                 u"SELECT question_id, allowed, spent, flagged, skipped, rating"
                 " FROM interview_question WHERE interview_uid = ? ORDER BY position"_s,
                 {uid}, [](const QSqlQuery &row) {
                     InterviewQuestion question;
                     question.id = row.value(0).toLongLong();
                     question.allowed = row.value(1).toLongLong();
                     question.spent = row.value(2).toLongLong();
                     question.flagged = row.value(3).toBool();
                     question.skipped = row.value(4).toBool();
                     if (!row.value(5).isNull())
                         question.rating = Rating(row.value(5).toInt());
                     return question;
                 });
    if (!questions.ok())
        return questions.error();
    found.questions = std::move(questions).value();
    found.position = qMax(0, qMin(found.position, int(found.questions.size()) - 1));
    Status added = addFacts(database, found.questions);
    if (added.ok())
        added = addAnswers(database, found);
    if (added.ok())
        added = addPoints(database, found);
    if (!added.ok())
        return added.error();
    return found;
}
