// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/review.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

QString ratingTitle(Rating rating)
{
    switch (rating) {
    case Rating::Again: return QCoreApplication::translate("Rating", "Again");
    case Rating::Hard: return QCoreApplication::translate("Rating", "Hard");
    case Rating::Good: return QCoreApplication::translate("Rating", "Good");
    case Rating::Easy: return QCoreApplication::translate("Rating", "Easy");
    }
    Q_UNREACHABLE();
}

Rating suggestedRating(int met, int total, qint64 duration, qint64 usual)
{
    if (total == 0)
        return Rating::Good;
    if (met * 100 < total * 40)
        return Rating::Again;
    if (met * 100 < total * 60)
        return Rating::Hard;
    return met == total && duration <= usual ? Rating::Easy : Rating::Good;
}

qint64 timeAllowed(Tier tier)
{
    constexpr qint64 minute = 60'000;
    switch (tier) {
    case Tier::Basic: return 4 * minute;
    case Tier::Intermediate: return 5 * minute;
    case Tier::Advanced: return 6 * minute;
    case Tier::Scenario: return 8 * minute;
    }
    Q_UNREACHABLE();
}

QString clockText(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}
