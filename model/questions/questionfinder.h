// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionstore.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

struct sqlite3;

// Finds questions in a thread of its own, so that typing never waits for a search. A new request
// replaces one that waits, and interrupts one that runs.
class QuestionFinder final : public QObject
{
    Q_OBJECT

public:
    // `path` is a collection that exists and is up to date.
    explicit QuestionFinder(QString path, QObject *parent = nullptr);
    ~QuestionFinder() override;

    void find(const QuestionFilter &filter);

signals:
    // The answer to the latest request; answers to replaced ones are not heard of.
    void found(const QuestionMatches &matches);
    void failed(const Error &error);

private:
    void run(const std::stop_token &stop);
    void answer(const QuestionFilter &filter, const Result<QuestionMatches> &result);

    const QString m_path;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<QuestionFilter> m_request;
    QuestionFilter m_latest;      // of the window's thread only
    sqlite3 *m_running = nullptr; // the connection, while a search runs on it
    std::jthread m_thread;        // last, so that it ends before what it uses
};
