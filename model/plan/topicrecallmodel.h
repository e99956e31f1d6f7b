// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/outlook.h"

#include <QAbstractListModel>
#include <QSet>

// What would be recalled of each topic, the weakest first. It never asks: whoever owns it hands it
// the outlook's topics and the bookmarks.
class TopicRecallModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TopicIdRole = Qt::UserRole + 1,
        RecallRole, // 0 to 1
        FallingRole,
        WeakRole,
        BookmarkedRole,
    };

    using QAbstractListModel::QAbstractListModel;

    void setTopics(const QList<TopicReadiness> &topics, const QSet<TopicId> &bookmarked);

    const TopicReadiness &topic(int row) const { return m_topics.at(row); }

    // Of weak topics without a bookmark: those to propose.
    int proposedCount() const;
    int rowOf(TopicId topic) const; // -1 if it is not there

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString sentence(const TopicReadiness &topic) const;

    QList<TopicReadiness> m_topics;
    QSet<TopicId> m_bookmarked;
};
