// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/collection/stamp.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

#include <array>

qint64 currentTime()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QString newUid()
{
    // Layout: 48 bits of time, version, 12 random bits, variant, 62 random bits.
    const auto time = quint64(currentTime());
    std::array<quint32, 3> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const auto versionAndRandom = ushort(0x7000 | (random[0] & 0x0fff));
    std::array<uchar, 8> tail{};
    for (size_t i = 0; i < tail.size(); ++i)
        tail[i] = uchar(random[1 + i / 4] >> (8 * (i % 4)));
    tail[0] = uchar((tail[0] & 0x3f) | 0x80);
    return QUuid(uint(time >> 16), ushort(time & 0xffff), versionAndRandom, tail[0], tail[1],
                 tail[2], tail[3], tail[4], tail[5], tail[6], tail[7])
        .toString(QUuid::WithoutBraces);
}
