// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/box.h"

class ChartStack;
class QHBoxLayout;
class QLabel;

// A box with a title, a line below it, and a chart that can be read as a table instead.
class ChartBox final : public Box
{
    Q_OBJECT

public:
    // `name` begins the names of its parts. Takes ownership of the chart, which fills the box's
    // whole width if it is a list.
    ChartBox(const QString &name, const QString &title, QWidget *chart, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &text);

    // Room below the title, at the right.
    QHBoxLayout *head() const { return m_head; }

    ChartStack *stack() const { return m_stack; }

private:
    QHBoxLayout *m_head;
    QLabel *m_title;
    QLabel *m_subtitle;
    ChartStack *m_stack;
};
