// SPDX-License-Identifier: GPL-3.0-or-later
// How the Notes page is put together.

#include "views/notes/notespage.h"

#include "model/annotations/annotationlistmodel.h"
#include "views/common/choicebutton.h"
#include "views/common/elidedlabel.h"
#include "views/common/emptystate.h"
#include "views/common/panes.h"
#include "views/common/searchfield.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/notes/annotationdelegate.h"
#include "views/notes/exportbar.h"
#include "views/notes/notereader.h"
#include "views/notes/notesidebar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int sideBarWidth = 208;
constexpr int widthForSideBar = 1000;

} // namespace

QWidget *NotesPage::buildList()
{
    m_sideBar->setFixedWidth(scaled(sideBarWidth));
    auto *pane = new QWidget;
    pane->setBackgroundRole(QPalette::AlternateBase);
    pane->setAutoFillBackground(true);
    pane->setMinimumWidth(280);
    m_narrowFilter = new ChoiceButton({}, pane);
    m_narrowFilter->setObjectName(u"noteFilter"_s);
    m_search = new SearchField(tr("Search notes and highlights"), pane);
    m_search->setObjectName(u"noteSearch"_s);
    m_count = new ElidedLabel(pane);
    m_count->setObjectName(u"noteCount"_s);
    setTextStyle(m_count, TextStyle::Meta);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_sort = new ChoiceButton({}, pane);
    m_sort->setObjectName(u"noteSort"_s);
    using Sort = AnnotationFilter::Sort;
    m_sort->addChoice(tr("Newest first"), int(Sort::Newest));
    m_sort->addChoice(tr("Oldest first"), int(Sort::Oldest));
    m_sort->addChoice(tr("By question"), int(Sort::Question));
    setButtonKind(m_sort, ButtonKind::Flat);
    setTextStyle(m_sort, TextStyle::Meta);
    m_list = new QListView(pane);
    m_list->setObjectName(u"noteList"_s);
    m_list->setAccessibleName(tr("Notes"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AnnotationDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_empty = new EmptyState(pane);
    m_stack = new QStackedWidget(pane);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    auto *controls = new QVBoxLayout;
    controls->setContentsMargins(16, 12, 16, 4);
    controls->setSpacing(8);
    controls->addWidget(m_narrowFilter, 0, Qt::AlignLeft);
    controls->addWidget(m_search);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(16, 0, 4, 4); // the button has its own padding
    line->addWidget(m_count, 1);
    line->addWidget(m_sort);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(controls);
    layout->addLayout(line);
    layout->addWidget(ruler(pane));
    layout->addWidget(m_stack, 1);
    return pane;
}

QWidget *NotesPage::buildReader()
{
    auto *pane = new QWidget;
    pane->setBackgroundRole(QPalette::Base);
    pane->setAutoFillBackground(true);
    m_reader = new NoteReader(m_desk, m_store, pane);
    m_export = new ExportBar(m_desk, m_store, pane);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_reader, 1);
    layout->addWidget(ruler(pane));
    layout->addWidget(m_export);
    return pane;
}

void NotesPage::buildActions()
{
    addPageAction(tr("Search"), {u"/"_s, QKeySequence::Find}, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    QAction *open = addPageAction(tr("Open the question"), {Qt::Key_Return, Qt::Key_Enter, u"O"_s},
                                  [this] { enter(); });
    QAction *edit = addPageAction(tr("Edit here"), {u"E"_s, u"F2"_s}, [this] { this->edit(); });
    m_stopEditing = addPageAction(tr("Stop editing"), {Qt::Key_Escape}, [this] { stopEditing(); });
    m_stopEditing->setEnabled(false);
    addPageAction(tr("New note"), {QKeySequence::New}, [this] { newNote(); });
    QAction *remove = addPageAction(tr("Delete what is selected"), {QKeySequence::Delete},
                                    [this] { deleteSelected(); });
    QAction *restore =
        addPageAction(tr("Restore from the bin"), {u"R"_s}, [this] { restoreSelected(); });
    addPageAction(tr("Bookmark the question"), {u"B"_s}, [this] { toggleBookmark(); });
    for (const HighlightColor color : allHighlightColors) {
        addPageAction(tr("Colour of the highlight: %1").arg(highlightColorTitle(color)),
                      {QString::number(int(color) + 1)}, [this, color] { recolorSelected(color); });
    }
    listActions(m_reader->formatActions());
    addPageAction(tr("Export…"), {u"Ctrl+Return"_s, u"Ctrl+Enter"_s},
                  [this] { m_export->chooseFile(); });
    const std::tuple<QString, QAction *, QString> buttons[] = {
        {u"openNoteQuestion"_s, open, tr("Enter")},
        {u"editNote"_s, edit, u"E"_s},
        {u"restoreNote"_s, restore, u"R"_s},
        {u"deleteNote"_s, remove, remove->shortcut().toString(QKeySequence::NativeText)}};
    for (const auto &[name, action, key] : buttons) {
        auto *button = m_reader->findChild<QPushButton *>(name);
        button->setToolTip(u"%1 (%2)"_s.arg(action->toolTip(), key));
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
    }
}

void NotesPage::showNarrow()
{
    const bool narrow = width() < scaled(widthForSideBar);
    m_sideBar->setFixedWidth(scaled(sideBarWidth));
    m_sideBar->setHidden(narrow);
    m_sideLine->setHidden(narrow);
    m_narrowFilter->setVisible(narrow);
}

void NotesPage::showEmptyState()
{
    using Show = AnnotationFilter::Show;
    if (m_model->rowCount() > 0)
        return;
    if (!SearchQuery(m_search->text()).isEmpty()) {
        m_empty->setContent(tr("Nothing matches"),
                            u"<a href=\"search\">%1</a><br><a href=\"clear\">%2</a>"_s.arg(
                                tr("Search the questions instead"), tr("Clear the search")));
        return;
    }
    const Show show = filter().show;
    const int all = m_store.counts().all();
    if (show == Show::Bin)
        m_empty->setContent(tr("The bin is empty"),
                            tr("What you delete here is kept for %n day(s).", nullptr, binDays));
    else if (show == Show::Free)
        m_empty->setContent(tr("No free notes yet"),
                            tr("For what belongs to no question, such as stories from your "
                               "projects or questions to ask them."),
                            tr("New note"));
    else if (show == Show::Highlights || (show == Show::WithComments && all > 0))
        m_empty->setContent(
            show == Show::Highlights ? tr("No highlights yet") : tr("No comments yet"),
            tr("Select a passage of an answer in Study; H highlights it, C adds a comment."),
            tr("Open Study"));
    else
        m_empty->setContent(filter().topic != 0 ? tr("Nothing on this topic") : tr("No notes yet"),
                            tr("Notes you write in Study gather here."), tr("Open Study"));
}
