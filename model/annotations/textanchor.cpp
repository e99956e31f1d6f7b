// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/textanchor.h"

#include "model/annotations/editedpassage.h"

#include <algorithm>

namespace {

// Whether a part of the text is unlike everything else in it.
bool isAlone(const SqueezedText &page, TextRange part)
{
    const QStringView sought = QStringView(page.text).sliced(part.start, part.length);
    const int least = qMin(distinction, int(sought.size() / 3));
    return distanceElsewhere(sought, page.text, part, least) >= least;
}

// Whether an end of the quote that was a word's end still is, and the other way round.
bool keepsEdges(const QString &page, TextRange range, const SoughtPassage &sought)
{
    const auto inWord = [](QStringView before, QStringView after) {
        return !before.isEmpty() && !after.isEmpty() && isWord(before.back()) &&
               isWord(after.front());
    };
    const QStringView text(page);
    const qsizetype end = range.start + range.length;
    return inWord(sought.left, sought.quote) ==
               inWord(text.first(range.start), text.sliced(range.start)) &&
           inWord(sought.quote, sought.right) == inWord(text.first(end), text.sliced(end));
}

// The places of the very words, best first.
QList<PassageFit> exactFits(const QString &page, const SoughtPassage &sought)
{
    QList<qsizetype> starts;
    for (qsizetype at = page.indexOf(sought.quote); at >= 0;
         at = page.indexOf(sought.quote, at + 1))
        starts.append(at);
    // So many are only looked at where something next to them is as it was.
    constexpr qsizetype many = 64;
    constexpr qsizetype next = 4;
    QList<PassageFit> fits;
    for (qsizetype start : std::as_const(starts)) {
        const QStringView after = QStringView(page).sliced(start + sought.quote.size());
        if (starts.size() > many &&
            !QStringView(page).first(start).endsWith(sought.left.right(next)) &&
            !after.startsWith(sought.right.left(next)))
            continue;
        fits.append(fitAt(page, {start, sought.quote.size()}, sought));
    }
    std::sort(fits.begin(), fits.end(), [&sought](const PassageFit &a, const PassageFit &b) {
        const PassageEvidence of = evidenceOf(a, sought);
        const PassageEvidence than = evidenceOf(b, sought);
        return of != than ? of > than : a.edits() < b.edits();
    });
    return fits;
}

// Whether another place of the very words could be the right one as well.
bool isDoubtful(const PassageFit &best, const PassageFit &other, const SoughtPassage &sought)
{
    const PassageEvidence evidence = evidenceOf(best, sought);
    const PassageEvidence others = evidenceOf(other, sought);
    if (others == PassageEvidence::BothSides)
        return other.edits() - best.edits() < 2;
    if (others == evidence || (others != PassageEvidence::None && best.edits() > fewEdits))
        return true;
    const bool left = best.left > best.right; // the side that is not like before
    const qsizetype run = left ? best.leftRun : best.rightRun;
    const qsizetype otherRun = left ? other.leftRun : other.rightRun;
    const bool phrase = sought.quote.size() >= tellingRun;
    const bool hasMore = otherRun >= tellingRun && otherRun > run;
    return evidence == PassageEvidence::OneSide ? phrase || hasMore
                                                : hasMore && best.edits() > fewEdits;
}

// A place of the very words, with the white space that the quote had at its ends where it still is.
TextRange withEnds(const QString &text, TextRange range, const SoughtPassage &sought)
{
    const QStringView whole(text);
    if (whole.first(range.start).endsWith(sought.lead)) {
        range.start -= sought.lead.size();
        range.length += sought.lead.size();
    }
    if (whole.sliced(range.start + range.length).startsWith(sought.trail))
        range.length += sought.trail.size();
    return range;
}

bool isUnchanged(QStringView text, const TextAnchor &anchor)
{
    if (anchor.position < anchor.prefix.size() || anchor.position > text.size())
        return false;
    const qsizetype start = anchor.position - anchor.prefix.size();
    const QString whole = anchor.prefix + anchor.quote + anchor.suffix;
    return text.sliced(start).startsWith(whole);
}

// The shortest context on a side that is unlike everything else; `context` gives the one of so many
// characters. One that never is gets cut short, so that nobody relies on it.
template <typename Context>
TextRange tellingContext(const SqueezedText &page, bool alone, Context context)
{
    for (qsizetype length : contextLengths) {
        const TextRange range = context(length);
        if ((alone || length > contextLengths[0]) && isAlone(page, range))
            return range;
    }
    return context(cutContext);
}

} // namespace

TextAnchor makeAnchor(const QString &text, TextRange range)
{
    const SqueezedText page(text);
    const qsizetype start = page.indexOf(range.start);
    const qsizetype end = page.indexOf(range.start + range.length);
    // A quote that is not unlike the rest gets more than the usual context, which also tells
    // placeAnchor() not to trust it alone.
    const bool alone = end - start < tellingQuote || isAlone(page, {start, end - start});
    const TextRange left = tellingContext(page, alone, [&](qsizetype length) {
        const qsizetype from = qMax<qsizetype>(0, start - length);
        return TextRange{from, start - from};
    });
    const TextRange right = tellingContext(page, alone, [&](qsizetype length) {
        const qsizetype to = qMin(page.text.size(), end + length);
        return TextRange{end, to - end};
    });
    qsizetype from = qMin(page.origins.at(left.start), range.start);
    qsizetype to = qMax(page.origins.at(right.start + right.length), range.start + range.length);
    if (from < range.start && text.at(from).isLowSurrogate())
        ++from;
    if (to > range.start + range.length && text.at(to - 1).isHighSurrogate())
        --to;
    return {text.sliced(range.start, range.length), text.sliced(from, range.start - from),
            text.sliced(range.start + range.length, to - range.start - range.length), range.start};
}

std::optional<TextRange> placeAnchor(const QString &text, const TextAnchor &anchor)
{
    if (anchor.quote.isEmpty())
        return std::nullopt;
    if (isUnchanged(text, anchor))
        return TextRange{anchor.position, anchor.quote.size()};
    const SoughtPassage sought(anchor);
    if (sought.quote.isEmpty())
        return std::nullopt; // white space alone is everywhere
    const SqueezedText page(text);
    const QList<PassageFit> fits = exactFits(page.text, sought);
    if (!fits.isEmpty() && evidenceOf(fits.constFirst(), sought) != PassageEvidence::None) {
        const PassageFit &best = fits.constFirst();
        const bool doubtful =
            std::any_of(fits.cbegin() + 1, fits.cend(),
                        [&](const PassageFit &other) { return isDoubtful(best, other, sought); });
        const bool cut = evidenceOf(best, sought) != PassageEvidence::BothSides &&
                         sought.quote.size() < tellingQuote &&
                         !keepsEdges(page.text, best.range, sought);
        if (doubtful || cut || isTorn(page.text, best, sought) ||
            isRivalled(page.text, best, sought))
            return std::nullopt;
        return withEnds(text, page.source(best.range), sought);
    }
    // These very words are somewhere, if not where anything speaks for them.
    if (sought.quote.size() >= tellingRun && !fits.isEmpty())
        return std::nullopt;
    const auto range = placeEditedPassage(page.text, sought);
    if (!range)
        return std::nullopt;
    const TextRange found = page.source(*range);
    const bool same = page.text.mid(range->start, range->length) == sought.quote;
    return same ? withEnds(text, found, sought) : found;
}
