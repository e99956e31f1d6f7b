// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTextCursor;

// Marks put around the selection, or around the word at the cursor, or, where there is none, around
// the cursor; or taken away where they are already. Each is one undo step. In fenced code, where
// marks mean nothing, nothing happens. The note's NoteHighlighter must be at work.

void toggleStrong(QTextCursor &cursor);
void toggleEmphasis(QTextCursor &cursor);

// Several lines become a fence.
void toggleCode(QTextCursor &cursor);

// The link leads to `address`; the cursor ends where something is left to write.
void toggleLink(QTextCursor &cursor, const QString &address);
