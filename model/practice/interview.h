// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/guide.h"
#include "model/practice/review.h"

#include <QDateTime>
#include <QMap>

#include <optional>

class QRandomGenerator;

// A key point of an interview's question, and whether the answer made it.
struct InterviewPoint
{
    KeyPoint point; // without its expression
    bool met = false;
};

// One question of a mock interview: what was asked, what was answered, and how it went.
struct InterviewQuestion
{
    QuestionId id = 0;
    QString title;
    QString prompt;   // inline Markdown
    QString followUp; // of a scenario; may be empty
    QString topic;    // title of the primary one; may be empty
    Tier tier = Tier::Basic;
    QuestionKind kind = QuestionKind::Open;

    qint64 allowed = 0; // milliseconds
    qint64 spent = 0;   // milliseconds; 0 only of a question that was never asked
    bool flagged = false;
    bool skipped = false; // by the learner, or because the interview ended before
    std::optional<Rating> rating;
    QMap<Section, QString> answers; // as typed; Section::None holds the whole of a plain answer
    QList<InterviewPoint> points;   // none before the interview has ended

    bool wasAsked() const { return spent > 0; }
};

// A timed session that never changes the schedule unless asked. It runs until `ended`, is then
// graded by the learner, and is finished with a scorecard.
struct Interview
{
    QString uid;
    QString level;        // its title, as it was then
    int position = 0;     // of the question at hand, asked or graded
    bool counted = false; // its grades went into the review log
    qint64 created = 0;   // see currentTime()
    qint64 modified = 0;
    qint64 ended = 0;    // 0 while it runs
    qint64 finished = 0; // 0 until it is graded
    QList<InterviewQuestion> questions;
};

// A finished interview as a trend shows it.
struct InterviewSummary
{
    QString uid;
    QString level;
    QDateTime started;
    int score = 0; // percent
    int asked = 0; // of `questions`
    int questions = 0;
};

// The parts of an answer that have a field of their own.
QList<Section> answerSections(QuestionKind kind);

bool isAnswered(const InterviewQuestion &question);
// All parts in one text, each under its title.
QString wholeAnswer(const InterviewQuestion &question);
int metCount(const InterviewQuestion &question);

qint64 timeAllowed(const Interview &interview); // milliseconds
qint64 timeSpent(const Interview &interview);   // milliseconds
int askedCount(const Interview &interview);

// How much a point of this tier weighs: 1, 1.5, 2, 2.5.
double pointWeight(Tier tier);
// Points met of all points, weighted by tier, in percent.
int interviewScore(const Interview &interview);

// The points of one tier or topic.
struct InterviewShare
{
    QString title;
    int met = 0;
    int total = 0;
};

QList<InterviewShare> sharesByTier(const Interview &interview);  // the easiest first
QList<InterviewShare> sharesByTopic(const Interview &interview); // the weakest first

// Questions, answers, points, times, ratings and the score, to keep or to send.
QString interviewMarkdown(const Interview &interview);

// How many questions of each tier a level asks; from its tiers when its deck does not say.
QList<int> interviewMix(const Level &level);

// A question that an interview may ask.
struct InterviewCandidate
{
    QuestionId id = 0;
    Tier tier = Tier::Basic;
    qint64 topic = 0;    // primary; 0 for none
    bool focus = false;  // interviewers dwell on its topic at this level
    bool recent = false; // was asked last time
};

// Chooses at random as many of each tier as `mix` says, from as many topics as possible, those of
// the level's focus first, and in the order to ask them. Questions of last time come only where
// there are no others; a tier that has too few is filled up from the others.
QList<QuestionId> chooseQuestions(QList<InterviewCandidate> candidates, const QList<int> &mix,
                                  QRandomGenerator &random);
