// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/study/notepane.h"

#include "model/annotations/notestore.h"
#include "model/collection/collection.h"
#include "views/common/banner.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/findbar.h"
#include "views/common/noteeditor.h"
#include "views/common/noteview.h"
#include "views/common/panes.h"
#include "views/common/segmentedcontrol.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTextBlock>
#include <QTimer>
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
    , m_editor(new NoteEditor(desk, this))
    , m_viewing(new QWidget(this))
    , m_viewArea(new QScrollArea(m_viewing))
    , m_view(new NoteView(desk))
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
    auto *viewing = new QVBoxLayout(m_viewing);
    viewing->setContentsMargins(0, 0, 0, 0);
    viewing->setSpacing(0);
    viewing->addWidget(m_viewArea);
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_viewing);

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
    connect(m_editor, &NoteEditor::questionRequested, this, &NotePane::questionRequested);
    connect(m_view, &NoteView::questionRequested, this, &NotePane::questionRequested);
    connect(m_view, &NoteView::addressRequested, this, &NotePane::linkActivated);
    m_view->installEventFilter(this);
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
    m_editor->setQuestion(question);
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
        if (m_mode->current() == View)
            m_view->setNote(m_question, m_editor->toPlainText());
    }
    showSaveState();
}

void NotePane::commit()
{
    if (m_question == 0)
        return;
    m_desk.collection.writes().submitRested();
    // From here on, steps undo what was typed; the editor doing so, too, would be a new step.
    const QString undone = m_editor->takeUndone();
    const QString before = std::exchange(m_committed, m_editor->toPlainText());
    if (before != m_committed)
        m_desk.commands.noteEdited(m_question, m_number, before);
    else
        m_desk.commands.noteUndone(m_question, m_number, undone);
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
        m_view->setNote(m_question, m_editor->toPlainText());
    m_stack->setCurrentIndex(mode);
    if (mode == View) { // once it has its place, as far down as one wrote
        const int line = m_editor->textCursor().blockNumber();
        QTimer::singleShot(0, this, [this, line] { scrollViewTo(line); });
    }
}

void NotePane::scrollViewTo(int line)
{
    // The text up to there makes as many paragraphs as it does in the whole.
    const QString text = m_editor->toPlainText().section(u'\n', 0, line);
    QTextDocument above;
    above.setMarkdown(text, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub |
                                                            QTextDocument::MarkdownNoHTML));
    const QTextDocument *shown = m_view->document();
    const int paragraph = qMin(above.blockCount(), shown->blockCount()) - 1;
    const QRectF box =
        shown->documentLayout()->blockBoundingRect(shown->findBlockByNumber(paragraph));
    const QPoint bottom = m_view->mapTo(m_viewArea->widget(), QPoint(0, qCeil(box.bottom())));
    m_viewArea->ensureVisible(0, bottom.y());
}

void NotePane::find()
{
    show();
    if (m_mode->current() == View)
        viewFindBar().open();
    else
        m_editor->find();
}

QList<QAction *> NotePane::formatActions() const
{
    return m_editor->formatActions();
}

FindBar &NotePane::viewFindBar()
{
    if (!m_viewFind) {
        m_viewFind = new FindBar(*m_view, m_viewing);
        static_cast<QVBoxLayout *>(m_viewing->layout())->insertWidget(0, m_viewFind);
        connect(m_viewFind, &FindBar::moved, this, [this] {
            const QRect match = m_view->cursorRect();
            m_viewArea->ensureVisible(0, m_view->mapTo(m_viewArea->widget(), match.center()).y());
        });
    }
    return *m_viewFind;
}

// The view's keys to find; the editor sees to its own.
bool NotePane::eventFilter(QObject *watched, QEvent *event)
{
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (watched == m_view && (override || event->type() == QEvent::KeyPress)) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool opens = key.key() == Qt::Key_F3 || key.matches(QKeySequence::Find);
        if ((opens || m_viewFind) && viewFindBar().wants(key)) {
            if (override)
                event->accept();
            else
                viewFindBar().take(key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
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
