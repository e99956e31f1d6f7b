// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QWidget>

// Shown instead of the main window when the collection cannot be opened: what happened, to which
// file, what was kept, and what to do.
class ProblemWindow final : public QWidget
{
    Q_OBJECT

public:
    ProblemWindow(const Error &error, const QString &folder, QWidget *parent = nullptr);
};
