// SPDX-License-Identifier: GPL-3.0-or-later
// Random weights and histories; set WOODSHED_SEED to repeat a run.

#include "model/practice/prediction.h"
#include "model/practice/recallloss.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

namespace {

struct Sample
{
    Fsrs6Weights weights{};
    ReviewHistory history;
    bool longTermOnly = false;
};

// Between the default and either end of what is legal, and one time in ten at that end.
double randomWeight(size_t index, QRandomGenerator &random)
{
    const double usual = Fsrs6::defaultWeights[index];
    const WeightRange range = Fsrs6::box[index];
    const double end = random.bounded(2) == 0 ? range.least : range.most;
    const double way = random.bounded(10) == 0 ? 1 : std::pow(random.generateDouble(), 3);
    return usual + way * (end - usual);
}

ReviewHistory randomHistory(QRandomGenerator &random)
{
    ReviewHistory history{{0, Rating(random.bounded(1, 5))}};
    for (int left = random.bounded(1, 20); left > 0; --left) {
        const int days = int(std::exp(random.generateDouble() * 7) - 1);
        const bool item = days > 0;
        history.push_back({days, Rating(random.bounded(1, 5)), item ? int(history.size()) : -1,
                           item ? 0.25 + 0.75 * random.generateDouble() : 0});
    }
    return history;
}

Sample randomSample(QRandomGenerator &random)
{
    Sample sample;
    for (size_t i = 0; i < sample.weights.size(); ++i)
        sample.weights[i] = randomWeight(i, random);
    sample.history = randomHistory(random);
    sample.longTermOnly = random.bounded(4) == 0;
    return sample;
}

double lossOf(const Sample &sample)
{
    Fsrs6Weights gradient{};
    return addLoss(sample.weights, sample.longTermOnly, sample.history, gradient);
}

double lossWith(Sample sample, size_t index, double change)
{
    sample.weights[index] += change;
    return lossOf(sample);
}

// Where a formula has an edge, the slopes to its left and right differ; either will do there.
bool fits(const Sample &sample, size_t index, double slope, double step)
{
    const double loss = lossOf(sample);
    const double left = (loss - lossWith(sample, index, -step)) / step;
    const double right = (lossWith(sample, index, step) - loss) / step;
    const double slack = 1e-4 * (1 + std::abs(slope));
    return std::abs((left + right) / 2 - slope) < slack ||
           (slope > std::min(left, right) - slack && slope < std::max(left, right) + slack);
}

// A step may be too long where the loss bends sharply, and too short where it is large.
bool fits(const Sample &sample, size_t index, double slope)
{
    const double size = std::max(0.01, sample.weights[index]);
    for (const double step : {1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10}) {
        if (fits(sample, index, slope, step * size))
            return true;
    }
    return false;
}

quint32 seed()
{
    const quint32 chosen = qEnvironmentVariableIsSet("WOODSHED_SEED")
                               ? qEnvironmentVariable("WOODSHED_SEED").toUInt()
                               : QRandomGenerator::global()->generate();
    qInfo("seed %u (set WOODSHED_SEED to repeat)", chosen);
    return chosen;
}

} // namespace

class TestRecallLoss : public QObject
{
    Q_OBJECT

private slots:
    void loss_isThatOfTheModel();
    void gradient_isTheSlopeOfTheLoss();
    void gradient_isAddedTo();
    void gradient_isZeroBeyondABound();
};

void TestRecallLoss::loss_isThatOfTheModel()
{
    QRandomGenerator random(seed());
    for (int i = 0; i < 500; ++i) {
        const Sample sample = randomSample(random);
        const Fsrs6 model({sample.weights.cbegin(), sample.weights.cend()}, sample.longTermOnly);
        double expected = 0;
        MemoryState state = model.first(sample.history.front().rating);
        for (size_t j = 1; j < sample.history.size(); ++j) {
            const HistoryStep &step = sample.history[j];
            const bool recalled = step.rating != Rating::Again;
            expected += step.weight * logLoss(model.recall(state, step.days), recalled);
            state = model.next(state, step.days, step.rating);
        }
        QVERIFY(std::abs(lossOf(sample) - expected) <= 1e-9 * (1 + expected));
    }
}

void TestRecallLoss::gradient_isTheSlopeOfTheLoss()
{
    QRandomGenerator random(seed());
    for (int i = 0; i < 500; ++i) {
        const Sample sample = randomSample(random);
        Fsrs6Weights gradient{};
        addLoss(sample.weights, sample.longTermOnly, sample.history, gradient);
        for (size_t j = 0; j < gradient.size(); ++j)
            QVERIFY2(fits(sample, j, gradient[j]), qPrintable(QString::number(j)));
    }
}

void TestRecallLoss::gradient_isAddedTo()
{
    QRandomGenerator random(seed());
    const Sample sample = randomSample(random);
    Fsrs6Weights once{};
    addLoss(sample.weights, sample.longTermOnly, sample.history, once);
    Fsrs6Weights twice = once;
    addLoss(sample.weights, sample.longTermOnly, sample.history, twice);
    for (size_t i = 0; i < once.size(); ++i)
        QCOMPARE(twice[i], 2 * once[i]);
}

void TestRecallLoss::gradient_isZeroBeyondABound()
{
    // With the defaults a first Easy would be easier than 1, the least that difficulty can be.
    Fsrs6Weights weights = Fsrs6::defaultWeights;
    const ReviewHistory history{
        {0, Rating::Easy}, {9, Rating::Good, 0, 1}, {9, Rating::Good, 1, 1}};
    Fsrs6Weights cut{};
    addLoss(weights, false, history, cut);
    weights[4] = 9;
    weights[5] = 0.1;
    Fsrs6Weights inside{};
    addLoss(weights, false, history, inside);
    QCOMPARE(cut[5], 0);
    QVERIFY(inside[5] != 0);

    // After millions of years the loss is that of the least recall there is.
    weights = Fsrs6::defaultWeights;
    weights[2] = Fsrs6::box[2].least;
    weights[20] = Fsrs6::box[20].most;
    Fsrs6Weights certain{};
    addLoss(weights, false, {{0, Rating::Good}, {2'000'000'000, Rating::Good, 0, 1}}, certain);
    QCOMPARE(certain, Fsrs6Weights{});
}

QTEST_GUILESS_MAIN(TestRecallLoss)
#include "tst_recallloss.moc"
