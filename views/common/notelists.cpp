// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/notelists.h"

#include "views/common/codefence.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int codeStep = 4;
constexpr int textStep = 2;

// The beginning of a line in a list or quote: "> 12. [ ] ".
struct Item
{
    QString quote; // "> "
    int indent = 0;
    QString sign; // "-", "12."; empty in a quote without a list
    QString gap;
    QString box; // "[ ] "

    bool isList() const { return !sign.isEmpty(); }

    bool isNumbered() const { return sign.size() > 1; }

    int number() const { return sign.chopped(1).toInt(); }

    QString signFor(int newNumber) const { return QString::number(newNumber) + sign.back(); }

    qsizetype signStart() const { return quote.size() + indent; }

    qsizetype textStart() const { return signStart() + sign.size() + gap.size() + box.size(); }

    // Where an item must be indented to in order to belong to this one.
    int childIndent() const { return indent + int(sign.size()) + 1; }
};

std::optional<Item> itemOf(const QString &line)
{
    static const QRegularExpression form(
        u"^((?: {0,3}> ?)*)(?:([ \\t]*)([-*+]|\\d{1,9}[.)])([ \\t]+)(\\[[ xX]\\](?:[ \\t]+|$))?)?"_s);
    static const QRegularExpression rule(u"^[ \\t]*([-*_])(?:[ \\t]*\\1){2,}[ \\t]*$"_s);
    if (rule.match(line).hasMatch())
        return std::nullopt;
    const auto match = form.match(line);
    if (match.capturedLength() == 0)
        return std::nullopt;
    return Item{match.captured(1), int(match.capturedLength(2)), match.captured(3),
                match.captured(4), match.captured(5)};
}

std::optional<Item> listItemOf(const QTextBlock &block)
{
    auto item = itemOf(block.text());
    return item && item->isList() ? item : std::nullopt;
}

CodeFence fenceBefore(const QTextBlock &block)
{
    return CodeFence::fromState(block.previous().userState());
}

CodeFence fenceAfter(const QTextBlock &block)
{
    return CodeFence::fromState(block.userState());
}

bool isCode(const QTextBlock &block)
{
    return fenceBefore(block).isOpen() && fenceAfter(block).isOpen();
}

void replaceIn(const QTextBlock &block, qsizetype start, qsizetype length, const QString &text)
{
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + int(start));
    cursor.setPosition(block.position() + int(start + length), QTextCursor::KeepAnchor);
    cursor.insertText(text);
}

void removeFrom(const QTextBlock &block, qsizetype start)
{
    replaceIn(block, start, block.text().size() - start, {});
}

// Spaces that a line begins with, after its quote signs.
int indentOf(const QString &line, qsizetype from)
{
    qsizetype end = from;
    while (end < line.size() && line.at(end).isSpace())
        ++end;
    return int(end - from);
}

// The number an item gets from the one before it on its level; 1 if it is the first there.
int numberFor(const QTextBlock &block, const Item &item)
{
    for (QTextBlock above = block.previous(); above.isValid(); above = above.previous()) {
        const auto other = listItemOf(above);
        if (!other) {
            if (above.text().trimmed().isEmpty() || indentOf(above.text(), 0) > item.indent)
                continue;
            return 1;
        }
        if (other->indent > item.indent)
            continue;
        const bool sibling = other->indent == item.indent && other->isNumbered();
        return sibling ? other->number() + 1 : 1;
    }
    return 1;
}

// Counts the items from here to the end of their list.
void renumber(const QTextBlock &from)
{
    for (QTextBlock block = from; block.isValid(); block = block.next()) {
        const auto item = listItemOf(block);
        if (!item) {
            const QString text = block.text();
            if (text.trimmed().isEmpty() || indentOf(text, 0) > 0)
                continue;
            return;
        }
        if (!item->isNumbered())
            continue;
        if (const int number = numberFor(block, *item); number != item->number())
            replaceIn(block, item->signStart(), item->sign.size(), item->signFor(number));
    }
}

// What a line below begins with, to be in the same fence: of an opening line, its marks made space.
QString codeIndent(const QTextBlock &block, const QString &head)
{
    static const QRegularExpression spaces(u"^[ \\t]*"_s);
    static const QRegularExpression quoted(u"^[ \\t]*(?:>[ \\t]?)*[ \\t]*"_s);
    static const QRegularExpression sign(u"[^>\\s]"_s);
    if (!fenceBefore(block).isOpen())
        return head.left(fenceAfter(block).indent()).replace(sign, u" "_s);
    return (fenceAfter(block).isQuoted() ? quoted : spaces).match(head).captured();
}

void breakLine(QTextCursor &cursor, const QString &prefix)
{
    cursor.insertBlock();
    cursor.insertText(prefix);
}

} // namespace

bool continueLine(QTextCursor &cursor)
{
    const QTextBlock block = cursor.document()->findBlock(cursor.selectionStart());
    const QString head = block.text().left(cursor.selectionStart() - block.position());
    if (fenceAfter(block).isOpen()) {
        const QString prefix = codeIndent(block, head);
        if (prefix.isEmpty())
            return false;
        cursor.beginEditBlock();
        breakLine(cursor, prefix);
        cursor.endEditBlock();
        return true;
    }
    const auto item = itemOf(block.text());
    if (fenceBefore(block).isOpen() || !item || head.size() < item->textStart())
        return false;
    cursor.beginEditBlock();
    if (!cursor.hasSelection() && block.text().sliced(item->textStart()).trimmed().isEmpty()) {
        if (!item->isList() || item->indent == 0 || !indentLines(cursor, false))
            removeFrom(block, item->isList() ? item->quote.size() : 0);
    } else {
        const QString sign = item->isNumbered() ? item->signFor(item->number() + 1) : item->sign;
        const QString box = item->box.isEmpty() ? QString() : u"[ ] "_s;
        breakLine(cursor, item->quote + QString(item->indent, u' ') + sign + item->gap + box);
        if (item->isNumbered())
            renumber(cursor.block().next());
    }
    cursor.endEditBlock();
    return true;
}

