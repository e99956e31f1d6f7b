// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/weightfitter.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/studysetting.h"
#include "model/practice/practicestore.h"
#include "model/practice/scheduler.h"

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView reportKey = u"schedule/fit"; // row of the table `setting`

// "412 2026-11-22 380 0.41 0.38 0.06 0.05 1": rows in the log, then the report.
QString textOf(const FitReport &report, qint64 reviews)
{
    return u"%1 %2 %3 %4 %5 %6 %7 %8"_s.arg(reviews)
        .arg(report.date.toString(Qt::ISODate))
        .arg(report.items)
        .arg(report.lossBefore)
        .arg(report.lossAfter)
        .arg(report.rmseBefore)
        .arg(report.rmseAfter)
        .arg(int(report.adopted));
}

FitReport reportFrom(const QStringList &parts)
{
    return {QDate::fromString(parts.value(1), Qt::ISODate),
            parts.value(2).toInt(),
            parts.value(3).toDouble(),
            parts.value(4).toDouble(),
            parts.value(5).toDouble(),
            parts.value(6).toDouble(),
            parts.value(7) == u"1"};
}

Result<QList<LoggedReview>> readLog(const Database &database)
{
    return readRows(database,
                    u"SELECT question_id, day, rating FROM review WHERE deleted IS NULL"
                    " ORDER BY rowid"_s,
                    {}, [](const QSqlQuery &row) {
                        return LoggedReview{row.value(0).toLongLong(), row.value(1).toInt(),
                                            Rating(row.value(2).toInt())};
                    });
}

// Rows are never taken away, so the last one's place counts them; cheaper than counting.
Result<qint64> logLength(const Database &database)
{
    const auto last = readValue(database, u"SELECT coalesce(max(rowid), 0) FROM review"_s);
    if (!last.ok())
        return last.error();
    return last.value().toLongLong();
}

} // namespace

WeightFitter::WeightFitter(Collection &collection, Scheduler &scheduler,
                           const PracticeStore &practice, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
    , m_scheduler(scheduler)
{
    connect(&practice, &PracticeStore::changed, this, [this] { m_graded = true; });
    connect(&collection.writes(), &WriteQueue::committed, this, [this] {
        if (std::exchange(m_graded, false))
            startWhenDue();
    });
}

WeightFitter::~WeightFitter()
{
    m_thread.request_stop();
}

Status WeightFitter::load()
{
    const auto text =
        readValue(m_collection.database(), u"SELECT value FROM setting WHERE key = ?"_s,
                  {reportKey.toString()});
    if (!text.ok())
        return text.error();
    const QStringList parts = text.value().toString().split(u' ', Qt::SkipEmptyParts);
    m_fittedAt = parts.value(0).toLongLong();
    m_report = reportFrom(parts);
    return success();
}

void WeightFitter::startWhenDue()
{
    const auto length = logLength(m_collection.database());
    if (length.ok() && length.value() - m_fittedAt >= reviewsBetweenFits)
        start();
}

void WeightFitter::start()
{
    if (m_running)
        return;
    m_running = true;
    if (m_thread.joinable())
        m_thread.join(); // it has posted its result and ends
    // What is fitted is FSRS-6, whichever model is in use.
    m_thread = std::jthread([this, rules = m_scheduler.rulesFor(u"fsrs6"_s)](
                                const std::stop_token &stop) { run(stop, rules); });
}

void WeightFitter::cancel()
{
    m_thread.request_stop();
}

void WeightFitter::run(const std::stop_token &stop, const MemoryRules &rules)
{
    const auto post = [this](auto function) {
        QMetaObject::invokeMethod(this, function, Qt::QueuedConnection);
    };
    const auto fail = [&](const Error &error) {
        post([this, error] {
            end();
            emit failed(error);
        });
    };
    const auto database = Database::open(m_collection.path(), Database::Mode::ReadOnly);
    if (!database.ok())
        return fail(database.error());
    const auto length = logLength(*database.value());
    const auto log = readLog(*database.value());
    if (!log.ok() || !length.ok())
        return fail(log.ok() ? length.error() : log.error());
    const ModelOptions options{rules.spacing.longTermOnly, int(rules.spacing.relearning.size())};
    const auto fit =
        fitAndJudge(log.value(), *rules.model, options, [&stop, &post, this](double share) {
            post([this, share] { emit progressed(share); });
            return !stop.stop_requested();
        });
    if (fit)
        post([this, fit = *fit, reviews = length.value()] { conclude(fit, reviews); });
    else
        post([this, reviews = length.value()] { // cancelled: not again before the next 200
            m_fittedAt = reviews;
            end();
        });
}

void WeightFitter::conclude(const Fit &fit, qint64 reviews)
{
    m_report = {QDate::currentDate(), fit.before.items,   fit.before.logLoss, fit.after.logLoss,
                fit.before.rmseBins,  fit.after.rmseBins, fit.better};
    m_fittedAt = reviews;
    m_collection.writes().submit(
        [text = textOf(m_report, reviews)](const Database &database) {
            return keepSetting(database, reportKey.toString(), text);
        },
        reportKey.toString());
    if (fit.better)
        m_scheduler.setWeights(u"fsrs6"_s, fit.weights);
    end();
}

void WeightFitter::end()
{
    m_running = false;
    emit finished();
}
