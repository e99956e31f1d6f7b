// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

// Paints a note of NoteListModel: when it was edited, its question, and two lines of it.
class NoteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// "Today 14:32", "Sunday" within the last week, otherwise the day and month.
QString whenText(const QDateTime &when);
// The same at the end of a sentence: "today at 14:32".
QString whenInSentence(const QDateTime &when);
