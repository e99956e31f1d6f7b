// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

class Collection;
struct Outlook;

// What was done on a study day, a Julian day number.
struct PracticeDay
{
    int day = 0;
    int reviews = 0;
    int fresh = 0;       // questions practised for the first time
    qint64 duration = 0; // milliseconds
};

// Readiness as it was recorded on a study day, 0 to 1; a forecast is negative where there was none.
struct PastReadiness
{
    int day = 0;
    QString level; // key of the level that was prepared for; figures of two do not compare
    double ready = 0;
    double followed = -1;
    double stopped = -1;
};

// One sitting of a study day.
struct PastSession
{
    QString title; // empty for reviews without a session
    QDateTime started;
    int reviews = 0;
    qint64 duration = 0; // milliseconds
};

// What practice has amounted to so far, read from the review log and the record of readiness.
// `collection` must outlive the store.
class ProgressStore final
{
public:
    explicit ProgressStore(Collection &collection);

    // Up to the study day `today`, the earliest first. Days that cannot be are left out: they come
    // from a clock that was wrong, or from damage.
    Result<QList<PracticeDay>> practiceDays(int today) const; // only days with reviews
    Result<QList<PastReadiness>> history(int today) const;
    Result<QList<PastSession>> sessionsOn(int day) const; // the earliest first

private:
    Collection &m_collection;
};

// Daily figures as CSV (RFC 4180) with a header: every day since the first that is known, and from
// the outlook those to come. Shares are in percent; reviews leave out the new questions. A past
// day's forecast is the one that was made then, for the interview; a planned day's readiness is
// what the present forecast expects of that day.
QString progressCsv(const QList<PracticeDay> &days, const QList<PastReadiness> &history,
                    const Outlook &outlook);
