// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/memorymodel.h"

#include "model/practice/fsrs6.h"
#include "model/practice/fsrs7.h"

using namespace Qt::StringLiterals;

namespace {

template <std::size_t count>
QList<double> orDefaults(const QList<double> &weights, const std::array<double, count> &defaults)
{
    return weights.isEmpty() ? QList<double>(defaults.begin(), defaults.end()) : weights;
}

} // namespace

std::shared_ptr<const MemoryModel> makeMemoryModel(const QString &key, const QList<double> &weights,
                                                   const ModelOptions &options)
{
    if (key == u"fsrs6"_s) {
        const auto legal = Fsrs6::legalWeights(orDefaults(weights, Fsrs6::defaultWeights), options);
        if (!legal.isEmpty())
            return std::make_shared<const Fsrs6>(legal, options.longTermOnly);
    } else if (key == u"fsrs7"_s) {
        const auto legal = Fsrs7::legalWeights(orDefaults(weights, Fsrs7::defaultWeights));
        if (!legal.isEmpty())
            return std::make_shared<const Fsrs7>(legal);
    }
    return {};
}
