// SPDX-License-Identifier: GPL-3.0-or-later
// Whether predicted recall is what becomes of it. Simulated learners, each with a memory of their
// own, practise to a date as the program has them do it; the program's model is fitted to their
// grades every 200 reviews, as it does. On the morning of the interview the predictions for all
// questions of all learners are put into ten bins of equal size, and the mean of each is set beside
// what is really recalled. Then the forecast of readiness half-way is set beside the outcome.
//
// usage: bench_calibration [LEARNERS]

#include "model/plan/plansimulation.h"
#include "model/practice/fsrs6.h"
#include "model/practice/optimiser.h"

#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr int today = 2'460'000;
constexpr int questions = 300;
constexpr int days = 30;
constexpr double secondsADay = 600;
constexpr int reviewsBetweenFits = 200;
constexpr int forecastOn = days / 2;
constexpr int runsOfForecast = 40;

struct Prediction
{
    double predicted = 0;
    double recalled = 0;
};

QList<double> defaults()
{
    return {Fsrs6::defaultWeights.begin(), Fsrs6::defaultWeights.end()};
}

// Weights of somebody: those of the defaults, each off by a factor.
QList<double> someone(std::mt19937 &random)
{
    QList<double> weights = defaults();
    const auto factor = [&random](double spread) {
        return std::exp(std::normal_distribution<double>(0, spread)(random));
    };
    const double memory = factor(0.4); // good or bad all over
    for (int i = 0; i < 4; ++i)
        weights[i] *= memory * factor(0.2);
    for (const int i : {6, 9, 10, 11, 13, 14, 17})
        weights[i] *= factor(0.15);
    weights[8] += std::normal_distribution<double>(0, 0.2)(random);
    weights[20] *= factor(0.2);
    std::sort(weights.begin(), weights.begin() + 4);
    return Fsrs6::legalWeights(weights);
}

PlanCalendar calendarFrom(int day)
{
    PlanCalendar calendar;
    calendar.today = today + day;
    calendar.seconds.assign(size_t(days - day), secondsADay);
    return calendar;
}

// The predictions on the morning, and the forecast of readiness beside the outcome.
struct Course
{
    std::vector<Prediction> questions;
    double forecast = 0;
    double low = 0;
    double high = 0;
    double ready = 0;
};

Course follow(const QList<double> &weights, bool fits, quint32 seed)
{
    const Fsrs6 truth(weights);
    auto model = std::make_shared<Fsrs6>(defaults());
    const auto makeLadder = [&model] {
        return std::make_unique<PriceLadder>(
            std::make_shared<ReviewTransitions>(model, PracticeHabits(), days),
            calendarFrom(0).practised());
    };
    auto ladder = makeLadder();
    SimulatedLearner learner(truth, std::vector<PlanQuestion>(questions), seed);
    qsizetype fittedAt = 0;
    Course course;
    for (int day = 0; day < days; ++day) {
        const PlanCalendar calendar = calendarFrom(day);
        if (day == forecastOn) {
            std::vector<double> ready;
            quint32 run = seed;
            for (const double pace : likelyPaces(runsOfForecast))
                ready.push_back(
                    simulatePlan(learner.questions(), *ladder, calendar, {}, ++run, false, pace)
                        .ready());
            std::sort(ready.begin(), ready.end());
            for (const double each : ready)
                course.forecast += each / runsOfForecast;
            course.low = ready[size_t(std::lround(0.05 * (runsOfForecast - 1)))];
            course.high = ready[size_t(std::lround(0.95 * (runsOfForecast - 1)))];
        }
        learner.practise(*ladder, calendar, {}, 0);
        if (!fits || learner.log().size() - fittedAt < reviewsBetweenFits)
            continue;
        fittedAt = learner.log().size();
        const auto fit = fitAndJudge(learner.log(), *model);
        if (!fit || !fit->better)
            continue;
        model = std::make_shared<Fsrs6>(fit->weights);
        learner.believe(*model);
        ladder = makeLadder();
    }
    const std::vector<double> recalled = learner.recallOn(today + days);
    for (size_t i = 0; i < recalled.size(); ++i) {
        const PlanQuestion &question = learner.questions()[i];
        if (question.seen)
            course.questions.push_back(
                {model->recall(question.state, today + days - question.lastDay), recalled[i]});
    }
    course.ready = learner.readyOn(today + days);
    return course;
}

void print(QTextStream &out, const QString &title, const std::vector<Course> &courses)
{
    std::vector<Prediction> all;
    double error = 0;
    double bias = 0;
    int within = 0;
    for (const Course &course : courses) {
        all.insert(all.end(), course.questions.begin(), course.questions.end());
        error += std::abs(course.forecast - course.ready) / double(courses.size());
        bias += (course.forecast - course.ready) / double(courses.size());
        within += course.ready >= course.low && course.ready <= course.high;
    }
    std::sort(all.begin(), all.end(),
              [](const auto &one, const auto &other) { return one.predicted < other.predicted; });
    out << title << " (" << all.size() << " predictions)\n  predicted ";
    QString recalledLine;
    double worst = 0;
    for (size_t bin = 0; bin < 10; ++bin) {
        const size_t first = all.size() * bin / 10;
        const size_t last = all.size() * (bin + 1) / 10;
        Prediction mean;
        for (size_t i = first; i < last; ++i) {
            mean.predicted += 100 * all[i].predicted / double(last - first);
            mean.recalled += 100 * all[i].recalled / double(last - first);
        }
        worst = std::max(worst, std::abs(mean.predicted - mean.recalled));
        out << QString::number(mean.predicted, 'f', 1).rightJustified(6);
        recalledLine += QString::number(mean.recalled, 'f', 1).rightJustified(6);
    }
    out << "\n  recalled  " << recalledLine << "\n  worst bin off by "
        << QString::number(worst, 'f', 2) << " points\n  forecast half-way: bias "
        << QString::number(100 * bias, 'f', 2) << ", mean error "
        << QString::number(100 * error, 'f', 2) << " points, " << within << " of " << courses.size()
        << " outcomes within the range of nine in ten\n";
    out.flush();
}

} // namespace

int main(int argc, char *argv[])
{
    QTextStream out(stdout);
    const int learners = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 60;
    const auto group = [&](bool various, bool fits) {
        std::vector<Course> courses;
        std::mt19937 random(11);
        for (int i = 0; i < learners; ++i) {
            const QList<double> weights = someone(random);
            courses.push_back(follow(various ? weights : defaults(), fits, quint32(100 * i)));
        }
        return courses;
    };
    print(out, u"Learners as the defaults say"_s, group(false, true));
    print(out, u"Learners with memories of their own, model fitted"_s, group(true, true));
    print(out, u"Learners with memories of their own, model never fitted"_s, group(true, false));
    return 0;
}
