// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

// Pages use Space, Enter and arrows as shortcuts. This leaves those keys to the widget that has the
// focus where it needs them: Space and Enter press a focused button, arrows move in a text.
class ShortcutGuard final : public QObject
{
    Q_OBJECT

public:
    // Watches the whole application for as long as it lives.
    explicit ShortcutGuard(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};
