// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/searchquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// More would only slow the search down; SQLite refuses more than some 250.
constexpr qsizetype mostPhrases = 16;
constexpr qsizetype mostCharacters = 1000;

// The characters that make up words for the unicode61 tokenizer: letters, numbers, private use.
bool isWordCharacter(char32_t character)
{
    return QChar::isLetterOrNumber(character) ||
           QChar::category(character) == QChar::Other_PrivateUse || QChar::isMark(character);
}

struct Word
{
    TextRange range;
    QString folded;
};

QString fold(QStringView word)
{
    QString folded;
    const QString decomposed =
        word.toString().toCaseFolded().normalized(QString::NormalizationForm_D);
    for (QChar character : decomposed) {
        if (!character.isMark())
            folded += character;
    }
    return folded;
}

QList<Word> wordsIn(QStringView text)
{
    QList<Word> words;
    qsizetype start = -1;
    const auto end = [&](qsizetype position) {
        if (start >= 0) {
            const QString folded = fold(text.sliced(start, position - start));
            if (!folded.isEmpty())
                words.append({{start, position - start}, folded});
        }
        start = -1;
    };
    for (qsizetype position = 0; position < text.size(); ++position) {
        const QChar unit = text.at(position);
        const bool pair = unit.isHighSurrogate() && position + 1 < text.size() &&
                          text.at(position + 1).isLowSurrogate();
        const char32_t character =
            pair ? QChar::surrogateToUcs4(unit, text.at(position + 1)) : char32_t(unit.unicode());
        if (!isWordCharacter(character))
            end(position);
        else if (start < 0)
            start = position;
        position += pair;
    }
    end(text.size());
    return words;
}

} // namespace

SearchQuery::SearchQuery(const QString &text)
{
    bool quoted = false;
    // Pieces between double quotes are by turns free words and phrases.
    const auto pieces = QStringView(text).left(mostCharacters).split(u'"');
    for (QStringView piece : pieces) {
        const auto parts = quoted ? QList<QStringView>{piece} : piece.split(u' ');
        for (QStringView part : parts) {
            Phrase phrase;
            for (const Word &word : wordsIn(part)) {
                phrase.typed.append(part.sliced(word.range.start, word.range.length).toString());
                phrase.folded.append(word.folded);
            }
            phrase.prefix = !quoted;
            if (!phrase.folded.isEmpty() && m_phrases.size() < mostPhrases)
                m_phrases.append(phrase);
        }
        quoted = !quoted;
    }
}

QString SearchQuery::matchExpression() const
{
    QStringList parts;
    // The words as typed: the tokenizer folds them its own way.
    for (const Phrase &phrase : m_phrases)
        parts.append(u'"' + phrase.typed.join(u' ') + (phrase.prefix ? u"\" *"_s : u"\""_s));
    return parts.join(u" AND "_s);
}

QStringList SearchQuery::words() const
{
    QStringList words;
    for (const Phrase &phrase : m_phrases)
        words += phrase.folded;
    return words;
}

QList<TextRange> SearchQuery::rangesIn(const QString &text) const
{
    QList<TextRange> ranges;
    const QList<Word> words = wordsIn(text);
    for (const Phrase &phrase : m_phrases) {
        const qsizetype count = phrase.folded.size();
        for (qsizetype first = 0; first + count <= words.size(); ++first) {
            bool matches = true;
            for (qsizetype i = 0; matches && i < count; ++i) {
                const QString &word = words.at(first + i).folded;
                const QString &wanted = phrase.folded.at(i);
                const bool last = i == count - 1;
                matches = last && phrase.prefix ? word.startsWith(wanted) : word == wanted;
            }
            if (!matches)
                continue;
            const TextRange &end = words.at(first + count - 1).range;
            const qsizetype tail =
                phrase.prefix ? std::min(end.length, phrase.folded.constLast().size()) : end.length;
            const qsizetype start = words.at(first).range.start;
            ranges.append({start, end.start + tail - start});
        }
    }
    std::sort(ranges.begin(), ranges.end(),
              [](const TextRange &a, const TextRange &b) { return a.start < b.start; });
    QList<TextRange> merged;
    for (const TextRange &range : std::as_const(ranges)) {
        if (merged.isEmpty() ||
            range.start >= merged.constLast().start + merged.constLast().length) {
            merged.append(range);
            continue;
        }
        TextRange &previous = merged.last();
        previous.length =
            std::max(previous.start + previous.length, range.start + range.length) - previous.start;
    }
    return merged;
}

QString snippetAround(const QString &text, const QList<TextRange> &ranges, qsizetype length,
                      qsizetype lead)
{
    qsizetype start = ranges.isEmpty() ? 0 : std::max<qsizetype>(0, ranges.first().start - lead);
    if (start > 0) {
        const auto isSpace = [](QChar character) { return character.isSpace(); };
        const auto from = text.cbegin() + start;
        const auto match = text.cbegin() + ranges.first().start;
        const auto space = std::find_if(from, match, isSpace);
        start = (space == match ? match : space + 1) - text.cbegin();
    }
    QString snippet = text.mid(start, length).simplified();
    if (start > 0)
        snippet.prepend(u'…');
    return snippet;
}
