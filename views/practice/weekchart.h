// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/chart.h"

#include <QDate>

#include <array>

// How many questions each of the next seven days asks for.
class WeekChart final : public Chart
{
    Q_OBJECT

public:
    explicit WeekChart(QWidget *parent = nullptr);

    // From `today` on.
    void setWeek(const std::array<int, 7> &counts, const QDate &today);

    QSize sizeHint() const override;
    void draw(QPainter &painter, const QRect &box, const Tokens &tokens) const override;
    QString pointText(int day) const override;

    int pointCount() const override { return int(m_counts.size()); }

protected:
    QRect pointBox(int day, const QRect &box) const override;
    int pointAt(const QPoint &position) const override;

private:
    std::array<int, 7> m_counts{};
    QDate m_today;
};
