// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/highlightstore.h"

#include <QWidget>

class QVBoxLayout;

// Highlights one below the other to read: each with its number, its quote in its colour, and its
// comment.
class HighlightList final : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        Highlight highlight;
        int number = 0; // among those on its question; 0 shows none
        bool passageChanged = false;
        bool withComment = true;
    };

    explicit HighlightList(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    QWidget *makeRow(const Entry &entry);

    QList<Entry> m_entries;
    QVBoxLayout *m_layout;
};
