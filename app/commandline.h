// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/appearance.h"

#include <QString>
#include <QStringList>

#include <optional>

// What the command line asks for.
struct CommandLine
{
    enum class Task { Window, Tour, Check, Help, Version, Refuse };

    Task task = Task::Window;
    QString refusal;    // why, for Refuse
    QString dataFolder; // empty for the system's place
    QString tourFolder;
    QString questionKey;
    std::optional<int> page; // a PageIndex
    std::optional<Theme> theme;
};

// Needs no application object.
CommandLine parseCommandLine(const QStringList &arguments);

// What --help prints. Needs an application object.
QString commandLineHelp();
