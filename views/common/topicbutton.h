// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionfilter.h"

#include <QPushButton>

class BookmarkStore;

// A topic's name in a box, with a menu to list its questions and to bookmark it.
class TopicButton final : public QPushButton
{
    Q_OBJECT

public:
    // `bookmarks` must outlive the button.
    TopicButton(const Topic &topic, const BookmarkStore &bookmarks, QWidget *parent = nullptr);

signals:
    void questionsRequested(TopicId topic);
    void bookmarkRequested(TopicId topic, const QString &title);
};
