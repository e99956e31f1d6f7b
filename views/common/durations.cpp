// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/durations.h"

#include <QCoreApplication>

namespace {

// The context of this file's translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Durations)
};

constexpr int minutesPerHour = 60;
constexpr int minutesPerDay = 24 * minutesPerHour;
constexpr int daysPerMonth = 30;
constexpr int daysPerYear = 365;

} // namespace

QString waitText(int minutes)
{
    const int days = minutes / minutesPerDay;
    if (minutes < minutesPerHour)
        return Text::tr("in %n min", nullptr, minutes);
    if (minutes < minutesPerDay)
        return Text::tr("in %n hour(s)", nullptr, (minutes + minutesPerHour / 2) / minutesPerHour);
    if (days < 2 * daysPerMonth)
        return Text::tr("in %n day(s)", nullptr, days);
    if (days < daysPerYear)
        return Text::tr("in %n month(s)", nullptr, (days + daysPerMonth / 2) / daysPerMonth);
    return Text::tr("in %n year(s)", nullptr, (days + daysPerYear / 2) / daysPerYear);
}

QString durationText(qint64 milliseconds)
{
    return Text::tr("%n minute(s)", nullptr,
                    int(qMax<qint64>(1, (milliseconds + 30'000) / 60'000)));
}

QString hoursText(qint64 milliseconds)
{
    const int minutes = int((milliseconds + 30'000) / 60'000);
    return minutes < minutesPerHour ? Text::tr("%1 min").arg(minutes)
                                    : Text::tr("%1 h %2 min")
                                          .arg(minutes / minutesPerHour)
                                          .arg(minutes % minutesPerHour);
}
