// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class GoalForm;
class GuideStore;

// What a new learner sees first: the sign of the program, and the three questions of the goal.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(GuideStore &guide, QWidget *parent = nullptr);

signals:
    void done(); // the goal is set, or the learner goes on without

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void start();
    void skip();

    GuideStore &m_guide;
    QWidget *m_picture;
    GoalForm *m_form;
    QWidget *m_column;
    QWidget *m_foot;
};
