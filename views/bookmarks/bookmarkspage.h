// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/bookmarkmodel.h"
#include "views/common/page.h"

class Banner;
class ChoiceButton;
class EmptyState;
class QLabel;
class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeView;
class TopicListModel;
struct Desk;

// What was starred: topics at the left, questions in groups at the right, and a way to practise
// them. A star that is removed leaves its row until the page is left, so that it can come back.
class BookmarksPage final : public Page
{
    Q_OBJECT

public:
    explicit BookmarksPage(const Desk &desk, QWidget *parent = nullptr);

    QStringList statusItems() const override;
    void arrive() override;
    void saveState() override;
    QList<QuestionSet> printable() const override;

private:
    QWidget *buildTopics();
    QWidget *buildQuestions();
    void buildActions();
    void reload();
    void showTopics();
    void showQuestions();
    void showStars();
    void showTicks();
    // What Practise would practise: what is ticked, or all.
    QList<QuestionId> practicable() const;
    void addTopic();
    void toggleStar();
    void toggleTick();
    void openCurrent();
    void practise();
    const QuestionRow *currentQuestion() const;
    TopicId currentTopic() const;

    const Desk &m_desk;
    TopicListModel *m_topicModel;
    BookmarkModel *m_model;
    Banner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    EmptyState *m_noQuestions;
    QSplitter *m_splitter;
    QLabel *m_topicCount;
    QListView *m_topics;
    QPushButton *m_addTopic;
    QLabel *m_count;
    ChoiceButton *m_grouping;
    QPushButton *m_practise;
    QTreeView *m_tree;
};
