// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/question.h"

#include <QWidget>

// A tier's word in its box.
class TierBadge final : public QWidget
{
    Q_OBJECT

public:
    explicit TierBadge(QWidget *parent = nullptr);

    void setTier(Tier tier);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tier m_tier = Tier::Basic;
};

// Small facts about a question in outlined boxes, such as the version it was checked on.
class Chip final : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};
