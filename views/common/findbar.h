// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>
#include <QTimer>
#include <QWidget>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QTextEdit;

// Finds in a text: a field, "2 of 5", on and back. All matches are marked, with the text's extra
// selections. Closing goes back to where the cursor was, unless somebody went on to a match.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    // `text` must outlive the bar; in a parent's layout or placed by it, hidden at first.
    explicit FindBar(QTextEdit &text, QWidget *parent);

    // Shows the bar, with what is selected in the text; the field gets the focus.
    void open();
    void close();

    // Whether a key that the text gets is for the bar as it is now, and what it does then: F3 and
    // Ctrl+F open it or go on.
    bool wants(const QKeyEvent &event) const;
    void take(const QKeyEvent &event);

signals:
    void shown(bool visible);
    void moved(); // the text's cursor, to a match
    void left();  // the focus, neither to the text nor within the bar

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search();  // for what the field says now, from where one was
    void refresh(); // after the text changed
    void step(int by);
    void mark();
    QTextCursor match(qsizetype index) const;

    QTextEdit &m_text;
    QLineEdit *m_field;
    QLabel *m_count;
    QTimer m_refresh;
    QTextCursor m_place; // to go back to
    QList<int> m_starts; // of the matches
    int m_length = 0;    // of each
    qsizetype m_current = -1;
    bool m_went = false; // on to a match, on purpose
};
