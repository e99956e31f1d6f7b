// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/box.h"

#include "views/common/painting.h"
#include "views/common/tokens.h"

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
