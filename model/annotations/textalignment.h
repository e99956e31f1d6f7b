// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

// How the characters of one text, the sought, are found in another by the fewest edits: characters
// added, dropped or replaced.
struct TextAlignment
{
    QList<qsizetype> places; // of each sought character, or -1 when it is not there
    QList<int> edits;        // at each sought character, with what was added before it

    // The edits at `count` sought characters from `first`.
    int distance(qsizetype first, qsizetype count) const;
};

// The best place of `sought` anywhere within `text`; nothing when it takes more than `limit` edits.
std::optional<TextAlignment> alignWithin(QStringView sought, QStringView text, int limit);

// All of `sought` against all of `text`.
TextAlignment alignWhole(QStringView sought, QStringView text);

// The edits that the best place within `text` takes; limit + 1 when it takes more than `limit`.
int distanceWithin(QStringView sought, QStringView text, int limit);

// The same for the best beginning of `text`.
int distanceAtStart(QStringView sought, QStringView text, int limit);
