// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/scheduler.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/plan/datepolicy.h"
#include "model/plan/guidestore.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 paceUntilKnown = 90'000; // milliseconds a question
constexpr qint64 quickestPace = 15'000;
constexpr int reviewsForPace = 100;
constexpr int fewestForPace = 10;
constexpr int longWaitDays = 7;
constexpr int backlogShare = 7; // at least a seventh of a backlog a day, so that it ends
constexpr int daysAhead = 7;
constexpr int mostWeighed = 2000;      // questions; reading more would keep the window waiting
constexpr int extraAtOnce = 10;        // questions, when the day's minutes are used up
constexpr int fewestADay = 10;         // questions, however short the learner's time
constexpr double stubbornWeight = 0.5; // what each stubborn point adds to its question's priority

} // namespace

Scheduler::Scheduler(Collection &collection, const GuideStore &guide, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
    , m_guide(guide)
{
    applyRules();
}

Status Scheduler::load()
{
    auto stored = readSchedule(m_collection.database());
    if (!stored.ok())
        return stored.error();
    m_plan = stored.value().plan;
    m_weights = stored.value().weights;
    applyRules();
    const auto practised =
        readValue(m_collection.database(), u"SELECT EXISTS (SELECT 1 FROM review)"_s);
    if (!practised.ok())
        return practised.error();
    if (practised.value().toBool() && stored.value().madeBy != signatureOf(m_rules))
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
        [rules = m_rules](const Database &database) { return deriveMemory(database, rules); },
        u"schedule/rebuild"_s);
}

void Scheduler::setPlan(const SchedulePlan &plan)
{
    if (plan == m_plan)
        return;
    const QString before = signatureOf(m_rules);
    m_plan = plan;
    m_collection.writes().submit(
        [plan](const Database &database) { return keepPlan(database, plan); });
    applyRules();
    if (signatureOf(m_rules) != before)
        rebuild();
    emit changed();
}

void Scheduler::setWeights(const QString &model, const QList<double> &weights)
{
    m_weights.insert(model, weights);
    m_collection.writes().submit([model, weights](const Database &database) {
        return keepWeights(database, model, weights);
    });
    const QString before = signatureOf(m_rules);
    applyRules();
    if (signatureOf(m_rules) != before)
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
    return weightInPlan(tier, !drill && m_guide.tiers().contains(tier));
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
        const int days =
            m_dated.policy->waitAfter(planningState(*m_rules.model, outcome.memory.state),
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
    // All of them, for the day's time may go to any; of very many those that come back soon.
    auto known = practised(u"(due_day < %1 OR last_day > %2"
                           " OR (SELECT count(*) FROM memory) <= %3)"_s.arg(now.day + daysAhead)
                               .arg(now.day)
                               .arg(mostWeighed),
                           now);
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
    QList<std::pair<PracticeCandidate, Standing>> queue;
    QList<PracticeCandidate> due; // again today, whatever the time
    for (const PracticeCandidate &candidate : std::as_const(known.value())) {
        const QuestionMemory &memory = candidate.memory;
        if (memory.dueTime > now.time) {
            list.nextTime =
                list.nextTime == 0 ? memory.dueTime : qMin(list.nextTime, memory.dueTime);
        } else if (memory.lastDay >= now.day) {
            if (isDue(memory, now))
                due.append(candidate);
        } else {
            const Standing standing = m_dated.policy->ofSeen(
                planningState(*m_rules.model, memory.memory.state), now.day - memory.lastDay,
                daysLeft, weightOf(candidate.tier, candidate.drill));
            if (standing.worth)
                queue.append({candidate, standing});
        }
    }
    list.duration = qint64(1000 * ofNew.seconds) * due.size();
    if (ofNew.worth) {
        const auto unseen =
            fresh(u"kind <> 'drill' AND tier IN (%1)"_s.arg(numberList(m_guide.tiers())),
                  int(qMax(0.0, left) / ofNew.seconds) + 1 + extraAtOnce);
        if (!unseen.ok())
            return unseen.error();
        for (const PracticeCandidate &candidate : unseen.value())
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

Result<QList<PracticeCandidate>> Scheduler::practised(const QString &condition,
                                                      const Moment &now) const
{
    return readPractised(m_collection.database(), m_rules, condition, now);
}

Result<QList<PracticeCandidate>> Scheduler::fresh(const QString &condition, int limit) const
{
    return readUnseen(m_collection.database(), m_guide.tiers(), condition, limit);
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

// How far recall has fallen, as odds of forgetting over those that the learner accepts: 1 when due.
double Scheduler::priority(const PracticeCandidate &candidate) const
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

void Scheduler::sortByPriority(QList<PracticeCandidate> &candidates) const
{
    std::stable_sort(candidates.begin(), candidates.end(),
                     [this](const PracticeCandidate &one, const PracticeCandidate &other) {
                         return priority(one) > priority(other);
                     });
}

// Takes out what is overdue beyond a day's share and hands it to the days that follow.
void Scheduler::spreadBacklog(QList<PracticeCandidate> &due, DueList &list, int share,
                              int doneToday, const Moment &now) const
{
    const auto isOverdue = [&now](const PracticeCandidate &candidate) {
        return candidate.memory.dueDay < now.day;
    };
    const auto overdue = int(std::count_if(due.cbegin(), due.cend(), isOverdue));
    int room = qMax(0, share - doneToday - int(due.size() - overdue));
    due.removeIf([&](const PracticeCandidate &candidate) {
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
    QList<PracticeCandidate> due;
    for (const PracticeCandidate &candidate : std::as_const(known.value())) {
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
    list.longWaiting =
        int(std::count_if(due.cbegin(), due.cend(), [&now](const PracticeCandidate &one) {
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
        const QDate date = QDate::fromJulianDay(now.day + int(day));
        const int wanted = m_guide.goal().minutesOn(date) > 0 ? m_plan.newPerDay : 0;
        const auto more = int(qMin<qsizetype>(left, wanted));
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
    QList<PracticeCandidate> list = std::move(known).value();
    sortByPriority(list);
    std::stable_partition(list.begin(), list.end(), [&now](const PracticeCandidate &candidate) {
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
    return readWeakList(m_collection.database(), m_rules, m_guide.tiers(), now);
}

Result<QList<StubbornPoint>> Scheduler::stubbornPoints() const
{
    return readStubbornPoints(m_collection.database());
}
