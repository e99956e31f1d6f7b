// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

// Follows fenced code through a Markdown text, line by line: which fence is open, and, in Python,
// which string of several lines. Fences may stand in lists and quotes; one that is not closed goes
// on to the end.
class CodeFence final
{
public:
    enum class Line {
        Text,
        Mark, // opens or closes a fence
        Code,
    };

    // Takes the next line and says what it is.
    Line read(QStringView line);

    bool isOpen() const { return m_length > 0; }

    bool isPython() const { return m_python; }

    bool isQuoted() const { return m_quoted; }

    // The columns before the fence's mark, which its code is indented by.
    int indent() const { return m_indent; }

    // The quotes of the Python string that goes on in the next line; empty if none does.
    QStringView openString() const;

    // All of it as a number for QTextBlock::userState(), -1 outside of a fence.
    int state() const;
    static CodeFence fromState(int state);

private:
    bool m_tilde = false;
    bool m_quoted = false; // in a quote, whose end is its end
    bool m_python = false;
    int m_length = 0; // of the mark; 0 outside of a fence
    int m_indent = 0;
    int m_string = 0; // 0 none, 1 in ''', 2 in """
};
