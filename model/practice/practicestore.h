// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/review.h"
#include "model/result.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

#include <optional>

class Collection;
class Scheduler;

// How the learner answers. The numbers are kept in settings.
enum class AnswerMode { Type = 0, Think = 1, Speak = 2 };

// A sitting of practice as it is kept on disk: enough to go on after a crash.
struct SessionRecord
{
    QString uid;
    QString title; // "Quick ten"
    AnswerMode mode = AnswerMode::Type;
    QList<QuestionId> questions;
    int position = 0;      // of the question at hand; the size of `questions` when all are graded
    QStringList drafts;    // typed so far, one a question
    QList<int> repeats;    // one a question: the position whose grade brought it back, or -1
    QList<Review> reviews; // one for each question graded, by position; not of skipped ones
};

// What happened in a finished session.
struct SessionSummary
{
    SessionRecord session;
    QDateTime ended;
    qint64 duration = 0; // milliseconds spent on graded questions
    int ratings[5] = {}; // how often each Rating was given; [0] is unused
    QStringList missed;  // the text of each missed key point, in the order they came up
};

// A code drill as the start of practice counts it.
struct DrillRow
{
    QuestionId id = 0;
    QString title;
    bool solved = false; // last graded Good or Easy
};

// The review log, sessions, and what was read. What is set here counts at once for its caller; the
// disk follows. Both arguments must outlive the store.
class PracticeStore final : public QObject
{
    Q_OBJECT

public:
    PracticeStore(Collection &collection, const Scheduler &scheduler, QObject *parent = nullptr);

    const Scheduler &scheduler() const { return m_scheduler; }

    void startSession(const SessionRecord &session);
    // What is typed for the question at `position`; written after a short rest.
    void saveDraft(const QString &session, int position, const QString &text);
    // An ended session can no longer be continued; its reviews stay.
    void endSession(const QString &uid);

    // A grade takes its session on to the next question, or ends it after the last. One that
    // comesBack() puts its question at the session's end once more.
    void addReview(const Review &review);
    // Takes a grade back, with its session back to the question; and gives it again.
    void retractReview(const Review &review);
    // `draft` is what was typed for its question where it came back, before that was undone.
    void restoreReview(const Review &review, const QString &draft = {});

    // Revealing an answer counts as reading it.
    void markRead(QuestionId question);

    // The newest session that was neither ended nor gone through, and in which anything was done.
    // `but` is the uid of one to leave out, such as one whose end is not on disk yet.
    Result<std::optional<SessionRecord>> unfinishedSession(const QString &but = {}) const;
    // The last ended session with at least one grade.
    Result<std::optional<SessionSummary>> lastSession() const;

    // Milliseconds spent on graded questions of a study day.
    Result<qint64> practisedOn(int day) const;

    // Bookmarked questions, and those of bookmarked topics, shuffled.
    Result<QList<QuestionId>> bookmarked() const;
    // Up to ten: at most seven practised before and the rest new, of as many tiers as there are.
    Result<QList<QuestionId>> quickTen() const;
    // All code drills in order, and which of them were last graded Good or Easy.
    Result<QList<DrillRow>> drills() const;
    // Neither read nor practised, in must-study order.
    Result<QList<QuestionId>> unseen() const;

signals:
    void changed();
    void retracted(const QString &session); // one of its grades; uid

private:
    void setReviewDeleted(const Review &review, bool deleted);
    Result<SessionRecord> record(const QString &uid) const;

    Collection &m_collection;
    const Scheduler &m_scheduler;
};
