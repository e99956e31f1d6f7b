// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/topicrecalldelegate.h"

#include "model/plan/topicrecallmodel.h"
#include "views/common/icons.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"
#include "views/progress/progressfigures.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 20;
constexpr int inset = 16; // of the box, whose whole width a row fills
constexpr int starSize = 14;
constexpr int figureWidth = 40;
constexpr int widestBar = 120;
constexpr int narrowestBar = 40;

QRect barOf(const QRect &row)
{
    const int width = qBound(scaled(narrowestBar), row.width() / 3, scaled(widestBar));
    const int right = row.right() - scaled(inset) - scaled(figureWidth);
    return {right - width, row.center().y() - 3, width, 8};
}

} // namespace

QRect TopicRecallDelegate::starOf(const QRect &row, const QModelIndex &index)
{
    if (!index.data(TopicRecallModel::WeakRole).toBool() &&
        !index.data(TopicRecallModel::BookmarkedRole).toBool())
        return {};
    return {barOf(row).left() - scaled(8) - starSize, row.center().y() - starSize / 2 + 1, starSize,
            starSize};
}

void TopicRecallDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->fillRect(option.rect, selected ? tokens.tint : hovered ? tokens.sunken : tokens.base);
    if (selected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(4, option.rect.height())),
                          tokens.accent);

    const QRect bar = barOf(option.rect);
    const double recall = index.data(TopicRecallModel::RecallRole).toDouble();
    paintBar(*painter, bar, qRound(recall * 1000), 1000, tokens, selected);
    painter->setFont(textFont(TextStyle::Small, QFont::DemiBold));
    painter->setPen(tokens.text);
    painter->drawText(
        QRect(bar.right(), option.rect.top(), scaled(figureWidth) + 1, option.rect.height()),
        Qt::AlignRight | Qt::AlignVCenter, percentText(recall));

    int right = bar.left() - scaled(8);
    if (const QRect star = starOf(option.rect, index); !star.isEmpty()) {
        const bool bookmarked = index.data(TopicRecallModel::BookmarkedRole).toBool();
        painter->drawPixmap(star, iconPixmap(bookmarked ? u"starf"_s : u"star"_s,
                                             bookmarked ? tokens.accent : tokens.muted, starSize,
                                             painter->device()->devicePixelRatioF()));
        right = star.left() - scaled(6);
    }
    const auto textAt = [&](int left, int end) {
        return QRect(left, option.rect.top(), end - left, option.rect.height());
    };
    const int left = option.rect.left() + scaled(inset);
    if (index.data(TopicRecallModel::FallingRole).toBool()) {
        painter->setFont(textFont(TextStyle::Meta));
        painter->setPen(tokens.miss);
        const QString word = tr("falling");
        const int width = painter->fontMetrics().horizontalAdvance(word);
        painter->drawText(textAt(right - width - 2, right), Qt::AlignVCenter | Qt::AlignRight,
                          word);
        right -= width + scaled(8);
    }
    painter->setFont(textFont(TextStyle::Small));
    painter->setPen(tokens.text);
    painter->drawText(
        textAt(left, right), Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, right - left));
    painter->restore();
}

QSize TopicRecallDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, scaled(rowHeight)};
}
