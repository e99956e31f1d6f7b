// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

// A part of a text, in UTF-16 units.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const TextRange &) const = default;
};

// What a person typed into a search box, understood. Any input is safe: it is taken apart into
// words and put together again as an FTS5 expression, never pasted into one.
//
// All words must occur. A word stands for every word it begins; words in double quotes stand for
// themselves, side by side. Case and accents are ignored, as by the unicode61 tokenizer.
class SearchQuery final
{
public:
    SearchQuery() = default;
    explicit SearchQuery(const QString &text);

    // True when nothing in the input can be searched for; such a query finds everything.
    bool isEmpty() const { return m_phrases.isEmpty(); }

    // For MATCH. Not to be used when isEmpty().
    QString matchExpression() const;

    // Where the words occur in `text`, in order and without overlap.
    QList<TextRange> rangesIn(const QString &text) const;

    // The single words, folded, that the last typed input asks for.
    QStringList words() const;

private:
    struct Phrase
    {
        QStringList typed;
        QStringList folded; // the same without case and accents
        bool prefix = false;
    };

    QList<Phrase> m_phrases;
};

// About `length` characters of `text` on one line, cut at words, that begin at most `lead`
// characters before the first range.
QString snippetAround(const QString &text, const QList<TextRange> &ranges, qsizetype length,
                      qsizetype lead);
