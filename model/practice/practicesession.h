// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/keypointmatcher.h"
#include "model/practice/practicestore.h"
#include "model/practice/spacing.h"
#include "model/questions/questionstore.h"

#include <QElapsedTimer>
#include <QObject>

// One sitting: the question at hand, what is typed, which key points are ticked, and the grades so
// far. Everything that would be missed after a crash goes to the store as it happens.
//
// Both stores must outlive the session.
class PracticeSession final : public QObject
{
    Q_OBJECT

public:
    enum class Phase { Answering, Revealed, Finished };

    // Begins a new session on `questions`, which must not be empty.
    PracticeSession(const QString &title, AnswerMode mode, const QList<QuestionId> &questions,
                    PracticeStore &practice, const QuestionStore &store, QObject *parent = nullptr);
    // Goes on with one that was left.
    PracticeSession(const SessionRecord &record, PracticeStore &practice,
                    const QuestionStore &store, QObject *parent = nullptr);

    // All of it, as the store keeps it.
    const SessionRecord &record() const { return m_record; }

    const QString &title() const { return m_record.title; }

    AnswerMode mode() const { return m_record.mode; }

    const QList<QuestionId> &questions() const { return m_record.questions; }

    int position() const { return m_record.position; }

    Phase phase() const { return m_phase; }

    // The question at hand; an error when it cannot be read. Not when Finished.
    const Result<QuestionDetail> &question() const { return m_question; }

    // Typed so far for the question at hand. Not when Finished.
    const QString &draft() const { return m_record.drafts.at(m_record.position); }

    void setDraft(const QString &text);

    // Time on the question at hand, in milliseconds; stands still while paused.
    qint64 elapsed() const;
    void setPaused(bool paused);

    // Time it took to reveal; 0 before.
    qint64 revealedAfter() const { return m_revealedAfter; }

    void reveal();

    // What each grade would lead to, Again first, as it was when the answer was revealed. Before,
    // and when it could not be read, waits are 0.
    const std::array<Outcome, 4> &outcomes() const { return m_outcomes; }

    // Where the answer makes a key point, by place in the rubric; the first phrase for each.
    // Proposed by the matcher when the answer is revealed; which were met is up to the learner.
    const QList<TextSpan> &matches() const { return m_matches; }

    // Looks at the typed answer once more, after it was corrected.
    void matchAgain();

    // Questions graded Again that are still to come.
    int comingBack() const;

    // Which key points the answer made, by place in the rubric.
    bool isMet(int point) const { return m_met.value(point); }

    int metCount() const { return int(m_met.count(true)); }

    void setMet(int point, bool met);
    Rating suggestion() const;

    // A review of the question at hand, ready for apply(). Only when Revealed.
    Review review(Rating rating) const;
    // Records a grade and moves on; `again` when it was taken back before.
    void apply(const Review &review, bool again);
    // Takes a grade back and returns to its question, revealed and ticked as it was.
    void retract(const Review &review);

    // The last grade that still stands; null before the first.
    const Review *lastReview() const;
    const Review *reviewAt(int position) const;

    // Whether there is anything to come back to.
    bool isUntouched() const;

    // Closes the session for good. Its summary is then PracticeStore::lastSession().
    void end();

signals:
    void questionChanged();
    void phaseChanged();
    void pointsChanged();

private:
    void moveTo(int position);
    void setPhase(Phase phase);
    void restartClock(qint64 from);
    // Underlines what the typed answer says, and ticks it when `propose`.
    void match(bool propose);

    PracticeStore &m_practice;
    const QuestionStore &m_store;
    SessionRecord m_record;
    Result<QuestionDetail> m_question = QuestionDetail{};
    Phase m_phase = Phase::Answering;
    QList<bool> m_met;
    QList<TextSpan> m_matches;
    std::array<Outcome, 4> m_outcomes{};
    std::unique_ptr<KeyPointMatcher> m_matcher; // made for the first answer that is typed
    QElapsedTimer m_clock;
    QHash<QString, QString> m_repeatDrafts; // by uid of the review that was taken back
    qint64 m_elapsedBefore = 0;
    qint64 m_revealedAfter = 0;
    bool m_paused = false;
};
