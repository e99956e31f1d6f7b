// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

// How a learner grades, and how long it takes them: what a plan expects of them. Ratings count from
// Again.
struct PracticeHabits
{
    // Shares of the first grades, and of grades other than Again later on; each sums up to 1.
    std::array<double, 4> firstGrades{0.24, 0.094, 0.495, 0.171};
    std::array<double, 3> passGrades{0.224, 0.631, 0.145};

    // Seconds from question to grade: the first time, later, and once more after an Again.
    std::array<double, 4> learning{19.58, 18.79, 13.78, 10.71};
    std::array<double, 4> reviewing{19.38, 17.59, 12.38, 8.94};
    double relearning = 12.32;

    bool operator==(const PracticeHabits &) const = default;

    // That the first grade of a question takes, with what an Again brings with it.
    double secondsForNew() const;
    // The same later on, given the chance of recall.
    double secondsForReview(double recall) const;
};
