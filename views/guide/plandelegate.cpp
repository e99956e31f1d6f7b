// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/plandelegate.h"

#include "model/plan/planmodel.h"
#include "views/common/icons.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int taskHeight = 24;
constexpr int headHeight = 24;
constexpr int weekGap = 17;  // above every head but the first
constexpr int lineLeft = 24; // of the timeline's middle
constexpr int signSize = 16;
constexpr int textLeft = 45;
constexpr int boxSize = 14;
constexpr int rightMargin = 16;
constexpr int headGap = 12; // between a head's title and its days

PlanModel::Kind kindOf(const QModelIndex &index)
{
    return PlanModel::Kind(index.data(PlanModel::KindRole).toInt());
}

bool isHead(const QModelIndex &index)
{
    return kindOf(index) == PlanModel::Kind::Week || kindOf(index) == PlanModel::Kind::End;
}

int gapAbove(const QModelIndex &index)
{
    return isHead(index) && index.row() > 0 ? scaled(weekGap) : 0;
}

int taskLeft()
{
    return scaled(textLeft) + boxSize + scaled(8);
}

QFont headFont()
{
    return textFont(TextStyle::Ui, QFont::DemiBold);
}

// Whether a head's days have room beside its title.
bool fitsOneLine(const QModelIndex &index, int width)
{
    const int title = QFontMetrics(headFont()).horizontalAdvance(index.data().toString());
    const int detail = QFontMetrics(textFont(TextStyle::Meta))
                           .horizontalAdvance(index.data(PlanModel::DetailRole).toString());
    return scaled(textLeft) + title + scaled(headGap) + detail + scaled(rightMargin) <= width;
}

int taskTextHeight(const QModelIndex &index, int width)
{
    const QRect room(0, 0, qMax(scaled(40), width - taskLeft() - scaled(rightMargin)), 10'000);
    return QFontMetrics(textFont(TextStyle::Small))
        .boundingRect(room, Qt::TextWordWrap, index.data().toString())
        .height();
}

void paintSign(QPainter &painter, const QPoint &middle, const QModelIndex &index,
               const Tokens &tokens)
{
    const int size = scaled(signSize);
    const QRectF box(middle.x() - size / 2.0, middle.y() - size / 2.0, size, size);
    painter.setRenderHint(QPainter::Antialiasing);
    if (kindOf(index) == PlanModel::Kind::End) {
        const bool dated = index.data(PlanModel::DatedRole).toBool();
        painter.setPen(QPen(dated ? tokens.accent : tokens.line2, 2));
        painter.setBrush(tokens.base);
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2);
    } else if (index.data(PlanModel::PresentRole).toBool()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent);
        painter.drawEllipse(box);
    } else {
        painter.setPen(QPen(tokens.line2, 2));
        painter.setBrush(tokens.base);
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintHead(QPainter &painter, const QRect &row, const QModelIndex &index, const Tokens &tokens)
{
    const bool oneLine = fitsOneLine(index, row.width());
    const QRect text(row.left() + scaled(textLeft), row.top() + gapAbove(index),
                     row.width() - scaled(textLeft) - scaled(rightMargin), scaled(headHeight));
    painter.setFont(headFont());
    painter.setPen(tokens.text);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
    painter.setFont(textFont(TextStyle::Meta));
    painter.setPen(tokens.muted);
    painter.drawText(oneLine ? text : text.translated(0, scaled(headHeight) - scaled(5)),
                     oneLine ? Qt::AlignVCenter | Qt::AlignRight : Qt::AlignVCenter | Qt::AlignLeft,
                     index.data(PlanModel::DetailRole).toString());
}

// A box that can be ticked has a border; one that only shows what is done is fainter.
void paintTick(QPainter &painter, const QRect &box, bool done, bool tickable, const Tokens &tokens)
{
    if (!done) {
        paintBox(painter, box, 3, tokens.base, tickable ? tokens.line2 : tokens.softLine);
        return;
    }
    paintBox(painter, box, 3, tokens.accent, {});
    painter.drawPixmap(
        box.adjusted(2, 2, -2, -2),
        iconPixmap(u"check"_s, tokens.onAccent, boxSize - 4, painter.device()->devicePixelRatio()));
}

} // namespace

QRect PlanDelegate::boxRect(const QRect &row)
{
    return {row.left() + scaled(textLeft), row.top() + (scaled(taskHeight) - boxSize) / 2, boxSize,
            boxSize};
}

void PlanDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const QRect &row = option.rect;
    const bool last = index.row() == index.model()->rowCount() - 1;
    const int middle = row.left() + scaled(lineLeft);
    const QPoint sign(middle, row.top() + gapAbove(index) + scaled(headHeight) / 2);
    painter->save();
    const int from = index.row() == 0 ? sign.y() : row.top();
    const int to = last ? sign.y() : row.bottom() + 1;
    painter->fillRect(QRect(middle - 1, from, 2, to - from), tokens.seg);
    if (isHead(index)) {
        paintSign(*painter, sign, index, tokens);
        paintHead(*painter, row, index, tokens);
        painter->restore();
        return;
    }
    const bool task = kindOf(index) == PlanModel::Kind::Task;
    const bool done = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    if (option.state.testFlag(QStyle::State_Selected) &&
        option.state.testFlag(QStyle::State_HasFocus)) {
        paintBox(*painter, row.adjusted(scaled(textLeft) - 6, 0, -scaled(rightMargin) + 8, -1), 4,
                 tokens.tint, {});
    }
    const int left = task ? taskLeft() : scaled(textLeft);
    if (task)
        paintTick(*painter, boxRect(row), done, index.flags().testFlag(Qt::ItemIsUserCheckable),
                  tokens);
    painter->setFont(textFont(TextStyle::Small));
    painter->setPen(!task ? tokens.accent : done ? tokens.muted : tokens.text);
    const int top = (scaled(taskHeight) - QFontMetrics(painter->font()).height()) / 2;
    painter->drawText(row.adjusted(left, top, -scaled(rightMargin), 0), Qt::TextWordWrap,
                      index.data().toString());
    painter->restore();
}

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : scaled(344);
    if (isHead(index)) {
        const int second = fitsOneLine(index, width) ? 0 : scaled(headHeight) - scaled(5);
        return {0, gapAbove(index) + scaled(headHeight) + second};
    }
    const int line = QFontMetrics(textFont(TextStyle::Small)).height();
    return {0, scaled(taskHeight) + taskTextHeight(index, width) - line};
}

bool PlanDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!index.flags().testFlag(Qt::ItemIsUserCheckable))
        return false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QRect box = boxRect(option.rect).adjusted(-6, -6, 6, 6); // easier to hit
        if (mouse->button() != Qt::LeftButton || !box.contains(mouse->pos()))
            return false;
    } else if (event->type() != QEvent::KeyPress ||
               static_cast<QKeyEvent *>(event)->key() != Qt::Key_Space) {
        return false;
    }
    const bool done = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, done ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}
