// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

// A piece of a difference between two texts.
struct DiffPart
{
    enum class Kind { Kept, Removed, Added };

    Kind kind = Kind::Kept;
    QString text;

    bool operator==(const DiffPart &) const = default;
};

// What became of one line: its parts, with the line break at its end. A line that is new, or gone,
// is a single part.
using DiffLine = QList<DiffPart>;

// How `before` became `after`, word by word, for a person to read. What is kept and what is removed
// make `before`, to the letter; what is kept and what is added make `after`.
//
// A line is compared with the one it most likely was, never with two: paragraphs and lines of code
// stay apart. Changes with next to nothing between them are one change, with the removed words
// first.
QList<DiffLine> wordDifference(const QString &before, const QString &after);

// Whether anything was added or removed.
bool isChanged(const DiffLine &line);
