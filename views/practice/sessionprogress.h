// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class PracticeSession;

// A segment for each question of a session: done, graded Again, at hand, or to come.
class SessionProgress final : public QWidget
{
    Q_OBJECT

public:
    explicit SessionProgress(QWidget *parent = nullptr);

    void show(const PracticeSession &session);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Step { ToCome, Now, Done, Again };

    QList<Step> m_steps;
};
