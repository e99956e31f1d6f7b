// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/codefence.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr int most = 31;      // what five bits hold
constexpr int mostIndent = 3; // of a closing mark, beyond the opening one's; CommonMark 4.5

const QStringView quotes[] = {u"", u"'''", u"\"\"\""};

// Which string is open after a line of Python, if `open` was before it.
int stringAfter(QStringView line, int open)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar character = line.at(i);
        if (character == u'\\') {
            ++i;
        } else if (open > 0) {
            if (line.sliced(i).startsWith(quotes[open])) {
                i += 2;
                open = 0;
            }
        } else if (character == u'#') {
            return 0;
        } else if (character == u'\'' || character == u'"') {
            const int kind = character == u'\'' ? 1 : 2;
            if (line.sliced(i).startsWith(quotes[kind])) {
                i += 2;
                open = kind;
                continue;
            }
            for (++i; i < line.size() && line.at(i) != character; ++i) { // ends with its line
                if (line.at(i) == u'\\')
                    ++i;
            }
        }
    }
    return open;
}

} // namespace

CodeFence::Line CodeFence::read(QStringView line)
{
    static const QRegularExpression mark(
        u"^((?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t])))*[ \\t]*)(`{3,}(?=[^`]*$)|~{3,})"
        "[ \\t]*(\\S*)"_s);
    if (isOpen() && m_quoted && !line.trimmed().startsWith(u'>'))
        *this = {};
    if (!isOpen()) {
        const auto match = mark.match(line);
        if (!match.hasMatch())
            return Line::Text;
        m_tilde = match.capturedView(2).startsWith(u'~');
        m_length = qMin(int(match.capturedLength(2)), most);
        m_indent = qMin(int(match.capturedLength(1)), most);
        m_quoted = match.capturedView(1).contains(u'>');
        m_python = match.capturedView(3) == u"python" || match.capturedView(3) == u"py";
        return Line::Mark;
    }
    QStringView inner = line;
    while (m_quoted && inner.trimmed().startsWith(u'>'))
        inner = inner.sliced(inner.indexOf(u'>') + 1);
    qsizetype indent = 0;
    while (indent < inner.size() && inner.at(indent).isSpace())
        ++indent;
    inner = inner.trimmed();
    const QChar sign = m_tilde ? u'~' : u'`';
    qsizetype length = 0;
    while (length < inner.size() && inner.at(length) == sign)
        ++length;
    const bool near = m_quoted || indent <= m_indent + mostIndent;
    if (near && length >= m_length && length == inner.size()) {
        *this = {};
        return Line::Mark;
    }
    if (m_python)
        m_string = stringAfter(line, m_string);
    return Line::Code;
}

QStringView CodeFence::openString() const
{
    return quotes[m_string];
}

int CodeFence::state() const
{
    if (!isOpen())
        return -1;
    return m_length | m_indent << 5 | m_string << 10 | int(m_tilde) << 12 | int(m_quoted) << 13 |
           int(m_python) << 14;
}

CodeFence CodeFence::fromState(int state)
{
    CodeFence fence;
    if (state < 0)
        return fence;
    fence.m_length = state & most;
    fence.m_indent = state >> 5 & most;
    fence.m_string = state >> 10 & 3;
    fence.m_tilde = state >> 12 & 1;
    fence.m_quoted = state >> 13 & 1;
    fence.m_python = state >> 14 & 1;
    return fence;
}
