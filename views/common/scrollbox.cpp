// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/scrollbox.h"

#include "views/common/focusring.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

ScrollBox::ScrollBox(const QString &name, QWidget *parent)
    : Box(parent, 0)
    , m_area(new QScrollArea(this))
{
    auto *inner = new QWidget;
    m_inside = new QVBoxLayout(inner);
    m_inside->setContentsMargins(13, 13, 13, 13);
    m_inside->setSpacing(8);
    content()->setContentsMargins(3, 3, 3, 3); // within the focus ring
    content()->addWidget(m_area);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(name);
    m_area->setWidget(inner);
    inner->setBackgroundRole(QPalette::Base);
    m_area->viewport()->setBackgroundRole(QPalette::Base);
    m_area->installEventFilter(this);
    connect(m_area->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int most) {
        m_area->setFocusPolicy(most > 0 ? Qt::TabFocus : Qt::NoFocus);
    });
}

QSize ScrollBox::sizeHint() const
{
    // All of it, so that a layout can share out its room by need.
    const QMargins margins = content()->contentsMargins();
    return {Box::sizeHint().width(),
            m_area->widget()->sizeHint().height() + margins.top() + margins.bottom()};
}

bool ScrollBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return Box::eventFilter(watched, event);
}

void ScrollBox::paintEvent(QPaintEvent *event)
{
    Box::paintEvent(event);
    if (m_area->hasFocus() && FocusRing::keyboardUsed()) {
        QPainter painter(this);
        paintFocusRing(painter, rect(), tokensOf(palette()));
    }
}
