// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/worddiff.h"

#include <QHash>
#include <QStringList>

#include <dtl/dtl.hpp>

#include <algorithm>
#include <vector>

namespace {

using Kind = DiffPart::Kind;

// Lines that share less than this much of their words are different lines.
constexpr double likeness = 0.5;
// A kept stretch of at most so many words may be given up between two changes.
constexpr int wordsToGiveUp = 2;

// Numbers instead of texts, so that comparing costs next to nothing.
using Numbers = std::vector<int>;

class Numbering
{
public:
    Numbers of(const QStringList &texts)
    {
        Numbers numbers;
        numbers.reserve(size_t(texts.size()));
        for (const QString &text : texts) {
            const auto known = m_numbers.constFind(text);
            numbers.push_back(known != m_numbers.cend() ? *known : int(m_numbers.size()));
            if (known == m_numbers.cend())
                m_numbers.insert(text, numbers.back());
        }
        return numbers;
    }

private:
    QHash<QString, int> m_numbers;
};

// What happened to each text on the way from `before` to `after`.
QList<DiffPart> compare(const QStringList &before, const QStringList &after)
{
    Numbering numbering;
    const Numbers from = numbering.of(before);
    const Numbers to = numbering.of(after);
    dtl::Diff<int, Numbers> diff(from, to);
    diff.compose();
    QList<DiffPart> steps;
    qsizetype old = 0;
    qsizetype now = 0;
    for (const auto &step : diff.getSes().getSequence()) {
        if (step.second.type == dtl::SES_DELETE) {
            steps.append({Kind::Removed, before.at(old++)});
        } else if (step.second.type == dtl::SES_ADD) {
            steps.append({Kind::Added, after.at(now++)});
        } else {
            steps.append({Kind::Kept, after.at(now++)});
            ++old;
        }
    }
    return steps;
}

// With the line breaks.
QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = text.indexOf(u'\n', start);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.append(text.sliced(start, next - start));
        start = next;
    }
    return lines;
}

bool isWordPart(QChar character)
{
    return character.isLetterOrNumber() || character.isMark() || character.isSurrogate() ||
           character == u'_';
}

// Words, spaces, and each other sign by itself. An apostrophe within a word belongs to it.
QStringList wordsOf(const QString &line)
{
    const auto kindAt = [&line](qsizetype at) {
        const QChar character = line.at(at);
        const bool apostrophe = (character == u'\'' || character == u'’') && at > 0 &&
                                at + 1 < line.size() && line.at(at - 1).isLetter() &&
                                line.at(at + 1).isLetter();
        if (apostrophe || isWordPart(character))
            return 1;
        return character.isSpace() && character != u'\n' ? 2 : 0;
    };
    QStringList words;
    for (qsizetype start = 0; start < line.size();) {
        const int kind = kindAt(start);
        qsizetype end = start + 1;
        while (kind != 0 && end < line.size() && kindAt(end) == kind)
            ++end;
        words.append(line.sliced(start, end - start));
        start = end;
    }
    return words;
}

bool isWord(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), isWordPart);
}

// The words of a line in alphabetical order, to see how much two lines have in common.
QStringList sortedWords(const QString &line)
{
    QStringList words = wordsOf(line);
    words.removeIf([](const QString &word) { return !isWord(word); });
    words.sort();
    return words;
}

// The share of their words that two lines have in common, 0 to 1.
double common(const QStringList &a, const QStringList &b)
{
    if (a.isEmpty() || b.isEmpty())
        return 0;
    QStringList shared;
    std::set_intersection(a.cbegin(), a.cend(), b.cbegin(), b.cend(), std::back_inserter(shared));
    return 2.0 * double(shared.size()) / double(a.size() + b.size());
}

// Parts of one kind in a row become one, and of each change what was removed comes first.
DiffLine joined(const QList<DiffPart> &parts)
{
    DiffLine line;
    QString removed;
    QString added;
    const auto finishChange = [&] {
        if (!removed.isEmpty())
            line.append({Kind::Removed, std::exchange(removed, {})});
        if (!added.isEmpty())
            line.append({Kind::Added, std::exchange(added, {})});
    };
    for (const DiffPart &part : parts) {
        switch (part.kind) {
        case Kind::Removed: removed += part.text; break;
        case Kind::Added: added += part.text; break;
        case Kind::Kept:
            finishChange();
            if (!line.isEmpty() && line.constLast().kind == Kind::Kept)
                line.last().text += part.text;
            else
                line.append(part);
            break;
        }
    }
    finishChange();
    return line;
}

// How much is changed on one side of a kept part, in characters.
qsizetype changeBeside(const DiffLine &line, qsizetype kept, int direction)
{
    qsizetype most = 0;
    for (qsizetype i = kept + direction; i >= 0 && i < line.size(); i += direction) {
        if (line.at(i).kind == Kind::Kept)
            break;
        most = qMax(most, line.at(i).text.trimmed().size());
    }
    return most;
}

