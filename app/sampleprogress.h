// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/outlook.h"
#include "model/questions/questionstore.h"
#include "model/result.h"

class Database;
struct MemoryRules;

// Made-up progress, for pictures and tests: what seven weeks of practice leave behind.

// Reviews of `questions`, which must not have been practised yet, sittings, and readiness as it was
// recorded, up to the day before `today`. Call it where the collection is written.
Status writeSamplePractice(const Database &database, const MemoryRules &rules,
                           const QList<QuestionId> &questions, int today);

// That a newer deck changed the answer of `question`. Call it where the collection is written.
Status writeSampleUpdate(const Database &database, QuestionId question);

// An outlook that fits them, `ahead` days long; with a date at its end, or without one.
Outlook sampleOutlook(const QList<TopicRow> &topics, int today, int ahead, bool dated = true);
