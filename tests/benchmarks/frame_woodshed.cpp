// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program, up to its first frame.

#include "app/run.h"
#include "firstframe.h"

int main(int argc, char *argv[])
{
    return runWoodshed(argc, argv, reportFirstFrame);
}
