// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/topicbutton.h"

#include "model/annotations/bookmarkstore.h"
#include "views/common/panes.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"

#include <QMenu>

TopicButton::TopicButton(const Topic &topic, const BookmarkStore &bookmarks, QWidget *parent)
    : QPushButton(withoutMnemonic(topic.title), parent)
{
    setButtonKind(this, ButtonKind::Chip);
    setTextStyle(this, TextStyle::Meta);
    setScaledHeight(this, 24);
    setAccessibleName(tr("Topic: %1").arg(topic.title));
    setToolTip(topic.summary);
    auto *menu = new QMenu(this);
    menu->addAction(tr("Show the questions of this topic"), this,
                    [this, topic] { emit questionsRequested(topic.id); });
    QAction *bookmark = menu->addAction(
        QString(), this, [this, topic] { emit bookmarkRequested(topic.id, topic.title); });
    connect(menu, &QMenu::aboutToShow, bookmark, [bookmark, &bookmarks, id = topic.id] {
        bookmark->setText(bookmarks.hasTopic(id) ? tr("Remove the topic's bookmark")
                                                 : tr("Bookmark this topic"));
    });
    setMenu(menu);
}
