// SPDX-License-Identifier: GPL-3.0-or-later
// The Progress page on made-up practice, driven by the keyboard alone.

#include "app/sampleprogress.h"
#include "model/plan/planner.h"
#include "model/practice/reviewlog.h"
#include "tests/support/windowfixture.h"
#include "views/common/typography.h"
#include "views/progress/figuretablemodel.h"
#include "views/progress/practiceheatmap.h"
#include "views/progress/progresspage.h"
#include "views/progress/progressprint.h"
#include "views/progress/readinesschart.h"
#include "views/progress/stackedbars.h"
#include "views/progress/workload.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QBuffer>
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPrinter>
#include <QScrollArea>
#include <QSvgGenerator>
#include <QTableView>
#include <QTimer>
#include <QTreeView>

using namespace Qt::StringLiterals;

class TestProgressPage : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_fixture.reset(); }

    void noPractice_teachesAndLeadsToPractice();
    void unknownOutlook_showsNoFigures();
    void firstDays_haveNoForecast();
    void readiness_saysChangeAndLikelihood();
    void readinessChart_isReadByKeysAndMouse();
    void range_setsTheDaysShown();
    void noDate_saysFourWeeks();
    void heatMap_enterListsTheDaysSessions();
    void heatMap_knowsDaysOffAndTheInterview();
    void topics_enterPractisesTheWeakest();
    void topics_sOpensStudy();
    void topics_bStarsAndUndoTakesItBack();
    void tables_showTheSameFigures();
    void tableModel_keepsItsInvariants();
    void work_ofALongWayIsByWeek();
    void work_changesToTimeSpent();
    void explanation_opensAndCloses();
    void csv_isWrittenOrSaidToFail();
    void print_writesEverythingOnPaper();
    void paper_holdsAllFigures();
    void paper_ofNothing_isWritten();
    void narrow_fitsAtTheLargestSize();
    void tableDropped_isSaid();
    void otherWrites_areNotReadAgain();
    void otherLevels_doNotCount();
    void interviewToday_isSaid();
    void work_countsNoPracticeOnTheInterviewsDay();
    void timeSpent_dividesByTheWeeksSinceTheFirst();
    void minutesADay_areTheMeanOfDaysAhead();
    void heatMap_endsWithTheInterview();
    void how_isOneTabStopBothWays();

private:
    ProgressPage *page()
    {
        return static_cast<ProgressPage *>(m_fixture->window().page(ProgressPageIndex));
    }

    template <typename T>
    T *part(const QString &name)
    {
        return m_fixture->find<T>(name);
    }

    QString text(const QString &name) { return part<QLabel>(name)->text(); }

    Outlook outlook(int ahead = 23, bool dated = true)
    {
        return sampleOutlook(m_fixture->desk().questions.topics().valueOr({}), m_today, ahead,
                             dated);
    }

    // Fifty days of practice and an outlook.
    void practise();
    // What the next dialog is; it is closed.
    void withDialog(Qt::Key key, const std::function<void(QWidget &)> &look);

    std::unique_ptr<WindowFixture> m_fixture;
    int m_today = 0;
};

void TestProgressPage::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_today = Moment::now().day;
    m_fixture->press(Qt::Key_6, Qt::AltModifier);
}

void TestProgressPage::practise()
{
    const QList<QuestionId> unseen = m_fixture->desk().practice.unseen().valueOr({});
    m_fixture->desk().collection.writes().submit(
        [this, unseen, rules = m_fixture->desk().scheduler.rules()](const Database &database) {
            return writeSamplePractice(database, rules, unseen, m_today);
        });
    m_fixture->settle();
    page()->setOutlook(outlook());
    page()->arrive();
    QCoreApplication::processEvents(); // layouts
}

void TestProgressPage::withDialog(Qt::Key key, const std::function<void(QWidget &)> &look)
{
    bool seen = false;
    QTimer::singleShot(50, this, [&] {
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            seen = true;
            look(*dialog);
            QTest::keyClick(dialog, Qt::Key_Escape);
        }
    });
    m_fixture->press(key);
    QVERIFY(seen);
}

