// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/interview.h"

// What the figures of a finished interview say in words. Nothing here is more than counted.

// "one" to "ten", then digits.
QString countWord(int count);

// What went well, a line each; `earlier` are the interviews before it, the oldest first.
QStringList interviewStrengths(const Interview &interview, const QList<InterviewSummary> &earlier);

// Where the points were lost, in a few sentences.
QString interviewMeaning(const Interview &interview);

// Questions with a missed point, in the order they were asked.
QList<QuestionId> questionsMissed(const Interview &interview);
int missedCount(const Interview &interview);
