// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/readinesschart.h"

#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr double target = 0.8;
constexpr int leftMargin = 44;
constexpr int rightMargin = 128; // for the words at the end of the forecast
constexpr int topMargin = 12;
constexpr int bottomMargin = 28;
constexpr int mostDates = 6; // below the axis

// Sits on a line without hiding what is below it.
void drawOver(QPainter &painter, const QPointF &baseline, const QString &text, const Tokens &tokens)
{
    const QRectF ground =
        QRectF(painter.fontMetrics().tightBoundingRect(text)).translated(baseline);
    painter.fillRect(ground.adjusted(-3, -2, 3, 2), tokens.base);
    painter.drawText(baseline, text);
}

} // namespace

struct ReadinessChart::Frame
{
    QRectF plot;
    DayRange range;

    Frame(const QRect &box, const DayRange &days, bool words)
        : plot(QRectF(box).adjusted(scaled(leftMargin), scaled(topMargin),
                                    -scaled(words ? rightMargin : 24), -scaled(bottomMargin)))
        , range(days)
    {
    }

    qreal x(int day) const
    {
        return plot.left() + plot.width() * (day - range.first) / qMax(1, range.count() - 1);
    }

    qreal y(double share) const { return plot.bottom() - plot.height() * share; }

    QPointF at(int day, double share) const { return {x(day), y(share)}; }
};

ReadinessChart::ReadinessChart(QWidget *parent)
    : Chart(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setObjectName(u"readinessChart"_s);
}

void ReadinessChart::setFigures(const ProgressFigures &figures, const DayRange &range)
{
    m_figures = figures;
    m_range = range;
    m_points.clear();
    m_today = -1;
    for (const PastReadiness &day : figures.levelHistory()) {
        if (day.day >= range.first && day.day < figures.today)
            m_points.append({day.day, day.ready});
    }
    if (figures.isKnown()) {
        m_today = int(m_points.size());
        m_points.append({figures.today, figures.outlook.ready});
    }
    const QList<ForecastDay> ahead = daysAhead(figures, range);
    for (const ForecastDay &day : ahead) {
        if (day.day > figures.today)
            m_points.append({day.day, day.followed, false, day.low, day.high, day.stopped});
    }
    figuresChanged(tr("Readiness day by day"), summary());
}

QString ReadinessChart::summary() const
{
    if (!m_figures.isKnown())
        return tr("Being worked out");
    const QString now = tr("Today %1").arg(percentText(m_figures.outlook.ready));
    return showsForecast() ? now + u". "_s + pointText(pointCount() - 1) : now;
}

QString ReadinessChart::pointText(int point) const
{
    const Point &shown = m_points.at(point);
    const QString name = dayName(shown.day, m_figures.today);
    if (shown.past)
        return tr("%1: %2 ready").arg(name, percentText(shown.ready));
    return tr("%1: %2 if you follow the plan, between %3 and %4; %5 if you stop now")
        .arg(name, percentText(shown.ready), percentText(shown.low), percentText(shown.high),
             percentText(shown.stopped));
}

FigureTable ReadinessChart::table() const
{
    FigureTable table{
        tr("Readiness"), {tr("Day"), tr("Readiness"), tr("Likely range"), tr("If you stop")}, {}};
    for (const Point &point : m_points) {
        table.rows.append(
            {dayName(point.day, m_figures.today), percentText(point.ready),
             point.past ? QString()
                        : tr("%1 to %2").arg(percentText(point.low), percentText(point.high)),
             point.past ? QString() : percentText(point.stopped)});
    }
    table.now = m_today;
    return table;
}

QSize ReadinessChart::sizeHint() const
{
    return {scaled(800), scaled(240)};
}

QSize ReadinessChart::minimumSizeHint() const
{
    return {scaled(280), scaled(200)};
}

QRect ReadinessChart::pointBox(int point, const QRect &box) const
{
    const Frame frame(box, m_range, showsForecast());
    const Point &shown = m_points.at(point);
    return QRectF(frame.at(shown.day, shown.ready) - QPointF(4, 4), QSizeF(8, 8)).toRect();
}

int ReadinessChart::pointAt(const QPoint &position) const
{
    const Frame frame(rect(), m_range, showsForecast());
    if (m_points.isEmpty() || !frame.plot.adjusted(-8, 0, 8, 0).contains(position))
        return -1;
    const auto distance = [&](const Point &point) {
        return qAbs(frame.x(point.day) - position.x());
    };
    const auto nearest =
        std::min_element(m_points.cbegin(), m_points.cend(),
                         [&](const Point &a, const Point &b) { return distance(a) < distance(b); });
    return int(nearest - m_points.cbegin());
}

