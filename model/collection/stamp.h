// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Milliseconds since 1970 in UTC, as every time in a collection.
qint64 currentTime();

// A new UUID version 7 (RFC 9562): unique on every machine, and in order of creation.
QString newUid();
