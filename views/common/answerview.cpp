// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/answerview.h"

#include "model/settings.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/highlightmarker.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QContextMenuEvent>
#include <QMenu>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Evenly mixed, for words that two highlights share.
QColor mixed(const QColor &a, const QColor &b)
{
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
}

bool holds(const TextRange &range, qsizetype position)
{
    return range.start <= position && position < range.start + range.length;
}

} // namespace

AnswerView::AnswerView(const Desk &desk, QWidget *parent)
    : MarkdownView(desk.highlighter, parent)
    , m_desk(desk)
{
    setViewportMargins(0, 0, gutter(), 0);
    connect(&desk.highlights, &HighlightStore::changed, this, [this](QuestionId question) {
        if (question == m_question)
            place();
    });
    connect(this, &QTextEdit::cursorPositionChanged, this, &AnswerView::followCursor);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &AnswerView::placeMarkers);
}

int AnswerView::gutter()
{
    return scaled(28);
}

void AnswerView::setAnswer(QuestionId question, const QString &markdown)
{
    m_question = question;
    m_current.clear();
    m_pointed.clear();
    setMarks({}); // they are of another text
    setText(markdown);
    place();
}

// Looks for every passage in the text as it is now.
void AnswerView::place()
{
    m_placed.clear();
    const QList<Highlight> highlights =
        m_question == 0 ? QList<Highlight>() : m_desk.highlights.on(m_question).valueOr({});
    const QString text = toPlainText();
    for (const Highlight &highlight : highlights)
        m_placed.append({highlight, 0, placeAnchor(text, highlight.anchor)});
    std::stable_sort(m_placed.begin(), m_placed.end(), [](const Placed &a, const Placed &b) {
        if (!a.range || !b.range)
            return a.range.has_value() && !b.range;
        return a.range->start < b.range->start;
    });
    for (qsizetype i = 0; i < m_placed.size(); ++i)
        m_placed[i].number = int(i) + 1;
    if (!find(m_current))
        m_current.clear();
    if (!find(m_pointed))
        m_pointed.clear();
    showMarkers();
    showHighlights();
    emit highlightsChanged();
}

QTextCharFormat AnswerView::format(const QList<const Placed *> &over) const
{
    const Tokens &tokens = tokensOf(palette());
    QTextCharFormat format;
    QColor ground;
    for (const Placed *placed : over) {
        const auto color = size_t(placed->highlight.color);
        const QColor own = tokens.marks.at(color);
        ground = ground.isValid() ? mixed(ground, own) : own;
        const QString &uid = placed->highlight.uid;
        if (uid == m_current || uid == m_pointed) {
            format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
            format.setUnderlineColor(tokens.markLines.at(color));
        }
    }
    format.setBackground(ground);
    format.setForeground(tokens.markText);
    return format;
}

