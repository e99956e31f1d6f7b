// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

// A round of practice that can be started, as a card with its key, a count and a sentence.
class RoundCard final : public QAbstractButton
{
    Q_OBJECT

public:
    RoundCard(const QString &iconName, const QString &title, const QString &key,
              QWidget *parent = nullptr);

    void setContent(int count, const QString &what, const QString &description);

    int count() const { return m_count; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    QString m_key;
    int m_count = 0;
    QString m_what;
    QString m_description;
};
