// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/question.h"

#include <QString>

#include <optional>

using QuestionId = qint64;
using TopicId = qint64;

// Which questions a list shows, and in which order. All conditions hold together.
struct QuestionFilter
{
    enum class State {
        Any,
        New,      // never graded
        Learning, // remembered for less than three weeks
        Solid,    // or longer
        Bookmarked,
        WithNotes,
        Due,     // to be practised today
        Updated, // worded otherwise by a newer deck, and not looked at since
    };

    // With a search text, the best match comes first unless another order than Number is chosen.
    enum class Sort { Number, Title, Tier, Topic };

    QString text; // as typed, see SearchQuery
    std::optional<Tier> tier;
    TopicId topic = 0; // 0 for any
    State state = State::Any;
    Sort sort = Sort::Number;

    bool operator==(const QuestionFilter &) const = default;

    // Whether anything but the order is asked for.
    bool narrows() const
    {
        return !text.trimmed().isEmpty() || tier || topic != 0 || state != State::Any;
    }
};
