// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/scheduler.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/studysetting.h"
#include "model/plan/datepolicy.h"
#include "model/plan/guidestore.h"
#include "model/practice/interview.h"

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

// Rows of the table `setting`.
constexpr QStringView newPerDayKey = u"schedule/newPerDay";
constexpr QStringView retentionKey = u"schedule/retention";
constexpr QStringView modelKey = u"schedule/model";
constexpr QStringView weightsKey = u"schedule/weights/"; // and the model's key
constexpr QStringView rulesKey = u"schedule/memoryBy";   // the rules that the cache was made by

constexpr int derivation = 1; // raise it when the same log gives another memory

constexpr qint64 paceUntilKnown = 90'000; // milliseconds a question
constexpr qint64 quickestPace = 15'000;
constexpr int reviewsForPace = 100;
constexpr int fewestForPace = 10;
constexpr int longWaitDays = 7;
constexpr int backlogShare = 7; // at least a seventh of a backlog a day, so that it ends
constexpr int daysAhead = 7;
constexpr int extraAtOnce = 10;  // questions, when the day's minutes are used up
constexpr int fewestADay = 10;   // questions, however short the learner's time
constexpr int fewestToJudge = 2; // questions practised before a topic is called weak
constexpr int mostStubborn = 20;
constexpr int stubbornRun = 2;
constexpr double stubbornWeight = 0.5; // what each stubborn point adds to its question's priority
constexpr double weakRecall = 0.5;
constexpr int weakAtOnce = 10;

QString weightsText(const QList<double> &weights)
{
    QStringList texts;
    for (const double weight : weights)
        texts.append(QString::number(weight, 'g', QLocale::FloatingPointShortest));
    return texts.join(u' ');
}

QList<double> weightsFrom(const QString &text)
{
    QList<double> weights;
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        weights.append(part.toDouble());
    return weights;
}

// What memory depends on, as one line.
QString signature(const MemoryRules &rules)
{
    return u"%1 %2 %3 v%4"_s.arg(rules.model->key())
        .arg(rules.spacing.retention)
        .arg(weightsText(rules.model->weights()))
        .arg(derivation);
}

// What the collection keeps about the schedule.
struct Stored
{
    SchedulePlan plan;
    QHash<QString, QList<double>> weights; // by model
    QString madeBy;                        // signature of the rules that the cache was made by
};

Result<Stored> readStored(const Database &database)
{
    Stored stored;
    const auto read =
        readRows(database, u"SELECT key, value FROM setting WHERE key LIKE 'schedule/%'"_s, {},
                 [&stored](const QSqlQuery &row) {
                     const QString key = row.value(0).toString();
                     const QString value = row.value(1).toString();
                     SchedulePlan &plan = stored.plan;
                     if (key == newPerDayKey)
                         plan.newPerDay = qBound(0, value.toInt(), mostNewPerDay);
                     else if (key == retentionKey)
                         plan.retention =
                             qBound(lowestRetention, value.toDouble(), highestRetention);
                     else if (key == modelKey && makeMemoryModel(value))
                         plan.model = value;
                     else if (key.startsWith(weightsKey))
                         stored.weights.insert(key.mid(weightsKey.size()), weightsFrom(value));
                     else if (key == rulesKey)
                         stored.madeBy = value;
                     return 0;
                 });
    if (!read.ok())
        return read.error();
    return stored;
}

MemoryRules rulesOf(const SchedulePlan &plan, const QHash<QString, QList<double>> &weights)
{
    MemoryRules rules{makeMemoryModel(plan.model, weights.value(plan.model)), {}};
    if (!rules.model) // weights that no version of the model had
        rules.model = makeMemoryModel(plan.model);
    rules.spacing.retention = plan.retention;
    return rules;
}

// How many questions and drills of each topic a list still holds.
class Siblings final
{
public:
    template <typename Candidate>
    void add(const Candidate &candidate, int count)
    {
        auto &counts = m_counts[candidate.topic];
        counts.at(candidate.drill) += count;
        if (counts[0] == 0 && counts[1] == 0)
            m_counts.remove(candidate.topic);
    }