void AnswerView::showHighlights()
{
    // Highlights may overlap: between any two of their ends, the same ones lie over the text.
    QList<qsizetype> ends;
    for (const Placed &placed : std::as_const(m_placed)) {
        if (placed.range)
            ends << placed.range->start << placed.range->start + placed.range->length;
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    QList<Mark> marks;
    for (qsizetype i = 0; i + 1 < ends.size(); ++i) {
        QList<const Placed *> over;
        for (const Placed &placed : std::as_const(m_placed)) {
            if (placed.range && holds(*placed.range, ends.at(i)))
                over.append(&placed);
        }
        if (!over.isEmpty())
            marks.append({{ends.at(i), ends.at(i + 1) - ends.at(i)}, format(over)});
    }
    setMarks(marks);
    for (qsizetype i = 0; i < m_markers.size(); ++i) {
        const QString &uid = m_placed.at(i).highlight.uid;
        m_markers.at(i)->setLit(uid == m_current || uid == m_pointed);
    }
}

void AnswerView::showMarkers()
{
    // Markers stay where they are as widgets, so that one with the focus keeps it.
    const auto wanted = std::count_if(m_placed.cbegin(), m_placed.cend(), [](const Placed &placed) {
        return placed.range.has_value();
    });
    while (m_markers.size() > wanted) {
        HighlightMarker *gone = m_markers.takeLast();
        if (gone->hasFocus()) // the keys must not go nowhere
            setFocus(Qt::OtherFocusReason);
        gone->deleteLater();
    }
    while (m_markers.size() < wanted) {
        auto *marker = new HighlightMarker(this);
        marker->setObjectName(u"highlightMarker"_s);
        const auto uid = [this, marker] {
            return m_placed.at(m_markers.indexOf(marker)).highlight.uid;
        };
        connect(marker, &HighlightMarker::focused, this, [=, this] { setCurrent(uid()); });
        connect(marker, &HighlightMarker::pointed, this,
                [=, this](bool at) { setPointed(at ? uid() : QString()); });
        connect(marker, &QAbstractButton::clicked, this, [=, this] {
            setCurrent(uid());
            emit currentChanged(m_current); // even if it was: its entry may have been scrolled away
        });
        m_markers.append(marker);
        marker->show();
    }
    for (qsizetype i = 0; i < wanted; ++i)
        m_markers.at(i)->setHighlight(m_placed.at(i).number, m_placed.at(i).highlight);
    QWidget *before = this;
    for (HighlightMarker *marker : std::as_const(m_markers))
        setTabOrder(std::exchange(before, marker), marker);
    placeMarkers();
}

void AnswerView::placeMarkers()
{
    int lowest = 0; // two that begin on one line stand below each other
    for (qsizetype i = 0; i < m_markers.size(); ++i) {
        HighlightMarker *marker = m_markers.at(i);
        const QRect begin = rectOf(m_placed.at(i).highlight.uid);
        const QSize size = marker->sizeHint();
        const int top = qMax(lowest, begin.center().y() - size.height() / 2);
        marker->setGeometry(QRect(QPoint(width() - size.width(), top), size));
        lowest = top + size.height() + 2;
    }
}

QRect AnswerView::rectOf(const QString &uid) const
{
    const Placed *placed = find(uid);
    if (!placed || !placed->range ||
        placed->range->start >= document()->characterCount()) // while the text is set anew
        return {};
    QTextCursor cursor(document());
    cursor.setPosition(int(placed->range->start));
    return cursorRect(cursor).translated(viewport()->pos());
}

const AnswerView::Placed *AnswerView::find(const QString &uid) const
{
    const auto found = std::find_if(m_placed.cbegin(), m_placed.cend(), [&](const Placed &placed) {
        return placed.highlight.uid == uid;
    });
    return found == m_placed.cend() ? nullptr : &*found;
}

std::optional<TextRange> AnswerView::selectedRange() const
{
    const QString text = toPlainText();
    qsizetype start = textCursor().selectionStart();
    qsizetype end = qMin<qsizetype>(textCursor().selectionEnd(), text.size());
    while (start < end && text.at(start).isSpace())
        ++start;
    while (end > start && text.at(end - 1).isSpace())
        --end;
    if (m_question == 0 || start >= end)
        return std::nullopt;
    return TextRange{start, end - start};
}

QString AnswerView::highlight()
{
    return highlight(HighlightColor(
        qBound(0, m_desk.settings.value(Setting::highlightColor), int(HighlightColor::Pink))));
}

QString AnswerView::highlight(HighlightColor color)
{
    const auto range = selectedRange();
    const Placed *at = find(m_current);
    if (range) {
        const auto same = std::find_if(m_placed.cbegin(), m_placed.cend(),
                                       [&](const Placed &placed) { return placed.range == range; });
        at = same == m_placed.cend() ? nullptr : &*same;
    }
    if (!range && !at)
        return {};
    m_desk.settings.set(Setting::highlightColor, int(color));
    const Highlight highlight =
        at ? at->highlight
           : HighlightStore::make(m_question, makeAnchor(toPlainText(), *range), color);
    if (at)
        m_desk.commands.recolorHighlight(highlight, color);
    else
        m_desk.commands.addHighlight(highlight);
    if (range) { // its colour shows once it is no longer selected
        QTextCursor cursor = textCursor();
        cursor.setPosition(int(range->start));
        setTextCursor(cursor);
    }
    setCurrent(highlight.uid);
    return highlight.uid;
}

bool AnswerView::comment()
{
    const QString uid = selectedRange() ? highlight() : m_current;
    if (!uid.isEmpty())
        emit commentRequested(uid);
    return !uid.isEmpty();
}

void AnswerView::removeHighlight()
{
    if (const Placed *placed = find(m_current))
        m_desk.commands.removeHighlight(Highlight(placed->highlight));
}

bool AnswerView::reattach(const Highlight &highlight)
{
    const auto range = selectedRange();
    if (!range)
        return false;
    m_desk.commands.reattachHighlight(highlight, makeAnchor(toPlainText(), *range));
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(range->start));
    setTextCursor(cursor);
    setCurrent(highlight.uid);
    return true;
}

