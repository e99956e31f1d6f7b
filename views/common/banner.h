// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QFrame>

class QLabel;
class QPushButton;

// A strip across the top of a page that says what went wrong, or what happened. It stays until it
// is closed or what went wrong works.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    // Logs the error's detail and shows its message.
    void showError(const Error &error);

    // Says what happened, where nothing went wrong. With `link`, what a click on that does is
    // left to linkActivated().
    void showNote(const QString &text, const QString &link = {});

    void clear() { hide(); }

signals:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    bool m_note = false;
};
