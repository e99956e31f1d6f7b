// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

// What is left of a time: a figure, and a bar that fills as it is used. Rust in the last minute,
// and counting up after it, because nothing is cut off.
class InterviewClock final : public QWidget
{
    Q_OBJECT

public:
    enum class Size { Large, Small };

    InterviewClock(const QString &caption, Size size, QWidget *parent = nullptr);

    // Both in milliseconds.
    void setTime(qint64 spent, qint64 allowed);

    // "3:12", or "+0:12" after the time.
    const QString &figure() const { return m_figure; }

    bool isUrgent() const { return m_urgent; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont figureFont() const;

    QString m_caption;
    Size m_size;
    QString m_figure;
    QString m_suffix;
    int m_used = 0; // thousandths
    bool m_urgent = false;
};
