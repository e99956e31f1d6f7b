// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

class PythonHighlighter;

// A field for Markdown as plain text, with its marks faint and its code in colours. Ctrl+Z undoes
// typing; once there is none left to undo, the key goes on to the window.
class NoteEditor final : public QTextEdit
{
    Q_OBJECT

public:
    // `highlighter` must outlive the editor.
    explicit NoteEditor(PythonHighlighter &highlighter, QWidget *parent = nullptr);

    // Replaces everything, undo steps included, unless the text is the same.
    void setNote(const QString &text);

signals:
    void edited(const QString &text); // by a person
    void left();                      // the focus went elsewhere

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    class Highlighter;
    Highlighter *m_marks;
};
