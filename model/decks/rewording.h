// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QString>

class Database;

// Keeps, in the table question_update, the words of those questions that the attached deck `pack`
// words otherwise, so that the learner can be shown what changed. Call it in the transaction of the
// merge, before that. `deckKey` is the deck's key, "django".
//
// What the learner has not looked at yet stays what it is compared with, however many versions come
// in between; should its words come back, nothing has changed. Marks of type, addresses of links
// and line breaks within a paragraph are no words. Returns how many questions of the deck, drills
// aside, have something to show that they had not.
Result<int> keepOldWords(const Database &collection, const QString &deckKey);
