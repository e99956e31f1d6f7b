// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/decks/decksource.h"

#include <toml++/toml.h>

#include <set>
#include <string>

// Reads the fields of one TOML table and notes what is missing, misspelt or of the wrong kind.
// Call finish() last: a key nobody asked for is a problem too.
class TomlReader final
{
public:
    // `table` and `problems` must outlive the reader. `where` names the table in messages.
    // With `lines`, the line of each field read is noted there too.
    TomlReader(const toml::table &table, QString file, QString where,
               QList<SourceProblem> &problems, SourceLines *lines = nullptr);

    enum Need { Required, Optional };

    QString string(const char *key, Need need = Required);
    QStringList strings(const char *key, Need need = Required);
    QList<int> numbers(const char *key, Need need = Required); // whole ones
    // The tables of an array of tables, such as [[source]].
    QList<const toml::table *> tables(const char *key, Need need = Required);
    void finish();

    // The line of a key, or of the table when it has no such key.
    int line(const char *key = nullptr) const;
    void report(int line, const QString &message);

private:
    const toml::node *take(const char *key, Need need);

    const toml::table &m_table;
    QString m_file;
    QString m_where;
    QList<SourceProblem> &m_problems;
    SourceLines *m_lines;
    std::set<std::string, std::less<>> m_known;
};
