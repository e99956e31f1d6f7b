// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/markdownview.h"

#include "views/common/icons.h"
#include "views/common/painting.h"
#include "views/common/pythonhighlighter.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextList>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int paragraphGap = 12;
constexpr int codePadding = 12;
constexpr int listIndent = 18;
constexpr int bullet = 6;
constexpr int taskBox = 12;

bool isCode(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ||
           block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

// A box to tick, ticked or not; a picture of what the Markdown says.
void paintTaskBox(QPainter &painter, QPoint leftMiddle, bool ticked, const Tokens &tokens)
{
    const int size = scaled(taskBox);
    const QRect box(leftMiddle - QPoint(0, size / 2), QSize(size, size));
    paintBox(painter, box, 2, ticked ? tokens.accent : tokens.base,
             ticked ? tokens.accent : tokens.line2);
    if (ticked)
        painter.drawPixmap(box.topLeft(), iconPixmap(u"check"_s, tokens.onAccent, size,
                                                     painter.device()->devicePixelRatioF()));
}

QTextCharFormat formatOf(CodeKind kind, const Tokens &tokens)
{
    QTextCharFormat format;
    switch (kind) {
    case CodeKind::Keyword:
        format.setForeground(tokens.codeKeyword);
        format.setFontWeight(QFont::Medium);
        break;
    case CodeKind::String: format.setForeground(tokens.codeString); break;
    case CodeKind::Comment:
        format.setForeground(tokens.codeComment);
        format.setFontItalic(true);
        break;
    case CodeKind::Call: format.setFontWeight(QFont::Medium); break;
    }
    return format;
}

} // namespace

MarkdownView::MarkdownView(PythonHighlighter &highlighter, QWidget *parent)
    : QTextBrowser(parent)
    , m_highlighter(highlighter)
{
    setTextStyle(this, TextStyle::Reading); // a change of it comes back as changeEvent()
    setFrameShape(NoFrame);
    setOpenLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false); // what stands behind shines through
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &link) { emit linkActivated(link.toString()); });
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this] {
                updateGeometry();
                placeCopyButtons();
            });
}

void MarkdownView::setText(const QString &markdown)
{
    m_markdown = markdown;
    refresh();
    moveCursor(
        QTextCursor::Start); // Qt leaves it at the end, where a selection by keys would begin
}

void MarkdownView::setMarks(QList<Mark> marks)
{
    m_marks = std::move(marks);
    showMarks();
}

void MarkdownView::setSearch(const QString &text)
{
    m_search = text;
    showMarks();
}

void MarkdownView::refresh()
{
    for (const CodeBox &box : std::as_const(m_boxes))
        delete box.copy;
    m_boxes.clear();
    document()->setDefaultFont(textFont(TextStyle::Reading));
    document()->setIndentWidth(scaled(listIndent));
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // long lines of code, too
    document()->setDefaultTextOption(wrapping);
    document()->setMarkdown(m_markdown,
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub |
                                                            QTextDocument::MarkdownNoHTML));
    setType();
    showMarks();
    updateGeometry();
    placeCopyButtons();
}

QSize MarkdownView::sizeHint() const
{
    int height = qCeil(document()->size().height());
    if (!m_boxes.isEmpty()) // the document does not count the padding below a last box
        height = qMax(height, codeRect(m_boxes.constLast()).bottom() + 1);
    return {QTextBrowser::sizeHint().width(), height};
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    return QByteArray(""); // nothing; for a null value, Qt would open the file itself
}

void MarkdownView::setType()
{
    int firstCode = -1;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (!isCode(block)) {
            setTypeOfParagraph(block);
            continue;
        }
        if (firstCode < 0)
            firstCode = block.blockNumber();
        const QTextBlock next = block.next();
        const bool sameBox =
            isCode(next) && next.blockFormat().property(QTextFormat::BlockCodeLanguage) ==
                                block.blockFormat().property(QTextFormat::BlockCodeLanguage);
        if (!sameBox) {
            addCodeBox(firstCode, block.blockNumber());
            firstCode = -1;
        }
    }
    for (const CodeBox &box : std::as_const(m_boxes))
        setTypeOfCode(box);
    // The layout ignores the margin of a first block, in which a box has its upper edge.
    QTextFrameFormat frame = document()->rootFrame()->frameFormat();
    frame.setTopMargin(!m_boxes.isEmpty() && m_boxes.constFirst().first == 0 ? codePadding + 1 : 0);
    document()->rootFrame()->setFrameFormat(frame);
}

