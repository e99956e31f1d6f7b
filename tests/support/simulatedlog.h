// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/fsrs6.h"
#include "model/practice/reviewhistory.h"

#include <QRandomGenerator>

#include <cmath>

// Reviews of someone who remembers as a model says, and is asked when FSRS-6 with its defaults
// would. A day brings up to ten questions not seen before; one that was forgotten comes again the
// same day.
class SimulatedReviewer
{
public:
    // `truth` must outlive the learner.
    SimulatedReviewer(const MemoryModel &truth, quint32 seed)
        : m_truth(truth)
        , m_random(seed)
    {
    }

    QList<LoggedReview> log(qsizetype reviews)
    {
        while (m_log.size() < reviews)
            practise(m_day++);
        return m_log.first(reviews);
    }

private:
    struct Question
    {
        MemoryState memory; // by the truth
        MemoryState guess;  // by the defaults
        int last = 0;
        int due = 0;
    };

    void practise(int day)
    {
        for (qsizetype i = 0; i < m_questions.size(); ++i) {
            // One day in five is lost.
            if (m_questions.at(i).due <= day && m_random.generateDouble() < 0.8)
                ask(i, day);
        }
        for (int i = 0; i < 10; ++i)
            meet(day);
    }

    void meet(int day)
    {
        const Rating rating = pick(0.24, 0.33, 0.83);
        m_questions.append({m_truth.first(rating), m_defaults.first(rating), day, day});
        grade(m_questions.size() - 1, day, rating);
    }

    void ask(qsizetype index, int day)
    {
        Question &question = m_questions[index];
        const double recall = m_truth.recall(question.memory, day - question.last);
        const Rating rating = m_random.generateDouble() < recall ? pick(0, 0.2, 0.85) //
                                                                 : Rating::Again;
        remember(question, day, rating);
        grade(index, day, rating);
    }

    void remember(Question &question, int day, Rating rating)
    {
        question.memory = m_truth.next(question.memory, day - question.last, rating);
        question.guess = m_defaults.next(question.guess, day - question.last, rating);
        question.last = day;
    }

    void grade(qsizetype index, int day, Rating rating)
    {
        Question &question = m_questions[index];
        m_log.append({index, day, rating});
        if (rating == Rating::Again) {
            remember(question, day, Rating::Good);
            m_log.append({index, day, Rating::Good});
        }
        const double spread = 0.9 + 0.2 * m_random.generateDouble();
        const double wait = m_defaults.interval(question.guess, 0.9) * spread;
        question.due = day + std::max(1, int(std::round(wait)));
    }

    Rating pick(double again, double hard, double good)
    {
        const double drawn = m_random.generateDouble();
        if (drawn < again)
            return Rating::Again;
        if (drawn < hard)
            return Rating::Hard;
        return drawn < good ? Rating::Good : Rating::Easy;
    }

    const MemoryModel &m_truth;
    const Fsrs6 m_defaults{{Fsrs6::defaultWeights.begin(), Fsrs6::defaultWeights.end()}};
    QRandomGenerator m_random;
    QList<Question> m_questions;
    QList<LoggedReview> m_log;
    int m_day = 0;
};
