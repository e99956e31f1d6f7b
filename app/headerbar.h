// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QTabBar;
class QToolButton;
class ReadinessChip;
struct Goal;
struct Outlook;

// The strip across the top of the window: the mark, the tabs, how far the interview is, and the
// menu. While an interview runs, it says so instead of the tabs, and offers to end it.
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
    // What the chip says; `today` is a study day.
    void setReadiness(const Goal &goal, const Outlook &outlook, int today);

signals:
    void tabChosen(int tab);
    void endRequested();
    void planRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fitChip();

    QStringList m_titles;
    QLabel *m_name;
    QTabBar *m_tabs;
    QLabel *m_title;
    QLabel *m_hint;
    QPushButton *m_end;
    ReadinessChip *m_chip;
    QToolButton *m_menuButton;
};
