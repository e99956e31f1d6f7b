// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/chart.h"
#include "views/progress/progressfigures.h"

// Readiness day by day: what it was, what it will be with the plan, and what is left without
// practice.
class ReadinessChart final : public Chart
{
    Q_OBJECT

public:
    explicit ReadinessChart(QWidget *parent = nullptr);

    void setFigures(const ProgressFigures &figures, const DayRange &range);
    FigureTable table() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void draw(QPainter &painter, const QRect &box, const Tokens &tokens) const override;
    QString pointText(int point) const override;

    int pointCount() const override { return int(m_points.size()); }

protected:
    QRect pointBox(int point, const QRect &box) const override;
    int pointAt(const QPoint &position) const override;

    int firstPoint() const override { return m_today; }

private:
    struct Point
    {
        int day = 0;
        double ready = 0; // or the forecast
        bool past = true; // today, too
        double low = 0;
        double high = 0;
        double stopped = 0;
    };

    struct Frame;

    void drawGrid(QPainter &painter, const Frame &frame, const Tokens &tokens) const;
    void drawForecast(QPainter &painter, const Frame &frame, const Tokens &tokens) const;
    void drawHistory(QPainter &painter, const Frame &frame, const Tokens &tokens) const;
    void drawTarget(QPainter &painter, const Frame &frame, const Tokens &tokens) const;
    void drawEnds(QPainter &painter, const Frame &frame, const Tokens &tokens) const;
    void drawMessage(QPainter &painter, const Frame &frame, const Tokens &tokens) const;

    bool showsForecast() const { return m_today >= 0 && m_today + 1 < m_points.size(); }

    QString summary() const;

    ProgressFigures m_figures;
    DayRange m_range;
    QList<Point> m_points;
    int m_today = -1; // of m_points
};
