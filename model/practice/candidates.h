// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/reviewlog.h"

// How many questions of a topic a list holds.
struct TopicCount
{
    TopicId topic = 0;
    QString title;
    int count = 0;
};

// A question with all that its place in a list depends on.
struct PracticeCandidate
{
    QuestionId id = 0;
    TopicId topic = 0;
    QString topicTitle;
    Tier tier = Tier::Basic;
    bool drill = false;
    QuestionMemory memory; // of one that was practised
    double recall = 0;     // now
    int missed = 0;        // key points, in the last review
    int stubborn = 0;      // of them those missed again and again
};

// Those practised whose row in `memory` fulfils an SQL condition; `rules` tell their recall now.
Result<QList<PracticeCandidate>> readPractised(const Database &database, const MemoryRules &rules,
                                               const QString &condition, const Moment &now);
// Up to `limit` of those never practised that fulfil an SQL condition: of these tiers first, then
// in must-study order.
Result<QList<PracticeCandidate>> readUnseen(const Database &database, const QList<Tier> &tiers,
                                            const QString &condition, int limit);

// Sets the questions of a list apart from code drills on the same topic, where it can.
void spreadSiblings(QList<PracticeCandidate> &list);

QList<QuestionId> idsOf(const QList<PracticeCandidate> &list);
// How many of a list each topic has, the largest first.
QList<TopicCount> countTopics(const QList<PracticeCandidate> &list);

// A key point is stubborn when it was missed in this many reviews in a row.
inline constexpr int stubbornRun = 2;
