// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/interview/interviewclock.h"

#include "model/practice/interview.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QPainter>

namespace {

constexpr int captionHeight = 20;
constexpr int barHeight = 8;
constexpr int urgentSeconds = 60;
constexpr int thousand = 1000;

int figureHeight(InterviewClock::Size size)
{
    return size == InterviewClock::Size::Large ? 64 : 32;
}

} // namespace

InterviewClock::InterviewClock(const QString &caption, Size size, QWidget *parent)
    : QWidget(parent)
    , m_caption(caption)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setScaledHeight(this, captionHeight + figureHeight(size) + barHeight);
    setTime(0, 0);
}

void InterviewClock::setTime(qint64 spent, qint64 allowed)
{
    // In whole seconds, so that used and left always add up.
    const qint64 left = allowed / 1000 - spent / 1000;
    const QString figure = left >= 0 ? clockText(left * 1000) : u'+' + clockText(-left * 1000);
    if (figure == m_figure)
        return; // nor is a screen reader told the same again
    m_figure = figure;
    m_urgent = left <= urgentSeconds && allowed > 0;
    m_suffix = left >= 0 ? tr("left of %1").arg(clockText(allowed))
                         : tr("over %1").arg(clockText(allowed));
    m_used = allowed > 0 ? int(qMin(allowed, spent) * thousand / allowed) : 0;
    setAccessibleName(tr("%1: %2 %3").arg(m_caption, m_figure, m_suffix));
    setToolTip(accessibleName());
    update();
}

QFont InterviewClock::figureFont() const
{
    QFont font = textFont(m_size == Size::Large ? TextStyle::FigureLarge : TextStyle::Title);
    if (m_size == Size::Large)
        font.setPixelSize(scaled(56));
    return font;
}

QSize InterviewClock::sizeHint() const
{
    return {scaled(256), scaled(captionHeight + figureHeight(m_size) + barHeight)};
}

void InterviewClock::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.setFont(textFont(TextStyle::Small));
    painter.setPen(tokens.muted);
    painter.drawText(QRect(0, 0, width(), scaled(captionHeight)), Qt::AlignVCenter, m_caption);

    const QRect line(0, scaled(captionHeight), width(), scaled(figureHeight(m_size)));
    const QFont font = figureFont();
    const QFontMetrics metrics(font);
    const int baseline = line.top() + (line.height() + metrics.capHeight()) / 2;
    painter.setFont(font);
    painter.setPen(m_urgent ? tokens.miss : tokens.text);
    painter.drawText(0, baseline, m_figure);
    painter.setFont(textFont(TextStyle::Small));
    painter.setPen(tokens.muted);
    painter.drawText(metrics.horizontalAdvance(m_figure) + scaled(8), baseline, m_suffix);

    const QRect bar(0, height() - barHeight, width(), barHeight);
    paintBox(painter, bar, 2, tokens.track, {});
    if (m_used > 0) {
        const QRect used(bar.topLeft(), QSize(qMax(4, bar.width() * m_used / thousand), barHeight));
        paintBox(painter, used, 2, m_urgent ? tokens.miss : tokens.accent, {});
    }
}
