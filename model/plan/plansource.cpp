// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/plansource.h"

#include "model/collection/sql.h"
#include "model/plan/goal.h"
#include "model/plan/weekplan.h"

#include <QDate>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int daysLookedAt = 28; // for attendance
constexpr int daysOfTrend = 7;
constexpr int oldestTrend = 21;

constexpr int reviewsLookedAt = 500;
constexpr double usualPace = 7.2;    // a typed answer to a question, in times of a flash card
constexpr double usualWeight = 10;   // reviews that what is usual counts as
constexpr double shortestReview = 1; // seconds
constexpr double longestReview = 900;

enum class Occasion { Learning, Reviewing, Relearning };

struct TimedReview
{
    Occasion occasion = Occasion::Learning;
    size_t grade = 0; // 0 is Again
    double seconds = 0;
};

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double usualSeconds(const PracticeHabits &usual, const TimedReview &review)
{
    switch (review.occasion) {
    case Occasion::Learning: return usual.learning[review.grade];
    case Occasion::Reviewing: return usual.reviewing[review.grade];
    case Occasion::Relearning: break;
    }
    return usual.relearning;
}

PracticeHabits habitsFrom(const QList<TimedReview> &reviews)
{
    const PracticeHabits usual;
    std::vector<double> ratios;
    for (const TimedReview &review : reviews)
        ratios.push_back(review.seconds / usualSeconds(usual, review));
    const auto count = double(ratios.size());
    const double pace =
        ratios.empty() ? usualPace
                       : (count * median(ratios) + usualWeight * usualPace) / (count + usualWeight);

    PracticeHabits habits;
    const auto adapt = [&](Occasion occasion, size_t grade, double &seconds) {
        std::vector<double> own;
        for (const TimedReview &review : reviews) {
            const bool anyGrade = occasion == Occasion::Relearning;
            if (review.occasion == occasion && (anyGrade || review.grade == grade))
                own.push_back(review.seconds);
        }
        const auto number = double(own.size());
        const double expected = pace * seconds;
        seconds = own.empty()
                      ? expected
                      : (number * median(own) + usualWeight * expected) / (number + usualWeight);
        return number;
    };
    std::array<double, 4> firsts{};
    std::array<double, 3> passes{};
    for (size_t grade = 0; grade < firsts.size(); ++grade) {
        firsts[grade] = adapt(Occasion::Learning, grade, habits.learning[grade]);
        const double later = adapt(Occasion::Reviewing, grade, habits.reviewing[grade]);
        if (grade > 0)
            passes[grade - 1] = later;
    }
    adapt(Occasion::Relearning, 0, habits.relearning);
    const auto share = [](const auto &counts, auto &shares) {
        double all = 0;
        for (const double number : counts)
            all += number;
        for (size_t i = 0; i < shares.size(); ++i)
            shares[i] = (counts[i] + usualWeight * shares[i]) / (all + usualWeight);
    };
    share(firsts, habits.firstGrades);
    share(passes, habits.passGrades);
    return habits;
}

Result<Level> readLevel(const Database &database, const QString &key)
{
    Level level;
    level.key = key;
    const auto tiers =
        readRows(database,
                 u"SELECT tier FROM level_tier JOIN level ON level.id = level_id"
                 " WHERE level.key = ? ORDER BY tier"_s,
                 {key}, [](const QSqlQuery &row) { return Tier(row.value(0).toInt()); });
    if (!tiers.ok())
        return tiers.error();
    level.tiers = tiers.value();
    const auto title = readValue(database, u"SELECT title FROM level WHERE key = ?"_s, {key});
    if (!title.ok())
        return title.error();
    level.title = title.value().toString();
    return level;
}

Status readTopics(const Database &database, int today, PlanSource &source)
{
    auto topics = readRows(
        database,
        u"SELECT topic.id, topic.title, coalesce((SELECT recall FROM topic_readiness"
        " JOIN readiness USING (day) WHERE topic_id = topic.id AND level = ?"
        " AND day BETWEEN ? AND ? ORDER BY day DESC LIMIT 1), -1)"
        " FROM topic WHERE NOT retired ORDER BY deck_id, position"_s,
        {source.level.key, today - oldestTrend, today - daysOfTrend}, [](const QSqlQuery &row) {
            return PlanTopic{row.value(0).toLongLong(), row.value(1).toString(),
                             row.value(2).toDouble()};
        });
    if (!topics.ok())
        return topics.error();
    source.topics = std::move(topics).value();
    return success();
}

