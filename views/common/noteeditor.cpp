// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/noteeditor.h"

#include "model/annotations/spellchecker.h"
#include "views/common/desk.h"
#include "views/common/findbar.h"
#include "views/common/linkpopup.h"
#include "views/common/noteformats.h"
#include "views/common/notehighlighter.h"
#include "views/common/notelists.h"
#include "views/common/spellingmenu.h"
#include "views/common/typography.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace {

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

QString clipboardAddress()
{
    static const QRegularExpression address(u"^https?://[^\\s<>\"]{1,2000}$"_s);
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    return address.match(text).hasMatch() ? text : QString();
}

} // namespace

NoteEditor::NoteEditor(const Desk &desk, QWidget *parent)
    : PlainEdit(parent)
    , m_desk(desk)
    , m_marks(new NoteHighlighter(*this, desk.highlighter, desk.spelling))
{
    setTextStyle(this, TextStyle::Ui);
    document()->setDocumentMargin(16); // not of a frame around: a click there is for the text
    addFormat(tr("Bold"), QKeySequence(u"Ctrl+B"_s), &toggleStrong);
    addFormat(tr("Italic"), QKeySequence(u"Ctrl+I"_s), &toggleEmphasis);
    addFormat(tr("Link"), QKeySequence(u"Ctrl+K"_s),
              [](QTextCursor &cursor) { toggleLink(cursor, clipboardAddress()); });
    addFormat(tr("Code"), QKeySequence(u"Ctrl+`"_s), &toggleCode);
    connect(this, &QTextEdit::textChanged, this, [this] {
        const QString text = toPlainText();
        if (text == m_text) // new colours are no edit
            return;
        m_text = text;
        emit edited(text);
    });
    connect(this, &QTextEdit::cursorPositionChanged, this, [this] {
        m_marks->judgeTyped();
        if (m_links && m_links->isVisible() && !linkBeingTyped().hasSelection())
            hideLinks();
    });
    connect(&desk.spelling, &SpellChecker::changed, m_marks, &NoteHighlighter::rehighlight);
}

NoteEditor::~NoteEditor()
{
    delete m_links;
}

template <typename Toggle>
void NoteEditor::addFormat(const QString &text, const QKeySequence &key, Toggle toggle)
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    addAction(action);
    m_formats.append(action);
    connect(action, &QAction::triggered, this, [this, toggle] {
        if (!isVisible() || !isEnabled() || isReadOnly()) // chosen in a menu
            return;
        QTextCursor cursor = textCursor();
        toggle(cursor);
        show(cursor);
    });
}

void NoteEditor::setNote(const QString &text)
{
    if (text == toPlainText())
        return;
    hideLinks();
    const QSignalBlocker blocker(this);
    m_text = text;
    setPlainText(text);
}

void NoteEditor::setQuestion(QuestionId question)
{
    m_question = question;
}

void NoteEditor::find()
{
    findBar().open();
}

// Shortcuts of the page and the window come first otherwise.
bool NoteEditor::takesKey(const QKeyEvent &event)
{
    if (m_links && m_links->isVisible() && LinkPopup::wants(event))
        return true;
    const auto isKey = [&](const QAction *action) {
        return action->shortcut()[0] == event.keyCombination();
    };
    if (std::any_of(m_formats.cbegin(), m_formats.cend(), isKey))
        return true;
    if (event.key() == Qt::Key_Escape)
        return m_find && m_find->wants(event);
    if (event.key() == Qt::Key_F3 || event.matches(QKeySequence::Find))
        return findBar().wants(event);
    const bool opens = isEnter(event) && event.modifiers().testFlag(Qt::ControlModifier) &&
                       !event.modifiers().testFlag(Qt::ShiftModifier);
    return opens && linkAt(textCursor().position());
}

bool NoteEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && hasFocus() &&
        takesKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) { // Tab never comes as far as keyPressEvent()
        auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
        const bool back = key->key() == Qt::Key_Backtab ||
                          (key->key() == Qt::Key_Tab && key->modifiers() == Qt::ShiftModifier);
        if (plain && (back || key->key() == Qt::Key_Tab) && !isReadOnly()) {
            const bool offered = !back && m_links && m_links->isVisible();
            if (offered)
                m_links->take(*key);
            if (offered || indent(!back)) {
                event->accept();
                return true;
            }
        }
    }
    return PlainEdit::event(event);
}

void NoteEditor::keyPressEvent(QKeyEvent *event)
{
    const int before = document()->revision();
    if (isReadOnly() || !handleKey(*event)) {
        PlainEdit::keyPressEvent(event);
        QTextCursor cursor = textCursor();
        if (event->text() == u"`" || event->text() == u"~")
            closeFence(cursor);
    } else {
        event->accept();
    }
    if (document()->revision() != before)
        offerLinks();
}

