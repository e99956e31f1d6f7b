// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/paper.h"

#include "views/common/typography.h"

#include <QFontMetricsF>
#include <QPainter>

using namespace Qt::StringLiterals;

QFont paperFont(qreal size, QFont::Weight weight, bool mono)
{
    QFont font = textFont(mono ? TextStyle::Code : TextStyle::Ui, weight);
    font.setPixelSize(qRound(points(size)));
    font.setHintingPreference(QFont::PreferNoHinting);
    // Too little to be seen, and enough for Qt to set no ligatures, which would hide "files" from
    // who searches a PDF.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

void drawPaperText(QPainter &painter, const QRectF &box, const QString &text, const QFont &font,
                   const QColor &color, Qt::Alignment alignment)
{
    painter.setFont(font);
    painter.setPen(color);
    const QString fitting =
        QFontMetricsF(font).elidedText(text, Qt::ElideRight, box.width() + points(0.5));
    painter.drawText(box, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, fitting);
}

qreal paperLineHeight(const QFont &font)
{
    return QFontMetricsF(font).height();
}

QString escapedMarkdown(const QString &text)
{
    QString escaped;
    for (const QChar character : text) {
        if (u"\\`*_{}[]<>()#+-.!|~&"_s.contains(character))
            escaped.append(u'\\');
        escaped.append(character);
    }
    return escaped;
}
