// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QTabBar;
class QToolButton;

// The strip across the top of the window: the mark, the tabs and the menu. While an interview runs,
// it says so instead of the tabs, and offers to end it.
class HeaderBar final : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderBar(const QStringList &tabs, QWidget *parent = nullptr);

    void setCurrent(int tab);
    // A figure after a tab's title; 0 for none.
    void setCount(int tab, int count);
    void setMenu(QMenu *menu);
    // An empty title brings the tabs back.
    void setInterview(const QString &title);
    void openMenu();

signals:
    void tabChosen(int tab);
    void endRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_titles;
    QLabel *m_name;
    QTabBar *m_tabs;
    QLabel *m_title;
    QLabel *m_hint;
    QPushButton *m_end;
    QToolButton *m_menuButton;
};
