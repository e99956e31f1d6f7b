// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/aboutdialog.h"

#include "views/common/icons.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(const QString &collectionPath, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Woodshed"));
    auto *mark = new QLabel(this);
    mark->setPixmap(iconPixmap(u"repeat"_s, tokensOf(palette()).accent, 48, devicePixelRatioF()));
    auto *name = new QLabel(tr("Woodshed %1").arg(QCoreApplication::applicationVersion()), this);
    setTextStyle(name, TextStyle::Title);
    auto *text = new QLabel(
        tr("<p>Prepare for technical interviews, offline. To woodshed is jazz slang: to practise "
           "hard, alone, until the playing is effortless.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later. It comes "
           "without any warranty.</p>"
           "<p>Nothing you do here leaves this computer. Your work is in<br><b>%1</b></p>")
            .arg(QDir::toNativeSeparators(collectionPath).toHtmlEscaped()),
        this);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setMinimumWidth(scaled(400));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(name);
    column->addWidget(text);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(row);
    layout->addWidget(buttons);
}
