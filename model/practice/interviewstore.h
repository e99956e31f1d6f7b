// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/interview.h"
#include "model/result.h"

#include <QObject>

class Collection;
class Scheduler;

// Mock interviews on disk. What is set here counts at once for its caller; the disk follows.
// Both arguments must outlive the store.
class InterviewStore final : public QObject
{
    Q_OBJECT

public:
    InterviewStore(Collection &collection, const Scheduler &scheduler, QObject *parent = nullptr);

    // A new interview for a level, with its questions chosen; nothing is written before start().
    // Fails when there is nothing to ask.
    Result<Interview> compose(const Level &level) const;
    void start(const Interview &interview);

    // What is typed so far, and the time spent on that question by then; written after a short
    // rest. Times only ever grow.
    void saveAnswer(const QString &uid, int position, Section section, const QString &text,
                    qint64 spent);
    // Writes at once what is still at rest: a field was left.
    void saveRested();
    void saveSpent(const QString &uid, int position, qint64 spent);
    void setFlagged(const QString &uid, int position, bool flagged);
    // Leaves `question`, which stands at `position`, for the one at `next`.
    void leaveQuestion(const QString &uid, int position, const InterviewQuestion &question,
                       int next);
    // The interview with the points as they are proposed; from then on it is graded.
    void end(const Interview &interview);

    void setMet(const QString &uid, int position, qint64 keyPoint, bool met);
    void rate(const QString &uid, int position, Rating rating);
    void setPosition(const QString &uid, int position);
    // Closes the grading. Only with `counted` do the ratings go into the review log.
    void finish(const Interview &interview, bool counted);

    // The newest that is not finished. `but` is the uid of one whose end is not on disk yet.
    Result<std::optional<Interview>> unfinished(const QString &but = {}) const;
    // Whether one waits for an answer, rather than for grades; cheap enough for every start.
    Result<bool> isRunning() const;
    Result<QList<InterviewSummary>> finished() const; // the oldest first
    Result<std::optional<InterviewSummary>> last() const;
    Result<Interview> interview(const QString &uid) const;

signals:
    void changed();

private:
    Collection &m_collection;
    const Scheduler &m_scheduler;
};