bool NoteEditor::handleKey(QKeyEvent &event)
{
    if (takesKey(event)) {
        if (m_links && m_links->isVisible() && LinkPopup::wants(event)) {
            m_links->take(event);
            return true;
        }
        for (QAction *action : std::as_const(m_formats)) {
            if (action->shortcut()[0] == event.keyCombination()) {
                action->trigger();
                return true;
            }
        }
        if (const auto link = isEnter(event) ? linkAt(textCursor().position()) : std::nullopt)
            emit questionRequested(link->id);
        else
            findBar().take(event);
        return true;
    }
    return handleLineKey(event);
}

bool NoteEditor::handleLineKey(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    QTextCursor cursor = textCursor();
    if (event.key() == Qt::Key_F10 && modifiers == Qt::ShiftModifier) {
        showMenu(cursor, viewport()->mapToGlobal(cursorRect().bottomLeft()));
        return true;
    }
    bool done = false;
    if (isEnter(event) && modifiers == Qt::NoModifier) {
        done = continueLine(cursor);
    } else if (isEnter(event) && modifiers == Qt::ShiftModifier) {
        cursor.insertBlock(); // Qt would put a line into the line
        done = true;
    } else if (event.key() == Qt::Key_Backspace && modifiers == Qt::NoModifier) {
        done = removeItemMark(cursor);
    }
    if (done)
        show(cursor);
    return done;
}

bool NoteEditor::indent(bool deeper)
{
    QTextCursor cursor = textCursor();
    if (!indentLines(cursor, deeper))
        return false;
    show(cursor);
    return true;
}

void NoteEditor::show(const QTextCursor &cursor)
{
    setTextCursor(cursor);
    ensureCursorVisible();
}

void NoteEditor::inputMethodEvent(QInputMethodEvent *event)
{
    PlainEdit::inputMethodEvent(event);
    if (!event->commitString().isEmpty())
        offerLinks();
}

bool NoteEditor::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const auto link = linkAt(cursorForPosition(help->pos()).position())) {
            QToolTip::showText(
                help->globalPos(),
                tr("Question %1: %2 (Ctrl+click or Ctrl+Enter)").arg(link->number).arg(link->title),
                this);
            return true;
        }
    }
    return PlainEdit::viewportEvent(event);
}

void NoteEditor::mouseReleaseEvent(QMouseEvent *event)
{
    PlainEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || event->modifiers() != Qt::ControlModifier)
        return;
    if (const auto link = linkAt(cursorForPosition(event->pos()).position()))
        emit questionRequested(link->id);
}

void NoteEditor::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        showMenu(textCursor(), viewport()->mapToGlobal(cursorRect().bottomLeft()));
    else
        showMenu(cursorForPosition(event->pos()), event->globalPos());
}

void NoteEditor::showMenu(const QTextCursor &at, QPoint place)
{
    QMenu *menu = createStandardContextMenu();
    menu->setObjectName(u"noteMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addSpelling(*menu, m_desk.spelling, at);
    menu->popup(place);
}

FindBar &NoteEditor::findBar()
{
    if (!m_find) {
        m_find = new FindBar(*this, this);
        connect(m_find, &FindBar::shown, this, &NoteEditor::placeFindBar);
        connect(m_find, &FindBar::left, this, &NoteEditor::left);
    }
    return *m_find;
}

// Above the text, which makes room.
void NoteEditor::placeFindBar()
{
    if (!m_find)
        return;
    setViewportMargins(0, m_find->isHidden() ? 0 : m_find->height(), 0, 0);
    m_find->setGeometry(
        QRect(contentsRect().topLeft(), QSize(contentsRect().width(), m_find->height())));
}

void NoteEditor::resizeEvent(QResizeEvent *event)
{
    PlainEdit::resizeEvent(event);
    placeFindBar();
    hideLinks();
}

void NoteEditor::focusInEvent(QFocusEvent *event)
{
    PlainEdit::focusInEvent(event);
    m_desk.spelling.start(); // not before somebody writes: a dictionary takes its time and memory
}

void NoteEditor::focusOutEvent(QFocusEvent *event)
{
    PlainEdit::focusOutEvent(event);
    // Who looks something up in another window comes back to go on.
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    hideLinks();
    m_marks->judgeTyped();
    if (!isAncestorOf(QApplication::focusWidget())) // it may be the bar that finds
        emit left();
}

void NoteEditor::changeEvent(QEvent *event)
{
    PlainEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_marks->rehighlight();
        placeFindBar();
    }
}
