// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

// What this program is, which version, and under which licence.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    // `collectionPath` is where the user's work is kept.
    explicit AboutDialog(const QString &collectionPath, QWidget *parent = nullptr);
};
