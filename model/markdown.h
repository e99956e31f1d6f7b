// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

// What a linter, a search index and a word count need to know of a Markdown text.
// Lines count from 1.
struct MarkdownFacts
{
    struct Link
    {
        int line = 0;
        QString url;
    };

    struct CodeBlock
    {
        int line = 0;     // of the opening fence
        QString language; // first word of the info string; empty when there is none
        QString info;     // the rest of the info string
        QString code;
    };

    QString plainText;  // prose and code without markup, blocks separated by a newline
    int proseWords = 0; // words outside code blocks
    QList<Link> links;
    QList<CodeBlock> codeBlocks;
    QList<int> brokenLinks; // lines of the blocks with link brackets that did not become a link
    QList<int> forbidden;   // lines with images or HTML, neither of which an answer may hold
};

// The text with an end to what it left open, a fence or an HTML comment, so that what is put after
// it does not become part of that.
QString closedMarkdown(const QString &markdown);

MarkdownFacts readMarkdown(const QString &markdown);

// The same as HTML that is safe to open: what was HTML in it is text, pictures are their
// descriptions, and of links only those to the web remain.
QString markdownAsHtml(const QString &markdown);
