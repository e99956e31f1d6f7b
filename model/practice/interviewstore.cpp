// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/interviewstore.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/stamp.h"
#include "model/practice/scheduler.h"

using namespace Qt::StringLiterals;

namespace {

// For the review log; questions that were not asked or not rated have no review. What was answered
// is remembered from then on, however late it is graded.
QList<Review> reviewsOf(const Interview &interview)
{
    const qint64 then = interview.ended;
    QList<Review> reviews;
    for (const InterviewQuestion &question : interview.questions) {
        if (!question.wasAsked() || !question.rating)
            continue;
        Review review{newUid(),
                      question.id,
                      {},
                      0,
                      *question.rating,
                      wholeAnswer(question),
                      question.spent,
                      then,
                      studyDay(then),
                      0,
                      {}};
        for (const InterviewPoint &point : question.points)
            review.points.append({point.point.id, point.met});
        reviews.append(review);
    }
    return reviews;
}

// The log is in the order of its rows: a grade of before one that is there already comes with it.
Status logInOrder(const Database &database, Review review, qint64 now, const MemoryRules &rules)
{
    const auto known = memoryOf(database, review.question);
    if (!known.ok())
        return known.error();
    if (known.value() && known.value()->lastTime > review.created) {
        review.created = qMin(known.value()->lastTime, now);
        review.day = studyDay(review.created);
    }
    return logReview(database, review, rules);
}

Status touch(const Database &database, const QString &uid, qint64 now)
{
    return execute(database, u"UPDATE interview SET modified = ? WHERE uid = ?"_s, {now, uid});
}

Status writeSpent(const Database &database, const QString &uid, int position, qint64 spent,
                  qint64 now)
{
    // A text that rested may bring a time from before a later one.
    const Status done = execute(database,
                                u"UPDATE interview_question SET spent = max(spent, ?)"
                                " WHERE interview_uid = ? AND position = ?"_s,
                                {spent, uid, position});
    return done.ok() ? touch(database, uid, now) : done;
}

Status writeQuestion(const Database &database, const QString &uid, qsizetype position,
                     const InterviewQuestion &question)
{
    return execute(database,
                   u"UPDATE interview_question SET spent = ?, flagged = ?, skipped = ?"
                   " WHERE interview_uid = ? AND position = ?"_s,
                   {question.spent, int(question.flagged), int(question.skipped), uid, position});
}

Status writePoints(const Database &database, const QString &uid, qsizetype position,
                   const QList<InterviewPoint> &points)
{
    Status done = success();
    for (const InterviewPoint &point : points) {
        if (done.ok())
            done = execute(database,
                           u"INSERT INTO interview_key_point VALUES (?, ?, ?, ?)"
                           " ON CONFLICT DO UPDATE SET met = excluded.met"_s,
                           {uid, position, point.point.id, int(point.met)});
    }
    return done;
}

} // namespace

