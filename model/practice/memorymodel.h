// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/review.h"

#include <QList>
#include <QString>

#include <memory>

// What is known about the memory of one question just after a review.
struct MemoryState
{
    double stability = 0;  // days; in FSRS-6, until recall has fallen to 90 %
    double fast = 0;       // days, the quick part of forgetting; FSRS-7 only, else 0
    double difficulty = 0; // 1 to 10

    bool operator==(const MemoryState &) const = default;
};

// A formula for how memory grows with reviews and fades between them. Immutable, so that any thread
// may use it.
class MemoryModel
{
public:
    virtual ~MemoryModel() = default;

    // As settings spell it: "fsrs6" or "fsrs7".
    virtual QString key() const = 0;
    virtual const QList<double> &weights() const = 0;

    // Whether time is counted in whole study days, rather than in fractions of 24 hours.
    virtual bool countsWholeDays() const = 0;

    // The state after the first review of all.
    virtual MemoryState first(Rating rating) const = 0;
    // The state after a review `days` after the one before; not negative.
    virtual MemoryState next(const MemoryState &before, double days, Rating rating) const = 0;
    // The chance, 0 to 1, to recall after `days`.
    virtual double recall(const MemoryState &state, double days) const = 0;
    // Days until recall has fallen to `retention`, between 0 and 1; not rounded.
    virtual double interval(const MemoryState &state, double retention) const = 0;
};

// What of the way a model is used changes its formulas or the weights that are legal. Only FSRS-6
// knows the difference.
struct ModelOptions
{
    bool longTermOnly = false; // a review on the day of the one before counts as any other
    int relearningSteps = 1;
};

// The model of a key with these weights, or with its defaults when there are none. Weights outside
// the model's legal box are moved to its border, and those of older versions of it are brought up
// to date. Null for an unknown key, a number of weights that no version had, or one not finite.
std::shared_ptr<const MemoryModel> makeMemoryModel(const QString &key,
                                                   const QList<double> &weights = {},
                                                   const ModelOptions &options = {});
