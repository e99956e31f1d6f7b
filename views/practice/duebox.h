// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/practicestore.h"
#include "model/practice/scheduler.h"
#include "views/common/box.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class TopicBar;

// The large row of the start page: what is due, or the session that was paused.
class DueBox final : public Box
{
    Q_OBJECT

public:
    explicit DueBox(QWidget *parent = nullptr);

    void showPaused(const SessionRecord &session);
    void showDue(const DueList &due, const Moment &now);
    // How many questions were neither read nor practised yet.
    void setUnseen(int count);

    void focusMain();

signals:
    void mainChosen();
    void topicsChosen();
    void unseenChosen();
    void againChosen();  // the paused session from its beginning
    void giveUpChosen(); // end it

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    static QString dueText(const DueList &due);
    static QString idleText(const DueList &due, const Moment &now);
    void setMain(const QString &text, const QString &figure, const QString &label);

    QLabel *m_figure;
    QLabel *m_label;
    TopicBar *m_topics;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_main;
    QPushButton *m_again;
    QPushButton *m_giveUp;
    QPushButton *m_choose;
    QPushButton *m_unseen;
    QBoxLayout *m_parts;
    QBoxLayout *m_buttons;
};
