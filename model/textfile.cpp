// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/textfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

Status writeTextFile(const QString &path, const QString &text)
{
    return writeFile(path, text.toUtf8());
}

Status writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return success();
    return Error{Error::Kind::CannotOpen,
                 QCoreApplication::translate(
                     "TextFile", "%1 could not be written (%2). Nothing else was changed. "
                                 "Choose another place and try again.")
                     .arg(QDir::toNativeSeparators(path), file.errorString()),
                 {}};
}
