// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/practicesession.h"

#include <QTimer>
#include <QWidget>

class AnswerPane;
class AnswerView;
class Banner;
class Box;
class GradeBar;
class KeyPointList;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class SessionProgress;
class TierBadge;
struct Desk;
struct DrillProof;

// One question of a session at a time: answer, reveal, tick the key points, grade.
class SessionView final : public QWidget
{
    Q_OBJECT

public:
    explicit SessionView(const Desk &desk, QWidget *parent = nullptr);

    // Shows a session, which must outlive its showing; null for none.
    void setSession(PracticeSession *session);

    void reveal();
    void grade(Rating rating);
    void gradeAsSuggested();
    void togglePoint(int point);
    void editAnswer();
    // From correcting an answer back to grading it; whether it was being corrected.
    bool stopEditing();
    void scrollModel(int pages);

    // The model answer once it was revealed, and nothing before; to be marked.
    AnswerView &model() const { return *m_model; }

    // Of a code drill; does nothing for other questions.
    void runChecks();
    void setTimerShown(bool shown);
    void focusAnswer();

    // For the star and the button beside it, made by the page.
    void setActions(QAction *bookmark, QAction *openInStudy);

signals:
    void undoRequested();
    void pauseRequested();
    void linkRequested(const QString &address);
    void topicRequested(TopicId topic);

private:
    QWidget *buildBar();
    QWidget *buildQuestion();
    QWidget *buildAnswers();
    void buildModel(QWidget *parent);
    void showQuestion();
    void showPhase();
    void showPoints();
    void showTime();
    void showBar();
    void tickProved(const QList<DrillProof> &proofs);
    bool isRevealed() const;

    const Desk &m_desk;
    PracticeSession *m_session = nullptr;
    QTimer m_tick;

    Banner *m_banner;
    QLabel *m_title;
    QLabel *m_position;
    SessionProgress *m_progress;
    QLabel *m_clockIcon;
    QLabel *m_time;
    QPushButton *m_undo;
    QScrollArea *m_area;
    TierBadge *m_tier;
    QWidget *m_topics;
    QToolButton *m_bookmark;
    QToolButton *m_open;
    QLabel *m_prompt;
    AnswerPane *m_answer;
    Box *m_modelBox;
    QScrollArea *m_modelArea;
    AnswerView *m_model;
    KeyPointList *m_points;
    GradeBar *m_grades;
};
