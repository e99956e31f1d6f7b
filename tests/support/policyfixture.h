// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/plansimulation.h"
#include "model/practice/fsrs6.h"

#include <QtGlobal>

#include <cmath>

// What tests of plans are made from: questions, days and prices without a collection.

inline constexpr int planDay = 2'460'000; // a study day to plan from, a Saturday

// Of random tests. Said in the output, and repeated by setting WOODSHED_SEED.
inline quint32 planSeed(quint32 usual)
{
    const quint32 seed = qEnvironmentVariableIsSet("WOODSHED_SEED")
                             ? qEnvironmentVariable("WOODSHED_SEED").toUInt()
                             : usual;
    qInfo("seed %u (set WOODSHED_SEED for another)", seed);
    return seed;
}

inline std::shared_ptr<const MemoryModel> usualMemory()
{
    return makeMemoryModel(QStringLiteral("fsrs6"));
}

inline std::vector<PlanQuestion> unseenQuestions(int count, double weight = 1)
{
    std::vector<PlanQuestion> questions(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < questions.size(); ++i) {
        questions[i].id = QuestionId(i) + 1;
        questions[i].weight = weight;
    }
    return questions;
}

inline PlanQuestion seenQuestion(double stability, int elapsed, double weight = 1)
{
    PlanQuestion question;
    question.weight = weight;
    question.seen = true;
    question.state = {stability, 0, 5};
    question.lastDay = planDay - elapsed;
    return question;
}

inline PlanCalendar evenDays(int days, double minutes, double attendance = 1)
{
    PlanCalendar calendar;
    calendar.today = planDay;
    calendar.seconds.assign(std::size_t(days), 60 * minutes);
    calendar.attendance = attendance;
    return calendar;
}

// Prices of the time on these days.
inline PriceLadder ladderFor(const PlanCalendar &calendar)
{
    return {std::make_shared<ReviewTransitions>(usualMemory(), PracticeHabits(), calendar.days()),
            calendar.practised()};
}
