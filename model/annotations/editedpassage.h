// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/passagefit.h"

// Where the words of a quote are that were edited, in a squeezed text, as whole words; nothing
// rather than a doubtful place.
std::optional<TextRange> placeEditedPassage(const QString &page, const SoughtPassage &sought);
