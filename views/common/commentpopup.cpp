// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/commentpopup.h"

#include "model/collection/collection.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/painting.h"
#include "views/common/plainedit.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

CommentPopup::CommentPopup(const Desk &desk, const Highlight &highlight, QWidget *parent)
    : QWidget(parent, Qt::Popup)
    , m_desk(desk)
    , m_before(highlight)
    , m_edit(new PlainEdit(this))
{
    setObjectName(u"commentPopup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new QLabel(tr("Comment"), this);
    setTextStyle(title, TextStyle::Small, QFont::DemiBold);
    setTextStyle(m_edit, TextStyle::Small);
    m_edit->setObjectName(u"comment"_s);
    m_edit->setAccessibleName(tr("Comment"));
    m_edit->setPlaceholderText(tr("Write a comment. It is saved as you type."));
    m_edit->setPlainText(highlight.comment);
    m_edit->moveCursor(QTextCursor::End);
    m_edit->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->addWidget(title);
    layout->addWidget(m_edit);
    resize(scaled(300), scaled(140));
    setFocusProxy(m_edit);
    connect(m_edit, &QTextEdit::textChanged, this,
            [this] { m_desk.highlights.editComment(m_before, m_edit->toPlainText()); });
}

void CommentPopup::openAt(const QRect &place)
{
    const QRect screen = this->screen()->availableGeometry();
    QPoint corner = place.bottomLeft() + QPoint(0, 4);
    corner.setX(qBound(screen.left(), corner.x(), screen.right() - width()));
    if (corner.y() + height() > screen.bottom())
        corner.setY(place.top() - 4 - height());
    move(corner);
    show();
    m_edit->setFocus(Qt::PopupFocusReason);
}

bool CommentPopup::eventFilter(QObject *watched, QEvent *event)
{
    // The page's shortcuts reach into a popup, so these are taken before they do.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() == Qt::Key_Escape ||
            (enter && key->modifiers().testFlag(Qt::ControlModifier))) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                close();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CommentPopup::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    paintBox(painter, rect(), 0, tokens.base, tokens.line2);
}

void CommentPopup::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    m_desk.collection.writes().submitRested();
    m_desk.commands.commentEdited(m_before);
}
