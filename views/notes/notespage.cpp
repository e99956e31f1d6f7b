// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/notes/notespage.h"

#include "model/annotations/annotationlistmodel.h"
#include "model/collection/collection.h"
#include "model/settings.h"
#include "views/common/banner.h"
#include "views/common/choicebutton.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/emptystate.h"
#include "views/common/panes.h"
#include "views/common/panesplitter.h"
#include "views/common/searchfield.h"
#include "views/notes/exportbar.h"
#include "views/notes/notereader.h"
#include "views/notes/notesidebar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

// A choice of the side bar as one value.
QVariantList valueOf(const NoteSideBar::Choice &choice)
{
    return {int(choice.show), choice.topic};
}

} // namespace

NotesPage::NotesPage(const Desk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_store(desk.collection, desk.notes, desk.highlights)
    , m_model(new AnnotationListModel(m_store, this))
    , m_banner(new Banner(this))
    , m_sideBar(new NoteSideBar(this))
    , m_sideLine(ruler(this, Qt::Vertical))
    , m_splitter(new PaneSplitter(this))
{
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(buildReader());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({408, 664});
    m_splitter->restoreState(desk.settings.value(Setting::notesSplitter));
    auto *panes = new QHBoxLayout;
    panes->setSpacing(0);
    panes->addWidget(m_sideBar);
    panes->addWidget(m_sideLine);
    panes->addWidget(m_splitter, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(panes, 1);
    buildActions();
    showNarrow();

    connect(m_sideBar, &NoteSideBar::choiceChanged, this, &NotesPage::filterChosen);
    connect(m_sideBar, &NoteSideBar::newNoteRequested, this, &NotesPage::newNote);
    // Later, because the entries are made anew, the one that was chosen included.
    connect(
        m_narrowFilter, &ChoiceButton::chosen, this,
        [this](const QVariant &value) {
            const QVariantList parts = value.toList();
            m_sideBar->choose(AnnotationFilter::Show(parts.at(0).toInt()),
                              parts.at(1).toLongLong());
            filterChosen();
        },
        Qt::QueuedConnection);
    connect(m_search, &QLineEdit::textChanged, this, &NotesPage::filterChosen);
    connect(m_sort, &ChoiceButton::chosen, this, &NotesPage::filterChosen);
    connect(m_search, &SearchField::downPressed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_search, &SearchField::escapePressed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &NotesPage::showCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &NotesPage::showSelection);
    connect(m_list, &QListView::doubleClicked, this, &NotesPage::edit);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] {
        if (filter().show == AnnotationFilter::Show::Free)
            newNote();
        else
            emit pageRequested(StudyPageIndex);
    });
    connect(m_empty, &EmptyState::linkActivated, this, [this](const QString &link) {
        if (link == u"clear")
            m_search->clear();
        else
            emit searchRequested(m_search->text());
    });
    connect(m_reader, &NoteReader::editingChanged, this, &NotesPage::editingChanged);
    connect(m_reader, &NoteReader::linkActivated, this, &Page::linkRequested);
    connect(m_reader, &NoteReader::questionRequested, this,
            [this](QuestionId question) { emit questionRequested(question, false); });
    connect(m_export, &ExportBar::failed, m_banner, &Banner::showError);
    connect(m_export, &ExportBar::exported, this,
            [this](const QString &path) { emit announced(tr("Exported to %1").arg(path)); });
    connect(&desk.collection.writes(), &WriteQueue::committed, this, [this] {
        if (!isVisible())
            return;
        // While a row is edited, it stays where it is.
        if (m_reader->isEditing() && m_model->indexOf(m_reader->key()).isValid())
            m_stale = true;
        else
            reload();
    });
}

QStringList NotesPage::statusItems() const
{
    const AnnotationCounts &counts = m_store.counts();
    return {tr("%n note(s)", nullptr, counts.notes),
            tr("%n highlight(s)", nullptr, counts.highlights),
            tr("%n comment(s)", nullptr, counts.comments)};
}

void NotesPage::arrive()
{
    reload();
    if (m_reader->isEditing())
        m_reader->focusEditor();
    else if (m_stack->currentWidget() == m_list)
        m_list->setFocus(Qt::OtherFocusReason);
    else
        m_empty->setFocus(Qt::OtherFocusReason);
}

void NotesPage::leave()
{
    m_reader->commit();
}

void NotesPage::saveState()
{
    m_desk.settings.set(Setting::notesSplitter, m_splitter->saveState());
}

void NotesPage::exportTo(const QString &path)
{
    m_export->exportTo(path);
}

void NotesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    showNarrow();
}

const Annotation *NotesPage::current() const
{
    return m_model->at(m_list->currentIndex());
}

QList<Annotation> NotesPage::selected() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<Annotation> annotations;
    for (const QModelIndex &row : std::as_const(rows))
        annotations.append(*m_model->at(row));
    if (annotations.isEmpty() && current())
        annotations.append(*current());
    return annotations;
}

AnnotationFilter NotesPage::filter() const
{
    const NoteSideBar::Choice &choice = m_sideBar->chosen();
    return {choice.show, choice.topic, m_search->text(),
            AnnotationFilter::Sort(m_sort->value().toInt())};
}