void ReadinessChart::draw(QPainter &painter, const QRect &box, const Tokens &tokens) const
{
    const Frame frame(box, m_range, showsForecast());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    drawGrid(painter, frame, tokens);
    drawForecast(painter, frame, tokens);
    drawHistory(painter, frame, tokens);
    drawTarget(painter, frame, tokens); // what no curve leaves room for hides a piece of it
    drawEnds(painter, frame, tokens);
    drawMessage(painter, frame, tokens);
    if (reading() >= 0) {
        const Point &point = m_points.at(reading());
        painter.setPen(QPen(tokens.accent, 1));
        painter.drawLine(frame.at(point.day, 0), frame.at(point.day, 1));
        painter.setPen(QPen(tokens.base, 2));
        painter.setBrush(tokens.accent);
        painter.drawEllipse(frame.at(point.day, point.ready), 5, 5);
    }
    painter.restore();
}

void ReadinessChart::drawGrid(QPainter &painter, const Frame &frame, const Tokens &tokens) const
{
    const int line = scaled(16);
    painter.setFont(textFont(TextStyle::Meta));
    for (int share = 0; share <= 100; share += 25) {
        const qreal y = qRound(frame.y(share / 100.0));
        painter.fillRect(QRectF(frame.plot.left(), y, frame.plot.width(), 1),
                         share == 0 ? tokens.line2 : tokens.soft);
        painter.setPen(tokens.muted);
        painter.drawText(QRectF(frame.plot.left() - scaled(leftMargin), y - line / 2.0,
                                scaled(leftMargin - 8), line),
                         Qt::AlignRight | Qt::AlignVCenter, percentText(share / 100.0));
    }
    QList<AxisLabel> labels;
    const int today = m_figures.today;
    labels.append({frame.x(today), tr("Today"), true});
    const bool thisYear =
        QDate::fromJulianDay(today).year() == QDate::fromJulianDay(m_range.last).year();
    if (m_range.last > today)
        labels.append({frame.x(m_range.last),
                       thisYear || m_range.count() < 180
                           ? shortDate(m_range.last)
                           : QLocale().toString(QDate::fromJulianDay(m_range.last), tr("MMM yyyy")),
                       m_range.last == m_figures.outlook.end});
    labels.append({frame.x(m_range.first), shortDate(m_range.first)});
    int step = 7;
    while (m_range.count() / step > mostDates)
        step *= 2;
    for (int day = m_range.first + step; day < m_range.last; day += step)
        labels.append({frame.x(day), shortDate(day)});
    const qreal margin = scaled(24);
    paintAxisLabels(painter,
                    {frame.plot.left() - margin, frame.plot.bottom() + 6,
                     frame.plot.width() + 2 * margin, qreal(scaled(18))},
                    labels, tokens);
}

void ReadinessChart::drawForecast(QPainter &painter, const Frame &frame, const Tokens &tokens) const
{
    const QList<Point> ahead = m_today < 0 ? QList<Point>() : m_points.mid(m_today + 1);
    if (!ahead.isEmpty()) {
        const QPointF now = frame.at(m_figures.today, m_figures.outlook.ready);
        QPolygonF range{now};
        QPolygonF likely{now};
        QPolygonF stopped{now};
        for (const Point &point : ahead) {
            range.append(frame.at(point.day, point.high));
            likely.append(frame.at(point.day, point.ready));
            stopped.append(frame.at(point.day, point.stopped));
        }
        for (qsizetype i = ahead.size() - 1; i >= 0; --i)
            range.append(frame.at(ahead.at(i).day, ahead.at(i).low));
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.tint);
        painter.drawPolygon(range);
        painter.setPen(QPen(tokens.muted, 1.5, Qt::CustomDashLine, Qt::RoundCap));
        QPen dots = painter.pen();
        dots.setDashPattern({0.1, 3});
        painter.setPen(dots);
        painter.drawPolyline(stopped);
        QPen dashes(tokens.accent, 2.5);
        dashes.setDashPattern({2.4, 1.6});
        painter.setPen(dashes);
        painter.drawPolyline(likely);
    }
    QPen dots(tokens.muted, 1.5, Qt::CustomDashLine, Qt::RoundCap);
    dots.setDashPattern({0.1, 2});
    painter.setPen(dots);
    painter.drawLine(frame.at(m_range.first, target), frame.at(m_range.last, target));
}

