// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/notes/annotationdelegate.h"

#include "model/annotations/annotationlistmodel.h"
#include "views/common/icons.h"
#include "views/common/painting.h"
#include "views/common/questiondelegate.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 104;
constexpr int signSize = 14;

QString dateText(const QDate &date)
{
    const bool thisYear = date.year() == QDate::currentDate().year();
    return QLocale().toString(date, thisYear ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QList<QTextLayout::FormatRange> formatsOf(const QModelIndex &index, const Tokens &tokens)
{
    QList<QTextLayout::FormatRange> formats;
    if (const int quote = index.data(AnnotationListModel::ExcerptQuoteRole).toInt()) {
        QTextCharFormat mark;
        mark.setBackground(
            tokens.marks.at(size_t(index.data(AnnotationListModel::ColorRole).toInt())));
        mark.setForeground(tokens.markText);
        formats.append({0, quote, mark});
    }
    const auto matches =
        index.data(AnnotationListModel::ExcerptMatchesRole).value<QList<TextRange>>();
    for (const TextRange &match : matches) {
        QTextCharFormat underlined;
        underlined.setFontWeight(QFont::DemiBold);
        underlined.setFontUnderline(true);
        underlined.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        underlined.setUnderlineColor(tokens.accent);
        formats.append({int(match.start), int(match.length), underlined});
    }
    return formats;
}

// Up to two lines of an excerpt, the second elided.
void paintExcerpt(QPainter &painter, const QRect &box, const QModelIndex &index,
                  const QColor &color, const Tokens &tokens)
{
    const QFont font = textFont(TextStyle::Small);
    QString text = index.data(AnnotationListModel::ExcerptRole).toString();
    const QList<QTextLayout::FormatRange> formats = formatsOf(index, tokens);
    QTextLayout layout(text, font);
    const qreal lineHeight = box.height() / 2.0;
    const auto lay = [&] {
        layout.setFormats(formats);
        layout.beginLayout();
        for (int i = 0; i < 2; ++i) {
            QTextLine line = layout.createLine();
            if (!line.isValid())
                break;
            line.setLineWidth(box.width());
            line.setPosition(QPointF(0, i * lineHeight + (lineHeight - line.height()) / 2));
        }
        layout.endLayout();
    };
    lay();
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    const int shown = last.textStart() + last.textLength();
    if (layout.lineCount() == 2 && shown < text.size()) {
        // Cut a little earlier: bold matches are wider than what is measured here.
        const QString rest = text.mid(last.textStart());
        text = text.left(last.textStart()) +
               QFontMetrics(font).elidedText(rest, Qt::ElideRight, box.width() - scaled(8));
        layout.setText(text);
        lay();
    }
    painter.setPen(color);
    painter.save();
    painter.setClipRect(box, Qt::IntersectClip);
    layout.draw(&painter, box.topLeft());
    painter.restore();
}

} // namespace

QString whenText(const QDateTime &when)
{
    const QLocale locale;
    const QDate today = QDate::currentDate();
    if (when.date() == today)
        return AnnotationDelegate::tr("Today %1").arg(locale.toString(when.time(), u"HH:mm"_s));
    if (when.date() > today.addDays(-7) && when.date() < today)
        return locale.dayName(when.date().dayOfWeek());
    return dateText(when.date());
}

QString whenInSentence(const QDateTime &when)
{
    if (when.date() != QDate::currentDate())
        return AnnotationDelegate::tr("on %1").arg(whenText(when));
    return AnnotationDelegate::tr("today at %1").arg(QLocale().toString(when.time(), u"HH:mm"_s));
}

QString deletedText(const QDateTime &deleted)
{
    const int days = int(deleted.date().daysTo(QDate::currentDate()));
    const QString until = dateText(deleted.date().addDays(binDays));
    if (days <= 0)
        return AnnotationDelegate::tr("Deleted today, kept until %1").arg(until);
    return AnnotationDelegate::tr("Deleted %n day(s) ago, kept until %1", nullptr, days).arg(until);
}

void AnnotationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    paintRowBackground(*painter, option);
    const QRect content = option.rect.adjusted(scaled(16), scaled(10), -scaled(16), -scaled(10));
    const int line = scaled(20);

    const QRect head(content.left(), content.top(), content.width(), line);
    const bool highlight = index.data(AnnotationListModel::HighlightRole).toBool();
    painter->drawPixmap(
        QRect(head.left(), head.center().y() - signSize / 2 + 1, signSize, signSize),
        iconPixmap(highlight ? u"highlight"_s : u"note"_s, tokens.muted, signSize,
                   painter->device()->devicePixelRatio()));
    const QFont meta = textFont(TextStyle::Meta);
    const QFontMetrics metrics(meta);
    const QDateTime deleted = index.data(AnnotationListModel::DeletedRole).toDateTime();
    const bool changed = index.data(AnnotationListModel::PassageChangedRole).toBool();
    const QString when = deleted.isValid()
                             ? QString()
                             : whenText(index.data(AnnotationListModel::ModifiedRole).toDateTime());
    QString kind = deleted.isValid() ? deletedText(deleted)
                                     : index.data(AnnotationListModel::KindTextRole).toString();
    if (changed)
        kind += u" · "_s + tr("Passage has changed");
    const QRect left = head.adjusted(signSize + 8, 0, -metrics.horizontalAdvance(when) - 12, 0);
    painter->setFont(meta);
    painter->setPen(tokens.muted);
    painter->drawText(left, Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(kind, Qt::ElideRight, left.width()));
    painter->drawText(head, Qt::AlignVCenter | Qt::AlignRight, when);

    const QRect title(content.left(), head.bottom() + scaled(3), content.width(), line);
    const QString number = index.data(AnnotationListModel::FreeRole).toBool()
                               ? QString()
                               : index.data(NumberRole).toString() + u' ';
    QList<TextRange> ranges = index.data(TitleMatchesRole).value<QList<TextRange>>();
    for (TextRange &range : ranges)
        range.start += number.size();
    paintMarkedText(*painter, title, number + index.data().toString(), ranges,
                    textFont(TextStyle::Ui, QFont::DemiBold), tokens.text, tokens);

    const QRect excerpt(content.left(), title.bottom() + 1, content.width(), 2 * line);
    paintExcerpt(*painter, excerpt, index, selected ? tokens.text : tokens.muted, tokens);
    painter->restore();
}

QSize AnnotationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, scaled(rowHeight)};
}
