// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/banner.h"

#include "views/common/icons.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLoggingCategory>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcViews, "woodshed.views")

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
{
    setObjectName(u"banner"_s);
    setTextStyle(m_text, TextStyle::Small);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("No message"));
    auto *close = new QToolButton(this);
    close->setIcon(icon(u"cross"_s));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->addWidget(m_text, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(m_text, &QLabel::linkActivated, this, &Banner::linkActivated);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void Banner::showError(const Error &error)
{
    qCWarning(lcViews).noquote() << error.message << error.detail;
    m_text->setText(error.message);
    m_text->setAccessibleName(tr("Error: %1").arg(error.message));
    m_note = false;
    update();
    show();
}

void Banner::showNote(const QString &text, const QString &link)
{
    m_text->setText(
        link.isEmpty() ? text : u"%1 <a href=\"link\">%2</a>"_s.arg(text.toHtmlEscaped(), link));
    m_text->setTextInteractionFlags(
        Qt::TextSelectableByMouse |
        (link.isEmpty() ? Qt::TextSelectableByKeyboard
                        : Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard));
    m_text->setAccessibleName(text);
    m_note = true;
    update();
    show();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), m_note ? tokens.tint : tokens.missTint);
    painter.fillRect(QRect(0, 0, 4, height()), m_note ? tokens.accent : tokens.miss);
}
