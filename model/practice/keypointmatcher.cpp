// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/keypointmatcher.h"

#include "model/collection/sql.h"

using namespace Qt::StringLiterals;

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
    if (const Status cleared = execute(*m_database, u"DELETE FROM answer"_s); !cleared.ok())
        return cleared;
    return execute(*m_database, u"INSERT INTO answer(text) VALUES (?)"_s, {text});
}

Result<bool> KeyPointMatcher::matches(const QString &expression) const
{
    const Result<QVariant> found =
        readValue(*m_database, u"SELECT 1 FROM answer WHERE answer MATCH ?"_s, {expression});
    if (!found.ok())
        return found.error();
    return found.value().isValid();
}
