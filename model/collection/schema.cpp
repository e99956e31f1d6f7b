// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/collection/schema.h"

#include "model/collection/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

Status applyStep(const Database &database, int version)
{
    const Result<QByteArray> script = sqlScript(u"collection/%1"_s.arg(version));
    if (!script.ok())
        return script.error();
    Transaction transaction(database);
    if (!transaction.begun().ok())
        return transaction.begun();
    if (const Status done = executeScript(database, script.value()); !done.ok())
        return done;
    // The version moves inside the transaction: with the schema or not at all.
    if (const Status done = execute(database, u"PRAGMA user_version = %1"_s.arg(version));
        !done.ok())
        return done;
    return transaction.commit();
}

} // namespace

Result<QByteArray> sqlScript(const QString &name)
{
    QFile file(u":/schema/%1.sql"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{Error::Kind::Query,
                     QCoreApplication::translate("Schema",
                                                 "This copy of Woodshed is incomplete. "
                                                 "Nothing was changed. Install it again."),
                     file.fileName()};
    }
    return file.readAll();
}

Error newerVersionError(const QString &path, int found, int known)
{
    return {Error::Kind::TooNew,
            QCoreApplication::translate(
                "Schema",
                "%1 was written by a newer Woodshed: it has format %2, and this one reads "
                "up to format %3. The file was left as it is. Install the newer Woodshed "
                "to open it.")
                .arg(QDir::toNativeSeparators(path))
                .arg(found)
                .arg(known),
            {}};
}

Status migrateCollection(const Database &database, int target)
{
    const Result<QVariant> version = readValue(database, u"PRAGMA user_version"_s);
    if (!version.ok())
        return version.error();
    const int found = version.value().toInt();
    if (found > target)
        return newerVersionError(database.path(), found, target);
    for (int step = found + 1; step <= target; ++step) {
        if (const Status done = applyStep(database, step); !done.ok())
            return done;
    }
    return success();
}
