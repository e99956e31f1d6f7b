// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QString>

// Writes `text` as UTF-8 to `path`. An earlier file there is replaced only by a complete new one.
Status writeTextFile(const QString &path, const QString &text);
// The same for bytes.
Status writeFile(const QString &path, const QByteArray &bytes);
