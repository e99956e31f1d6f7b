// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/interview.h"

#include <QWidget>

// Points met of points there were, a bar for each tier or topic, in one column or more.
class ShareBars final : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBars(int columns, QWidget *parent = nullptr);

    void setShares(const QList<InterviewShare> &shares);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int rows() const;

    int m_columns;
    QList<InterviewShare> m_shares;
};
