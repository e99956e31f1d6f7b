// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/practicehabits.h"

double PracticeHabits::secondsForNew() const
{
    double seconds = firstGrades[0] * relearning;
    for (std::size_t i = 0; i < firstGrades.size(); ++i)
        seconds += firstGrades[i] * learning[i];
    return seconds;
}

double PracticeHabits::secondsForReview(double recall) const
{
    double passed = 0;
    for (std::size_t i = 0; i < passGrades.size(); ++i)
        passed += passGrades[i] * reviewing[i + 1];
    return recall * passed + (1 - recall) * (reviewing[0] + relearning);
}