    // Whether they can all follow `last` without siblings side by side: topics keep each other's
    // apart, so that only what is left of a single one can fail.
    template <typename Candidate>
    bool canFollow(const Candidate &last) const
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

// Sets the questions of a list apart from code drills on the same topic, where it can.
template <typename Candidate>
void spreadSiblings(QList<Candidate> &list)
{
    Siblings left;
    for (const Candidate &candidate : std::as_const(list))
        left.add(candidate, 1);
    for (auto place = list.begin(); place != list.end(); ++place) {
        const auto isApart = [&](const Candidate &candidate) {
            if (place == list.begin())
                return true;
            const Candidate &last = *(place - 1);
            return last.topic != candidate.topic || last.drill == candidate.drill;
        };
        auto next = std::find_if(place, list.end(), [&](const Candidate &candidate) {
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

template <typename Candidate>
QList<QuestionId> idsOf(const QList<Candidate> &list)
{
    QList<QuestionId> ids;
    ids.reserve(list.size());
    for (const Candidate &candidate : list)
        ids.append(candidate.id);
    return ids;
}

// How many of a list each topic has, the largest first.
template <typename Candidate>
QList<TopicCount> countTopics(const QList<Candidate> &list)
{
    QList<TopicCount> topics;
    for (const Candidate &candidate : list) {
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

// The tiers that a level must study.
QList<Tier> tiersOf(const GuideStore &guide)
{
    const auto levels = guide.levels().valueOr({});
    for (const Level &level : levels) {
        if (level.key == guide.goal().level)
            return level.tiers;
    }
    return {};
}

} // namespace

// A question with all that its place in a list depends on.
struct Scheduler::Candidate
{
    QuestionId id = 0;
    TopicId topic = 0;
    QString topicTitle;
    Tier tier = Tier::Basic;
    bool drill = false;
    QuestionMemory memory; // of one that was practised
    double recall = 0;     // now
    int missed = 0;        // key points, in the last review
    int stubborn = 0;      // of them those missed again and again
};

Scheduler::Scheduler(Collection &collection, const GuideStore &guide, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
    , m_guide(guide)
{
    applyRules();
}

Status Scheduler::load()
{
    auto stored = readStored(m_collection.database());
    if (!stored.ok())
        return stored.error();
    m_plan = stored.value().plan;
    m_weights = stored.value().weights;
    applyRules();
    const auto practised =
        readValue(m_collection.database(), u"SELECT EXISTS (SELECT 1 FROM review)"_s);
    if (!practised.ok())
        return practised.error();
    if (practised.value().toBool() && stored.value().madeBy != signature(m_rules))
        rebuild();
    return success();
}

void Scheduler::applyRules()
{
    m_rules = rulesOf(m_plan, m_weights);
}

MemoryRules Scheduler::rulesFor(const QString &model) const
{
    SchedulePlan plan = m_plan;
    plan.model = model;
    return rulesOf(plan, m_weights);
}

void Scheduler::rebuild()
{
    m_collection.writes().submit(
        [rules = m_rules](const Database &database) {
            const Status done = rebuildMemory(database, rules);
            return done.ok() ? keepSetting(database, rulesKey.toString(), signature(rules)) : done;
        },
        u"schedule/rebuild"_s);
}

void Scheduler::setPlan(const SchedulePlan &plan)
{
    if (plan == m_plan)
        return;
    const QString before = signature(m_rules);
    m_plan = plan;
    m_collection.writes().submit([plan](const Database &database) -> Status {
        Status done =
            keepSetting(database, newPerDayKey.toString(), QString::number(plan.newPerDay));
        if (done.ok())
            done = keepSetting(database, retentionKey.toString(), QString::number(plan.retention));
        return done.ok() ? keepSetting(database, modelKey.toString(), plan.model) : done;
    });
    applyRules();
    if (signature(m_rules) != before)
        rebuild();
    emit changed();
}

void Scheduler::setWeights(const QString &model, const QList<double> &weights)
{
    m_weights.insert(model, weights);
    m_collection.writes().submit([model, weights](const Database &database) {
        return keepSetting(database, weightsKey.toString() + model, weightsText(weights));
    });
    const QString before = signature(m_rules);
    applyRules();
    if (signature(m_rules) != before)
        rebuild();
    emit changed();
}

MemoryRules Scheduler::rulesFrom(const Moment &now) const
{
    MemoryRules rules = m_rules;
    const QDate interview = m_guide.goal().interview;
    if (const int days = int(interview.toJulianDay()) - now.day; interview.isValid() && days > 0)
        rules.spacing.longest = qMax(1, days - 1);
    return rules;
}

Result<std::array<Outcome, 4>> Scheduler::outcomes(QuestionId question, const Moment &now) const
{
    Review next; // not on disk, so that all others come before it
    next.question = question;
    return outcomesWithout(next, now);
}

Result<std::array<Outcome, 4>> Scheduler::outcomesWithout(const Review &review,
                                                          const Moment &now) const
{
    const auto memory = memoryBefore(m_collection.database(), review, m_rules);
    if (!memory.ok())
        return memory.error();
    auto outcomes = outcomesOf(review.question, memory.value() ? &*memory.value() : nullptr,
                               rulesFrom(now), now);
    if (isDated(now)) {
        if (const Status done = applyDate(review.question, now, outcomes); !done.ok())
            return done.error();
    }
    return outcomes;
}

void Scheduler::setDated(const DatedSchedule &dated)
{
    m_dated = dated;
    emit datedChanged();
}

bool Scheduler::isDated(const Moment &now) const
{
    return m_dated.policy && m_dated.interview > now.day;
}

double Scheduler::weightOf(Tier tier, bool drill) const
{
    return !drill && tiersOf(m_guide).contains(tier) ? pointWeight(tier) : sideWeight;
}

// Policies know FSRS-6 alone.
MemoryState Scheduler::planningState(const MemoryState &state) const
{
    return {m_rules.model->interval(state, 0.9), 0, state.difficulty};
}

// A question comes back on the day that is best for the interview.
Status Scheduler::applyDate(QuestionId question, const Moment &now,
                            std::array<Outcome, 4> &outcomes) const
{
    const auto found = readRows(
        m_collection.database(), u"SELECT tier, kind = 'drill' FROM question WHERE id = ?"_s,
        {question}, [this](const QSqlQuery &row) {
            return weightOf(Tier(row.value(0).toInt()), row.value(1).toBool());
        });
    if (!found.ok())
        return found.error();
    const double weight = found.value().value(0, sideWeight);
    int least = 1;
    for (Outcome &outcome : outcomes) {
        if (outcome.wait < minutesPerDay)
            continue;
        const int days = m_dated.policy->waitAfter(planningState(outcome.memory.state),
                                                   m_dated.interview - now.day, weight);
        if (days == 0)
            return success();      // the rule does not look ahead
        least = qMax(least, days); // no grade waits longer than the next better one
        outcome.wait = least * minutesPerDay;
    }
    return success();
}

Result<DueList> Scheduler::dueByDate(const Moment &now) const
{
    auto known = practised(u"true"_s, now);
    if (!known.ok())
        return known.error();
    const auto spent = readValue(m_collection.database(),
                                 u"SELECT coalesce(sum(duration), 0) FROM review"
                                 " WHERE deleted IS NULL AND day = ?"_s,
                                 {now.day});
    if (!spent.ok())
        return spent.error();
    const int minutes = m_guide.goal().minutesOn(QDate::fromJulianDay(now.day));
    double left = 60.0 * minutes - double(spent.value().toLongLong()) / 1000;
    const int daysLeft = m_dated.interview - now.day;
    const Standing ofNew = m_dated.policy->ofNew(daysLeft);

    DueList list;
    list.minutes = minutes;
    QList<std::pair<Candidate, Standing>> queue;
    QList<Candidate> due; // again today, whatever the time
    for (const Candidate &candidate : std::as_const(known.value())) {
        const QuestionMemory &memory = candidate.memory;
        if (memory.dueTime > now.time) {
            list.nextTime =
                list.nextTime == 0 ? memory.dueTime : qMin(list.nextTime, memory.dueTime);
        } else if (memory.lastDay >= now.day) {
            if (isDue(memory, now))
                due.append(candidate);
        } else {
            const Standing standing =
                m_dated.policy->ofSeen(planningState(memory.memory.state), now.day - memory.lastDay,
                                       daysLeft, weightOf(candidate.tier, candidate.drill));
            if (standing.worth)
                queue.append({candidate, standing});
        }
    }
    list.duration = qint64(1000 * ofNew.seconds) * due.size();
    if (ofNew.worth) {
        const auto unseen =
            fresh(u"kind <> 'drill' AND tier IN (%1)"_s.arg(numberList(tiersOf(m_guide))),
                  int(qMax(0.0, left) / ofNew.seconds) + 1 + extraAtOnce);
        if (!unseen.ok())
            return unseen.error();
        for (const Candidate &candidate : unseen.value())
            queue.append({candidate, ofNew});
    }
    std::stable_sort(queue.begin(), queue.end(), [](const auto &one, const auto &other) {
        return one.second.index > other.second.index;
    });
    for (const auto &[candidate, standing] : std::as_const(queue)) {
        if (left < standing.seconds / 2) { // no more than half of one goes beyond the minutes
            left = 0;
            if (list.extra.size() < extraAtOnce)
                list.extra.append(candidate.id);
            continue;
        }
        left -= standing.seconds;
        list.duration += qint64(1000 * standing.seconds);
        list.fresh += candidate.memory.memory.reviews == 0;
        due.append(candidate);
    }
    spreadSiblings(due);
    list.questions = idsOf(due);
    list.topics = countTopics(due);
    list.week = m_dated.week;
    list.week[0] = int(due.size());
    return list;
}

// Those whose row in `memory` fulfils the condition.
Result<QList<Scheduler::Candidate>> Scheduler::practised(const QString &condition,
                                                         const Moment &now) const
{
    const Database &database = m_collection.database();
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
            Candidate found;
            found.id = row.value(0).toLongLong();
            found.memory = memoryFrom(row);
            found.topic = row.value(14).toLongLong();
            found.topicTitle = row.value(15).toString();
            found.drill = row.value(16).toBool();
            found.tier = Tier(row.value(17).toInt());
            found.recall = m_rules.model->recall(found.memory.memory.state,
                                                 daysSince(found.memory, *m_rules.model, now));
            std::tie(found.missed, found.stubborn) = missed.value(found.id);
            return found;
        });
}

// How many questions were practised for the first time on a study day, and how many once more.
Result<std::pair<int, int>> Scheduler::doneOn(int day) const
{
    const auto counts = readRows(m_collection.database(),
                                 u"SELECT count(*) FILTER (WHERE first_day = ?),"
                                 " count(*) FILTER (WHERE first_day < ? AND last_day = ?)"
                                 " FROM memory"_s,
                                 {day, day, day}, [](const QSqlQuery &row) {
                                     return std::pair{row.value(0).toInt(), row.value(1).toInt()};
                                 });
    if (!counts.ok())
        return counts.error();
    return counts.value().constFirst();
}

Result<QList<Scheduler::Candidate>> Scheduler::fresh(const QString &condition, int limit) const
{
    // Those of the level's tiers first, then in must-study order.
    return readRows(
        m_collection.database(),
        u"SELECT question.id, topic.id, topic.title, kind = 'drill' FROM question"
        " LEFT JOIN question_topic AS link ON link.question_id = question.id AND link.position = 0"
        " LEFT JOIN topic ON topic.id = link.topic_id"
        " WHERE NOT question.retired AND %1"
        " AND question.id NOT IN (SELECT question_id FROM memory)"
        " ORDER BY tier IN (%2) DESC, topic.position, tier, number LIMIT ?"_s.arg(
            condition, numberList(tiersOf(m_guide))),
        {limit}, [](const QSqlQuery &row) {
            Candidate found;
            found.id = row.value(0).toLongLong();
            found.topic = row.value(1).toLongLong();
            found.topicTitle = row.value(2).toString();
            found.drill = row.value(3).toBool();
            return found;
        });
}

// How far recall has fallen, as odds of forgetting over those that the learner accepts: 1 when due.
double Scheduler::priority(const Candidate &candidate) const
{
    const double recall = qBound(1e-9, candidate.recall, 1.0);
    const double accepted = 1 / m_plan.retention - 1;
    return (1 / recall - 1) / accepted * (1 + stubbornWeight * candidate.stubborn);
}

Result<qint64> Scheduler::usualPace() const
{
    auto durations =
        readRows(m_collection.database(),
                 u"SELECT duration FROM review WHERE deleted IS NULL"
                 " ORDER BY rowid DESC LIMIT ?"_s,
                 {reviewsForPace}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    if (!durations.ok())
        return durations.error();
    QList<qint64> sorted = std::move(durations).value();
    if (sorted.size() < fewestForPace)
        return paceUntilKnown;
    const auto middle = sorted.begin() + sorted.size() / 2;
    std::nth_element(sorted.begin(), middle, sorted.end());
    return qMax(quickestPace, *middle);
}

void Scheduler::sortByPriority(QList<Candidate> &candidates) const
{
    std::stable_sort(candidates.begin(), candidates.end(),
                     [this](const Candidate &one, const Candidate &other) {
                         return priority(one) > priority(other);
                     });
}

// Takes out what is overdue beyond a day's share and hands it to the days that follow.
void Scheduler::spreadBacklog(QList<Candidate> &due, DueList &list, int share, int doneToday,
                              const Moment &now) const
{
    const auto isOverdue = [&now](const Candidate &candidate) {
        return candidate.memory.dueDay < now.day;
    };
    const auto overdue = int(std::count_if(due.cbegin(), due.cend(), isOverdue));
    int room = qMax(0, share - doneToday - int(due.size() - overdue));
    due.removeIf([&](const Candidate &candidate) {
        return isOverdue(candidate) && room-- <= 0; // the most urgent come first and stay
    });
    list.week[0] = int(due.size());
    const int all = overdue;
    int left = list.postponed = all - int(std::count_if(due.cbegin(), due.cend(), isOverdue));
    for (size_t day = 1; day < list.week.size() && left > 0; ++day) {
        const int more = qMin(left, qMax(share - list.week[day], all / backlogShare + 1));
        list.week[day] += more;
        left -= more;
    }
}

Result<DueList> Scheduler::due(const Moment &now, const QList<TopicId> &topics) const
{
    if (topics.isEmpty() && isDated(now))
        return dueByDate(now);
    // A week ahead, and those last reviewed in the future, when the clock was wrong.
    const QString soon = u"(due_day < %1 OR last_day > %2)"_s.arg(now.day + daysAhead).arg(now.day);
    auto known = practised(soon, now);
    if (!known.ok())
        return known.error();
    const auto pace = usualPace();
    if (!pace.ok())
        return pace.error();
    const auto done = doneOn(now.day);
    if (!done.ok())
        return done.error();
    const auto [newToday, doneToday] = done.value();

    DueList list;
    QList<Candidate> due;
    for (const Candidate &candidate : std::as_const(known.value())) {
        const QuestionMemory &memory = candidate.memory;
        if (!topics.isEmpty() && !topics.contains(candidate.topic))
            continue;
        if (isDue(memory, now)) {
            due.append(candidate);
        } else if (memory.dueTime > now.time) {
            list.nextTime =
                list.nextTime == 0 ? memory.dueTime : qMin(list.nextTime, memory.dueTime);
        } else if (const int day = memory.dueDay - now.day; day < int(list.week.size())) {
            ++list.week[size_t(day)];
        }
    }
    sortByPriority(due);
    const qint64 minutes = m_guide.goal().minutesOn(QDate::fromJulianDay(now.day));
    const auto backlog = int(due.size()) + doneToday;
    const int share = qMax(int(minutes * 60'000 / pace.value()),
                           qMax(fewestADay, (backlog + backlogShare - 1) / backlogShare));
    if (topics.isEmpty())
        spreadBacklog(due, list, share, doneToday, now);
    else
        list.week[0] = int(due.size());
    list.longWaiting = int(std::count_if(due.cbegin(), due.cend(), [&now](const Candidate &one) {
        return now.day - one.memory.dueDay > longWaitDays;
    }));

    const QString condition =
        topics.isEmpty() ? u"kind <> 'drill'"_s
                         : u"kind <> 'drill' AND topic.id IN (%1)"_s.arg(numberList(topics));
    const auto unseen = fresh(condition, m_plan.newPerDay * int(list.week.size()));
    if (!unseen.ok())
        return unseen.error();
    list.fresh = qBound(0, m_plan.newPerDay - newToday, int(unseen.value().size()));
    due += unseen.value().mid(0, list.fresh);
    qsizetype left = unseen.value().size() - list.fresh;
    list.week[0] += list.fresh;
    for (size_t day = 1; day < list.week.size(); ++day) {
        const auto more = int(qMin<qsizetype>(left, m_plan.newPerDay));
        list.week[day] += more;
        left -= more;
    }
    spreadSiblings(due);
    list.questions = idsOf(due);
    list.topics = countTopics(due);
    list.duration = pace.value() * due.size();
    return list;
}

Result<QList<QuestionId>> Scheduler::inOrder(const QList<QuestionId> &questions,
                                             const Moment &now) const
{
    auto known = practised(u"memory.question_id IN (%1)"_s.arg(numberList(questions)), now);
    if (!known.ok())
        return known.error();
    QSet<QuestionId> wanted(questions.cbegin(), questions.cend());
    QList<Candidate> list = std::move(known).value();
    sortByPriority(list);
    std::stable_partition(list.begin(), list.end(), [&now](const Candidate &candidate) {
        return isDue(candidate.memory, now);
    });
    const auto unseen =
        fresh(u"question.id IN (%1)"_s.arg(numberList(questions)), int(questions.size()));
    if (!unseen.ok())
        return unseen.error();
    list += unseen.value();
    spreadSiblings(list);
    QList<QuestionId> ids = idsOf(list);
    // What a deck has retired is in none of these lists, and yet may be bookmarked.
    wanted.subtract(QSet<QuestionId>(ids.cbegin(), ids.cend()));
    for (const QuestionId id : questions) {
        if (wanted.remove(id))
            ids.append(id);
    }
    return ids;
}

Result<WeakList> Scheduler::weak(const Moment &now) const
{
    auto known = practised(u"true"_s, now);
    if (!known.ok())
        return known.error();
    QHash<QuestionId, int> points; // of its rubric
    const auto counted =
        readRows(m_collection.database(),
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
    const auto held = [&points](const Candidate &candidate) {
        const int all = points.value(candidate.id);
        const double met = all > 0 ? qMax(0.0, 1.0 - double(candidate.missed) / all) : 1.0;
        return candidate.recall * met;
    };
    QHash<TopicId, WeakTopic> topics;
    for (const Candidate &candidate : std::as_const(known.value())) {
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
    QList<Candidate> questions = std::move(known).value();
    questions.removeIf(
        [&ids](const Candidate &one) { return one.drill || !ids.contains(one.topic); });
    std::stable_sort(
        questions.begin(), questions.end(),
        [&held](const Candidate &one, const Candidate &other) { return held(one) < held(other); });
    questions = questions.mid(0, weakAtOnce);
    if (questions.size() < weakAtOnce) {
        const auto unseen = fresh(u"kind <> 'drill' AND topic.id IN (%1)"_s.arg(numberList(ids)),
                                  int(weakAtOnce - questions.size()));
        if (!unseen.ok())
            return unseen.error();
        questions += unseen.value();
    }
    list.questions = idsOf(questions);
    return list;
}

Result<QList<StubbornPoint>> Scheduler::stubbornPoints() const
{
    return readRows(m_collection.database(),
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

Result<bool> checkMemory(const Database &database)
{
    const auto kept =
        readValue(database, u"SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'memory')"_s);
    if (!kept.ok())
        return kept.error();
    if (!kept.value().toBool())
        return true; // of a format that the next start brings up to date
    const auto stored = readStored(database);
    if (!stored.ok())
        return stored.error();
    const MemoryRules rules = rulesOf(stored.value().plan, stored.value().weights);
    const auto derived = readValue(database, u"SELECT EXISTS (SELECT 1 FROM memory)"_s);
    if (!derived.ok())
        return derived.error();
    const QString &madeBy = stored.value().madeBy;
    // By other rules, or not made at all yet: the next start derives it anew.
    if (madeBy != signature(rules) && (!madeBy.isEmpty() || !derived.value().toBool()))
        return true;
    return isMemorySound(database, rules);
}
