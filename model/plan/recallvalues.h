// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/practicehabits.h"
#include "model/practice/memorymodel.h"

#include <memory>
#include <vector>

// What follows from a review: each grade's chance, and the state after it. A question graded Again
// is recalled once more on the same day.
struct ReviewOutlook
{
    std::array<double, 4> chances{};
    std::array<MemoryState, 4> after{};
    double seconds = 0; // expected
};

ReviewOutlook firstReview(const MemoryModel &model, const PracticeHabits &habits);
ReviewOutlook laterReview(const MemoryModel &model, const PracticeHabits &habits,
                          const MemoryState &state, double days);

// What to expect of a question until the interview.
struct Prospect
{
    double value = 0;   // recall on the day, less the price of the seconds spent by then
    double seconds = 0; // spent by then
};

// Points in the space of memory states, between which values are interpolated.
class StateGrid final
{
public:
    static constexpr int stabilities = 40; // evenly in log stability
    static constexpr int difficulties = 6;
    static constexpr int cells = stabilities * difficulties;

    // The corner of the square that a state is in, and how far it is into it, 0 to 1.
    struct Place
    {
        int cell = 0;
        float along = 0;
        float across = 0;
    };

    static Place placeOf(const MemoryState &state);
    static MemoryState stateOf(int cell);
    // Of values at all cells.
    static double interpolate(const float *values, const Place &place);
};

// How states on the grid follow from one another, whatever the price. Immutable.
class ReviewTransitions final
{
public:
    struct Transition
    {
        std::array<StateGrid::Place, 4> after{};
        std::array<float, 4> chances{};
        float seconds = 0;
    };

    // For plans of up to `horizon` days. `model` must count whole days.
    ReviewTransitions(std::shared_ptr<const MemoryModel> model, const PracticeHabits &habits,
                      int horizon);

    const MemoryModel &model() const { return *m_model; }

    const PracticeHabits &habits() const { return m_habits; }

    int horizon() const { return m_horizon; }

    // Days since the last review that have values of their own: all at first, then ever fewer.
    const std::vector<int> &elapsed() const { return m_elapsed; }

    // By cell, of a review after elapsed()[index] days.
    const std::vector<Transition> &after(std::size_t index) const { return m_transitions[index]; }

private:
    std::shared_ptr<const MemoryModel> m_model;
    PracticeHabits m_habits;
    int m_horizon;
    std::vector<int> m_elapsed;
    std::vector<std::vector<Transition>> m_transitions;
};

// The best that can be expected of a question when a second of practice has a price in recall, each
// day being decided by what is best from then on. Solved backwards from the interview, see the
// design notes. Immutable.
class RecallValues final
{
public:
    // `price` is in recall per second. `practised` says by the days that are left how likely there
    // is practice on that day, 0 to 1; the first, the interview's own day, does not count. What is
    // missing is 1.
    RecallValues(std::shared_ptr<const ReviewTransitions> transitions, double price,
                 const std::vector<float> &practised = {});

    double price() const { return m_price; }

    // Of leaving a question for today, `elapsed` days after its last review. Of one just reviewed
    // when that is 0. More days left than the horizon count as the horizon.
    Prospect ofWaiting(const MemoryState &state, int elapsed, int daysLeft) const;
    // Of a review, or of the first, today.
    Prospect ofReview(const ReviewOutlook &review, int daysLeft) const;
    // Of meeting a new question tomorrow or later, with at least `noneNew` days left, or never.
    Prospect ofMeetingLater(const ReviewOutlook &first, int daysLeft, int noneNew) const;

private:
    struct Layer // by elapsed, then cell
    {
        std::vector<float> value;
        std::vector<float> seconds;
    };

    double chanceOfPractice(int daysLeft) const;
    void solve(int daysLeft);

    std::shared_ptr<const ReviewTransitions> m_transitions;
    double m_price;
    std::vector<float> m_practised;
    std::vector<Layer> m_layers; // by days left
};
