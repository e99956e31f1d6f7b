// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readingtext.h"

#include <QStringList>

#include <cmark.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

using NodePointer = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using IteratorPointer = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

// "- " or "1. " for the first block of a list item; nothing for others.
QString marker(cmark_node *block)
{
    cmark_node *item = cmark_node_parent(block);
    if (!item || cmark_node_get_type(item) != CMARK_NODE_ITEM || cmark_node_previous(block))
        return {};
    cmark_node *list = cmark_node_parent(item);
    if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST)
        return u"- "_s;
    int number = cmark_node_get_list_start(list);
    for (cmark_node *before = cmark_node_previous(item); before;
         before = cmark_node_previous(before))
        ++number;
    return u"%1. "_s.arg(number);
}

QString codeLines(cmark_node *block)
{
    QString code = QString::fromUtf8(cmark_node_get_literal(block));
    if (code.endsWith(u'\n'))
        code.chop(1);
    QString lines;
    for (const QString &line : code.split(u'\n'))
        lines += codeIndent + line + u'\n';
    return lines;
}

} // namespace

QString readingText(const QString &markdown)
{
    const QByteArray utf8 = markdown.toUtf8();
    const NodePointer document(
        cmark_parse_document(utf8.constData(), size_t(utf8.size()), CMARK_OPT_DEFAULT),
        &cmark_node_free);
    const IteratorPointer iterator(cmark_iter_new(document.get()), &cmark_iter_free);
    QString text;
    QString line; // of the block being read
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
        case CMARK_NODE_HTML_INLINE: line += QString::fromUtf8(cmark_node_get_literal(node)); break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK: line += u' '; break;
        case CMARK_NODE_CODE_BLOCK:
        case CMARK_NODE_HTML_BLOCK: text += codeLines(node); break;
        case CMARK_NODE_PARAGRAPH:
        case CMARK_NODE_HEADING:
            if (event == CMARK_EVENT_EXIT)
                text += marker(node) + std::exchange(line, {}).simplified() + u'\n';
            break;
        default: break;
        }
    }
    return text;
}
