// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

// A word of the search index and the number of questions that use it.
struct KnownWord
{
    QString word;
    int questions = 0;
};

// `words`, with each that no known word begins with replaced by the nearest known one, at most two
// slips away (one in short words); joined by spaces. Empty when a word has no such neighbour, or
// when nothing needed replacing.
QString correctSpelling(const QStringList &words, const QList<KnownWord> &vocabulary);
