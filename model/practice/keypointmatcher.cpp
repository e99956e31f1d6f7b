// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/keypointmatcher.h"

#include "model/collection/sql.h"

using namespace Qt::StringLiterals;

namespace {

// Around each phrase that matches, in what the search engine answers. For private use in Unicode.
constexpr QChar phraseBegins(0xE000);
constexpr QChar phraseEnds(0xE001);

// Phrases this near to each other, in UTF-16 units, are read as one.
constexpr qsizetype widestGap = 24;

QList<TextSpan> phrasesIn(const QString &marked)
{
    QList<TextSpan> phrases;
    qsizetype marks = 0;
    for (qsizetype i = 0; i < marked.size(); ++i) {
        if (marked.at(i) == phraseBegins)
            phrases.append({i - marks++, 0});
        else if (marked.at(i) == phraseEnds)
            phrases.last().length = i - marks++ - phrases.constLast().start;
    }
    return phrases;
}

// The stretch with the most phrases in it, the first of several.
TextSpan densest(const QList<TextSpan> &phrases)
{
    TextSpan best;
    qsizetype most = 0;
    for (qsizetype first = 0, last = 0; first < phrases.size(); first = last) {
        TextSpan stretch = phrases.at(first);
        for (last = first + 1; last < phrases.size(); ++last) {
            const TextSpan &next = phrases.at(last);
            if (next.start - (stretch.start + stretch.length) > widestGap)
                break;
            stretch.length = next.start + next.length - stretch.start;
        }
        if (last - first > most) {
            most = last - first;
            best = stretch;
        }
    }
    return best;
}

} // namespace

KeyPointMatcher::KeyPointMatcher(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}

KeyPointMatcher::~KeyPointMatcher() = default;

Result<std::unique_ptr<KeyPointMatcher>> KeyPointMatcher::create()
{
    auto database = Database::open(u":memory:"_s, Database::Mode::Build);
    if (!database.ok())
        return database.error();
    std::unique_ptr<KeyPointMatcher> matcher(new KeyPointMatcher(std::move(database).value()));
    const Status made = execute(*matcher->m_database,
                                u"CREATE VIRTUAL TABLE answer USING "
                                "fts5(text, tokenize = 'porter unicode61 remove_diacritics 2')"_s);
    if (!made.ok())
        return made.error();
    return matcher;
}

Status KeyPointMatcher::setText(const QString &text)
{
    QString clean = text;
    clean.replace(phraseBegins, u' ').replace(phraseEnds, u' '); // ours, see find()
    if (const Status cleared = execute(*m_database, u"DELETE FROM answer"_s); !cleared.ok())
        return cleared;
    return execute(*m_database, u"INSERT INTO answer(text) VALUES (?)"_s, {clean});
}

Result<TextSpan> KeyPointMatcher::find(const QString &expression) const
{
    const Result<QVariant> found = readValue(
        *m_database, u"SELECT highlight(answer, 0, ?, ?) FROM answer WHERE answer MATCH ?"_s,
        {QString(phraseBegins), QString(phraseEnds), expression});
    if (!found.ok())
        return found.error();
    return densest(phrasesIn(found.value().toString()));
}
