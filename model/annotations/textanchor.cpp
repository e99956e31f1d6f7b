// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/textanchor.h"

namespace {

constexpr qsizetype contextLength = 32;

} // namespace

TextAnchor makeAnchor(const QString &text, TextRange range)
{
    const qsizetype before = qMax<qsizetype>(0, range.start - contextLength);
    return {text.sliced(range.start, range.length), text.sliced(before, range.start - before),
            text.mid(range.start + range.length, contextLength), range.start};
}

std::optional<TextRange> placeAnchor(const QString &text, const TextAnchor &anchor)
{
    if (anchor.quote.isEmpty())
        return std::nullopt;
    if (text.mid(anchor.position, anchor.quote.size()) == anchor.quote)
        return TextRange{anchor.position, anchor.quote.size()};
    const qsizetype found = text.indexOf(anchor.prefix + anchor.quote + anchor.suffix);
    if (found < 0)
        return std::nullopt;
    return TextRange{found + anchor.prefix.size(), anchor.quote.size()};
}
