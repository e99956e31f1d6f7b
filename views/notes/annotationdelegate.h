// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

// Paints a row of AnnotationListModel: what it is and when it was edited, its question, and two
// lines of it, a quote in its colour.
class AnnotationDelegate final : public QStyledItemDelegate
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
// Of something in the bin: "Deleted 3 days ago, kept until 12 Dec".
QString deletedText(const QDateTime &deleted);
