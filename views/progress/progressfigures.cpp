// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/progressfigures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ProgressFigures)
};

constexpr int week = 7;
constexpr int daysLookedAt = 50;

} // namespace

bool ProgressFigures::hasForecast() const
{
    return isKnown() && days.size() >= fewestDaysForForecast && outlook.days.size() > 1;
}

QList<PastReadiness> ProgressFigures::levelHistory() const
{
    if (history.isEmpty())
        return {};
    // Until it is known again, the level is most likely what it was last.
    const QString level = isKnown() ? outlook.goal.level : history.constLast().level;
    QList<PastReadiness> same = history;
    same.removeIf([&](const PastReadiness &day) { return day.level != level; });
    return same;
}

bool ProgressFigures::isInterviewToday() const
{
    return isKnown() && outlook.isDated() && outlook.end == outlook.today;
}

int ProgressFigures::minutesADay() const
{
    int minutes = 0;
    for (int day = outlook.today; day < outlook.end; ++day)
        minutes += outlook.goal.minutesOn(QDate::fromJulianDay(day));
    const int count = outlook.end - outlook.today;
    return minutes == 0 ? 0 : qMax(1, (minutes + count / 2) / count);
}

DayRange daysShown(const ProgressFigures &figures, ProgressRange range)
{
    const int end = figures.isKnown() ? qMax(figures.outlook.end, figures.today) : figures.today;
    int known = figures.today;
    if (const auto history = figures.levelHistory(); !history.isEmpty())
        known = qMin(known, history.constFirst().day);
    if (!figures.days.isEmpty())
        known = qMin(known, figures.days.constFirst().day);
    switch (range) {
    case ProgressRange::FourWeeks:
        return {qMax(figures.today - 4 * week, qMin(known, figures.today - week)),
                qMin(end, figures.today + 4 * week)};
    case ProgressRange::ToTheEnd:
        return {qMax(figures.today - 8 * week, qMin(known, figures.today - week)), end};
    case ProgressRange::All: return {qMin(known, figures.today - week), end};
    }
    Q_UNREACHABLE();
}

QList<ForecastDay> daysAhead(const ProgressFigures &figures, const DayRange &range)
{
    QList<ForecastDay> ahead;
    if (!figures.hasForecast())
        return ahead;
    std::copy_if(
        figures.outlook.days.cbegin(), figures.outlook.days.cend(), std::back_inserter(ahead),
        [&](const auto &day) { return day.day >= figures.today && day.day <= range.last; });
    return ahead;
}

ReadinessChange readinessChange(const ProgressFigures &figures)
{
    const QList<PastReadiness> history = figures.levelHistory();
    if (!figures.isKnown() || history.isEmpty())
        return {};
    PastReadiness before = history.constFirst();
    for (const PastReadiness &day : history) {
        if (day.day <= figures.today - week)
            before = day;
    }
    if (before.day >= figures.today)
        return {};
    // Of what is shown, so that the two figures fit each other.
    return {percent(figures.outlook.ready) - percent(before.ready),
            qMax(before.day, figures.today - week)};
}

PracticeSummary practiceSummary(const ProgressFigures &figures)
{
    PracticeSummary summary;
    if (figures.days.isEmpty())
        return summary;
    summary.of = qBound(1, figures.today - figures.days.constFirst().day + 1, daysLookedAt);
    qint64 spent = 0;
    for (const PracticeDay &day : figures.days) {
        summary.total += day.duration;
        if (day.day > figures.today - summary.of && day.day <= figures.today) {
            ++summary.practised;
            spent += day.duration;
        }
    }
    if (summary.practised > 0)
        summary.minutes = qMax(1, int((spent / summary.practised + 30'000) / 60'000));
    return summary;
}

int percent(double share)
{
    return qRound(share * 100);
}

QString dayName(int day, int today)
{
    if (day == today)
        return Text::tr("Today");
    const QDate date = QDate::fromJulianDay(day);
    const bool thisYear = date.year() == QDate::fromJulianDay(today).year();
    return QLocale().toString(date,
                              thisYear ? Text::tr("dddd d MMMM") : Text::tr("dddd d MMMM yyyy"));
}

QString shortDate(int day)
{
    return QLocale().toString(QDate::fromJulianDay(day), Text::tr("d MMM"));
}

QString longDate(int day, int today)
{
    const QDate date = QDate::fromJulianDay(day);
    const bool thisYear = date.year() == QDate::fromJulianDay(today).year();
    return QLocale().toString(date, thisYear ? Text::tr("d MMMM") : Text::tr("d MMMM yyyy"));
}
