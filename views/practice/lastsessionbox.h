// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/practicestore.h"
#include "model/practice/scheduler.h"
#include "views/common/box.h"

class QLabel;
class QPushButton;
class RatingBar;

// How the last session went, and which key points are missed: in it, or again and again.
class LastSessionBox final : public Box
{
    Q_OBJECT

public:
    explicit LastSessionBox(QWidget *parent = nullptr);

    // Before the first session the box explains the grades.
    void show(const std::optional<SessionSummary> &last, const QList<StubbornPoint> &stubborn);

signals:
    void practiseChosen(const QList<QuestionId> &questions);

private:
    void explainGrades();
    void showSession(const SessionSummary &last);
    void showMissed(const QStringList &missed, const QList<StubbornPoint> &stubborn);

    QLabel *m_when;
    QLabel *m_what;
    RatingBar *m_ratings;
    QLabel *m_missed;
    QPushButton *m_again;
    QList<QuestionId> m_questions; // with missed points
};
