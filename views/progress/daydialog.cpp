// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/daydialog.h"

#include "views/common/durations.h"
#include "views/common/typography.h"
#include "views/progress/figuretablemodel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

DayDialog::DayDialog(const QString &title, const QList<PastSession> &sessions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"dayDialog"_s);
    setWindowTitle(title);
    auto *heading = new QLabel(title, this);
    setTextStyle(heading, TextStyle::Heading);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(heading);
    if (sessions.isEmpty()) {
        layout->addWidget(new QLabel(tr("No practice on this day."), this));
    } else {
        FigureTable table{title, {tr("Begun"), tr("Session"), tr("Questions"), tr("Time")}, {}};
        for (const PastSession &session : sessions) {
            table.rows.append({QLocale().toString(session.started.time(), u"HH:mm"_s),
                               session.title.isEmpty() ? tr("Without a session") : session.title,
                               QLocale().toString(session.reviews), hoursText(session.duration)});
        }
        auto *model = new FigureTableModel(this);
        model->setTable(table);
        auto *list = new QTreeView(this);
        list->setObjectName(u"daySessions"_s);
        list->setAccessibleName(title);
        list->setModel(model);
        list->setRootIsDecorated(false);
        list->setUniformRowHeights(true);
        list->setFrameShape(QFrame::NoFrame);
        list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
        list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
        list->header()->setStretchLastSection(false);
        list->setMinimumSize(scaled(460), scaled(140));
        list->setCurrentIndex(model->index(0, 0));
        layout->addWidget(list, 1);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}
