// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>
#include <QTextBlock>

class PythonHighlighter;
class QTextEdit;
class SpellChecker;
struct Tokens;
enum class CodeKind;

// Gives a note's Markdown its look while it is written: marks faint, code in colours, wrong words
// underlined. A block's user state is that of the CodeFence after it.
class NoteHighlighter final : public QSyntaxHighlighter
{
public:
    // Belongs to the editor's document. The others must outlive it.
    NoteHighlighter(const QTextEdit &editor, PythonHighlighter &python,
                    const SpellChecker &spelling);

    // A word at whose end the cursor is may still be typed, so it is not judged. To be called when
    // the cursor or the focus went elsewhere.
    void judgeTyped();

protected:
    void highlightBlock(const QString &line) override;

private:
    const Tokens &tokens() const;
    QTextCharFormat code(CodeKind kind) const;
    QTextCharFormat code(const QColor &color) const;
    void highlightCode(const QString &line, QStringView openString);
    void highlightMarkdown(const QString &line);
    void highlightPairs(const QString &line, const QRegularExpression &form,
                        const QTextCharFormat &inner, const QTextCharFormat &mark);
    void highlightSpelling(const QString &line);

    bool isTyping(const QTextBlock &block, qsizetype end) const;

    const QTextEdit &m_editor;
    PythonHighlighter &m_python;
    const SpellChecker &m_spelling;
    QTextBlock m_unjudged; // has a word that was being typed
    qsizetype m_unjudgedEnd = 0;
};
