// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QString>

#include <memory>

class Database;

// A stretch of a text, in UTF-16 units.
struct TextSpan
{
    qsizetype start = 0;
    qsizetype length = 0; // 0 for none

    bool operator==(const TextSpan &) const = default;
};

// Tells whether a text makes a key point: a search with porter stemming, in memory, by the same
// engine that searches the questions. Use it only in the thread that made it.
class KeyPointMatcher final
{
public:
    static Result<std::unique_ptr<KeyPointMatcher>> create();
    ~KeyPointMatcher();

    // Replaces the text that matches() looks at.
    Status setText(const QString &text);

    // Whether the text satisfies a key point's expression, and the stretch of it that does so most
    // densely; empty when it does not. Fails with Error::Kind::Query when `expression` is not a
    // valid FTS5 query.
    Result<TextSpan> find(const QString &expression) const;

private:
    explicit KeyPointMatcher(std::unique_ptr<Database> database);

    std::unique_ptr<Database> m_database;
};
