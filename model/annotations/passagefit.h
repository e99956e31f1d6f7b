// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/textanchor.h"

#include <optional>

// What textanchor.cpp and editedpassage.cpp share: a text and an anchor in the form in which they
// are compared, and how well the one fits somewhere in the other.

// How much context is kept on a side: the first that is unlike everything else.
inline constexpr qsizetype contextLengths[] = {32, 48, 64, 96, 128, 192, 256};

// What is kept of a side that tells nothing at any length, so that nobody relies on it.
inline constexpr qsizetype cutContext = 16;

// By how many edits each side of a quote differs from everything else in its text, as far as
// contextLengths allows. A place found later with fewer is not one of those.
inline constexpr int distinction = 12;
inline constexpr int fewEdits = distinction / 6;
inline constexpr int mostEdits = distinction * 2 / 3;

// From here on, a quote says where it belongs without any context, if it was unlike the rest.
inline constexpr qsizetype tellingQuote = 40;

// A side shorter than this says too little alone: it is near an end of the text, or was cut because
// the same stood elsewhere.
inline constexpr qsizetype tellingSide = 24;

// What a side says about a quote hangs on the characters between them.
inline constexpr qsizetype tellingRun = 12;

// A text with each run of white space as one space: a new line breaking or indent moves nothing.
struct SqueezedText
{
    explicit SqueezedText(QStringView source);

    // The first character that does not come from before `origin` in the source.
    qsizetype indexOf(qsizetype origin) const;

    // The part of the source that a range without white space at its ends comes from.
    TextRange source(TextRange range) const;

    QString text;
    QList<qsizetype> origins; // of each character, and the source's end
};

// An anchor as it is looked for.
struct SoughtPassage
{
    explicit SoughtPassage(const TextAnchor &anchor);

    QString left;
    QString quote; // without white space at its ends
    QString right;
    QString lead; // that white space, as it was
    QString trail;
    bool alone = false; // whether the quote was unlike everything else; see makeAnchor()
};

// A place in a squeezed text, and the edits by which the anchor's parts differ there.
struct PassageFit
{
    TextRange range;
    int quote = 0;
    int left = 0;
    int right = 0;
    qsizetype leftRun = 0; // of how many characters next to the quote are the very same
    qsizetype rightRun = 0;

    int edits() const { return quote + left + right; }
};

// On how much a fit rests.
enum class PassageEvidence { None, Quote, OneSide, BothSides };

PassageEvidence evidenceOf(const PassageFit &fit, const SoughtPassage &sought);

// Counts the edits of the sides as those next to `range`.
PassageFit fitAt(const QString &page, TextRange range, const SoughtPassage &sought);

// Whether a character is part of a word or a name.
bool isWord(QChar character);

// The edits by which `sought` is found in `text` outside of `taken`.
int distanceElsewhere(QStringView sought, QStringView text, TextRange taken, int limit);

// Whether an end of the quote and what was next to it are still side by side, but not at the fit:
// then it was torn, or this is another.
bool isTorn(const QString &page, const PassageFit &fit, const SoughtPassage &sought);

// Whether what a fit rests on is also found elsewhere, not much worse.
bool isRivalled(const QString &page, const PassageFit &fit, const SoughtPassage &sought);
