// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/forecast.h"

#include "model/plan/weekplan.h"
#include "model/practice/scheduler.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestHorizon = 100; // days; beyond, the interview is as good as that far away
constexpr int mostRuns = 40;
constexpr int fewestRuns = 8;
constexpr double runBudget = 600'000; // questions times days, over all runs
constexpr int runsToChoose = 6;       // between rules, at most
constexpr double lowQuantile = 0.05;
constexpr double highQuantile = 0.95;
constexpr double solidStability = 21; // days
constexpr double fallingBy = 0.05;
constexpr double weakRecall = 0.5;
constexpr int fewestToJudge = 2; // questions practised before a topic is called weak

double roundedTo(double value, double step)
{
    return std::exp(std::round(std::log(value) / step) * step);
}

// Coarse, so that one more review does not ask for new tables.
PracticeHabits rounded(PracticeHabits habits)
{
    for (double &seconds : habits.learning)
        seconds = roundedTo(seconds, 0.1);
    for (double &seconds : habits.reviewing)
        seconds = roundedTo(seconds, 0.1);
    habits.relearning = roundedTo(habits.relearning, 0.1);
    const auto even = [](auto &shares) {
        double sum = 0;
        for (double &share : shares) {
            share = std::round(share * 20 + 0.5) / 20;
            sum += share;
        }
        for (double &share : shares)
            share /= sum;
    };
    even(habits.firstGrades);
    even(habits.passGrades);
    return habits;
}

PlanCalendar calendarOf(const PlanSource &source, const Goal &goal, int today, int end)
{
    PlanCalendar calendar;
    calendar.today = today;
    for (int day = today; day < end; ++day)
        calendar.seconds.push_back(60.0 * goal.minutesOn(QDate::fromJulianDay(day)));
    if (!calendar.seconds.empty())
        calendar.seconds[0] =
            qMax(0.0, calendar.seconds[0] - double(source.spent.value(today)) / 1000);
    calendar.attendance = std::round(expectedAttendance(source.attended, source.planned) * 20) / 20;
    return calendar;
}

PriceLadder &ladderFor(LadderCache &cache, const std::shared_ptr<const MemoryModel> &model,
                       const PracticeHabits &habits, const PlanCalendar &calendar)
{
    // By the days that are left, so that a day that passes changes nothing but the length.
    std::vector<float> practised = calendar.practised();
    practised.resize(std::min(practised.size(), size_t(longestHorizon) + 1));
    if (practised.size() > 1)
        practised.back() = float(calendar.attendance); // today may be spent already
    if (!cache.ladder || cache.weights != model->weights() || cache.habits != habits ||
        cache.practised != practised) {
        const int horizon = int(practised.size()) - 1;
        cache.ladder = std::make_unique<PriceLadder>(
            std::make_shared<ReviewTransitions>(model, habits, horizon), practised);
        cache.weights = model->weights();
        cache.habits = habits;
        cache.practised = practised;
    }
    return *cache.ladder;
}

// As the forecast is: over learners who forget faster or slower than the model says.
double readyIfStopped(const PlanSource &source, const MemoryModel &model, int day,
                      const std::vector<double> &paces)
{
    std::vector<double> recall;
    for (size_t i = 0; i < source.questions.size(); ++i) {
        const PlanQuestion &question = source.questions[i];
        double expected = 0;
        for (const double pace : paces)
            expected +=
                question.seen ? model.recall(source.states[i], pace * (day - question.lastDay)) : 0;
        recall.push_back(expected / double(paces.size()));
    }
    return weightedRecall(source.questions, recall);
}

void addTopics(const PlanSource &source, Outlook &outlook)
{
    for (const PlanTopic &topic : source.topics) {
        TopicReadiness row;
        row.topic = topic.id;
        row.title = topic.title;
        double recalled = 0;
        double ofAll = 0;
        for (const size_t place : source.byTopic.value(topic.id)) {
            const PlanQuestion &question = source.questions[place];
            if (!question.counts())
                continue;
            ++row.questions;
            row.seen += question.seen;
            recalled += question.weight * source.recall[place];
            ofAll += question.weight;
        }
        if (row.questions == 0)
            continue;
        row.recall = recalled / ofAll;
        row.falling = topic.recallAWeekAgo >= 0 && row.recall < topic.recallAWeekAgo - fallingBy;
        row.weak = row.seen >= fewestToJudge && (row.falling || row.recall < weakRecall);
        outlook.topics.append(row);
    }
}

