// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

// Once `window` has been painted for the first time, prints the time in nanoseconds of the steady
// clock, which every process of the machine shares, and ends the process.
void reportFirstFrame(QWidget &window);
