// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/box.h"

#include "views/common/painting.h"
#include "views/common/panes.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

Box::Box(QWidget *parent, int padding)
    : QFrame(parent)
    , m_content(new QVBoxLayout(this))
{
    m_content->setContentsMargins(padding, padding, padding, padding);
    m_content->setSpacing(8);
}

void Box::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    paintBox(painter, rect(), 6, tokens.base, tokens.line);
}

QHBoxLayout *boxHead(Box *box, const QString &title)
{
    auto *label = new QLabel(title, box);
    setTextStyle(label, TextStyle::Ui, QFont::DemiBold);
    label->setMinimumHeight(32); // as tall as a button, so that heads side by side are level
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(label);
    box->content()->setSpacing(0);
    box->content()->setContentsMargins(1, 0, 1, 1); // within the border
    box->content()->addLayout(row);
    box->content()->addWidget(ruler(box));
    return row;
}
