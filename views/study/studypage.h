// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/page.h"

class NotePane;
class QSplitter;
class QuestionListPane;
class ReaderPane;
struct Desk;

// Read questions, reveal their answers, and write notes on them.
class StudyPage final : public Page
{
    Q_OBJECT

public:
    explicit StudyPage(const Desk &desk, QWidget *parent = nullptr);

    QString subject() const override;
    QStringList statusItems() const override;
    void arrive() override;
    void leave() override;
    void saveState() override;
    QList<QuestionSet> printable() const override;

    void openQuestion(QuestionId question, bool toNote = false);
    // Lists the questions of one topic.
    void showTopic(TopicId topic);

    QuestionId question() const;

signals:
    void readingSizeRequested(int step); // -1, 0 for the default, or 1

private:
    void buildActions();
    void restoreState();
    void showBookmark();
    void togglePane(int index);

    const Desk &m_desk;
    QSplitter *m_splitter;
    QuestionListPane *m_list;
    ReaderPane *m_reader;
    NotePane *m_note;
    QAction *m_bookmark = nullptr;
};
