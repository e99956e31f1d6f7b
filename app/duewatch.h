// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/desk.h"

#include <QObject>
#include <QTimer>

// Knows how many questions are due, and notices when that changes: after grades and settings, and
// as time goes by.
class DueWatch final : public QObject
{
    Q_OBJECT

public:
    // Counts for the first time once the window has been shown. `desk` must outlive the watch.
    explicit DueWatch(const Desk &desk, QObject *parent = nullptr);

signals:
    void counted(int due);

private:
    void count();

    const Desk &m_desk;
    QTimer m_timer;
    bool m_stale = false; // something changed that is not on disk yet
};
