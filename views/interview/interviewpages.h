// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/mockinterview.h"

#include <QWidget>

#include <functional>

class InterviewGradingView;
class InterviewView;
class QStackedWidget;
class ScorecardView;
struct Desk;

// A mock interview from its first question to its scorecard: running, graded, finished.
class InterviewPages final : public QWidget
{
    Q_OBJECT

public:
    explicit InterviewPages(const Desk &desk, QWidget *parent = nullptr);
    ~InterviewPages() override;

    // Goes on with the interview that was left, or begins one for the learner's level. An error
    // when there is nothing to ask, or it cannot be read.
    Status start();
    // Goes on with the one that was left, if any; answers whether there is one.
    Result<bool> resume();

    bool isRunning() const;

    // Keys, as the page hands them on.
    void enter();
    void ctrlEnter();
    void number(int number);
    void togglePoint(int point);
    void toggleFlag();
    void skip();
    void escape();
    void scrollModel(int pages);

    // Asks first.
    void requestEnd();
    void save();
    void focusMain();

    QString subject() const;
    QStringList statusItems() const;

    // Whether to end a running interview; asks by default.
    std::function<bool()> confirmEnd;

    ScorecardView &scorecard() { return *m_scorecard; }

signals:
    void practiceRequested(const QString &title, const QList<QuestionId> &questions);
    void linkRequested(const QString &address);
    void announced(const QString &text);
    void statusChanged();
    // Nothing is left to show here: the result was read, or grading was put off.
    void finished();
    // While an interview runs, nothing else is to be reached; `title` says which it is.
    void lockChanged(bool locked, const QString &title);

private:
    void open(std::unique_ptr<MockInterview> interview);
    void showPhase();
    void finishGrading(bool counted);
    void close();

    const Desk &m_desk;
    QStackedWidget *m_stack;
    InterviewView *m_running;
    InterviewGradingView *m_grading;
    ScorecardView *m_scorecard;
    std::unique_ptr<MockInterview> m_interview;
};
