// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/outlook.h"
#include "model/result.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <thread>
#include <tuple>

class Collection;
class GuideStore;
class PracticeStore;
class Scheduler;
struct Forecast;
struct LadderCache;

// Keeps the plan to the interview and the forecast up to date, tells the scheduler how to choose,
// and records how ready the learner was each day. Everything is worked out in a thread of its own:
// after the start, after changes of the goal, after grades, and when a study day begins. All
// arguments must outlive the planner.
class Planner final : public QObject
{
    Q_OBJECT

public:
    Planner(Collection &collection, GuideStore &guide, Scheduler &scheduler,
            const PracticeStore &practice, QObject *parent = nullptr);
    ~Planner() override; // leaves unfinished what still runs

    // The last one made for the present goal; its `today` is 0 before that.
    const Outlook &outlook() const { return m_outlook; }

    // Why there is no newer one, if the last attempt failed.
    const std::optional<Error> &problem() const { return m_problem; }

    // Makes a new one; changed() follows.
    void refresh();
    // Works out what another goal would lead to; previewed() follows, for the last goal asked only.
    void preview(const Goal &goal);
    // Ticks a task of this week by hand, or with nothing leaves it to practice. Kept at once.
    void tick(qsizetype task, std::optional<bool> ticked);

signals:
    void changed();
    void previewed(const Outlook &outlook);
    void failed(const Error &error);

private:
    using TaskKey = std::tuple<PlanTask::Kind, TopicId, int>; // kind, topic and count

    // What the worker is asked for.
    struct Job
    {
        Goal goal;
        int today = 0;
        bool preview = false;
        bool newTasks = false; // those of the present part are laid out anew
        QList<PlanTask> tasks; // of that part, where they are known better than the disk does
    };

    void startNext();
    void conclude(const Job &job, const Forecast &forecast, bool tasksAreKept);
    void takeTicks();
    void keepTasks();
    void record();

    Collection &m_collection;
    GuideStore &m_guide;
    Scheduler &m_scheduler;
    Outlook m_outlook;
    std::optional<Error> m_problem;
    std::map<TaskKey, bool> m_ticks; // by hand
    int m_ticksOf = 0;               // the part of the plan they are for; its first day
    bool m_stale = true;             // a new outlook is wanted
    bool m_newTasks = false;         // with tasks of its own, because the goal changed
    bool m_graded = false;           // something was that may not be on disk yet
    bool m_running = false;
    std::optional<Goal> m_preview; // wanted
    QTimer m_rest;                 // after a grade, before the next outlook
    QTimer m_minute;
    std::unique_ptr<LadderCache> m_cache; // the worker's own
    std::jthread m_thread;                // last, so that it ends before what it uses
};
