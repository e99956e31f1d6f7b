// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sampleprogress.h"

#include "model/collection/sql.h"
#include "model/practice/reviewlog.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

// Minutes on each of fifty days, the last of them yesterday.
constexpr int minutesOn[] = {4,  0,  7,  12, 0,  26, 9,  0, 24, 28, 5,  8,  0,  22, 18, 25, 14,
                             19, 0,  31, 12, 24, 8,  27, 0, 35, 21, 6,  18, 24, 0,  9,  33, 16,
                             28, 22, 0,  12, 31, 25, 24, 0, 33, 38, 29, 17, 12, 26, 0,  22};
constexpr int daysBefore = int(std::size(minutesOn));
constexpr int minutesAQuestion = 4;
constexpr qint64 minute = 60'000;

// A morning of a study day, at nine where the program runs.
qint64 nineOClock(int day)
{
    return QDate::fromJulianDay(day).startOfDay().toMSecsSinceEpoch() + 9 * 60 * minute;
}

double readyOn(int daysBack)
{
    return 0.64 - 0.0084 * daysBack + 0.008 * std::sin(daysBack / 3.0);
}

} // namespace

Status writeSamplePractice(const Database &database, const MemoryRules &rules,
                           const QList<QuestionId> &questions, int today)
{
    Status done = success();
    qsizetype count = 0;
    for (int i = 0; i < daysBefore; ++i) {
        const int day = today - daysBefore + i;
        const QString session = u"sample-session-%1"_s.arg(i);
        qint64 time = nineOClock(day);
        if (minutesOn[i] > 0 && done.ok())
            done = execute(database,
                           u"INSERT INTO session(uid, title, mode, position, created, modified,"
                           " finished) VALUES (?, 'Quick ten', 'think', 0, ?, ?, ?)"_s,
                           {session, time, time, time});
        for (int spent = 0, position = 0; spent < minutesOn[i] && done.ok(); ++position) {
            const int minutes = qMin(minutesAQuestion, minutesOn[i] - spent);
            time += minutes * minute;
            spent += minutes;
            Review review;
            review.uid = u"sample-review-%1"_s.arg(count);
            // The first half again and again, the rest once.
            review.question = questions.at(count % questions.size());
            review.session = session;
            review.position = position;
            review.rating = count % 7 == 3 ? Rating::Again : Rating::Good;
            review.duration = minutes * minute;
            review.created = time;
            review.day = day;
            done = logReview(database, review, rules);
            ++count;
        }
        if (done.ok())
            done = execute(database,
                           u"INSERT OR REPLACE INTO readiness VALUES (?, 'django/mid', ?, ?, ?)"_s,
                           {day, readyOn(today - day), 0.8, 0.4});
    }
    return done;
}

Status writeSampleUpdate(const Database &database, QuestionId question)
{
    return execute(
        database,
        u"INSERT INTO question_update(question_id, version, prompt, follow_up, answer, created)"
        " SELECT id, '1.1.0', prompt, follow_up, replace(replace(replace(answer,"
        " 'so it costs no further query', 'so it is free'),"
        " '.prefetch_related(\"tags\")', ''),"
        " 'Two queries for ten posts', 'Eleven queries for ten posts') || char(10)"
        " || 'Count the queries before you trust either of them.', 0"
        " FROM question WHERE id = ?"_s,
        {question});
}

Outlook sampleOutlook(const QList<TopicRow> &topics, int today, int ahead, bool dated)
{
    Outlook outlook;
    outlook.goal.level = u"django/mid"_s;
    outlook.goal.minutes = 25;
    outlook.goal.weekdays[6] = 0; // Sundays off
    outlook.today = today;
    outlook.end = today + ahead;
    if (dated)
        outlook.goal.interview = QDate::fromJulianDay(outlook.end);
    outlook.ready = readyOn(0);
    outlook.questions = 95;
    outlook.seen = 74;
    outlook.solid = 31;
    for (qsizetype i = 0; i < topics.size(); ++i) {
        const TopicRow &row = topics.at(i);
        TopicReadiness topic{row.topic.id, row.topic.title, row.questions};
        topic.seen = row.questions * 3 / 4;
        topic.recall = 0.22 + 0.04 * double((i * 7) % topics.size());
        topic.falling = i == 4;
        topic.weak = topic.recall < 0.35 || topic.falling;
        outlook.topics.append(topic);
    }
    for (int i = 0; i <= ahead; ++i) {
        const double part = ahead == 0 ? 0 : double(i) / ahead;
        ForecastDay day;
        day.day = today + i;
        day.followed = outlook.ready + 0.17 * std::sqrt(part) * std::sqrt(part * 0.6 + 0.4);
        day.low = day.followed - 0.06 * part;
        day.high = day.followed + 0.05 * part;
        day.stopped = outlook.ready * std::exp(-0.29 * part);
        const bool off = outlook.goal.minutesOn(QDate::fromJulianDay(day.day)) == 0;
        day.reviews = off || i == ahead ? 0 : 5 + (i * 5) % 9;
        day.fresh = off || part > 0.8 ? 0 : 2 + i % 4;
        day.minutes = off ? 0 : 25;
        outlook.days.append(day);
    }
    return outlook;
}
