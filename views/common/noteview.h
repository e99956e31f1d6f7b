// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionfilter.h"
#include "views/common/markdownview.h"

struct Desk;

// A note to read, whose links to questions have their titles.
class NoteView final : public MarkdownView
{
    Q_OBJECT

public:
    // All of `desk` must outlive the view.
    explicit NoteView(const Desk &desk, QWidget *parent = nullptr);

    // `question` is the one that the note is on, in whose deck links lead first; 0 for a free note.
    void setNote(QuestionId question, const QString &text);

signals:
    void questionRequested(QuestionId question);   // that the note links to
    void addressRequested(const QString &address); // likewise, outside of the program

private:
    void follow(const QString &target);

    const Desk &m_desk;
    QuestionId m_question = 0;
};
