// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/plainedit.h"

class PythonHighlighter;

// A field for Markdown, with its marks faint and its code in colours.
class NoteEditor final : public PlainEdit
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
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Highlighter;
    Highlighter *m_marks;
};
