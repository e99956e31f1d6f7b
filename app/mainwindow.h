// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/desk.h"
#include "views/common/page.h"

#include <QWidget>

#include <functional>

class Appearance;
class HeaderBar;
class QMenu;
class QShortcut;
class QStackedWidget;
class StatusLine;
class StudyPage;

// The window: a header with tabs, one page at a time, and a status line. Pages are built when they
// are first shown. Knows the way from page to page, and asks before unsaved work would be lost.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    // All of `desk` and `appearance` must outlive the window.
    MainWindow(const Desk &desk, const Appearance &appearance, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(int index);
    void openQuestion(qint64 question);
    // Asks a new learner what they prepare for, before anything else is shown.
    void welcome(int pageAfterwards);

    // The page of a tab, built if need be.
    Page *page(int index);

    // What to do when work could not be saved and the window should close; asks by default.
    // Returns whether to close all the same.
    std::function<bool(const QString &reason)> confirmLoss;

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;

private:
    Page *makePage(int index) const;
    StudyPage *study();
    void buildActions();
    void buildMenu();
    void setLocked(bool locked, const QString &title);
    // Says that something has to wait for the end of the interview.
    void refuse();
    QAction *addWindowAction(const QString &text, const QList<QKeySequence> &keys,
                             std::function<void()> run);
    void showStatus();
    void showReadiness();
    void showUndo();
    void undo();
    void redo();
    void openLink(const QString &address);
    // What the page in front has to print, or else what Study shows.
    void printQuestions();
    void showSettings();
    void showShortcuts();
    void changeReadingSize(int step);
    void saveState();

    const Desk &m_desk;
    const Appearance &m_appearance;
    HeaderBar *m_header;
    QStackedWidget *m_stack;
    StatusLine *m_status;
    QMenu *m_menu;
    QList<Page *> m_pages; // null until built
    int m_current = -1;
    QList<QAction *> m_windowActions;
    QList<QMenu *> m_pageMenus;
    bool m_locked = false; // by a mock interview
    QShortcut *m_noSearch;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
};
