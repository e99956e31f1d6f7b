// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/planner.h"

Planner::Planner(Collection &collection, GuideStore &guide, Scheduler &scheduler,
                 const PracticeStore &, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
    , m_guide(guide)
    , m_scheduler(scheduler)
{
}

Planner::~Planner() = default;

void Planner::refresh()
{
}

void Planner::preview(const Goal &)
{
}

void Planner::tick(qsizetype task, std::optional<bool> ticked)
{
    if (task >= 0 && !m_outlook.plan.weeks.isEmpty() &&
        task < m_outlook.plan.weeks.constFirst().tasks.size()) {
        m_outlook.plan.weeks.first().tasks[task].ticked = ticked;
        emit changed();
    }
}
