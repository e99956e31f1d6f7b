// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/review.h"
#include "model/questions/questionfilter.h"

#include <QObject>
#include <QUndoStack>

class BookmarkStore;
class NoteStore;
class PracticeSession;
class PracticeStore;

// Everything a person changes, each as one step that can be undone and done again, on any page.
// The stores must outlive this object.
class Commands final : public QObject
{
    Q_OBJECT

public:
    Commands(BookmarkStore &bookmarks, NoteStore &notes, PracticeStore &practice,
             QObject *parent = nullptr);

    QUndoStack &stack() { return m_stack; }

    void toggleBookmark(QuestionId question, int number);
    void toggleTopicBookmark(TopicId topic, const QString &title);

    // A note that was edited from `before` to what the store has now. Edits of one note in a row
    // become one step.
    void noteEdited(QuestionId question, int number, const QString &before);
    void deleteNote(QuestionId question, int number);

    // Grades the question at hand, or takes the session's last grade back.
    void grade(PracticeSession &session, Rating rating);
    void takeBackGrade(PracticeSession &session);

private:
    BookmarkStore &m_bookmarks;
    NoteStore &m_notes;
    PracticeStore &m_practice;
    QUndoStack m_stack;
};
