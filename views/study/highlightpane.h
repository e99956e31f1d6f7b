// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class AnswerView;
class HighlightEntry;
class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;
struct Desk;

// The lower right of Study: the highlights of the question at hand with their comments. An entry
// and its passage in the answer light up together.
class HighlightPane final : public QWidget
{
    Q_OBJECT

public:
    // `answer` must outlive the pane.
    HighlightPane(const Desk &desk, AnswerView &answer, QWidget *parent = nullptr);

    // How many highlights the question has. Those of a hidden answer are only counted, so that
    // nobody reads it here before they try.
    void setHidden(bool hidden, int count);

    // Shows an entry, to read or to write its comment.
    void showEntry(const QString &uid);
    void editComment(const QString &uid);
    // What was typed becomes one undo step.
    void commit();

signals:
    void passageRequested(const QString &uid); // scroll the answer to it
    void notesRequested();                     // all of them, to export
    void announced(const QString &text);

private:
    QWidget *buildHint();
    void showHighlights();
    void showLit();
    HighlightEntry *addEntry();
    HighlightEntry *entry(const QString &uid) const;

    const Desk &m_desk;
    AnswerView &m_answer;
    QList<HighlightEntry *> m_entries;

    QLabel *m_count;
    QToolButton *m_export;
    QLabel *m_hidden;
    QScrollArea *m_area;
    QVBoxLayout *m_list;
};
