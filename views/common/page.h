// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionfilter.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QStringList>
#include <QWidget>

// Questions that something can be done with, such as printing.
struct QuestionSet
{
    QString choice; // as one of several, such as "The 47 shown"
    QString title;  // such as "ORM & queries"
    QList<QuestionId> questions;
};

// One tab of the window. A page is built when it is first shown; it finds its work on the desk, and
// asks for everything beyond itself by signal.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    // What the window's title says before the page's name, such as a question's title; may be
    // empty.
    virtual QString subject() const { return {}; }

    // Figures for the left of the status bar.
    virtual QStringList statusItems() const { return {}; }

    // Called each time the page comes to the front.
    virtual void arrive() {}

    // Called when it leaves the front and before the window closes: hand over what is unsaved.
    virtual void leave() {}

    // Whether the window's undo and redo may act while the page is as it is now; statusChanged()
    // when that changes.
    virtual bool allowsUndo() const { return true; }

    // Notes where the page stands in the settings, for the next start.
    virtual void saveState() {}

    // What printRequested() prints, the usual choice first.
    virtual QList<QuestionSet> printable() const { return {}; }

    // Everything the page can do, for the menu and the list of shortcuts.
    const QList<QAction *> &pageActions() const { return m_actions; }

signals:
    void statusChanged(); // subject() or statusItems() answer something else
    void questionRequested(QuestionId question, bool toNote);         // open it in Study
    void highlightRequested(QuestionId question, const QString &uid); // open it in Study, there
    void searchRequested(const QString &text); // search the questions in Study
    void topicRequested(TopicId topic);        // list its questions in Study
    void practiceRequested(const QString &title, const QList<QuestionId> &questions);
    void printRequested(); // of what is printable()
    void pageRequested(int index);
    void linkRequested(const QString &address); // open it in the browser
    void announced(const QString &text);        // say it in the status bar for a while

protected:
    // An action of this page: in the menu, in the list of shortcuts, and active while the page or
    // anything on it has the focus.
    template <typename Slot>
    QAction *addPageAction(const QString &text, const QList<QKeySequence> &keys, Slot slot)
    {
        QAction *action = makeAction(text, keys);
        connect(action, &QAction::triggered, this, slot);
        return action;
    }

    // Lists actions that one of the page's widgets answers to while it has the focus.
    void listActions(const QList<QAction *> &actions) { m_actions.append(actions); }

private:
    QAction *makeAction(const QString &text, const QList<QKeySequence> &keys);

    QList<QAction *> m_actions;
};

// The tabs, in order.
enum PageIndex {
    StudyPageIndex,
    PracticePageIndex,
    BookmarksPageIndex,
    NotesPageIndex,
    GuidePageIndex,
    ProgressPageIndex,
};
