// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/progressstore.h"

#include <QDialog>

// The sittings of one day.
class DayDialog final : public QDialog
{
    Q_OBJECT

public:
    // `title` names the day; `sessions` may be empty.
    DayDialog(const QString &title, const QList<PastSession> &sessions, QWidget *parent = nullptr);
};
