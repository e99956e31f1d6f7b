// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

Figures figuresOf(QList<double> samples)
{
    std::sort(samples.begin(), samples.end());
    const auto at = [&samples](double share) {
        return samples.at(qsizetype(double(samples.size() - 1) * share));
    };
    return {at(0.5), at(0.99), samples.constFirst(), samples.constLast()};
}

QString describe(const Figures &figures, const QString &unit)
{
    const auto number = [](double value) {
        return QString::number(value, 'f', value < 10 ? 2 : 1);
    };
    return u"median %1 (%2 to %3, p99 %4) %5"_s.arg(number(figures.median), number(figures.least),
                                                    number(figures.most), number(figures.p99),
                                                    unit);
}
