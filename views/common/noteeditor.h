// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/notelinks.h"
#include "views/common/plainedit.h"

#include <QPointer>

#include <optional>

class FindBar;
class LinkPopup;
class NoteHighlighter;
struct Desk;

// A field for Markdown, with its marks faint and its code in colours. Lists go on by themselves,
// [[ offers questions to link to, wrong words are underlined, and F3 finds.
class NoteEditor final : public PlainEdit
{
    Q_OBJECT

public:
    // `desk` must outlive the editor.
    explicit NoteEditor(const Desk &desk, QWidget *parent = nullptr);
    ~NoteEditor() override;

    // Replaces everything, undo steps included, unless the text is the same.
    void setNote(const QString &text);
    // The question that the note is on, in whose deck links lead first; 0 for a free note.
    void setQuestion(QuestionId question);

    // Bold and the like, for lists of shortcuts and menus. They work while the editor has the
    // focus, whatever its page does with the same keys.
    QList<QAction *> formatActions() const { return m_formats; }

    // Opens the bar that finds.
    void find();

signals:
    void edited(const QString &text);            // by a person
    void left();                                 // the focus went elsewhere
    void questionRequested(QuestionId question); // a link was followed

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    template <typename Toggle>
    void addFormat(const QString &text, const QKeySequence &key, Toggle toggle);
    bool takesKey(const QKeyEvent &event);
    bool handleKey(QKeyEvent &event);
    bool handleLineKey(const QKeyEvent &event);
    bool indent(bool deeper);
    void show(const QTextCursor &cursor);
    void showMenu(const QTextCursor &at, QPoint place);
    FindBar &findBar();
    void placeFindBar();
    std::optional<LinkTargets::Target> linkAt(int position) const;
    QTextCursor linkBeingTyped() const;
    void offerLinks();
    void hideLinks();
    void insertLink(const QString &key);

    const Desk &m_desk;
    NoteHighlighter *m_marks;
    QString m_text; // as last told or set
    QuestionId m_question = 0;
    QList<QAction *> m_formats;
    FindBar *m_find = nullptr;   // made on first use
    QPointer<LinkPopup> m_links; // likewise; the window owns it
    LinkTargets m_targets;       // while the popup is shown
    bool m_linksDismissed = false;
};
