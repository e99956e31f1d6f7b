// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/markdown.h"

#include <QRegularExpression>

#include <cmark.h>

#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

using NodePointer = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using IteratorPointer = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

int countWords(const QString &text)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}][\\p{L}\\p{N}_'’.-]*"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    int count = 0;
    for (auto match = word.globalMatch(text); match.hasNext(); match.next())
        ++count;
    return count;
}

// Inline nodes of cmark carry their own line except inside some containers; a parent always has
// one.
int lineOf(cmark_node *node)
{
    while (node && cmark_node_get_start_line(node) == 0)
        node = cmark_node_parent(node);
    return node ? cmark_node_get_start_line(node) : 1;
}

MarkdownFacts::CodeBlock codeBlock(cmark_node *node)
{
    const QString info = QString::fromUtf8(cmark_node_get_fence_info(node)).trimmed();
    return {lineOf(node), info.section(u' ', 0, 0), info.section(u' ', 1).trimmed(),
            QString::fromUtf8(cmark_node_get_literal(node))};
}

// The text of a paragraph, in which a link that was not closed or not defined is still visible.
bool holdsBrokenLink(const QString &text)
{
    static const QRegularExpression opened(u"\\]\\(|\\]\\[[^\\]]*\\]"_s);
    return text.contains(opened);
}

// Whether a paragraph put after the text would be one.
bool isClosed(const QString &markdown)
{
    const QString probe = u"probe"_s;
    const QByteArray utf8 = (markdown + u"\n\n"_s + probe).toUtf8();
    const NodePointer document(
        cmark_parse_document(utf8.constData(), size_t(utf8.size()), CMARK_OPT_DEFAULT),
        &cmark_node_free);
    cmark_node *last = cmark_node_last_child(document.get());
    if (!last || cmark_node_get_type(last) != CMARK_NODE_PARAGRAPH)
        return false;
    cmark_node *text = cmark_node_first_child(last);
    return text && text == cmark_node_last_child(last) &&
           QString::fromUtf8(cmark_node_get_literal(text)) == probe;
}

} // namespace

QString closedMarkdown(const QString &markdown)
{
    if (isClosed(markdown))
        return markdown;
    QStringList ends{u"-->"_s, u"</script>"_s, u"</pre>"_s, u"</style>"_s, u"?>"_s, u"]]>"_s};
    for (int length = 3; length <= 8; ++length)
        ends << QString(length, u'`') << QString(length, u'~');
    for (const QString &end : std::as_const(ends)) {
        const QString closed = markdown + u'\n' + end;
        if (isClosed(closed))
            return closed;
    }
    return markdown;
}

MarkdownFacts readMarkdown(const QString &markdown)
{
    const QByteArray utf8 = markdown.toUtf8();
    const NodePointer document(
        cmark_parse_document(utf8.constData(), size_t(utf8.size()), CMARK_OPT_DEFAULT),
        &cmark_node_free);
    const IteratorPointer iterator(cmark_iter_new(document.get()), &cmark_iter_free);

    MarkdownFacts facts;
    QString prose;    // of the block being read, as a person reads it
    QString linkText; // the same without inline code, where brackets are innocent
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        const bool entering = event == CMARK_EVENT_ENTER;
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT: {
            const QString text = QString::fromUtf8(cmark_node_get_literal(node));
            prose += text;
            linkText += text;
            break;
        }
        case CMARK_NODE_CODE:
            prose += QString::fromUtf8(cmark_node_get_literal(node));
            linkText += u'\n';
            break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK: prose += u' '; break;
        case CMARK_NODE_LINK:
            if (entering)
                facts.links.append({lineOf(node), QString::fromUtf8(cmark_node_get_url(node))});
            linkText += u'\n';
            break;
        case CMARK_NODE_IMAGE:
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
            if (entering)
                facts.forbidden.append(lineOf(node));
            break;
        case CMARK_NODE_CODE_BLOCK:
            facts.codeBlocks.append(codeBlock(node));
            facts.plainText += facts.codeBlocks.constLast().code;
            break;
        case CMARK_NODE_PARAGRAPH:
        case CMARK_NODE_HEADING:
            if (entering)
                break;
            facts.plainText += prose + u'\n';
            facts.proseWords += countWords(prose);
            if (holdsBrokenLink(linkText))
                facts.brokenLinks.append(lineOf(node));
            prose.clear();
            linkText.clear();
            break;
        default: break;
        }
    }
    return facts;
}

QString markdownAsHtml(const QString &markdown)
{
    const QByteArray utf8 = markdown.toUtf8();
    const NodePointer document(
        cmark_parse_document(utf8.constData(), size_t(utf8.size()), CMARK_OPT_DEFAULT),
        &cmark_node_free);
    const IteratorPointer iterator(cmark_iter_new(document.get()), &cmark_iter_free);
    QList<cmark_node *> html;
    QList<cmark_node *> wrappers; // of which only what they hold remains
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        if (event != CMARK_EVENT_ENTER)
            continue;
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE: html.append(node); break;
        case CMARK_NODE_IMAGE: wrappers.append(node); break;
        case CMARK_NODE_LINK: {
            const QByteArray address = QByteArray(cmark_node_get_url(node)).toLower();
            if (!address.startsWith("https://") && !address.startsWith("http://"))
                wrappers.append(node);
            break;
        }
        default: break;
        }
    }
    for (cmark_node *node : std::as_const(html)) {
        cmark_node *text = cmark_node_new(CMARK_NODE_TEXT);
        cmark_node_set_literal(text, cmark_node_get_literal(node));
        cmark_node *replacement = text;
        if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
            replacement = cmark_node_new(CMARK_NODE_PARAGRAPH);
            cmark_node_append_child(replacement, text);
        }
        cmark_node_replace(node, replacement);
        cmark_node_free(node);
    }
    for (cmark_node *node : std::as_const(wrappers)) {
        while (cmark_node *child = cmark_node_first_child(node))
            cmark_node_insert_before(node, child);
        cmark_node_unlink(node);
        cmark_node_free(node);
    }
    const std::unique_ptr<char, decltype(&std::free)> rendered(
        cmark_render_html(document.get(), CMARK_OPT_DEFAULT), &std::free);
    return QString::fromUtf8(rendered.get());
}
