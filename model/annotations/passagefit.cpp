// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/passagefit.h"

#include "model/annotations/textalignment.h"

#include <algorithm>

namespace {

// Less may follow the same context by chance.
constexpr qsizetype tellingWord = 8;

// The edits by which `side` differs from what is next to a quote, `next`, both read away from it.
// Where the text ended at the quote, it still has to.
int sideEdits(QStringView side, QStringView next)
{
    if (side.isEmpty())
        return next.isEmpty() ? 0 : 1;
    return distanceAtStart(side, next.left(side.size() * 3 / 2), int(side.size() / 2));
}

QString reversed(QStringView text)
{
    QString copy = text.toString();
    std::reverse(copy.begin(), copy.end());
    return copy;
}

qsizetype runOf(QStringView side, QStringView next)
{
    const auto ends = std::mismatch(side.cbegin(), side.cend(), next.cbegin(), next.cend());
    return ends.first - side.cbegin();
}

} // namespace

SqueezedText::SqueezedText(QStringView source)
{
    text.reserve(source.size());
    origins.reserve(source.size() + 1);
    for (qsizetype i = 0; i < source.size(); ++i) {
        const bool space = source.at(i).isSpace();
        if (space && text.endsWith(u' '))
            continue;
        text.append(space ? QChar(u' ') : source.at(i));
        origins.append(i);
    }
    origins.append(source.size());
}

qsizetype SqueezedText::indexOf(qsizetype origin) const
{
    return std::lower_bound(origins.cbegin(), origins.cend(), origin) - origins.cbegin();
}

TextRange SqueezedText::source(TextRange range) const
{
    const qsizetype start = origins.at(range.start);
    return {start, origins.at(range.start + range.length - 1) + 1 - start};
}

SoughtPassage::SoughtPassage(const TextAnchor &anchor)
{
    const QString core = anchor.quote.trimmed();
    const qsizetype at = anchor.quote.indexOf(core);
    lead = anchor.quote.left(at);
    trail = anchor.quote.sliced(at + core.size());
    left = SqueezedText(anchor.prefix + lead).text;
    if (left.startsWith(u' '))
        left.remove(0, 1);
    right = SqueezedText(trail + anchor.suffix).text;
    if (right.endsWith(u' '))
        right.chop(1);
    quote = SqueezedText(core).text;
    const auto isUsual = [](const QString &context) { // a space of the quote's own may be there
        const qsizetype size = SqueezedText(context).text.size();
        return size <= contextLengths[0] + 1 && size != cutContext && size != cutContext + 1;
    };
    alone = isUsual(anchor.prefix) || isUsual(anchor.suffix);
}

PassageEvidence evidenceOf(const PassageFit &fit, const SoughtPassage &sought)
{
    const auto agrees = [](int edits, qsizetype size) { return edits <= size / 3; };
    const auto tells = [&fit](int edits, qsizetype run, qsizetype size) {
        return size >= tellingSide && edits + fit.quote <= fewEdits && run >= tellingRun;
    };
    const qsizetype size = sought.quote.size();
    const bool word = size + qMin(fit.leftRun, fit.rightRun) >= tellingWord;
    const qsizetype left = sought.left.size();
    const qsizetype right = sought.right.size();
    const int sides = fit.left + fit.right;

    if (agrees(fit.quote, size) && left + size + right >= tellingSide && sides <= mostEdits &&
        agrees(fit.left, left) && agrees(fit.right, right))
        return PassageEvidence::BothSides;
    if (word && fit.quote <= size / 8 &&
        (tells(fit.left, fit.leftRun, left) || tells(fit.right, fit.rightRun, right)))
        return PassageEvidence::OneSide;
    if (sought.alone && size >= tellingQuote && fit.quote <= qMin<qsizetype>(fewEdits, size / 16))
        return PassageEvidence::Quote;
    return PassageEvidence::None;
}

PassageFit fitAt(const QString &page, TextRange range, const SoughtPassage &sought)
{
    const qsizetype near = qMin(range.start, sought.left.size() * 3 / 2 + 1);
    const QString before = reversed(QStringView(page).sliced(range.start - near, near));
    const QStringView after = QStringView(page).sliced(range.start + range.length);
    const QString left = reversed(sought.left);
    PassageFit fit;
    fit.range = range;
    fit.left = sideEdits(left, before);
    fit.right = sideEdits(sought.right, after);
    fit.leftRun = runOf(left, before);
    fit.rightRun = runOf(sought.right, after);
    return fit;
}

bool isWord(QChar character)
{
    return character.isLetterOrNumber() || character.isMark() || character.isSurrogate() ||
           character == u'_';
}

int distanceElsewhere(QStringView sought, QStringView text, TextRange taken, int limit)
{
    const int before = distanceWithin(sought, text.left(taken.start), limit);
    return qMin(before, distanceWithin(sought, text.sliced(taken.start + taken.length), limit));
}

bool isTorn(const QString &page, const PassageFit &fit, const SoughtPassage &sought)
{
    // As whole words, the fit of an edited quote may reach a little over its ends.
    constexpr qsizetype reach = 24;
    const QStringView text(page);
    const QStringView before = text.first(qMax<qsizetype>(0, fit.range.start - reach));
    const QStringView after =
        text.sliced(qMin(text.size(), fit.range.start + fit.range.length + reach));
    // Just more of the side than what the fit has of it.
    const auto isElsewhere = [&](qsizetype run, const QString &side, auto seamOf) {
        constexpr qsizetype least = 3;
        const qsizetype size = qMax(least, run + 1);
        if (side.size() < size)
            return false;
        const QString seam = seamOf(size);
        return before.contains(seam) || after.contains(seam);
    };
    return isElsewhere(fit.leftRun, sought.left,
                       [&](qsizetype size) {
                           return sought.left.right(size) + sought.quote.left(tellingRun);
                       }) ||
           isElsewhere(fit.rightRun, sought.right, [&](qsizetype size) {
               return sought.quote.right(tellingRun) + sought.right.left(size);
           });
}

bool isRivalled(const QString &page, const PassageFit &fit, const SoughtPassage &sought)
{
    const PassageEvidence evidence = evidenceOf(fit, sought);
    const bool both = evidence == PassageEvidence::BothSides;
    const bool one = evidence == PassageEvidence::OneSide;
    const bool leftCounts = both || (one && fit.left <= fit.right);
    const bool rightCounts = both || (one && !leftCounts);
    const QString left = leftCounts ? sought.left : QString();
    const QString right = rightCounts ? sought.right : QString();
    const int edits = fit.quote + (leftCounts ? fit.left : 0) + (rightCounts ? fit.right : 0);
    const int least = edits == 0 ? 1 : 2 * edits + 4;
    const qsizetype start = qMax<qsizetype>(0, fit.range.start - left.size());
    const qsizetype end = qMin(page.size(), fit.range.start + fit.range.length + right.size());
    return distanceElsewhere(left + sought.quote + right, page, {start, end - start}, least) <
           least;
}
