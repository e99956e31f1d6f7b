// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/notehighlighter.h"

#include "model/annotations/spellchecker.h"
#include "views/common/codefence.h"
#include "views/common/pythonhighlighter.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QRegularExpression>
#include <QTextEdit>

using namespace Qt::StringLiterals;

NoteHighlighter::NoteHighlighter(const QTextEdit &editor, PythonHighlighter &python,
                                 const SpellChecker &spelling)
    : QSyntaxHighlighter(editor.document())
    , m_editor(editor)
    , m_python(python)
    , m_spelling(spelling)
{
}

void NoteHighlighter::judgeTyped()
{
    if (!m_unjudged.isValid() || isTyping(m_unjudged, m_unjudgedEnd))
        return;
    rehighlightBlock(std::exchange(m_unjudged, QTextBlock()));
}

bool NoteHighlighter::isTyping(const QTextBlock &block, qsizetype end) const
{
    return m_editor.hasFocus() && block.position() + end == m_editor.textCursor().position();
}

void NoteHighlighter::highlightBlock(const QString &line)
{
    CodeFence fence = CodeFence::fromState(previousBlockState());
    const CodeFence before = fence;
    switch (fence.read(line)) {
    case CodeFence::Line::Mark: setFormat(0, int(line.size()), code(tokens().faint)); break;
    case CodeFence::Line::Code:
        setFormat(0, int(line.size()), code(tokens().text));
        if (fence.isPython())
            highlightCode(line, before.openString());
        break;
    case CodeFence::Line::Text:
        highlightMarkdown(line);
        highlightSpelling(line);
        break;
    }
    setCurrentBlockState(fence.state());
}

const Tokens &NoteHighlighter::tokens() const
{
    return tokensOf(m_editor.palette());
}

QTextCharFormat NoteHighlighter::code(const QColor &color) const
{
    QTextCharFormat format;
    format.setFont(textFont(TextStyle::Code));
    format.setForeground(color);
    return format;
}

QTextCharFormat NoteHighlighter::code(CodeKind kind) const
{
    QTextCharFormat format = code(tokens().text);
    switch (kind) {
    case CodeKind::Keyword: format.setForeground(tokens().codeKeyword); break;
    case CodeKind::String: format.setForeground(tokens().codeString); break;
    case CodeKind::Comment: format.setForeground(tokens().codeComment); break;
    case CodeKind::Call: break;
    }
    format.setFontItalic(kind == CodeKind::Comment);
    if (kind == CodeKind::Keyword || kind == CodeKind::Call)
        format.setFontWeight(QFont::Medium);
    return format;
}

void NoteHighlighter::highlightCode(const QString &line, QStringView openString)
{
    // The lexer sees a line alone, so a string from above is opened for it anew.
    const QString before = openString.isEmpty() ? QString() : openString.toString() + u'\n';
    const QList<CodeSpan> spans = m_python.spans(before + line);
    for (const CodeSpan &span : spans) {
        const int start = span.start - int(before.size());
        const int end = start + span.length;
        if (end > 0)
            setFormat(qMax(0, start), end - qMax(0, start), code(span.kind));
    }
}

void NoteHighlighter::highlightMarkdown(const QString &line)
{
    static const QRegularExpression heading(u"^#{1,6} "_s);
    static const QRegularExpression listSign(
        u"^\\s*(?:>\\s?)*\\s*([-*+]|\\d+[.)])( +\\[[ xX]\\](?= ))? |^\\s*(?:>\\s?)+"_s);
    static const QRegularExpression strong(u"(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1"_s);
    static const QRegularExpression emphasis(
        u"(?<![*\\w])([*_])(?=[^\\s*_])(.+?)(?<=[^\\s*_])\\1(?![*\\w])"_s);
    static const QRegularExpression link(u"(\\[\\[)([^\\[\\]]+)\\]\\](?!\\()"_s);
    static const QRegularExpression inlineCode(u"(`+)(?!`)(.+?)(?<!`)\\1(?!`)"_s);

    QTextCharFormat mark;
    mark.setForeground(tokens().faint);
    QTextCharFormat bold;
    bold.setFontWeight(QFont::DemiBold);
    QTextCharFormat italic;
    italic.setFontItalic(true);
    QTextCharFormat target;
    target.setForeground(tokens().accent);
    if (const auto match = heading.match(line); match.hasMatch()) {
        setFormat(0, int(line.size()), bold);
        setFormat(0, int(match.capturedLength()), mark);
    }
    if (const auto match = listSign.match(line); match.hasMatch())
        setFormat(0, int(match.capturedLength()), mark);
    highlightPairs(line, emphasis, italic, mark);
    highlightPairs(line, strong, bold, mark);
    highlightPairs(line, link, target, mark);
    highlightPairs(line, inlineCode, code(tokens().text), code(tokens().faint));
}

// The inner part of each match in `inner`, its marks on both sides in `mark`.
void NoteHighlighter::highlightPairs(const QString &line, const QRegularExpression &form,
                                     const QTextCharFormat &inner, const QTextCharFormat &mark)
{
    for (auto matches = form.globalMatch(line); matches.hasNext();) {
        const auto match = matches.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()), mark);
        setFormat(int(match.capturedStart(2)), int(match.capturedLength(2)), inner);
    }
}

void NoteHighlighter::highlightSpelling(const QString &line)
{
    if (!m_spelling.isReady() || !m_spelling.isOn())
        return;
    const QList<TextRange> words = wordsToCheck(line);
    for (const TextRange &word : words) {
        const qsizetype end = word.start + word.length;
        if (m_spelling.isCorrect(line.sliced(word.start, word.length)))
            continue;
        if (isTyping(currentBlock(), end)) {
            m_unjudged = currentBlock();
            m_unjudgedEnd = end;
            continue;
        }
        for (qsizetype i = word.start; i < end; ++i) { // bold or not
            QTextCharFormat wrong = format(int(i));
            wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            wrong.setUnderlineColor(tokens().miss);
            setFormat(int(i), 1, wrong);
        }
    }
}