void TestProgressPage::noPractice_teachesAndLeadsToPractice()
{
    auto *start = page()->findChild<QAbstractButton *>(u"emptyStateButton"_s);
    QVERIFY(start->isVisible());
    QVERIFY(!part<QAbstractButton>(u"exportProgress"_s)->isVisible());
    QVERIFY(start->hasFocus());
    m_fixture->press(Qt::Key_Return);
    QVERIFY(m_fixture->window().windowTitle().contains(u"Practice"_s));
}

void TestProgressPage::unknownOutlook_showsNoFigures()
{
    practise();
    page()->setOutlook({});
    QCOMPARE(text(u"readinessFigure"_s), u"Working it out…"_s);
    QVERIFY(part<QLabel>(u"readinessLikely"_s)->isHidden());
    QVERIFY(part<QLabel>(u"readinessChange"_s)->isHidden());
    QCOMPARE(part<StackedBars>(u"workBars"_s)->pointCount(), 0);
    QCOMPARE(part<QListView>(u"topicRecall"_s)->model()->rowCount(), 0);
    QCOMPARE(page()->statusItems().size(), 1); // the time alone is known
    // What was recorded is known all the same.
    QCOMPARE(part<ReadinessChart>(u"readinessChart"_s)->pointCount(), 50);
}

void TestProgressPage::firstDays_haveNoForecast()
{
    m_fixture->desk().collection.writes().submit(
        [this, id = m_fixture->question(u"q14"_s),
         rules = m_fixture->desk().scheduler.rules()](const Database &database) {
            Review review;
            review.uid = u"only"_s;
            review.question = id;
            review.duration = 120'000;
            review.created = QDate::fromJulianDay(m_today).startOfDay().toMSecsSinceEpoch();
            review.day = m_today;
            return logReview(database, review, rules);
        });
    m_fixture->settle();
    page()->setOutlook(outlook());
    QVERIFY(text(u"readinessFigure"_s).startsWith(u"64"_s));
    QVERIFY(part<QLabel>(u"readinessLikely"_s)->isHidden());
    auto *chart = part<ReadinessChart>(u"readinessChart"_s);
    QCOMPARE(chart->pointCount(), 1); // today, and nothing beyond
    QCOMPARE(part<StackedBars>(u"workBars"_s)->pointCount(), 0);
    QCOMPARE(text(u"practiceDaysSubtitle"_s), u"The first day: 2 min"_s);
}

void TestProgressPage::readiness_saysChangeAndLikelihood()
{
    practise();
    const QDate day = QDate::fromJulianDay(m_today + 23);
    QVERIFY(text(u"readinessFigure"_s).startsWith(u"64"_s));
    QCOMPARE(text(u"readinessChange"_s), u"<b>+5</b> in the last seven days"_s);
    QVERIFY(text(u"readinessLikely"_s)
                .startsWith(u"<b>81%</b> likely by "_s + QLocale().toString(day, u"d MMMM"_s)));
    QCOMPARE(page()->statusItems().at(1), u"31 solid"_s);
    Outlook worse = outlook();
    worse.ready = 0.5;
    page()->setOutlook(worse);
    QCOMPARE(text(u"readinessChange"_s), u"<b>\u22129</b> in the last seven days"_s);
}

void TestProgressPage::readinessChart_isReadByKeysAndMouse()
{
    practise();
    auto *chart = part<ReadinessChart>(u"readinessChart"_s);
    const QString before = chart->accessibleDescription();
    QVERIFY(before.contains(u"Today 64%"_s));
    chart->setFocus(Qt::TabFocusReason);
    QVERIFY(chart->accessibleDescription().startsWith(u"Today: 64% ready"_s));
    m_fixture->press(Qt::Key_Left);
    QCOMPARE(chart->reading(), 49);
    m_fixture->press(Qt::Key_End);
    QCOMPARE(chart->reading(), chart->pointCount() - 1);
    const QString last = chart->accessibleDescription();
    QVERIFY2(last.contains(u"81% if you follow the plan, between 75% and 86%"_s), qPrintable(last));
    QVERIFY2(last.contains(u"48% if you stop now"_s), qPrintable(last));
    m_fixture->press(Qt::Key_Right); // no further
    QCOMPARE(chart->reading(), chart->pointCount() - 1);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(chart);
    QCOMPARE(accessible->role(), QAccessible::Chart);
    QCOMPARE(accessible->text(QAccessible::Value), last);
    m_fixture->press(Qt::Key_Home);
    QCOMPARE(chart->reading(), 0);
    QTest::mouseMove(chart, QPoint(chart->width() / 2, chart->height() / 2));
    QTRY_VERIFY(chart->reading() > 0);
}

