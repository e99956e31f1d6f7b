// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decks/alternatives.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

// A word or a quoted phrase, and any further ones behind bars.
const QString group = uR"((?:"[^"]*"|[^\s()|,"]+)(?:\|(?:"[^"]*"|[^\s()|,"]+))*)"_s;

QStringList alternativesOf(const QString &text)
{
    static const QRegularExpression phrase(uR"("[^"]*"|[^|"]+)"_s);
    QStringList alternatives;
    for (auto match = phrase.globalMatch(text); match.hasNext();)
        alternatives.append(match.next().captured());
    return alternatives;
}

// Every way to take one alternative of each group.
QStringList combinations(const QString &groups)
{
    static const QRegularExpression form(group);
    QStringList combined{QString()};
    for (auto match = form.globalMatch(groups); match.hasNext();) {
        const QStringList alternatives = alternativesOf(match.next().captured());
        QStringList longer;
        for (const QString &beginning : std::as_const(combined)) {
            for (const QString &alternative : alternatives)
                longer.append(beginning.isEmpty() ? alternative : beginning + u' ' + alternative);
        }
        combined = longer;
    }
    return combined;
}

// Replaces each match of `form` that holds a bar.
template <typename Replace>
QString replaceEach(const QString &text, const QRegularExpression &form, Replace replace)
{
    QString result;
    qsizetype end = 0;
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).sliced(end, match.capturedStart() - end);
        result += match.captured().contains(u'|') ? replace(match) : match.captured();
        end = match.capturedEnd();
    }
    return result + text.sliced(end);
}

} // namespace

QString writeOutAlternatives(const QString &expression)
{
    static const QRegularExpression near(uR"(NEAR\(([^(),]*)(,[^()]*)?\))"_s);
    static const QRegularExpression loose(group);
    const QString nearWritten =
        replaceEach(expression, near, [](const QRegularExpressionMatch &match) {
            QStringList parts;
            for (const QString &phrases : combinations(match.captured(1)))
                parts.append(u"NEAR("_s + phrases + match.captured(2) + u')');
            return u'(' + parts.join(u" OR "_s) + u')';
        });
    return replaceEach(nearWritten, loose, [](const QRegularExpressionMatch &match) {
        return u'(' + alternativesOf(match.captured()).join(u" OR "_s) + u')';
    });
}
