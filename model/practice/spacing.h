// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/memorymodel.h"

#include <array>
#include <utility>

// Where a question stands on its way into memory; the numbers are stored.
enum class LearningPhase { New = 0, Learning = 1, Review = 2, Relearning = 3 };

// All that the log of one question adds up to.
struct Memory
{
    MemoryState state;
    LearningPhase phase = LearningPhase::New;
    int step = 0;    // of the learning or relearning steps
    int reviews = 0; // so far
    int lapses = 0;  // graded Again when in Review

    bool operator==(const Memory &) const = default;
};

// How waits follow from memory.
struct SpacingRules
{
    double retention = 0.9;    // recall aimed at, 0.7 to 0.99
    int longest = 36500;       // days, at least 1; no button promises more
    QList<int> learning{10};   // minutes; steps of a question that is new
    QList<int> relearning{10}; // minutes; steps of one that was forgotten
    bool longTermOnly = false; // no steps, and same-day reviews count as any other
    bool fuzz = true;          // spread waits of more than two days, so that days even out
};

inline constexpr int minutesPerDay = 24 * 60;

// What a grade would lead to.
struct Outcome
{
    Memory memory;
    int wait = 0; // minutes until the question comes back; whole days from one day on
};

// The outcome of each rating, Again first, of a review `elapsed` days after the one before (0 for
// the first, and for one that a clock put back makes earlier). No rating waits longer than the next
// better one. `seed` makes the fuzz: the same seed and number of reviews give the same wait, so
// that the button tells the truth.
std::array<Outcome, 4> outcomes(const MemoryModel &model, const SpacingRules &rules,
                                const Memory &before, double elapsed, quint64 seed);

// The memory after a review whose wait is known; the same as that of the outcome with this wait.
// The wait alone tells steps from days, so that rules which changed since do not change the past.
Memory afterReview(const MemoryModel &model, const Memory &before, double elapsed, Rating rating,
                   int wait);

// The days, both included, from which fuzz may choose for an interval of `days`, 2.5 or more, given
// `elapsed` days after the review before.
std::pair<int, int> fuzzRange(double days, int elapsed, int longest);
