// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/guide.h"
#include "model/plan/outlook.h"
#include "model/result.h"
#include "views/common/page.h"

class AdviceColumn;
class AftermathBox;
class Banner;
class CoverageLegend;
class GoalDialog;
class PlanBox;
class QHBoxLayout;
class QLabel;
class QListView;
class QPushButton;
class SegmentedControl;
class TopicListModel;
struct Desk;
struct TopicRow;

// Where to begin and what to expect: the plan to the interview, the topics of the chosen level in
// must-study order with what is recalled of each, and tips, answers and resources.
class GuidePage final : public Page
{
    Q_OBJECT

public:
    explicit GuidePage(const Desk &desk, QWidget *parent = nullptr);

    QStringList statusItems() const override;
    void arrive() override;
    void leave() override;

    // Puts the keyboard where the page asks how the interview went, if it does.
    void focusAftermath();

    // What is known of the plan and the learner's memory; comes from the planner.
    void showOutlook(const Outlook &outlook);

protected:
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildPlan();
    QWidget *buildTopics();
    void buildActions();
    void chooseLevel(int index);
    // Opens the dialog, with another level chosen if one is given.
    void changeGoal(const QString &level = {});
    void newDate();
    void execute(GoalDialog &dialog);
    void stopPlan();
    void showGoal();
    void showDate();
    // Shares the width out, or shows one side at a time.
    void fitWidth();
    void showTopics();
    void showAftermath();
    void showPast();
    // Whether anything is known of what the topics' questions are recalled.
    bool addRecall(QList<TopicRow> &rows) const;
    qint64 currentTopic() const;
    void studyNext();
    void openCurrent();
    void practiseCurrent();
    void bookmarkCurrent();

    const Desk &m_desk;
    const Result<QList<Level>> m_readLevels;
    const Result<QList<GuideEntry>> m_readEntries;
    const QList<Level> m_levels; // empty when they could not be read, as are the entries
    const QList<GuideEntry> m_entries;
    Level m_level; // the chosen one
    Outlook m_outlook;
    qint64 m_next = 0;
    bool m_away = true; // another page is in front
    Banner *m_banner;
    SegmentedControl *m_picker;
    QLabel *m_about;
    QLabel *m_date;
    QLabel *m_minutes;
    TopicListModel *m_model;
    PlanBox *m_plan;
    AftermathBox *m_aftermath;
    QWidget *m_left;
    SegmentedControl *m_side;
    QLabel *m_clock;
    bool m_low = false;
    AdviceColumn *m_advice;
    QHBoxLayout *m_columns;
    QHBoxLayout *m_headRow;
    CoverageLegend *m_legend;
    QListView *m_topics;
    QLabel *m_nextWhy;
    QPushButton *m_nextButton;
};