void TestProgressPage::range_setsTheDaysShown()
{
    practise();
    page()->setOutlook(outlook(100));
    auto *chart = part<ReadinessChart>(u"readinessChart"_s);
    m_fixture->press(Qt::Key_1);
    QCOMPARE(chart->pointCount(), 28 + 1 + 28);
    m_fixture->press(Qt::Key_2);
    QCOMPARE(chart->pointCount(), 50 + 1 + 100);
    m_fixture->press(Qt::Key_3);
    QCOMPARE(chart->pointCount(), 50 + 1 + 100);
    // Eight weeks back at most, unless all is asked for.
    ProgressFigures figures;
    figures.today = m_today;
    figures.history = {{m_today - 200, u"django/mid"_s, 0.1}};
    figures.days = {{m_today - 200, 1, 1, 1}, {m_today - 2, 1, 1, 1}, {m_today - 1, 1, 1, 1}};
    figures.outlook = outlook(10);
    QCOMPARE(daysShown(figures, ProgressRange::ToTheEnd), (DayRange{m_today - 56, m_today + 10}));
    QCOMPARE(daysShown(figures, ProgressRange::All), (DayRange{m_today - 200, m_today + 10}));
}

void TestProgressPage::noDate_saysFourWeeks()
{
    practise();
    page()->setOutlook(outlook(28, false));
    QCOMPARE(text(u"readinessLikely"_s), u"<b>81%</b> likely in four weeks"_s);
    const auto segments = part<QWidget>(u"progressRange"_s)->findChildren<QAbstractButton *>();
    QCOMPARE(segments.at(1)->text(), u"Twelve weeks"_s);
    auto *heatMap = part<PracticeHeatMap>(u"practiceHeatMap"_s);
    for (int point = 0; point < heatMap->pointCount(); ++point)
        QVERIFY(!heatMap->pointText(point).endsWith(u"interview"_s));
}

void TestProgressPage::heatMap_enterListsTheDaysSessions()
{
    practise();
    auto *heatMap = part<PracticeHeatMap>(u"practiceHeatMap"_s);
    heatMap->setFocus(Qt::TabFocusReason);
    QCOMPARE(heatMap->dayAt(heatMap->reading()), m_today);
    m_fixture->press(Qt::Key_Left); // a week ago
    QCOMPARE(heatMap->dayAt(heatMap->reading()), m_today - 7);
    m_fixture->press(Qt::Key_Right);
    m_fixture->press(Qt::Key_Up); // yesterday, or where the calendar begins
    QCOMPARE(heatMap->dayAt(heatMap->reading()), m_today - 1);
    QVERIFY(heatMap->accessibleDescription().contains(u": 22 minute"_s));
    withDialog(Qt::Key_Return, [this](QWidget &dialog) {
        auto *sessions = dialog.findChild<QTreeView *>(u"daySessions"_s);
        QVERIFY(sessions);
        QCOMPARE(sessions->model()->rowCount(), 1);
        QCOMPARE(sessions->model()->index(0, 1).data().toString(), u"Quick ten"_s);
        QCOMPARE(sessions->model()->index(0, 2).data().toString(), u"6"_s);
        QCOMPARE(sessions->model()->index(0, 3).data().toString(), u"22 min"_s);
    });
}

