// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <memory>

class QsciScintilla;

// What a stretch of code is, as far as its look goes.
enum class CodeKind { Keyword, String, Comment, Call };

struct CodeSpan
{
    int start = 0; // in UTF-16 units
    int length = 0;
    CodeKind kind = CodeKind::Keyword;
};

// Finds the stretches of Python code that look different from the rest, with QScintilla's lexer.
// The lexer is made on first use, so that a start without code does not pay for it.
class PythonHighlighter final
{
    Q_DISABLE_COPY_MOVE(PythonHighlighter)

public:
    PythonHighlighter();
    ~PythonHighlighter(); // while the application lives

    QList<CodeSpan> spans(const QString &code); // in order

private:
    std::unique_ptr<QsciScintilla> m_editor; // never shown; a lexer works only inside of one
};
