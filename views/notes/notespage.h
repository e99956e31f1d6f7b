// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/annotationstore.h"
#include "views/common/page.h"

class AnnotationListModel;
class Banner;
class ChoiceButton;
class EmptyState;
class ExportBar;
class NoteReader;
class NoteSideBar;
class QLabel;
class QListView;
class QSplitter;
class QStackedWidget;
class SearchField;
struct Desk;

// Every note, highlight and comment: filter and search them, read and edit them in place, open
// their questions, bring back what was deleted, export what is shown.
class NotesPage final : public Page
{
    Q_OBJECT

public:
    explicit NotesPage(const Desk &desk, QWidget *parent = nullptr);

    QStringList statusItems() const override;
    void arrive() override;
    void leave() override;
    void saveState() override;

    // Writes what is listed or selected in the chosen format; used by tests.
    void exportTo(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildReader();
    void buildActions();
    void reload();
    void search();
    void fillNarrowFilter();
    void restoreSelection(const QStringList &selected, const QString &current, int row);
    void showCurrent();
    void showSelection();
    void showEmptyState();
    void showNarrow();
    void filterChosen();
    void editingChanged();

    void enter();
    void edit();
    void stopEditing();
    void newNote();
    void deleteSelected();
    void restoreSelected();
    void recolorSelected(HighlightColor color);
    void toggleBookmark();

    const Annotation *current() const;
    QList<Annotation> selected() const;
    AnnotationFilter filter() const;

    bool inBin() const { return filter().show == AnnotationFilter::Show::Bin; }

    const Desk &m_desk;
    AnnotationStore m_store;
    AnnotationListModel *m_model;
    bool m_loading = false; // rows are being replaced
    bool m_stale = false;   // and will be once the edit is over

    Banner *m_banner;
    NoteSideBar *m_sideBar;
    QWidget *m_sideLine;
    ChoiceButton *m_narrowFilter; // instead of the side bar
    QSplitter *m_splitter;
    SearchField *m_search;
    QLabel *m_count;
    ChoiceButton *m_sort;
    QStackedWidget *m_stack;
    QListView *m_list;
    EmptyState *m_empty;
    NoteReader *m_reader;
    ExportBar *m_export;
    QAction *m_stopEditing;
};
