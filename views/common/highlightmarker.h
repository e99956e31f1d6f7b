// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/highlightstore.h"

#include <QAbstractButton>

// The number of a highlight in its colour, in the margin of an answer and in lists.
class HighlightMarker final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit HighlightMarker(QWidget *parent = nullptr);

    void setHighlight(int number, const Highlight &highlight);

    // Whether it stands out, as its passage does.
    void setLit(bool lit);

    QSize sizeHint() const override;

signals:
    void pointed(bool at); // the mouse came, or left
    void focused();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    HighlightColor m_color = HighlightColor::Yellow;
    bool m_lit = false;
};

// A marker's box with its number, for delegates too.
void paintHighlightMarker(QPainter &painter, const QRect &box, int number, HighlightColor color,
                          bool lit, const QPalette &palette);
