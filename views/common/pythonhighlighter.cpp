// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/pythonhighlighter.h"

#include <QByteArray>

#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>

#include <optional>

namespace {

std::optional<CodeKind> kindOf(long style, bool beforeBracket)
{
    switch (style) {
    case QsciLexerPython::Keyword:
    case QsciLexerPython::HighlightedIdentifier:
    case QsciLexerPython::Decorator: return CodeKind::Keyword;
    case QsciLexerPython::Number:
    case QsciLexerPython::DoubleQuotedString:
    case QsciLexerPython::SingleQuotedString:
    case QsciLexerPython::TripleSingleQuotedString:
    case QsciLexerPython::TripleDoubleQuotedString:
    case QsciLexerPython::UnclosedString:
    case QsciLexerPython::DoubleQuotedFString:
    case QsciLexerPython::SingleQuotedFString:
    case QsciLexerPython::TripleSingleQuotedFString:
    case QsciLexerPython::TripleDoubleQuotedFString: return CodeKind::String;
    case QsciLexerPython::Comment:
    case QsciLexerPython::CommentBlock: return CodeKind::Comment;
    case QsciLexerPython::Identifier:
    case QsciLexerPython::ClassName:
    case QsciLexerPython::FunctionMethodName:
        return beforeBracket ? std::optional(CodeKind::Call) : std::nullopt;
    default: return std::nullopt;
    }
}

} // namespace

PythonHighlighter::PythonHighlighter() = default;
PythonHighlighter::~PythonHighlighter() = default;

QList<CodeSpan> PythonHighlighter::spans(const QString &code)
{
    if (!m_editor) {
        m_editor = std::make_unique<QsciScintilla>();
        m_editor->setUtf8(true);
        m_editor->setLexer(new QsciLexerPython(m_editor.get()));
    }
    m_editor->setText(code);
    m_editor->SendScintilla(QsciScintillaBase::SCI_COLOURISE, 0L, -1L);
    const auto styleAt = [this](qsizetype byte) {
        return m_editor->SendScintilla(QsciScintillaBase::SCI_GETSTYLEAT, ulong(byte));
    };

    const QByteArray utf8 = code.toUtf8();
    QList<CodeSpan> spans;
    int position = 0; // in UTF-16 units
    for (qsizetype byte = 0; byte < utf8.size();) {
        const long style = styleAt(byte);
        qsizetype end = byte + 1;
        while (end < utf8.size() && styleAt(end) == style)
            ++end;
        const int length = int(QString::fromUtf8(utf8.sliced(byte, end - byte)).size());
        const bool beforeBracket = end < utf8.size() && utf8.at(end) == '(';
        if (const auto kind = kindOf(style, beforeBracket))
            spans.append({position, length, *kind});
        position += length;
        byte = end;
    }
    return spans;
}
