// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/annotationstore.h"

#include <QListWidget>

// The left of Notes: what is shown, with figures. Kinds, topics, and what belongs to no question.
class NoteSideBar final : public QListWidget
{
    Q_OBJECT

public:
    // One thing that can be chosen.
    struct Choice
    {
        AnnotationFilter::Show show = AnnotationFilter::Show::All;
        TopicId topic = 0;
        QString title;
        int count = 0;
    };

    explicit NoteSideBar(QWidget *parent = nullptr);

    // Shows these figures. What is chosen stays, also when there is none of it any more.
    void setCounts(const AnnotationCounts &counts);

    // What can be chosen now, topics that are folded away included.
    QList<Choice> choices() const;

    const Choice &chosen() const { return m_chosen; }

    // Chooses; tells nobody.
    void choose(AnnotationFilter::Show show, TopicId topic = 0);

    // Does what the row at hand is for, if it is one that does something.
    bool activateCurrent();

signals:
    void choiceChanged(); // by a person
    void newNoteRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void addHeading(const QString &title);
    void addDeed(int deed, const QString &icon, const QString &title);
    void follow(const QListWidgetItem *item);

    AnnotationCounts m_counts;
    Choice m_chosen;
    bool m_unfolded = false;
};
