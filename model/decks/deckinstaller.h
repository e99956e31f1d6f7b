// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QString>

class Database;

// What installing a deck file did.
enum class Installation { Unchanged, Installed, Upgraded };

// Copies the deck file at `deckPath` into a collection, in one transaction, or upgrades what is
// installed there when the file is newer: a higher version, or the same version built differently.
//
// Rows are matched by key. What the user made is never touched; a question or topic that the new
// deck lacks is kept, marked as retired, if the user has anything on it, and removed otherwise.
Result<Installation> installDeck(const Database &collection, const QString &deckPath);
