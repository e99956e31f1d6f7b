// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/plainedit.h"

#include "views/common/painting.h"
#include "views/common/tokens.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

PlainEdit::PlainEdit(QWidget *parent)
    : QTextEdit(parent)
{
    setAcceptRichText(false);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
}

QString PlainEdit::takeUndone()
{
    QString undone;
    if (document()->isRedoAvailable()) {
        const QSignalBlocker blocker(this); // nobody typed any of this
        const QString text = toPlainText();
        while (document()->isRedoAvailable())
            document()->redo();
        undone = toPlainText();
        setPlainText(text);
        moveCursor(QTextCursor::End);
    }
    document()->clearUndoRedoStacks();
    return undone;
}

bool PlainEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool nothingLeft =
            (key->matches(QKeySequence::Undo) && !document()->isUndoAvailable()) ||
            (key->matches(QKeySequence::Redo) && !document()->isRedoAvailable());
        if (nothingLeft) {
            event->ignore();
            return false;
        }
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update(); // the ring comes and goes; the view itself repaints but its frame
    return QTextEdit::event(event);
}

void PlainEdit::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    if (!hasFocus() || isReadOnly())
        return;
    QPainter painter(viewport()); // inside, because it may fill its pane
    paintFocusRing(painter, viewport()->rect(), tokensOf(palette()));
}

void PlainEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        insertPlainText(source->text());
}
