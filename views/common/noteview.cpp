// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/noteview.h"

#include "model/annotations/notelinks.h"
#include "model/collection/collection.h"
#include "views/common/desk.h"

NoteView::NoteView(const Desk &desk, QWidget *parent)
    : MarkdownView(desk.highlighter, parent)
    , m_desk(desk)
{
    connect(this, &MarkdownView::linkActivated, this, &NoteView::follow);
}

void NoteView::setNote(QuestionId question, const QString &text)
{
    m_question = question;
    const auto targets = LinkTargets::read(m_desk.collection.database(), question);
    setText(targets.ok() ? targets.value().withTitles(text) : text);
}

void NoteView::follow(const QString &target)
{
    const auto targets = LinkTargets::read(m_desk.collection.database(), m_question);
    if (const QuestionId question = targets.ok() ? targets.value().questionOf(target) : 0)
        emit questionRequested(question);
    else if (target.contains(u':'))
        emit addressRequested(target);
}
