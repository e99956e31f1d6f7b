// SPDX-License-Identifier: GPL-3.0-or-later
// Time of what grows with the review log: deriving memory anew, listing what is due, and adding one
// review. The floors, measured in the same run, are plain reads of the same rows, and a transaction
// that adds the bare row of a review.
//
// usage: bench_practice [REVIEWS [QUESTIONS [REPEATS]]]

#include "figures.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/stamp.h"
#include "model/plan/guidestore.h"
#include "model/practice/scheduler.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr int pointsEach = 4;      // a question
constexpr int reviewsPerDay = 600; // so that a million take four and a half years
constexpr int firstDay = 2459000;  // a Julian day number

template <typename T>
T orDie(Result<T> result)
{
    if (!result.ok())
        qFatal("%s", qPrintable(result.error().message + result.error().detail));
    return std::move(result).value();
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

// Reads every value of every row, and does nothing with them.
void scan(const Database &database, const QString &sql)
{
    orDie(readRows(database, sql, {}, [](const QSqlQuery &row) {
        for (int i = 0; row.value(i).isValid(); ++i)
            ;
        return 0;
    }));
}

void inTransaction(const Database &database, const std::function<Status()> &work)
{
    Transaction transaction(database);
    orDie(transaction.begun());
    orDie(work());
    orDie(transaction.commit());
}

// A collection without texts. Questions take turns in an order that jumps about, ratings and waits
// come from a generator (Knuth's multiplier, modulo 2^32) that makes them the same in every run.
void fill(const Database &database, int reviews, int questions)
{
    const QString numbers = u"WITH RECURSIVE number(n) AS (VALUES (1) UNION ALL"
                            " SELECT n + 1 FROM number WHERE n < %1)"_s;
    const QString draw = u"(n * 2654435761 % 4294967296) / 65536"_s;
    const QString day = u"(%1 + n / %2)"_s.arg(firstDay).arg(reviewsPerDay);
    const QStringList statements{
        u"INSERT INTO deck VALUES (1, 'bench', 'Bench', '1', '', '', '', '')"_s,
        numbers.arg(30) + u"INSERT INTO topic SELECT n, 1, 'bench/t' || n, n, 't' || n, '', 0"
                          " FROM number"_s,
        numbers.arg(questions) +
            u"INSERT INTO question(id, deck_id, key, number, kind, tier, title, prompt, answer,"
            " since, until, digest) SELECT n, 1, 'bench/q' || n, n, iif(n % 20 = 0, 'drill',"
            " 'open'), n % 4, 'q' || n, '', '', '', '', '' FROM number"_s,
        numbers.arg(questions) +
            u"INSERT INTO question_topic SELECT n, 0, 1 + n % 30 FROM number"_s,
        numbers.arg(questions * pointsEach) +
            u"INSERT INTO key_point(id, question_id, key, position, section, text, detail,"
            " expression) SELECT n, (n + %1 - 1) / %1, 'p' || n, n % %1, 0, '', '', ''"
            " FROM number"_s.arg(pointsEach),
        numbers.arg(reviews) +
            u"INSERT INTO review(uid, question_id, rating, answer, duration, created, modified,"
            " day, wait) SELECT 'review-' || substr(1000000000 + n, 2), 1 + n * 7919 % %1,"
            " 1 + (%2 % 100 >= 12) + (%2 % 100 >= 25) + (%2 % 100 >= 90), '',"
            " 30000 + %2, (%3 - 2440587) * 86400000 + n % %4 * 60000, 0, %3,"
            " iif(%2 % 100 < 12, 10, (1 + %2 % 60) * 1440) FROM number"_s.arg(questions)
                .arg(draw, day)
                .arg(reviewsPerDay),
        u"INSERT INTO review_key_point SELECT review.uid, key_point.id,"
        " (review.rowid + key_point.id) % 3 > 0 FROM review"
        " JOIN key_point ON key_point.question_id = review.question_id"
        " WHERE review.rowid % 10 = 0"_s,
        u"ANALYZE"_s,
    };
    inTransaction(database, [&]() -> Status {
        for (const QString &statement : statements) {
            if (const Status done = execute(database, statement); !done.ok())
                return done;
        }
        return success();
    });
}

Review reviewOf(QuestionId question, int count, const Moment &now)
{
    Review review;
    review.uid = newUid();
    review.question = question;
    review.rating = Rating::Good;
    review.duration = 60'000;
    review.created = now.time;
    review.day = now.day;
    review.wait = 5 * minutesPerDay;
    for (int i = 0; i < pointsEach; ++i)
        review.points.append({(question - 1) * pointsEach + 1 + i, (count + i) % 3 > 0});
    return review;
}

void report(QTextStream &out, const QString &name, const QList<double> &floor,
            const QList<double> &work)
{
    const Figures floorFigures = figuresOf(floor);
    const Figures figures = figuresOf(work);
    out << name << ", " << work.size() << " times\n";
    out << "  floor  " << describe(floorFigures, u"ms"_s) << "   ratio 1.00\n";
    out << "  time   " << describe(figures, u"ms"_s) << "   ratio "
        << QString::number(figures.median / floorFigures.median, 'f', 2) << '\n';
    out.flush();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto argument = [&](int place, int otherwise) {
        return argc > place ? QString::fromLocal8Bit(argv[place]).toInt() : otherwise;
    };
    const int reviews = argument(1, 1'000'000);
    const int questions = argument(2, 20'000);
    const int repeats = argument(3, 20);
    QTextStream out(stdout);

    const QTemporaryDir folder;
    const auto collection = orDie(Collection::open(folder.path()));
    const Database &database = collection->database();
    fill(database, reviews, questions);
    GuideStore guide(*collection);
    orDie(guide.load());
    Scheduler scheduler(*collection, guide);
    const int today = firstDay + reviews / reviewsPerDay + 1;
    const Moment now{(today - 2440587LL) * 86'400'000, today};

    QList<double> floor;
    QList<double> work;
    for (int repeat = 0; repeat < qMax(1, repeats / 5); ++repeat) {
        floor.append(milliseconds([&] {
            scan(database, u"SELECT question_id, rating, created, day, wait FROM review"
                           " WHERE deleted IS NULL ORDER BY rowid"_s);
            scan(database, u"SELECT key_point_id, met, review.question_id FROM review"
                           " JOIN review_key_point ON review_uid = review.uid"
                           " WHERE deleted IS NULL ORDER BY review.rowid"_s);
        }));
        work.append(milliseconds([&] {
            inTransaction(database, [&] { return rebuildMemory(database, scheduler.rules()); });
        }));
    }
    out << reviews << " reviews of " << questions << " questions\n";
    report(out, u"rebuildMemory()"_s, floor, work);

    floor.clear();
    work.clear();
    qsizetype listed = 0;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        floor.append(milliseconds([&] { scan(database, u"SELECT * FROM memory"_s); }));
        work.append(milliseconds([&] { listed = orDie(scheduler.due(now)).questions.size(); }));
    }
    report(out, u"Scheduler::due(), which lists %1"_s.arg(listed), floor, work);

    floor.clear();
    work.clear();
    for (int repeat = 0; repeat < repeats * 10; ++repeat) {
        const QuestionId question = 1 + repeat * 7919LL % questions;
        floor.append(milliseconds([&] {
            inTransaction(database, [&] {
                return execute(database,
                               u"INSERT INTO review(uid, question_id, rating, answer, duration,"
                               " created, modified, deleted) VALUES (?, ?, 3, '', 1, 1, 1, 1)"_s,
                               {newUid(), question});
            });
        }));
        const Review review = reviewOf(question, repeat, now);
        work.append(milliseconds([&] {
            inTransaction(database, [&] { return logReview(database, review, scheduler.rules()); });
        }));
    }
    report(out, u"logReview() and commit"_s, floor, work);
    return 0;
}
