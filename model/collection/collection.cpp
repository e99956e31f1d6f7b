// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/collection/collection.h"

#include "model/collection/schema.h"
#include "model/collection/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace {

// The context of this file's translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Collection)
};

Error error(Error::Kind kind, const QString &text, const QString &path, const QString &detail = {})
{
    return {kind, text.arg(QDir::toNativeSeparators(path)), detail};
}

// Layout of the header: https://www.sqlite.org/fileformat2.html#the_database_header
constexpr int headerSize = 100;

quint32 headerNumber(const QByteArray &header, int offset)
{
    return qFromBigEndian<quint32>(header.constData() + offset);
}

// True when the file ends before the pages its header counts. SQLite itself would notice only on
// reading one of the missing pages, perhaps weeks later.
bool isTruncated(const QString &path, const QByteArray &header)
{
    if (QFileInfo(path + u"-wal"_s).size() > 0)
        return false; // a checkpoint may have been cut short, which the log mends
    const quint32 size = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pageSize = size == 1 ? 65536 : size;
    const bool countIsCurrent = headerNumber(header, 24) == headerNumber(header, 92);
    return countIsCurrent && QFileInfo(path).size() < pageSize * qint64(headerNumber(header, 28));
}

Status inspectContent(const QString &path)
{
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database.ok())
        return database.error();
    const Result<QVariant> id = readValue(*database.value(), u"PRAGMA application_id"_s);
    if (!id.ok())
        return id.error();
    const Result<QVariant> tables =
        readValue(*database.value(), u"SELECT count(*) FROM sqlite_schema"_s);
    if (!tables.ok())
        return tables.error();
    const bool blank = id.value().toInt() == 0 && tables.value().toInt() == 0;
    if (!blank && id.value().toInt() != collectionApplicationId) {
        return error(
            Error::Kind::NotOurs,
            Text::tr("%1 is a database of another program. It was left as it is. Move it away, "
                     "or choose another folder."),
            path);
    }
    const Result<QVariant> version = readValue(*database.value(), u"PRAGMA user_version"_s);
    if (!version.ok())
        return version.error();
    if (version.value().toInt() > collectionSchemaVersion)
        return newerVersionError(path, version.value().toInt(), collectionSchemaVersion);
    return success();
}

} // namespace

Status inspectCollection(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        return error(
            Error::Kind::CannotOpen,
            Text::tr("%1 is a folder, but the collection's file should be there. It was left as "
                     "it is. Rename it, or choose another folder."),
            path);
    }
    if (!info.exists() || info.size() == 0)
        return success();

    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return error(
            Error::Kind::CannotOpen,
            Text::tr("%1 cannot be read. Check its permissions, or choose another folder."), path,
            file.errorString());
    }
    const QByteArray header = file.read(headerSize);
    file.close();
    if (header.size() < headerSize || !header.startsWith(QByteArray("SQLite format 3\0", 16))) {
        return error(
            Error::Kind::NotOurs,
            Text::tr("%1 is not a Woodshed collection. It was left as it is. Move it away, or "
                     "choose another folder."),
            path);
    }
    if (isTruncated(path, header)) {
        return error(
            Error::Kind::Damaged,
            Text::tr("%1 is shorter than it should be: part of it is missing. It was left as it "
                     "is. Restore a copy, or move the file away to start afresh."),
            path);
    }
    return inspectContent(path);
}

QString Collection::fileIn(const QString &folder)
{
    return QDir(folder).filePath(u"collection.sqlite"_s);
}

Collection::Collection(std::unique_ptr<QLockFile> lock, std::unique_ptr<Database> database)
    : m_lock(std::move(lock))
    , m_database(std::move(database))
    , m_writes(std::make_unique<WriteQueue>(m_database->path()))
{
}

Collection::~Collection() = default;

Result<std::unique_ptr<Collection>> Collection::open(const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return error(
            Error::Kind::CannotOpen,
            Text::tr("The folder %1 cannot be made. Nothing was changed. Check the permissions "
                     "of the folder above it, or choose another with --data-dir."),
            folder);
    }
    const QString path = fileIn(folder);
    if (const Status sound = inspectCollection(path); !sound.ok())
        return sound.error();

    auto lock = std::make_unique<QLockFile>(QDir(folder).filePath(u"collection.lock"_s));
    lock->setStaleLockTime(0); // however long it is open, it is in use until its process ends
    if (!lock->tryLock()) {
        if (lock->error() == QLockFile::LockFailedError) {
            return error(
                Error::Kind::InUse,
                Text::tr("%1 is already open in another Woodshed window. Close that one first, "
                         "or choose another folder with --data-dir."),
                path);
        }
        return error(
            Error::Kind::CannotOpen,
            Text::tr("The folder %1 cannot be written to, so nothing you do could be kept. "
                     "Check its permissions, or choose another with --data-dir."),
            folder);
    }

    auto database = Database::open(path, Database::Mode::CreateReadWrite);
    if (!database.ok())
        return database.error();
    if (const Status migrated = migrateCollection(*database.value()); !migrated.ok())
        return migrated.error();
    return std::unique_ptr<Collection>(
        new Collection(std::move(lock), std::move(database).value()));
}

Result<QStringList> checkCollection(const Database &database)
{
    const auto text = [](const QSqlQuery &row) { return row.value(0).toString(); };
    const auto pages = readRows(database, u"PRAGMA integrity_check(20)"_s, {}, text);
    if (!pages.ok())
        return pages.error();
    QStringList findings = pages.value();
    findings.removeAll(u"ok"_s);

    const auto keys = readRows(database, u"PRAGMA foreign_key_check"_s, {}, text);
    if (!keys.ok())
        return keys.error();
    for (const QString &table : keys.value())
        findings.append(Text::tr("A row of table %1 points at nothing.").arg(table));

    for (const QString &index : {u"question_search"_s, u"note_search"_s, u"highlight_search"_s}) {
        // Compares the index with the text it was made from, word by word.
        const Status sound = execute(
            database, u"INSERT INTO %1(%1, rank) VALUES ('integrity-check', 1)"_s.arg(index));
        if (!sound.ok())
            findings.append(Text::tr("The search index %1 does not match its text.").arg(index));
    }
    return findings;
}
