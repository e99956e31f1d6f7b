// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/print/paper.h"
#include "views/print/printjob.h"

#include <memory>

class PythonHighlighter;
class QTextBlock;
class QTextDocument;

// How a text for paper is set.
struct PaperType
{
    qreal size = 10; // points
    QFont::Weight weight = QFont::Normal;
    QColor color = Ink::text;
};

// Markdown, set for paper in a column of a width in dots. Loads nothing: images and HTML are
// ignored.
class PaperText final
{
    Q_DISABLE_COPY_MOVE(PaperText)

public:
    // Code is coloured where there is a highlighter.
    PaperText(const QString &markdown, qreal width, const PaperType &type = {},
              PythonHighlighter *highlighter = nullptr);
    ~PaperText();

    // The largest size from `type.size` down to `floor` at which the text is no higher than
    // `height`. What is still too long ends with an ellipsis after a whole word.
    static std::shared_ptr<const PaperText> fitted(const QString &markdown, QSizeF room,
                                                   PaperType type, qreal floor);

    qreal height() const { return m_height; }

    QString plainText() const;

    void draw(QPainter &painter) const { drawPart(painter, 0, m_height); }

    // What of the text is between two heights.
    void drawPart(QPainter &painter, qreal top, qreal bottom) const;

    // The text as pieces for pages of this height: a paragraph's first and last line do not stand
    // alone, no heading stands at a foot, and code stays in one piece if it fits on a page.
    static QList<PrintPiece> pieces(const std::shared_ptr<const PaperText> &text, qreal pageHeight);

private:
    struct Strip; // a stretch of lines that is not split

    struct CodeBox
    {
        int first = 0; // block numbers
        int last = 0;
        qreal top = 0;
        qreal bottom = 0;
    };

    void setType(const PaperType &type);
    void setTypeOfCode(const CodeBox &box, PythonHighlighter *highlighter, qreal size);
    void findCode();
    void layOut();
    void shorten(qreal height);
    QList<Strip> strips(qreal pageHeight) const;
    void drawLines(QPainter &painter, const QTextBlock &block, const QPointF &at, qreal top,
                   qreal bottom) const;
    void drawMarker(QPainter &painter, const QTextBlock &block, const QPointF &at) const;
    void drawTable(QPainter &painter, qreal top, qreal bottom) const;
    void addLines(const QTextBlock &block, QList<Strip> &strips) const;

    std::unique_ptr<QTextDocument> m_document;
    QList<CodeBox> m_boxes;
    qreal m_width;
    qreal m_height = 0;
};