Status readQuestions(const Database &database, const MemoryRules &rules, int today,
                     PlanSource &source)
{
    const QString tiers = numberList(source.level.tiers);
    const auto read = readRows(
        database,
        u"SELECT %1, question.id, topic.id, tier, kind <> 'drill' AND tier IN (%2)"
        " FROM question LEFT JOIN memory ON memory.question_id = question.id"
        " LEFT JOIN question_topic AS link ON link.question_id = question.id AND link.position = 0"
        " LEFT JOIN topic ON topic.id = link.topic_id"
        " WHERE NOT question.retired AND (memory.question_id IS NOT NULL"
        " OR kind <> 'drill' AND tier IN (%2))"
        " ORDER BY topic.deck_id, topic.position, tier, number"_s.arg(memoryColumns(), tiers),
        {}, [&](const QSqlQuery &row) {
            PlanQuestion question;
            question.id = row.value(14).toLongLong();
            question.topic = row.value(15).toLongLong();
            question.tier = Tier(row.value(16).toInt());
            question.weight = weightInPlan(question.tier, row.value(17).toBool());
            question.seen = !row.value(0).isNull();
            MemoryState state;
            double recall = 0;
            if (question.seen) {
                const QuestionMemory memory = memoryFrom(row);
                state = memory.memory.state;
                question.state = planningState(*rules.model, state);
                question.lastDay = qMin(memory.lastDay, today);
                recall = rules.model->recall(state, today - question.lastDay);
            }
            source.questions.push_back(question);
            source.states.push_back(state);
            source.recall.push_back(recall);
            return 0;
        });
    if (!read.ok())
        return read.error();
    QHash<QuestionId, size_t> places;
    for (size_t i = 0; i < source.questions.size(); ++i)
        places.insert(source.questions[i].id, i);
    const auto links = readRows(database, u"SELECT topic_id, question_id FROM question_topic"_s, {},
                                [&](const QSqlQuery &row) {
                                    const auto place = places.constFind(row.value(1).toLongLong());
                                    if (place != places.constEnd())
                                        source.byTopic[row.value(0).toLongLong()].push_back(*place);
                                    return 0;
                                });
    return links.ok() ? success() : Status(links.error());
}

// Days of practice, and how many of them were kept.
Status readAttendance(const Database &database, const Goal &goal, int today, PlanSource &source)
{
    const auto days =
        readRows(database,
                 u"SELECT day, sum(duration) FROM review"
                 " WHERE deleted IS NULL AND day BETWEEN ? AND ? GROUP BY day"_s,
                 {today - daysLookedAt, today}, [](const QSqlQuery &row) {
                     return std::pair{row.value(0).toInt(), row.value(1).toLongLong()};
                 });
    if (!days.ok())
        return days.error();
    int first = today;
    QSet<int> kept;
    for (const auto &[day, duration] : days.value()) {
        first = qMin(first, day);
        kept.insert(day);
        source.spent.insert(day, duration);
    }
    source.begun = first;
    for (int day = first; day < today; ++day) {
        if (goal.minutesOn(QDate::fromJulianDay(day)) == 0)
            continue;
        ++source.planned;
        source.attended += kept.contains(day);
    }
    return success();
}

bool isDamaged(const PlanTask &task)
{
    const bool knownKind =
        task.kind >= PlanTask::Kind::Topic && task.kind <= PlanTask::Kind::LastMock;
    const bool knownTiers = std::all_of(task.tiers.cbegin(), task.tiers.cend(), [](Tier tier) {
        return tier >= Tier::Basic && tier <= Tier::Scenario;
    });
    return !knownKind || !knownTiers || task.count < 0 || task.left < 0;
}

