// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/papertext.h"

#include "views/common/pythonhighlighter.h"
#include "views/common/sealeddocument.h"
#include "views/common/tokens.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextList>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal codePart = 0.87; // of the text's size; monospaced letters look larger
constexpr qreal codePadding = points(5);
constexpr qreal listIndent = points(14);
constexpr qreal tablePadding = points(3);
constexpr qreal tableBorder = points(0.5);
constexpr qreal sizeStep = 0.25;
// Code longer than a page is split, but not line by line.
constexpr qreal largestCodeStrip = 0.2;

bool isCode(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ||
           block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

QTextCharFormat formatOf(CodeKind kind)
{
    QTextCharFormat format;
    switch (kind) {
    case CodeKind::Keyword:
        format.setForeground(lightTokens().codeKeyword);
        format.setFontWeight(QFont::Medium);
        break;
    case CodeKind::String: format.setForeground(lightTokens().codeString); break;
    case CodeKind::Comment:
        format.setForeground(lightTokens().codeComment);
        format.setFontItalic(true);
        break;
    case CodeKind::Call: format.setFontWeight(QFont::Medium); break;
    }
    return format;
}

void select(QTextCursor &cursor, int start, int length)
{
    cursor.setPosition(start);
    cursor.setPosition(start + length, QTextCursor::KeepAnchor);
}

QTextCharFormat fontFormat(const QFont &font)
{
    QTextCharFormat format;
    format.setFontFamilies({font.family()});
    format.setProperty(QTextFormat::FontPixelSize, font.pixelSize());
    // Not taken over from the document's font where the family is another.
    format.setFontLetterSpacingType(font.letterSpacingType());
    format.setFontLetterSpacing(font.letterSpacing());
    return format;
}

// Fonts for code draw "==" or "__" as one sign, which a PDF's reader cannot copy. Qt shapes each
// format's text by itself, so every second sign gets a format that looks the same.
void forbidLigatures(QTextCursor &cursor, int start, const QString &code)
{
    static const QRegularExpression signs(u"[^\\w\\s]{2,}|_{2,}"_s);
    QTextCharFormat apart;
    apart.setProperty(QTextFormat::UserProperty, true);
    for (auto found = signs.globalMatch(code); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        for (auto i = match.capturedStart() + 1; i < match.capturedEnd(); i += 2) {
            select(cursor, start + int(i), 1);
            cursor.mergeCharFormat(apart);
        }
    }
}

// At 600 dots an inch, Qt's own lines and paddings of tables would hardly be seen.
void setTypeOfTables(QTextFrame *frame)
{
    for (QTextFrame *child : frame->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(child)) {
            QTextTableFormat format = table->format();
            format.setCellPadding(tablePadding);
            format.setBorder(tableBorder);
            format.setBorderBrush(Ink::line);
            format.setBorderCollapse(true);
            format.setCellSpacing(0);
            format.setTopMargin(0);
            format.setBottomMargin(points(6));
            table->setFormat(format);
        }
        setTypeOfTables(child);
    }
}

} // namespace

struct PaperText::Strip
{
    qreal top = 0;
    qreal bottom = 0;
    bool keepWithNext = false;
};

PaperText::PaperText(const QString &markdown, qreal width, const PaperType &type,
                     PythonHighlighter *highlighter)
    : m_document(std::make_unique<SealedDocument>())
    , m_width(width)
{
    m_document->setUndoRedoEnabled(false);
    m_document->setDocumentMargin(0);
    m_document->setIndentWidth(listIndent);
    m_document->setUseDesignMetrics(true);
    m_document->setDefaultFont(paperFont(type.size, type.weight));
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // long lines of code, too
    m_document->setDefaultTextOption(wrapping);
    m_document->setMarkdown(markdown,
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub |
                                                            QTextDocument::MarkdownNoHTML));
    setType(type);
    findCode();
    for (const CodeBox &box : std::as_const(m_boxes))
        setTypeOfCode(box, highlighter, type.size * codePart);
    layOut();
}

PaperText::~PaperText() = default;

