// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

#include <array>

// How many questions each of the next seven days asks for. The arrow keys go from day to day.
class WeekChart final : public QWidget
{
    Q_OBJECT

public:
    explicit WeekChart(QWidget *parent = nullptr);

    // From `today` on.
    void setWeek(const std::array<int, 7> &counts, const QDate &today);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString dayText(int day) const;
    void choose(int day);

    std::array<int, 7> m_counts{};
    QDate m_today;
    int m_chosen = 0;
};
