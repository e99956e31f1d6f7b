// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/interview/trendchart.h"

#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostShown = 5;
constexpr int labelHeight = 20;
constexpr int plotHeight = 48;
constexpr int smallestRange = 20; // percent from top to bottom, or every wobble looks like a leap

QString dayOf(const InterviewSummary &interview, bool inWords)
{
    const QDate day = interview.started.date();
    if (inWords && day == QDate::currentDate())
        return TrendChart::tr("Today");
    return QLocale().toString(day, u"d MMM"_s);
}

} // namespace

QList<QRectF> labelPlaces(const QStringList &labels, const QList<qreal> &centres,
                          const QFontMetricsF &metrics, qreal width)
{
    QList<QRectF> places(labels.size());
    qreal end = width;
    for (qsizetype i = labels.size() - 1; i >= 0; --i) {
        const qreal size = metrics.horizontalAdvance(labels.at(i));
        const qreal left = qBound(0.0, centres.at(i) - size / 2, qMax(0.0, width - size));
        if (labels.at(i).isEmpty() || (i + 1 < labels.size() && left + size > end))
            continue;
        places[i] = {left, 0, size, metrics.height()};
        end = left - metrics.averageCharWidth(); // what keeps one from the next
    }
    return places;
}

TrendChart::TrendChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setScaledHeight(this, 2 * labelHeight + plotHeight + 16);
}

void TrendChart::setScores(const QList<InterviewSummary> &interviews)
{
    m_shown = interviews.mid(qMax<qsizetype>(0, interviews.size() - mostShown));
    QStringList said;
    for (const InterviewSummary &interview : std::as_const(m_shown))
        said.append(tr("%1: %2%").arg(dayOf(interview, false)).arg(interview.score));
    setAccessibleName(m_shown.size() < 2 ? tr("Your later scores at this level will appear here")
                                         : tr("Scores: %1").arg(said.join(u", "_s)));
    setToolTip(accessibleName());
    update();
}

QSize TrendChart::sizeHint() const
{
    return {scaled(210), scaled(2 * labelHeight + plotHeight + 16)};
}

void TrendChart::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    if (m_shown.size() < 2) {
        painter.setFont(textFont(TextStyle::Small));
        painter.setPen(tokens.muted);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, accessibleName());
        return;
    }
    const auto [low, high] =
        std::minmax_element(m_shown.cbegin(), m_shown.cend(),
                            [](const auto &a, const auto &b) { return a.score < b.score; });
    const int range = qMax(smallestRange, high->score - low->score);
    const int bottom = scaled(labelHeight + plotHeight);
    const int inset = scaled(20);
    QList<QPointF> points;
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const qreal share = qreal(m_shown.at(i).score - low->score) / range;
        points.append({inset + qreal(width() - 2 * inset) * qreal(i) / qreal(m_shown.size() - 1),
                       bottom - share * scaled(plotHeight - 16) - scaled(8)});
    }
    painter.fillRect(QRect(0, bottom + scaled(12), width(), 1), tokens.line);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath line(points.constFirst());
    for (const QPointF &point : points.mid(1))
        line.lineTo(point);
    painter.setPen(QPen(tokens.accent, 2));
    painter.drawPath(line);
    for (qsizetype i = 0; i < points.size(); ++i) {
        const bool newest = i + 1 == points.size();
        const qreal radius = newest ? 4.5 : 4;
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(newest ? tokens.accent : tokens.base);
        painter.drawEllipse(points.at(i), radius, radius);
    }
    // The bold one is the widest, so that whatever has room with it has room.
    const QFontMetricsF metrics(textFont(TextStyle::Meta, QFont::DemiBold));
    QStringList scores;
    QStringList days;
    QList<qreal> centres;
    for (qsizetype i = 0; i < points.size(); ++i) {
        scores.append(QString::number(m_shown.at(i).score));
        const QString day = dayOf(m_shown.at(i), true);
        if (!days.isEmpty() && days.constLast() == day)
            days.last().clear(); // several of a day have its name once
        days.append(day);
        centres.append(points.at(i).x());
    }
    const auto draw = [&](const QStringList &labels, const auto &topOf, bool quiet) {
        const QList<QRectF> places = labelPlaces(labels, centres, metrics, width());
        for (qsizetype i = 0; i < places.size(); ++i) {
            if (places.at(i).isEmpty())
                continue;
            const bool newest = i + 1 == places.size();
            const QRectF place(places.at(i).left() - 1, topOf(i), places.at(i).width() + 2,
                               scaled(labelHeight));
            painter.setFont(textFont(TextStyle::Meta, newest ? QFont::DemiBold : QFont::Normal));
            painter.setPen(quiet && !newest ? tokens.muted : tokens.text);
            painter.drawText(place, Qt::AlignCenter, labels.at(i));
        }
    };
    draw(
        scores, [&](qsizetype i) { return points.at(i).y() - scaled(labelHeight + 4); }, false);
    draw(
        days, [&](qsizetype) { return qreal(bottom + scaled(14)); }, true);
}
