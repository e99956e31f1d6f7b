// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// When something comes back, as grades promise it: "in 10 min", "in 8 days", "in 3 months".
QString waitText(int minutes);

// How long something takes, "22 minutes", of milliseconds; at least one minute.
QString durationText(qint64 milliseconds);

// The same where it may be long, "15 h 36 min"; "0 min" of nothing.
QString hoursText(qint64 milliseconds);
