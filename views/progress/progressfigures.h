// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/outlook.h"
#include "model/plan/plantext.h"
#include "model/plan/progressstore.h"

#include <QStringList>

// All that the page shows, as of one moment.
struct ProgressFigures
{
    Outlook outlook; // its `today` is 0 while it is being worked out
    QList<PracticeDay> days;
    QList<PastReadiness> history;
    int today = 0; // study day, known in any case

    bool isKnown() const { return outlook.today != 0; }

    // A forecast needs some days of practice to go by.
    bool hasForecast() const;
    // What was recorded for the present level; other levels have other questions.
    QList<PastReadiness> levelHistory() const;
    bool isInterviewToday() const;
    // Of practice that is planned, on an average day before the end; 0 for none at all.
    int minutesADay() const;
};

inline constexpr int fewestDaysForForecast = 3;

// How much of past and future the charts show.
enum class ProgressRange { FourWeeks, ToTheEnd, All };

struct DayRange
{
    int first = 0;
    int last = 0;

    int count() const { return last - first + 1; }

    bool operator==(const DayRange &) const = default;
};

DayRange daysShown(const ProgressFigures &figures, ProgressRange range);

// What of the forecast is shown: the days from today to the range's last.
QList<ForecastDay> daysAhead(const ProgressFigures &figures, const DayRange &range);

// The same figures for those who would rather read than look, and for paper.
struct FigureTable
{
    QString title;
    QStringList head;
    QList<QStringList> rows; // each as long as the head
    int now = -1;            // the row that reading begins with, if not the first
    bool remarks = false; // the last column is words; the first always is, the others are figures
};

// The head line of the page: how readiness changed, in percentage points, and since when.
struct ReadinessChange
{
    int points = 0;
    int since = 0; // a study day, or 0 when there is nothing to compare with
};

ReadinessChange readinessChange(const ProgressFigures &figures);

// What is said of the days of practice.
struct PracticeSummary
{
    int practised = 0; // days
    int of = 0;        // days looked at
    int minutes = 0;   // on a day of practice
    qint64 total = 0;  // milliseconds in all
};

PracticeSummary practiceSummary(const ProgressFigures &figures);

// Words that all charts use.
int percent(double share);            // to show: 64
QString dayName(int day, int today);  // "Today", "Tomorrow", "Monday 12 October"
QString shortDate(int day);           // "12 Oct"
QString longDate(int day, int today); // "5 November", with the year if it differs
