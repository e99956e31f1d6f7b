// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionfilter.h"

#include <QList>
#include <QString>

#include <optional>

// The plan to the interview, week by week. Days are Julian day numbers, see QDate.

// One thing to do in a week, with a box to tick.
struct PlanTask
{
    enum class Kind {      // stored, so the numbers never change
        Topic = 0,         // go through `count` new questions of a topic
        Drills = 1,        // solve `count` code drills
        MockInterview = 2, // sit one, on `day`
        Reviews = 3,       // nothing new any more: only what comes back
        LastMock = 4,      // the last mock interview, and nothing new after it
    };

    Kind kind = Kind::Topic;
    TopicId topic = 0;
    QString title;     // of the topic
    QList<Tier> tiers; // of its questions that are meant
    int count = 0;
    int left = 0;                    // questions of the topic that are unseen when the week begins
    int done = 0;                    // of `count`, by practising
    int day = 0;                     // of a mock interview; 0 for no day in particular
    std::optional<bool> ticked = {}; // by hand

    bool isDone() const { return ticked.value_or(count > 0 && done >= count); }
};

// Monday to Sunday, or what of it lies between today and the last days.
struct PlanWeek
{
    int first = 0;
    int last = 0;
    bool lastDays = false; // before the interview: reviews only
    int minutes = 0;       // planned
    int spent = 0;         // of them
    QList<PlanTask> tasks;
};

// A topic, or the rest of one, for which there is no time.
struct DroppedTopic
{
    TopicId topic = 0;
    QString title;
    int count = 0; // questions
};

struct StudyPlan
{
    QList<PlanWeek> weeks;       // the present one first
    QList<DroppedTopic> dropped; // in must-study order
    int minutesShort = 0;        // what the dropped ones would take
    int end = 0;                 // the interview, or four weeks from today
    bool dated = false;
};
