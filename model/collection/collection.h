// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/collection/database.h"
#include "model/collection/writequeue.h"
#include "model/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

// The user's one file, open for reading in this thread and for writing through its queue.
class Collection final
{
    Q_DISABLE_COPY_MOVE(Collection)

public:
    // Opens collection.sqlite in `folder`, or creates both, and brings the file up to date.
    // A file that is not ours, damaged or newer is left exactly as it is.
    static Result<std::unique_ptr<Collection>> open(const QString &folder);
    ~Collection();

    // For reading only: what is changed goes through writes().
    const Database &database() const { return *m_database; }

    WriteQueue &writes() { return *m_writes; }

    const QString &path() const { return m_database->path(); }

    static QString fileIn(const QString &folder);

private:
    Collection(std::unique_ptr<QLockFile> lock, std::unique_ptr<Database> database);

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<WriteQueue> m_writes;
};

// What is wrong with the file at `path`, judged without changing a byte of it. A missing or empty
// file is fine: a collection can be made there.
Status inspectCollection(const QString &path);

// Everything worth checking in a collection, one sentence a finding; empty when it is sound.
Result<QStringList> checkCollection(const Database &database);
