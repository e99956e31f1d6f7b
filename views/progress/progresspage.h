// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/page.h"
#include "views/progress/progressfigures.h"

#include <QTimer>

#include <functional>

class Banner;
class ChartBox;
class EmptyState;
class PracticeHeatMap;
class QGridLayout;
class QPrinter;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class ReadinessBox;
class SegmentedControl;
class StackedBars;
class TopicRecallList;
struct Desk;

// How ready the learner is and will be, when they practised, what they would recall of each topic,
// and what is to come.
class ProgressPage final : public Page
{
    Q_OBJECT

public:
    explicit ProgressPage(const Desk &desk, QWidget *parent = nullptr);

    QStringList statusItems() const override;
    void arrive() override;

    // The page follows the planner by itself.
    void setOutlook(const Outlook &outlook);

    // Ask where to; an empty path and false change nothing.
    std::function<QString(const QString &name, const QString &filter)> chooseFile;
    std::function<bool(QPrinter &printer)> choosePrinter;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildCharts();
    void buildActions();
    void arrange();
    // Reads what is on disk, and shows it.
    void reload();
    void showFigures();
    void showTopics();
    void showWork();
    void showRange(int range);
    void showTables();
    void showWorkOrTime();
    void explain();
    void showDay(int day);
    void showTopicMenu(const QPoint &globalPosition);
    void practiseTopic();
    void studyTopic();
    void bookmarkTopic();
    void mainAction();
    void exportCsv();
    void print();

    const Desk &m_desk;
    ProgressFigures m_figures;
    Banner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QScrollArea *m_area;
    SegmentedControl *m_range = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_export = nullptr;
    ReadinessBox *m_readiness = nullptr;
    QGridLayout *m_grid = nullptr;
    PracticeHeatMap *m_heatMap = nullptr;
    TopicRecallList *m_topics = nullptr;
    StackedBars *m_bars = nullptr;
    ChartBox *m_daysBox = nullptr;
    ChartBox *m_topicsBox = nullptr;
    ChartBox *m_workBox = nullptr;
    SegmentedControl *m_work = nullptr;
    QList<QAction *> m_topicActions;
    QTimer m_rest; // before what was practised is read
    bool m_practised = false;
};
