// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionfilter.h"

#include <QList>
#include <QString>

// How well an answer went; the numbers are stored and are the keys that grade.
enum class Rating { Again = 1, Hard = 2, Good = 3, Easy = 4 };

inline constexpr Rating allRatings[] = {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy};

// Translated, as on the button.
QString ratingTitle(Rating rating);

// Whether an answer made a key point.
struct PointResult
{
    qint64 keyPoint = 0; // row of the key point
    bool met = false;
};

// One graded attempt at a question. Never changed once made; undoing a grade marks it deleted.
struct Review
{
    QString uid;
    QuestionId question = 0;
    QString session;  // uid
    int position = 0; // in the session, from 0
    Rating rating = Rating::Good;
    QString answer;      // as typed, or empty
    qint64 duration = 0; // milliseconds from question to grade
    qint64 created = 0;  // see currentTime()
    int day = 0;         // study day, see studyDay()
    int wait = 0;        // minutes until it comes back, as the button said; 0 for what follows
    QList<PointResult> points;

    // Whether its session asks the question again: it was not known, and is due again today.
    bool comesBack() const { return rating == Rating::Again && wait > 0 && wait < 24 * 60; }
};

// The grade that the points suggest: under 40 % of them Again, under 60 % Hard, else Good; Easy
// when all are met within `usual` milliseconds.
Rating suggestedRating(int met, int total, qint64 duration, qint64 usual);

// How long an answer may take in an interview, in milliseconds; the usual time until the learner's
// own is known.
qint64 timeAllowed(Tier tier);

// A time in milliseconds as a stop watch shows it, "4:48".
QString clockText(qint64 milliseconds);
