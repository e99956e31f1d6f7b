// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QString>

class Database;

// Keeps one of the settings that describe the person's study, in the collection's table `setting`.
// To be called inside a change of the WriteQueue.
Status keepSetting(const Database &database, const QString &key, const QString &value);
