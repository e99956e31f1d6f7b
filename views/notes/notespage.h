// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/page.h"

class Banner;
class EmptyState;
class MarkdownView;
class NoteListModel;
class QCheckBox;
class QLabel;
class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;
class SearchField;
class TierBadge;
struct Desk;
struct NoteRow;

// Every note, the newest first: search them, read them, open their questions, export them.
class NotesPage final : public Page
{
    Q_OBJECT

public:
    explicit NotesPage(const Desk &desk, QWidget *parent = nullptr);

    QStringList statusItems() const override;
    void arrive() override;
    void saveState() override;

    // Writes what is listed as Markdown; used by the Export button and by tests.
    void exportTo(const QString &path);

private:
    QWidget *buildList();
    QWidget *buildReader();
    void buildActions();
    void reload();
    void showNote();
    void chooseExportFile();
    const NoteRow *current() const;

    const Desk &m_desk;
    NoteListModel *m_model;
    int m_total = 0;

    Banner *m_banner;
    QSplitter *m_splitter;
    SearchField *m_search;
    QLabel *m_count;
    QStackedWidget *m_stack;
    QListView *m_list;
    EmptyState *m_empty;
    QLabel *m_words;
    QWidget *m_note;
    TierBadge *m_tier;
    QLabel *m_topic;
    QLabel *m_title;
    QLabel *m_when;
    MarkdownView *m_text;
    QLabel *m_exportLabel;
    QCheckBox *m_withAnswers;
    QPushButton *m_export;
};