void PaperText::setType(const PaperType &type)
{
    const qreal gap = points(type.size * 0.6);
    setTypeOfTables(m_document->rootFrame());
    QTextCursor cursor(m_document.get());
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
        if (isCode(block))
            continue;
        const bool heading = block.blockFormat().headingLevel() > 0;
        const bool inTable = QTextCursor(block).currentTable() != nullptr;
        const bool listGoesOn = block.textList() && block.next().textList() == block.textList();
        QTextBlockFormat format = block.blockFormat();
        format.setTopMargin(heading && block.blockNumber() > 0 ? gap / 2 : 0);
        format.setBottomMargin(!block.next().isValid() || inTable ? 0
                               : heading || listGoesOn            ? gap / 3
                                                                  : gap);
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
        // All of them before the first is set, which may unite it with the next.
        QList<std::tuple<int, int, QTextCharFormat>> sets;
        const QString text = block.text();
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            QTextCharFormat set;
            set.setForeground(type.color);
            if (heading) {
                set.setFont(paperFont(type.size * 1.1, QFont::DemiBold));
                set.setProperty(QTextFormat::FontSizeAdjustment, 0);
            } else if (fragment.charFormat().fontFixedPitch()) {
                set.merge(fontFormat(paperFont(type.size * 0.9, type.weight, true)));
                set.clearBackground();
            } else if (fragment.charFormat().isAnchor()) {
                set.setFontUnderline(false); // nothing to click
            }
            sets.append({fragment.position(), fragment.length(), set});
        }
        for (const auto &[position, length, set] : std::as_const(sets)) {
            select(cursor, position, length);
            cursor.mergeCharFormat(set);
            if (set.hasProperty(QTextFormat::FontPixelSize) && !heading)
                forbidLigatures(cursor, position, text.mid(position - block.position(), length));
        }
    }
}

void PaperText::findCode()
{
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
        if (!isCode(block))
            continue;
        CodeBox box{block.blockNumber(), block.blockNumber()};
        const auto language = block.blockFormat().property(QTextFormat::BlockCodeLanguage);
        while (isCode(block.next()) &&
               block.next().blockFormat().property(QTextFormat::BlockCodeLanguage) == language) {
            block = block.next();
            box.last = block.blockNumber();
        }
        m_boxes.append(box);
    }
}

void PaperText::setTypeOfCode(const CodeBox &box, PythonHighlighter *highlighter, qreal size)
{
    const QFont font = paperFont(size, QFont::Normal, true);
    QTextCharFormat type = fontFormat(font);
    type.setFontFixedPitch(true);
    type.clearBackground();
    const qreal gap = points(6);
    QTextCursor cursor(m_document.get());
    QStringList lines;
    for (int i = box.first; i <= box.last; ++i) {
        const QTextBlock block = m_document->findBlockByNumber(i);
        lines.append(block.text());
        QTextBlockFormat format = block.blockFormat();
        format.setLeftMargin(codePadding + points(1));
        format.setRightMargin(codePadding);
        format.setTopMargin(i == box.first ? codePadding + (i > 0 ? gap : 0) : 0);
        format.setBottomMargin(i == box.last ? codePadding + gap * 1.5 : 0);
        format.setNonBreakableLines(false);
        format.clearBackground();
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
        cursor.setBlockCharFormat(type); // the height of empty lines
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(type);
        forbidLigatures(cursor, block.position(), lines.constLast());
    }
    const QTextBlock first = m_document->findBlockByNumber(box.first);
    const QString language =
        first.blockFormat().stringProperty(QTextFormat::BlockCodeLanguage).section(u' ', 0, 0);
    if (!highlighter || language != u"python")
        return;
    for (const CodeSpan &span : highlighter->spans(lines.join(u'\n'))) {
        select(cursor, first.position() + span.start, span.length);
        cursor.mergeCharFormat(formatOf(span.kind));
    }
}

void PaperText::layOut()
{
    m_document->setTextWidth(m_width);
    const QAbstractTextDocumentLayout *layout = m_document->documentLayout();
    m_height = layout->documentSize().height();
    for (CodeBox &box : m_boxes) {
        const QTextBlock last = m_document->findBlockByNumber(box.last);
        box.top =
            layout->blockBoundingRect(m_document->findBlockByNumber(box.first)).top() - codePadding;
        box.bottom = layout->blockBoundingRect(last).bottom() + codePadding;
        if (!last.next().isValid())
            m_height = box.bottom; // without the gap that comes after
    }
}

