// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/memorymodel.h"

#include "model/practice/fsrs6.h"

using namespace Qt::StringLiterals;

namespace {

QList<double> legalWeights(const QList<double> &weights, const ModelOptions &options)
{
    if (weights.isEmpty())
        return QList<double>(Fsrs6::defaultWeights.begin(), Fsrs6::defaultWeights.end());
    return Fsrs6::legalWeights(weights, options);
}

} // namespace

std::shared_ptr<const MemoryModel> makeMemoryModel(const QString &key, const QList<double> &weights,
                                                   const ModelOptions &options)
{
    if (key != u"fsrs6"_s)
        return {};
    const QList<double> legal = legalWeights(weights, options);
    if (legal.isEmpty())
        return {};
    return std::make_shared<const Fsrs6>(legal, options.longTermOnly);
}
