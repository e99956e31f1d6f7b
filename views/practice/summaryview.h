// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/practicesession.h"

#include <QWidget>

class QLabel;
class QPushButton;
class RatingBar;
struct Desk;

// The end of a session: the grades, and the points that were missed, by question.
class SummaryView final : public QWidget
{
    Q_OBJECT

public:
    explicit SummaryView(const Desk &desk, QWidget *parent = nullptr);

    void setSession(const PracticeSession &session);

    void focusMain();

signals:
    void doneChosen();
    void undoRequested();
    void roundChosen(const QString &title, const QList<QuestionId> &questions);
    void questionRequested(QuestionId question);

private:
    QString missedPoints(const PracticeSession &session);

    const Desk &m_desk;
    QList<QuestionId> m_missedQuestions;
    QLabel *m_title;
    QLabel *m_facts;
    RatingBar *m_ratings;
    QLabel *m_missed;
    QPushButton *m_again;
    QPushButton *m_done;
};
