// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

// A rounded box on a page, with an upright layout.
class Box : public QFrame
{
    Q_OBJECT

public:
    explicit Box(QWidget *parent = nullptr, int padding = 16);

    QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_content;
};

// Gives a box without padding a head: a title, a line below it, and room at the right of the title,
// which is returned.
QHBoxLayout *boxHead(Box *box, const QString &title);
