// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/study/notepane.h"

#include "model/annotations/notestore.h"
#include "model/collection/collection.h"
#include "views/common/banner.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/markdownview.h"
#include "views/common/noteeditor.h"
#include "views/common/panes.h"
#include "views/common/segmentedcontrol.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

enum Mode { Write, View };

} // namespace

NotePane::NotePane(const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_saved(new QLabel(this))
    , m_mode(new SegmentedControl({tr("Write"), tr("View")}, this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_editor(new NoteEditor(desk.highlighter, this))
    , m_viewArea(new QScrollArea(this))
    , m_view(new MarkdownView(desk.highlighter))
{
    auto *title = new QLabel(tr("Your note"), this);
    setTextStyle(title, TextStyle::Ui, QFont::DemiBold);
    setTextStyle(m_saved, TextStyle::Meta);
    m_saved->setForegroundRole(QPalette::PlaceholderText);
    m_mode->setCurrent(Write);
    m_mode->setObjectName(u"noteMode"_s);
    m_mode->setToolTip(tr("Write or view the note (Ctrl+E)"));

    m_editor->setObjectName(u"noteEditor"_s);
    m_editor->setAccessibleName(tr("Your note"));
    m_editor->setPlaceholderText(tr("Write what you would say in the interview. Markdown works."));
    m_editor->viewport()->setAutoFillBackground(false);
    m_view->setAccessibleName(tr("Your note"));
    m_view->setObjectName(u"noteView"_s);
    m_viewArea->setWidget(padded(m_view));
    m_viewArea->setWidgetResizable(true);
    m_viewArea->setAccessibleName(tr("Your note"));
    m_viewArea->setFrameShape(QFrame::NoFrame);
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_viewArea);

    QWidget *bar = paneBar(this);
    bar->layout()->addWidget(title);
    bar->layout()->addWidget(m_saved);
    static_cast<QHBoxLayout *>(bar->layout())->addStretch(1);
    bar->layout()->addWidget(m_mode);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    showNote();

    connect(m_mode, &SegmentedControl::chosen, this, &NotePane::showMode);
    connect(m_editor, &NoteEditor::edited, this,
            [this](const QString &text) { m_desk.notes.edit(m_question, text); });
    connect(m_editor, &NoteEditor::left, this, &NotePane::commit);
    connect(m_view, &MarkdownView::linkActivated, this, &NotePane::linkActivated);
    connect(&desk.notes, &NoteStore::changed, this, [this](const NoteId &note) {
        if (note == m_question)
            showNote();
    });
    connect(&desk.collection.writes(), &WriteQueue::stateChanged, this, &NotePane::showSaveState);
}

void NotePane::setQuestion(QuestionId question, int number)
{
    commit();
    m_question = question;
    m_number = number;
    showNote();
    // What was typed for one question must never be undone or redone into another's note.
    m_editor->document()->clearUndoRedoStacks();
    m_committed = m_editor->toPlainText();
    showMode(m_committed.trimmed().isEmpty() ? Write : m_mode->current());
}

void NotePane::showNote()
{
    if (m_question == 0) { // nothing to write on
        m_editor->setNote({});
        m_editor->setEnabled(false);
        return;
    }
    const auto text = m_desk.notes.text(m_question);
    if (!text.ok()) {
        m_banner->showError(text.error());
        m_editor->setEnabled(false); // typing over a note that could not be read would replace it
        return;
    }
    m_banner->clear();
    m_editor->setEnabled(true);
    if (text.value() != m_editor->toPlainText()) { // changed elsewhere, by undo for one
        m_editor->setNote(text.value());
        m_committed = text.value();
        if (m_stack->currentWidget() == m_viewArea)
            m_view->setText(text.value());
    }
    showSaveState();
}

void NotePane::commit()
{
    if (m_question == 0)
        return;
    m_desk.collection.writes().submitRested();
    if (m_committed == m_editor->toPlainText())
        return;
    m_desk.commands.noteEdited(m_question, m_number, m_committed);
    m_committed = m_editor->toPlainText();
    // From here on, the step undoes what was typed; the editor doing so, too, would be a new step.
    m_editor->document()->clearUndoRedoStacks();
}

void NotePane::showMatch(const QString &text)
{
    const QList<TextRange> ranges = SearchQuery(text).rangesIn(m_editor->toPlainText());
    if (ranges.isEmpty())
        return;
    QTextCursor cursor = m_editor->textCursor();
    cursor.setPosition(int(ranges.constFirst().start));
    cursor.setPosition(int(ranges.constFirst().start + ranges.constFirst().length),
                       QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor); // selected, so that it is seen at once
    m_view->setSearch(text);
}

void NotePane::focusEditor()
{
    show(); // it may have been hidden, and typing must be seen
    showMode(Write);
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

void NotePane::toggleView()
{
    const bool viewing = m_mode->current() == View;
    showMode(viewing ? Write : View);
    if (viewing)
        m_editor->setFocus(Qt::ShortcutFocusReason);
    else
        m_view->setFocus(Qt::ShortcutFocusReason);
}

void NotePane::showMode(int mode)
{
    m_mode->setCurrent(mode);
    if (mode == View)
        m_view->setText(m_editor->toPlainText());
    m_stack->setCurrentIndex(mode);
}

void NotePane::showSaveState()
{
    const WriteQueue &writes = m_desk.collection.writes();
    if (m_editor->toPlainText().isEmpty())
        m_saved->clear();
    else if (writes.state() == WriteQueue::State::Saving)
        m_saved->setText(tr("Saving"));
    else if (writes.state() == WriteQueue::State::NotSaved)
        m_saved->setText(u"<b style=\"color:%1\">%2</b>"_s.arg(tokensOf(palette()).miss.name(),
                                                               tr("Not saved")));
    else if (writes.lastSaved().isValid())
        m_saved->setText(
            tr("Saved %1").arg(QLocale().toString(writes.lastSaved().time(), u"HH:mm"_s)));
    else
        m_saved->setText(tr("Saved"));
}
