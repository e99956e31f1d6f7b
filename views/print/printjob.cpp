// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/printjob.h"

#include "views/print/paper.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal headSize = 8;
constexpr qreal headHeight = points(22); // with the space below
constexpr qreal rounding = 1;            // of heights that were added up

class Text
{
    Q_DECLARE_TR_FUNCTIONS(PrintJob)
};

} // namespace

PrintJob::PrintJob(QString title, const QPageLayout &layout)
    : m_title(std::move(title))
    , m_layout(layout)
    , m_parts({Part{m_title, 0}})
{
}

QRectF PrintJob::paper() const
{
    return m_layout.fullRectPixels(dotsPerInch);
}

QRectF PrintJob::body() const
{
    const QRectF inside = m_layout.paintRectPixels(dotsPerInch);
    return inside.adjusted(0, headHeight, 0, -headHeight);
}

void PrintJob::setRunningHead(const QString &deck, const QDate &date)
{
    m_deck = deck;
    m_date = date;
}

void PrintJob::beginPart(const QString &title)
{
    if (m_pages.size() % 2 == 1)
        m_pages.append(Page{{}, int(m_parts.size()) - 1, 0});
    m_parts.append(Part{title, 0});
    m_open = false;
}

void PrintJob::newPage()
{
    Part &part = m_parts.last();
    m_pages.append(Page{{}, int(m_parts.size()) - 1, ++part.pages});
    m_y = 0;
    m_open = true;
}

void PrintJob::place(const PrintPiece &piece)
{
    const QRectF area = body();
    const qreal gap = m_open && m_y > 0 ? piece.gap : 0;
    if (!m_open || (m_y > 0 && m_y + gap + piece.height > area.height() + rounding))
        newPage();
    if (m_y > 0)
        m_y += piece.gap;
    m_pages.last().pieces.append({area.topLeft() + QPointF(piece.left, m_y), piece.draw});
    m_y += piece.height;
}

void PrintJob::flow(const QList<PrintPiece> &pieces)
{
    const qreal page = body().height();
    for (qsizetype i = 0; i < pieces.size();) {
        qsizetype end = i;
        qreal height = pieces.at(i).height;
        while (end + 1 < pieces.size() && pieces.at(end).keepWithNext) {
            ++end;
            height += pieces.at(end).gap + pieces.at(end).height;
        }
        const bool fitsHere =
            m_open && m_y + (m_y > 0 ? pieces.at(i).gap : 0) + height <= page + rounding;
        if (!fitsHere && height <= page + rounding)
            newPage();
        for (; i <= end; ++i)
            place(pieces.at(i));
    }
}

void PrintJob::addPage(const QList<Placed> &pieces)
{
    newPage();
    m_pages.last().pieces = pieces;
    m_open = false;
}

void PrintJob::drawPage(QPainter &painter, int page, qreal resolution) const
{
    const Page &drawn = m_pages.at(page);
    painter.save();
    painter.scale(resolution / dotsPerInch, resolution / dotsPerInch);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const Placed &piece : drawn.pieces) {
        painter.save();
        painter.translate(piece.at);
        piece.draw(painter);
        painter.restore();
    }
    if (m_date.isValid() && drawn.number > 0)
        drawRunningHead(painter, drawn);
    painter.restore();
}

void PrintJob::drawRunningHead(QPainter &painter, const Page &page) const
{
    const Part &part = m_parts.at(page.part);
    const QFont font = paperFont(headSize);
    const QRectF inside = m_layout.paintRectPixels(dotsPerInch);
    const qreal height = paperLineHeight(font);
    const QRectF head(inside.left(), inside.top(), inside.width(), height);
    const QRectF foot(inside.left(), inside.bottom() - height, inside.width(), height);
    const qreal half = inside.width() / 2 - points(6);
    drawPaperText(painter, QRectF(head.topLeft(), QSizeF(half, height)), m_deck, font, Ink::muted);
    if (page.number > 1) // the first has it as its title
        drawPaperText(painter,
                      QRectF(QPointF(head.right() - half, head.top()), QSizeF(half, height)),
                      part.title, font, Ink::muted, Qt::AlignRight);
    const QString number = m_finished ? Text::tr("Page %1 of %2").arg(page.number).arg(part.pages)
                                      : Text::tr("Page %1").arg(page.number);
    drawPaperText(painter, foot, number, font, Ink::muted, Qt::AlignRight);
    drawPaperText(painter, QRectF(foot.topLeft(), QSizeF(half, height)),
                  QLocale().toString(m_date, Text::tr("d MMMM yyyy")), font, Ink::muted);
    painter.setPen(QPen(Ink::line, points(0.4)));
    const qreal under = head.bottom() + points(3);
    painter.drawLine(QPointF(head.left(), under), QPointF(head.right(), under));
}