void closeFence(QTextCursor &cursor)
{
    const QTextBlock block = cursor.block();
    const QString line = block.text();
    const QString mark = line.trimmed();
    const CodeFence fence = fenceBefore(block);
    CodeFence asTyped = fence;
    CodeFence outdented = fence;
    if (!fence.isOpen() || asTyped.read(line) != CodeFence::Line::Code ||
        outdented.read(QString(fence.indent(), u' ') + mark) != CodeFence::Line::Mark)
        return;
    cursor.joinPreviousEditBlock();
    replaceIn(block, 0, line.size() - mark.size(), QString(fence.indent(), u' '));
    cursor.endEditBlock();
}

bool removeItemMark(QTextCursor &cursor)
{
    const QTextBlock block = cursor.block();
    const auto item = itemOf(block.text());
    if (cursor.hasSelection() || fenceBefore(block).isOpen() || !item ||
        cursor.positionInBlock() != item->textStart())
        return false;
    if (item->isList() && item->indent > 0 && indentLines(cursor, false))
        return true;
    const qsizetype start = item->isList() ? item->quote.size() : 0;
    cursor.beginEditBlock();
    replaceIn(block, start, item->textStart() - start, {});
    cursor.endEditBlock();
    return true;
}

namespace {

// The lines of a selection; one that it merely touches at its end is none.
std::pair<QTextBlock, QTextBlock> linesOf(const QTextCursor &cursor)
{
    const QTextDocument *document = cursor.document();
    const QTextBlock first = document->findBlock(cursor.selectionStart());
    QTextBlock last = document->findBlock(cursor.selectionEnd());
    if (last != first && last.position() == cursor.selectionEnd())
        last = last.previous();
    return {first, last};
}

void shift(const QTextBlock &first, const QTextBlock &last, int columns)
{
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        const auto item = itemOf(block.text());
        const qsizetype start = item ? item->quote.size() : 0;
        if (columns > 0 && !block.text().trimmed().isEmpty())
            replaceIn(block, start, 0, QString(columns, u' '));
        else if (columns < 0)
            replaceIn(block, start, qMin(-columns, indentOf(block.text(), start)), {});
        if (block == last)
            return;
    }
}

void indentCode(QTextCursor &cursor, const QTextBlock &first, const QTextBlock &last, bool deeper)
{
    cursor.beginEditBlock();
    if (deeper && !cursor.hasSelection()) {
        const int column = qMax(0, cursor.positionInBlock() - fenceAfter(first).indent());
        cursor.insertText(QString(codeStep - column % codeStep, u' '));
    } else {
        shift(first, last, deeper ? codeStep : -codeStep);
    }
    cursor.endEditBlock();
}

// How far an item goes in: to be a child of the one above. Without one, as far as it stays an item.
int indentBelow(const QTextBlock &block, const Item &item)
{
    for (QTextBlock above = block.previous(); above.isValid(); above = above.previous()) {
        const auto other = listItemOf(above);
        if (other && other->indent <= item.indent)
            return other->childIndent();
        if (!other && !above.text().trimmed().isEmpty() && indentOf(above.text(), 0) == 0)
            break;
    }
    return textStep;
}

// How far it comes out: to the level of what it is a child of.
int indentAbove(const QTextBlock &block, const Item &item)
{
    for (QTextBlock above = block.previous(); above.isValid(); above = above.previous()) {
        const auto other = listItemOf(above);
        if (other && other->indent < item.indent)
            return other->indent;
        if (!other && !above.text().trimmed().isEmpty() && indentOf(above.text(), 0) == 0)
            break;
    }
    return 0;
}

} // namespace

bool indentLines(QTextCursor &cursor, bool deeper)
{
    auto [first, last] = linesOf(cursor);
    if (isCode(first)) {
        indentCode(cursor, first, last, deeper);
        return true;
    }
    const auto item = fenceBefore(first).isOpen() ? std::nullopt : listItemOf(first);
    if (!item && first == last)
        return false;
    int columns = deeper ? textStep : -textStep;
    if (item) {
        if (!deeper && item->indent == 0 && first == last)
            return false;
        const int target = deeper ? indentBelow(first, *item) : indentAbove(first, *item);
        columns = target - item->indent;
        if (deeper ? columns <= 0 : columns >= 0)
            return true; // as far as it can
        while (last.next().isValid() && !last.next().text().trimmed().isEmpty() &&
               indentOf(last.next().text(), item->quote.size()) > item->indent)
            last = last.next();
    }
    const bool fromStart = cursor.hasSelection() && cursor.selectionStart() == first.position();
    cursor.beginEditBlock();
    shift(first, last, columns);
    if (item)
        renumber(first);
    cursor.endEditBlock();
    if (fromStart) { // whole lines stay selected, for more of the same
        const int end = cursor.selectionEnd();
        cursor.setPosition(first.position());
        cursor.setPosition(end, QTextCursor::KeepAnchor);
    }
    return true;
}
