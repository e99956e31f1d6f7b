// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// FTS5 has no alternatives inside NEAR, so deck sources may write them with a bar, and this writes
// them out: NEAR(run|send query, 5) becomes (NEAR(run query, 5) OR NEAR(send query, 5)), and
// lazy|deferred becomes (lazy OR deferred). Text without a bar is returned as it is.
QString writeOutAlternatives(const QString &expression);
