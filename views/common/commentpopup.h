// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/highlightstore.h"

#include <QWidget>

class PlainEdit;
struct Desk;

// A small field for a highlight's comment, where there is no pane beside the answer. Saves what is
// typed, closes with Esc, Ctrl+Enter or a click elsewhere, and deletes itself then.
class CommentPopup final : public QWidget
{
    Q_OBJECT

public:
    CommentPopup(const Desk &desk, const Highlight &highlight, QWidget *parent);

    // Opens below `place`, which is in global coordinates.
    void openAt(const QRect &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    const Desk &m_desk;
    Highlight m_before;
    PlainEdit *m_edit;
};
