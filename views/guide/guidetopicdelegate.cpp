// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/guidetopicdelegate.h"

#include "model/questions/topiclistmodel.h"
#include "views/common/icons.h"
#include "views/common/painting.h"
#include "views/common/questiondelegate.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 33; // so that a window of 800 pixels shows all sixteen
constexpr int signSize = 14;
constexpr int barWidth = 152;
constexpr int narrowBarWidth = 72; // where the titles need the room
constexpr int narrowRow = 440;
constexpr int legendGap = 14;

void paintCoverage(QPainter &painter, const QRect &bar, double dark, double read,
                   const Tokens &tokens, bool onTint)
{
    paintBox(painter, bar, 2, onTint ? tokens.seg : tokens.track, {});
    const std::pair<double, QColor> parts[] = {{read, tokens.bar2}, {dark, tokens.accent}};
    for (const auto &[share, color] : parts) {
        if (share <= 0)
            continue;
        QRect filled = bar;
        filled.setWidth(qBound(4, qRound(bar.width() * share), bar.width()));
        paintBox(painter, filled, 2, color, {});
    }
}

QRect contentOf(const QRect &row)
{
    return row.adjusted(scaled(16), 0, -scaled(16), -1);
}

// Ends where the percentage begins.
QRect barRect(const QRect &row)
{
    const QRect content = contentOf(row);
    const int wide = scaled(content.width() < scaled(narrowRow) ? narrowBarWidth : barWidth);
    const int right = content.right() - signSize - scaled(52);
    return {right - wide - scaled(4), content.center().y() - 3, wide, 8};
}

} // namespace

void GuideTopicDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    paintRowBackground(*painter, option);
    const QRect content = contentOf(option.rect);
    const qreal ratio = painter->device()->devicePixelRatio();
    const auto sign = [&](int left, const QString &name, const QColor &color) {
        painter->drawPixmap(
            QRect(left, content.center().y() - signSize / 2 + 1, signSize, signSize),
            iconPixmap(name, color, signSize, ratio));
    };

    const int questions = index.data(TopicListModel::QuestionsRole).toInt();
    const double recall = index.data(TopicListModel::RecallRole).toDouble();
    const auto share = [questions, &index](int role) {
        return questions > 0 ? double(index.data(role).toInt()) / questions : 0;
    };
    const double dark = recall >= 0 ? recall : share(TopicListModel::PractisedRole);
    sign(content.right() - signSize, u"right"_s, tokens.muted);
    const QRect percent(content.right() - signSize - scaled(52), content.top(), scaled(44),
                        content.height());
    painter->setFont(textFont(TextStyle::Ui, QFont::DemiBold));
    painter->setPen(tokens.text);
    painter->drawText(percent, Qt::AlignVCenter | Qt::AlignRight,
                      questions > 0 ? GuideTopicDelegate::tr("%1%").arg(qRound(100 * dark))
                                    : u"–"_s);
    const QRect bar = barRect(option.rect);
    paintCoverage(*painter, bar, dark, share(TopicListModel::ReadRole), tokens, selected);

    const QFont meta = textFont(TextStyle::Meta);
    painter->setFont(textFont(TextStyle::Ui));
    painter->setPen(tokens.muted);
    painter->drawText(content, Qt::AlignVCenter | Qt::AlignLeft, QString::number(index.row() + 1));
    int right = bar.left() - scaled(12);
    if (index.data(TopicListModel::TopicBookmarkedRole).toBool()) {
        sign(right - signSize, u"starf"_s, tokens.accent);
        right -= signSize + scaled(6);
    } else if (index.data(TopicListModel::WeakRole).toBool()) { // proposed
        sign(right - signSize, u"star"_s, tokens.muted);
        right -= signSize + scaled(6);
    }
    if (index.data(TopicListModel::FocusRole).toBool()) {
        sign(right - signSize, u"target"_s, tokens.accent);
        right -= signSize + scaled(6);
    }
    const QString count = QString::number(questions);
    const int countWidth = QFontMetrics(meta).horizontalAdvance(count) + scaled(10);
    const QFont font = textFont(TextStyle::Ui, selected ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics metrics(font);
    const int left = content.left() + scaled(32);
    const QString title =
        metrics.elidedText(index.data().toString(), Qt::ElideRight, right - left - countWidth);
    painter->setFont(font);
    painter->setPen(tokens.text);
    painter->drawText(QRect(left, content.top(), right - left, content.height()), Qt::AlignVCenter,
                      title);
    painter->setFont(meta);
    painter->setPen(tokens.muted);
    painter->drawText(QRect(left + metrics.horizontalAdvance(title) + scaled(10), content.top(),
                            countWidth, content.height()),
                      Qt::AlignVCenter, count);
    painter->restore();
}

QRect GuideTopicDelegate::starRect(const QRect &row)
{
    return {barRect(row).left() - scaled(12) - signSize,
            contentOf(row).center().y() - signSize / 2 + 1, signSize, signSize};
}

QSize GuideTopicDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, scaled(rowHeight)};
}

CoverageLegend::CoverageLegend(QWidget *parent)
    : QWidget(parent)
{
    setTextStyle(this, TextStyle::Meta);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setRecall(false);
}

void CoverageLegend::setRecall(bool recall)
{
    m_recall = recall;
    setAccessibleName(recall
                          ? tr("Dark: recalled today. Light: read. Target: a focus of your level.")
                          : tr("Dark: practised. Light: read. Target: a focus of your level."));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QString CoverageLegend::darkWord() const
{
    return m_recall ? tr("recalled") : tr("practised");
}

QSize CoverageLegend::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int words = metrics.horizontalAdvance(tr("focus") + darkWord() + tr("read"));
    return {words + 3 * (signSize + scaled(4)) + 2 * scaled(legendGap), scaled(20)};
}

void CoverageLegend::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.setFont(font());
    int left = 0;
    const auto word = [&](const QString &text) {
        left += signSize + scaled(4);
        painter.setPen(tokens.muted);
        painter.drawText(QRect(left, 0, width(), height()), Qt::AlignVCenter, text);
        left += painter.fontMetrics().horizontalAdvance(text) + scaled(legendGap);
    };
    const int top = height() / 2;
    painter.drawPixmap(QRect(left, top - 7, 14, 14),
                       iconPixmap(u"target"_s, tokens.accent, 14, devicePixelRatioF()));
    word(tr("focus"));
    painter.fillRect(QRect(left + 2, top - 5, 10, 10), tokens.accent);
    word(darkWord());
    painter.fillRect(QRect(left + 2, top - 5, 10, 10), tokens.bar2);
    word(tr("read"));
}
