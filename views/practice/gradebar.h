// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/review.h"

#include <QWidget>

class QPushButton;

// The four grades across the foot of a session; the suggested one is filled and has the focus.
class GradeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit GradeBar(QWidget *parent = nullptr);

    void setSuggestion(Rating rating);

    Rating suggestion() const { return m_suggestion; }

    void focusSuggestion();
    bool hasFocusInside() const;

signals:
    void graded(Rating rating);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *m_buttons[5] = {}; // by Rating; [0] is unused
    Rating m_suggestion = Rating::Good;
};
