// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/markdownpdf.h"

#include "views/common/typography.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

namespace {

constexpr qreal pointSize = 10;
constexpr qreal marginMillimetres = 20;

// What a person typed may look like a picture; none is ever opened. An invisible one takes its
// place, because Qt goes and looks for itself where there is nothing.
class SealedDocument final : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl &) override
    {
        QImage nothing(1, 1, QImage::Format_ARGB32);
        nothing.fill(Qt::transparent);
        return nothing;
    }
};

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
