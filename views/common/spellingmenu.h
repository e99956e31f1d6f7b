// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QTextCursor;
class SpellChecker;

// Adds to the menu of a note's editor: above what is there, help with the word at `at`; below, the
// switch for checking. The editor and `spelling` must outlive the menu.
void addSpelling(QMenu &menu, SpellChecker &spelling, const QTextCursor &at);
