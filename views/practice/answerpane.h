// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/drillrunner.h"
#include "model/practice/practicesession.h"
#include "views/common/box.h"

class DrillEditor;
class MatchedAnswer;
class PlainEdit;
class QLabel;
class QPushButton;
class QToolButton;
struct Desk;

// The learner's side of a question: typed, written as code, spoken or thought; and afterwards what
// of it makes a key point.
class AnswerPane final : public Box
{
    Q_OBJECT

public:
    explicit AnswerPane(const Desk &desk, QWidget *parent = nullptr);

    // The session to write to, which must outlive its use; null for none.
    void setSession(PracticeSession *session);

    // Shows the session's phase as it is now.
    void showPhase();
    // Shows what is ticked now.
    void showPoints();
    void showTime();

    // To correct the answer, and back; whether it was being corrected.
    void edit();
    bool stopEditing();

    // Of a code drill; does nothing for other questions.
    void runChecks();
    // Where typing goes, or the button that reveals.
    void focusAnswer();

signals:
    void revealRequested();
    void proved(const QList<DrillProof> &proofs); // what a drill's checks found

private:
    void buildHead();
    void buildSpoken();
    void buildReveal();
    DrillEditor *drillEditor();
    bool isRevealed() const;
    bool isDrill() const;
    bool isTyped() const;

    const Desk &m_desk;
    PracticeSession *m_session = nullptr;
    bool m_editing = false; // what was revealed already
    QLabel *m_info;
    QToolButton *m_edit;
    PlainEdit *m_typed;
    MatchedAnswer *m_matched;
    DrillEditor *m_drill = nullptr; // made for the first drill
    QWidget *m_spoken;
    QLabel *m_watch;
    QLabel *m_inYourHead;
    QWidget *m_revealRow;
    QPushButton *m_reveal;
};
