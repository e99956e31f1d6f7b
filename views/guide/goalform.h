// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/guidestore.h"

#include <QWidget>

class DaysEditor;
class QButtonGroup;
class QCheckBox;
class QDateEdit;
class QLabel;
class QSlider;

// The three questions that a plan is made from: level, date, minutes a day. Says what they amount
// to as they change.
class GoalForm final : public QWidget
{
    Q_OBJECT

public:
    // Whether the form itself says what the answers amount to.
    enum class Summary { Shown, Left };

    // Begins with the goal as it is; in place of a date that has passed it proposes another.
    explicit GoalForm(const GuideStore &guide, Summary summary = Summary::Shown,
                      QWidget *parent = nullptr);

    Goal goal() const;
    void setLevel(const QString &level);

    void focusFirst();
    // For whoever comes for a date: there is one, to be changed.
    void focusDate();
    // Once the form is where it stays: Qt mixes up the order of the Tab key when widgets move.
    void orderTabs();
    // For the tab order of what comes after.
    QWidget *lastField() const;

    QWidget *summary() const { return m_summary; }

signals:
    void changed();    // goal() answers something else
    void daysOpened(); // or closed: the form has another height

private:
    QWidget *buildLevels();
    QWidget *buildDate();
    QWidget *buildMinutes();
    QWidget *buildSummary();
    void showGoal(const Goal &goal);
    QString daysLeftText(const QDate &interview) const;
    void showSummary();

    const GuideStore &m_guide;
    QList<Level> m_levels;
    QButtonGroup *m_level;
    QDateEdit *m_date;
    QLabel *m_daysLeft;
    QCheckBox *m_noDate;
    QSlider *m_minutes;
    QLabel *m_minutesFigure;
    DaysEditor *m_days;
    QDate m_proposed; // in place of a date that has passed
    QWidget *m_summary = nullptr;
    QLabel *m_total;
    QLabel *m_reach;
};
