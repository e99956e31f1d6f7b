// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionfilter.h"
#include "model/questions/worddiff.h"
#include "model/result.h"

#include <QHash>
#include <QObject>

#include <optional>

class Collection;

// What an upgraded deck words otherwise in a question: the words as the learner knew them,
// Markdown.
struct QuestionUpdate
{
    QuestionId question = 0;
    QString version; // of the deck that changed it last
    QString prompt;
    QString followUp;
    QString answer;
    bool seen = false; // the learner is done with the difference

    bool operator==(const QuestionUpdate &) const = default;
};

// What changed, for a person to read. Empty where nothing did.
struct QuestionDifference
{
    QList<DiffLine> prompt;
    QList<DiffLine> answer; // as pages show it, with the follow-up's question
};

QuestionDifference differenceOf(const QuestionUpdate &update, const Question &now);

// Which questions upgraded decks have changed, and whether the learner has looked at it. What is
// set here counts at once; the disk follows. `collection` must outlive the store.
class UpdateStore final : public QObject
{
    Q_OBJECT

public:
    explicit UpdateStore(Collection &collection, QObject *parent = nullptr);

    // What changed last in a question, seen or not; nothing if it is as it always was.
    Result<std::optional<QuestionUpdate>> updateOf(QuestionId question) const;

    void setSeen(QuestionId question, bool seen);

signals:
    void changed(QuestionId question);

private:
    Collection &m_collection;
    QHash<QuestionId, bool> m_seen; // all that was set in this run; small, so never emptied
};
