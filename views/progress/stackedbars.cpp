// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/stackedbars.h"

#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int leftMargin = 28;
constexpr int topMargin = 28; // the legend, and the words at the line
constexpr int bottomMargin = 24;
constexpr int widestBar = 28;
constexpr int sign = 10; // of the legend
constexpr int mostLines = 4;

} // namespace

// Round figures for the lines across, up to at least the tallest bar.
struct StackedBars::Scale
{
    int step = 1;
    int top = 1;

    explicit Scale(double tallest)
    {
        const double wanted = qMax(1.0, tallest / mostLines);
        double power = std::pow(10.0, std::floor(std::log10(wanted)));
        for (const int factor : {1, 2, 5, 10}) {
            step = qRound(power * factor);
            if (step >= wanted)
                break;
        }
        top = qMax(1, int(std::ceil(tallest / step))) * step;
    }
};

StackedBars::StackedBars(QWidget *parent)
    : Chart(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void StackedBars::setSeries(const QString &lower, const QString &upper)
{
    m_lower = lower;
    m_upper = upper;
}

void StackedBars::setUnit(const QString &unit)
{
    m_unit = unit;
}

void StackedBars::setBars(const QList<StackedBar> &bars, const QString &closing,
                          const QString &name, const QString &summary)
{
    m_bars = bars;
    m_closing = closing;
    m_message.clear();
    figuresChanged(name, summary);
}

void StackedBars::setMessage(const QString &message)
{
    m_bars.clear();
    m_message = message;
    figuresChanged(accessibleName(), message);
}

QSize StackedBars::sizeHint() const
{
    return {scaled(320), scaled(232)};
}

QSize StackedBars::minimumSizeHint() const
{
    return {scaled(200), scaled(160)};
}

QRect StackedBars::plot(const QRect &box) const
{
    return box.adjusted(scaled(leftMargin), scaled(topMargin), -scaled(6), -scaled(bottomMargin));
}

QRect StackedBars::pointBox(int bar, const QRect &box) const
{
    const QRect within = plot(box);
    const int left = within.width() * bar / pointCount();
    return {within.left() + left, within.top(), within.width() * (bar + 1) / pointCount() - left,
            within.height()};
}

int StackedBars::pointAt(const QPoint &position) const
{
    const QRect within = plot(rect());
    if (m_bars.isEmpty() || !within.contains(position))
        return -1;
    return qBound(0, (position.x() - within.left()) * pointCount() / qMax(1, within.width()),
                  pointCount() - 1);
}

void StackedBars::draw(QPainter &painter, const QRect &box, const Tokens &tokens) const
{
    painter.save();
    const QRect within = plot(box);
    if (m_bars.isEmpty()) {
        painter.setFont(textFont(TextStyle::Small));
        painter.setPen(tokens.muted);
        painter.drawText(within, Qt::AlignCenter | Qt::TextWordWrap, m_message);
        painter.restore();
        return;
    }
    double tallest = 0;
    for (const StackedBar &bar : m_bars)
        tallest = qMax(tallest, bar.lower + bar.upper);
    const Scale scale(tallest);
    const int floor = within.bottom() + 1;
    const auto y = [&](double value) {
        return floor - qRound(within.height() * value / scale.top);
    };
    painter.setFont(textFont(TextStyle::Meta));
    const int line = scaled(16);
    for (int value = 0; value <= scale.top; value += scale.step) {
        painter.fillRect(QRect(within.left(), y(value), within.width(), 1),
                         value == 0 ? tokens.line2 : tokens.soft);
        painter.setPen(tokens.muted);
        painter.drawText(QRect(box.left(), y(value) - line / 2, scaled(leftMargin - 6), line),
                         Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(value));
    }
    QList<AxisLabel> labels;
    for (int i = 0; i < pointCount(); ++i) {
        const StackedBar &bar = m_bars.at(i);
        const QRect column = pointBox(i, box);
        const int wide =
            qBound(1, qMin(scaled(widestBar), column.width() * 2 / 3 + 1), column.width());
        const int left = column.left() + (column.width() - wide) / 2;
        if (i == reading())
            painter.fillRect(column.adjusted(0, 0, 0, 1), tokens.tint);
        const int middle = y(bar.lower);
        const int top = y(bar.lower + bar.upper);
        painter.fillRect(QRect(left, top, wide, middle - top), tokens.accent);
        painter.fillRect(QRect(left, middle, wide, floor - middle), tokens.bar2);
        if (!bar.name.isEmpty())
            labels.append({left + wide / 2.0, bar.name, bar.strong});
    }
    painter.fillRect(QRect(within.left(), floor, within.width(), 1), tokens.line2);
    paintAxisLabels(painter, QRectF(box.left(), floor + scaled(6), box.width(), scaled(16)), labels,
                    tokens);
    if (!m_closing.isEmpty()) {
        painter.fillRect(
            QRect(within.right() - 1, within.top() - scaled(18), 2, within.height() + scaled(18)),
            tokens.text);
        painter.setFont(textFont(TextStyle::Meta, QFont::DemiBold));
        painter.setPen(tokens.text);
        painter.drawText(
            QRect(box.left(), box.top() + scaled(4), within.right() - scaled(8) - box.left(), line),
            Qt::AlignRight | Qt::AlignVCenter, m_closing);
    }
    drawLegend(painter, box, tokens);
    painter.restore();
}

void StackedBars::drawLegend(QPainter &painter, const QRect &box, const Tokens &tokens) const
{
    painter.setFont(textFont(TextStyle::Meta));
    const int line = scaled(16);
    const int top = box.top() + scaled(4);
    int left = box.left() + scaled(leftMargin);
    if (m_lower.isEmpty()) { // the unit alone, above the figures that it belongs to
        painter.setPen(tokens.muted);
        painter.drawText(QRect(box.left(), top, box.width(), line), Qt::AlignVCenter, m_unit);
        return;
    }
    for (const auto &[name, color] : {std::pair{m_upper, tokens.accent}, {m_lower, tokens.bar2}}) {
        painter.fillRect(QRect(left, top + (line - sign) / 2, sign, sign), color);
        left += sign + scaled(4);
        const int width = painter.fontMetrics().horizontalAdvance(name);
        painter.setPen(tokens.muted);
        painter.drawText(QRect(left, top, width + 2, line), Qt::AlignVCenter, name);
        left += width + scaled(12);
    }
    painter.setPen(tokens.muted);
    painter.drawText(QRect(left, top, box.right() - left, line), Qt::AlignVCenter, m_unit);
}