Status readTasks(const Database &database, const Goal &goal, int today, PlanSource &source)
{
    auto tasks = readRows(
        database,
        u"SELECT kind, topic_id, topic.title, tiers, count, remaining, day, ticked FROM plan_task"
        " LEFT JOIN topic ON topic.id = topic_id WHERE first_day = ? ORDER BY plan_task.position"_s,
        {partBegin(goal, today)}, [](const QSqlQuery &row) {
            PlanTask task;
            task.kind = PlanTask::Kind(row.value(0).toInt());
            task.topic = row.value(1).toLongLong();
            task.title = row.value(2).toString();
            const QStringList tiers = row.value(3).toString().split(u',', Qt::SkipEmptyParts);
            for (const QString &tier : tiers)
                task.tiers.append(Tier(tier.toInt()));
            task.count = row.value(4).toInt();
            task.left = row.value(5).toInt();
            task.day = row.value(6).toInt();
            if (!row.value(7).isNull())
                task.ticked = row.value(7).toBool();
            return task;
        });
    if (!tasks.ok())
        return tasks.error();
    source.tasks = std::move(tasks).value();
    source.tasks.removeIf(isDamaged); // rather fewer tasks than wrong ones
    const auto drills = readValue(
        database,
        u"SELECT count(*) FROM question WHERE kind = 'drill' AND NOT retired AND id NOT IN"
        " (SELECT question_id FROM memory WHERE rating >= 3)"_s);
    if (!drills.ok())
        return drills.error();
    source.openDrills = drills.value().toInt();
    const auto interviews =
        readRows(database,
                 u"SELECT finished FROM interview WHERE finished IS NOT NULL AND deleted IS NULL"_s,
                 {}, [](const QSqlQuery &row) { return studyDay(row.value(0).toLongLong()); });
    if (!interviews.ok())
        return interviews.error();
    for (const int day : interviews.value()) {
        if (day >= today - daysLookedAt)
            source.interviews.append(day);
    }
    return success();
}

} // namespace

Result<PracticeHabits> readHabits(const Database &database)
{
    const auto reviews =
        readRows(database,
                 u"SELECT rating, duration, day, (SELECT max(day) FROM review AS earlier"
                 " WHERE earlier.question_id = review.question_id AND earlier.deleted IS NULL"
                 " AND earlier.rowid < review.rowid)"
                 " FROM review JOIN question ON question.id = question_id AND kind <> 'drill'"
                 " WHERE deleted IS NULL AND duration > 0 ORDER BY review.rowid DESC LIMIT ?"_s,
                 {reviewsLookedAt}, [](const QSqlQuery &row) {
                     TimedReview review;
                     review.grade = size_t(qBound(1, row.value(0).toInt(), 4)) - 1;
                     review.seconds =
                         qBound(shortestReview, row.value(1).toDouble() / 1000, longestReview);
                     if (!row.value(3).isNull())
                         review.occasion = row.value(3).toInt() == row.value(2).toInt()
                                               ? Occasion::Relearning
                                               : Occasion::Reviewing;
                     return review;
                 });
    if (!reviews.ok())
        return reviews.error();
    return habitsFrom(reviews.value());
}

Result<PlanSource> readPlanSource(const Database &database, const Goal &goal,
                                  const MemoryRules &rules, int today)
{
    PlanSource source;
    auto level = readLevel(database, goal.level);
    if (!level.ok())
        return level.error();
    source.level = std::move(level).value();
    const auto habits = readHabits(database);
    if (!habits.ok())
        return habits.error();
    source.habits = habits.value();
    Status done = readTopics(database, today, source);
    if (done.ok())
        done = readQuestions(database, rules, today, source);
    if (done.ok())
        done = readAttendance(database, goal, today, source);
    if (done.ok())
        done = readTasks(database, goal, today, source);
    if (!done.ok())
        return done.error();
    return source;
}

Status keepTasks(const Database &database, int begin, const QList<PlanTask> &tasks)
{
    Status done = execute(database, u"DELETE FROM plan_task WHERE first_day = ?"_s, {begin});
    for (qsizetype i = 0; i < tasks.size() && done.ok(); ++i) {
        const PlanTask &task = tasks.at(i);
        done =
            execute(database,
                    u"INSERT INTO plan_task(first_day, position, kind, topic_id, tiers, count,"
                    " remaining, day, ticked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                    {begin, i, int(task.kind), task.topic > 0 ? QVariant(task.topic) : QVariant(),
                     numberList(task.tiers), task.count, task.left, task.day,
                     task.ticked ? QVariant(int(*task.ticked)) : QVariant()});
    }
    return done;
}
