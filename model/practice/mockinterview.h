// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/interviewstore.h"
#include "model/questions/questionstore.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

// The mock interview at hand: asked against the clock, then graded by the learner, then finished.
// Everything goes to the store as it happens; of the clock, at most the last five seconds can be
// lost. The clock runs as long as this object lives and the interview does.
//
// Both stores must outlive it.
class MockInterview final : public QObject
{
    Q_OBJECT

public:
    enum class Phase { Running, Grading, Finished };

    // A new one, which is written at once.
    static std::unique_ptr<MockInterview> start(const Interview &interview, InterviewStore &store,
                                                const QuestionStore &questions);
    // Goes on with one that was left, where it was left.
    MockInterview(const Interview &interview, InterviewStore &store, const QuestionStore &questions,
                  QObject *parent = nullptr);

    Phase phase() const;

    // All of it. While it runs, the time of the question at hand is that of the last save.
    const Interview &record() const { return m_record; }

    int position() const { return m_record.position; }

    int count() const { return int(m_record.questions.size()); }

    const InterviewQuestion &question() const { return m_record.questions.at(m_record.position); }

    bool isLast() const;

    // For how long the window was closed before this; 0 for a new interview. In milliseconds.
    qint64 closedFor() const { return m_closedFor; }

    // Time on the question at hand, or on another, in milliseconds.
    qint64 spent() const { return spent(m_record.position); }

    qint64 spent(int position) const;
    qint64 spentInAll() const;
    // What is left of the time that the questions so far were allowed; negative when behind.
    qint64 inHand() const;
    // Whether the interviewer has put the follow-up: at half time, where there is one.
    bool isFollowUpDue() const;

    // While it runs ---------------------------------------------------------------------------
    QString answer(Section section) const { return question().answers.value(section); }

    void setAnswer(Section section, const QString &text);
    void setFlagged(bool flagged);
    // Both go on to the next question, or end the interview after the last.
    void next();
    void skip();
    // Ends it here: what was not answered counts as skipped.
    void end();
    // Hands over what is unsaved, and the time: the window may be about to close.
    void save();

    // While it is graded ----------------------------------------------------------------------
    // The question at hand with its answer; an error when it cannot be read. Not while it runs.
    const Result<QuestionDetail> &detail() const { return m_detail; }

    void setMet(int point, bool met);
    Rating suggestion() const;
    void rate(Rating rating);

    // Goes to another question that was asked, if there is one.
    bool goBack() { return moveBy(-1); }

    bool goOn() { return moveBy(1); }

    bool hasNext() const { return asked(1) != m_record.position; }

    bool hasPrevious() const { return asked(-1) != m_record.position; }

    bool isRated() const; // every question that was asked
    // Closes the grading; with `counted`, the ratings go into the schedule.
    void finish(bool counted);

signals:
    void questionChanged();
    void phaseChanged();
    void pointsChanged(); // or the rating
    void flagsChanged();

private:
    void leave(bool skipped);
    void stop(bool early);
    void proposePoints();
    void loadDetail();
    bool moveBy(int step);
    int asked(int step) const;

    InterviewStore &m_store;
    const QuestionStore &m_questions;
    Interview m_record;
    Result<QuestionDetail> m_detail = QuestionDetail{};
    QElapsedTimer m_clock;
    QTimer m_saving;
    qint64 m_closedFor = 0;
};
