// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/textalignment.h"

#include <QScopeGuard>

#include <edlib.h>

#include <functional>
#include <numeric>

namespace {

// The library compares bytes. Characters that are not sought share one, because none of them
// matches anything; so do those that are sought beyond what fits, which then match nothing.
struct Bytes
{
    Bytes(QStringView soughtText, QStringView textToSearch)
    {
        constexpr char unsought = 0;
        constexpr char beyond = 1;
        QByteArray bytes(0x10000, unsought);
        int next = beyond + 1;
        sought.reserve(soughtText.size());
        for (QChar character : soughtText) {
            char &byte = bytes.data()[character.unicode()];
            if (byte == unsought && next <= 0xff)
                byte = char(next++);
            sought.append(byte == unsought ? beyond : byte);
        }
        text.reserve(textToSearch.size());
        for (QChar character : textToSearch)
            text.append(bytes.at(character.unicode()));
    }

    QByteArray sought;
    QByteArray text;
};

// Hands the library's result to `read` unless more than `limit` edits are needed. A limit below 0
// is none.
void align(QStringView sought, QStringView text, int limit, EdlibAlignMode mode,
           EdlibAlignTask task, const std::function<void(const EdlibAlignResult &)> &read)
{
    const Bytes bytes(sought, text);
    EdlibAlignResult result =
        edlibAlign(bytes.sought.constData(), int(bytes.sought.size()), bytes.text.constData(),
                   int(bytes.text.size()), edlibNewAlignConfig(limit, mode, task, nullptr, 0));
    const auto release = qScopeGuard([&result] { edlibFreeAlignResult(result); });
    if (result.status == EDLIB_STATUS_OK && result.editDistance >= 0)
        read(result);
}

TextAlignment readPath(const EdlibAlignResult &result, qsizetype soughtSize)
{
    TextAlignment alignment{QList<qsizetype>(soughtSize, -1), QList<int>(soughtSize, 0)};
    qsizetype sought = 0;
    qsizetype place = result.startLocations ? result.startLocations[0] : 0;
    for (int i = 0; i < result.alignmentLength; ++i) {
        const int step = result.alignment[i];
        if (step == EDLIB_EDOP_MATCH)
            alignment.places[sought] = place;
        else
            ++alignment.edits[qMin(sought, soughtSize - 1)];
        sought += step != EDLIB_EDOP_DELETE;
        place += step != EDLIB_EDOP_INSERT;
    }
    return alignment;
}

int distance(QStringView sought, QStringView text, int limit, EdlibAlignMode mode)
{
    if (sought.isEmpty() || text.isEmpty())
        return qMin(int(sought.size()), limit + 1);
    int edits = limit + 1;
    align(sought, text, limit, mode, EDLIB_TASK_DISTANCE,
          [&edits](const EdlibAlignResult &result) { edits = result.editDistance; });
    return edits;
}

} // namespace

int TextAlignment::distance(qsizetype first, qsizetype count) const
{
    return std::accumulate(edits.cbegin() + first, edits.cbegin() + first + count, 0);
}

std::optional<TextAlignment> alignWithin(QStringView sought, QStringView text, int limit)
{
    std::optional<TextAlignment> alignment;
    if (sought.isEmpty() || text.isEmpty())
        return alignment;
    align(sought, text, limit, EDLIB_MODE_HW, EDLIB_TASK_PATH,
          [&](const EdlibAlignResult &result) { alignment = readPath(result, sought.size()); });
    return alignment;
}

TextAlignment alignWhole(QStringView sought, QStringView text)
{
    TextAlignment alignment{QList<qsizetype>(sought.size(), -1), QList<int>(sought.size(), 1)};
    if (sought.isEmpty() || text.isEmpty())
        return alignment;
    align(sought, text, -1, EDLIB_MODE_NW, EDLIB_TASK_PATH,
          [&](const EdlibAlignResult &result) { alignment = readPath(result, sought.size()); });
    return alignment;
}

int distanceWithin(QStringView sought, QStringView text, int limit)
{
    return distance(sought, text, limit, EDLIB_MODE_HW);
}

int distanceAtStart(QStringView sought, QStringView text, int limit)
{
    return distance(sought, text, limit, EDLIB_MODE_SHW);
}
