// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/goal.h"

int Goal::minutesOn(const QDate &day) const
{
    if (!day.isValid() || daysOff.contains(day))
        return 0;
    const int own = weekdays.at(size_t(day.dayOfWeek() - 1));
    return own == asUsual ? minutes : own;
}
