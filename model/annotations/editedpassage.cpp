// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/editedpassage.h"

#include "model/annotations/textalignment.h"

#include <algorithm>

namespace {

// The share of an edited quote that has to be left unless few edits made it what it is; with less,
// the better part may be elsewhere.
constexpr double mostOfIt = 0.75;

// Characters of a quote that are found close together.
struct Cluster
{
    qsizetype quoteStart = 0;
    qsizetype quoteEnd = 0;
    qsizetype start = 0;
    qsizetype end = 0;
    qsizetype weight = 0; // how many
};

QList<Cluster> clustersOf(const QList<qsizetype> &places)
{
    // In a long quote, chance finds shorter runs anywhere.
    const qsizetype shortest = places.size() < tellingSide ? 2 : 4;
    constexpr qsizetype close = 8; // a word
    QList<Cluster> clusters;
    for (qsizetype i = 0; i < places.size();) {
        const qsizetype first = i;
        while (++i < places.size() && places.at(i - 1) >= 0 &&
               places.at(i) == places.at(i - 1) + 1) {
        }
        const Cluster run{first, i, places.at(first), places.at(first) + i - first, i - first};
        if (run.start < 0 || run.weight < shortest)
            continue;
        if (clusters.isEmpty() || run.start - clusters.constLast().end > close ||
            run.quoteStart - clusters.constLast().quoteEnd > close) {
            clusters.append(run);
            continue;
        }
        clusters.last().quoteEnd = run.quoteEnd;
        clusters.last().end = run.end;
        clusters.last().weight += run.weight;
    }
    return clusters;
}

// Where the context around an edited quote ends in the text, if it is known.
struct Bounds
{
    qsizetype left = -1;
    qsizetype right = -1;
};

// Whether what came right before or after the quote is within `passage`, which then reaches too
// far.
bool holdsContext(QStringView passage, const SoughtPassage &sought)
{
    const auto holds = [&](const QString &part) {
        return part.size() >= tellingRun && passage.contains(part) && !sought.quote.contains(part);
    };
    for (qsizetype size = tellingRun; size <= contextLengths[0]; size += 4) {
        if (holds(sought.left.right(size)) || holds(sought.right.left(size)))
            return true;
    }
    return false;
}

// The passage that an edited quote has become, if enough of it is there: without what
// chance found far from the rest, and with words that the edit cut into.
std::optional<TextRange> passageOf(const QList<qsizetype> &places, const QString &page,
                                   const SoughtPassage &sought, Bounds bounds, bool isClear)
{
    constexpr qsizetype few = 12;
    const double least = isClear ? 0.5 : mostOfIt;
    const qsizetype size = places.size();
    QList<Cluster> clusters = clustersOf(places);
    const auto isChance = [size](const Cluster &end, qsizetype gap, qsizetype missing,
                                 qsizetype toContext) {
        const bool touches = toContext == 0 || toContext == 1;
        if (touches && end.weight >= tellingRun / 2 && gap <= 2 * missing + few)
            return false;
        const qsizetype little = size < tellingSide ? size / 2 : size / 4;
        return end.weight < qMin(tellingRun, size / 4) || (end.weight < gap && end.weight < little);
    };
    const auto startsByChance = [&] {
        const Cluster &first = clusters.constFirst();
        const Cluster &next = clusters.at(1);
        return isChance(first, next.start - first.end, next.quoteStart - first.quoteEnd,
                        bounds.left < 0 ? -1 : first.start - bounds.left);
    };
    const auto endsByChance = [&] {
        const Cluster &last = clusters.constLast();
        const Cluster &former = clusters.at(clusters.size() - 2);
        return isChance(last, last.start - former.end, last.quoteStart - former.quoteEnd,
                        bounds.right < 0 ? -1 : bounds.right - last.end);
    };
    while (clusters.size() > 1 && startsByChance())
        clusters.removeFirst();
    while (clusters.size() > 1 && endsByChance())
        clusters.removeLast();
    qsizetype kept = 0;
    for (const Cluster &cluster : std::as_const(clusters))
        kept += cluster.weight;
    if (double(kept) < least * double(size))
        return std::nullopt;

    qsizetype start = clusters.constFirst().start;
    qsizetype end = clusters.constLast().end;
    // A few characters between the context and what was found are what was edited.
    const qsizetype head = clusters.constFirst().quoteStart;
    const qsizetype tail = size - clusters.constLast().quoteEnd;
    if (bounds.left >= 0 && head > 0 && head <= few && bounds.left <= start &&
        start - bounds.left <= head + few)
        start = bounds.left;
    else if (head > 0 && bounds.left >= 0 && !isClear)
        return std::nullopt; // it may be elsewhere
    else if (start > 0 && isWord(page.at(start - 1)) && isWord(page.at(start))) {
        const qsizetype cut = start;
        while (start > 0 && isWord(page.at(start - 1)))
            --start;
        qsizetype rest = cut;
        while (rest < end && isWord(page.at(rest)))
            ++rest;
        if (cut - start > rest - cut) // most of it is another word
            start = rest;
    }
    if (bounds.right >= 0 && tail > 0 && tail <= few && bounds.right >= end &&
        bounds.right - end <= tail + few)
        end = bounds.right;
    else if (tail > 0 && bounds.right >= 0 && !isClear)
        return std::nullopt;
    else if (end < page.size() && isWord(page.at(end)) && isWord(page.at(end - 1))) {
        const qsizetype cut = end;
        while (end < page.size() && isWord(page.at(end)))
            ++end;
        qsizetype rest = cut;
        while (rest > start && isWord(page.at(rest - 1)))
            --rest;
        if (end - cut > cut - rest)
            end = rest;
    }
    while (start < end && page.at(start).isSpace())
        ++start;
    while (end > start && page.at(end - 1).isSpace())
        --end;
    if (double(end - start) < least * double(size) ||
        holdsContext(QStringView(page).sliced(start, end - start), sought))
        return std::nullopt;
    return TextRange{start, end - start};
}

// The best place of words that were edited, found with their context.
std::optional<TextRange> placeEdited(const QString &page, const SoughtPassage &sought)
{
    const QString whole = sought.left + sought.quote + sought.right;
    const auto found = alignWithin(whole, page, int(whole.size() * 2 / 5));
    if (!found)
        return std::nullopt;
    const qsizetype left = sought.left.size();
    const qsizetype size = sought.quote.size();
    Bounds bounds;
    if (left > 0 && found->places.at(left - 1) >= 0)
        bounds.left = found->places.at(left - 1) + 1;
    if (!sought.right.isEmpty())
        bounds.right = found->places.at(left + size);
    // Too few for anything else of the text that the anchor was made on.
    const bool isClear = found->distance(0, whole.size()) <= mostEdits;
    const auto range = passageOf(found->places.sliced(left, size), page, sought, bounds, isClear);
    if (!range)
        return std::nullopt;
    PassageFit fit = fitAt(page, *range, sought);
    fit.quote = found->distance(left, size);
    if (!sought.left.isEmpty())
        fit.left = found->distance(0, left);
    if (!sought.right.isEmpty())
        fit.right = found->distance(left + size, sought.right.size());
    const PassageEvidence evidence = evidenceOf(fit, sought);
    // Where nothing follows as before, the end itself has to be as it was.
    const QStringView passage = QStringView(page).sliced(range->start, range->length);
    if (evidence != PassageEvidence::BothSides &&
        ((fit.leftRun < tellingRun && !passage.startsWith(sought.quote.left(tellingRun))) ||
         (fit.rightRun < tellingRun && !passage.endsWith(sought.quote.right(tellingRun)))))
        return std::nullopt;
    const bool certain = isClear && evidence == PassageEvidence::BothSides;
    if (evidence == PassageEvidence::None || (!certain && isTorn(page, fit, sought)) ||
        isRivalled(page, fit, sought) || passage.contains(sought.quote))
        return std::nullopt;
    return range;
}

// The one place of a side, almost as it was.
std::optional<TextRange> placeSide(const QString &page, const QString &side)
{
    if (side.size() < tellingSide)
        return std::nullopt;
    const auto found = alignWithin(side, page, fewEdits);
    if (!found)
        return std::nullopt;
    TextRange range;
    range.start = *std::find_if(found->places.cbegin(), found->places.cend(),
                                [](qsizetype place) { return place >= 0; });
    range.length =
        *std::max_element(found->places.cbegin(), found->places.cend()) + 1 - range.start;
    if (distanceElsewhere(side, page, range, 2 * fewEdits) <= 2 * fewEdits)
        return std::nullopt;
    return range;
}

// Where both sides still are, and what is between them is still much the same.
std::optional<TextRange> placeBetween(const QString &page, const SoughtPassage &sought)
{
    if (sought.quote.size() < tellingSide)
        return std::nullopt; // too little to tell whether it is much the same
    const auto left = placeSide(page, sought.left);
    const auto right = placeSide(page, sought.right);
    if (!left || !right)
        return std::nullopt;
    const qsizetype start = left->start + left->length;
    const qsizetype size = sought.quote.size();
    const qsizetype gap = right->start - start;
    constexpr qsizetype sentence = 200;
    if (gap < qMax<qsizetype>(2, size / 4) || gap > 2 * size + qMin(size, sentence))
        return std::nullopt;
    QList<qsizetype> places = alignWhole(sought.quote, QStringView(page).sliced(start, gap)).places;
    for (qsizetype &place : places)
        place += place < 0 ? 0 : start;
    const auto range = passageOf(places, page, sought, {start, right->start}, false);
    if (!range || isTorn(page, fitAt(page, *range, sought), sought))
        return std::nullopt;
    return range;
}

} // namespace

std::optional<TextRange> placeEditedPassage(const QString &page, const SoughtPassage &sought)
{
    const auto range = placeEdited(page, sought);
    return range ? range : placeBetween(page, sought);
}
