// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/searchquery.h"

#include <QString>

#include <optional>

// What finds a passage again in a text that may have changed: its words, what stood around them,
// and where. The first three are a TextQuoteSelector of the Web Annotation model:
// https://www.w3.org/TR/annotation-model/#text-quote-selector
struct TextAnchor
{
    QString quote;
    QString prefix;         // what stood right before the quote: 32 characters, or up to 256 where
    QString suffix;         // the text repeats itself; and right after it
    qsizetype position = 0; // of the quote, in UTF-16 units

    bool operator==(const TextAnchor &) const = default;
};

// The anchor of `range`, which lies within `text` and is not empty.
TextAnchor makeAnchor(const QString &text, TextRange range);

// Where in `text` the anchor's passage is now; nothing rather than a doubtful place. White space
// may have changed. Where the passage itself was edited, the range is of whole words.
std::optional<TextRange> placeAnchor(const QString &text, const TextAnchor &anchor);
