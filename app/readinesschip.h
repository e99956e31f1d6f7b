// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/outlook.h"

#include <QAbstractButton>

// How far the interview is and how ready the learner is, in the corner of the window.
class ReadinessChip final : public QAbstractButton
{
    Q_OBJECT

public:
    // How much of it is written out.
    enum class Length { Full, Brief, Figure };

    explicit ReadinessChip(QWidget *parent = nullptr);

    // `today` is a study day. An outlook of another level than the goal's, or one that was never
    // made, says nothing about readiness.
    void setState(const Goal &goal, const Outlook &outlook, int today);

    void setLength(Length length);
    int widthFor(Length length) const;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString textFor(Length length) const;

    QString m_texts[3]; // by Length
    double m_ready = -1;
    Length m_length = Length::Full;
};
