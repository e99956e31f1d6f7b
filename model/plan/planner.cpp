// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/planner.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/plan/forecast.h"
#include "model/plan/guidestore.h"
#include "model/plan/weekplan.h"
#include "model/practice/practicestore.h"
#include "model/practice/scheduler.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto afterStart = 200ms;  // the window comes first
constexpr auto restAfterGrade = 5s; // another may follow

Status keepReadiness(const Database &database, const Outlook &outlook)
{
    const bool dated = outlook.isDated();
    const ForecastDay last = outlook.days.constLast();
    Status done = execute(database,
                          u"INSERT OR REPLACE INTO readiness(day, level, ready, followed, stopped)"
                          " VALUES (?, ?, ?, ?, ?)"_s,
                          {outlook.today, outlook.goal.level, outlook.ready,
                           dated ? QVariant(last.followed) : QVariant(),
                           dated ? QVariant(last.stopped) : QVariant()});
    for (const TopicReadiness &topic : outlook.topics) {
        // A deck that was changed meanwhile may have taken the topic along.
        if (done.ok())
            done = execute(database,
                           u"INSERT OR REPLACE INTO topic_readiness(day, topic_id, recall)"
                           " SELECT ?, id, ? FROM topic WHERE id = ?"_s,
                           {outlook.today, topic.recall, topic.topic});
    }
    return done;
}

std::tuple<PlanTask::Kind, TopicId, int> keyOf(const PlanTask &task)
{
    return {task.kind, task.topic, task.count};
}

// This week's tasks, if an outlook has any.
QList<PlanTask> tasksOf(const Outlook &outlook, int today)
{
    if (outlook.plan.weeks.isEmpty() ||
        outlook.plan.weeks.constFirst().first != partBegin(outlook.goal, today))
        return {};
    return outlook.plan.weeks.constFirst().tasks;
}

} // namespace

Planner::Planner(Collection &collection, GuideStore &guide, Scheduler &scheduler,
                 const PracticeStore &practice, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
    , m_guide(guide)
    , m_scheduler(scheduler)
    , m_cache(std::make_unique<LadderCache>())
{
    connect(&guide, &GuideStore::goalChanged, this, [this] {
        m_newTasks = true;
        m_scheduler.setDated({}); // what it knows is for another day,
        m_outlook = {};           // and so is this
        refresh();
        emit changed();
    });
    // Both are to be read from the disk, where other rules derive memory anew.
    connect(&scheduler, &Scheduler::changed, this, [this] { m_graded = true; });
    connect(&practice, &PracticeStore::changed, this, [this] { m_graded = true; });
    connect(&collection.writes(), &WriteQueue::committed, this, [this] {
        if (std::exchange(m_graded, m_collection.writes().pendingCount() > 0 && m_graded))
            m_rest.start(restAfterGrade);
    });
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &Planner::refresh);
    m_rest.start(afterStart);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (m_outlook.today != 0 && m_outlook.today != Moment::now().day)
            refresh();
    });
    m_minute.start(1min);
}

Planner::~Planner()
{
    m_thread.request_stop();
}

void Planner::refresh()
{
    m_stale = true;
    startNext();
}

void Planner::preview(const Goal &goal)
{
    m_preview = goal;
    startNext();
}

