// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/ratingbar.h"

#include "model/practice/review.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 24;
constexpr int labelHeight = 20;
constexpr int gap = 3;
constexpr int narrowest = 40; // wide enough for the word below

} // namespace

RatingBar::RatingBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setScaledHeight(this, barHeight + labelHeight);
}

void RatingBar::setCounts(const int (&counts)[5])
{
    std::copy(std::begin(counts), std::end(counts), std::begin(m_counts));
    QStringList parts;
    for (Rating rating : allRatings)
        parts.append(u"%1 %2"_s.arg(m_counts[int(rating)]).arg(ratingTitle(rating)));
    setAccessibleName(tr("Grades: %1").arg(parts.join(u", "_s)));
    setToolTip(accessibleName());
    update();
}

QSize RatingBar::sizeHint() const
{
    return {scaled(200), scaled(barHeight + labelHeight)};
}

void RatingBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    const int total = std::accumulate(std::begin(m_counts), std::end(m_counts), 0);
    if (total == 0)
        return;
    const auto shown = std::count_if(std::begin(m_counts), std::end(m_counts),
                                     [](int count) { return count > 0; });
    // What is left once every part has its least is shared out by count.
    const int spare = width() - int(shown - 1) * gap - int(shown) * scaled(narrowest);
    QPainter painter(this);
    int left = 0;
    for (Rating rating : allRatings) {
        const int count = m_counts[int(rating)];
        if (count == 0)
            continue;
        const QRect box(left, 0, scaled(narrowest) + qMax(0, spare) * count / total,
                        scaled(barHeight));
        QColor fill = tokens.seg;
        QColor ink = tokens.text;
        if (rating == Rating::Again) {
            fill = tokens.miss;
            ink = tokens.dark ? tokens.onAccent : tokens.base;
        } else if (rating == Rating::Good) {
            fill = tokens.accent;
            ink = tokens.onAccent;
        } else if (rating == Rating::Easy) {
            fill = tokens.bar2;
        }
        paintBox(painter, box, 2, fill, {});
        painter.setPen(ink);
        painter.setFont(textFont(TextStyle::Meta, QFont::DemiBold));
        painter.drawText(box, Qt::AlignCenter, QString::number(count));
        painter.setPen(tokens.muted);
        painter.setFont(textFont(TextStyle::Meta));
        painter.drawText(QRect(box.left(), box.bottom() + 1, box.width(), scaled(labelHeight)),
                         Qt::AlignHCenter | Qt::AlignBottom, ratingTitle(rating));
        left += box.width() + gap;
    }
}
