// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/progresspage.h"

#include "model/annotations/bookmarkstore.h"
#include "model/collection/collection.h"
#include "model/plan/guidestore.h"
#include "model/plan/planner.h"
#include "model/practice/practicestore.h"
#include "model/practice/studyday.h"
#include "model/questions/questionstore.h"
#include "model/textfile.h"
#include "views/common/banner.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/durations.h"
#include "views/common/emptystate.h"
#include "views/common/segmentedcontrol.h"
#include "views/common/typography.h"
#include "views/progress/chartbox.h"
#include "views/progress/chartstack.h"
#include "views/progress/daydialog.h"
#include "views/progress/practiceheatmap.h"
#include "views/progress/progressprint.h"
#include "views/progress/readinessbox.h"
#include "views/progress/topicrecalllist.h"
#include "views/progress/workload.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto betweenReads = 1s; // however fast someone grades

} // namespace

ProgressPage::ProgressPage(const Desk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_area(new QScrollArea(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(buildHead());
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(buildCharts());
    m_stack->addWidget(m_empty);
    m_empty->setContent(
        tr("Nothing to measure yet"),
        tr("Grade a few questions in Practice. Then this page shows how ready you are and how "
           "ready you will be on the day, when you practised, which topics are weak, and what "
           "comes back when. The forecast starts after three days of practice."),
        tr("Start practising"));
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    buildActions();
    arrange();

    chooseFile = [this](const QString &name, const QString &filter) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        return QFileDialog::getSaveFileName(this, tr("Export daily figures"),
                                            QDir(folder).filePath(name), filter);
    };
    choosePrinter = [this](QPrinter &printer) {
        return QPrintDialog(&printer, this).exec() == QDialog::Accepted;
    };
    connect(m_empty, &EmptyState::buttonClicked, this,
            [this] { emit pageRequested(PracticePageIndex); });
    connect(&desk.planner, &Planner::changed, this,
            [this] { setOutlook(m_desk.planner.outlook()); });
    connect(&desk.bookmarks, &BookmarkStore::changed, this, &ProgressPage::showTopics);
    // Most of what is written is none of this page's business. A page in the background reads when
    // it comes to the front.
    connect(&desk.practice, &PracticeStore::changed, this, [this] { m_practised = true; });
    connect(&desk.collection.writes(), &WriteQueue::committed, this, [this] {
        if (m_practised && isVisible() && !m_rest.isActive())
            m_rest.start(betweenReads);
    });
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (isVisible())
            reload();
    });
    m_figures.outlook = desk.planner.outlook();
}

void ProgressPage::buildActions()
{
    m_topicActions = {
        addPageAction(tr("Practise the topic"), {u"P"_s}, [this] { practiseTopic(); }),
        addPageAction(tr("Show the topic's questions"), {u"S"_s}, [this] { studyTopic(); }),
        addPageAction(tr("Bookmark the topic"), {u"B"_s}, [this] { bookmarkTopic(); }),
    };
    addPageAction(tr("Practise the weakest topic"), {u"Ctrl+Return"_s, u"Ctrl+Enter"_s},
                  [this] { mainAction(); });
    addPageAction(tr("Show four weeks"), {u"1"_s}, [this] { showRange(0); });
    addPageAction(tr("Show the days to the interview"), {u"2"_s}, [this] { showRange(1); });
    addPageAction(tr("Show all days"), {u"3"_s}, [this] { showRange(2); });
    addPageAction(tr("Due or time spent"), {u"D"_s}, [this] { showWorkOrTime(); });
    addPageAction(tr("Charts as tables"), {u"T"_s}, [this] { showTables(); });
    addPageAction(tr("Show the day's sessions"), {u"Y"_s}, [this] {
        const int point = m_heatMap->reading();
        showDay(point < 0 ? m_figures.today : m_heatMap->dayAt(point));
    });
    addPageAction(tr("How readiness is worked out"), {u"H"_s}, [this] { explain(); });
    addPageAction(tr("Export CSV…"), {u"Ctrl+E"_s}, [this] { exportCsv(); });
    addPageAction(tr("Print…"), {u"Ctrl+P"_s}, [this] { print(); });
}

QStringList ProgressPage::statusItems() const
{
    QStringList items;
    if (m_figures.isKnown())
        items = {tr("%n question(s) started", nullptr, m_figures.outlook.seen),
                 tr("%1 solid").arg(m_figures.outlook.solid)};
    items.append(tr("%1 practised").arg(hoursText(practiceSummary(m_figures).total)));
    return items;
}

void ProgressPage::arrive()
{
    reload();
    if (m_stack->currentWidget() == m_empty)
        m_empty->setFocus(Qt::OtherFocusReason);
    else
        m_topicsBox->stack()->focusShown();
}

void ProgressPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void ProgressPage::setOutlook(const Outlook &outlook)
{
    m_figures.outlook = outlook;
    if (isVisible())
        reload();
}

void ProgressPage::reload()
{
    // What is not on disk yet is read after the next commit.
    m_practised = m_practised && m_desk.collection.writes().pendingCount() > 0;
    m_figures.today = m_figures.isKnown() ? m_figures.outlook.today : Moment::now().day;
    const auto days = m_desk.progress.practiceDays(m_figures.today);
    const auto history = m_desk.progress.history(m_figures.today);
    if (!days.ok())
        m_banner->showError(days.error());
    else if (!history.ok())
        m_banner->showError(history.error());
    m_figures.days = days.valueOr({});
    m_figures.history = history.valueOr({});
    showFigures();
}

