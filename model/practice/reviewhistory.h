// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/review.h"

#include <QList>

#include <vector>

// One review of the log, as far as memory is concerned.
struct LoggedReview
{
    QuestionId question = 0;
    int day = 0; // number of the study day
    Rating rating = Rating::Good;
};

// One review in the history of a question.
struct HistoryStep
{
    int days = 0; // since the review before it; 0 for the first, and on the same study day
    Rating rating = Rating::Good;
    // Each review after the first that is not on the same study day is an item: something to
    // predict from what came before. Its place among the items of the log, from 0; -1 for others.
    int item = -1;
    double weight = 0; // how much its prediction counts; 0 for one that does not
};

inline bool isItem(const HistoryStep &step)
{
    return step.item >= 0;
}

// All reviews of one question, in their order.
using ReviewHistory = std::vector<HistoryStep>;

// The histories in a log that is in the order of the reviews, by the first review of each. A day
// before that of the review before it, as a clock that was set back leaves it, counts as the same.
std::vector<ReviewHistory> historiesOf(const QList<LoggedReview> &log);

// How many items the histories hold.
int itemCount(const std::vector<ReviewHistory> &histories);

// Weighs each item by its place in time among them, from 0.25 for the oldest to 1 for the newest:
// 0.25 + 0.75·(i/(n-1))³. What was remembered long ago says less about the memory of today.
void weighByRecency(std::vector<ReviewHistory> &histories);
