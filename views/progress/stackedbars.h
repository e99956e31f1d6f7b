// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/chart.h"

// One bar of two parts.
struct StackedBar
{
    double lower = 0;
    double upper = 0;
    QString text; // all of it, in words
    QString name; // below the axis; may be empty
    bool strong = false;
};

// Bars in a row, such as what comes back day by day.
class StackedBars final : public Chart
{
    Q_OBJECT

public:
    explicit StackedBars(QWidget *parent = nullptr);

    // The names of the two parts, for the legend; none for bars of one part.
    void setSeries(const QString &lower, const QString &upper);
    // What the figures at the axis count, where that is not plain.
    void setUnit(const QString &unit);
    // `closing` stands at a line after the last bar; without one there is no line.
    void setBars(const QList<StackedBar> &bars, const QString &closing, const QString &name,
                 const QString &summary);
    // What to say instead of bars.
    void setMessage(const QString &message);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void draw(QPainter &painter, const QRect &box, const Tokens &tokens) const override;

    int pointCount() const override { return int(m_bars.size()); }

    QString pointText(int bar) const override { return m_bars.at(bar).text; }

protected:
    QRect pointBox(int bar, const QRect &box) const override;
    int pointAt(const QPoint &position) const override;

private:
    struct Scale;

    QRect plot(const QRect &box) const;
    void drawLegend(QPainter &painter, const QRect &box, const Tokens &tokens) const;

    QList<StackedBar> m_bars;
    QString m_lower;
    QString m_upper;
    QString m_unit;
    QString m_closing;
    QString m_message;
};