// The range and the mean of simulated learners, on the morning of each day.
void addDays(const std::vector<SimulatedPlan> &courses, const PlanSource &source,
             const MemoryModel &model, const std::vector<double> &paces, Outlook &outlook)
{
    const int days = outlook.end - outlook.today;
    const auto runs = double(courses.size());
    for (int i = 0; i <= days; ++i) {
        ForecastDay day;
        day.day = outlook.today + i;
        day.stopped = i == 0 ? outlook.ready : readyIfStopped(source, model, day.day, paces);
        day.followed = day.low = day.high = outlook.ready;
        std::vector<double> ready;
        for (const SimulatedPlan &course : courses) {
            if (i > 0)
                ready.push_back(course.days[size_t(i) - 1].ready);
            if (i == days)
                continue;
            const SimulatedDay &then = course.days[size_t(i)];
            day.reviews += then.reviews / runs;
            day.fresh += then.fresh / runs;
            day.minutes += then.seconds / 60 / runs;
        }
        if (!ready.empty()) {
            std::sort(ready.begin(), ready.end());
            double sum = 0;
            for (const double each : ready)
                sum += each;
            const auto at = [&ready](double quantile) {
                return ready[size_t(std::lround(quantile * double(ready.size() - 1)))];
            };
            day.followed = sum / runs;
            day.low = at(lowQuantile);
            day.high = at(highQuantile);
        }
        outlook.days.append(day);
    }
}

// The learner in the middle stands for what usually happens.
const SimulatedPlan &usualCourse(const std::vector<SimulatedPlan> &courses)
{
    std::vector<const SimulatedPlan *> sorted;
    sorted.reserve(courses.size());
    for (const SimulatedPlan &course : courses)
        sorted.push_back(&course);
    const auto middle = sorted.begin() + std::ptrdiff_t(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end(), [](const auto *one, const auto *other) {
        return one->ready() < other->ready();
    });
    return **middle;
}

} // namespace

std::optional<Forecast> makeForecast(const PlanSource &source, const Goal &goal,
                                     const MemoryRules &rules,
                                     const std::shared_ptr<const MemoryModel> &planningModel,
                                     const SchedulePlan &schedule, int today, LadderCache &cache,
                                     const std::stop_token &stop)
{
    Forecast forecast;
    Outlook &outlook = forecast.outlook;
    outlook.goal = goal;
    outlook.today = today;
    const bool dated = isAhead(goal, today);
    outlook.end = dated ? int(goal.interview.toJulianDay()) : today + daysWithoutDate;
    outlook.ready = weightedRecall(source.questions, source.recall);
    for (const PlanQuestion &question : source.questions) {
        if (!question.counts())
            continue;
        ++outlook.questions;
        outlook.seen += question.seen;
        outlook.solid += question.seen && question.state.stability >= solidStability;
    }
    addTopics(source, outlook);

    const PlanCalendar calendar = calendarOf(source, goal, today, outlook.end);
    PriceLadder &ladder = ladderFor(cache, planningModel, rounded(source.habits), calendar);
    const auto seed = quint32(today);
    PolicyRule rule{PolicyRule::Kind::Retention, 1, schedule.retention, schedule.newPerDay};
    const double size = double(source.questions.size() + 1) * (calendar.days() + 1);
    const int runs = int(std::clamp(runBudget / size, double(fewestRuns), double(mostRuns)));
    if (dated && calendar.days() > 0) {
        rule = bestRule(usualRules(), ladder, calendar, source.questions,
                        std::min(runs / 4, runsToChoose), seed, stop);
        if (stop.stop_requested())
            return {};
        const int step = findPrice(ladder, rule, source.questions, today, calendar.days(),
                                   calendar.secondsFrom(0, ladder.transitions()->horizon()));
        forecast.policy =
            std::make_shared<DatePolicy>(rule, ladder, step, weightsOf(source.questions));
    }
    std::vector<SimulatedPlan> courses;
    const std::vector<double> paces = likelyPaces(runs);
    for (const double pace : paces) {
        if (stop.stop_requested())
            return {};
        courses.push_back(simulatePlan(source.questions, ladder, calendar, rule,
                                       seed + quint32(courses.size()), false, pace, stop));
    }
    if (stop.stop_requested())
        return {};
    addDays(courses, source, *rules.model, paces, outlook);
    outlook.plan = makeStudyPlan(source, goal, today, outlook.end, usualCourse(courses));
    return forecast;
}
