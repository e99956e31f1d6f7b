// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/print/printjob.h"

#include <QObject>
#include <QPainter>
#include <QTimer>

class QPagedPaintDevice;

// Draws a job's pages on a printer or into a PDF, a few at a time, so that the window stays awake.
class PageWriter final : public QObject
{
    Q_OBJECT

public:
    explicit PageWriter(QObject *parent = nullptr);
    ~PageWriter() override;

    // Begins with pages `first` to `last`, from 0. `device` is set to the job's paper and must live
    // until finished() or stop(). Returns whether it can be drawn on.
    bool start(const PrintJob &job, QPagedPaintDevice &device, int first, int last);
    // Draws no more; finished() is not heard of.
    void stop();

    bool isRunning() const { return m_timer.isActive(); }

signals:
    void progressed(int done, int total);
    void finished(bool ok);

private:
    void drawSome();

    PrintJob m_job;
    QPagedPaintDevice *m_device = nullptr;
    QPainter m_painter;
    QTimer m_timer;
    int m_first = 0;
    int m_next = 0;
    int m_last = 0;
};
