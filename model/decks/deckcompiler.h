// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/decks/decksource.h"
#include "model/result.h"

// Writes `deck`, which must be free of problems, to an SQLite file at `path`, replacing what is
// there only once the new file is whole. The same deck always gives the same bytes.
Status compileDeck(const Deck &deck, const QString &path);
