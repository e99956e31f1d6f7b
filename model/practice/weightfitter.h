// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/optimiser.h"
#include "model/practice/reviewlog.h"
#include "model/result.h"

#include <QDate>
#include <QObject>

#include <thread>

class Collection;
class PracticeStore;
class Scheduler;

// What the last fit found, as the collection keeps it.
struct FitReport
{
    QDate date; // invalid before the first
    int items = 0;
    double lossBefore = 0; // log loss of reviews that the weights were not fitted to
    double lossAfter = 0;
    double rmseBefore = 0; // RMSE(bins)
    double rmseAfter = 0;
    bool adopted = false;
};

// Fits the weights of FSRS-6 to the learner's reviews in a thread of its own: when asked, and by
// itself after every 200 reviews. The scheduler gets them only when they predict reviews they were
// not fitted to better than the present ones. All arguments must outlive the fitter.
class WeightFitter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int reviewsBetweenFits = 200;

    WeightFitter(Collection &collection, Scheduler &scheduler, const PracticeStore &practice,
                 QObject *parent = nullptr);
    ~WeightFitter() override; // cancels what still runs

    bool isRunning() const { return m_running; }

    const FitReport &report() const { return m_report; }

    // Reads the report of the last fit. Call once, before anything else.
    Status load();

    // Does nothing while one runs.
    void start();
    // Leaves everything as it was.
    void cancel();

signals:
    void progressed(double share); // 0 to 1
    void finished();               // report() may be new
    void failed(const Error &error);

private:
    void startWhenDue();
    void run(const std::stop_token &stop, const MemoryRules &rules);
    void conclude(const Fit &fit, qint64 reviews);
    void end();

    Collection &m_collection;
    Scheduler &m_scheduler;
    FitReport m_report;
    qint64 m_fittedAt = 0; // rows in the log at the last fit
    bool m_graded = false; // something was, since the log was last looked at
    bool m_running = false;
    std::jthread m_thread; // last, so that it ends before what it uses
};
