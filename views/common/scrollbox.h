// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/box.h"

class QScrollArea;

// A box whose content scrolls inside of it where there is more than fits, so that its border is
// always whole. It takes the keyboard only then.
class ScrollBox final : public Box
{
    Q_OBJECT

public:
    // `name` is what a screen reader calls it.
    explicit ScrollBox(const QString &name, QWidget *parent = nullptr);

    // Where content goes.
    QVBoxLayout *inside() const { return m_inside; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QScrollArea *m_area;
    QVBoxLayout *m_inside;
};
