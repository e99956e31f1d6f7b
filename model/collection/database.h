// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QString>

#include <memory>

struct sqlite3;

// One open SQLite connection. Use it only in the thread that opened it.
//
// A writable connection is set up the way every collection needs: write-ahead log, full
// synchronisation, foreign keys on.
class Database final
{
    Q_DISABLE_COPY_MOVE(Database)

public:
    enum class Mode {
        ReadOnly,
        ReadWrite,       // the file must exist
        CreateReadWrite, // an empty file is made when there is none
        Build,           // as CreateReadWrite, for a file that is made in one go and then moved
    };

    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    ~Database();

    const QString &path() const { return m_path; }

    // The name QSqlDatabase knows this connection by.
    const QString &connectionName() const { return m_name; }

    // The driver's own handle, valid as long as this object; for what Qt Sql does not offer.
    sqlite3 *handle() const;

private:
    Database(QString path, QString name);

    QString m_path;
    QString m_name;
};