void MarkdownView::setTypeOfParagraph(const QTextBlock &block)
{
    const Tokens &tokens = tokensOf(palette());
    const bool heading = block.blockFormat().headingLevel() > 0;
    const int readingSize = textFont(TextStyle::Reading).pixelSize();
    QTextBlockFormat format = block.blockFormat();
    format.setLineHeight(readingSize * 1.6, QTextBlockFormat::FixedHeight);
    format.setTopMargin(heading ? scaled(8) : 0);
    const bool listGoesOn = block.textList() && block.next().textList() == block.textList();
    format.setBottomMargin(scaled(heading ? 2 : listGoesOn ? 4 : paragraphGap));
    QTextCursor cursor(block);
    cursor.setBlockFormat(format);
    if (block.textList() && block.textList()->format().style() <= QTextListFormat::ListDisc &&
        block.textList()->format().style() > QTextListFormat::ListDecimal) {
        // Qt draws these in the text's colour and at the size of the first word; paintBullets()
        // draws them alike.
        QTextListFormat list = block.textList()->format();
        list.setStyle(QTextListFormat::ListStyleUndefined);
        block.textList()->setFormat(list);
    }
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        const QTextFragment fragment = part.fragment();
        QTextCharFormat type;
        if (heading) {
            type.setFont(textFont(TextStyle::Reading, QFont::DemiBold));
            type.setProperty(QTextFormat::FontSizeAdjustment, 0); // one size of heading is enough
        } else if (fragment.charFormat().fontFixedPitch()) {
            QFont code = textFont(TextStyle::Code);
            code.setPixelSize(qRound(readingSize * 0.9));
            type.setFontFamilies({code.family()});
            type.setProperty(QTextFormat::FontPixelSize, code.pixelSize());
            type.setBackground(tokens.sunken);
        } else if (fragment.charFormat().isAnchor()) {
            type.setForeground(tokens.accent);
            type.setFontUnderline(true);
        }
        QTextCursor piece(document());
        piece.setPosition(fragment.position());
        piece.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
        piece.mergeCharFormat(type);
    }
}

void MarkdownView::addCodeBox(int first, int last)
{
    auto *copy = new QToolButton(viewport());
    copy->setIcon(icon(u"copy"_s));
    copy->setAutoRaise(true);
    copy->setCursor(Qt::ArrowCursor);
    copy->setToolTip(tr("Copy this code"));
    copy->setAccessibleName(copy->toolTip());
    copy->setObjectName(u"copyCode"_s);
    const CodeBox box{first, last, copy};
    connect(copy, &QToolButton::clicked, this, [this, box] {
        QGuiApplication::clipboard()->setText(codeOf(box));
        emit copied();
    });
    m_boxes.append(box);
    copy->show();
}

QString MarkdownView::codeOf(const CodeBox &box) const
{
    QStringList lines;
    for (int i = box.first; i <= box.last; ++i)
        lines.append(document()->findBlockByNumber(i).text());
    return lines.join(u'\n');
}

