// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

// Paints a question as a row of two lines, from the roles in questionroles.h alone.
class QuestionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// The background of a row in any list: tint and a bar while it is selected, a line below, and the
// focus inside when the keyboard is at it.
void paintRowBackground(QPainter &painter, const QStyleOptionViewItem &option);
