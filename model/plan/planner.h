// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/outlook.h"
#include "model/result.h"

#include <QObject>

class Collection;
class GuideStore;
class PracticeStore;
class Scheduler;

// Keeps the plan to the interview and the forecast up to date. Everything is worked out in a thread
// of its own: at the start, after changes of the goal, after grades, and when a study day begins.
// All arguments must outlive the planner.
class Planner final : public QObject
{
    Q_OBJECT

public:
    Planner(Collection &collection, GuideStore &guide, Scheduler &scheduler,
            const PracticeStore &practice, QObject *parent = nullptr);
    ~Planner() override;

    // The last one made; its `today` is 0 before the first.
    const Outlook &outlook() const { return m_outlook; }

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
    Collection &m_collection;
    GuideStore &m_guide;
    Scheduler &m_scheduler;
    Outlook m_outlook;
};