void MarkdownView::setTypeOfCode(const CodeBox &box)
{
    const QFont font = textFont(TextStyle::Code);
    const int height = qRound(font.pixelSize() * 20 / 13.0);
    QTextCharFormat type;
    type.setFontFamilies({font.family()});
    type.setProperty(QTextFormat::FontPixelSize, font.pixelSize());
    type.setFontFixedPitch(true);
    type.clearBackground();
    const int gap = scaled(paragraphGap);
    for (int i = box.first; i <= box.last; ++i) {
        const QTextBlock block = document()->findBlockByNumber(i);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(height, QTextBlockFormat::FixedHeight);
        format.setLeftMargin(16);
        format.setRightMargin(i == box.first ? 44 : 16); // the copy button is there
        format.setTopMargin(i == box.first ? codePadding + gap : 0);
        format.setBottomMargin(i == box.last ? codePadding + gap : 0);
        format.setNonBreakableLines(false);
        format.clearBackground();
        QTextCursor cursor(block);
        cursor.setBlockFormat(format);
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.setBlockCharFormat(type);
        cursor.movePosition(QTextCursor::StartOfBlock);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(type);
    }
    const QTextBlock first = document()->findBlockByNumber(box.first);
    const QString language =
        first.blockFormat().stringProperty(QTextFormat::BlockCodeLanguage).section(u' ', 0, 0);
    if (language != u"python")
        return;
    const Tokens &tokens = tokensOf(palette());
    for (const CodeSpan &span : m_highlighter.spans(codeOf(box))) {
        QTextCursor cursor(document());
        cursor.setPosition(first.position() + span.start);
        cursor.setPosition(first.position() + span.start + span.length, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(formatOf(span.kind, tokens));
    }
}

QRect MarkdownView::codeRect(const CodeBox &box) const
{
    const QAbstractTextDocumentLayout *layout = document()->documentLayout();
    const QRectF first = layout->blockBoundingRect(document()->findBlockByNumber(box.first));
    const QRectF last = layout->blockBoundingRect(document()->findBlockByNumber(box.last));
    return QRect(0, qRound(first.top()) - codePadding, viewport()->width(),
                 qRound(last.bottom() - first.top()) + 2 * codePadding);
}

void MarkdownView::placeCopyButtons()
{
    for (const CodeBox &box : std::as_const(m_boxes)) {
        const QRect rect = codeRect(box);
        const QSize size = box.copy->sizeHint();
        box.copy->setGeometry(QRect(QPoint(rect.right() - size.width() - 7, rect.top() + 7), size));
    }
}

void MarkdownView::showMarks()
{
    QList<Mark> marks = m_marks;
    QTextCharFormat match;
    match.setFontUnderline(true);
    match.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    match.setUnderlineColor(tokensOf(palette()).accent);
    match.setFontWeight(QFont::DemiBold);
    for (const TextRange &range : SearchQuery(m_search).rangesIn(toPlainText()))
        marks.append({range, match});

    QList<ExtraSelection> selections;
    for (const Mark &mark : std::as_const(marks)) {
        ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(int(mark.range.start));
        selection.cursor.setPosition(int(mark.range.start + mark.range.length),
                                     QTextCursor::KeepAnchor);
        selection.format = mark.format;
        selections.append(selection);
    }
    setExtraSelections(selections);
}

void MarkdownView::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = tokensOf(palette());
    {
        QPainter painter(viewport());
        for (const CodeBox &box : std::as_const(m_boxes))
            paintBox(painter, codeRect(box), 0, tokens.sunken, tokens.line);
        paintBullets(painter);
    }
    QTextBrowser::paintEvent(event);
}

void MarkdownView::paintBullets(QPainter &painter) const
{
    const QColor color = tokensOf(palette()).accent;
    const QAbstractTextDocumentLayout *layout = document()->documentLayout();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (!block.textList() ||
            block.textList()->format().style() != QTextListFormat::ListStyleUndefined ||
            block.layout()->lineCount() == 0)
            continue;
        const QRectF text = layout->blockBoundingRect(block);
        const QTextLine line = block.layout()->lineAt(0);
        const qreal middle = text.top() + line.height() / 2;
        const qreal left = text.left() + line.x() - scaled(listIndent) + scaled(2);
        if (const auto marker = block.blockFormat().marker();
            marker != QTextBlockFormat::MarkerType::NoMarker) {
            paintTaskBox(painter, QPoint(qRound(left) - scaled(2), qRound(middle)),
                         marker == QTextBlockFormat::MarkerType::Checked, tokensOf(palette()));
            continue;
        }
        painter.fillRect(QRectF(qRound(left), qRound(middle) - bullet / 2.0, bullet, bullet),
                         color);
    }
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    updateGeometry();
    placeCopyButtons();
}

void MarkdownView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls, not its part
}

void MarkdownView::keyPressEvent(QKeyEvent *event)
{
    // A read-only text would scroll for these; the page has better use for them.
    const QList<int> left{Qt::Key_Space, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home,
                          Qt::Key_End};
    if (left.contains(event->key()) && event->modifiers() == Qt::NoModifier)
        event->ignore();
    else
        QTextBrowser::keyPressEvent(event);
}

void MarkdownView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
}
