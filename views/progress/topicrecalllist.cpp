// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/topicrecalllist.h"

#include "model/plan/topicrecallmodel.h"
#include "views/common/typography.h"
#include "views/progress/topicrecalldelegate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

TopicRecallList::TopicRecallList(QWidget *parent)
    : QListView(parent)
    , m_model(new TopicRecallModel(this))
{
    setObjectName(u"topicRecall"_s);
    setAccessibleName(tr("Recall by topic, the weakest first"));
    setModel(m_model);
    setItemDelegate(new TopicRecallDelegate(this));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
}

void TopicRecallList::setTopics(const QList<TopicReadiness> &topics,
                                const QSet<TopicId> &bookmarked)
{
    const TopicReadiness *before = currentTopic();
    const TopicId current = before ? before->topic : 0;
    m_model->setTopics(topics, bookmarked);
    setCurrentIndex(m_model->index(qMax(0, m_model->rowOf(current))));
}

FigureTable TopicRecallList::table() const
{
    FigureTable table{
        tr("Recall by topic"), {tr("Topic"), tr("Recalled"), tr("Tried"), tr("Remark")}, {}};
    table.remarks = true;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const TopicReadiness &topic = m_model->topic(row);
        QStringList remarks;
        if (topic.falling)
            remarks.append(tr("falling"));
        if (m_model->index(row).data(TopicRecallModel::BookmarkedRole).toBool())
            remarks.append(tr("bookmarked"));
        else if (topic.weak)
            remarks.append(tr("weak"));
        table.rows.append({topic.title, percentText(topic.recall),
                           tr("%1 of %2").arg(topic.seen).arg(topic.questions),
                           remarks.join(u", "_s)});
    }
    return table;
}

int TopicRecallList::proposedCount() const
{
    return m_model->proposedCount();
}

const TopicReadiness *TopicRecallList::currentTopic() const
{
    return currentIndex().isValid() ? &m_model->topic(currentIndex().row()) : nullptr;
}

void TopicRecallList::chooseWeakest()
{
    setCurrentIndex(m_model->index(0));
}

QSize TopicRecallList::sizeHint() const
{
    return {scaled(368), scaled(250)};
}

QSize TopicRecallList::minimumSizeHint() const
{
    return {scaled(200), scaled(160)};
}

// Ends after a whole row: half a row looks like the last.
void TopicRecallList::updateGeometries()
{
    const int row = sizeHintForRow(0);
    const int spare = row > 0 && height() > row ? height() % row : 0;
    if (viewportMargins().bottom() != spare)
        setViewportMargins(0, 0, 0, spare);
    QListView::updateGeometries();
}

void TopicRecallList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QListView::keyPressEvent(event);
    else if (currentTopic())
        emit practiceRequested();
}

void TopicRecallList::contextMenuEvent(QContextMenuEvent *event)
{
    if (currentTopic())
        emit menuRequested(event->reason() == QContextMenuEvent::Keyboard
                               ? viewport()->mapToGlobal(visualRect(currentIndex()).center())
                               : event->globalPos());
}

void TopicRecallList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    if (event->button() != Qt::LeftButton || !index.isValid() || index != currentIndex())
        return;
    const QRect star = TopicRecallDelegate::starOf(visualRect(index), index);
    if (star.adjusted(-4, -8, 4, 8).contains(position))
        emit bookmarkRequested();
    else
        emit practiceRequested();
}
