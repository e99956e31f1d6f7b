// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/studyday.h"

#include "model/collection/stamp.h"

#include <QDateTime>
#include <QTimeZone>

namespace {

int dayOf(const QDateTime &wall)
{
    return int(wall.date().toJulianDay()) - (wall.time().hour() < studyDayBegins ? 1 : 0);
}

} // namespace

int studyDay(qint64 time, const QTimeZone &zone)
{
    return dayOf(QDateTime::fromMSecsSinceEpoch(time, zone));
}

int studyDay(qint64 time)
{
    return dayOf(QDateTime::fromMSecsSinceEpoch(time));
}

int weekOf(int day)
{
    return day - (QDate::fromJulianDay(day).dayOfWeek() - 1);
}

Moment Moment::now()
{
    const qint64 time = currentTime();
    return {time, studyDay(time)};
}
