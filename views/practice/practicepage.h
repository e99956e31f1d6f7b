// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/practicesession.h"
#include "views/common/page.h"

#include <QTimer>

class InterviewPages;
class QStackedWidget;
class SessionView;
class StartView;
class SummaryView;
struct Desk;

// Choose a round, go through it, and see what was missed.
class PracticePage final : public Page
{
    Q_OBJECT

public:
    explicit PracticePage(const Desk &desk, QWidget *parent = nullptr);

    QString subject() const override;
    QStringList statusItems() const override;

    bool allowsUndo() const override { return !inInterview(); }

    void arrive() override;
    void leave() override;

    // Begins a session on these questions; one that is paused is given up, its grades stay.
    void start(const QString &title, const QList<QuestionId> &questions);
    // The same with answers that are typed, whatever the learner prefers: code is.
    void startTyping(const QString &title, const QList<QuestionId> &questions);
    // Begins a mock interview, or goes on with the one that was left.
    void startInterview();
    // Asks whether to end the interview that runs.
    void endInterview();

signals:
    // While an interview runs, nothing else is to be reached; `title` says which it is.
    void lockChanged(bool locked, const QString &title);

private:
    void buildActions();
    void resume();
    void pause();
    void startAgain();
    void giveUp();
    void finish();
    void undoGrade();
    void mainAction();
    void numberAction(int number);
    void begin(const QString &title, AnswerMode mode, const QList<QuestionId> &questions);
    void open(std::unique_ptr<PracticeSession> session);
    void showPhase();
    void showStart();
    void showBookmark();
    bool inSession() const;
    bool inInterview() const;
    InterviewPages *interview();
    std::optional<SessionRecord> pausedSession() const;

    const Desk &m_desk;
    QStackedWidget *m_stack;
    StartView *m_start;
    SessionView *m_view;
    SummaryView *m_summary;
    InterviewPages *m_interview = nullptr; // made for the first interview
    bool m_interviewSought = false;
    std::unique_ptr<PracticeSession> m_session;
    QTimer m_minute;
    QString m_endedSession; // uid
    QAction *m_bookmark = nullptr;
};
