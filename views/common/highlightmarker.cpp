// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/highlightmarker.h"

#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QFocusEvent>
#include <QPainter>

namespace {

constexpr int side = 16;
constexpr qreal corner = 3;

} // namespace

void paintHighlightMarker(QPainter &painter, const QRect &box, int number, HighlightColor color,
                          bool lit, const QPalette &palette)
{
    const Tokens &tokens = tokensOf(palette);
    const auto index = size_t(color);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = lit ? 2 : 1;
    painter.setPen(QPen(tokens.markLines.at(index), width));
    painter.setBrush(tokens.marks.at(index));
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), corner, corner);
    painter.setPen(tokens.markText);
    painter.setFont(textFont(TextStyle::Badge));
    painter.drawText(box, Qt::AlignCenter, QString::number(number));
    painter.restore();
}

HighlightMarker::HighlightMarker(QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::StrongFocus);
}

void HighlightMarker::setHighlight(int number, const Highlight &highlight)
{
    m_color = highlight.color;
    setText(QString::number(number));
    const QString quote = highlight.anchor.quote.simplified();
    setAccessibleName(tr("Highlight %1: %2").arg(number).arg(quote));
    setAccessibleDescription(highlight.comment);
    setToolTip(highlight.comment.isEmpty() ? highlightColorTitle(highlight.color)
                                           : highlight.comment);
    updateGeometry();
    update();
}

void HighlightMarker::setLit(bool lit)
{
    m_lit = lit;
    update();
}

QSize HighlightMarker::sizeHint() const
{
    const int digits = fontMetrics().horizontalAdvance(text()) + 6;
    return {qMax(scaled(side), digits), scaled(side)};
}

void HighlightMarker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintHighlightMarker(painter, rect(), text().toInt(), m_color, m_lit, palette());
}

void HighlightMarker::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    emit pointed(true);
}

void HighlightMarker::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    emit pointed(false);
}

void HighlightMarker::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        emit focused();
}