std::shared_ptr<const PaperText> PaperText::fitted(const QString &markdown, QSizeF room,
                                                   PaperType type, qreal floor)
{
    for (;; type.size -= sizeStep) {
        const auto text = std::make_shared<PaperText>(markdown, room.width(), type);
        const bool smallest = type.size - sizeStep < floor;
        if (text->height() > room.height() && smallest)
            text->shorten(room.height());
        if (text->height() <= room.height() || smallest)
            return text;
    }
}

void PaperText::shorten(qreal height)
{
    int end = 0; // where the first line begins that has no room
    const QAbstractTextDocumentLayout *layout = m_document->documentLayout();
    for (QTextBlock block = m_document->begin(); block.isValid() && end == block.position();
         block = block.next()) {
        const qreal top = layout->blockBoundingRect(block).top();
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            if (top + line.rect().bottom() > height)
                break;
            end = block.position() + line.textStart() + line.textLength();
            if (i + 1 == block.layout()->lineCount())
                end = block.position() + block.length();
        }
    }
    m_boxes.clear();
    const QString text = m_document->toPlainText();
    QTextCursor cursor(m_document.get());
    while (end > 0) {
        if (end < text.size() && !text.at(end).isSpace() && !text.at(end - 1).isSpace()) {
            const auto space = text.lastIndexOf(QRegularExpression(u"\\s"_s), end - 1);
            if (space > 0)
                end = int(space);
        }
        while (end > 0 && (text.at(end - 1).isSpace() || u",;:."_s.contains(text.at(end - 1))))
            --end;
        cursor.setPosition(end);
        cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        cursor.insertText(u"…"_s);
        layOut();
        if (m_height <= height)
            return;
        --end; // into the last word, which goes next
    }
}

QString PaperText::plainText() const
{
    return m_document->toPlainText();
}

void PaperText::drawPart(QPainter &painter, qreal top, qreal bottom) const
{
    painter.save();
    painter.translate(0, -top);
    for (const CodeBox &box : m_boxes) {
        if (box.bottom <= top || box.top >= bottom)
            continue;
        painter.save();
        painter.setClipRect(QRectF(0, top, m_width, bottom - top), Qt::IntersectClip);
        painter.setPen(QPen(Ink::line, points(0.4)));
        painter.setBrush(Ink::box);
        const qreal inset = points(0.2);
        painter.drawRect(QRectF(0, box.top, m_width, box.bottom - box.top)
                             .adjusted(inset, inset, -inset, -inset));
        painter.restore();
    }
    // Line by line, because a document that is told to draw a part draws the line above it, too,
    // and clips it away; but what is hidden in a PDF is still found and copied.
    const QAbstractTextDocumentLayout *layout = m_document->documentLayout();
    const QTextTable *drawn = nullptr;
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
        const QRectF box = layout->blockBoundingRect(block);
        if (box.bottom() < top || box.top() > bottom)
            continue;
        const QTextTable *table = QTextCursor(block).currentTable();
        if (!table)
            drawLines(painter, block, box.topLeft(), top, bottom);
        else if (table != drawn)
            drawTable(painter, top, bottom);
        drawn = table;
    }
    painter.restore();
}

void PaperText::drawLines(QPainter &painter, const QTextBlock &block, const QPointF &at, qreal top,
                          qreal bottom) const
{
    painter.setPen(Ink::text);
    for (int i = 0; i < block.layout()->lineCount(); ++i) {
        const QTextLine line = block.layout()->lineAt(i);
        const qreal middle = at.y() + line.rect().center().y();
        if (middle < top || middle >= bottom)
            continue;
        if (i == 0 && block.textList())
            drawMarker(painter, block, at);
        if (block.blockFormat().hasProperty(QTextFormat::BlockTrailingHorizontalRulerWidth)) {
            painter.setPen(QPen(Ink::line, points(0.5)));
            painter.drawLine(QPointF(0, middle), QPointF(m_width, middle));
            painter.setPen(Ink::text);
        }
        line.draw(&painter, at);
    }
}

