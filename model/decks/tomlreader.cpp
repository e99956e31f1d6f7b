// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decks/tomlreader.h"

#include <cstdint>
#include <utility>

using namespace Qt::StringLiterals;

TomlReader::TomlReader(const toml::table &table, QString file, QString where,
                       QList<SourceProblem> &problems, SourceLines *lines)
    : m_table(table)
    , m_file(std::move(file))
    , m_where(std::move(where))
    , m_problems(problems)
    , m_lines(lines)
{
}

int TomlReader::line(const char *key) const
{
    const toml::node *node = key ? m_table.get(key) : nullptr;
    return int((node ? node->source() : m_table.source()).begin.line);
}

void TomlReader::report(int line, const QString &message)
{
    m_problems.append({m_file, line, m_where.isEmpty() ? message : m_where + u": "_s + message});
}

const toml::node *TomlReader::take(const char *key, Need need)
{
    m_known.emplace(key);
    const toml::node *node = m_table.get(key);
    if (!node && need == Required)
        report(line(), u"missing field \"%1\""_s.arg(QLatin1StringView(key)));
    if (m_lines)
        m_lines->insert(QString::fromLatin1(key), line(key));
    return node;
}

QString TomlReader::string(const char *key, Need need)
{
    const toml::node *node = take(key, need);
    if (!node)
        return {};
    const auto value = node->value_exact<std::string>();
    if (!value) {
        report(line(key), u"\"%1\" must be a string"_s.arg(QLatin1StringView(key)));
        return {};
    }
    const QString text = QString::fromStdString(*value).trimmed();
    if (text.isEmpty() && need == Required)
        report(line(key), u"field \"%1\" is empty"_s.arg(QLatin1StringView(key)));
    return text;
}

QStringList TomlReader::strings(const char *key, Need need)
{
    const toml::node *node = take(key, need);
    if (!node)
        return {};
    QStringList result;
    if (const toml::array *array = node->as_array()) {
        for (const toml::node &item : *array) {
            if (const auto value = item.value_exact<std::string>())
                result.append(QString::fromStdString(*value));
        }
        if (size_t(result.size()) == array->size() && (need == Optional || !result.isEmpty()))
            return result;
    }
    report(line(key), u"\"%1\" must be a list of strings"_s.arg(QLatin1StringView(key)));
    return {};
}

QList<int> TomlReader::numbers(const char *key, Need need)
{
    const toml::node *node = take(key, need);
    if (!node)
        return {};
    QList<int> result;
    if (const toml::array *array = node->as_array()) {
        for (const toml::node &item : *array) {
            const auto value = item.value_exact<std::int64_t>();
            if (value && std::in_range<int>(*value))
                result.append(int(*value));
        }
        if (size_t(result.size()) == array->size() && !result.isEmpty())
            return result;
    }
    report(line(key), u"\"%1\" must be a list of whole numbers"_s.arg(QLatin1StringView(key)));
    return {};
}

QList<const toml::table *> TomlReader::tables(const char *key, Need need)
{
    const toml::node *node = take(key, need);
    if (!node)
        return {};
    QList<const toml::table *> result;
    if (const toml::array *array = node->as_array()) {
        for (const toml::node &item : *array) {
            if (const toml::table *table = item.as_table())
                result.append(table);
        }
        if (size_t(result.size()) == array->size())
            return result;
    }
    report(line(key), u"\"%1\" must be written as [[%1]] tables"_s.arg(QLatin1StringView(key)));
    return {};
}

void TomlReader::finish()
{
    for (const auto &[key, node] : m_table) {
        if (!m_known.contains(key.str())) {
            const QString name = QString::fromUtf8(key.str().data(), qsizetype(key.str().size()));
            report(int(key.source().begin.line), u"unknown key \"%1\""_s.arg(name));
        }
    }
}
