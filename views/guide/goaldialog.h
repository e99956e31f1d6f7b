// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/goal.h"

#include <QDialog>
#include <QTimer>

class Commands;
class GoalForm;
class GuideStore;
class Planner;
class PreviewBox;
struct Outlook;

// Changes level, date and minutes, and shows what the change leads to; nothing is set until Save.
// All arguments must outlive the dialog.
class GoalDialog final : public QDialog
{
    Q_OBJECT

public:
    GoalDialog(const GuideStore &guide, Planner &planner, Commands &commands,
               QWidget *parent = nullptr);

    // Begins with another level than the goal's.
    void setLevel(const QString &level);
    // Begins at the date, whether or not there is one.
    void focusDate();

    // Shows it if it is of the goal as chosen now; comes from the planner.
    void showPreview(const Outlook &outlook);

private:
    void ask();
    void makeRoom();

    Planner &m_planner;
    GoalForm *m_form;
    PreviewBox *m_preview;
    QTimer m_rest;
    bool m_asked = false; // the planner works on a preview
};
