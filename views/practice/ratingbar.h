// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

// How often each grade was given, as a bar in four parts with the figures in them.
class RatingBar final : public QWidget
{
    Q_OBJECT

public:
    explicit RatingBar(QWidget *parent = nullptr);

    // By Rating; [0] is unused.
    void setCounts(const int (&counts)[5]);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_counts[5] = {};
};
