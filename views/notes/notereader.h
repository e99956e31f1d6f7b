// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/annotationstore.h"

#include <QWidget>

class Chip;
class HighlightList;
class NoteEditor;
class NoteView;
class QAction;
class PlainEdit;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class TierBadge;
struct Desk;

// The right of Notes: a note or a highlight to read, with what else there is on its question, and
// to edit in place. What is typed is saved as it is typed, and an edit is one undo step.
class NoteReader final : public QWidget
{
    Q_OBJECT

public:
    // `desk` and `store` must outlive the reader.
    NoteReader(const Desk &desk, const AnnotationStore &store, QWidget *parent = nullptr);

    // Shows an annotation, or nothing for null; `search` is what was searched for, to mark. Ends
    // an edit.
    void showAnnotation(const Annotation *annotation, const QString &search);

    // Opens what is shown for typing: a note's text, or a highlight's comment.
    void edit();
    // Opens an empty note.
    void editNew(const NoteId &note);
    bool isEditing() const;
    // What is shown or edited; empty for nothing.
    QString key() const;

    // Takes what was typed as one undo step; typing may go on.
    void commit();
    void endEditing();
    void focusEditor();

    // What the editor of notes can do to the selected words, for the list of shortcuts.
    QList<QAction *> formatActions() const;

signals:
    void editingChanged();
    void linkActivated(const QString &target);
    void questionRequested(QuestionId question); // that a note links to

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildBar();
    QWidget *buildReading();
    QWidget *buildWriting();
    void showHead();
    void showNote(const QString &text);
    void showHighlights();
    void startEditing();
    void editedElsewhere();
    void commentTyped();

    const Desk &m_desk;
    const AnnotationStore &m_store;
    std::optional<Annotation> m_annotation;
    QString m_search;
    QString m_committed; // a note's text at the last undo step
    Highlight m_before;  // the highlight then

    QLabel *m_words;
    QPushButton *m_editButton;
    QStackedWidget *m_stack;
    QWidget *m_reading;
    QHBoxLayout *m_badges;
    TierBadge *m_tier;
    Chip *m_topic = nullptr;
    QLabel *m_title;
    QLabel *m_when;
    HighlightList *m_own;
    QLabel *m_noteHeading;
    NoteView *m_text;
    QLabel *m_highlightsHeading;
    HighlightList *m_highlights;
    QLabel *m_writingTitle;
    HighlightList *m_quote;
    NoteEditor *m_editor;
    PlainEdit *m_comment;
};