void Planner::startNext()
{
    if (m_running || (!m_stale && !m_preview))
        return;
    Job job;
    job.today = Moment::now().day;
    job.preview = m_preview.has_value(); // somebody is waiting for it
    job.goal = job.preview ? *std::exchange(m_preview, {}) : m_guide.goal();
    if (job.preview) {
        job.newTasks = true;
    } else {
        m_stale = false;
        job.newTasks = std::exchange(m_newTasks, false);
        job.tasks = tasksOf(m_outlook, job.today);
    }
    m_running = true;
    if (m_thread.joinable())
        m_thread.join(); // it has posted its result and ends
    m_thread = std::jthread([this, job, rules = m_scheduler.rules(),
                             model = m_scheduler.rulesFor(u"fsrs6"_s).model,
                             schedule = m_scheduler.plan()](const std::stop_token &stop) {
        const auto post = [this](auto function) {
            QMetaObject::invokeMethod(this, function, Qt::QueuedConnection);
        };
        const auto fail = [&](const Error &error) {
            post([this, job, error] {
                m_running = false;
                m_newTasks = m_newTasks || (job.newTasks && !job.preview);
                m_problem = error;
                emit failed(error);
                startNext();
            });
        };
        // What was decided just now may still be on its way to the disk; it is not needed here.
        const auto database = Database::open(m_collection.path(), Database::Mode::ReadOnly);
        if (!database.ok())
            return fail(database.error());
        auto read = readPlanSource(*database.value(), job.goal, rules, job.today);
        if (!read.ok())
            return fail(read.error());
        PlanSource source = std::move(read).value();
        if (job.newTasks)
            source.tasks.clear();
        else if (!job.tasks.isEmpty())
            source.tasks = job.tasks;
        auto forecast =
            makeForecast(source, job.goal, rules, model, schedule, job.today, *m_cache, stop);
        if (!forecast)
            return;
        post([this, job, kept = !source.tasks.isEmpty(), forecast = std::move(*forecast)] {
            conclude(job, forecast, kept);
        });
    });
}

void Planner::conclude(const Job &job, const Forecast &forecast, bool tasksAreKept)
{
    m_running = false;
    if (job.preview) {
        if (!m_preview)
            emit previewed(forecast.outlook);
    } else if (job.goal == m_guide.goal()) {
        m_outlook = forecast.outlook;
        m_problem.reset();
        takeTicks();
        DatedSchedule dated;
        dated.policy = forecast.policy;
        dated.interview = m_outlook.end;
        for (const ForecastDay &day : m_outlook.days) {
            const auto index = size_t(day.day - m_outlook.today);
            if (index < dated.week.size())
                dated.week[index] = qRound(day.reviews + day.fresh);
        }
        m_scheduler.setDated(dated);
        if (!tasksAreKept)
            keepTasks();
        if (m_outlook.seen > 0)
            record();
        emit changed();
    }
    startNext();
}

// Ticks outlive a worker that read the tasks before them, and a goal that was changed and undone.
void Planner::takeTicks()
{
    if (m_outlook.plan.weeks.isEmpty())
        return;
    PlanWeek &present = m_outlook.plan.weeks.first();
    if (present.first != m_ticksOf) {
        m_ticksOf = present.first;
        m_ticks.clear();
        for (const PlanTask &task : std::as_const(present.tasks)) {
            if (task.ticked)
                m_ticks[keyOf(task)] = *task.ticked;
        }
        return;
    }
    for (PlanTask &task : present.tasks) {
        const auto tick = m_ticks.find(keyOf(task));
        task.ticked = tick == m_ticks.end() ? std::nullopt : std::optional(tick->second);
    }
}

void Planner::keepTasks()
{
    if (m_outlook.plan.weeks.isEmpty())
        return;
    m_collection.writes().submit(
        [begin = m_outlook.plan.weeks.constFirst().first,
         tasks = m_outlook.plan.weeks.constFirst().tasks](const Database &database) {
            return ::keepTasks(database, begin, tasks);
        },
        u"plan/tasks"_s);
}

void Planner::record()
{
    m_collection.writes().submit(
        [outlook = m_outlook](const Database &database) {
            return keepReadiness(database, outlook);
        },
        u"plan/readiness"_s);
}

void Planner::tick(qsizetype task, std::optional<bool> ticked)
{
    if (m_outlook.plan.weeks.isEmpty())
        return;
    QList<PlanTask> &tasks = m_outlook.plan.weeks.first().tasks;
    if (task < 0 || task >= tasks.size())
        return;
    tasks[task].ticked = ticked;
    if (ticked)
        m_ticks[keyOf(tasks.at(task))] = *ticked;
    else
        m_ticks.erase(keyOf(tasks.at(task)));
    keepTasks();
    emit changed();
}
