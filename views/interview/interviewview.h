// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class AnswerForm;
class Banner;
class InterviewClock;
class InterviewSteps;
class MockInterview;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class TierBadge;

// A running interview: the question, the fields to answer it, and the clocks. There is no way back,
// and no answer in sight.
class InterviewView final : public QWidget
{
    Q_OBJECT

public:
    explicit InterviewView(QWidget *parent = nullptr);

    // Shows an interview, which must outlive its showing; null for none.
    void setInterview(MockInterview *interview);

    void next();
    void skip();
    void toggleFlag();
    void focusMain();

signals:
    void announced(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildQuestion();
    QWidget *buildFoot();
    QWidget *buildSide();
    void showQuestion();
    void showFlag();
    void showTime();
    void showFocus();

    MockInterview *m_interview = nullptr;
    QTimer m_tick;
    bool m_followUpShown = false;

    Banner *m_banner;
    QScrollArea *m_area = nullptr;
    TierBadge *m_tier = nullptr;
    QHBoxLayout *m_facts = nullptr;
    QWidget *m_topic = nullptr;
    QLabel *m_position = nullptr;
    QLabel *m_prompt = nullptr;
    QLabel *m_followUp = nullptr;
    AnswerForm *m_form = nullptr;
    QPushButton *m_flag = nullptr;
    QPushButton *m_skip = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_next = nullptr;
    InterviewClock *m_clock = nullptr;
    InterviewClock *m_wholeClock = nullptr;
    QLabel *m_pace = nullptr;
    QScrollArea *m_stepArea = nullptr;
    InterviewSteps *m_steps = nullptr;
};
