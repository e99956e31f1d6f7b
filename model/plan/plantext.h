// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/outlook.h"

#include <QString>

// The plan to the interview in words, as pages and screen readers give it.

// What is to be done: "Transactions & locking, all 16". Of a topic begun before, these are the
// last.
QString taskText(const PlanTask &task, bool begun = false);
// The same, of a task of the plan.
QString taskText(const StudyPlan &plan, const QList<TopicReadiness> &topics, qsizetype week,
                 qsizetype task);

// "This week", "Week 2", "Last days".
QString weekTitle(const StudyPlan &plan, qsizetype week);
// "12 to 18 Oct", for the present week with what of its minutes is done.
QString weekText(const StudyPlan &plan, qsizetype week);
QString daysText(int first, int last);
// "Thursday 5 Nov", with the year if it is another than that of `today`.
QString endText(int end, int today);

// "40 min", "2 h 30 min".
QString minutesText(int minutes);
QString percentText(double share);

// What "a day" means with this goal: "25 min a day", "about 25 min a day, Sunday off".
QString effortText(const Goal &goal);

// How the plan stands.
struct PlanState
{
    enum class Remedy { None, SetDate, ChangePlan };

    QString text;   // one short sentence
    QString detail; // what follows from it; may be empty
    Remedy remedy = Remedy::None;
};

PlanState planState(const Outlook &outlook);

// What there is no time for: "Signals (6), Admin (4) and 2 more". Empty when all fits.
QString droppedText(const StudyPlan &plan);
