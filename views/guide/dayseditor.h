// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/goal.h"

#include <QWidget>

class QAbstractButton;
class QDateEdit;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

// Weekdays that differ from the usual minutes, and single days off. Closed at first, unless there
// are some.
class DaysEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit DaysEditor(QWidget *parent = nullptr);

    // Takes over what of the goal is about days.
    void setGoal(const Goal &goal);
    void writeTo(Goal &goal) const;

    // In the order of the Tab key.
    QList<QWidget *> fields() const;
    QWidget *lastField() const;

signals:
    void changed();
    void opened();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildWeekdays();
    QWidget *buildDaysOff();
    void showDaysOff();
    void addDayOff();
    void removeDayOff(const QDate &day);

    QAbstractButton *m_opener;
    QWidget *m_content;
    QList<QSpinBox *> m_weekdays; // Monday first
    QDateEdit *m_date;
    QPushButton *m_add;
    QLabel *m_noDays;
    QVBoxLayout *m_list;
    QList<QDate> m_daysOff;
    QList<QPushButton *> m_dayButtons;
};
