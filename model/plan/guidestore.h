// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/goal.h"
#include "model/plan/guide.h"
#include "model/result.h"

#include <QObject>

class Collection;

// The study guide that came with the decks, and the learner's goal, which lives in the collection.
// The goal as set here counts at once; the disk follows. `collection` must outlive the store.
class GuideStore final : public QObject
{
    Q_OBJECT

public:
    explicit GuideStore(Collection &collection, QObject *parent = nullptr);

    Result<QList<Level>> levels() const; // the easiest first
    // Of the goal's level; none if the decks do not know it.
    QList<Tier> tiers() const;
    Result<QList<GuideEntry>> entries() const;
    // How many questions are of these tiers.
    Result<int> mustStudyCount(const QList<Tier> &tiers) const;

    // Whether the learner was asked and has answered, or has chosen not to.
    bool isWelcomed() const { return m_welcomed; }

    const Goal &goal() const { return m_goal; }

    void setGoal(const Goal &goal);

    // Reads the goal. Call once, before anything else.
    Status load();

signals:
    void goalChanged();

private:
    Collection &m_collection;
    Goal m_goal;
    bool m_welcomed = false;
};
