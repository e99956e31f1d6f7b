// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

// What an empty list says instead: what will be here, and an action that fills it.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    // Links in `text` (<a href="...">) are reported by linkActivated(). No button for an empty
    // name.
    void setContent(const QString &title, const QString &text, const QString &button = {});

signals:
    void buttonClicked();
    void linkActivated(const QString &link);

private:
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
};
