// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/notes/notereader.h"

#include "model/annotations/annotationlistmodel.h"
#include "model/collection/collection.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/elidedlabel.h"
#include "views/common/icons.h"
#include "views/common/markdownview.h"
#include "views/common/noteeditor.h"
#include "views/common/noteview.h"
#include "views/common/panes.h"
#include "views/common/tierbadge.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/notes/annotationdelegate.h"
#include "views/notes/highlightlist.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int widestColumn = 784;
constexpr int margin = 32;

enum Mode { Reading, Writing, Nothing };

int wordsIn(const QString &text)
{
    return int(text.simplified().split(u' ', Qt::SkipEmptyParts).size());
}

} // namespace

NoteReader::NoteReader(const Desk &desk, const AnnotationStore &store, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_store(store)
    , m_stack(new QStackedWidget(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_stack->addWidget(buildReading());
    m_stack->addWidget(buildWriting());
    m_stack->addWidget(new QWidget(this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(m_stack, 1);

    connect(m_text, &NoteView::addressRequested, this, &NoteReader::linkActivated);
    connect(m_text, &NoteView::questionRequested, this, &NoteReader::questionRequested);
    connect(m_editor, &NoteEditor::questionRequested, this, &NoteReader::questionRequested);
    connect(m_editor, &NoteEditor::edited, this,
            [this](const QString &text) { m_desk.notes.edit(m_annotation->note, text); });
    connect(m_editor, &NoteEditor::left, this, &NoteReader::commit);
    connect(m_comment, &QTextEdit::textChanged, this, &NoteReader::commentTyped);
    connect(&desk.notes, &NoteStore::changed, this, &NoteReader::editedElsewhere);
    connect(&desk.highlights, &HighlightStore::changed, this, &NoteReader::editedElsewhere);
}

QWidget *NoteReader::buildBar()
{
    QWidget *bar = paneBar(this);
    auto *layout = static_cast<QHBoxLayout *>(bar->layout());
    layout->setContentsMargins(24, 0, 12, 1);
    m_words = new ElidedLabel(bar);
    m_words->setObjectName(u"noteWords"_s);
    setTextStyle(m_words, TextStyle::Small);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_words, 1);
    const std::tuple<QString, QString, QString> buttons[] = {
        {u"openNoteQuestion"_s, u"book"_s, tr("Open question")},
        {u"editNote"_s, u"pencil"_s, tr("Edit")},
        {u"restoreNote"_s, u"undo"_s, tr("Restore")},
        {u"deleteNote"_s, u"trash"_s, QString()},
    };
    for (const auto &[name, iconName, text] : buttons) {
        auto *button = new QPushButton(icon(iconName), text, bar);
        button->setObjectName(name);
        setButtonKind(button, ButtonKind::Flat);
        setTextStyle(button, TextStyle::Small, QFont::Medium);
        layout->addWidget(button);
        if (text.isEmpty())
            button->setAccessibleName(tr("Delete"));
    }
    m_editButton = bar->findChild<QPushButton *>(u"editNote"_s);
    return bar;
}

QWidget *NoteReader::buildReading()
{
    m_reading = new QWidget;
    m_reading->setBackgroundRole(QPalette::Base);
    m_tier = new TierBadge(m_reading);
    m_title = new QLabel(m_reading);
    m_title->setObjectName(u"noteTitle"_s);
    m_title->setWordWrap(true);
    setTextStyle(m_title, TextStyle::Question);
    m_when = new QLabel(m_reading);
    m_when->setObjectName(u"noteWhen"_s);
    m_when->setWordWrap(true);
    setTextStyle(m_when, TextStyle::Small);
    m_when->setForegroundRole(QPalette::PlaceholderText);
    m_own = new HighlightList(m_reading);
    m_own->setObjectName(u"shownHighlight"_s);
    m_noteHeading = new QLabel(tr("Your note on this question"), m_reading);
    m_text = new NoteView(m_desk, m_reading);
    m_text->setObjectName(u"noteText"_s);
    m_text->setAccessibleName(tr("Note"));
    m_highlightsHeading = new QLabel(tr("Highlights on this question"), m_reading);
    for (QLabel *heading : {m_noteHeading, m_highlightsHeading}) {
        setTextStyle(heading, TextStyle::Heading);
        heading->setContentsMargins(0, scaled(8), 0, 0);
    }
    m_highlights = new HighlightList(m_reading);
    m_highlights->setObjectName(u"noteHighlights"_s);
    m_badges = new QHBoxLayout;
    m_badges->addWidget(m_tier);
    m_badges->addStretch(1);
    auto *column = new QVBoxLayout(m_reading);
    column->setContentsMargins(margin, 24, margin, 24);
    column->setSpacing(6);
    column->addLayout(m_badges);
    column->addWidget(m_title);
    column->addWidget(m_when);
    column->addSpacing(8);
    for (QWidget *part : std::initializer_list<QWidget *>{m_own, m_noteHeading, m_text,
                                                          m_highlightsHeading, m_highlights})
        column->addWidget(part);
    column->addStretch(1);
    m_reading->setMaximumWidth(widestColumn);
    auto *area = new QScrollArea;
    area->setObjectName(u"noteReader"_s);
    area->setAccessibleName(tr("Note"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(m_reading);
    area->viewport()->setBackgroundRole(QPalette::Base);
    return area;
}

QWidget *NoteReader::buildWriting()
{
    auto *pane = new QWidget;
    m_writingTitle = new QLabel(pane);
    m_writingTitle->setWordWrap(true);
    setTextStyle(m_writingTitle, TextStyle::Question);
    m_quote = new HighlightList(pane);
    for (QWidget *part : std::initializer_list<QWidget *>{m_writingTitle, m_quote})
        part->setContentsMargins(margin, 0, margin, 0);
    m_editor = new NoteEditor(m_desk, pane);
    m_editor->setObjectName(u"noteInPlace"_s);
    m_editor->setAccessibleName(tr("Note"));
    m_editor->setPlaceholderText(
        tr("Write what you would say in the interview. Markdown works. Esc when you are done."));
    m_comment = new PlainEdit(pane);
    m_comment->setObjectName(u"commentInPlace"_s);
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setPlaceholderText(tr("Write a comment. Esc when you are done."));
    m_comment->document()->setDocumentMargin(16);
    m_comment->installEventFilter(this);
    setTextStyle(m_comment, TextStyle::Ui);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 24, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_writingTitle);
    layout->addWidget(m_quote);
    // As far in as the text above, with the ring around it.
    auto *field = new QHBoxLayout;
    field->setContentsMargins(margin - 16, 0, margin - 16, 8);
    field->addWidget(m_editor);
    field->addWidget(m_comment);
    layout->addLayout(field, 1);
    return pane;
}

void NoteReader::showAnnotation(const Annotation *annotation, const QString &search)
{
    endEditing();
    m_search = search;
    m_annotation = annotation ? std::optional(*annotation) : std::nullopt;
    m_stack->setCurrentIndex(m_annotation ? Reading : Nothing);
    if (!m_annotation) {
        m_words->clear();
        return;
    }
    showHead();
    m_text->setSearch(search);
    const bool deleted = m_annotation->isDeleted();
    if (m_annotation->isNote())
        showNote(m_annotation->body());
    else
        showNote(deleted ? QString() : m_desk.notes.text(m_annotation->question.id).valueOr({}));
    showHighlights();
}

void NoteReader::showHead()
{
    const Annotation &shown = *m_annotation;
    const QuestionRow &question = shown.question;
    const bool free = question.id == 0;
    m_words->setText(tr("%1, %n word(s)", nullptr,
                        wordsIn(shown.isNote() ? shown.text : shown.highlight.anchor.quote))
                         .arg(kindText(shown)));
    delete m_topic;
    m_topic = new Chip(question.topicTitle, m_reading);
    m_badges->insertWidget(1, m_topic);
    m_tier->setTier(question.tier);
    m_tier->setVisible(!free);
    m_topic->setVisible(!free);
    m_title->setText(shown.title());
    const QString when = shown.isDeleted() ? deletedText(shown.deleted)
                                           : tr("Edited %1").arg(whenInSentence(shown.modified));
    m_when->setText(free ? tr("%1.").arg(when)
                         : tr("Question %1. %2.").arg(QString::number(question.number), when));
}

void NoteReader::showNote(const QString &text)
{
    const bool any = !text.trimmed().isEmpty();
    m_noteHeading->setVisible(any && !m_annotation->isNote());
    m_text->setVisible(any);
    m_text->setNote(m_annotation->question.id, text);
}

void NoteReader::showHighlights()
{
    const bool ofNote = m_annotation->isNote();
    m_own->setVisible(!ofNote);
    if (!ofNote)
        m_own->setEntries(
            {{m_annotation->highlight, 0, m_store.passageChanged(*m_annotation), true}});
    QList<HighlightList::Entry> entries;
    if (ofNote && !m_annotation->isDeleted() && m_annotation->question.id != 0) {
        const auto highlights = m_desk.highlights.on(m_annotation->question.id).valueOr({});
        for (const Highlight &highlight : highlights) {
            Annotation annotation;
            annotation.kind = Annotation::Kind::Highlight;
            annotation.highlight = highlight;
            annotation.uid = highlight.uid;
            annotation.question.id = highlight.question;
            entries.append(
                {highlight, int(entries.size()) + 1, m_store.passageChanged(annotation), true});
        }
    }
    m_highlights->setEntries(entries);
    m_highlights->setVisible(!entries.isEmpty());
    m_highlightsHeading->setVisible(!entries.isEmpty());
}

bool NoteReader::isEditing() const
{
    return m_stack->currentIndex() == Writing;
}

QString NoteReader::key() const
{
    return m_annotation ? m_annotation->key() : QString();
}

void NoteReader::edit()
{
    if (m_annotation && !m_annotation->isDeleted() && !isEditing())
        startEditing();
}

void NoteReader::editNew(const NoteId &note)
{
    endEditing();
    m_annotation = Annotation();
    m_annotation->note = note;
    m_annotation->uid = note.uid;
    startEditing();
    m_words->setText(tr("New note"));
}

void NoteReader::startEditing()
{
    const bool note = m_annotation->isNote();
    m_editor->setVisible(note);
    m_comment->setVisible(!note);
    m_quote->setVisible(!note);
    m_writingTitle->setVisible(!m_annotation->note.isFree() || !note);
    m_writingTitle->setText(m_annotation->title());
    m_stack->setCurrentIndex(Writing); // from here on, what is set is what is edited
    if (!note)
        m_quote->setEntries({{m_annotation->highlight, 0, false, false}});
    m_before = m_desk.highlights.highlight(m_annotation->uid)
                   .valueOr(std::nullopt)
                   .value_or(m_annotation->highlight);
    m_committed.clear();
    m_editor->setQuestion(m_annotation->note.question);
    m_editor->setNote({});
    editedElsewhere();
    for (QTextEdit *field :
         {static_cast<QTextEdit *>(m_editor), static_cast<QTextEdit *>(m_comment)}) {
        field->document()->clearUndoRedoStacks(); // nothing of another note's
        field->moveCursor(QTextCursor::End);
    }
    m_editButton->setText(tr("Done"));
    focusEditor();
    emit editingChanged();
}

void NoteReader::editedElsewhere()
{
    if (!isEditing())
        return;
    if (m_annotation->isNote()) {
        const QString text = m_desk.notes.text(m_annotation->note).valueOr(m_committed);
        if (text == m_editor->toPlainText())
            return;
        m_editor->setNote(text);
        m_committed = text;
        return;
    }
    const auto now = m_desk.highlights.highlight(m_annotation->uid).valueOr(std::nullopt);
    if (!now || now->comment == m_comment->toPlainText())
        return;
    const QSignalBlocker blocker(m_comment);
    m_comment->setPlainText(now->comment);
    m_before = *now;
}

void NoteReader::commentTyped()
{
    const auto now = m_desk.highlights.highlight(m_annotation->uid).valueOr(std::nullopt);
    if (isEditing() && now)
        m_desk.highlights.editComment(*now, m_comment->toPlainText());
}

void NoteReader::commit()
{
    if (!isEditing())
        return;
    m_desk.collection.writes().submitRested();
    if (!m_annotation->isNote()) {
        const QString undone = m_comment->takeUndone();
        m_desk.commands.commentEdited(m_before);
        m_before =
            m_desk.highlights.highlight(m_annotation->uid).valueOr(std::nullopt).value_or(m_before);
        m_desk.commands.commentUndone(m_before, undone);
        return;
    }
    // From here on, steps undo what was typed; the editor doing so, too, would be a new step.
    const QString undone = m_editor->takeUndone();
    const QString before = std::exchange(m_committed, m_editor->toPlainText());
    if (before != m_committed)
        m_desk.commands.noteEdited(m_annotation->note, m_annotation->question.number, before);
    else
        m_desk.commands.noteUndone(m_annotation->note, m_annotation->question.number, undone);
}

void NoteReader::endEditing()
{
    if (!isEditing())
        return;
    commit();
    m_stack->setCurrentIndex(Reading);
    m_editButton->setText(tr("Edit"));
    emit editingChanged();
}

QList<QAction *> NoteReader::formatActions() const
{
    return m_editor->formatActions();
}

void NoteReader::focusEditor()
{
    QWidget *field = m_annotation->isNote() ? static_cast<QWidget *>(m_editor) : m_comment;
    field->setFocus(Qt::ShortcutFocusReason);
}

bool NoteReader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_comment && event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            commit();
    }
    return QWidget::eventFilter(watched, event);
}
