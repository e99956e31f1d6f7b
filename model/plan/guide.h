// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/question.h"

// Who is preparing, and what of the deck concerns them.
struct Level
{
    QString key; // "mid" in a source file, "django/mid" in a collection
    QString title;
    QString summary;
    QStringList topics; // keys of those that interviewers dwell on
    QList<Tier> tiers;  // must-study questions are of these
    QString duration;   // how long preparing takes, "6 to 8 weeks"
    QString hours;      // and how many hours in all
    QStringList focus;  // what interviewers ask at this level, a line each
    // How many questions of each tier a mock interview asks; empty when the deck does not say.
    QList<int> interview = {};
};

// One entry of the study guide.
struct GuideEntry
{
    enum class Kind { Tip = 0, Faq = 1, Resource = 2 }; // stored, so the numbers never change

    Kind kind = Kind::Tip;
    QString title; // of a FAQ, the question
    QString text;  // inline Markdown
    QString url;   // of a resource
};
