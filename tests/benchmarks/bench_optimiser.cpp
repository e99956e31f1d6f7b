// SPDX-License-Identifier: GPL-3.0-or-later
// Time of fitting the weights of FSRS-6 to a simulated log. The floor is one prediction of the same
// log.
//
// usage: bench_optimiser [REPEATS] [REVIEWS]

#include "figures.h"
#include "model/practice/optimiser.h"
#include "tests/support/simulatedlog.h"

#include <QElapsedTimer>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

Fsrs6 learner()
{
    return Fsrs6({0.9, 2.1,  5.2,  18.5, 5.7,  0.72, 2.2,  0.02, 1.45, 0.22, 1.15,
                  1.1, 0.09, 0.33, 1.2,  0.45, 2.4,  0.42, 0.25, 0.11, 0.32});
}

template <typename Work>
double milliseconds(const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    QTextStream out(stdout);
    const auto argument = [=](int index, int otherwise) {
        return argc > index ? QString::fromLocal8Bit(argv[index]).toInt() : otherwise;
    };
    const int repeats = argument(1, 20);
    const Fsrs6 truth = learner();
    const Fsrs6 defaults({Fsrs6::defaultWeights.cbegin(), Fsrs6::defaultWeights.cend()});
    const QList<LoggedReview> log = SimulatedReviewer(truth, 1).log(argument(2, 24000));
    QList<double> floor;
    QList<double> fits;
    QList<double> judged;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        floor.append(milliseconds([&] { evaluate(defaults, log); }));
        fits.append(milliseconds([&] { fitWeights(log); }));
        judged.append(milliseconds([&] { fitAndJudge(log, defaults); }));
    }
    const Figures floorFigures = figuresOf(floor);
    const auto print = [&](const QString &what, const QList<double> &samples) {
        const Figures figures = figuresOf(samples);
        out << "  " << what.leftJustified(16) << ' ' << describe(figures, u"ms"_s) << "   ratio "
            << QString::number(figures.median / floorFigures.median, 'f', 2) << '\n';
    };
    const Prediction before = evaluate(defaults, log);
    const Prediction after = evaluate(Fsrs6(fitWeights(log).value()), log);
    out << "optimiser, " << log.size() << " reviews with " << before.items << " items\n";
    print(u"one prediction"_s, floor);
    print(u"fit"_s, fits);
    print(u"fit and judge"_s, judged);
    out << "  log loss " << QString::number(before.logLoss, 'f', 4) << " to "
        << QString::number(after.logLoss, 'f', 4) << '\n';
    return 0;
}