// The bullet or number of an entry of a list.
void PaperText::drawMarker(QPainter &painter, const QTextBlock &block, const QPointF &at) const
{
    const QTextLine line = block.layout()->lineAt(0);
    const QFont font = m_document->defaultFont();
    const QRectF room(at.x() + line.x() - listIndent, at.y() + line.y(), listIndent, line.height());
    const int style = block.textList()->format().style();
    painter.save();
    if (style <= QTextListFormat::ListDecimal) {
        drawPaperText(painter, room.adjusted(-listIndent, 0, -points(4), 0),
                      block.textList()->itemText(block), font, Ink::text, Qt::AlignRight);
    } else {
        const qreal size = font.pixelSize() * 0.28;
        const qreal middle = room.top() + line.ascent() - QFontMetricsF(font).xHeight() / 2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(Ink::text);
        painter.drawEllipse(QRectF(room.right() - points(4) - size, middle - size / 2, size, size));
    }
    painter.restore();
}

// Rows are not split, so that no line is drawn to be hidden.
void PaperText::drawTable(QPainter &painter, qreal top, qreal bottom) const
{
    painter.save();
    const QRectF part(-points(1), top, m_width + points(2), bottom - top);
    painter.setClipRect(part, Qt::IntersectClip);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Ink::text);
    context.clip = part.adjusted(0, tablePadding, 0, -tablePadding);
    m_document->documentLayout()->draw(&painter, context);
    painter.restore();
}

void PaperText::addLines(const QTextBlock &block, QList<Strip> &strips) const
{
    const qreal top = m_document->documentLayout()->blockBoundingRect(block).top();
    const int lines = block.layout()->lineCount();
    const bool heading = block.blockFormat().headingLevel() > 0;
    const qreal around = QTextCursor(block).currentTable() ? tablePadding + tableBorder : 0;
    for (int i = 0; i < lines; ++i) {
        const QRectF line = block.layout()->lineAt(i).rect();
        const bool edge = around == 0 && lines > 1 && (i == 0 || i == lines - 2);
        strips.append({top + line.top() - around, top + line.bottom() + around, heading || edge});
    }
}

QList<PaperText::Strip> PaperText::strips(qreal pageHeight) const
{
    QList<Strip> strips;
    auto box = m_boxes.cbegin();
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next()) {
        const int number = block.blockNumber();
        if (box != m_boxes.cend() && number >= box->first) {
            const qsizetype from = strips.size();
            for (; block.blockNumber() < box->last; block = block.next())
                addLines(block, strips);
            addLines(block, strips);
            QList<Strip> lines = strips.mid(from);
            strips.resize(from);
            const qreal most =
                box->bottom - box->top <= pageHeight ? pageHeight : pageHeight * largestCodeStrip;
            lines.first().top = box->top;
            lines.last().bottom = box->bottom;
            for (qsizetype i = 0; i < lines.size(); ++i) {
                if (i == 0 || lines.at(i).bottom - strips.constLast().top > most)
                    strips.append({lines.at(i).top, lines.at(i).bottom, false});
                else
                    strips.last().bottom = lines.at(i).bottom;
            }
            ++box;
            continue;
        }
        addLines(block, strips);
    }
    // Cells of a table stand beside each other.
    QList<Strip> apart;
    for (const Strip &strip : std::as_const(strips)) {
        if (!apart.isEmpty() && strip.top < apart.constLast().bottom - 2 * tableBorder) {
            apart.last().top = qMin(apart.constLast().top, strip.top);
            apart.last().bottom = qMax(apart.constLast().bottom, strip.bottom);
        } else {
            apart.append(strip);
        }
    }
    // What cannot be kept together is cut rather than left out of the page.
    QList<Strip> fitting;
    for (Strip strip : std::as_const(apart)) {
        for (; strip.bottom - strip.top > pageHeight + 1; strip.top += pageHeight)
            fitting.append({strip.top, strip.top + pageHeight, false});
        fitting.append(strip);
    }
    return fitting;
}

QList<PrintPiece> PaperText::pieces(const std::shared_ptr<const PaperText> &text, qreal pageHeight)
{
    QList<PrintPiece> pieces;
    qreal above = 0;
    for (const Strip &strip : text->strips(pageHeight)) {
        PrintPiece piece;
        piece.height = strip.bottom - strip.top;
        piece.gap = pieces.isEmpty() ? 0 : qMax(0.0, strip.top - above);
        piece.keepWithNext = strip.keepWithNext;
        piece.draw = [text, strip](QPainter &painter) {
            text->drawPart(painter, strip.top, strip.bottom);
        };
        above = strip.bottom;
        pieces.append(piece);
    }
    return pieces;
}
