// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/interview/sharebars.h"

#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 26;
constexpr int barWidth = 80;
constexpr int barHeight = 8;
constexpr int figureWidth = 44;
constexpr int columnGap = 32;

} // namespace

ShareBars::ShareBars(int columns, QWidget *parent)
    : QWidget(parent)
    , m_columns(columns)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int ShareBars::rows() const
{
    return int(m_shares.size() + m_columns - 1) / m_columns;
}

void ShareBars::setShares(const QList<InterviewShare> &shares)
{
    m_shares = shares;
    QStringList said;
    for (const InterviewShare &share : shares)
        said.append(tr("%1: %2 of %3").arg(share.title).arg(share.met).arg(share.total));
    setAccessibleName(tr("Points: %1").arg(said.join(u", "_s)));
    setToolTip(said.join(u'\n'));
    setFixedHeight(qMax(1, rows() * scaled(rowHeight)));
    update();
}

QSize ShareBars::sizeHint() const
{
    return {m_columns * scaled(250), qMax(1, rows() * scaled(rowHeight))};
}

void ShareBars::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFixedHeight(qMax(1, rows() * scaled(rowHeight)));
}

void ShareBars::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    const int width = (this->width() - (m_columns - 1) * scaled(columnGap)) / m_columns;
    for (qsizetype i = 0; i < m_shares.size(); ++i) {
        const InterviewShare &share = m_shares.at(i);
        const int column = int(i) / rows();
        const QRect row(column * (width + scaled(columnGap)), int(i) % rows() * scaled(rowHeight),
                        width, scaled(rowHeight));
        const QRect bar(row.right() - scaled(figureWidth + barWidth),
                        row.center().y() - barHeight / 2 + 1, scaled(barWidth), barHeight);
        painter.setFont(textFont(TextStyle::Small));
        painter.setPen(tokens.text);
        painter.drawText(row, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(share.title, Qt::ElideRight,
                                                          bar.left() - row.left() - scaled(8)));
        paintBar(painter, bar, share.met, share.total, tokens);
        painter.setFont(textFont(TextStyle::Small, QFont::DemiBold));
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight,
                         u"%1/%2"_s.arg(share.met).arg(share.total));
    }
}
