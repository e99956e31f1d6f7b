// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bookmarks/bookmarkdelegates.h"

#include "model/annotations/bookmarkmodel.h"
#include "model/questions/topiclistmodel.h"
#include "views/common/focusring.h"
#include "views/common/icons.h"
#include "views/common/painting.h"
#include "views/common/questiondelegate.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 40;
constexpr int topicHeight = 64;
constexpr int signSize = 14;

void paintSign(QPainter &painter, const QRect &cell, const QString &name, const QColor &color)
{
    QRect box(0, 0, signSize, signSize);
    box.moveCenter(cell.center());
    painter.drawPixmap(box,
                       iconPixmap(name, color, signSize, painter.device()->devicePixelRatio()));
}

void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                const Tokens &tokens)
{
    painter.setFont(textFont(TextStyle::Small, QFont::DemiBold));
    painter.setPen(tokens.muted);
    painter.drawText(option.rect.adjusted(scaled(48), 0, 0, -scaled(4)),
                     Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     tokens.soft);
}

} // namespace

void BookmarkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    painter->save();
    if (!index.parent().isValid()) {
        if (index.column() == 0)
            paintGroup(*painter, option, index, tokens);
        painter->restore();
        return;
    }
    const QModelIndex tick = index.siblingAtColumn(BookmarkModel::TickColumn);
    const bool ticked = tick.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QRect cell = option.rect;
    if (ticked)
        painter->fillRect(cell, tokens.tint);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(cell, tokens.sunken);
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), tokens.soft);

    const QColor ink = tokens.text;
    const QRect text = cell.adjusted(scaled(8), 0, -scaled(8), -1);
    switch (index.column()) {
    case BookmarkModel::TickColumn: {
        QStyleOptionViewItem box = option;
        box.rect = QRect(cell.left(), cell.top(), scaled(32), cell.height());
        box.state.setFlag(QStyle::State_On, ticked);
        box.state.setFlag(QStyle::State_Off, !ticked);
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter,
                                              option.widget);
        break;
    }
    case BookmarkModel::NumberColumn:
        painter->setFont(textFont(TextStyle::Ui));
        painter->setPen(tokens.muted);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        break;
    case BookmarkModel::TitleColumn: {
        const QFont font = textFont(TextStyle::Ui, ticked ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(
            text, Qt::AlignVCenter | Qt::AlignLeft,
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        break;
    }
    case BookmarkModel::TierColumn: {
        const Tier tier = Tier(index.data(TierRole).toInt());
        QRect badge(text.topLeft(), tierBadgeSize(tier));
        badge.moveTop(text.center().y() - badge.height() / 2);
        paintTierBadge(*painter, badge, tier, tokens);
        break;
    }
    case BookmarkModel::GradeColumn:
        paintMemoryBar(*painter,
                       QPoint(text.left(), text.center().y() - memoryBarSize().height() / 2),
                       index.data(StrengthRole).toInt(), tokens);
        break;
    case BookmarkModel::StarColumn:
        if (index.data(BookmarkedRole).toBool())
            paintSign(*painter, cell, u"starf"_s, tokens.accent);
        else
            paintSign(*painter, cell, u"star"_s, tokens.muted);
        break;
    default: break;
    }
    if (option.state.testFlag(QStyle::State_Selected) && FocusRing::keyboardUsed() &&
        option.widget->hasFocus()) {
        // One ring around the row: its sides belong to the outer cells.
        painter->fillRect(QRect(cell.left(), cell.top() + 1, cell.width(), 2), tokens.accent);
        painter->fillRect(QRect(cell.left(), cell.bottom() - 2, cell.width(), 2), tokens.accent);
        if (index.column() == BookmarkModel::TickColumn)
            painter->fillRect(QRect(cell.left(), cell.top() + 1, 2, cell.height() - 2),
                              tokens.accent);
        if (index.column() == BookmarkModel::StarColumn)
            painter->fillRect(QRect(cell.right() - 1, cell.top() + 1, 2, cell.height() - 2),
                              tokens.accent);
    }
    painter->restore();
}

QSize BookmarkDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, scaled(rowHeight)};
}

void TopicDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    painter->save();
    paintRowBackground(*painter, option);
    const QRect content = option.rect.adjusted(scaled(44), scaled(10), -scaled(16), -scaled(10));
    const QRect sign(option.rect.left() + scaled(16), option.rect.top(), scaled(16),
                     option.rect.height());
    const bool all = index.data(TopicListModel::TopicIdRole).toLongLong() == 0;
    const bool bookmarked = index.data(TopicListModel::TopicBookmarkedRole).toBool();
    paintSign(*painter, sign,
              all          ? u"stack"_s
              : bookmarked ? u"starf"_s
                           : u"star"_s,
              all || bookmarked ? tokens.accent : tokens.muted);

    const QRect upper(content.left(), content.top(), content.width(), content.height() / 2);
    const QRect lower(content.left(), upper.bottom() + 1, content.width(), content.height() / 2);
    const int questions = index.data(TopicListModel::QuestionsRole).toInt();
    const int practised = index.data(TopicListModel::PractisedRole).toInt();
    const QFont meta = textFont(TextStyle::Meta);
    painter->setFont(meta);
    painter->setPen(tokens.muted);
    int titleRight = upper.right();
    if (all) {
        painter->drawText(lower, Qt::AlignVCenter | Qt::AlignLeft,
                          index.data(TopicListModel::DescriptionRole).toString());
    } else {
        const QString count = TopicListModel::tr("%n question(s)", nullptr, questions);
        painter->drawText(upper, Qt::AlignVCenter | Qt::AlignRight, count);
        titleRight -= QFontMetrics(meta).horizontalAdvance(count) + scaled(8);
        const int barWidth = scaled(120);
        paintBar(*painter, QRect(lower.left(), lower.center().y() - 4, barWidth, 8), practised,
                 questions, tokens, option.state.testFlag(QStyle::State_Selected));
        painter->setPen(tokens.muted);
        painter->setFont(meta);
        const QRect rest = lower.adjusted(barWidth + scaled(8), 0, 0, 0);
        const QString share =
            TopicListModel::tr("%1 of %2 practised").arg(practised).arg(questions);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(meta).elidedText(share, Qt::ElideRight, rest.width()));
    }
    const QFont font =
        textFont(TextStyle::Ui,
                 option.state.testFlag(QStyle::State_Selected) ? QFont::DemiBold : QFont::Medium);
    painter->setFont(font);
    painter->setPen(tokens.text);
    painter->drawText(upper, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight,
                                                    titleRight - upper.left()));
    painter->restore();
}

QSize TopicDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, scaled(topicHeight)};
}
