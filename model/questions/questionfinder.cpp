// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/questionfinder.h"

#include "model/collection/database.h"

#include <sqlite3.h>

QuestionFinder::QuestionFinder(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
}

QuestionFinder::~QuestionFinder()
{
    m_thread.request_stop();
    const std::lock_guard lock(m_mutex);
    if (m_running)
        sqlite3_interrupt(m_running);
}

void QuestionFinder::find(const QuestionFilter &filter)
{
    m_latest = filter;
    {
        const std::lock_guard lock(m_mutex);
        m_request = filter;
        if (m_running)
            sqlite3_interrupt(m_running);
    }
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
    m_changed.notify_all();
}

void QuestionFinder::run(const std::stop_token &stop)
{
    auto database = Database::open(m_path, Database::Mode::ReadOnly);
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return m_request.has_value(); })) {
        const QuestionFilter filter = *std::exchange(m_request, std::nullopt);
        m_running = database.ok() ? database.value()->handle() : nullptr;
        lock.unlock();
        const Result<QuestionMatches> result = database.ok()
                                                   ? QuestionStore(*database.value()).find(filter)
                                                   : Result<QuestionMatches>(database.error());
        lock.lock();
        m_running = nullptr;
        QMetaObject::invokeMethod(
            this, [this, filter, result] { answer(filter, result); }, Qt::QueuedConnection);
    }
}

void QuestionFinder::answer(const QuestionFilter &filter, const Result<QuestionMatches> &result)
{
    if (filter != m_latest)
        return;
    if (result.ok())
        emit found(result.value());
    else
        emit failed(result.error());
}
