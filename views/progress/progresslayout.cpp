// SPDX-License-Identifier: GPL-3.0-or-later
// How the Progress page is put together; what it does is in progresspage.cpp.

#include "views/common/banner.h"
#include "views/common/emptystate.h"
#include "views/common/icons.h"
#include "views/common/segmentedcontrol.h"
#include "views/common/typography.h"
#include "views/progress/chartbox.h"
#include "views/progress/practiceheatmap.h"
#include "views/progress/progresspage.h"
#include "views/progress/readinessbox.h"
#include "views/progress/readinesschart.h"
#include "views/progress/stackedbars.h"
#include "views/progress/topicrecalllist.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace {

constexpr int pageMargin = 32;
constexpr int readinessHeight = 276;
constexpr int boxHeight = 340;
constexpr int threeColumns = 1080; // a page at least so wide has its boxes side by side

} // namespace

QWidget *ProgressPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *title = new QLabel(tr("Progress"), head);
    setTextStyle(title, TextStyle::Title);
    m_range = new SegmentedControl({tr("Four weeks"), tr("To the interview"), tr("All")}, head);
    m_range->setObjectName(u"progressRange"_s);
    m_range->setAccessibleName(tr("Days shown"));
    m_range->setToolTip(tr("How much of past and future to show (1, 2, 3)"));
    m_range->setCurrent(int(ProgressRange::ToTheEnd));
    setScaledHeight(m_range, 32);
    m_print = new QPushButton(tr("Print…"), head);
    m_print->setObjectName(u"printProgress"_s);
    m_print->setIcon(icon(u"print"_s, IconColor::Text));
    m_print->setToolTip(tr("Print this page, or write it as a PDF (Ctrl+P)"));
    m_export = new QPushButton(tr("Export CSV…"), head);
    m_export->setObjectName(u"exportProgress"_s);
    m_export->setIcon(icon(u"export"_s, IconColor::Text));
    m_export->setToolTip(tr("Write daily figures for a spreadsheet (Ctrl+E)"));
    for (QPushButton *button : {m_print, m_export})
        setTextStyle(button, TextStyle::Ui, QFont::Medium);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(pageMargin, 24, pageMargin, 16);
    layout->setSpacing(8);
    layout->addWidget(title, 1);
    layout->addWidget(m_range);
    layout->addSpacing(8);
    layout->addWidget(m_print);
    layout->addWidget(m_export);
    connect(m_range, &SegmentedControl::chosen, this, &ProgressPage::showFigures);
    connect(m_print, &QPushButton::clicked, this, &ProgressPage::print);
    connect(m_export, &QPushButton::clicked, this, &ProgressPage::exportCsv);
    return head;
}

QWidget *ProgressPage::buildCharts()
{
    auto *content = new QWidget;
    m_readiness = new ReadinessBox(content);
    m_heatMap = new PracticeHeatMap(content);
    m_topics = new TopicRecallList(content);
    m_bars = new StackedBars(content);
    m_bars->setObjectName(u"workBars"_s);
    m_bars->setAccessibleName(tr("Due"));
    m_daysBox = new ChartBox(u"practiceDays"_s, tr("Practice days"), m_heatMap, content);
    m_topicsBox = new ChartBox(u"topics"_s, tr("Recall by topic"), m_topics, content);
    m_workBox = new ChartBox(u"work"_s, tr("Due"), m_bars, content);
    m_work = new SegmentedControl({tr("Due"), tr("Spent")}, m_workBox);
    m_work->setObjectName(u"workOrTime"_s);
    m_work->setAccessibleName(tr("Due or time spent"));
    m_work->setToolTip(tr("What is to come, or what was done (D)"));
    m_work->setCurrent(0);
    m_workBox->head()->insertWidget(1, m_work, 0, Qt::AlignTop);

    m_grid = new QGridLayout;
    m_grid->setSpacing(16);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(pageMargin, 0, pageMargin, 24);
    layout->setSpacing(16);
    layout->addWidget(m_readiness, readinessHeight);
    layout->addLayout(m_grid, boxHeight);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(content);
    content->setBackgroundRole(QPalette::AlternateBase);
    m_area->viewport()->setBackgroundRole(QPalette::AlternateBase);

    connect(m_readiness, &ReadinessBox::explanationRequested, this, &ProgressPage::explain);
    connect(m_heatMap, &Chart::activated, this,
            [this](int point) { showDay(m_heatMap->dayAt(point)); });
    connect(m_topics, &TopicRecallList::practiceRequested, this, &ProgressPage::practiseTopic);
    connect(m_topics, &TopicRecallList::bookmarkRequested, this, &ProgressPage::bookmarkTopic);
    connect(m_topics, &TopicRecallList::menuRequested, this, &ProgressPage::showTopicMenu);
    connect(m_work, &SegmentedControl::chosen, this, &ProgressPage::showWork);
    return m_area;
}

// In a narrow window the last box goes below the others.
void ProgressPage::arrange()
{
    const bool wide = width() >= scaled(threeColumns);
    m_grid->removeWidget(m_workBox);
    m_grid->addWidget(m_daysBox, 0, 0);
    m_grid->addWidget(m_topicsBox, 0, 1);
    if (wide)
        m_grid->addWidget(m_workBox, 0, 2);
    else
        m_grid->addWidget(m_workBox, 1, 0, 1, 2);
    m_grid->setColumnStretch(0, 102);
    m_grid->setColumnStretch(1, 100);
    m_grid->setColumnStretch(2, wide ? 94 : 0);
    for (QWidget *box : std::initializer_list<QWidget *>{m_daysBox, m_topicsBox, m_workBox})
        box->setMinimumHeight(scaled(boxHeight - 24));
    m_readiness->setMinimumHeight(scaled(readinessHeight - 24));
}
