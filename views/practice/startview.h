// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/practicestore.h"
#include "model/practice/scheduler.h"

#include <QWidget>

class Banner;
class DueBox;
class LastSessionBox;
class QCheckBox;
class QComboBox;
class QLabel;
class RoundCard;
class SegmentedControl;
class WeekChart;
struct Desk;

// Where practice begins: what can be practised now, how the last session went, and what is coming.
class StartView final : public QWidget
{
    Q_OBJECT

public:
    // The rounds by their keys.
    enum Round { Due = 1, Weak, Bookmarked, QuickTen, Interview, Drills, Unseen };

    explicit StartView(const Desk &desk, QWidget *parent = nullptr);

    // Reads all figures again. `paused` is the session that can be continued, if any.
    void refresh(const std::optional<SessionRecord> &paused);

    AnswerMode mode() const;

    // Starts a round, if there is anything in it.
    void startRound(int round);
    void chooseTopics();

    // What is due, as shown.
    const DueList &due() const { return m_due; }

    void focusMain();

signals:
    void drillsChosen(const QString &title, const QList<QuestionId> &drills);
    void interviewChosen();
    void roundChosen(const QString &title, const QList<QuestionId> &questions);
    void continueChosen();
    void againChosen();  // the paused round from its beginning
    void giveUpChosen(); // end the paused round
    void timerToggled(bool shown);

private:
    QWidget *buildRounds();
    QWidget *buildSide();
    QWidget *buildOptions();
    void showRounds();
    void showInterview();
    void showDrills();
    void choose(const QString &title, const Result<QList<QuestionId>> &questions);
    // The value of a result, or a default with the error in the banner.
    template <typename T>
    T shown(const Result<T> &result);

    const Desk &m_desk;
    bool m_paused = false;
    DueList m_due;
    WeakList m_weakList;
    QList<QuestionId> m_openDrills;

    Banner *m_banner;
    QLabel *m_date;
    DueBox *m_dueBox;
    RoundCard *m_weak;
    RoundCard *m_bookmarked;
    RoundCard *m_quickTen;
    RoundCard *m_interview;
    RoundCard *m_drills;
    LastSessionBox *m_last;
    WeekChart *m_week;
    SegmentedControl *m_mode;
    QComboBox *m_newPerDay;
    QCheckBox *m_timer;
};
