// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/weekchart.h"

#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int chartHeight = 124;
constexpr int labelHeight = 20;
constexpr int barWidth = 24;

} // namespace

WeekChart::WeekChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setScaledHeight(this, chartHeight);
}

void WeekChart::setWeek(const std::array<int, 7> &counts, const QDate &today)
{
    m_counts = counts;
    m_today = today;
    QStringList days;
    for (int day = 0; day < int(m_counts.size()); ++day)
        days.append(dayText(day));
    setAccessibleName(tr("Next seven days"));
    setAccessibleDescription(days.join(u", "_s));
    update();
}

QString WeekChart::dayText(int day) const
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

void WeekChart::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    const int label = scaled(labelHeight);
    const int floor = height() - label;
    const int most = qMax(1, *std::max_element(m_counts.begin(), m_counts.end()));
    const int room = floor - label;
    for (int day = 0; day < int(m_counts.size()); ++day) {
        const int left = width() * day / int(m_counts.size());
        const QRect column(left, 0, width() * (day + 1) / int(m_counts.size()) - left, height());
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
        painter.setPen(strong ? tokens.text : tokens.muted);
        const QString name =
            strong ? tr("Today") : QLocale().toString(m_today.addDays(day), u"ddd"_s);
        const int over = scaled(6); // a narrow column is no reason to cut its name
        painter.drawText(QRect(column.left() - over, floor, column.width() + 2 * over, label),
                         Qt::AlignCenter, name);
        if (hasFocus() && day == m_chosen)
            paintFocusRing(painter, column.adjusted(1, 1, -1, -1), tokens);
    }
    painter.fillRect(QRect(0, floor, width(), 1), tokens.line2);
}

void WeekChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        choose(m_chosen + (event->key() == Qt::Key_Left ? -1 : 1));
    else
        QWidget::keyPressEvent(event);
}

void WeekChart::choose(int day)
{
    m_chosen = qBound(0, day, int(m_counts.size()) - 1);
    const int middle = width() * (2 * m_chosen + 1) / (2 * int(m_counts.size()));
    QToolTip::showText(mapToGlobal(QPoint(middle, height())), dayText(m_chosen), this);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    setAccessibleDescription(dayText(m_chosen));
    QAccessible::updateAccessibility(&changed);
    update();
}

void WeekChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void WeekChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    QToolTip::hideText();
    update();
}

bool WeekChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int day = qBound(0, help->x() * int(m_counts.size()) / qMax(1, width()),
                               int(m_counts.size()) - 1);
        QToolTip::showText(help->globalPos(), dayText(day), this);
        return true;
    }
    return QWidget::event(event);
}