void NotesPage::filterChosen()
{
    m_reader->endEditing();
    search();
}

void NotesPage::reload()
{
    m_stale = false;
    if (const Status read = m_store.read(); !read.ok()) {
        m_banner->showError(read.error());
        return;
    }
    m_banner->clear();
    m_sideBar->setCounts(m_store.counts());
    search();
}

void NotesPage::search()
{
    const auto found = m_store.find(filter());
    if (!found.ok()) {
        m_banner->showError(found.error());
        return;
    }
    fillNarrowFilter();

    QStringList keys;
    const QModelIndexList chosen = m_list->selectionModel()->selectedRows();
    for (const QModelIndex &index : chosen)
        keys.append(m_model->at(index)->key());
    const int row = m_list->currentIndex().row();
    const QString key = m_reader->isEditing() ? m_reader->key()
                        : current()           ? current()->key()
                                              : QString();
    {
        const QScopedValueRollback loading(m_loading, true);
        const int position = m_list->verticalScrollBar()->value();
        m_model->setAnnotations(found.value(), m_search->text());
        m_stack->setCurrentWidget(found.value().isEmpty() ? static_cast<QWidget *>(m_empty)
                                                          : m_list);
        m_list->doItemsLayout();
        m_list->verticalScrollBar()->setValue(position);
        restoreSelection(keys, key, row);
    }
    const auto count = int(found.value().size());
    const int total = m_sideBar->chosen().count;
    m_count->setText(SearchQuery(m_search->text()).isEmpty()
                         ? tr("%n entry(s)", nullptr, count)
                         : tr("%1 of %n match “%2”", nullptr, total)
                               .arg(count)
                               .arg(m_search->text().simplified().left(40)));
    showEmptyState();
    if (!m_reader->isEditing())
        showCurrent();
    showSelection();
    emit statusChanged();
}

void NotesPage::fillNarrowFilter()
{
    if (m_narrowFilter->menu()->isVisible())
        return; // somebody is choosing
    m_narrowFilter->clearChoices();
    const QList<NoteSideBar::Choice> choices = m_sideBar->choices();
    for (const NoteSideBar::Choice &choice : choices)
        m_narrowFilter->addChoice(tr("%1, %2").arg(choice.title).arg(choice.count),
                                  valueOf(choice));
    m_narrowFilter->setValue(valueOf(m_sideBar->chosen()));
}

void NotesPage::restoreSelection(const QStringList &selected, const QString &current, int row)
{
    QModelIndex index = m_model->indexOf(current);
    // What is gone gives its place to the next.
    if (!index.isValid() && !m_reader->isEditing() && m_model->rowCount() > 0)
        index = m_model->index(qBound(0, row, m_model->rowCount() - 1));
    m_list->setCurrentIndex(index);
    if (selected.size() < 2)
        return;
    QItemSelection selection;
    for (const QString &key : selected) {
        if (const QModelIndex kept = m_model->indexOf(key); kept.isValid())
            selection.select(kept, kept);
    }
    m_list->selectionModel()->select(selection, QItemSelectionModel::Select);
}

void NotesPage::showCurrent()
{
    if (m_loading || (m_reader->isEditing() && current() && current()->key() == m_reader->key()))
        return;
    m_reader->showAnnotation(current(), m_search->text());
    showSelection();
}

void NotesPage::showSelection()
{
    if (m_loading)
        return;
    const Annotation *shown = current();
    const bool editing = m_reader->isEditing();
    const bool bin = inBin();
    const auto button = [this](const QString &name) {
        return m_reader->findChild<QPushButton *>(name);
    };
    button(u"openNoteQuestion"_s)->setVisible(!bin);
    button(u"openNoteQuestion"_s)->setEnabled(shown && shown->question.id != 0);
    button(u"editNote"_s)->setVisible(!bin);
    button(u"editNote"_s)->setEnabled(shown || editing);
    button(u"deleteNote"_s)->setVisible(!bin);
    button(u"deleteNote"_s)->setEnabled(shown);
    button(u"restoreNote"_s)->setVisible(bin);
    button(u"restoreNote"_s)->setEnabled(shown);
    const auto chosen = int(m_list->selectionModel()->selectedRows().size());
    const int listed = m_model->rowCount();
    if (chosen > 1)
        m_export->setAnnotations(selected(), tr("Export %n selected as", nullptr, chosen));
    else if (listed == 0)
        m_export->setAnnotations({}, {});
    else if (SearchQuery(m_search->text()).isEmpty())
        m_export->setAnnotations(m_model->annotations(),
                                 tr("Export %n entry(s) as", nullptr, listed));
    else
        m_export->setAnnotations(m_model->annotations(),
                                 tr("Export %n match(es) as", nullptr, listed));
}

void NotesPage::editingChanged()
{
    const bool editing = m_reader->isEditing();
    m_stopEditing->setEnabled(editing);
    showSelection();
    if (!editing) // not from within a change of rows, which may have ended it
        QMetaObject::invokeMethod(this, &NotesPage::reload, Qt::QueuedConnection);
}
