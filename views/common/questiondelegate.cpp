// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/questiondelegate.h"

#include "model/questions/questionroles.h"
#include "views/common/focusring.h"
#include "views/common/icons.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 56;
constexpr int leftPadding = 16;
constexpr int rightPadding = 12;
constexpr int signSize = 14;
constexpr int gap = 8;
constexpr int dotSize = 6;

// The word at the right of `room`, or a dot where it is too narrow. Returns what is left of it.
int paintUpdated(QPainter &painter, const QRect &room, const Tokens &tokens)
{
    const QString word = QuestionDelegate::tr("Updated");
    const QFont font = textFont(TextStyle::Meta, QFont::DemiBold);
    const int width = QFontMetrics(font).horizontalAdvance(word);
    if (width <= room.width()) {
        painter.setFont(font);
        painter.setPen(tokens.accent);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, word);
        return room.right() - width - gap;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawEllipse(
        QRect(room.right() - dotSize, room.center().y() - dotSize / 2 + 1, dotSize, dotSize));
    return room.right() - dotSize - gap;
}

} // namespace

void paintRowBackground(QPainter &painter, const QStyleOptionViewItem &option)
{
    const Tokens &tokens = tokensOf(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(option.rect, tokens.tint);
        painter.fillRect(QRect(option.rect.topLeft(), QSize(4, option.rect.height())),
                         tokens.accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(option.rect, tokens.sunken);
    }
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     tokens.soft);
    if (option.state.testFlag(QStyle::State_HasFocus) && FocusRing::keyboardUsed()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(3, 3, -3, -4));
    }
}

void QuestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    paintRowBackground(*painter, option);

    const QRect content = option.rect.adjusted(scaled(leftPadding), 0, -scaled(rightPadding), -1);
    const int half = content.height() / 2;
    const QRect upper(content.left(), content.top() + scaled(6), content.width(), half - scaled(4));
    const QRect lower(content.left(), content.top() + half, content.width(), half - scaled(4));

    // Signs at the right of the first line, from the right.
    int right = upper.right();
    const auto sign = [&](const QString &name, const QColor &color) {
        const QRect box(right - signSize + 1, upper.center().y() - signSize / 2 + 1, signSize,
                        signSize);
        painter->drawPixmap(
            box, iconPixmap(name, color, signSize, painter->device()->devicePixelRatio()));
        right -= signSize + 6;
    };
    if (index.data(BookmarkedRole).toBool())
        sign(u"starf"_s, tokens.accent);
    if (index.data(HasNoteRole).toBool())
        sign(u"note"_s, tokens.muted);

    QRect title = upper;
    title.setRight(right - (right == upper.right() ? 0 : 2));
    paintMarkedText(*painter, title, index.data().toString(),
                    index.data(TitleMatchesRole).value<QList<TextRange>>(),
                    textFont(TextStyle::Ui, selected ? QFont::DemiBold : QFont::Medium),
                    tokens.text, tokens);

    const QSize bar = memoryBarSize();
    paintMemoryBar(
        *painter,
        QPoint(lower.right() - bar.width() + 1, lower.center().y() - bar.height() / 2 + 1),
        index.data(StrengthRole).toInt(), tokens);

    const QString number = index.data(NumberRole).toString();
    const QFont meta = textFont(TextStyle::Meta);
    painter->setFont(meta);
    painter->setPen(tokens.muted);
    painter->drawText(lower, Qt::AlignVCenter | Qt::AlignLeft, number);
    int left = lower.left() +
               qMax(QFontMetrics(meta).horizontalAdvance(number),
                    QFontMetrics(meta).horizontalAdvance(u"000"_s)) +
               gap;

    const Tier tier = Tier(index.data(TierRole).toInt());
    const QSize badge = tierBadgeSize(tier);
    paintTierBadge(*painter,
                   QRect(QPoint(left, lower.center().y() - badge.height() / 2 + 1), badge), tier,
                   tokens);
    left += badge.width() + gap;

    int end = lower.right() - bar.width() - gap;
    if (index.data(UpdatedRole).toBool())
        end = paintUpdated(*painter, QRect(left, lower.top(), end - left, lower.height()), tokens);

    const QRect rest(left, lower.top(), end - left, lower.height());
    const QString snippet = index.data(SnippetRole).toString();
    paintMarkedText(*painter, rest, snippet.isEmpty() ? index.data(TopicRole).toString() : snippet,
                    index.data(SnippetMatchesRole).value<QList<TextRange>>(), meta, tokens.muted,
                    tokens);
    painter->restore();
}

QSize QuestionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), scaled(rowHeight)};
}
