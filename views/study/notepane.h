// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionfilter.h"

#include <QWidget>

class Banner;
class FindBar;
class NoteEditor;
class NoteView;
class QAction;
class QLabel;
class QScrollArea;
class QStackedWidget;
class SegmentedControl;
struct Desk;

// The right of Study: the note on the question at hand, to write or to view, saved as it is typed.
class NotePane final : public QWidget
{
    Q_OBJECT

public:
    explicit NotePane(const Desk &desk, QWidget *parent = nullptr);

    void setQuestion(QuestionId question, int number);

    // Ends the present edit: what was typed is written now and becomes one undo step.
    void commit();

    // Scrolls to what a search for `text` finds in the note, without taking the focus.
    void showMatch(const QString &text);

    void focusEditor();
    void toggleView();
    void find();

    // Bold and the like, see NoteEditor.
    QList<QAction *> formatActions() const;

signals:
    void linkActivated(const QString &address);
    void questionRequested(QuestionId question);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showNote();
    void showMode(int mode);
    void scrollViewTo(int line);
    FindBar &viewFindBar();
    void showSaveState();

    const Desk &m_desk;
    QuestionId m_question = 0;
    int m_number = 0;
    QString m_committed; // the text at the last undo step

    QLabel *m_saved;
    SegmentedControl *m_mode;
    Banner *m_banner;
    QStackedWidget *m_stack;
    NoteEditor *m_editor;
    QWidget *m_viewing; // view and what finds in it
    QScrollArea *m_viewArea;
    NoteView *m_view;
    FindBar *m_viewFind = nullptr; // made on first use
};