void TestProgressPage::heatMap_knowsDaysOffAndTheInterview()
{
    practise();
    auto *heatMap = part<PracticeHeatMap>(u"practiceHeatMap"_s);
    int off = 0;
    int planned = 0;
    int interviews = 0;
    for (int point = 0; point < heatMap->pointCount(); ++point) {
        const int day = heatMap->dayAt(point);
        const QString said = heatMap->pointText(point);
        const bool sunday = QDate::fromJulianDay(day).dayOfWeek() == Qt::Sunday;
        if (day == m_today + 23) {
            QVERIFY2(said.endsWith(u": interview"_s), qPrintable(said));
            ++interviews;
        } else if (day > m_today && day < m_today + 23) {
            QCOMPARE(said.endsWith(u": nothing planned"_s), sunday);
            QCOMPARE(said.contains(u": 25 minute"_s), !sunday);
            ++(sunday ? off : planned);
        }
    }
    QCOMPARE(interviews, 1);
    QVERIFY(off >= 3);
    QCOMPARE(off + planned, 22);
}

void TestProgressPage::topics_enterPractisesTheWeakest()
{
    practise();
    auto *topics = part<QListView>(u"topicRecall"_s);
    QCOMPARE(topics->model()->rowCount(), 16);
    QVERIFY(topics->hasFocus());
    const QString weakest = topics->currentIndex().data().toString();
    m_fixture->press(Qt::Key_Return);
    QVERIFY(m_fixture->window().windowTitle().contains(u"Practice"_s));
    QVERIFY(text(u"sessionPosition"_s).startsWith(u"Question 1 of "_s));
    QVERIFY(!weakest.isEmpty());
}

void TestProgressPage::topics_sOpensStudy()
{
    practise();
    m_fixture->press(Qt::Key_Down);
    QString title = part<QListView>(u"topicRecall"_s)->currentIndex().data().toString();
    title.replace(u'&', u"&&"_s); // as a button writes it
    m_fixture->press(Qt::Key_S);
    QTRY_COMPARE(part<QAbstractButton>(u"topicFilter"_s)->text(), title);
}

void TestProgressPage::topics_bStarsAndUndoTakesItBack()
{
    practise();
    QVERIFY(text(u"topicsSubtitle"_s).startsWith(u"5 weak"_s));
    auto *topics = part<QListView>(u"topicRecall"_s);
    m_fixture->press(Qt::Key_Down);
    const int row = topics->currentIndex().row();
    m_fixture->press(Qt::Key_B);
    QCOMPARE(m_fixture->desk().bookmarks.topics().size(), 1);
    QCOMPARE(topics->currentIndex().row(), row); // it stays where it was
    QVERIFY(
        topics->currentIndex().data(Qt::AccessibleTextRole).toString().endsWith(u"bookmarked"_s));
    QVERIFY(text(u"topicsSubtitle"_s).startsWith(u"4 weak"_s));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_fixture->desk().bookmarks.topics().size(), 0);
    QVERIFY(text(u"topicsSubtitle"_s).startsWith(u"5 weak"_s));
}

void TestProgressPage::tables_showTheSameFigures()
{
    practise();
    m_fixture->press(Qt::Key_T);
    const auto rows = [this](const QString &name) {
        auto *table = part<QTableView>(name);
        return table->isVisible() ? table->model()->rowCount() : -1;
    };
    QCOMPARE(rows(u"readinessTable"_s), 50 + 1 + 23);
    QCOMPARE(rows(u"practiceDaysTable"_s), 40);
    QCOMPARE(rows(u"topicsTable"_s), 16);
    QCOMPARE(rows(u"workTable"_s), 24);
    QVERIFY(part<QTableView>(u"topicsTable"_s)->hasFocus()); // as the list had
    const QAbstractItemModel *readiness = part<QTableView>(u"readinessTable"_s)->model();
    QCOMPARE(readiness->index(73, 1).data().toString(), u"81%"_s);
    QCOMPARE(readiness->index(73, 2).data(Qt::AccessibleTextRole).toString(),
             u"Likely range: 75% to 86%"_s);
    QCOMPARE(part<QTableView>(u"readinessTable"_s)->currentIndex().row(), 50); // today
    QVERIFY(Qt::Alignment(readiness->index(0, 1).data(Qt::TextAlignmentRole).toInt())
                .testFlag(Qt::AlignRight));
    QCOMPARE(readiness->headerData(1, Qt::Horizontal, Qt::TextAlignmentRole).toInt(),
             readiness->index(0, 1).data(Qt::TextAlignmentRole).toInt());
    m_fixture->press(Qt::Key_T);
    QCOMPARE(rows(u"workTable"_s), -1);
    part<QAbstractButton>(u"workAsTable"_s)->click();
    QCOMPARE(rows(u"workTable"_s), 24);
    QCOMPARE(rows(u"topicsTable"_s), -1);
}

