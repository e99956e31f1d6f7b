// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/tierbadge.h"

#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QPainter>

namespace {

constexpr int chipHeight = 24;

} // namespace

TierBadge::TierBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TierBadge::setTier(Tier tier)
{
    m_tier = tier;
    setAccessibleName(tierTitle(tier));
    updateGeometry();
    update();
}

QSize TierBadge::sizeHint() const
{
    return {tierBadgeSize(m_tier).width() + scaled(4), scaled(chipHeight)};
}

void TierBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTierBadge(painter, rect(), m_tier, tokensOf(palette()));
}

Chip::Chip(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
{
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTextStyle(this, TextStyle::Meta);
}

QSize Chip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + scaled(16), scaled(chipHeight)};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    paintBox(painter, rect(), 4, {}, tokens.line);
    painter.setPen(tokens.muted);
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}
