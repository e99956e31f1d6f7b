// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QAction;

// Every action that has a key, by page. The list is made from the actions themselves, so it is
// always true.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Group
    {
        QString title;
        QList<QAction *> actions; // borrowed for the constructor only
    };

    explicit ShortcutsDialog(const QList<Group> &groups, QWidget *parent = nullptr);
};
