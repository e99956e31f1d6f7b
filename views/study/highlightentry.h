// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/answerview.h"

#include <QWidget>

class PlainEdit;
class QLabel;
class QPushButton;

// One highlight in the right pane of Study: its number, its words, and the comment, which is
// written where it stands.
class HighlightEntry final : public QWidget
{
    Q_OBJECT

public:
    explicit HighlightEntry(const Desk &desk, QWidget *parent = nullptr);

    void setHighlight(const AnswerView::Placed &placed);

    const QString &uid() const { return m_highlight.uid; }

    const Highlight &highlight() const { return m_highlight; }

    // Stands out, as its passage does.
    void setLit(bool lit);

    void focusMarker();
    // To write the comment.
    void focusComment();
    // What was typed becomes one undo step.
    void commit();

signals:
    void chosen();         // clicked, or reached by keyboard
    void pointed(bool at); // the mouse came, or left
    void reattachRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void showComment();
    void fitComment();

    const Desk &m_desk;
    Highlight m_highlight;
    QString m_committed; // the comment at the last undo step
    bool m_lit = false;

    HighlightMarker *m_marker;
    QLabel *m_quote;
    QLabel *m_changed;
    QPushButton *m_reattach;
    PlainEdit *m_comment;
};
