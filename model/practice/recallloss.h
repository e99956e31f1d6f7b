// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/fsrs6.h"
#include "model/practice/reviewhistory.h"

#include <array>

using Fsrs6Weights = std::array<double, Fsrs6::box.size()>;

// The loss of predicting the items of a history with Fsrs6: of each its log loss times its weight.
// Adds the slope of that by each of the weights, which must be legal, to `gradient`. Where the
// model cuts a value off at a bound, the slope is 0 beyond the bound, and on it what it is inside.
double addLoss(const Fsrs6Weights &weights, bool longTermOnly, const ReviewHistory &history,
               Fsrs6Weights &gradient);