// Whether a kept part only chops what is one change to a reader.
bool isInTheWay(const DiffLine &line, qsizetype at)
{
    const DiffPart &part = line.at(at);
    if (part.kind != Kind::Kept || at == 0 || at == line.size() - 1)
        return false;
    const QStringList words = wordsOf(part.text);
    const auto count = std::count_if(words.cbegin(), words.cend(), isWord);
    const qsizetype length = part.text.trimmed().size();
    return count <= wordsToGiveUp && length <= changeBeside(line, at, -1) &&
           length <= changeBeside(line, at, 1);
}

// The spaces that both texts end with.
qsizetype commonSpaces(const QString &a, const QString &b)
{
    qsizetype count = 0;
    while (count < qMin(a.size(), b.size()) && a.at(a.size() - 1 - count).isSpace() &&
           a.at(a.size() - 1 - count) == b.at(b.size() - 1 - count))
        ++count;
    return count;
}

// A space after old and new words alike is none of the change.
DiffLine withoutCommonSpaces(const DiffLine &line)
{
    QList<DiffPart> parts = line;
    for (qsizetype i = parts.size() - 1; i > 0; --i) {
        if (parts.at(i).kind != Kind::Added || parts.at(i - 1).kind != Kind::Removed)
            continue;
        const qsizetype spaces = commonSpaces(parts.at(i - 1).text, parts.at(i).text);
        if (spaces == 0)
            continue;
        parts.insert(i + 1, {Kind::Kept, parts.at(i).text.last(spaces)});
        parts[i - 1].text.chop(spaces);
        parts[i].text.chop(spaces);
    }
    return joined(parts);
}

DiffLine readable(DiffLine line)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (!isInTheWay(line, i))
            continue;
        const QString text = line.at(i).text;
        line[i].kind = Kind::Removed;
        line.insert(i, {Kind::Added, text});
        line = joined(line);
        i = -1; // a longer change may have others in its way
    }
    return withoutCommonSpaces(line);
}

// Finds for each line that is gone the new one it became, if any, in order, so that the pairs have
// as much in common as can be. Writes the lines with what became of them.
void pairUp(const QStringList &gone, const QStringList &fresh, QList<DiffLine> &result)
{
    const qsizetype rows = gone.size();
    const qsizetype columns = fresh.size();
    QList<QStringList> goneWords;
    QList<QStringList> freshWords;
    for (const QString &line : gone)
        goneWords.append(sortedWords(line));
    for (const QString &line : fresh)
        freshWords.append(sortedWords(line));
    // best[i][j]: the most that can be had from gone lines from i on and fresh ones from j on.
    std::vector<std::vector<double>> best(size_t(rows + 1),
                                          std::vector<double>(size_t(columns + 1), 0.0));
    std::vector<std::vector<double>> alike = best;
    for (size_t i = size_t(rows); i-- > 0;) {
        for (size_t j = size_t(columns); j-- > 0;) {
            const double share = common(goneWords.at(qsizetype(i)), freshWords.at(qsizetype(j)));
            alike[i][j] = share < likeness ? 0 : share;
            best[i][j] =
                std::max({best[i + 1][j], best[i][j + 1], alike[i][j] + best[i + 1][j + 1]});
        }
    }
    size_t i = 0;
    size_t j = 0;
    while (i < size_t(rows) || j < size_t(columns)) {
        const bool both = i < size_t(rows) && j < size_t(columns);
        if (both && alike[i][j] > 0 && best[i][j] <= alike[i][j] + best[i + 1][j + 1]) {
            result.append(readable(joined(
                compare(wordsOf(gone.at(qsizetype(i++))), wordsOf(fresh.at(qsizetype(j++)))))));
        } else if (i < size_t(rows) && (!both || best[i][j] <= best[i + 1][j])) {
            result.append({{Kind::Removed, gone.at(qsizetype(i++))}});
        } else {
            result.append({{Kind::Added, fresh.at(qsizetype(j++))}});
        }
    }
}

} // namespace

QList<DiffLine> wordDifference(const QString &before, const QString &after)
{
    QList<DiffLine> result;
    QStringList gone;
    QStringList fresh;
    const auto finishChange = [&] {
        pairUp(gone, fresh, result);
        gone.clear();
        fresh.clear();
    };
    for (const DiffPart &line : compare(linesOf(before), linesOf(after))) {
        switch (line.kind) {
        case Kind::Removed: gone.append(line.text); break;
        case Kind::Added: fresh.append(line.text); break;
        case Kind::Kept:
            finishChange();
            result.append({line});
            break;
        }
    }
    finishChange();
    return result;
}

bool isChanged(const DiffLine &line)
{
    return std::any_of(line.cbegin(), line.cend(),
                       [](const DiffPart &part) { return part.kind != Kind::Kept; });
}
