// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QGridLayout;
class QVBoxLayout;
class Settings;

// How the window looks and reads. Every change counts at once; there is nothing to confirm.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    // `settings` must outlive the dialog.
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);

    // Adds a part below the others, under its title.
    void addSection(const QString &title, QWidget *section);

signals:
    void appearanceChanged(); // theme, fonts or sizes in the settings are new

private:
    QComboBox *addChoice(QGridLayout *grid, const QString &name, const QString &objectName);

    Settings &m_settings;
    QVBoxLayout *m_sections;
};
