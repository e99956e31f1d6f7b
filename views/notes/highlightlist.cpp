// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/notes/highlightlist.h"

#include "views/common/painting.h"
#include "views/common/panes.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

// A highlight's number in a box of its colour.
class NumberBox final : public QWidget
{
public:
    NumberBox(int number, HighlightColor color, QWidget *parent)
        : QWidget(parent)
        , m_number(number)
        , m_color(color)
    {
        setFixedSize(scaled(number > 9 ? 22 : 16), scaled(16));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(palette());
        QPainter painter(this);
        const auto place = size_t(m_color);
        paintBox(painter, rect(), 3, tokens.marks.at(place), tokens.markLines.at(place));
        painter.setFont(textFont(TextStyle::Badge));
        painter.setPen(tokens.markText);
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
    HighlightColor m_color;
};

QLabel *textLabel(const QString &richText, bool muted, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::RichText);
    label->setText(richText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextStyle(label, TextStyle::Small);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QString lines(const QString &text)
{
    return text.trimmed().toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

} // namespace

HighlightList::HighlightList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(scaled(8));
}

void HighlightList::setEntries(const QList<Entry> &entries)
{
    m_entries = entries;
    fill();
}

void HighlightList::fill()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.number > 0)
            m_layout->addWidget(ruler(this));
        m_layout->addWidget(makeRow(entry));
    }
    updateGeometry();
}

QWidget *HighlightList::makeRow(const Entry &entry)
{
    const Tokens &tokens = tokensOf(palette());
    auto *row = new QWidget(this);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(textLabel(u"<span style=\"background-color:%1;color:%2\">%3</span>"_s.arg(
                                   tokens.marks.at(size_t(entry.highlight.color)).name(),
                                   tokens.markText.name(), lines(entry.highlight.anchor.quote)),
                               false, row));
    if (entry.withComment && !entry.highlight.comment.isEmpty())
        texts->addWidget(textLabel(lines(entry.highlight.comment), true, row));
    if (entry.passageChanged)
        texts->addWidget(textLabel(u"<i>%1</i>"_s.arg(tr("Passage has changed")), true, row));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(12));
    if (entry.number > 0) {
        auto *box = new NumberBox(entry.number, entry.highlight.color, row);
        auto *column = new QVBoxLayout;
        column->setContentsMargins(0, scaled(2), 0, 0);
        column->addWidget(box);
        column->addStretch(1);
        layout->addLayout(column);
    }
    layout->addLayout(texts, 1);
    return row;
}

void HighlightList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Later: widgets must not go while all of them are being told of the new palette.
    if (event->type() == QEvent::PaletteChange)
        QMetaObject::invokeMethod(this, &HighlightList::fill, Qt::QueuedConnection);
}
