// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/chart.h"

#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace {

// Says that it is a chart, and what is read of it.
class AccessibleChart final : public QAccessibleWidget
{
public:
    explicit AccessibleChart(Chart *chart)
        : QAccessibleWidget(chart, QAccessible::Chart)
    {
    }

    QString text(QAccessible::Text text) const override
    {
        const auto *chart = static_cast<const Chart *>(widget());
        if (text != QAccessible::Value)
            return QAccessibleWidget::text(text);
        return chart->reading() < 0 ? QString() : chart->pointText(chart->reading());
    }
};

QAccessibleInterface *accessibleChart(const QString &, QObject *object)
{
    auto *chart = qobject_cast<Chart *>(object);
    return chart ? new AccessibleChart(chart) : nullptr; // Qt owns it
}

} // namespace

void paintAxisLabels(QPainter &painter, const QRectF &strip, const QList<AxisLabel> &labels,
                     const Tokens &tokens, int gap)
{
    QList<AxisLabel> inOrder = labels;
    std::stable_sort(inOrder.begin(), inOrder.end(),
                     [](const AxisLabel &a, const AxisLabel &b) { return a.strong > b.strong; });
    QList<QRectF> taken;
    for (const AxisLabel &label : std::as_const(inOrder)) {
        painter.setFont(textFont(TextStyle::Meta, label.strong ? QFont::DemiBold : QFont::Normal));
        const qreal width = painter.fontMetrics().horizontalAdvance(label.text) + 2;
        const qreal left = qBound(strip.left(), label.centre - width / 2,
                                  qMax(strip.left(), strip.right() - width));
        const QRectF place(left, strip.top(), width, strip.height());
        const auto meets = [&](const QRectF &other) {
            return other.adjusted(-gap, 0, gap, 0).intersects(place);
        };
        if (std::any_of(taken.cbegin(), taken.cend(), meets))
            continue;
        painter.setPen(label.strong ? tokens.text : tokens.muted);
        painter.drawText(place, Qt::AlignCenter, label.text);
        taken.append(place);
    }
}

Chart::Chart(QWidget *parent)
    : QWidget(parent)
{
    static const bool installed = [] {
        QAccessible::installFactory(accessibleChart);
        return true;
    }();
    Q_UNUSED(installed)
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void Chart::figuresChanged(const QString &name, const QString &summary)
{
    m_summary = summary;
    m_reading = qMin(m_reading, pointCount() - 1);
    setAccessibleName(name);
    setAccessibleDescription(m_reading < 0 ? summary : pointText(m_reading));
    updateGeometry();
    update();
}

void Chart::read(int point)
{
    const int chosen = pointCount() == 0 ? -1 : qBound(-1, point, pointCount() - 1);
    if (chosen == m_reading)
        return;
    m_reading = chosen;
    say();
    update();
}

void Chart::say()
{
    setAccessibleDescription(m_reading < 0 ? m_summary : pointText(m_reading));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

int Chart::pointAfter(int point, int key) const
{
    switch (key) {
    case Qt::Key_Left: return qMax(0, point - 1);
    case Qt::Key_Right: return qMin(pointCount() - 1, point + 1);
    case Qt::Key_Home: return 0;
    case Qt::Key_End: return pointCount() - 1;
    default: return -1;
    }
}

void Chart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, rect(), tokensOf(palette()));
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_reading >= 0) {
        emit activated(m_reading);
        return;
    }
    const int next =
        pointCount() == 0 ? -1 : pointAfter(m_reading < 0 ? firstPoint() : m_reading, event->key());
    if (next < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    read(next);
    const QRect place = pointBox(m_reading, rect());
    QToolTip::showText(mapToGlobal(QPoint(place.center().x(), place.bottom() + scaled(4))),
                       pointText(m_reading), this);
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    const int point = pointAt(event->position().toPoint());
    read(point >= 0 ? point : hasFocus() ? m_reading : -1);
    if (point >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), pointText(point), this);
    else
        QToolTip::hideText();
}

void Chart::mouseReleaseEvent(QMouseEvent *event)
{
    const int point = pointAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && point >= 0)
        emit activated(point);
}

void Chart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus())
        read(-1);
}

void Chart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    const bool byTab =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byTab && m_reading < 0 && pointCount() > 0)
        read(firstPoint());
    update();
}

void Chart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    QToolTip::hideText();
    read(-1);
    update();
}

bool Chart::event(QEvent *event)
{
    // The mouse shows a tool tip as it moves; the usual one would hide it.
    if (event->type() == QEvent::ToolTip)
        return true;
    return QWidget::event(event);
}
