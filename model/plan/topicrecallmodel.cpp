// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/topicrecallmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

void TopicRecallModel::setTopics(const QList<TopicReadiness> &topics,
                                 const QSet<TopicId> &bookmarked)
{
    beginResetModel();
    m_topics = topics;
    m_bookmarked = bookmarked;
    // Equals stay in must-study order.
    std::stable_sort(m_topics.begin(), m_topics.end(),
                     [](const auto &a, const auto &b) { return a.recall < b.recall; });
    endResetModel();
}

int TopicRecallModel::proposedCount() const
{
    return int(std::count_if(m_topics.cbegin(), m_topics.cend(), [this](const auto &topic) {
        return topic.weak && !m_bookmarked.contains(topic.topic);
    }));
}

int TopicRecallModel::rowOf(TopicId topic) const
{
    const auto found = std::find_if(m_topics.cbegin(), m_topics.cend(),
                                    [topic](const auto &each) { return each.topic == topic; });
    return found == m_topics.cend() ? -1 : int(found - m_topics.cbegin());
}

int TopicRecallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_topics.size());
}

QString TopicRecallModel::sentence(const TopicReadiness &topic) const
{
    QStringList parts{
        topic.title, tr("%1% recalled").arg(qRound(topic.recall * 100)),
        tr("%1 of %n question(s) practised", nullptr, topic.questions).arg(topic.seen)};
    if (topic.falling)
        parts.append(tr("falling"));
    if (m_bookmarked.contains(topic.topic))
        parts.append(tr("bookmarked"));
    else if (topic.weak)
        parts.append(tr("weak: B bookmarks it"));
    return parts.join(u", "_s);
}

QVariant TopicRecallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TopicReadiness &topic = m_topics.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return topic.title;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: return sentence(topic);
    case TopicIdRole: return topic.topic;
    case RecallRole: return topic.recall;
    case FallingRole: return topic.falling;
    case WeakRole: return topic.weak;
    case BookmarkedRole: return m_bookmarked.contains(topic.topic);
    default: return {};
    }
}
