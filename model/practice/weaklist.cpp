// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/weaklist.h"

#include "model/collection/sql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestToJudge = 2; // questions practised before a topic is called weak
constexpr int mostStubborn = 20;
constexpr double weakRecall = 0.5;
constexpr int weakAtOnce = 10;

} // namespace

Result<WeakList> readWeakList(const Database &database, const MemoryRules &rules,
                              const QList<Tier> &tiers, const Moment &now)
{
    auto known = readPractised(database, rules, u"true"_s, now);
    if (!known.ok())
        return known.error();
    QHash<QuestionId, int> points; // of its rubric
    const auto counted =
        readRows(database,
                 u"SELECT question_id, count(*) FROM key_point WHERE NOT retired"
                 " AND question_id IN (SELECT question_id FROM memory)"
                 " GROUP BY question_id"_s,
                 {}, [&points](const QSqlQuery &row) {
                     points.insert(row.value(0).toLongLong(), row.value(1).toInt());
                     return 0;
                 });
    if (!counted.ok())
        return counted.error();
    // The share of its key points that an answer would make today.
    const auto held = [&points](const PracticeCandidate &candidate) {
        const int all = points.value(candidate.id);
        const double met = all > 0 ? qMax(0.0, 1.0 - double(candidate.missed) / all) : 1.0;
        return candidate.recall * met;
    };
    QHash<TopicId, WeakTopic> topics;
    for (const PracticeCandidate &candidate : std::as_const(known.value())) {
        if (candidate.topic == 0)
            continue;
        WeakTopic &topic = topics[candidate.topic];
        topic.topic.topic = candidate.topic;
        topic.topic.title = candidate.topicTitle;
        ++topic.topic.count;
        topic.recall += held(candidate);
    }
    WeakList list;
    for (WeakTopic topic : std::as_const(topics)) {
        topic.recall /= topic.topic.count;
        if (topic.topic.count >= fewestToJudge && topic.recall < weakRecall)
            list.topics.append(topic);
    }
    std::sort(list.topics.begin(), list.topics.end(),
              [](const WeakTopic &one, const WeakTopic &other) {
                  return std::pair(one.recall, one.topic.topic) <
                         std::pair(other.recall, other.topic.topic);
              });
    QList<TopicId> ids;
    for (const WeakTopic &topic : std::as_const(list.topics))
        ids.append(topic.topic.topic);
    QList<PracticeCandidate> questions = std::move(known).value();
    questions.removeIf(
        [&ids](const PracticeCandidate &one) { return one.drill || !ids.contains(one.topic); });
    std::stable_sort(questions.begin(), questions.end(),
                     [&held](const PracticeCandidate &one, const PracticeCandidate &other) {
                         return held(one) < held(other);
                     });
    questions = questions.mid(0, weakAtOnce);
    if (questions.size() < weakAtOnce) {
        const auto unseen = readUnseen(
            database, tiers, u"kind <> 'drill' AND topic.id IN (%1)"_s.arg(numberList(ids)),
            int(weakAtOnce - questions.size()));
        if (!unseen.ok())
            return unseen.error();
        questions += unseen.value();
    }
    list.questions = idsOf(questions);
    return list;
}

Result<QList<StubbornPoint>> readStubbornPoints(const Database &database)
{
    return readRows(database,
                    u"SELECT missed_point.question_id, key_point.text, run FROM missed_point"
                    " JOIN key_point ON key_point.id = key_point_id"
                    " JOIN question ON question.id = missed_point.question_id"
                    " WHERE run >= ? AND NOT key_point.retired AND NOT question.retired"
                    " ORDER BY run DESC, key_point.id LIMIT ?"_s,
                    {stubbornRun, mostStubborn}, [](const QSqlQuery &row) {
                        return StubbornPoint{row.value(0).toLongLong(), row.value(1).toString(),
                                             row.value(2).toInt()};
                    });
}
