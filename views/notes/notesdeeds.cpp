// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to the rows of the Notes page.

#include "views/notes/notespage.h"

#include "model/annotations/annotationlistmodel.h"
#include "model/annotations/bookmarkstore.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/emptystate.h"
#include "views/common/searchfield.h"
#include "views/notes/notereader.h"
#include "views/notes/notesidebar.h"

#include <QListView>
#include <QScopedValueRollback>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

void NotesPage::enter()
{
    if (m_search->hasFocus()) {
        m_list->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (m_sideBar->hasFocus()) {
        if (!m_sideBar->activateCurrent())
            m_list->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    const Annotation *shown = current();
    if (!shown)
        return;
    if (shown->isDeleted())
        restoreSelected();
    else if (!shown->isNote())
        emit highlightRequested(shown->question.id, shown->uid);
    else if (shown->question.id != 0)
        emit questionRequested(shown->question.id, false);
    else
        edit();
}

void NotesPage::edit()
{
    if (m_reader->isEditing())
        stopEditing();
    else
        m_reader->edit();
}

void NotesPage::stopEditing()
{
    m_reader->endEditing();
    reload();
    QWidget *next = m_stack->currentWidget() == m_list ? static_cast<QWidget *>(m_list) : m_empty;
    next->setFocus(Qt::OtherFocusReason);
}

void NotesPage::newNote()
{
    using Show = AnnotationFilter::Show;
    m_reader->endEditing();
    const AnnotationFilter before = filter();
    if (before.topic != 0 || (before.show != Show::All && before.show != Show::Notes))
        m_sideBar->choose(Show::Free);
    m_search->clear();
    search();
    {
        const QScopedValueRollback loading(m_loading, true);
        m_list->clearSelection();
        m_list->setCurrentIndex({});
    }
    m_reader->editNew(NoteId::newFree());
}

void NotesPage::deleteSelected()
{
    const QList<Annotation> chosen = selected();
    if (chosen.isEmpty() || inBin())
        return;
    m_reader->endEditing();
    QUndoStack &steps = m_desk.commands.stack();
    if (chosen.size() > 1)
        steps.beginMacro(tr("deleted %n entry(s)", nullptr, int(chosen.size())));
    for (const Annotation &annotation : chosen) {
        if (annotation.isNote()) {
            m_desk.commands.deleteNote(annotation.note, annotation.question.number);
            continue;
        }
        const auto now = m_desk.highlights.highlight(annotation.uid).valueOr(std::nullopt);
        if (now)
            m_desk.commands.removeHighlight(*now);
    }
    if (chosen.size() > 1)
        steps.endMacro();
    m_list->clearSelection();
    reload();
    emit announced(tr("Moved to the bin, kept for %n day(s)", nullptr, binDays));
}

void NotesPage::restoreSelected()
{
    const QList<Annotation> chosen = selected();
    if (chosen.isEmpty() || !inBin())
        return;
    QUndoStack &steps = m_desk.commands.stack();
    if (chosen.size() > 1)
        steps.beginMacro(tr("restored %n entry(s)", nullptr, int(chosen.size())));
    for (const Annotation &annotation : chosen) {
        if (annotation.isNote())
            m_desk.commands.restoreNote(annotation.note, annotation.question.number,
                                        annotation.text);
        else
            m_desk.commands.restoreHighlight(annotation.highlight);
    }
    if (chosen.size() > 1)
        steps.endMacro();
    m_list->clearSelection();
    reload();
    emit announced(tr("Restored %n entry(s)", nullptr, int(chosen.size())));
}

void NotesPage::recolorSelected(HighlightColor color)
{
    QList<Highlight> highlights;
    const QList<Annotation> chosen = selected();
    for (const Annotation &annotation : chosen) {
        const auto now = m_desk.highlights.highlight(annotation.uid).valueOr(std::nullopt);
        if (!annotation.isNote() && !annotation.isDeleted() && now && now->color != color)
            highlights.append(*now);
    }
    if (highlights.isEmpty())
        return;
    QUndoStack &steps = m_desk.commands.stack();
    if (highlights.size() > 1)
        steps.beginMacro(tr("colour of %n highlight(s)", nullptr, int(highlights.size())));
    for (const Highlight &highlight : std::as_const(highlights))
        m_desk.commands.recolorHighlight(highlight, color);
    if (highlights.size() > 1)
        steps.endMacro();
    reload();
}

void NotesPage::toggleBookmark()
{
    const Annotation *shown = current();
    if (!shown || shown->question.id == 0)
        return;
    const QuestionRow question = shown->question;
    m_desk.commands.toggleBookmark(question.id, question.number);
    emit announced(m_desk.bookmarks.hasQuestion(question.id)
                       ? tr("Bookmarked question %1").arg(question.number)
                       : tr("Removed the bookmark on question %1").arg(question.number));
}
