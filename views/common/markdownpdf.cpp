// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/markdownpdf.h"

#include "views/common/sealeddocument.h"
#include "views/common/typography.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace {

constexpr qreal pointSize = 10;
constexpr qreal marginMillimetres = 20;
constexpr qreal quotePoints = 14; // how far a quote is set in

// Qt leaves quotes all but at the margin, and lets long lines of code run off the page.
void fitToPage(QTextDocument &document, int resolution)
{
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document.setDefaultTextOption(wrapping);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        format.setNonBreakableLines(false);
        const int level = format.intProperty(QTextFormat::BlockQuoteLevel);
        if (level > 0)
            format.setLeftMargin(level * quotePoints * resolution / 72);
        QTextCursor(block).setBlockFormat(format);
    }
}

} // namespace

QByteArray pdfOf(const QString &title, const QString &markdown)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Woodshed"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(
        QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres),
        QPageLayout::Millimeter);
    SealedDocument document;
    QFont font = textFont(TextStyle::Reading);
    font.setPointSizeF(pointSize);
    document.setDefaultFont(font);
    document.setMarkdown(markdown,
                         QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                             QTextDocument::MarkdownNoHTML);
    fitToPage(document, writer.resolution());
    document.print(&writer);
    return bytes;
}
