// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class Appearance;

// Writes a picture of every page and state, in both themes, into `folder`, which is made if need
// be. Works on a collection of its own that is thrown away, never on the user's. Returns the exit
// code.
int runTour(const QString &folder, Appearance &appearance);
