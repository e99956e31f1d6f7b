// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/roundcard.h"

#include "views/common/icons.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QPainter>

namespace {

constexpr int padding = 16;
constexpr int cardHeight = 140;

// As many words of a text as a box has lines for.
QString fitting(const QString &text, const QRect &box, const QFontMetrics &metrics)
{
    const int lines = qMax(1, box.height() / metrics.lineSpacing());
    const QRect room(0, 0, box.width(), lines * metrics.lineSpacing());
    QString shown = text;
    while (metrics.boundingRect(room, Qt::TextWordWrap, shown).height() > room.height() &&
           shown.contains(u' '))
        shown = shown.left(shown.lastIndexOf(u' ')).trimmed() + QChar(0x2026);
    return shown;
}

} // namespace

RoundCard::RoundCard(const QString &iconName, const QString &title, const QString &key,
                     QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
    , m_key(key)
{
    setText(title);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setScaledHeight(this, cardHeight);
}

void RoundCard::setContent(int count, const QString &what, const QString &description)
{
    m_count = count;
    m_what = what;
    m_description = description;
    setEnabled(count > 0);
    setAccessibleName(tr("%1: %2 %3").arg(text()).arg(count).arg(what));
    setAccessibleDescription(description);
    setToolTip(tr("%1 (%2)").arg(text(), m_key) + u'\n' + description);
    update();
}

QSize RoundCard::sizeHint() const
{
    return {scaled(200), scaled(cardHeight)};
}

void RoundCard::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    const bool active = isEnabled() && underMouse();
    paintBox(painter, rect(), 6, isDown() ? tokens.sunken : tokens.base,
             active ? tokens.line2 : tokens.line);

    const QRect content =
        rect().adjusted(scaled(padding), scaled(padding), -scaled(padding), -scaled(padding));
    const QColor ink = isEnabled() ? tokens.text : tokens.line2;
    const int line = scaled(24);
    const QRect first(content.left(), content.top(), content.width(), line);
    painter.drawPixmap(QRect(first.left(), first.center().y() - 9, 20, 20),
                       iconPixmap(m_iconName, isEnabled() ? tokens.accent : tokens.line2, 20,
                                  devicePixelRatioF()));
    painter.setFont(textFont(TextStyle::Ui, QFont::DemiBold));
    painter.setPen(ink);
    painter.drawText(first.adjusted(28, 0, 0, 0), Qt::AlignVCenter, text());
    const QSize keycap = keycapSize(m_key);
    paintKeycap(painter,
                QRect(first.right() - keycap.width() + 1, first.center().y() - keycap.height() / 2,
                      keycap.width(), keycap.height()),
                m_key, isEnabled() ? tokens.muted : tokens.line2);

    const QRect second(content.left(), first.bottom() + scaled(6), content.width(), scaled(32));
    painter.setFont(textFont(TextStyle::Title));
    painter.setPen(ink);
    const QString figure = QString::number(m_count);
    painter.drawText(second, Qt::AlignVCenter, figure);
    const int width = painter.fontMetrics().horizontalAdvance(figure) + scaled(8);
    painter.setFont(textFont(TextStyle::Small));
    painter.setPen(isEnabled() ? tokens.muted : tokens.line2);
    const QRect what = second.adjusted(width, scaled(4), 0, 0);
    painter.drawText(what, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_what, Qt::ElideRight, what.width()));

    const QRect rest(content.left(), second.bottom() + scaled(6), content.width(),
                     content.bottom() - second.bottom() - scaled(6));
    painter.drawText(rest, Qt::TextWordWrap | Qt::AlignTop,
                     fitting(m_description, rest, painter.fontMetrics()));
}
