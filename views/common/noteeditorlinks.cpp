// SPDX-License-Identifier: GPL-3.0-or-later
// Links to questions in the notes editor: found at a place, offered while they are typed.

#include "model/collection/collection.h"
#include "views/common/desk.h"
#include "views/common/linkpopup.h"
#include "views/common/noteeditor.h"

#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTyped = 60; // more is no link

} // namespace

// The question that a link at this place leads to.
std::optional<LinkTargets::Target> NoteEditor::linkAt(int position) const
{
    const QList<NoteLink> links = noteLinks(toPlainText());
    for (const NoteLink &link : links) {
        if (position <= link.start || position >= link.start + link.length)
            continue;
        const auto targets = LinkTargets::read(m_desk.collection.database(), m_question);
        const auto *target = targets.ok() ? targets.value().find(link.key) : nullptr;
        return target ? std::optional(*target) : std::nullopt;
    }
    return std::nullopt;
}

// "[[" and what follows up to the cursor, selected; nothing where no link is being typed.
QTextCursor NoteEditor::linkBeingTyped() const
{
    QTextCursor cursor = textCursor();
    const QTextBlock block = cursor.block();
    const QString before = block.text().left(cursor.positionInBlock());
    const qsizetype start = before.lastIndexOf(u"[["_s);
    const bool fenced = block.userState() >= 0 || block.previous().userState() >= 0;
    if (start < 0 || cursor.hasSelection() || fenced || before.size() - start > longestTyped ||
        before.indexOf(u']', start) >= 0 || before.left(start).count(u'`') % 2 != 0) {
        cursor.clearSelection();
        return cursor;
    }
    cursor.setPosition(block.position() + int(start), QTextCursor::KeepAnchor);
    return cursor;
}

void NoteEditor::offerLinks()
{
    const QTextCursor typed = linkBeingTyped();
    if (!typed.hasSelection()) {
        m_linksDismissed = false;
        hideLinks();
        return;
    }
    if (m_linksDismissed)
        return;
    if (!m_links) {
        m_links = new LinkPopup(*this);
        connect(m_links, &LinkPopup::chosen, this, &NoteEditor::insertLink);
        connect(m_links, &LinkPopup::dismissed, this, [this] { m_linksDismissed = true; });
    }
    if (!m_links->isVisible()) {
        const auto targets = LinkTargets::read(m_desk.collection.database(), m_question);
        if (!targets.ok())
            return; // the pages say what is wrong with the file
        m_targets = targets.value();
    }
    m_links->offer(m_targets, typed.selectedText().sliced(2));
}

void NoteEditor::hideLinks()
{
    if (m_links)
        m_links->hide();
}

void NoteEditor::insertLink(const QString &key)
{
    QTextCursor link = linkBeingTyped();
    if (!link.hasSelection())
        return;
    const int start = link.selectionStart();
    int end = link.selectionEnd();
    if (QStringView(link.block().text()).sliced(end - link.block().position()).startsWith(u"]]"))
        end += 2;
    link.setPosition(start);
    link.setPosition(end, QTextCursor::KeepAnchor);
    link.insertText(u"[[%1]]"_s.arg(key));
    show(link);
}