// Over or under its line, at the end where no curve passes.
void ReadinessChart::drawTarget(QPainter &painter, const Frame &frame, const Tokens &tokens) const
{
    const QString text = tr("Target %1").arg(percentText(target));
    painter.setFont(textFont(TextStyle::Meta));
    painter.setPen(tokens.muted);
    const QRectF ink = painter.fontMetrics().tightBoundingRect(text);
    const auto crossed = [&](const QPointF &baseline) {
        const QRectF place = ink.translated(baseline).adjusted(-4, -4, 4, 4);
        for (qsizetype i = 0; i < m_points.size(); ++i) {
            const Point &to = m_points.at(i);
            const Point &from = m_points.at(qMax(0, i - 1));
            constexpr int steps = 8; // between two days
            for (int step = 0; step <= steps; ++step) {
                const qreal part = qreal(step) / steps;
                const auto along = [&](double first, double last) {
                    return QPointF(frame.x(from.day) * (1 - part) + frame.x(to.day) * part,
                                   frame.y(first * (1 - part) + last * part));
                };
                const double before = from.past ? from.ready : from.stopped;
                if (place.contains(along(from.ready, to.ready)) ||
                    (!to.past && place.contains(along(before, to.stopped))))
                    return true;
            }
        }
        return false;
    };
    const QPointF left = frame.at(m_range.first, target) + QPointF(6, 0);
    const QPointF right = frame.at(m_range.last, target) - QPointF(ink.right() + 8, 0);
    const QPointF over(0, -6);
    const QPointF under(0, ink.height() + 6);
    const QPointF places[] = {left + over, left + under, right + over, right + under};
    const auto *free = std::find_if_not(std::begin(places), std::end(places), crossed);
    drawOver(painter, free == std::end(places) ? places[0] : *free, text, tokens);
}

void ReadinessChart::drawHistory(QPainter &painter, const Frame &frame, const Tokens &tokens) const
{
    const qreal today = qRound(frame.x(m_figures.today));
    painter.fillRect(QRectF(today, frame.plot.top(), 1, frame.plot.height()), tokens.line2);
    if (m_figures.outlook.isDated() && m_range.last == m_figures.outlook.end)
        painter.fillRect(
            QRectF(qRound(frame.plot.right()) - 1, frame.plot.top(), 2, frame.plot.height()),
            tokens.text);
    QPolygonF past;
    for (const Point &point : m_points) {
        if (point.past)
            past.append(frame.at(point.day, point.ready));
    }
    painter.setPen(QPen(tokens.accent, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(past);
    if (m_today < 0)
        return;
    const QPointF now = past.constLast();
    painter.setPen(QPen(tokens.base, 2));
    painter.setBrush(tokens.accent);
    painter.drawEllipse(now, 6, 6);
    painter.setFont(textFont(TextStyle::Ui, QFont::DemiBold));
    painter.setPen(tokens.text);
    const QString figure = percentText(m_figures.outlook.ready);
    const qreal width = painter.fontMetrics().horizontalAdvance(figure);
    drawOver(painter, now - QPointF(width + 10, 8), figure, tokens);
}

void ReadinessChart::drawEnds(QPainter &painter, const Frame &frame, const Tokens &tokens) const
{
    if (!showsForecast())
        return;
    const Point &last = m_points.constLast();
    painter.setPen(QPen(tokens.accent, 2));
    painter.setBrush(tokens.base);
    painter.drawEllipse(frame.at(last.day, last.ready), 5, 5);

    // Two lines each, kept from running into one another, and within the chart.
    const qreal tall = scaled(36);
    const qreal likely = frame.y(last.ready) - tall / 2;
    const qreal stopped = frame.y(last.stopped) - tall / 2;
    const bool likelyFirst = likely <= stopped;
    const qreal apart = qMax(0.0, tall - qAbs(stopped - likely)) / 2;
    const qreal top = frame.plot.top() - scaled(topMargin);
    const qreal upper = qBound(top, qMin(likely, stopped) - apart, frame.plot.bottom() - 2 * tall);
    const qreal lower =
        qBound(upper + tall, qMax(likely, stopped) + apart, frame.plot.bottom() - tall);
    const qreal left = frame.plot.right() + scaled(12);
    const auto words = [&](qreal y, const QString &figure, const QString &what, bool strong) {
        const QRectF place(left, y, scaled(rightMargin - 12), tall);
        painter.setFont(textFont(strong ? TextStyle::Heading : TextStyle::Ui, QFont::DemiBold));
        painter.setPen(strong ? tokens.accent : tokens.text);
        painter.drawText(place, Qt::AlignTop | Qt::AlignLeft, figure);
        painter.setFont(textFont(TextStyle::Meta));
        painter.setPen(tokens.muted);
        painter.drawText(place, Qt::AlignBottom | Qt::AlignLeft, what);
    };
    const int minutes = m_figures.minutesADay();
    words(likelyFirst ? upper : lower, percentText(last.ready),
          minutes == 0                                ? tr("no practice planned")
          : minutes == m_figures.outlook.goal.minutes ? tr("%1 min a day").arg(minutes)
                                                      : tr("about %1 min a day").arg(minutes),
          true);
    words(likelyFirst ? lower : upper, percentText(last.stopped), tr("if you stop now"), false);
}

void ReadinessChart::drawMessage(QPainter &painter, const Frame &frame, const Tokens &tokens) const
{
    QString text;
    if (m_figures.days.size() < fewestDaysForForecast)
        text = tr("The forecast starts after three days of practice");
    else if (!m_figures.isKnown())
        text = tr("Working out the forecast…");
    painter.setFont(textFont(TextStyle::Small));
    painter.setPen(tokens.muted);
    const QRectF room(frame.plot.left(), frame.y(0.7), frame.plot.width(), scaled(40));
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, text);
}
