// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/progress/progressfigures.h"
#include "views/progress/stackedbars.h"

// What the bars at the right show: work to come, or time that was spent.
struct Workload
{
    QString title;
    QString subtitle;
    QString closing; // at a line after the last bar
    QList<StackedBar> bars;
    QString unit;    // of the bars, where it needs to be told
    QString message; // where there are none
    FigureTable table;
};

// Questions that the plan brings back, and new ones; by day, or by week where there are many days.
Workload workAhead(const ProgressFigures &figures, const DayRange &range);

// Minutes of practice in the past eight weeks, by week; of a beginner, by day.
Workload timeSpent(const ProgressFigures &figures);

void showWorkload(const Workload &workload, StackedBars *bars);