void TestProgressPage::tableModel_keepsItsInvariants()
{
    FigureTableModel model;
    QAbstractItemModelTester tester(&model);
    model.setTable({u"A"_s, {u"One"_s, u"Two"_s}, {{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), u"3"_s);
    QCOMPARE(model.index(1, 1).data(Qt::AccessibleTextRole).toString(), u"Two: 4"_s);
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"Two"_s);
    model.setTable({});
    QCOMPARE(model.rowCount(), 0);
}

void TestProgressPage::work_ofALongWayIsByWeek()
{
    ProgressFigures figures;
    figures.today = m_today;
    figures.days = {{m_today - 2, 1, 1, 1}, {m_today - 1, 1, 1, 1}, {m_today, 1, 1, 1}};
    figures.outlook = outlook(400);
    const Workload work = workAhead(figures, daysShown(figures, ProgressRange::All));
    QVERIFY(work.bars.size() >= 58 && work.bars.size() <= 59);
    double total = 0;
    double bars = 0;
    for (const ForecastDay &day : figures.outlook.days)
        total += day.reviews + day.fresh;
    for (const StackedBar &bar : work.bars)
        bars += bar.lower + bar.upper;
    QCOMPARE(bars, total);
    QVERIFY2(work.subtitle.startsWith(u"%1 question"_s.arg(qRound(total))),
             qPrintable(work.subtitle));
    QCOMPARE(work.closing, u"Interview"_s);
    figures.outlook = outlook(23);
    QCOMPARE(workAhead(figures, daysShown(figures, ProgressRange::All)).bars.size(), 24);
}

void TestProgressPage::work_changesToTimeSpent()
{
    practise();
    auto *bars = part<StackedBars>(u"workBars"_s);
    QCOMPARE(bars->pointCount(), 24);
    m_fixture->press(Qt::Key_D);
    QCOMPARE(bars->pointCount(), 8);
    QVERIFY2(text(u"workSubtitle"_s).startsWith(u"13 h 24 min in all"_s),
             qPrintable(text(u"workSubtitle"_s)));
    m_fixture->press(Qt::Key_D);
    QCOMPARE(bars->pointCount(), 24);
    // A beginner's weeks would be one bar.
    ProgressFigures figures;
    figures.today = m_today;
    figures.days = {{m_today - 1, 1, 1, 600'000}};
    const Workload spent = timeSpent(figures);
    QCOMPARE(spent.bars.size(), 14);
    QCOMPARE(spent.bars.at(12).upper, 10.0);
}

void TestProgressPage::explanation_opensAndCloses()
{
    practise();
    withDialog(Qt::Key_H, [](QWidget &dialog) {
        const QString said = dialog.findChild<QLabel *>()->text();
        for (const QString &part : {u"2.5"_s, u"counts as zero"_s, u"nine runs of ten"_s})
            QVERIFY2(said.contains(part), qPrintable(part));
    });
}

void TestProgressPage::csv_isWrittenOrSaidToFail()
{
    practise();
    const QString path = m_fixture->file(u"progress.csv"_s);
    page()->chooseFile = [&](const QString &name, const QString &) {
        return name == u"woodshed progress.csv"_s ? path : QString();
    };
    m_fixture->press(Qt::Key_E, Qt::ControlModifier);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 1 + 50 + 1 + 23 + 1);
    QVERIFY(lines.at(51).startsWith(QDate::fromJulianDay(m_today).toString(Qt::ISODate).toLatin1() +
                                    ",past,"));
    page()->chooseFile = [&](const QString &, const QString &) {
        return m_fixture->file(u"missing/progress.csv"_s);
    };
    m_fixture->press(Qt::Key_E, Qt::ControlModifier);
    auto *banner = page()->findChild<QWidget *>(u"banner"_s);
    QVERIFY(banner->isVisible());
    QVERIFY(banner->findChild<QLabel *>()->text().contains(u"missing/progress.csv"_s));
}

void TestProgressPage::print_writesEverythingOnPaper()
{
    practise();
    const QString path = m_fixture->file(u"progress.pdf"_s);
    page()->choosePrinter = [&](QPrinter &printer) {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        return true;
    };
    m_fixture->press(Qt::Key_P, Qt::ControlModifier);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
}

// What would be printed is drawn as SVG, whose text can be read.
void TestProgressPage::paper_holdsAllFigures()
{
    practise();
    ProgressFigures figures;
    figures.outlook = outlook();
    figures.today = m_today;
    figures.days = m_fixture->desk().progress.practiceDays(m_today).valueOr({});
    figures.history = m_fixture->desk().progress.history(m_today).valueOr({});
    QByteArray drawn;
    QBuffer buffer(&drawn);
    int pages = 1;
    {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        QPainter painter(&generator);
        drawProgress(painter, {720, 1000}, [&] { ++pages; }, figures, {});
    }
    QCOMPARE(pages, 2);
    for (const QString &part :
         {u"Readiness 64%"_s, u"81% likely by"_s, u"Practice days"_s, u"Due until the interview"_s,
          u"Recall by topic"_s, u"MTV &amp; request cycle"_s, u"Time spent"_s, u"Target 80%"_s,
          u"if you stop now"_s, u"nine runs of ten"_s})
        QVERIFY2(drawn.contains(part.toUtf8()), qPrintable(part));
}

void TestProgressPage::paper_ofNothing_isWritten()
{
    ProgressFigures figures;
    figures.today = m_today;
    QVERIFY(progressPdf(figures, {}).startsWith("%PDF-"));
}

void TestProgressPage::narrow_fitsAtTheLargestSize()
{
    practise();
    applyTypography({false, 130, 15});
    m_fixture->window().resize(960, 600);
    QTest::qWait(50);
    const auto *area = page()->findChild<QScrollArea *>();
    QVERIFY2(area->widget()->minimumSizeHint().width() <= area->viewport()->width(),
             qPrintable(u"%1 of %2"_s.arg(area->widget()->minimumSizeHint().width())
                            .arg(area->viewport()->width())));
    QCOMPARE(m_fixture->window().width(), 960);
    applyTypography({});
}

void TestProgressPage::tableDropped_isSaid()
{
    meddle(m_fixture->desk().collection.path(), "DROP TABLE readiness");
    page()->arrive();
    QVERIFY(page()->findChild<QWidget *>(u"banner"_s)->isVisibleTo(page()));
}

void TestProgressPage::otherWrites_areNotReadAgain()
{
    practise();
    QTRY_VERIFY(m_fixture->desk().planner.outlook().today != 0); // it has kept its readiness
    m_fixture->settle();
    meddle(m_fixture->desk().collection.path(), "DROP TABLE readiness");
    m_fixture->press(Qt::Key_B);
    m_fixture->settle();
    QVERIFY(!page()->findChild<QWidget *>(u"banner"_s)->isVisibleTo(page()));
}

void TestProgressPage::otherLevels_doNotCount()
{
    ProgressFigures figures;
    figures.today = m_today;
    figures.outlook = outlook();
    figures.days = {{m_today - 2, 1, 1, 1}, {m_today - 1, 1, 1, 1}, {m_today, 1, 1, 1}};
    figures.history = {{m_today - 30, u"django/junior"_s, 0.9},
                       {m_today - 8, u"django/junior"_s, 0.95},
                       {m_today - 3, u"django/mid"_s, 0.6},
                       {m_today - 1, u"django/junior"_s, 0.97}};
    const ReadinessChange change = readinessChange(figures);
    QCOMPARE(change.points, 4); // from 60 to 64, not from 95
    QCOMPARE(change.since, m_today - 3);
    const DayRange range = daysShown(figures, ProgressRange::All);
    QCOMPARE(range.first, m_today - 7);
    ReadinessChart chart;
    chart.setFigures(figures, range);
    QCOMPARE(chart.pointCount(), 1 + 1 + 23);
    figures.outlook = {}; // as it was last
    QCOMPARE(figures.levelHistory().size(), 3);
}

void TestProgressPage::interviewToday_isSaid()
{
    ProgressFigures figures;
    figures.today = m_today;
    figures.outlook = outlook(0);
    figures.days = {{m_today - 2, 1, 1, 1}, {m_today - 1, 1, 1, 1}, {m_today, 1, 1, 1}};
    const Workload work = workAhead(figures, daysShown(figures, ProgressRange::ToTheEnd));
    QVERIFY2(work.message.startsWith(u"The day of the interview has come"_s),
             qPrintable(work.message));
}

void TestProgressPage::work_countsNoPracticeOnTheInterviewsDay()
{
    ProgressFigures figures;
    figures.today = m_today;
    figures.days = {{m_today - 2, 1, 1, 1}, {m_today - 1, 1, 1, 1}, {m_today, 1, 1, 1}};
    figures.outlook = outlook(2);
    for (int i = 0; i < 3; ++i) {
        figures.outlook.days[i].reviews = i < 2 ? 6 : 0;
        figures.outlook.days[i].fresh = 0;
    }
    Workload work = workAhead(figures, daysShown(figures, ProgressRange::All));
    QVERIFY2(work.subtitle.endsWith(u"about six a day"_s), qPrintable(work.subtitle));
    QVERIFY2(work.bars.constLast().text.endsWith(u": the interview"_s),
             qPrintable(work.bars.constLast().text));
    figures.outlook = outlook(100);
    work = workAhead(figures, daysShown(figures, ProgressRange::All));
    QVERIFY2(work.subtitle.endsWith(u" a week"_s), qPrintable(work.subtitle));
    QCOMPARE(work.unit, u"a week"_s);
}

void TestProgressPage::timeSpent_dividesByTheWeeksSinceTheFirst()
{
    ProgressFigures figures;
    figures.today = m_today;
    for (int day = 20; day >= 0; --day)
        figures.days.append({m_today - day, 1, 1, 10 * 60'000});
    const Workload spent = timeSpent(figures);
    QVERIFY2(spent.subtitle.endsWith(u"1 h 10 min a week of late"_s), qPrintable(spent.subtitle));
    QCOMPARE(spent.unit, u"min a week"_s);
}

void TestProgressPage::minutesADay_areTheMeanOfDaysAhead()
{
    ProgressFigures figures;
    figures.outlook = outlook(14); // two Sundays are off
    QCOMPARE(figures.minutesADay(), 21);
    figures.outlook.goal.weekdays.fill(0);
    QCOMPARE(figures.minutesADay(), 0);
    figures.outlook.goal.weekdays.fill(40);
    QCOMPARE(figures.minutesADay(), 40);
}

void TestProgressPage::heatMap_endsWithTheInterview()
{
    ProgressFigures figures;
    figures.today = m_today;
    figures.days = {{m_today - 1, 1, 1, 1}};
    figures.outlook = outlook(7 * 8);
    PracticeHeatMap heatMap;
    heatMap.resize(376, 240); // a third of its columns would be too few
    heatMap.setFigures(figures);
    heatMap.show();
    QTest::keyClick(&heatMap, Qt::Key_End);
    QCOMPARE(heatMap.dayAt(heatMap.reading()), m_today + 7 * 8);
    // One too far away takes no more than a third.
    figures.outlook = outlook(400);
    heatMap.setFigures(figures);
    QTest::keyClick(&heatMap, Qt::Key_End);
    QVERIFY(heatMap.dayAt(heatMap.reading()) < m_today + 7 * 6);
    QVERIFY(heatMap.dayAt(0) < m_today - 7 * 6);
}

void TestProgressPage::how_isOneTabStopBothWays()
{
    practise();
    auto *how = part<QWidget>(u"howReadiness"_s);
    how->setFocus(Qt::TabFocusReason);
    m_fixture->press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(!how->hasFocus());
    m_fixture->press(Qt::Key_Tab);
    QVERIFY(how->hasFocus());
    m_fixture->press(Qt::Key_Tab);
    QVERIFY(!how->hasFocus());
}

QTEST_MAIN(TestProgressPage)
#include "tst_progresspage.moc"
