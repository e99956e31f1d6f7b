// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/outlook.h"
#include "model/plan/progressstore.h"

#include <QCoreApplication>
#include <QMap>

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ProgressCsv)
};

// Figures are written for programs: a point before the decimals, whatever the locale.
QString number(double value)
{
    return QString::number(value, 'f', 1);
}

// Of a share from 0 to 1; one that was not known is empty.
QString percent(double share)
{
    return share < 0 ? QString() : number(share * 100);
}

// RFC 4180: a field with a comma, a quote or a line end stands in quotes.
QString line(const QStringList &fields)
{
    QStringList quoted;
    for (QString field : fields) {
        if (field.contains(u',') || field.contains(u'"') || field.contains(u'\n') ||
            field.contains(u'\r'))
            field = u'"' + field.replace(u'"', u"\"\""_s) + u'"';
        quoted.append(field);
    }
    return quoted.join(u',') + u"\r\n"_s;
}

QString isoDate(int day)
{
    return QDate::fromJulianDay(day).toString(Qt::ISODate);
}

} // namespace

QString progressCsv(const QList<PracticeDay> &days, const QList<PastReadiness> &history,
                    const Outlook &outlook)
{
    QMap<int, PracticeDay> practice;
    for (const PracticeDay &day : days)
        practice.insert(day.day, day);
    QMap<int, PastReadiness> recorded;
    for (const PastReadiness &day : history)
        recorded.insert(day.day, day);
    // Today counts as past: it has been worked out anew since it was recorded.
    if (outlook.today != 0) {
        PastReadiness &today = recorded[outlook.today];
        today.day = outlook.today;
        today.level = outlook.goal.level;
        today.ready = outlook.ready;
        const bool dated = outlook.isDated() && !outlook.days.isEmpty();
        today.followed = dated ? outlook.days.constLast().followed : -1;
        today.stopped = dated ? outlook.days.constLast().stopped : -1;
    }

    QString text =
        line({Text::tr("Date"), Text::tr("Kind"), Text::tr("Minutes"), Text::tr("Reviews"),
              Text::tr("New questions"), Text::tr("Level"), Text::tr("Readiness (%)"),
              Text::tr("Forecast then for the interview (%)"), Text::tr("If stopped then (%)"),
              Text::tr("Readiness if followed (%)"), Text::tr("Low (%)"), Text::tr("High (%)"),
              Text::tr("Readiness if stopped (%)")});
    QList<int> known = practice.keys() + recorded.keys();
    std::sort(known.begin(), known.end());
    for (int day = known.value(0); !known.isEmpty() && day <= known.constLast(); ++day) {
        const PracticeDay done = practice.value(day);
        const bool wasRecorded = recorded.contains(day);
        const PastReadiness ready = recorded.value(day);
        text += line({isoDate(day),
                      Text::tr("past"),
                      number(double(done.duration) / 60'000),
                      QString::number(done.reviews - done.fresh),
                      QString::number(done.fresh),
                      ready.level,
                      wasRecorded ? percent(ready.ready) : QString(),
                      percent(ready.followed),
                      percent(ready.stopped),
                      {},
                      {},
                      {},
                      {}});
    }
    for (const ForecastDay &day : outlook.days) {
        if (day.day > outlook.today)
            text += line({isoDate(day.day),
                          Text::tr("planned"),
                          number(day.minutes),
                          number(day.reviews),
                          number(day.fresh),
                          outlook.goal.level,
                          {},
                          {},
                          {},
                          percent(day.followed),
                          percent(day.low),
                          percent(day.high),
                          percent(day.stopped)});
    }
    return text;
}
