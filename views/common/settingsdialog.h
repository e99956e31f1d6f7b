// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QGridLayout;
class Settings;

// How the window looks and reads. Every change counts at once; there is nothing to confirm.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    // `settings` must outlive the dialog.
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);

signals:
    void appearanceChanged(); // theme, fonts or sizes in the settings are new

private:
    QComboBox *addChoice(QGridLayout *grid, const QString &name, const QString &objectName);

    Settings &m_settings;
};
