// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/noteformats.h"

#include "views/common/codefence.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

// A stretch of one line, by places in the document.
struct Stretch
{
    int start = 0;
    int end = 0;
};

bool isFenced(const QTextBlock &block)
{
    return block.userState() >= 0 || block.previous().userState() >= 0;
}

QString textOf(const QTextDocument &document, const Stretch &stretch)
{
    const QTextBlock block = document.findBlock(stretch.start);
    return block.text().mid(stretch.start - block.position(), stretch.end - stretch.start);
}

void replace(QTextDocument &document, const Stretch &stretch, const QString &text)
{
    QTextCursor cursor(&document);
    cursor.setPosition(stretch.start);
    cursor.setPosition(stretch.end, QTextCursor::KeepAnchor);
    cursor.insertText(text);
}

void select(QTextCursor &cursor, const Stretch &stretch)
{
    cursor.setPosition(stretch.start);
    cursor.setPosition(stretch.end, QTextCursor::KeepAnchor);
}

bool isWordAt(const QString &line, qsizetype i, bool code)
{
    if (i < 0 || i >= line.size())
        return false;
    const QChar character = line.at(i);
    if (character == u'.' || character == u'-' || character == u'\'' || character == u'’')
        return (code ? character == u'.' : character != u'.') && i > 0 && i + 1 < line.size() &&
               line.at(i - 1).isLetterOrNumber() && line.at(i + 1).isLetterOrNumber();
    return character.isLetterOrNumber() || character.isMark() || character == u'_';
}

Stretch wordAt(const QTextCursor &cursor, bool code = false)
{
    const QString line = cursor.block().text();
    qsizetype start = cursor.positionInBlock();
    qsizetype end = start;
    while (isWordAt(line, start - 1, code))
        --start;
    while (isWordAt(line, end, code))
        ++end;
    return {cursor.block().position() + int(start), cursor.block().position() + int(end)};
}

// The parts of the selection, a line each, without marks of lists and space around.
QList<Stretch> selectedLines(const QTextCursor &cursor)
{
    static const QRegularExpression before(
        u"^\\s*(?:>\\s*)*(?:(?:[-*+]|\\d+[.)]|#{1,6})\\s+(?:\\[[ xX]\\]\\s+)?)?\\s*"_s);
    QList<Stretch> lines;
    const QTextDocument *document = cursor.document();
    for (QTextBlock block = document->findBlock(cursor.selectionStart());
         block.isValid() && block.position() < cursor.selectionEnd(); block = block.next()) {
        const QString text = block.text();
        qsizetype start = qMax(cursor.selectionStart() - block.position(),
                               int(before.match(text).capturedLength()));
        qsizetype end = qMin(cursor.selectionEnd() - block.position(), int(text.size()));
        while (start < end && text.at(start).isSpace())
            ++start;
        while (end > start && text.at(end - 1).isSpace())
            --end;
        if (start < end && !isFenced(block))
            lines.append({block.position() + int(start), block.position() + int(end)});
    }
    return lines;
}

// How many of the mark's characters stand directly on both sides.
int marksAround(const QTextDocument &document, const Stretch &stretch, QChar sign)
{
    int count = 0;
    while (document.characterAt(stretch.start - 1 - count) == sign &&
           document.characterAt(stretch.end + count) == sign)
        ++count;
    return count;
}

bool isMarked(const QTextDocument &document, const Stretch &stretch, const QString &mark)
{
    const int count = marksAround(document, stretch, mark.front());
    if (mark.front() == u'*') // three are both
        return mark.size() == 2 ? count >= 2 : count % 2 == 1;
    return count >= mark.size();
}

// Without marks that were selected along with the text.
Stretch inner(const QTextDocument &document, Stretch stretch, QChar sign)
{
    while (stretch.start < stretch.end && document.characterAt(stretch.start) == sign)
        ++stretch.start;
    while (stretch.start < stretch.end && document.characterAt(stretch.end - 1) == sign)
        --stretch.end;
    return stretch;
}

Stretch addMarks(QTextDocument &document, const Stretch &stretch, const QString &mark)
{
    const int length = int(mark.size());
    replace(document, {stretch.end, stretch.end}, mark);
    replace(document, {stretch.start, stretch.start}, mark);
    return {stretch.start + length, stretch.end + length};
}

Stretch removeMarks(QTextDocument &document, const Stretch &stretch, const QString &mark)
{
    const int length = int(mark.size());
    replace(document, {stretch.end, stretch.end + length}, {});
    replace(document, {stretch.start - length, stretch.start}, {});
    return {stretch.start - length, stretch.end - length};
}

// What a pair of marks around the cursor encloses; `form` has it as its last group.
std::optional<Stretch> enclosing(const QTextCursor &cursor, const QRegularExpression &form)
{
    const int position = cursor.block().position();
    for (auto matches = form.globalMatch(cursor.block().text()); matches.hasNext();) {
        const auto match = matches.next();
        if (match.capturedStart(1) <= cursor.positionInBlock() &&
            cursor.positionInBlock() <= match.capturedEnd(1))
            return Stretch{position + int(match.capturedStart(1)),
                           position + int(match.capturedEnd(1))};
    }
    return std::nullopt;
}

void toggleAtCursor(QTextCursor &cursor, const QString &mark, const QRegularExpression &form)
{
    QTextDocument &document = *cursor.document();
    if (isFenced(cursor.block()))
        return;
    const int position = cursor.position();
    const Stretch word = wordAt(cursor, mark == u"`");
    const auto around = enclosing(cursor, form);
    const Stretch stretch = around.value_or(word);
    const bool marked = around || isMarked(document, stretch, mark);
    const int moved = marked ? -int(mark.size()) : int(mark.size());
    if (marked)
        removeMarks(document, stretch, mark);
    else
        addMarks(document, stretch, mark);
    cursor.setPosition(position + moved);
}

