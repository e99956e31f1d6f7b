// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <array>

// What the learner prepares for, and the time they give to it.
struct Goal
{
    static constexpr int asUsual = -1;

    QString level;    // key of a Level
    QDate interview;  // invalid without a date
    int minutes = 20; // on a usual day
    // On Monday to Sunday, where a weekday differs: minutes, 0 for a day off, or asUsual.
    std::array<int, 7> weekdays{asUsual, asUsual, asUsual, asUsual, asUsual, asUsual, asUsual};
    QList<QDate> daysOff = {}; // single days without practice, in order

    bool operator==(const Goal &) const = default;

    int minutesOn(const QDate &day) const;
};

inline constexpr int fewestMinutes = 10; // on a usual day
inline constexpr int mostMinutes = 60;
inline constexpr int mostMinutesOnAWeekday = 240;
