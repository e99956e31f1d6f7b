// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTextCursor;

// What keys do in the lists, quotes and code of a note. Each changes the text in one undo step, or
// answers false and leaves the key to its usual work. The note's NoteHighlighter must be at work.

// Enter: goes on with the list, quote or indentation; ends it after an empty item.
bool continueLine(QTextCursor &cursor);

// After a character was typed: takes the indentation from a mark that closes a fence, which would
// not close it otherwise.
void closeFence(QTextCursor &cursor);

// Backspace at the beginning of an item's text: one level out, or no item any more.
bool removeItemMark(QTextCursor &cursor);

// Tab and Shift+Tab in lists and code, and over several lines. An item takes what is below along.
bool indentLines(QTextCursor &cursor, bool deeper);
