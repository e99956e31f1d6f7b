// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/pagewriter.h"

#include <QElapsedTimer>
#include <QPagedPaintDevice>

namespace {

constexpr int sliceMilliseconds = 12; // less than a frame

} // namespace

PageWriter::PageWriter(QObject *parent)
    : QObject(parent)
    , m_job({}, {})
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &PageWriter::drawSome);
}

PageWriter::~PageWriter()
{
    stop();
}

bool PageWriter::start(const PrintJob &job, QPagedPaintDevice &device, int first, int last)
{
    stop();
    m_job = job;
    m_device = &device;
    m_first = first;
    m_next = first;
    m_last = last;
    // The job has its margins itself, and the paper that was chosen for it.
    QPageLayout whole = job.layout();
    whole.setMode(QPageLayout::FullPageMode);
    device.setPageLayout(whole);
    if (!m_painter.begin(&device))
        return false;
    m_timer.start();
    return true;
}

void PageWriter::stop()
{
    m_timer.stop();
    if (m_painter.isActive())
        m_painter.end();
}

void PageWriter::drawSome()
{
    QElapsedTimer clock;
    clock.start();
    while (m_next <= m_last && clock.elapsed() < sliceMilliseconds) {
        if (m_next > m_first && !m_device->newPage()) {
            stop();
            emit finished(false);
            return;
        }
        m_job.drawPage(m_painter, m_next, m_device->logicalDpiX());
        ++m_next;
    }
    emit progressed(m_next - m_first, m_last - m_first + 1);
    if (m_next > m_last) {
        m_timer.stop();
        emit finished(m_painter.end());
    }
}
