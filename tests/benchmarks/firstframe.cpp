// SPDX-License-Identifier: GPL-3.0-or-later
#include "firstframe.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>
#include <QWindow>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

// Painting happens inside the first expose event, so what runs after it comes after the frame.
class Watcher final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool first = !m_seen && event->type() == QEvent::Expose &&
                           static_cast<QWindow *>(watched)->isExposed();
        if (first) {
            m_seen = true;
            QTimer::singleShot(0, this, [] {
                const auto now = std::chrono::steady_clock::now().time_since_epoch();
                std::printf("%lld\n",
                            static_cast<long long>(std::chrono::nanoseconds(now).count()));
                std::fflush(stdout);
                std::_Exit(0);
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_seen = false;
};

} // namespace

void reportFirstFrame(QWidget &window)
{
    window.windowHandle()->installEventFilter(new Watcher(&window));
}
