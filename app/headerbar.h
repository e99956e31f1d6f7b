// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QTabBar;
class QToolButton;

// The strip across the top of the window: the mark, the tabs and the menu.
class HeaderBar final : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderBar(const QStringList &tabs, QWidget *parent = nullptr);

    void setCurrent(int tab);
    // A figure after a tab's title; 0 for none.
    void setCount(int tab, int count);
    void setMenu(QMenu *menu);
    void openMenu();

signals:
    void tabChosen(int tab);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_titles;
    QTabBar *m_tabs;
    QToolButton *m_menuButton;
};
