// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/study/differenceview.h"

#include "model/readingtext.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace {

using Kind = DiffPart::Kind;

constexpr int paragraphGap = 8;

bool isCode(const DiffLine &line)
{
    return line.constFirst().text.startsWith(codeIndent);
}

// A paragraph is a line, and its break is none of its words.
QString wordsOf(const DiffPart &part)
{
    QString text = part.text;
    return text.remove(u'\n');
}

// Whether a line is shown: it changed, or it is a line of code between two that did.
bool isShown(const QList<DiffLine> &lines, qsizetype at)
{
    const auto changed = [&](qsizetype i) {
        return i >= 0 && i < lines.size() && isChanged(lines.at(i));
    };
    return changed(at) || (isCode(lines.at(at)) && changed(at - 1) && changed(at + 1));
}

QTextCharFormat formatOf(Kind kind, bool code, const Tokens &tokens)
{
    QTextCharFormat format;
    format.setFont(textFont(code ? TextStyle::Code : TextStyle::Reading));
    format.setForeground(tokens.text);
    if (kind == Kind::Removed) {
        format.setForeground(tokens.miss);
        format.setFontStrikeOut(true);
    } else if (kind == Kind::Added) {
        format.setBackground(tokens.tint);
        format.setFontUnderline(true);
    }
    return format;
}

// Begins a new block, or takes the empty one that a document has at first.
void beginBlock(QTextCursor &cursor, bool code)
{
    QTextBlockFormat format;
    const int pixels = textFont(code ? TextStyle::Code : TextStyle::Reading).pixelSize();
    format.setLineHeight(pixels * (code ? 20 / 13.0 : 1.6), QTextBlockFormat::FixedHeight);
    format.setTopMargin(cursor.atStart() || code ? 0 : scaled(paragraphGap));
    if (code && !cursor.atStart() && !cursor.block().charFormat().fontFixedPitch())
        format.setTopMargin(scaled(paragraphGap)); // the first line of code
    if (cursor.atStart())
        cursor.setBlockFormat(format);
    else
        cursor.insertBlock(format);
    QTextCharFormat mark; // for the block after it
    mark.setFontFixedPitch(code);
    cursor.setBlockCharFormat(mark);
}

} // namespace

DifferenceView::DifferenceView(QWidget *parent)
    : QTextEdit(parent)
{
    setTextStyle(this, TextStyle::Reading); // a change of it comes back as changeEvent()
    setReadOnly(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus); // there is nothing to do in it but to read, and it cannot scroll
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // long lines of code, too
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false); // what stands behind shines through
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &QWidget::updateGeometry);
}

void DifferenceView::setDifference(const QList<DiffLine> &lines)
{
    m_lines = lines;
    setAccessibleName(spokenDifference(lines));
    refresh();
}

void DifferenceView::refresh()
{
    document()->clear();
    QTextCursor cursor(document());
    bool leftOut = false;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const bool shown = isShown(m_lines, i);
        if (shown)
            insertLine(cursor, m_lines.at(i));
        else if (!leftOut)
            insertEllipsis(cursor);
        leftOut = !shown;
    }
    updateGeometry();
}

void DifferenceView::insertLine(QTextCursor &cursor, const DiffLine &line) const
{
    const Tokens &tokens = tokensOf(palette());
    const bool code = isCode(line);
    beginBlock(cursor, code);
    bool indented = code;
    Kind before = Kind::Kept;
    for (const DiffPart &part : line) {
        QString words = wordsOf(part);
        if (indented && words.startsWith(codeIndent)) {
            words.remove(0, codeIndent.size());
            indented = false;
        }
        // Old and new words would run into each other.
        if (part.kind == Kind::Added && before == Kind::Removed && !code)
            cursor.insertText(u" "_s, formatOf(Kind::Kept, code, tokens));
        cursor.insertText(words, formatOf(part.kind, code, tokens));
        before = part.kind;
    }
}

void DifferenceView::insertEllipsis(QTextCursor &cursor) const
{
    beginBlock(cursor, false);
    QTextCharFormat format = formatOf(Kind::Kept, false, tokensOf(palette()));
    format.setForeground(tokensOf(palette()).muted);
    cursor.insertText(u"…"_s, format);
}

QSize DifferenceView::sizeHint() const
{
    return {QTextEdit::sizeHint().width(), qCeil(document()->size().height())};
}

QSize DifferenceView::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void DifferenceView::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    updateGeometry();
}

void DifferenceView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls, not its part
}

void DifferenceView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
}

QString spokenDifference(const QList<DiffLine> &lines)
{
    QStringList changes;
    for (const DiffLine &line : lines) {
        for (const DiffPart &part : line) {
            const QString words = wordsOf(part).simplified();
            if (words.isEmpty() || !isChanged(line))
                continue;
            switch (part.kind) {
            case Kind::Kept: changes.append(words); break;
            case Kind::Removed: changes.append(DifferenceView::tr("removed: %1").arg(words)); break;
            case Kind::Added: changes.append(DifferenceView::tr("added: %1").arg(words)); break;
            }
        }
    }
    return changes.join(u"; "_s);
}
