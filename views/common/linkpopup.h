// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/notelinks.h"

#include <QListView>

class QKeyEvent;
class QStringListModel;
class QTextEdit;

// The questions that a link being typed may mean, in a box at the editor's cursor. The editor keeps
// the focus and hands keys over.
class LinkPopup final : public QListView
{
    Q_OBJECT

public:
    // Lies over the editor's window, which owns it.
    explicit LinkPopup(const QTextEdit &editor);

    // Shows what there is for `typed`, or hides if that is nothing.
    void offer(const LinkTargets &targets, const QString &typed);

    // Whether a key is for the box while it is shown, and what it does then.
    static bool wants(const QKeyEvent &event);
    void take(const QKeyEvent &event);

signals:
    void chosen(const QString &key); // to stand between the brackets
    void dismissed();                // by a person

private:
    void place();
    void choose(const QModelIndex &index);

    const QTextEdit &m_editor;
    QStringListModel *m_rows;
    QStringList m_keys;
};
