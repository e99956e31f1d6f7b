// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/weekchart.h"

#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int chartHeight = 124;
constexpr int labelHeight = 20;
constexpr int barWidth = 24;
constexpr int nameGap = 4;

} // namespace

WeekChart::WeekChart(QWidget *parent)
    : Chart(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setScaledHeight(this, chartHeight);
}

void WeekChart::setWeek(const std::array<int, 7> &counts, const QDate &today)
{
    m_counts = counts;
    m_today = today;
    QStringList days;
    for (int day = 0; day < pointCount(); ++day)
        days.append(pointText(day));
    figuresChanged(tr("Next seven days"), days.join(u", "_s));
}

QString WeekChart::pointText(int day) const
{
    const QString name = day == 0   ? tr("Today")
                         : day == 1 ? tr("Tomorrow")
                                    : QLocale().toString(m_today.addDays(day), tr("dddd d MMMM"));
    return tr("%1: %n question(s)", nullptr, m_counts.at(size_t(day))).arg(name);
}

QSize WeekChart::sizeHint() const
{
    return {scaled(220), scaled(chartHeight)};
}

QRect WeekChart::pointBox(int day, const QRect &box) const
{
    const int left = box.width() * day / pointCount();
    return {box.left() + left, box.top(), box.width() * (day + 1) / pointCount() - left,
            box.height()};
}

int WeekChart::pointAt(const QPoint &position) const
{
    return qBound(0, position.x() * pointCount() / qMax(1, width()), pointCount() - 1);
}

void WeekChart::draw(QPainter &painter, const QRect &box, const Tokens &tokens) const
{
    const int label = scaled(labelHeight);
    const int floor = box.bottom() + 1 - label;
    const int most = qMax(1, *std::max_element(m_counts.begin(), m_counts.end()));
    const int room = floor - box.top() - label;
    QList<AxisLabel> names;
    for (int day = 0; day < pointCount(); ++day) {
        const QRect column = pointBox(day, box);
        const int count = m_counts.at(size_t(day));
        const int tall = count == 0 ? 0 : qMax(2, room * count / most);
        const int wide = qMin(scaled(barWidth), column.width() - 4);
        const QRect bar(column.center().x() - wide / 2, floor - tall, wide, tall);
        const bool strong = day == 0;
        if (tall > 0)
            painter.fillRect(bar, strong ? tokens.accent : tokens.bar2);
        painter.setFont(textFont(TextStyle::Meta, strong ? QFont::DemiBold : QFont::Normal));
        painter.setPen(strong || tall > 0 ? tokens.text : tokens.muted);
        painter.drawText(QRect(column.left(), bar.top() - label, column.width(), label),
                         Qt::AlignCenter, QString::number(count));
        names.append({bar.center().x() + 0.5,
                      strong ? tr("Today") : QLocale().toString(m_today.addDays(day), u"ddd"_s),
                      strong});
        if (hasFocus() && day == reading())
            paintFocusRing(painter, column.adjusted(1, 1, -1, -1), tokens);
    }
    painter.fillRect(QRect(box.left(), floor, box.width(), 1), tokens.line2);
    // Narrow columns share a name rather than run theirs together.
    paintAxisLabels(painter, QRectF(box.left(), floor, box.width(), label), names, tokens, nameGap);
}
