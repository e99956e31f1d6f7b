// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/chartbox.h"

#include "views/common/typography.h"
#include "views/progress/chartstack.h"

#include <QAbstractItemView>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 16;

} // namespace

ChartBox::ChartBox(const QString &name, const QString &title, QWidget *chart, QWidget *parent)
    : Box(parent, 1) // within the border
    , m_head(new QHBoxLayout)
    , m_title(new QLabel(title, this))
    , m_subtitle(new QLabel(this))
    , m_stack(new ChartStack(name, chart, this))
{
    setTextStyle(m_title, TextStyle::Heading);
    m_title->setWordWrap(true);
    m_title->setMinimumHeight(28); // as tall as the buttons beside it
    setTextStyle(m_subtitle, TextStyle::Small);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_subtitle->setWordWrap(true);
    m_subtitle->setObjectName(name + u"Subtitle"_s);
    m_head->setContentsMargins(padding - 1, 0, padding - 9, 0);
    m_head->setSpacing(8);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_stack->toggle(), 0, Qt::AlignTop);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(padding - 1, 0, padding - 1, 0);
    line->addWidget(m_subtitle, 1);
    auto *chartLine = new QHBoxLayout;
    const int side = qobject_cast<QAbstractItemView *>(chart) ? 0 : padding - 1;
    chartLine->setContentsMargins(side, 8, side, 0);
    chartLine->addWidget(m_stack);
    content()->setContentsMargins(1, 12, 1, 12);
    content()->setSpacing(0);
    content()->addLayout(m_head);
    content()->addLayout(line);
    content()->addLayout(chartLine, 1);
    setSubtitle({});
}

void ChartBox::setTitle(const QString &title)
{
    m_title->setText(title);
}

void ChartBox::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty());
}