void toggle(QTextCursor &cursor, const QString &mark, const QRegularExpression &form)
{
    if (!cursor.hasSelection()) {
        cursor.beginEditBlock();
        toggleAtCursor(cursor, mark, form);
        cursor.endEditBlock();
        return;
    }
    QTextDocument &document = *cursor.document();
    QList<Stretch> lines = selectedLines(cursor);
    if (lines.isEmpty())
        return;
    bool marked = true;
    for (Stretch &line : lines) {
        line = inner(document, line, mark.front());
        marked = marked && isMarked(document, line, mark);
    }
    cursor.beginEditBlock();
    Stretch changed;
    for (qsizetype i = lines.size() - 1; i >= 0; --i) { // from below, so that places above hold
        const Stretch &line = lines.at(i);
        const int before = document.characterCount();
        Stretch now = line;
        if (marked)
            now = removeMarks(document, line, mark);
        else if (!isMarked(document, line, mark))
            now = addMarks(document, line, mark);
        const int grown = document.characterCount() - before;
        changed = {now.start, i == lines.size() - 1 ? now.end : changed.end + grown};
    }
    cursor.endEditBlock();
    select(cursor, changed);
}

// Several lines of code, or of what was.
void toggleFence(QTextCursor &cursor)
{
    QTextDocument &document = *cursor.document();
    const QTextBlock first = document.findBlock(cursor.selectionStart());
    QTextBlock last = document.findBlock(cursor.selectionEnd());
    if (last.position() == cursor.selectionEnd())
        last = last.previous();
    const QTextBlock opening = first.previous();
    const QTextBlock closing = last.next();
    const bool fenced = opening.isValid() && opening.userState() >= 0 &&
                        opening.previous().userState() < 0 && closing.isValid() &&
                        closing.userState() < 0 && last.userState() >= 0;
    if (!fenced && isFenced(first))
        return;
    cursor.beginEditBlock();
    if (fenced) {
        const Stretch lines{first.position(), last.position() + last.length() - 1};
        const int cut = opening.length();
        replace(document, {lines.end, closing.position() + closing.length() - 1}, {});
        replace(document, {opening.position(), first.position()}, {});
        select(cursor, {lines.start - cut, lines.end - cut});
    } else {
        QString mark = u"```"_s;
        for (QTextBlock block = first; block != last.next(); block = block.next()) {
            while (block.text().contains(mark))
                mark += u'`';
        }
        const Stretch lines{first.position(), last.position() + last.length() - 1};
        replace(document, {lines.end, lines.end}, u'\n' + mark);
        replace(document, {lines.start, lines.start}, mark + u'\n');
        const int moved = int(mark.size()) + 1;
        select(cursor, {lines.start + moved, lines.end + moved});
    }
    cursor.endEditBlock();
}

} // namespace

void toggleStrong(QTextCursor &cursor)
{
    static const QRegularExpression form(u"\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*"_s);
    toggle(cursor, u"**"_s, form);
}

void toggleEmphasis(QTextCursor &cursor)
{
    static const QRegularExpression form(
        u"(?<![*\\w])\\*(?=[^\\s*])(.+?)(?<=[^\\s*])\\*(?![*\\w])"_s);
    toggle(cursor, u"*"_s, form);
}

void toggleCode(QTextCursor &cursor)
{
    static const QRegularExpression form(u"(?<!`)`(?!`)([^`]+)`(?!`)"_s);
    const QTextDocument *document = cursor.document();
    const QTextBlock first = document->findBlock(cursor.selectionStart());
    if (first.position() + first.length() < cursor.selectionEnd() ||
        (cursor.hasSelection() && isFenced(first)))
        toggleFence(cursor);
    else
        toggle(cursor, u"`"_s, form);
}

void toggleLink(QTextCursor &cursor, const QString &address)
{
    static const QRegularExpression form(
        u"\\[([^\\[\\]]*)\\]\\((?:<[^<>]*>|(?:[^()\\s]|\\([^()\\s]*\\))*)\\)"_s);
    static const QRegularExpression url(u"^https?://\\S+$"_s);
    QTextDocument &document = *cursor.document();
    const QTextBlock block = document.findBlock(cursor.selectionStart());
    const bool oneLine = cursor.selectionEnd() < block.position() + block.length();
    if (!oneLine || isFenced(block))
        return;
    const int offset = block.position();
    for (auto matches = form.globalMatch(block.text()); matches.hasNext();) {
        const auto match = matches.next();
        const Stretch link{offset + int(match.capturedStart()), offset + int(match.capturedEnd())};
        if (cursor.selectionStart() < link.start || cursor.selectionEnd() > link.end)
            continue;
        const int textLength = int(match.capturedLength(1));
        replace(document, link, match.captured(1));
        select(cursor, {link.start, link.start + textLength});
        return;
    }
    const QList<Stretch> selected = selectedLines(cursor);
    const Stretch stretch = !cursor.hasSelection() ? wordAt(cursor)
                            : selected.isEmpty()
                                ? Stretch{cursor.selectionStart(), cursor.selectionStart()}
                                : selected.constFirst();
    const QString text = textOf(document, stretch);
    const bool isAddress = url.match(text).hasMatch();
    QString target = isAddress ? text : address;
    if (target.contains(u'(') || target.contains(u')'))
        target = u'<' + target + u'>';
    const QString label = isAddress ? QString() : text;
    replace(document, stretch, u"[%1](%2)"_s.arg(label, target));
    const int labelEnd = stretch.start + 1 + int(label.size());
    const int end = labelEnd + 2 + int(target.size());
    cursor.setPosition(label.isEmpty() ? labelEnd : target.isEmpty() ? end : end + 1);
}