InterviewStore::InterviewStore(Collection &collection, const Scheduler &scheduler, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
    , m_scheduler(scheduler)
{
}

void InterviewStore::start(const Interview &interview)
{
    m_collection.writes().submit([interview](const Database &database) -> Status {
        Status done = execute(database,
                              u"INSERT INTO interview(uid, level, position, created, modified)"
                              " VALUES (?, ?, ?, ?, ?)"_s,
                              {interview.uid, interview.level, interview.position,
                               interview.created, interview.modified});
        for (qsizetype i = 0; done.ok() && i < interview.questions.size(); ++i) {
            done = execute(database,
                           u"INSERT INTO interview_question(interview_uid, position, question_id,"
                           " allowed) VALUES (?, ?, ?, ?)"_s,
                           {interview.uid, i, interview.questions.at(i).id,
                            interview.questions.at(i).allowed});
        }
        return done;
    });
    emit changed();
}

void InterviewStore::saveAnswer(const QString &uid, int position, Section section,
                                const QString &text, qint64 spent)
{
    const qint64 now = currentTime();
    m_collection.writes().submitLater(
        u"interview/%1/%2/%3"_s.arg(uid).arg(position).arg(int(section)),
        [=](const Database &database) {
            const Status done = execute(database,
                                        u"INSERT INTO interview_answer VALUES (?, ?, ?, ?)"
                                        " ON CONFLICT DO UPDATE SET text = excluded.text"_s,
                                        {uid, position, int(section), text});
            return done.ok() ? writeSpent(database, uid, position, spent, now) : done;
        });
}

void InterviewStore::saveRested()
{
    m_collection.writes().submitRested();
}

void InterviewStore::saveSpent(const QString &uid, int position, qint64 spent)
{
    const qint64 now = currentTime();
    m_collection.writes().submit(
        [=](const Database &database) { return writeSpent(database, uid, position, spent, now); },
        u"interview/%1/spent"_s.arg(uid));
}

void InterviewStore::setFlagged(const QString &uid, int position, bool flagged)
{
    m_collection.writes().submit([=](const Database &database) {
        return execute(database,
                       u"UPDATE interview_question SET flagged = ?"
                       " WHERE interview_uid = ? AND position = ?"_s,
                       {int(flagged), uid, position});
    });
}

void InterviewStore::leaveQuestion(const QString &uid, int position,
                                   const InterviewQuestion &question, int next)
{
    saveRested();
    const qint64 now = currentTime();
    m_collection.writes().submit([=](const Database &database) {
        const Status done = writeQuestion(database, uid, position, question);
        return done.ok() ? execute(database,
                                   u"UPDATE interview SET position = ?, modified = ?"
                                   " WHERE uid = ?"_s,
                                   {next, now, uid})
                         : done;
    });
}

void InterviewStore::end(const Interview &interview)
{
    saveRested();
    m_collection.writes().submit([interview](const Database &database) {
        Status done =
            execute(database,
                    u"UPDATE interview SET position = ?, modified = ?, ended = ?"
                    " WHERE uid = ?"_s,
                    {interview.position, interview.modified, interview.ended, interview.uid});
        for (qsizetype i = 0; done.ok() && i < interview.questions.size(); ++i) {
            const InterviewQuestion &question = interview.questions.at(i);
            done = writeQuestion(database, interview.uid, i, question);
            if (done.ok())
                done = writePoints(database, interview.uid, i, question.points);
        }
        return done;
    });
    emit changed();
}

void InterviewStore::setMet(const QString &uid, int position, qint64 keyPoint, bool met)
{
    m_collection.writes().submit([=](const Database &database) {
        InterviewPoint point;
        point.point.id = keyPoint;
        point.met = met;
        return writePoints(database, uid, position, {point});
    });
}

void InterviewStore::rate(const QString &uid, int position, Rating rating)
{
    m_collection.writes().submit([=](const Database &database) {
        return execute(database,
                       u"UPDATE interview_question SET rating = ?"
                       " WHERE interview_uid = ? AND position = ?"_s,
                       {int(rating), uid, position});
    });
}

void InterviewStore::setPosition(const QString &uid, int position)
{
    m_collection.writes().submit([=](const Database &database) {
        return execute(database, u"UPDATE interview SET position = ? WHERE uid = ?"_s,
                       {position, uid});
    });
}

void InterviewStore::finish(const Interview &interview, bool counted)
{
    const qint64 now = currentTime();
    const QList<Review> reviews = counted ? reviewsOf(interview) : QList<Review>();
    const Moment answered{interview.ended, studyDay(interview.ended)};
    const MemoryRules rules = m_scheduler.rulesFrom(answered);
    m_collection.writes().submit([=](const Database &database) {
        Status done = execute(database,
                              u"UPDATE interview SET finished = ?, modified = ?, counted = ?"
                              " WHERE uid = ?"_s,
                              {now, now, int(counted), interview.uid});
        for (const Review &review : reviews) {
            if (done.ok())
                done = logInOrder(database, review, now, rules);
        }
        return done;
    });
    emit changed();
}
