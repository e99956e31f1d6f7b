// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

// A topic in must-study order: its number, how much of it is read and recalled; practised, as long
// as nobody knows what is recalled.
class GuideTopicDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Where the star of a row is.
    static QRect starRect(const QRect &row);
};

// What the colours of the bars mean.
class CoverageLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit CoverageLegend(QWidget *parent = nullptr);

    // Whether dark stands for what is recalled, or for what is practised.
    void setRecall(bool recall);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString darkWord() const;

    bool m_recall = false;
};
