// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/spacing.h"

#include <QWidget>

class GradeButton;

// The four grades across the foot of a session; the suggested one is filled and has the focus.
class GradeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit GradeBar(QWidget *parent = nullptr);

    void setSuggestion(Rating rating);
    // What each grade leads to, Again first; a wait of 0 is not shown.
    void setOutcomes(const std::array<Outcome, 4> &outcomes);

    Rating suggestion() const { return m_suggestion; }

    void focusSuggestion();
    bool hasFocusInside() const;

signals:
    void graded(Rating rating);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    GradeButton *m_buttons[5] = {}; // by Rating; [0] is unused
    Rating m_suggestion = Rating::Good;
};
