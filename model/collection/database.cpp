// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/collection/database.h"

#include "model/collection/sql.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return u"woodshed-%1"_s.arg(count.fetch_add(1));
}

QStringList openingPragmas(Database::Mode mode)
{
    switch (mode) {
    case Database::Mode::ReadOnly: return {u"PRAGMA foreign_keys = ON"_s};
    case Database::Mode::Build:
        return {u"PRAGMA journal_mode = MEMORY"_s, u"PRAGMA synchronous = OFF"_s,
                u"PRAGMA foreign_keys = ON"_s};
    case Database::Mode::ReadWrite:
    case Database::Mode::CreateReadWrite: break;
    }
    return {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
            u"PRAGMA foreign_keys = ON"_s};
}

} // namespace

Database::Database(QString path, QString name)
    : m_path(std::move(path))
    , m_name(std::move(name))
{
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    std::unique_ptr<Database> database(new Database(path, nextConnectionName()));
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_name);
    connection.setDatabaseName(path);
    // Another process may hold the file for the length of one commit; wait for that, not for ever.
    QString options = u"QSQLITE_BUSY_TIMEOUT=3000"_s;
    if (mode == Mode::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    connection.setConnectOptions(options);
    if (!connection.open())
        return sqlError(*database, connection.lastError(), u"open"_s);
    for (const QString &pragma : openingPragmas(mode)) {
        if (const Status done = execute(*database, pragma); !done.ok())
            return done.error();
    }
    return database;
}

Database::~Database()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

sqlite3 *Database::handle() const
{
    const QVariant handle = QSqlDatabase::database(m_name, false).driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.constData());
}