void ProgressPage::showFigures()
{
    const bool empty = m_figures.days.isEmpty();
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_area);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_range, m_print, m_export})
        widget->setVisible(!empty);
    const bool dated = m_figures.isKnown()
                           ? m_figures.outlook.isDated()
                           : m_desk.guide.goal().interview.toJulianDay() > m_figures.today;
    m_range->setText(int(ProgressRange::ToTheEnd),
                     dated ? tr("To the interview") : tr("Twelve weeks"));
    m_readiness->setFigures(m_figures, daysShown(m_figures, ProgressRange(m_range->current())));
    const PracticeSummary practice = practiceSummary(m_figures);
    m_heatMap->setFigures(m_figures);
    m_daysBox->stack()->setTable(m_heatMap->table());
    m_daysBox->setSubtitle(
        practice.of < 2 ? tr("The first day: %1 min").arg(practice.minutes)
                        : tr("%1 of the last %n day(s), %2 min on average", nullptr, practice.of)
                              .arg(practice.practised)
                              .arg(practice.minutes));
    showTopics();
    showWork();
    emit statusChanged();
}

void ProgressPage::showTopics()
{
    m_topics->setTopics(m_figures.outlook.topics, m_desk.bookmarks.topics());
    m_topicsBox->stack()->setTable(m_topics->table());
    const int proposed = m_topics->proposedCount();
    m_topicsBox->setSubtitle(!m_figures.isKnown() ? tr("Working it out…")
                             : proposed > 0
                                 ? tr("%n weak topic(s): B bookmarks one", nullptr, proposed)
                                 : tr("The weakest first"));
}

void ProgressPage::showWork()
{
    const Workload work =
        m_work->current() == 0
            ? workAhead(m_figures, daysShown(m_figures, ProgressRange(m_range->current())))
            : timeSpent(m_figures);
    showWorkload(work, m_bars);
    m_workBox->setTitle(work.title);
    m_workBox->setSubtitle(work.subtitle);
    m_workBox->stack()->setTable(work.table);
}

void ProgressPage::showRange(int range)
{
    m_range->setCurrent(range);
    showFigures();
}

// All of them at once; if some are tables already, back to charts.
void ProgressPage::showTables()
{
    const std::initializer_list<ChartStack *> stacks{m_readiness->stack(), m_daysBox->stack(),
                                                     m_topicsBox->stack(), m_workBox->stack()};
    const bool tables =
        std::none_of(stacks.begin(), stacks.end(), [](auto *stack) { return stack->showsTable(); });
    QWidget *focused = window()->focusWidget();
    for (ChartStack *stack : stacks) {
        const bool within = focused && stack->isAncestorOf(focused);
        stack->showTable(tables);
        if (within) // the keyboard stays in its box
            stack->focusShown();
    }
}

void ProgressPage::showWorkOrTime()
{
    m_work->setCurrent(1 - m_work->current());
    showWork();
}

void ProgressPage::explain()
{
    QDialog dialog(this);
    dialog.setObjectName(u"howDialog"_s);
    dialog.setWindowTitle(tr("How this is worked out"));
    auto *text = new QLabel(readinessExplanation(), &dialog);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setWordWrap(true);
    text->setMinimumWidth(scaled(440));
    setTextStyle(text, TextStyle::Reading);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(text);
    layout->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    dialog.exec();
}

void ProgressPage::showDay(int day)
{
    if (day > m_figures.today)
        return; // its text says all there is
    const auto sessions = m_desk.progress.sessionsOn(day);
    if (!sessions.ok()) {
        m_banner->showError(sessions.error());
        return;
    }
    DayDialog(dayName(day, m_figures.today), sessions.value(), this).exec();
}

void ProgressPage::showTopicMenu(const QPoint &globalPosition)
{
    QMenu menu(this);
    menu.addActions(m_topicActions);
    menu.exec(globalPosition);
}

void ProgressPage::practiseTopic()
{
    const TopicReadiness *topic = m_topics->currentTopic();
    if (!topic)
        return;
    const TopicReadiness chosen = *topic;
    const QList<QuestionId> questions =
        m_desk.questions.questionsOf(chosen.topic, m_desk.guide.tiers()).valueOr({});
    if (questions.isEmpty())
        emit announced(tr("This topic has no question for your level"));
    else
        emit practiceRequested(chosen.title, questions);
}

void ProgressPage::studyTopic()
{
    if (const TopicReadiness *topic = m_topics->currentTopic())
        emit topicRequested(topic->topic);
}

void ProgressPage::bookmarkTopic()
{
    if (const TopicReadiness *topic = m_topics->currentTopic())
        m_desk.commands.toggleTopicBookmark(topic->topic, QString(topic->title));
}

void ProgressPage::mainAction()
{
    if (m_stack->currentWidget() == m_empty) {
        emit pageRequested(PracticePageIndex);
        return;
    }
    m_topics->chooseWeakest();
    practiseTopic();
}

void ProgressPage::exportCsv()
{
    const QString path = chooseFile(tr("woodshed progress.csv"), tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    const Status saved =
        writeTextFile(path, progressCsv(m_figures.days, m_figures.history, m_figures.outlook));
    if (saved.ok()) {
        m_banner->clear();
        emit announced(tr("Saved to %1").arg(QDir::toNativeSeparators(path)));
    } else {
        m_banner->showError(saved.error());
    }
}

void ProgressPage::print()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(tr("Woodshed progress"));
    printer.setPageSize(QPageSize(QPageSize::A4));
    if (!choosePrinter(printer))
        return;
    if (printProgress(printer, m_figures, m_desk.bookmarks.topics()))
        emit announced(tr("Sent to %1")
                           .arg(printer.outputFileName().isEmpty() ? printer.printerName()
                                                                   : printer.outputFileName()));
    else
        m_banner->showError(
            {Error::Kind::CannotOpen,
             tr("The page could not be printed. Nothing was changed. Choose another "
                "printer, or print to a file, and try again."),
             {}});
}
