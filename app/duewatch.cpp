// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/duewatch.h"

#include "model/collection/collection.h"
#include "model/plan/guidestore.h"
#include "model/practice/practicestore.h"
#include "model/practice/scheduler.h"

#include <chrono>

using namespace std::chrono_literals;

DueWatch::DueWatch(const Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    const auto markStale = [this] { m_stale = true; };
    connect(&desk.practice, &PracticeStore::changed, this, markStale);
    connect(&desk.scheduler, &Scheduler::changed, this, markStale);
    connect(&desk.scheduler, &Scheduler::datedChanged, this, &DueWatch::count);
    connect(&desk.guide, &GuideStore::goalChanged, this, markStale);
    connect(&desk.collection.writes(), &WriteQueue::committed, this, [this] {
        if (!m_stale)
            return;
        count();
        // This may have been an earlier change than the one that matters.
        m_stale = m_desk.collection.writes().pendingCount() > 0;
    });
    connect(&m_timer, &QTimer::timeout, this, &DueWatch::count);
    m_timer.start(1min);
    QTimer::singleShot(0, this, &DueWatch::count);
}

void DueWatch::count()
{
    m_stale = false;
    if (const auto due = m_desk.scheduler.due(Moment::now()); due.ok())
        emit counted(int(due.value().questions.size()));
}
