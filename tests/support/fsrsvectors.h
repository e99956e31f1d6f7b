// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers from the reference implementations of FSRS, in tests/model/data/. Each file begins with a
// description of its fields.
#pragma once

#include "model/practice/review.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

// The content of "fsrs6.json" and the like.
inline QJsonObject readVectors(const QString &name)
{
    QFile file(QStringLiteral(WOODSHED_SOURCE_DIR "/tests/model/data/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object();
}

inline QList<double> toNumbers(const QJsonValue &value)
{
    QList<double> numbers;
    const QJsonArray array = value.toArray();
    for (const auto &each : array)
        numbers.append(each.toDouble());
    return numbers;
}

inline Rating ratingOf(const QJsonValue &review)
{
    return Rating(review[QLatin1String("rating")].toInt());
}

// Columns "weights" and "sequence", a row each; with `modes`, a row for each of these, too, and a
// column "mode".
inline void addSequences(const QString &file, const QStringList &modes = {})
{
    const QJsonObject vectors = readVectors(file);
    const QJsonValue sets = vectors[QLatin1String("parameter_sets")];
    QTest::addColumn<QList<double>>("weights");
    QTest::addColumn<QJsonObject>("sequence");
    if (!modes.isEmpty())
        QTest::addColumn<QString>("mode");
    const QJsonArray sequences = vectors[QLatin1String("sequences")].toArray();
    for (const auto &each : sequences) {
        const QByteArray id = each[QLatin1String("id")].toString().toUtf8();
        const QList<double> weights = toNumbers(sets[each[QLatin1String("params")].toString()]);
        if (modes.isEmpty())
            QTest::newRow(id.constData()) << weights << each.toObject();
        for (const QString &mode : modes)
            QTest::addRow("%s %s", id.constData(), qPrintable(mode))
                << weights << each.toObject() << mode;
    }
}

// Fails the running test when `found` is further from `expected` than `tolerance`.
inline void compareNumber(double found, double expected, double tolerance, const QString &what)
{
    QVERIFY2(std::abs(found - expected) <= tolerance, qPrintable(QStringLiteral("%1: %2, not %3")
                                                                     .arg(what)
                                                                     .arg(found, 0, 'g', 17)
                                                                     .arg(expected, 0, 'g', 17)));
}

// The same for a tolerance that is a share of `expected`.
inline void compareShare(double found, double expected, double tolerance, const QString &what)
{
    compareNumber(found, expected, tolerance * std::abs(expected), what);
}
