// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/matchedanswer.h"

#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int signSize = 17;
constexpr int lineHeight = 26; // room for the underline and the sign

// A number in a circle, as a character of the text.
QPixmap numberSign(int number, const QColor &color, qreal pixelRatio)
{
    const int size = scaled(signSize);
    QPixmap sign(QSize(size, size) * pixelRatio);
    sign.setDevicePixelRatio(pixelRatio);
    sign.fill(Qt::transparent);
    QPainter painter(&sign);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5));
    painter.drawEllipse(QRectF(0.75, 0.75, size - 1.5, size - 1.5));
    painter.setFont(textFont(TextStyle::Badge));
    painter.drawText(QRect(0, 0, size, size), Qt::AlignCenter, QString::number(number));
    return sign;
}

} // namespace

MatchedAnswer::MatchedAnswer(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    viewport()->setAutoFillBackground(false);
}

void MatchedAnswer::setAnswer(const QString &text, const QList<TextSpan> &spans)
{
    if (text == m_text && spans == m_spans)
        return;
    m_text = text;
    m_spans = spans;
    render();
}

void MatchedAnswer::render()
{
    const Tokens &tokens = tokensOf(palette());
    setPlainText(m_text);
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.setCharFormat({}); // a new text would go on as the old one ended, underlined
    QTextBlockFormat block;
    block.setLineHeight(scaled(lineHeight), QTextBlockFormat::FixedHeight);
    cursor.mergeBlockFormat(block);

    QList<int> points;
    for (int i = 0; i < m_spans.size(); ++i) {
        if (m_spans.at(i).length == 0)
            continue;
        points.append(i);
        QTextCharFormat underlined;
        underlined.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        underlined.setUnderlineColor(tokens.accent);
        cursor.setPosition(int(m_spans.at(i).start));
        cursor.setPosition(int(m_spans.at(i).start + m_spans.at(i).length),
                           QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(underlined);
    }
    // From the end, so that a sign moves no phrase that is still to get one.
    const auto end = [this](int point) {
        return m_spans.at(point).start + m_spans.at(point).length;
    };
    std::sort(points.begin(), points.end(), [&end](int one, int other) {
        return std::pair(end(one), one) > std::pair(end(other), other);
    });
    for (const int point : std::as_const(points)) {
        const QUrl name(u"point:%1"_s.arg(point + 1));
        document()->addResource(QTextDocument::ImageResource, name,
                                numberSign(point + 1, tokens.accent, devicePixelRatioF()));
        QTextImageFormat sign;
        sign.setName(name.toString());
        sign.setWidth(scaled(signSize));
        sign.setHeight(scaled(signSize));
        sign.setVerticalAlignment(QTextCharFormat::AlignMiddle);
        cursor.setPosition(int(end(point)));
        cursor.insertText(u"\u00a0"_s, QTextCharFormat());
        cursor.insertImage(sign);
    }
    cursor.setPosition(0);
    setTextCursor(cursor);
}

void MatchedAnswer::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();
}
