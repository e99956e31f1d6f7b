// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readinesschip.h"

#include "model/plan/plantext.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int chipHeight = 32;
constexpr int padding = 10;
constexpr int ringSize = 14;
constexpr int ringWidth = 3;
constexpr int ringGap = 7;

struct When
{
    QString full;
    QString brief;
};

When whenOf(const Goal &goal, int today)
{
    if (!goal.interview.isValid())
        return {ReadinessChip::tr("No date"), ReadinessChip::tr("No date")};
    const int days = int(goal.interview.toJulianDay()) - today;
    if (days < 0)
        return {ReadinessChip::tr("How did it go?"), ReadinessChip::tr("How did it go?")};
    if (days == 0)
        return {ReadinessChip::tr("Interview today"), ReadinessChip::tr("Today")};
    if (days == 1)
        return {ReadinessChip::tr("Interview tomorrow"), ReadinessChip::tr("Tomorrow")};
    return {ReadinessChip::tr("Interview in %n day(s)", nullptr, days),
            ReadinessChip::tr("%n day(s)", nullptr, days)};
}

} // namespace

ReadinessChip::ReadinessChip(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(u"readinessChip"_s);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTextStyle(this, TextStyle::Small, QFont::DemiBold);
    setScaledHeight(this, chipHeight);
}

void ReadinessChip::setState(const Goal &goal, const Outlook &outlook, int today)
{
    const When when = whenOf(goal, today);
    const bool over = goal.interview.isValid() && goal.interview.toJulianDay() < today;
    m_ready = !over && outlook.today > 0 && outlook.goal.level == goal.level ? outlook.ready : -1;
    if (m_ready < 0) {
        m_texts[int(Length::Full)] = when.full;
        m_texts[int(Length::Brief)] = when.brief;
        m_texts[int(Length::Figure)] = when.brief;
    } else {
        const QString percent = percentText(m_ready);
        m_texts[int(Length::Full)] = tr("%1 · %2 ready").arg(when.full, percent);
        m_texts[int(Length::Brief)] = tr("%1 · %2").arg(when.brief, percent);
        m_texts[int(Length::Figure)] = percent;
    }
    setText(textFor(m_length));
    const QString words =
        m_ready < 0 ? when.full : tr("%1, %2 ready").arg(when.full, percentText(m_ready));
    setAccessibleName(words);
    setToolTip(tr("%1. Opens plan and readiness in the Guide (Alt+0)").arg(words));
    updateGeometry();
    update();
}

QString ReadinessChip::textFor(Length length) const
{
    return m_texts[int(length)];
}

void ReadinessChip::setLength(Length length)
{
    if (length == m_length)
        return;
    m_length = length;
    setText(textFor(length));
    updateGeometry();
    update();
}

int ReadinessChip::widthFor(Length length) const
{
    const int ring = m_ready < 0 ? 0 : scaled(ringSize) + scaled(ringGap);
    const QFontMetrics metrics(textFont(TextStyle::Small, QFont::DemiBold));
    return metrics.horizontalAdvance(textFor(length)) + ring + 2 * scaled(padding);
}

QSize ReadinessChip::sizeHint() const
{
    return {widthFor(m_length), scaled(chipHeight)};
}

void ReadinessChip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    const QRect box = rect().adjusted(0, 1, 0, -1);
    paintBox(painter, box, qMin(scaled(16), box.height() / 2),
             underMouse() || isDown() ? tokens.sunken : tokens.base,
             underMouse() ? tokens.line2 : tokens.line);
    int left = scaled(padding);
    if (m_ready >= 0) {
        const qreal inset = ringWidth / 2.0;
        const int size = scaled(ringSize);
        const QRectF ring(left + inset, (height() - size) / 2.0 + inset, size - ringWidth,
                          size - ringWidth);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.seg, ringWidth, Qt::SolidLine, Qt::FlatCap));
        painter.drawEllipse(ring);
        painter.setPen(QPen(tokens.accent, ringWidth, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(ring, 90 * 16, -qRound(qBound(0.0, m_ready, 1.0) * 360 * 16));
        left += size + scaled(ringGap);
    }
    painter.setFont(font());
    painter.setPen(tokens.text);
    painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}
