// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/interview.h"

#include <QFontMetricsF>
#include <QWidget>

// Where these labels go within `width`, each at its centre. One that is empty, or has no room
// beside the next, has no place; the last always has one.
QList<QRectF> labelPlaces(const QStringList &labels, const QList<qreal> &centres,
                          const QFontMetricsF &metrics, qreal width);

// The scores of the last interviews as a line, the newest at the right.
class TrendChart final : public QWidget
{
    Q_OBJECT

public:
    explicit TrendChart(QWidget *parent = nullptr);

    // The oldest first; only the last few are shown.
    void setScores(const QList<InterviewSummary> &interviews);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<InterviewSummary> m_shown;
};
