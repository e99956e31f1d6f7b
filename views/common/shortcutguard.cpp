// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/shortcutguard.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QTextEdit>

namespace {

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

// Whether `widget` has its own use for a key that some page takes as a shortcut.
bool needsKey(const QObject *widget, const QKeyEvent &event)
{
    const bool plain =
        event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier;
    if (!plain)
        return false;
    const QWidget *popup = QApplication::activePopupWidget();
    if (popup && popup->inherits("QComboBoxPrivateContainer")) // keys choose in the open list
        return true;
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return event.key() == Qt::Key_Space ||
               (button->group() ? isArrow(event.key()) : isEnter(event.key()));
    if (qobject_cast<const QTextEdit *>(widget))
        return isArrow(event.key()) || isEnter(event.key());
    if (qobject_cast<const QComboBox *>(widget)) // a letter or digit finds an entry
        return isArrow(event.key()) || event.text().trimmed().size() == 1 ||
               event.key() == Qt::Key_Space;
    if (const auto *list = qobject_cast<const QAbstractItemView *>(widget))
        return list->window()->windowType() == Qt::Popup; // of such a box, open
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return isEnter(event.key()) && label->textInteractionFlags() != Qt::NoTextInteraction;
    return false;
}

} // namespace

ShortcutGuard::ShortcutGuard(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool ShortcutGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        if (needsKey(watched, *static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyPress) {
        // Qt presses a button with Space alone.
        auto *button = qobject_cast<QAbstractButton *>(watched);
        const auto *key = static_cast<QKeyEvent *>(event);
        // One of several is chosen by arrows; Enter there is for the page.
        if (button && !button->group() && isEnter(key->key())) {
            if (!key->isAutoRepeat())
                button->click();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}
