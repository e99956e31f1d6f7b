// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/updatestore.h"
#include "views/common/box.h"

class DifferenceView;
class QLabel;
class QPushButton;
struct Desk;

// What a newer deck changed in the question at hand, between its badges and its answer. It never
// opens by itself, because it tells the answer.
class DifferenceBox final : public Box
{
    Q_OBJECT

public:
    explicit DifferenceBox(const Desk &desk, QWidget *parent = nullptr);

    // The button that opens the box, for a layout among the badges. It shows while the learner has
    // not looked at the change.
    QPushButton *chip() const { return m_chip; }

    // Closes the box, which is from now on about this question.
    void setQuestion(const Question &question);

    // Returns false when no deck ever changed the question.
    bool setOpen(bool open);

    bool isOpen() const { return !isHidden(); }

signals:
    void opened();
    void finished(); // by one of its buttons

private:
    void readUpdate();
    void showDifference();

    const Desk &m_desk;
    Question m_question;
    std::optional<QuestionUpdate> m_update;
    QLabel *m_title;
    QLabel *m_promptTitle;
    DifferenceView *m_prompt;
    QLabel *m_answerTitle;
    DifferenceView *m_answer;
    QPushButton *m_done;
    QPushButton *m_hide;
    QPushButton *m_chip;
};
