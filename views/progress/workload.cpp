// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/workload.h"

#include "model/practice/interviewfindings.h"
#include "model/practice/studyday.h"
#include "views/common/durations.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Workload)
};

constexpr int daysAWeek = 7;
constexpr int mostDays = 60; // bars of days; more are put together by week
constexpr int weeksBack = 8;
constexpr int namedEvery = 7; // days

// What comes from `first` to `last`.
struct Stretch
{
    int first = 0;
    int last = 0;
    double reviews = 0;
    double fresh = 0;
};

QList<Stretch> stretchesOf(const QList<ForecastDay> &days, bool byWeek)
{
    QList<Stretch> stretches;
    for (const ForecastDay &day : days) {
        const bool begins = stretches.isEmpty() || !byWeek || weekOf(day.day) == day.day;
        if (begins)
            stretches.append({day.day, day.day});
        Stretch &stretch = stretches.last();
        stretch.last = day.day;
        stretch.reviews += day.reviews;
        stretch.fresh += day.fresh;
    }
    return stretches;
}

QString stretchName(const Stretch &stretch, int today)
{
    return stretch.first == stretch.last
               ? dayName(stretch.first, today)
               : Text::tr("%1 to %2").arg(shortDate(stretch.first), longDate(stretch.last, today));
}

QString number(double value)
{
    return QLocale().toString(qRound(value));
}

} // namespace

Workload workAhead(const ProgressFigures &figures, const DayRange &range)
{
    Workload work;
    const bool toTheEnd = range.last >= figures.outlook.end;
    work.title = !toTheEnd || !figures.outlook.isDated() ? Text::tr("Due in four weeks")
                                                         : Text::tr("Due until the interview");
    work.table = {work.title, {Text::tr("Day"), Text::tr("Reviews"), Text::tr("New")}, {}};
    const QList<ForecastDay> days = daysAhead(figures, range);
    if (days.isEmpty()) {
        work.title = Text::tr("Due");
        work.table.title = work.title;
        work.message = figures.isInterviewToday()
                           ? Text::tr("The day of the interview has come: nothing more is planned")
                       : figures.isKnown() || figures.days.size() < fewestDaysForForecast
                           ? Text::tr("What comes back, day by day, shows here after three days "
                                      "of practice")
                           : Text::tr("Working it out…");
        return work;
    }
    double total = 0;
    const bool byWeek = days.size() > mostDays;
    const bool interview = toTheEnd && figures.outlook.isDated();
    const QList<Stretch> stretches = stretchesOf(days, byWeek);
    const qsizetype every = stretches.size() > 10 ? namedEvery : 2;
    for (qsizetype i = 0; i < stretches.size(); ++i) {
        const Stretch &stretch = stretches.at(i);
        total += stretch.reviews + stretch.fresh;
        const QString name = stretchName(stretch, figures.today);
        const bool isInterview = interview && stretch.first == figures.outlook.end;
        StackedBar bar{stretch.fresh,
                       stretch.reviews,
                       isInterview ? Text::tr("%1: the interview").arg(name)
                                   : Text::tr("%1: about %2 reviews and %3 new questions")
                                         .arg(name, number(stretch.reviews), number(stretch.fresh)),
                       {},
                       i == 0};
        if (i == 0)
            bar.name = Text::tr("Today");
        else if (i % every == 0)
            bar.name = shortDate(stretch.first);
        work.bars.append(bar);
        work.table.rows.append({name, number(stretch.reviews), number(stretch.fresh)});
    }
    // The interview's own day is none of practice.
    const int practised = qMax(1, int(days.size()) - (interview ? 1 : 0));
    const int often = qRound(total * (byWeek ? daysAWeek : 1) / practised);
    work.subtitle = often == 0 ? Text::tr("%n question(s)", nullptr, qRound(total))
                    : byWeek   ? Text::tr("%n question(s), about %1 a week", nullptr, qRound(total))
                                   .arg(countWord(often))
                             : Text::tr("%n question(s), about %1 a day", nullptr, qRound(total))
                                   .arg(countWord(often));
    work.unit = byWeek ? Text::tr("a week") : QString();
    if (interview)
        work.closing = Text::tr("Interview");
    return work;
}

Workload timeSpent(const ProgressFigures &figures)
{
    Workload spent;
    spent.title = Text::tr("Time spent");
    spent.table = {spent.title, {Text::tr("From"), Text::tr("Minutes")}, {}};
    if (figures.days.isEmpty()) {
        spent.message = Text::tr("Minutes of practice show here");
        return spent;
    }
    const bool byDay = figures.today - figures.days.constFirst().day < 2 * daysAWeek;
    const int step = byDay ? 1 : daysAWeek;
    const int count = byDay ? 2 * daysAWeek : weeksBack;
    const int first =
        byDay ? figures.today - count + 1 : weekOf(figures.today) - daysAWeek * (weeksBack - 1);
    QList<qint64> sums(count, 0);
    qint64 total = 0;
    for (const PracticeDay &day : figures.days) {
        total += day.duration;
        if (const int index = (day.day - first) / step; day.day >= first && index < count)
            sums[index] += day.duration;
    }
    // Days before the first practice would only make it look like less.
    const int since = qMax(1, figures.today - qMax(first, figures.days.constFirst().day) + 1);
    qint64 shown = 0;
    for (int i = 0; i < count; ++i) {
        shown += sums.at(i);
        const int from = first + i * step;
        const bool now = i == count - 1;
        const QString name = byDay ? dayName(from, figures.today)
                             : now ? Text::tr("This week")
                                   : Text::tr("Week from %1").arg(longDate(from, figures.today));
        StackedBar bar{
            0, double(sums.at(i)) / 60'000, u"%1: %2"_s.arg(name, hoursText(sums.at(i))), {}, now};
        if (now)
            bar.name = byDay ? Text::tr("Today") : Text::tr("This week");
        else if ((count - 1 - i) % (byDay ? 3 : 2) == 0)
            bar.name = shortDate(from);
        spent.bars.append(bar);
        spent.table.rows.prepend({name, number(double(sums.at(i)) / 60'000)});
    }
    spent.subtitle = byDay ? Text::tr("%1 in all").arg(hoursText(total))
                           : Text::tr("%1 in all, %2 a week of late")
                                 .arg(hoursText(total), hoursText(shown * daysAWeek / since));
    spent.unit = byDay ? Text::tr("min a day") : Text::tr("min a week");
    return spent;
}

void showWorkload(const Workload &workload, StackedBars *bars)
{
    const bool one = workload.table.head.size() < 3;
    bars->setSeries(one ? QString() : Text::tr("new"), one ? QString() : Text::tr("reviews"));
    bars->setUnit(workload.unit);
    bars->setAccessibleName(workload.title);
    if (workload.bars.isEmpty())
        bars->setMessage(workload.message);
    else
        bars->setBars(workload.bars, workload.closing, workload.title, workload.subtitle);
}
