// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/highlightstore.h"
#include "model/annotations/notestore.h"
#include "model/practice/practicesession.h"
#include "model/questions/questionfilter.h"

#include <QObject>
#include <QPointer>
#include <QUndoStack>

class BookmarkStore;
class GuideStore;
class PastInterviewStore;
class Planner;
class PracticeStore;
class Scheduler;
class UpdateStore;
struct Goal;
struct PastInterview;
struct SchedulePlan;

// Everything a person changes, each as one step that can be undone and done again, on any page.
// The stores must outlive this object.
class Commands final : public QObject
{
    Q_OBJECT

public:
    Commands(BookmarkStore &bookmarks, NoteStore &notes, HighlightStore &highlights,
             PracticeStore &practice, GuideStore &guide, Scheduler &scheduler, Planner &planner,
             PastInterviewStore &past, UpdateStore &updates, QObject *parent = nullptr);

    QUndoStack &stack() { return m_stack; }

    void toggleBookmark(QuestionId question, int number);
    void toggleTopicBookmark(TopicId topic, const QString &title);

    // A note that was edited from `before` to what the store has now.
    // `number` is its question's, or 0 for a free note.
    void noteEdited(const NoteId &note, int number, const QString &before);
    // Text that was typed and undone in the field, to be done again after older steps were undone.
    void noteUndone(const NoteId &note, int number, const QString &undone);
    void deleteNote(const NoteId &note, int number);
    // Brings back what is in the bin; under the question's present note, if there is one.
    void restoreNote(const NoteId &note, int number, const QString &text);

    void addHighlight(const Highlight &highlight);
    void removeHighlight(const Highlight &highlight);
    // Brings back what is in the bin.
    void restoreHighlight(const Highlight &highlight);
    void recolorHighlight(const Highlight &highlight, HighlightColor color);
    // Ties a highlight whose passage has changed to another one.
    void reattachHighlight(const Highlight &highlight, const TextAnchor &anchor);
    // A comment that was edited from what `before` has to what the store has now.
    void commentEdited(const Highlight &before);
    // As noteUndone().
    void commentUndone(const Highlight &now, const QString &undone);

    // That the learner is done with what a newer deck changed in a question.
    void setUpdateSeen(QuestionId question, int number);

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
    void pushUndone(QUndoCommand *command);

    BookmarkStore &m_bookmarks;
    NoteStore &m_notes;
    HighlightStore &m_highlights;
    PracticeStore &m_practice;
    GuideStore &m_guide;
    Scheduler &m_scheduler;
    Planner &m_planner;
    PastInterviewStore &m_past;
    UpdateStore &m_updates;
    QPointer<PracticeSession> m_session;
    QUndoStack m_stack;
};
