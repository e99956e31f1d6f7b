// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the review log is written, and how memory follows from it. For the stores of practice: what
// runs here runs inside a transaction of the writer's thread.

#include "model/practice/review.h"
#include "model/practice/spacing.h"
#include "model/practice/studyday.h"
#include "model/result.h"

#include <QHash>

#include <optional>

class Database;
class QSqlQuery;

// By which rules memory is derived. Cheap to copy, and safe to use in any thread.
struct MemoryRules
{
    std::shared_ptr<const MemoryModel> model;
    SpacingRules spacing;
};

// What the log of one question adds up to: a row of the table `memory`.
struct QuestionMemory
{
    Memory memory;
    Rating rating = Rating::Good; // the last
    int firstDay = 0;             // study day of the first review
    int lastDay = 0;              // and of the last
    qint64 lastTime = 0;          // when the last was made
    int dueDay = 0;               // study day from which it is due
    qint64 dueTime = 0;           // when, if that is minutes after the last review; else 0

    bool operator==(const QuestionMemory &) const = default;
};

// Days since the last review as the model counts them. A clock that was set back makes them 0.
double daysSince(const QuestionMemory &memory, const MemoryModel &model, const Moment &now);

// Whether a question is due. One last reviewed in the future is: the clock was wrong then. A day
// ahead is not the future to a learner who travelled west.
bool isDue(const QuestionMemory &memory, const Moment &now);

// What each rating of `question` would lead to, Again first; `memory` is null before its first
// review.
std::array<Outcome, 4> outcomesOf(QuestionId question, const QuestionMemory *memory,
                                  const MemoryRules &rules, const Moment &now);

// The memory after one more review.
QuestionMemory remember(const QuestionMemory *before, const Review &review,
                        const MemoryRules &rules);

Result<std::optional<QuestionMemory>> memoryOf(const Database &database, QuestionId question);
// That of a review's question as it was when the review was made: without it and what followed.
Result<std::optional<QuestionMemory>> memoryBefore(const Database &database, const Review &review,
                                                   const MemoryRules &rules);
// Every question that was ever practised.
Result<QHash<QuestionId, QuestionMemory>> allMemories(const Database &database);

// For queries of their own: the columns of `memory`, and what is in a row that begins with them.
QString memoryColumns();
QuestionMemory memoryFrom(const QSqlQuery &row);

// Adds a review, with its points and what it does to memory. One that promised no wait keeps the
// one that follows.
Status logReview(const Database &database, const Review &review, const MemoryRules &rules);
// Has a review count again, or no longer.
Status setCounts(const Database &database, const Review &review, bool counts,
                 const MemoryRules &rules);

// Derives all of memory from the log anew.
Status rebuildMemory(const Database &database, const MemoryRules &rules);
// Whether memory is what the log adds up to.
Result<bool> isMemorySound(const Database &database, const MemoryRules &rules);
