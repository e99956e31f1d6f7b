// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/chart.h"
#include "views/progress/progressfigures.h"

#include <QHash>

// A calendar of practice: weeks as columns, Monday to Sunday, darker for more minutes; days to
// come that the plan uses are outlined. Its points are days.
class PracticeHeatMap final : public Chart
{
    Q_OBJECT

public:
    explicit PracticeHeatMap(QWidget *parent = nullptr);

    void setFigures(const ProgressFigures &figures);
    FigureTable table() const;

    // The study day of a point.
    int dayAt(int point) const { return calendar(rect()).first + point; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void draw(QPainter &painter, const QRect &box, const Tokens &tokens) const override;
    QString pointText(int point) const override;
    int pointCount() const override;

protected:
    QRect pointBox(int point, const QRect &box) const override;
    int pointAt(const QPoint &position) const override;
    int pointAfter(int point, int key) const override;
    int firstPoint() const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    // As many weeks as there is room for.
    struct Calendar
    {
        int first = 0; // a Monday
        int columns = 0;
        int pitch = 0; // from cell to cell
        QPoint corner; // of the first cell
    };

    Calendar calendar(const QRect &box) const;
    // Up to the last that there is something to see of.
    int daysIn(const Calendar &shown) const;
    int minutesOn(int day) const;
    bool isInterview(int day) const;
    bool isPlanned(int day) const;
    void drawCell(QPainter &painter, const QRect &cell, int day, const Tokens &tokens) const;
    void drawNames(QPainter &painter, const Calendar &calendar, const QRect &box,
                   const Tokens &tokens) const;
    void drawLegend(QPainter &painter, const Calendar &calendar, const QRect &box,
                    const Tokens &tokens) const;

    ProgressFigures m_figures;
    QHash<int, PracticeDay> m_days;
};
