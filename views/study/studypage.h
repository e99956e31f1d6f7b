// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/page.h"

class Banner;
class HighlightPane;
class NotePane;
class QSplitter;
class QuestionListPane;
class ReaderPane;
struct Desk;
struct Installation;

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
    // Opens a question at one of its highlights.
    void openHighlight(QuestionId question, const QString &uid);
    // Lists what a search finds.
    void searchFor(const QString &text);
    // Lists the questions of one topic.
    void showTopic(TopicId topic);
    // Says what a newer deck brought, if anything.
    void showNews(const Installation &installation);

    QuestionId question() const;

signals:
    void readingSizeRequested(int step); // -1, 0 for the default, or 1

private:
    void buildActions();
    void restoreState();
    QList<QAction *> buildMarkActions();
    void focusNote();
    void showHighlights();
    void showFound();
    void showUpdated();
    void showBookmark();
    void togglePane(int index);

    const Desk &m_desk;
    QSplitter *m_splitter;
    Banner *m_news;
    QuestionListPane *m_list;
    ReaderPane *m_reader;
    QSplitter *m_margin; // note above highlights
    NotePane *m_note;
    HighlightPane *m_highlights;
    QAction *m_bookmark = nullptr;
};
