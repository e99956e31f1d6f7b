// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/interview/interviewpdf.h"

#include "views/common/sealeddocument.h"
#include "views/common/typography.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>

namespace {

constexpr qreal pointSize = 10;
constexpr qreal marginMillimetres = 20;

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
    document.print(&writer);
    return bytes;
}
