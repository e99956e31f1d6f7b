// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QTimeZone;

// A study day begins at this hour of the learner's clock: a session past midnight belongs to the
// evening it began in.
inline constexpr int studyDayBegins = 4;

// The study day that `time`, see currentTime(), belongs to: a Julian day number, see QDate. By the
// clock on the wall there, so that neither daylight saving nor travelling shifts the hour.
int studyDay(qint64 time, const QTimeZone &zone);
int studyDay(qint64 time); // where the learner is

// The Monday of the week that a study day is in.
int weekOf(int day);

// When something happens, for what depends on both.
struct Moment
{
    qint64 time = 0; // milliseconds since 1970 in UTC
    int day = 0;     // study day

    static Moment now();
};
