// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

// The whole program, from the command line to the exit code. `whenShown` is called once the window
// is up; a benchmark waits there for its first frame.
int runWoodshed(int argc, char *argv[], const std::function<void(QWidget &window)> &whenShown = {});
