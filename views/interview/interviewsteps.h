// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class MockInterview;

// All questions of a running interview: what was asked with its time, the one at hand, and of those
// to come no more than the tier.
class InterviewSteps final : public QWidget
{
    Q_OBJECT

public:
    explicit InterviewSteps(QWidget *parent = nullptr);

    void show(const MockInterview &interview);

    // Where the row of the question at hand is.
    QRect currentRow() const { return rowRect(m_current); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Step
    {
        bool asked = false;
        QString icon; // empty for one to come, or with no answer
        QString label;
        QString time;
    };

    QRect rowRect(qsizetype row) const;

    QList<Step> m_steps;
    int m_current = 0;
};
