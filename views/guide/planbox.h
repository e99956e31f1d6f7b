// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/outlook.h"
#include "views/common/box.h"

class PlanModel;
class QLabel;
class QListView;
class QModelIndex;

// The plan to the interview, week by week, and how it stands. Tasks of this week can be ticked.
class PlanBox final : public Box
{
    Q_OBJECT

public:
    explicit PlanBox(QWidget *parent = nullptr);

    // One that was never made says that the plan is being worked out.
    void setOutlook(const Outlook &outlook);

    // Whether the keyboard is on the plan.
    bool holdsFocus() const;
    // The task it is on; null for none.
    const PlanTask *currentTask() const;
    // Does what the task or row it is on is for.
    void openCurrent();

signals:
    void tickRequested(qsizetype task, bool ticked);
    void topicRequested(TopicId topic);
    void practiceRequested(); // what the task asks for is done in Practice
    void goalRequested();     // change the date or the days

private:
    void open(const QModelIndex &index);
    void showState(const Outlook &outlook);

    PlanModel *m_model;
    QListView *m_list;
    QLabel *m_working;
    QWidget *m_foot;
    QLabel *m_state;
};
