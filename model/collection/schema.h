// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QString>

class Database;

// Written into each file, so that neither is taken for the other or for something else.
inline constexpr int collectionApplicationId = 0x5753434C; // "WSCL"
inline constexpr int deckApplicationId = 0x5753444B;       // "WSDK"

// PRAGMA user_version of the files this program writes.
inline constexpr int collectionSchemaVersion = 6;
inline constexpr int deckSchemaVersion = 3;

// The text of resources/schema/`name`.sql: "collection/1" takes a collection from nothing to
// version 1.
Result<QByteArray> sqlScript(const QString &name);

// That the file at `path` has format `found`, and this program reads none above `known`.
Error newerVersionError(const QString &path, int found, int known);

// Takes a collection from whatever version it has to `target`, each step in a transaction of its
// own: a step that fails changes nothing. A newer file is refused with Error::Kind::TooNew.
Status migrateCollection(const Database &database, int target = collectionSchemaVersion);
