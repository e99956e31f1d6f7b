// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/pagepreview.h"

#include "views/common/tokens.h"
#include "views/print/paper.h"
#include "views/print/printjob.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

namespace {

constexpr int margin = 16; // around each page
constexpr int screenDots = 96;
constexpr double zoomStep = 1.25;
constexpr double smallest = 0.25;
constexpr double largest = 4;
constexpr int kept = 12; // pictures

} // namespace

PagePreview::PagePreview(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_pictures(kept)
{
    setObjectName(QStringLiteral("pagePreview"));
    setAccessibleName(tr("Preview of the pages"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(true);
    verticalScrollBar()->setSingleStep(24);
    horizontalScrollBar()->setSingleStep(24);
}

QSize PagePreview::sizeHint() const
{
    return {560, 620};
}

int PagePreview::pageCount() const
{
    return m_job ? m_job->pageCount() : 0;
}

QSizeF PagePreview::paper() const
{
    return m_job ? m_job->paper().size() : QSizeF(millimetres(210), millimetres(297));
}

QSize PagePreview::pageSize() const
{
    return (paper() * m_scale).toSize();
}

int PagePreview::percent() const
{
    return qRound(m_scale * dotsPerInch / screenDots * 100);
}

void PagePreview::setJob(const PrintJob *job)
{
    m_job = job;
    m_known = pageCount();
    m_pictures.clear();
    const int page = qBound(0, m_page, qMax(0, pageCount() - 1));
    arrange();
    showPage(page);
    viewport()->update();
}

void PagePreview::grow()
{
    m_pictures.remove(m_known - 1);
    m_known = pageCount();
    arrange();
    viewport()->update();
}

void PagePreview::setFit(Fit fit)
{
    m_fit = fit;
    const int page = m_page;
    arrange();
    showPage(page);
}

void PagePreview::zoom(bool larger)
{
    const double unit = double(screenDots) / dotsPerInch;
    m_fit = Fit::Percent;
    m_scale =
        qBound(smallest * unit, larger ? m_scale * zoomStep : m_scale / zoomStep, largest * unit);
    const int page = m_page;
    arrange();
    showPage(page);
}

void PagePreview::arrange()
{
    const double before = m_scale;
    const QSizeF room = viewport()->size() - QSize(2 * margin, 2 * margin);
    if (m_fit != Fit::Percent) {
        // The scroll bar comes and goes with the pages; without its width the scale would, too.
        const double wide =
            maximumViewportSize().width() - 2 * margin - verticalScrollBar()->sizeHint().width();
        m_scale = qMax(0.01, wide / paper().width());
        if (m_fit == Fit::Page)
            m_scale = qMax(0.01, qMin(m_scale, room.height() / paper().height()));
    }
    if (!qFuzzyCompare(before, m_scale))
        m_pictures.clear();
    const QSize page = pageSize();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(
        0, qMax(0, pageCount() * (page.height() + margin) + margin - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, qMax(0, page.width() + 2 * margin - viewport()->width()));
    viewport()->update();
    emit zoomChanged();
}

QRect PagePreview::pageRect(int page) const
{
    const QSize size = pageSize();
    const int free = viewport()->width() - size.width();
    const int x = free > 2 * margin ? free / 2 : margin - horizontalScrollBar()->value();
    return {QPoint(x, margin + page * (size.height() + margin) - verticalScrollBar()->value()),
            size};
}

void PagePreview::showPage(int page)
{
    if (page < 0 || page >= pageCount())
        return;
    m_going = true;
    verticalScrollBar()->setValue(page * (pageSize().height() + margin));
    m_going = false;
    if (page != m_page) {
        m_page = page;
        emit pageChanged(page);
    }
}

// The page at hand is the one in the middle.
void PagePreview::findPage()
{
    const int middle = verticalScrollBar()->value() + viewport()->height() / 2;
    const int page =
        qBound(0, (middle - margin) / (pageSize().height() + margin), qMax(0, pageCount() - 1));
    if (page != m_page) {
        m_page = page;
        emit pageChanged(page);
    }
}

const QPixmap &PagePreview::picture(int page)
{
    if (const QPixmap *known = m_pictures.object(page))
        return *known;
    const qreal ratio = devicePixelRatioF();
    auto *made = new QPixmap(pageSize() * ratio);
    made->fill(Qt::white);
    QPainter painter(made);
    m_job->drawPage(painter, page, m_scale * dotsPerInch * ratio);
    painter.end();
    made->setDevicePixelRatio(ratio);
    m_pictures.insert(page, made);
    return *made;
}

void PagePreview::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Tokens &tokens = tokensOf(palette());
    for (int page = 0; page < pageCount(); ++page) {
        const QRect rect = pageRect(page);
        if (rect.bottom() < event->rect().top())
            continue;
        if (rect.top() > event->rect().bottom())
            break;
        painter.drawPixmap(rect.topLeft(), picture(page));
        painter.setPen(tokens.line2);
        painter.drawRect(rect.adjusted(-1, -1, 0, 0));
    }
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const int page = m_page;
    arrange();
    showPage(page);
}

void PagePreview::scrollContentsBy(int, int)
{
    viewport()->update();
    if (!m_going)
        findPage();
}

void PagePreview::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageDown: showPage(qMin(m_page + 1, pageCount() - 1)); break;
    case Qt::Key_PageUp: showPage(qMax(m_page - 1, 0)); break;
    case Qt::Key_Home: showPage(0); break;
    case Qt::Key_End: showPage(pageCount() - 1); break;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void PagePreview::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() == Qt::ControlModifier && event->angleDelta().y() != 0)
        zoom(event->angleDelta().y() > 0);
    else
        QAbstractScrollArea::wheelEvent(event);
}

void PagePreview::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}
