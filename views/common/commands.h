// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/practicesession.h"
#include "model/questions/questionfilter.h"

#include <QObject>
#include <QPointer>
#include <QUndoStack>

class BookmarkStore;
class GuideStore;
class NoteStore;
class PastInterviewStore;
class Planner;
class PracticeStore;
class Scheduler;
struct Goal;
struct PastInterview;
struct SchedulePlan;

// Everything a person changes, each as one step that can be undone and done again, on any page.
// The stores must outlive this object.
class Commands final : public QObject
{
    Q_OBJECT

public:
    Commands(BookmarkStore &bookmarks, NoteStore &notes, PracticeStore &practice, GuideStore &guide,
             Scheduler &scheduler, Planner &planner, PastInterviewStore &past,
             QObject *parent = nullptr);

    QUndoStack &stack() { return m_stack; }

    void toggleBookmark(QuestionId question, int number);
    void toggleTopicBookmark(TopicId topic, const QString &title);

    // A note that was edited from `before` to what the store has now.
    void noteEdited(QuestionId question, int number, const QString &before);
    void deleteNote(QuestionId question, int number);

    // What the learner prepares for.
    void setGoal(const Goal &goal);

    // Ticks a task of this week's plan by hand, or unticks it.
    void tickTask(qsizetype task, bool ticked);
    // How an interview went, which was edited from `before` to what the store has now.
    void pastNoteEdited(const PastInterview &interview, const QString &before);

    // How questions come back.
    void setPlan(const SchedulePlan &plan);

    // The session that is open now, or null: grades of it are taken back there, with all that
    // shows.
    void setSession(PracticeSession *session) { m_session = session; }

    PracticeSession *session(const QString &uid) const;

    // Grades the question at hand, or takes the session's last grade back.
    void grade(PracticeSession &session, Rating rating);
    void takeBackGrade(PracticeSession &session);

private:
    BookmarkStore &m_bookmarks;
    NoteStore &m_notes;
    PracticeStore &m_practice;
    GuideStore &m_guide;
    Scheduler &m_scheduler;
    Planner &m_planner;
    PastInterviewStore &m_past;
    QPointer<PracticeSession> m_session;
    QUndoStack m_stack;
};
