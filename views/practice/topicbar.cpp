// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/topicbar.h"

#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 16;
constexpr int gap = 2;
constexpr int legendTop = 26;
constexpr int legendHeight = 20;
constexpr int signSize = 10;
constexpr int mostParts = 4;

QString countText(const TopicCount &part)
{
    return u' ' + QString::number(part.count);
}

} // namespace

TopicBar::TopicBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setScaledHeight(this, legendTop + legendHeight);
}

void TopicBar::setTopics(const QList<TopicCount> &topics)
{
    m_parts = topics;
    if (m_parts.size() > mostParts) {
        TopicCount others{0, tr("Other"), 0};
        for (const TopicCount &topic : m_parts.mid(mostParts - 1))
            others.count += topic.count;
        m_parts = m_parts.mid(0, mostParts - 1) + QList{others};
    }
    QStringList names;
    for (const TopicCount &topic : topics)
        names.append(u"%1 %2"_s.arg(topic.title).arg(topic.count));
    setAccessibleName(tr("By topic: %1").arg(names.join(u", "_s)));
    setToolTip(names.join(u'\n'));
    update();
}

QSize TopicBar::sizeHint() const
{
    return {scaled(240), scaled(legendTop + legendHeight)};
}

void TopicBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    const QColor inks[mostParts] = {tokens.heat.at(4), tokens.heat.at(3), tokens.heat.at(2),
                                    tokens.seg};
    int total = 0;
    for (const TopicCount &part : std::as_const(m_parts))
        total += part.count;
    if (total == 0)
        return;
    QPainter painter(this);
    painter.setFont(textFont(TextStyle::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    const int spacing = scaled(16);
    const int sign = scaled(signSize);
    // What the titles may take, and what each would like to.
    int room =
        width() - int(m_parts.size()) * (sign + scaled(6)) - int(m_parts.size() - 1) * spacing;
    int wanted = 0;
    for (const TopicCount &part : std::as_const(m_parts)) {
        room -= metrics.horizontalAdvance(countText(part));
        wanted += metrics.horizontalAdvance(part.title);
    }
    int before = 0;
    int legend = 0;
    for (int i = 0; i < m_parts.size(); ++i) {
        const TopicCount &part = m_parts.at(i);
        const int left = width() * before / total;
        before += part.count;
        const int right = width() * before / total - (i + 1 < m_parts.size() ? gap : 0);
        paintBox(painter, QRect(left, 0, qMax(2, right - left), scaled(barHeight)), 2, inks[i], {});

        const int top = scaled(legendTop);
        paintBox(painter, QRect(legend, top + (scaled(legendHeight) - sign) / 2, sign, sign), 1,
                 inks[i], {});
        legend += sign + scaled(6);
        const int own = metrics.horizontalAdvance(part.title);
        const int most = wanted <= room ? own : own * qMax(0, room) / wanted;
        const QString text =
            metrics.elidedText(part.title, Qt::ElideRight, most + 1) + countText(part);
        painter.setPen(tokens.text);
        painter.drawText(QRect(legend, top, width() - legend, scaled(legendHeight)),
                         Qt::AlignVCenter | Qt::AlignLeft, text);
        legend += metrics.horizontalAdvance(text) + spacing;
    }
}
