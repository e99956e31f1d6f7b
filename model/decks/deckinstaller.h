// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QString>

class Database;

// What installing a deck file did. Code drills have a place of their own, so the figures, as those
// of lists, leave them out.
struct Installation
{
    enum class Outcome { Unchanged, Installed, Upgraded };

    Outcome outcome = Outcome::Unchanged;
    QString title;   // of the deck
    QString version; // that is installed now
    int added = 0;   // questions it did not have before, those that are back among them
    int changed = 0; // others that it words otherwise
    int retired = 0; // those it no longer has; kept where the user has anything on them

    bool operator==(const Installation &) const = default;
};

// Copies the deck file at `deckPath` into a collection, in one transaction, or upgrades what is
// installed there when the file is newer: a higher version, or the same version built differently.
//
// Rows are matched by key. What the user made is never touched; a question or topic that the new
// deck lacks is kept, marked as retired, if the user has anything on it, and removed otherwise. The
// old words of a question that changed are kept, see QuestionUpdate.
Result<Installation> installDeck(const Database &collection, const QString &deckPath);
