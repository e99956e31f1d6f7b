// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/spellchecker.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

// What is not prose, overwritten so that it separates words and every place stays where it was.
QString prose(const QString &line)
{
    static const QRegularExpression other(
        u"(`+)(?!`).*?(?<!`)\\1(?!`)"                // inline code
        "|\\[\\[.*?(?:\\]\\]|$)"                     // links to questions
        "|(?<=\\])\\([^)\\s]*(?:\\s+\"[^\"]*\")?\\)" // addresses of links
        "|^\\s*\\[[^\\]]+\\]:\\s.*$"                 // and their definitions
        "|\\b[A-Za-z][A-Za-z0-9+.-]*://\\S+|\\bwww\\.\\S+|\\S+@\\S+\\.\\S+"
        "|\\{\\{.*?\\}\\}|\\{%.*?%\\}|<[^<>\\s][^<>]*>" // template tags, HTML
        "|&\\w+;"_s);
    QString text = line;
    for (auto matches = other.globalMatch(line); matches.hasNext();) {
        const auto match = matches.next();
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i)
            text[i] = u' ';
    }
    return text;
}

// Whether a stretch without spaces is a name, a number, a path or an option.
bool isNamed(QStringView chunk)
{
    static const QRegularExpression named(
        u"[\\p{N}_]|^[/@#$]|^--|\\w[.:]+\\w|\\\\|/.*/|\\(\\)|\\p{Ll}\\p{Lu}"_s);
    return named.match(chunk).hasMatch();
}

bool isCapitals(QStringView word)
{
    static const QRegularExpression capitals(u"^\\p{Lu}{2,}(['’]?s)?$"_s);
    return capitals.match(word).hasMatch();
}

} // namespace

QList<TextRange> wordsToCheck(const QString &line)
{
    static const QRegularExpression chunkForm(
        u"(?:(?![*_~\"“”„(\\[{<])\\S)(?:[^\\s*\"“”„\\[\\]{}<>,;!?|=+]*)"_s);
    static const QRegularExpression wordForm(
        u"\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}[\\p{L}\\p{M}]*)*"_s);
    QList<TextRange> words;
    const QString text = prose(line);
    for (auto chunks = chunkForm.globalMatch(text); chunks.hasNext();) {
        const auto chunk = chunks.next();
        QStringView inner = chunk.capturedView();
        while (!inner.isEmpty() && QStringView(u"_.:)…~'’").contains(inner.back()) &&
               !inner.endsWith(u"()"))
            inner.chop(1);
        if (isNamed(inner))
            continue;
        for (auto each = wordForm.globalMatch(inner); each.hasNext();) {
            const auto word = each.next();
            if (word.capturedLength() > 1 && !isCapitals(word.capturedView()))
                words.append({chunk.capturedStart() + word.capturedStart(), word.capturedLength()});
        }
    }
    return words;
}
