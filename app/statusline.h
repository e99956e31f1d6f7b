// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class WriteQueue;

// The strip at the foot of the window: figures of the page at the left, and at the right whether
// everything is saved.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    // `writes` must outlive the line.
    explicit StatusLine(WriteQueue &writes, QWidget *parent = nullptr);

    void setItems(const QStringList &items);
    // Says something in place of the figures for a few seconds.
    void announce(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showItems();
    void showSaveState();

    WriteQueue &m_writes;
    QStringList m_items;
    QString m_announcement;
    QTimer m_announcing;
    QLabel *m_left;
    QLabel *m_check;
    QLabel *m_saved;
};
