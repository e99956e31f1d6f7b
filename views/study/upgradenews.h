// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct Installation;

// What a newer deck brought, as a sentence: "Django is now version 1.1.0: 12 questions changed, 3
// new." Empty when that is nothing a learner would notice.
QString upgradeNews(const Installation &installation);
