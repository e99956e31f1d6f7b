// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/reviewhistory.h"

#include <QFile>

// The reviews in tests/model/data/optimiser.csv.
inline QList<LoggedReview> referenceLog()
{
    QFile file(QStringLiteral(WOODSHED_SOURCE_DIR "/tests/model/data/optimiser.csv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    QList<LoggedReview> log;
    file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> fields = file.readLine().trimmed().split(',');
        log.append({fields.at(0).toLongLong(), fields.at(1).toInt(), Rating(fields.at(2).toInt())});
    }
    return log;
}
