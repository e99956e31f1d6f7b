// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/reviewlog.h"

// What the learner chose about the schedule; lives in the collection.
struct SchedulePlan
{
    int newPerDay = 5;      // questions, 0 to 50
    double retention = 0.9; // recall aimed at, 0.8 to 0.97
    QString model = QStringLiteral("fsrs6");

    bool operator==(const SchedulePlan &) const = default;
};

inline constexpr int mostNewPerDay = 50;
inline constexpr double lowestRetention = 0.8;
inline constexpr double highestRetention = 0.97;

// What the collection keeps about the schedule.
struct StoredSchedule
{
    SchedulePlan plan;
    QHash<QString, QList<double>> weights; // by model
    QString madeBy; // signature of the rules by which the kept memory was derived
};

Result<StoredSchedule> readSchedule(const Database &database);
Status keepPlan(const Database &database, const SchedulePlan &plan);
Status keepWeights(const Database &database, const QString &model, const QList<double> &weights);

// The rules that follow, with the default weights where there are none.
MemoryRules rulesOf(const SchedulePlan &plan, const QHash<QString, QList<double>> &weights);

// What memory depends on, as one line.
QString signatureOf(const MemoryRules &rules);

// Derives all of memory from the review log anew, and keeps by which rules.
Status deriveMemory(const Database &database, const MemoryRules &rules);
// Whether the memory that a collection keeps is what its review log adds up to.
Result<bool> checkMemory(const Database &database);
