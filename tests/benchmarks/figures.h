// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

// What repeated measurements of one thing say, in the unit they were taken in.
struct Figures
{
    double median = 0;
    double p99 = 0;
    double least = 0;
    double most = 0;
};

// `samples` must not be empty.
Figures figuresOf(QList<double> samples);

// "median 0.42 (0.40 to 0.61, p99 0.58) ms".
QString describe(const Figures &figures, const QString &unit);
