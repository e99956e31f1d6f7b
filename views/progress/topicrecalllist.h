// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/progress/progressfigures.h"

#include <QListView>
#include <QSet>

class TopicRecallModel;

// The level's topics, the weakest first, each with a bar. A star stands at those that are worth a
// bookmark or have one.
class TopicRecallList final : public QListView
{
    Q_OBJECT

public:
    explicit TopicRecallList(QWidget *parent = nullptr);

    void setTopics(const QList<TopicReadiness> &topics, const QSet<TopicId> &bookmarked);
    FigureTable table() const;
    // How many weak topics have no bookmark.
    int proposedCount() const;
    const TopicReadiness *currentTopic() const; // or null
    void chooseWeakest();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void practiceRequested();
    void bookmarkRequested();
    void menuRequested(const QPoint &globalPosition);

protected:
    void updateGeometries() override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    TopicRecallModel *m_model;
};
