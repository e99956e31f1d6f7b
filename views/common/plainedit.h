// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

// A field for plain text of several lines. Ctrl+Z undoes typing; once there is none left to undo,
// the key goes on to the window, which undoes the step before.
class PlainEdit : public QTextEdit
{
    Q_OBJECT

public:
    explicit PlainEdit(QWidget *parent = nullptr);

    // Empties the field's own undo and redo. Answers the text that its redo would have led to; null
    // if there was none.
    QString takeUndone();

protected:
    bool event(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void paintEvent(QPaintEvent *event) override;
};
