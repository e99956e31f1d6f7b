// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

// Lengths on paper are in dots, 600 an inch, whatever device they are drawn on: fine enough that
// type set in whole dots keeps its widths, and the same pages come out of every printer.
inline constexpr int dotsPerInch = 600;

constexpr qreal points(qreal value)
{
    return value * dotsPerInch / 72;
}

constexpr qreal millimetres(qreal value)
{
    return value * dotsPerInch / 25.4;
}

// The colours of paper: black on white, whatever the theme, and little ink.
namespace Ink {

inline constexpr QColor text(0, 0, 0);
inline constexpr QColor muted(80, 80, 80);
inline constexpr QColor line(190, 190, 190);
inline constexpr QColor box(247, 247, 247);

} // namespace Ink

// The program's families at a size in points; neither the size of the interface nor that of
// reading changes it.
QFont paperFont(qreal size, QFont::Weight weight = QFont::Normal, bool mono = false);

// One line of text within `box`, elided at the right.
void drawPaperText(QPainter &painter, const QRectF &box, const QString &text, const QFont &font,
                   const QColor &color = Ink::text, Qt::Alignment alignment = Qt::AlignLeft);

// How tall a line of this type is.
qreal paperLineHeight(const QFont &font);

// Characters with a meaning in Markdown, so that they stand for themselves.
QString escapedMarkdown(const QString &text);
