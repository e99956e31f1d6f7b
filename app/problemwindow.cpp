// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problemwindow.h"

#include "views/common/icons.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ProblemWindow::ProblemWindow(const Error &error, const QString &folder, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"problemWindow"_s);
    setWindowTitle(tr("A problem – Woodshed"));
    auto *sign = new QLabel(this);
    sign->setPixmap(iconPixmap(u"info"_s, tokensOf(palette()).miss, 32, devicePixelRatioF()));
    auto *title = new QLabel(tr("Your collection could not be opened"), this);
    setTextStyle(title, TextStyle::Question);
    auto *message = new QLabel(error.message, this);
    message->setObjectName(u"problemMessage"_s);
    setTextStyle(message, TextStyle::Reading);
    message->setWordWrap(true);
    message->setMinimumWidth(scaled(460));
    message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *open = new QPushButton(tr("Open the folder"), this);
    open->setObjectName(u"openFolder"_s);
    auto *quit = new QPushButton(tr("Quit"), this);
    quit->setObjectName(u"quit"_s);
    setButtonKind(quit, ButtonKind::Primary);
    for (QPushButton *button : {open, quit})
        setTextStyle(button, TextStyle::Ui, QFont::Medium);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(open);
    buttons->addWidget(quit);
    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(message);
    column->addSpacing(12);
    column->addLayout(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 24);
    layout->setSpacing(24);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addLayout(column, 1);
    connect(open, &QPushButton::clicked, this,
            [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    connect(quit, &QPushButton::clicked, this, &QWidget::close);
    quit->setFocus();
}
