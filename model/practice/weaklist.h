// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/candidates.h"

// Topics of which little would be recalled today, the weakest first.
struct WeakTopic
{
    TopicCount topic;  // how many of its questions were practised
    double recall = 0; // expected share of their key points, 0 to 1
};

struct WeakList
{
    QList<WeakTopic> topics;
    QList<QuestionId> questions; // up to ten of them, the weakest first
};

// A key point missed in at least two reviews in a row.
struct StubbornPoint
{
    QuestionId question = 0;
    QString text; // inline Markdown
    int run = 0;  // in how many reviews
};

// `rules` tell what is recalled now; where fewer than ten questions are weak, unseen ones of the
// weak topics follow, of these tiers first.
Result<WeakList> readWeakList(const Database &database, const MemoryRules &rules,
                              const QList<Tier> &tiers, const Moment &now);
// The twenty missed in the most reviews, the worst first.
Result<QList<StubbornPoint>> readStubbornPoints(const Database &database);
