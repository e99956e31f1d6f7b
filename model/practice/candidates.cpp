// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/candidates.h"

#include "model/collection/sql.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

// How many questions and drills of each topic a list still holds.
class Siblings final
{
public:
    void add(const PracticeCandidate &candidate, int count)
    {
        auto &counts = m_counts[candidate.topic];
        counts.at(candidate.drill) += count;
        if (counts[0] == 0 && counts[1] == 0)
            m_counts.remove(candidate.topic);
    }

    // Whether they can all follow `last` without siblings side by side: topics keep each other's
    // apart, so that only what is left of a single one can fail.
    bool canFollow(const PracticeCandidate &last) const
    {
        if (m_counts.size() != 1)
            return true;
        const auto &counts = *m_counts.cbegin();
        const bool bothKinds = counts[0] > 0 && counts[1] > 0;
        return !bothKinds && (!m_counts.contains(last.topic) || counts.at(last.drill) > 0);
    }

private:
    QHash<TopicId, std::array<int, 2>> m_counts;
};

} // namespace

Result<QList<PracticeCandidate>> readPractised(const Database &database, const MemoryRules &rules,
                                               const QString &condition, const Moment &now)
{
    QHash<QuestionId, std::pair<int, int>> missed; // of them stubborn
    const auto points = readRows(
        database,
        u"SELECT missed_point.question_id, count(*), sum(run >= ?) FROM missed_point"
        " JOIN key_point ON key_point.id = key_point_id WHERE NOT key_point.retired"
        " AND missed_point.question_id IN (SELECT question_id FROM memory WHERE %1)"
        " GROUP BY missed_point.question_id"_s.arg(condition),
        {stubbornRun}, [&missed](const QSqlQuery &row) {
            missed.insert(row.value(0).toLongLong(), {row.value(1).toInt(), row.value(2).toInt()});
            return 0;
        });
    if (!points.ok())
        return points.error();
    return readRows(
        database,
        u"SELECT %1, topic.id, topic.title, kind = 'drill', tier FROM memory"
        " JOIN question ON question.id = memory.question_id"
        " LEFT JOIN question_topic AS link ON link.question_id = question.id AND link.position = 0"
        " LEFT JOIN topic ON topic.id = link.topic_id WHERE NOT question.retired AND %2"_s.arg(
            memoryColumns(), condition),
        {}, [&](const QSqlQuery &row) {
            PracticeCandidate found;
            found.id = row.value(0).toLongLong();
            found.memory = memoryFrom(row);
            found.topic = row.value(14).toLongLong();
            found.topicTitle = row.value(15).toString();
            found.drill = row.value(16).toBool();
            found.tier = Tier(row.value(17).toInt());
            found.recall = rules.model->recall(found.memory.memory.state,
                                               daysSince(found.memory, *rules.model, now));
            std::tie(found.missed, found.stubborn) = missed.value(found.id);
            return found;
        });
}

Result<QList<PracticeCandidate>> readUnseen(const Database &database, const QList<Tier> &tiers,
                                            const QString &condition, int limit)
{
    return readRows(
        database,
        u"SELECT question.id, topic.id, topic.title, kind = 'drill' FROM question"
        " LEFT JOIN question_topic AS link ON link.question_id = question.id AND link.position = 0"
        " LEFT JOIN topic ON topic.id = link.topic_id"
        " WHERE NOT question.retired AND %1"
        " AND question.id NOT IN (SELECT question_id FROM memory)"
        " ORDER BY tier IN (%2) DESC, topic.position, tier, number LIMIT ?"_s.arg(
            condition, numberList(tiers)),
        {limit}, [](const QSqlQuery &row) {
            PracticeCandidate found;
            found.id = row.value(0).toLongLong();
            found.topic = row.value(1).toLongLong();
            found.topicTitle = row.value(2).toString();
            found.drill = row.value(3).toBool();
            return found;
        });
}

void spreadSiblings(QList<PracticeCandidate> &list)
{
    Siblings left;
    for (const PracticeCandidate &candidate : std::as_const(list))
        left.add(candidate, 1);
    for (auto place = list.begin(); place != list.end(); ++place) {
        const auto isApart = [&](const PracticeCandidate &candidate) {
            if (place == list.begin())
                return true;
            const PracticeCandidate &last = *(place - 1);
            return last.topic != candidate.topic || last.drill == candidate.drill;
        };
        auto next = std::find_if(place, list.end(), [&](const PracticeCandidate &candidate) {
            left.add(candidate, -1);
            const bool fits = isApart(candidate) && left.canFollow(candidate);
            left.add(candidate, 1);
            return fits;
        });
        if (next == list.end()) // not all of them can be apart
            next = std::find_if(place, list.end(), isApart);
        if (next != list.end())
            std::rotate(place, next, next + 1);
        left.add(*place, -1);
    }
}

QList<QuestionId> idsOf(const QList<PracticeCandidate> &list)
{
    QList<QuestionId> ids;
    ids.reserve(list.size());
    for (const PracticeCandidate &candidate : list)
        ids.append(candidate.id);
    return ids;
}

QList<TopicCount> countTopics(const QList<PracticeCandidate> &list)
{
    QList<TopicCount> topics;
    for (const PracticeCandidate &candidate : list) {
        const auto known = std::find_if(topics.begin(), topics.end(), [&](const TopicCount &topic) {
            return topic.topic == candidate.topic;
        });
        if (known == topics.end())
            topics.append({candidate.topic, candidate.topicTitle, 1});
        else
            ++known->count;
    }
    std::stable_sort(
        topics.begin(), topics.end(),
        [](const TopicCount &one, const TopicCount &other) { return one.count > other.count; });
    return topics;
}
