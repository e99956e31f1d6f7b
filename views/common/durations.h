// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// When something comes back, as grades promise it: "in 10 min", "in 8 days", "in 3 months".
QString waitText(int minutes);

// How long something takes, "22 minutes", of milliseconds; at least one minute.
QString durationText(qint64 milliseconds);