void AnswerView::setCurrent(const QString &uid)
{
    if (uid == m_current)
        return;
    m_current = uid;
    setPointed({}); // a mouse that rests elsewhere must not make it two
    showHighlights();
    emit currentChanged(uid);
}

void AnswerView::setPointed(const QString &uid)
{
    if (uid == m_pointed)
        return;
    m_pointed = uid;
    showHighlights();
    emit pointedChanged(uid);
}

const AnswerView::Placed *AnswerView::shortestAt(qsizetype position) const
{
    const Placed *shortest = nullptr;
    for (const Placed &placed : std::as_const(m_placed)) {
        if (placed.range && holds(*placed.range, position) &&
            (!shortest || placed.range->length < shortest->range->length))
            shortest = &placed;
    }
    return shortest;
}

// The highlight at hand is the shortest one around the caret.
void AnswerView::followCursor()
{
    if (!hasFocus() || textCursor().hasSelection())
        return;
    const Placed *at = shortestAt(textCursor().position());
    setCurrent(at ? at->highlight.uid : QString());
}

void AnswerView::mouseMoveEvent(QMouseEvent *event)
{
    MarkdownView::mouseMoveEvent(event);
    const Placed *at =
        shortestAt(document()->documentLayout()->hitTest(event->position(), Qt::ExactHit));
    setPointed(at ? at->highlight.uid : QString());
}

void AnswerView::keyPressEvent(QKeyEvent *event)
{
    // The caret goes to the ends of its line here; elsewhere a page has these keys.
    if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Home)
        moveCursor(QTextCursor::StartOfLine);
    else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_End)
        moveCursor(QTextCursor::EndOfLine);
    else
        MarkdownView::keyPressEvent(event);
}

void AnswerView::leaveEvent(QEvent *event)
{
    MarkdownView::leaveEvent(event);
    setPointed({});
}

void AnswerView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const bool selected = selectedRange().has_value();
    QAction *copyText = menu.addAction(tr("Copy"), this, &QTextEdit::copy);
    copyText->setEnabled(textCursor().hasSelection());
    menu.addSeparator();
    for (HighlightColor color : allHighlightColors) {
        QAction *mark = menu.addAction(tr("Highlight: %1").arg(highlightColorTitle(color)), this,
                                       [this, color] { highlight(color); });
        mark->setEnabled(selected || !m_current.isEmpty());
    }
    QAction *write = menu.addAction(tr("Comment"), this, &AnswerView::comment);
    write->setEnabled(selected || !m_current.isEmpty());
    QAction *remove =
        menu.addAction(tr("Remove the highlight"), this, &AnswerView::removeHighlight);
    remove->setEnabled(!m_current.isEmpty());
    menu.exec(event->globalPos());
}

void AnswerView::resizeEvent(QResizeEvent *event)
{
    MarkdownView::resizeEvent(event);
    placeMarkers();
}

void AnswerView::changeEvent(QEvent *event)
{
    MarkdownView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showHighlights();
    if (event->type() == QEvent::FontChange) {
        setViewportMargins(0, 0, gutter(), 0);
        placeMarkers();
    }
}
