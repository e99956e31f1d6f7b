// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/scheduler.h"

#include <QWidget>

// How a list of questions divides into topics: one bar, and a legend below it. Small topics are
// counted together.
class TopicBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopicBar(QWidget *parent = nullptr);

    // The largest first.
    void setTopics(const QList<TopicCount> &topics);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<TopicCount> m_parts;
};
