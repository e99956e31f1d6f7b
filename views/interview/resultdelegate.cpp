// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/interview/resultdelegate.h"

#include "model/practice/interviewresultmodel.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QPainter>

namespace {

using Model = InterviewResultModel;

constexpr int rowHeight = 40;
constexpr int mostLargeDots = 6;
constexpr int mostDots = 11; // as many as fit
constexpr int barWidth = 64;
constexpr int barHeight = 8;

void drawText(QPainter &painter, const QRect &box, const QString &text, const QFont &font,
              const QColor &color)
{
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(box, Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
}

void paintPoints(QPainter &painter, QRect box, const QModelIndex &index, const Tokens &tokens)
{
    const int met = index.data(Model::MetRole).toInt();
    const int total = index.data(Model::TotalRole).toInt();
    const int dot = total <= mostLargeDots ? 8 : 6;
    const int dotGap = total <= mostLargeDots ? 3 : 1;
    if (total <= mostDots) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        for (int i = 0; i < total; ++i) {
            const QRectF circle(box.left() + i * (dot + dotGap), box.center().y() - dot / 2 + 1,
                                dot, dot);
            painter.setPen(i < met ? Qt::NoPen : QPen(tokens.line2, 1));
            painter.setBrush(i < met ? QBrush(tokens.accent) : QBrush(Qt::NoBrush));
            painter.drawEllipse(i < met ? circle : circle.adjusted(0.5, 0.5, -0.5, -0.5));
        }
        painter.restore();
        box.setLeft(box.left() + total * (dot + dotGap) + scaled(6));
    }
    drawText(painter, box, index.data().toString(), textFont(TextStyle::Small), tokens.muted);
}

// The bar is as long as the time allowed; what went over it stands in rust at its end.
void paintTime(QPainter &painter, const QRect &cell, const QModelIndex &index, const Tokens &tokens,
               bool onTint)
{
    if (!index.data(Model::AskedRole).toBool())
        return;
    const qint64 spent = index.data(Model::SpentRole).toLongLong();
    const qint64 allowed = qMax<qint64>(1, index.data(Model::AllowedRole).toLongLong());
    const bool over = spent > allowed;
    const QRect bar(cell.left(), cell.center().y() - barHeight / 2 + 1, scaled(barWidth),
                    barHeight);
    const qint64 whole = qMax(spent, allowed);
    paintBar(painter, bar, int(qMin(spent, allowed) / 1000), int(whole / 1000), tokens, onTint);
    if (over) {
        QRect rest = bar;
        rest.setLeft(bar.left() + int(bar.width() * allowed / whole));
        paintBox(painter, rest, 2, tokens.miss, {});
    }
    const QRect text = cell.adjusted(scaled(barWidth) + scaled(8), 0, 0, 0);
    drawText(painter, text, index.data().toString(),
             textFont(TextStyle::Small, over ? QFont::DemiBold : QFont::Normal),
             over ? tokens.miss : tokens.muted);
}

} // namespace

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {scaled(rowHeight), scaled(rowHeight)};
}

void ResultDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? tokens.tint : tokens.base);
    if (!selected)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          tokens.soft);
    if (selected && index.column() == 0)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(4, option.rect.height())),
                          tokens.accent);
    const QRect cell = option.rect.adjusted(scaled(8), 0, -scaled(8), 0);
    const QString text = index.data().toString();
    switch (index.column()) {
    case Model::TierName: {
        const auto tier = Tier(index.data(Model::TierRole).toInt());
        const QSize size = tierBadgeSize(tier);
        paintTierBadge(*painter,
                       QRect(QPoint(cell.left(), cell.center().y() - size.height() / 2 + 1), size),
                       tier, tokens);
        break;
    }
    case Model::Points: paintPoints(*painter, cell, index, tokens); break;
    case Model::Time: paintTime(*painter, cell, index, tokens, selected); break;
    case Model::Number:
        drawText(*painter, cell, text, textFont(TextStyle::Ui), tokens.muted);
        break;
    default:
        drawText(*painter, cell, text,
                 textFont(TextStyle::Ui, selected && index.column() == Model::Title
                                             ? QFont::DemiBold
                                             : QFont::Normal),
                 index.data(Model::AskedRole).toBool() ? tokens.text : tokens.muted);
    }
}
