// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/box.h"
#include "views/progress/progressfigures.h"

class ChartStack;
class QLabel;
class ReadinessChart;

// How ready the learner is, in one figure and as a line through the days.
class ReadinessBox final : public Box
{
    Q_OBJECT

public:
    explicit ReadinessBox(QWidget *parent = nullptr);

    void setFigures(const ProgressFigures &figures, const DayRange &range);

    ChartStack *stack() const { return m_stack; }

    ReadinessChart *chart() const { return m_chart; }

signals:
    void explanationRequested();

private:
    QWidget *buildFigures();

    ReadinessChart *m_chart;
    ChartStack *m_stack;
    QLabel *m_figure;
    QLabel *m_meaning;
    QLabel *m_change;
    QLabel *m_likely;
};

// Three lines on what the figure is and where the forecast comes from.
QString readinessExplanation();

// "+9 in the last seven days" and "81% likely by 5 November"; empty where there is nothing to say.
QString changeText(const ProgressFigures &figures);
QString likelyText(const ProgressFigures &figures);
