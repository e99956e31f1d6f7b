// SPDX-License-Identifier: GPL-3.0-or-later
// Mock interviews, driven by the keyboard alone.

#include "model/practice/interviewresultmodel.h"
#include "model/practice/interviewstore.h"
#include "tests/support/windowfixture.h"
#include "views/common/markdownpdf.h"
#include "views/interview/interviewclock.h"
#include "views/interview/interviewpages.h"
#include "views/interview/interviewview.h"
#include "views/interview/scorecardview.h"
#include "views/interview/trendchart.h"
#include "views/practice/practicepage.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QFile>
#include <QFocusFrame>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTextBrowser>
#include <QTextEdit>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestInterviewViews : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_fixture.reset(); }

    void wholeInterview_byKeys();
    void running_locksTheWindow();
    void undo_waitsUntilTheInterviewIsLeft();
    void running_showsNoAnswer();
    void restart_bringsItBackWithABanner();
    void question_askedForAtTheStart_isRefused();
    void scenario_hasThreeFieldsAndAFollowUpAtHalfTime();
    void ending_showsWhichButtonHasTheFocus();
    void resumed_showsTheFieldInASmallWindow();
    void grading_beginsEachModelAnswerAtItsTop();
    void lastMinute_andOvertime_turnUrgent();
    void ending_asksFirst();
    void grading_proposesTicksAndTakesKeys();
    void grading_isContinuedAfterARestart();
    void counting_isOffUnlessTicked();
    void scorecard_showsTheChosenQuestionsPoints();
    void scorecard_trendNeedsTwo();
    void trend_isOfOneLevel();
    void trend_leavesOutLabelsWithoutRoom();
    void scorecard_subtitleIsNeverCut();
    void enterOnTheScorecard_practisesWhatWasMissed();
    void answers_canBeReadAgain();
    void export_writesMarkdownAndPdf();
    void export_intoNowhere_saysWhat();
    void pdf_loadsNothing();
    void resultModel_isSound();

private:
    PracticePage *page()
    {
        return static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    }

    InterviewPages *pages() { return m_fixture->window().findChild<InterviewPages *>(); }

    bool isVisible(const QString &name)
    {
        const auto *widget = m_fixture->window().findChild<QWidget *>(name);
        return widget && widget->isVisible();
    }

    QString text(const QString &name) { return m_fixture->find<QLabel>(name)->text(); }

    QString read(const QString &sql)
    {
        m_fixture->settle();
        return readText(m_fixture->database(), sql);
    }

    void start()
    {
        m_fixture->press(Qt::Key_2, Qt::AltModifier);
        m_fixture->press(Qt::Key_5);
    }

    void next() { m_fixture->press(Qt::Key_Return, Qt::ControlModifier); }

    // Ends the interview at once, without being asked.
    void endNow()
    {
        pages()->confirmEnd = [] { return true; };
        m_fixture->find<QAbstractButton>(u"endInterview"_s)->click();
    }

    // Closes the window, changes the file, and opens the window again.
    void restartWith(const QByteArray &script)
    {
        m_fixture->settle();
        m_fixture->window().close();
        m_fixture->settle();
        meddle(m_fixture->desk().collection.path(), script);
        m_fixture->reopen();
    }

    // To the scorecard, with every question answered in the head and graded as suggested.
    void goToScorecard()
    {
        start();
        m_fixture->type(u"lazy query"_s);
        for (int i = 0; i < 8; ++i)
            next();
        for (int i = 0; i < 8; ++i)
            m_fixture->press(Qt::Key_Return);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestInterviewViews::init()
{
    m_fixture = std::make_unique<WindowFixture>();
}

void TestInterviewViews::wholeInterview_byKeys()
{
    start();
    QVERIFY(isVisible(u"interviewPrompt"_s));
    QCOMPARE(text(u"interviewPosition"_s), u"Question 1 of 8"_s);
    QVERIFY(m_fixture->find<QTextEdit>(u"answerField"_s)->hasFocus());
    m_fixture->type(u"m1 in my words"_s); // letters and digits are text
    m_fixture->press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(m_fixture->find<QAbstractButton>(u"interviewFlag"_s)->isChecked());
    next();
    QCOMPARE(text(u"interviewPosition"_s), u"Question 2 of 8"_s);
    QVERIFY(m_fixture->find<QTextEdit>(u"answerField"_s)->toPlainText().isEmpty());
    QVERIFY(!m_fixture->find<QAbstractButton>(u"interviewFlag"_s)->isChecked());
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(text(u"interviewPosition"_s), u"Question 3 of 8"_s);
    QCOMPARE(read(u"SELECT group_concat(flagged || skipped, '') FROM interview_question"_s),
             u"1001000000000000"_s);
    QCOMPARE(read(u"SELECT text FROM interview_answer"_s), u"m1 in my words"_s);
    for (int i = 2; i < 8; ++i)
        next();
    QVERIFY(isVisible(u"gradingModel"_s));
    QCOMPARE(text(u"gradingPosition"_s), u"Question 1 of 8"_s);
    m_fixture->press(Qt::Key_3);
    for (int i = 0; i < 8; ++i)
        m_fixture->press(Qt::Key_Return);
    QVERIFY(isVisible(u"scorecardTitle"_s));
    QVERIFY(text(u"scorecardFigure"_s).contains(u'%'));
    QCOMPARE(read(u"SELECT group_concat(rating, '') FROM interview_question"_s), u"31111111"_s);
    QCOMPARE(read(u"SELECT count(*) FROM review"_s), u"0"_s);
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(isVisible(u"mainRound"_s));
}

void TestInterviewViews::running_locksTheWindow()
{
    start();
    QVERIFY(!m_fixture->find<QTabBar>(u"tabs"_s)->isVisible());
    QCOMPARE(text(u"interviewTitle"_s), u"Mid-level, eight questions"_s);
    QVERIFY(isVisible(u"endInterview"_s));
    const QString refusal = u"Not during the mock interview. Finish or end it first."_s;
    const std::pair<Qt::Key, Qt::KeyboardModifiers> keys[] = {{Qt::Key_1, Qt::AltModifier},
                                                              {Qt::Key_5, Qt::AltModifier},
                                                              {Qt::Key_Tab, Qt::ControlModifier},
                                                              {Qt::Key_F, Qt::ControlModifier}};
    for (const auto &[key, modifiers] : keys) {
        m_fixture->find<QLabel>(u"statusItems"_s)->clear();
        m_fixture->press(key, modifiers);
        QVERIFY(isVisible(u"interviewPrompt"_s));
        QCOMPARE(text(u"statusItems"_s), refusal);
    }
    m_fixture->find<QLabel>(u"statusItems"_s)->clear();
    m_fixture->window().openQuestion(m_fixture->question(u"q14"_s));
    QVERIFY(isVisible(u"interviewPrompt"_s));
    QCOMPARE(text(u"statusItems"_s), refusal);
    QMenu *menu = m_fixture->find<QToolButton>(u"menuButton"_s)->menu();
    emit menu->aboutToShow();
    int visible = 0;
    for (const QAction *action : menu->actions())
        visible += action->menu() && action->isVisible();
    QCOMPARE(visible, 0);
    // A step made before, elsewhere, is not undone behind its back.
    m_fixture->desk().commands.toggleBookmark(m_fixture->question(u"q14"_s), 14);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_fixture->desk().bookmarks.hasQuestion(m_fixture->question(u"q14"_s)));

    endNow();
    QVERIFY(m_fixture->find<QTabBar>(u"tabs"_s)->isVisible());
    QVERIFY(!isVisible(u"endInterview"_s));
    emit menu->aboutToShow();
    QVERIFY(menu->actions().constFirst()->isVisible());
    m_fixture->press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(!isVisible(u"gradingModel"_s));
    m_fixture->press(Qt::Key_2, Qt::AltModifier); // grading waits there
    QVERIFY(isVisible(u"gradingModel"_s));
}

void TestInterviewViews::undo_waitsUntilTheInterviewIsLeft()
{
    const QuestionId q14 = m_fixture->question(u"q14"_s);
    m_fixture->desk().commands.toggleBookmark(q14, 14);
    const auto undoes = [&] {
        m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
        m_fixture->press(Qt::Key_Y, Qt::ControlModifier);
        m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
        return !m_fixture->desk().bookmarks.hasQuestion(q14);
    };
    start();
    auto *field = m_fixture->find<QTextEdit>(u"answerField"_s);
    m_fixture->type(u"word"_s);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(field->toPlainText().isEmpty()); // a field has an undo of its own
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(field->toPlainText(), u"word"_s);
    QVERIFY(!undoes());
    endNow();
    QVERIFY(isVisible(u"gradingModel"_s));
    QVERIFY(!undoes());
    m_fixture->press(Qt::Key_Return);
    QVERIFY(isVisible(u"scorecardTitle"_s));
    QVERIFY(!undoes());
    m_fixture->find<QAbstractButton>(u"readAnswers"_s)->click();
    QVERIFY(!undoes());
    m_fixture->press(Qt::Key_1, Qt::AltModifier); // elsewhere it is in force
    QVERIFY(undoes());
    m_fixture->press(Qt::Key_Y, Qt::ControlModifier);
    m_fixture->press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(!undoes());
    m_fixture->press(Qt::Key_Escape);
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(isVisible(u"mainRound"_s));
    QVERIFY(undoes());
}

void TestInterviewViews::running_showsNoAnswer()
{
    goToScorecard(); // an earlier one has shown answers
    m_fixture->press(Qt::Key_Escape);
    m_fixture->press(Qt::Key_5);
    QVERIFY(isVisible(u"interviewPrompt"_s));
    QVERIFY(!isVisible(u"gradingModel"_s));
    QVERIFY(pages()->findChild<QTextBrowser *>(u"gradingModel"_s)->toPlainText().isEmpty());
    QVERIFY(!pages()->findChild<QAbstractButton *>(u"keyPoint1"_s));
    m_fixture->press(Qt::Key_Tab);
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_E, Qt::Key_O, Qt::Key_Escape}) {
        m_fixture->press(key);
        QVERIFY(isVisible(u"interviewPrompt"_s));
    }
}

void TestInterviewViews::restart_bringsItBackWithABanner()
{
    start();
    m_fixture->type(u"half an ans"_s);
    next();
    m_fixture->type(u"second"_s);
    m_fixture->settle();
    restartWith("UPDATE interview SET modified = modified - 840000;"
                "UPDATE interview_question SET spent = 60000 WHERE position = 1");
    // The window was left on Practice; even otherwise the interview would come first.
    QVERIFY(isVisible(u"interviewPrompt"_s));
    QCOMPARE(text(u"interviewPosition"_s), u"Question 2 of 8"_s);
    QCOMPARE(m_fixture->find<QTextEdit>(u"answerField"_s)->toPlainText(), u"second"_s);
    const auto *banner =
        m_fixture->window().findChild<InterviewView *>()->findChild<QWidget *>(u"banner"_s);
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->findChild<QLabel *>()->text(),
             u"Woodshed was closed for 14 minutes. The clock stood still."_s);
    const QString left = m_fixture->find<InterviewClock>(u"questionClock"_s)->figure();
    QVERIFY2(left == u"3:00"_s || left.startsWith(u"2:5"_s), qPrintable(left));
    next();
    QVERIFY(!banner->isVisible()); // it was read by now
    m_fixture->restart();
    const auto *again =
        m_fixture->window().findChild<InterviewView *>()->findChild<QWidget *>(u"banner"_s);
    QVERIFY(again->isVisible());
    QCOMPARE(again->findChild<QLabel *>()->text(),
             u"Woodshed was closed for less than a minute. The clock stood still."_s);
}

void TestInterviewViews::question_askedForAtTheStart_isRefused()
{
    start();
    m_fixture->settle();
    m_fixture->window().close();
    // As a start with --question does: a window that shows this first.
    const Appearance appearance;
    MainWindow window(m_fixture->desk(), appearance);
    window.openQuestion(m_fixture->question(u"q14"_s));
    window.show();
    QVERIFY(window.findChild<QLabel *>(u"interviewPrompt"_s)->isVisible());
    QVERIFY(window.findChild<QLabel *>(u"statusItems"_s)->text().startsWith(u"Not during"_s));
    window.close();
}

void TestInterviewViews::scenario_hasThreeFieldsAndAFollowUpAtHalfTime()
{
    start();
    QVERIFY(!isVisible(u"interviewFollowUp"_s));
    restartWith("UPDATE interview SET position = 7;"
                "UPDATE interview_question SET spent = 239300 WHERE position = 7");
    auto *problem = m_fixture->find<QTextEdit>(u"answerField1"_s);
    QVERIFY(problem->hasFocus());
    QCOMPARE(text(u"interviewFollowUp"_s).remove(QRegularExpression(u"<[^>]*>"_s)),
             u"A follow-up comes at 4:00"_s);
    m_fixture->type(u"slow"_s);
    m_fixture->press(Qt::Key_Tab);
    QVERIFY(m_fixture->find<QTextEdit>(u"answerField2"_s)->hasFocus());
    m_fixture->type(u"measure"_s);
    m_fixture->press(Qt::Key_Tab);
    QVERIFY(m_fixture->find<QTextEdit>(u"answerField3"_s)->hasFocus());
    m_fixture->press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(m_fixture->find<QTextEdit>(u"answerField2"_s)->hasFocus());
    QCOMPARE(problem->toPlainText(), u"slow"_s); // no tab in it
    QCOMPARE(read(u"SELECT group_concat(section || text, ' ') FROM interview_answer"_s),
             u"1slow 2measure"_s);
    QTRY_VERIFY(text(u"interviewFollowUp"_s).contains(u"Follow-up at 4:00"_s));
    QVERIFY(text(u"interviewFollowUp"_s).size() > 80); // and the question itself
    QCOMPARE(m_fixture->find<QAbstractButton>(u"interviewNext"_s)->text(),
             u"Finish the interview"_s);
}

void TestInterviewViews::ending_showsWhichButtonHasTheFocus()
{
    start();
    bool ringed = false;
    QTimer::singleShot(0, this, [&] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        ringed = QTest::qWaitFor([box] {
            if (box->focusWidget())
                QTest::keyClick(box->focusWidget(), Qt::Key_Tab);
            const auto *ring = box->findChild<QFocusFrame *>();
            return ring && ring->widget() && ring->widget() == box->focusWidget();
        });
        box->reject();
    });
    m_fixture->find<QAbstractButton>(u"endInterview"_s)->click();
    QVERIFY(ringed);
    // It has it as soon as the window is active again.
    QCOMPARE(m_fixture->window().focusWidget(), m_fixture->find<QTextEdit>(u"answerField"_s));
}

void TestInterviewViews::resumed_showsTheFieldInASmallWindow()
{
    start();
    m_fixture->settle();
    restartWith("UPDATE interview SET position = 7;"
                "INSERT INTO interview_answer SELECT uid, 7, 1, 'slow' FROM interview;"
                "INSERT INTO interview_answer SELECT uid, 7, 2, 'measure' FROM interview");
    m_fixture->window().resize(960, 600);
    const auto *field = m_fixture->find<QTextEdit>(u"answerField3"_s);
    QVERIFY(field->hasFocus());
    QTRY_COMPARE(field->visibleRegion().boundingRect(), field->rect());
}

void TestInterviewViews::grading_beginsEachModelAnswerAtItsTop()
{
    start();
    next();
    endNow();
    m_fixture->window().resize(960, 600);
    QScrollBar *bar = nullptr;
    for (QWidget *at = m_fixture->find<QTextBrowser>(u"gradingModel"_s); at && !bar;
         at = at->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(at))
            bar = area->verticalScrollBar();
    }
    QVERIFY(bar);
    QTRY_VERIFY(bar->maximum() > 0);
    m_fixture->press(Qt::Key_PageDown);
    QVERIFY(bar->value() > 0);
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(bar->value(), 0);
    QTest::qWait(20);
    QCOMPARE(bar->value(), 0);
}

void TestInterviewViews::lastMinute_andOvertime_turnUrgent()
{
    InterviewClock clock(u"This question"_s, InterviewClock::Size::Large);
    clock.setTime(48'000, 240'000);
    QCOMPARE(clock.figure(), u"3:12"_s);
    QCOMPARE(clock.accessibleName(), u"This question: 3:12 left of 4:00"_s);
    QVERIFY(!clock.isUrgent());
    clock.setTime(179'999, 240'000);
    QCOMPARE(clock.figure(), u"1:01"_s);
    QVERIFY(!clock.isUrgent());
    clock.setTime(180'000, 240'000);
    QVERIFY(clock.isUrgent());
    clock.setTime(240'000, 240'000);
    QCOMPARE(clock.figure(), u"0:00"_s);
    clock.setTime(252'900, 240'000);
    QCOMPARE(clock.figure(), u"+0:12"_s);
    QCOMPARE(clock.accessibleName(), u"This question: +0:12 over 4:00"_s);

    start();
    QCOMPARE(text(u"interviewPace"_s), u"On pace, 0:00 in hand"_s);
    restartWith("UPDATE interview SET position = 1;"
                "UPDATE interview_question SET spent = 330000 WHERE position = 0");
    QVERIFY(text(u"interviewPace"_s).contains(u"Behind by 1:30"_s));
    restartWith("UPDATE interview_question SET spent = 120000 WHERE position = 0");
    QCOMPARE(text(u"interviewPace"_s), u"On pace, 2:00 in hand"_s);
}

void TestInterviewViews::ending_asksFirst()
{
    start();
    m_fixture->type(u"something"_s);
    int asked = 0;
    bool answer = false;
    pages()->confirmEnd = [&] {
        ++asked;
        return answer;
    };
    auto *end = m_fixture->find<QAbstractButton>(u"endInterview"_s);
    end->setFocus();
    end->click();
    QCOMPARE(asked, 1);
    QVERIFY(isVisible(u"interviewPrompt"_s));
    QVERIFY(m_fixture->find<QTextEdit>(u"answerField"_s)->hasFocus());
    answer = true;
    end->click();
    QVERIFY(isVisible(u"gradingModel"_s));
    QVERIFY(isVisible(u"countGrades"_s)); // there is only one answer to grade
    QVERIFY(!m_fixture->find<QAbstractButton>(u"gradingBack"_s)->isEnabled());
    m_fixture->press(Qt::Key_Return);
    QVERIFY(text(u"scorecardMeaning"_s).startsWith(u"You reached one of eight questions;"_s));
    QCOMPARE(read(u"SELECT sum(skipped) FROM interview_question"_s), u"7"_s);
}

void TestInterviewViews::grading_proposesTicksAndTakesKeys()
{
    start();
    // What the first question's own points say is matched, whichever question it is.
    const QString points = read(u"SELECT group_concat(text || '. ' || detail, '. ') FROM key_point"
                                " WHERE question_id = (SELECT question_id FROM interview_question"
                                " WHERE position = 0)"_s);
    m_fixture->find<QTextEdit>(u"answerField"_s)->setPlainText(points);
    endNow();
    QVERIFY(pages()->findChild<QAbstractButton *>(u"keyPoint1"_s)->isChecked());
    QVERIFY(
        m_fixture->find<QAbstractButton>(u"interviewRating4"_s)->text().endsWith(u"suggested"_s));
    m_fixture->press(Qt::Key_1, Qt::ShiftModifier);
    QVERIFY(!pages()->findChild<QAbstractButton *>(u"keyPoint1"_s)->isChecked());
    QVERIFY(
        m_fixture->find<QAbstractButton>(u"interviewRating3"_s)->text().endsWith(u"suggested"_s));
    QCOMPARE(read(u"SELECT count(*) FROM interview_key_point WHERE position = 0 AND NOT met"_s),
             u"1"_s);
    QVERIFY(isVisible(u"gradingTyped"_s));
    QVERIFY(text(u"gradingTyped"_s).size() > 20);
    m_fixture->press(Qt::Key_2);
    QVERIFY(m_fixture->find<QAbstractButton>(u"interviewRating2"_s)->isChecked());
    for (const Qt::Key key : {Qt::Key_5, Qt::Key_6, Qt::Key_7}) { // rounds of practice, no ratings
        m_fixture->press(key);
        QVERIFY(isVisible(u"gradingModel"_s));
        QVERIFY(m_fixture->find<QAbstractButton>(u"interviewRating2"_s)->isChecked());
    }
    QCOMPARE(read(u"SELECT rating FROM interview_question WHERE position = 0"_s), u"2"_s);
}

void TestInterviewViews::grading_isContinuedAfterARestart()
{
    start();
    next();
    next();
    endNow();
    m_fixture->press(Qt::Key_4);
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(text(u"gradingTyped"_s).remove(QRegularExpression(u"<[^>]*>"_s)),
             u"You answered in your head."_s);
    m_fixture->restart();
    QVERIFY(isVisible(u"gradingModel"_s));
    QVERIFY(m_fixture->find<QTabBar>(u"tabs"_s)->isVisible());
    QCOMPARE(text(u"gradingPosition"_s), u"Question 2 of 3"_s); // the others were not asked
    m_fixture->find<QAbstractButton>(u"gradingBack"_s)->click();
    QVERIFY(m_fixture->find<QAbstractButton>(u"interviewRating4"_s)->isChecked());
    m_fixture->press(Qt::Key_Escape); // put off
    QVERIFY(isVisible(u"mainRound"_s));
    m_fixture->press(Qt::Key_5); // there is one already
    QVERIFY(isVisible(u"gradingModel"_s));
    QCOMPARE(read(u"SELECT count(*) FROM interview"_s), u"1"_s);
}

void TestInterviewViews::counting_isOffUnlessTicked()
{
    start();
    next();
    endNow();
    QVERIFY(!isVisible(u"countGrades"_s)); // not before the last
    m_fixture->press(Qt::Key_Return);
    auto *count = m_fixture->find<QCheckBox>(u"countGrades"_s);
    QVERIFY(count->isVisible());
    QVERIFY(!count->isChecked());
    count->click();
    m_fixture->press(Qt::Key_Return);
    QVERIFY(isVisible(u"scorecardTitle"_s));
    QCOMPARE(read(u"SELECT count(*) FROM review"_s), u"2"_s);
    m_fixture->press(Qt::Key_Escape);
    m_fixture->press(Qt::Key_5);
    endNow();
    QVERIFY(!m_fixture->find<QCheckBox>(u"countGrades"_s)->isChecked()); // each time anew
}

void TestInterviewViews::scorecard_showsTheChosenQuestionsPoints()
{
    goToScorecard();
    QVERIFY(m_fixture->find<QAbstractButton>(u"practiseMissedPoints"_s)->hasFocus());
    QVERIFY(isVisible(u"showAllMissed"_s));
    const QString all = text(u"scorecardMissed"_s);
    auto *table = m_fixture->find<QAbstractItemView>(u"scorecardTable"_s);
    QCOMPARE(table->model()->rowCount(), 8);
    table->setFocus();
    m_fixture->press(Qt::Key_Down);
    m_fixture->press(Qt::Key_Down);
    const int row = table->currentIndex().row();
    QVERIFY(row > 0);
    const QString title = table->model()->index(row, InterviewResultModel::Title).data().toString();
    QVERIFY(text(u"scorecardMissed"_s).contains(title.toHtmlEscaped()));
    QVERIFY(text(u"scorecardMissed"_s) != all);
    auto *more = m_fixture->find<QAbstractButton>(u"showAllMissed"_s);
    QVERIFY(more->text().startsWith(u"Show all "_s));
    more->click();
    QCOMPARE(text(u"scorecardMissed"_s).count(u"<tr>"_s),
             read(u"SELECT count(*) FROM interview_key_point WHERE NOT met"_s).toInt());
    QVERIFY(!isVisible(u"showAllMissed"_s));
}

void TestInterviewViews::scorecard_trendNeedsTwo()
{
    goToScorecard();
    QCOMPARE(m_fixture->find<QWidget>(u"scoreTrend"_s)->accessibleName(),
             u"Your later scores at this level will appear here"_s);
    m_fixture->press(Qt::Key_Escape);
    goToScorecard();
    QVERIFY(m_fixture->find<QWidget>(u"scoreTrend"_s)->accessibleName().startsWith(u"Scores: "_s));
    QVERIFY(text(u"statusItems"_s).startsWith(u"Mock interview 2   |   "_s));
    m_fixture->settle();
    QCOMPARE(m_fixture->desk().interviews.finished().value().size(), 2);
}

void TestInterviewViews::trend_isOfOneLevel()
{
    const auto summary = [](const QString &uid, const QString &level, int score) {
        return InterviewSummary{uid, level, QDateTime::currentDateTime(), score, 1, 1};
    };
    Interview interview;
    interview.uid = u"c"_s;
    interview.level = u"Senior"_s;
    InterviewQuestion question;
    question.points = {{{}, true}, {{}, false}};
    interview.questions = {question};
    ScorecardView view;
    view.setInterview(interview, {summary(u"a"_s, u"Fresher"_s, 90)});
    const auto *trend = view.findChild<QWidget *>(u"scoreTrend"_s);
    QVERIFY(trend->accessibleName().startsWith(u"Your later scores"_s));
    QVERIFY(view.statusItems().contains(u"Best so far at this level: 50%"_s));
    view.setInterview(interview,
                      {summary(u"a"_s, u"Fresher"_s, 90), summary(u"b"_s, u"Senior"_s, 40)});
    QVERIFY(trend->accessibleName().contains(u": 40%, "_s));
    QVERIFY(!trend->accessibleName().contains(u"90%"_s));
}

void TestInterviewViews::trend_leavesOutLabelsWithoutRoom()
{
    const QFontMetricsF metrics{QFont()};
    const QStringList days{u"12 Nov"_s, u"13 Nov"_s, QString(), u"20 Nov"_s, u"Today"_s};
    const auto shown = [&](qreal width) {
        QList<qreal> centres;
        for (int i = 0; i < days.size(); ++i)
            centres.append(width * i / 4);
        const QList<QRectF> places = labelPlaces(days, centres, metrics, width);
        QList<int> found;
        qreal end = 0;
        for (int i = 0; i < places.size(); ++i) {
            if (places.at(i).isEmpty())
                continue;
            if (places.at(i).left() < end || places.at(i).right() > width)
                return QList<int>{};
            end = places.at(i).right();
            found.append(i);
        }
        return found;
    };
    QCOMPARE(shown(2000), (QList<int>{0, 1, 3, 4}));
    QCOMPARE(shown(metrics.horizontalAdvance(u"12 NovToday"_s)), (QList<int>{4}));
    const QList<int> some = shown(3 * metrics.horizontalAdvance(u"12 Nov"_s));
    QVERIFY(some.size() > 1 && some.size() < 4);
    QCOMPARE(some.constLast(), 4);
}

void TestInterviewViews::scorecard_subtitleIsNeverCut()
{
    goToScorecard();
    for (const int width : {960, 1280, 1600}) {
        m_fixture->window().resize(width, 600);
        const auto *subtitle = m_fixture->find<QLabel>(u"scorecardSubtitle"_s);
        QTRY_VERIFY2(subtitle->width() > 100 &&
                         subtitle->height() >= subtitle->heightForWidth(subtitle->width()),
                     qPrintable(QString::number(subtitle->width())));
    }
}

void TestInterviewViews::enterOnTheScorecard_practisesWhatWasMissed()
{
    goToScorecard();
    const QString missed = read(u"SELECT count(DISTINCT position) FROM interview_key_point"
                                " WHERE NOT met"_s);
    m_fixture->press(Qt::Key_Return);
    QVERIFY(isVisible(u"sessionPosition"_s));
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of %1"_s.arg(missed));
}

void TestInterviewViews::answers_canBeReadAgain()
{
    goToScorecard();
    m_fixture->find<QAbstractButton>(u"readAnswers"_s)->click();
    QVERIFY(isVisible(u"gradingModel"_s));
    QCOMPARE(text(u"gradingPosition"_s), u"Question 1 of 8"_s);
    const QString before = read(u"SELECT sum(met) || sum(rating) FROM interview_question"
                                " LEFT JOIN interview_key_point USING (interview_uid, position)"_s);
    m_fixture->press(Qt::Key_1, Qt::ShiftModifier); // it is too late for that
    m_fixture->press(Qt::Key_4);
    QCOMPARE(read(u"SELECT sum(met) || sum(rating) FROM interview_question"
                  " LEFT JOIN interview_key_point USING (interview_uid, position)"_s),
             before);
    QVERIFY(!isVisible(u"countGrades"_s));
    for (int i = 0; i < 8; ++i)
        m_fixture->press(Qt::Key_Return);
    QVERIFY(isVisible(u"scorecardTitle"_s));
}

void TestInterviewViews::export_writesMarkdownAndPdf()
{
    goToScorecard();
    pages()->scorecard().chooseFile = [this](const QString &name, const QString &) {
        return m_fixture->file(name);
    };
    m_fixture->find<QAbstractButton>(u"saveMarkdown"_s)->click();
    QFile markdown(m_fixture->file(u"mock interview.md"_s));
    QVERIFY(markdown.open(QIODevice::ReadOnly));
    const QString written = QString::fromUtf8(markdown.readAll());
    QVERIFY(written.startsWith(u"# Mock interview result\n"_s));
    QVERIFY(written.contains(u"> lazy query\n"_s));
    QVERIFY(text(u"statusItems"_s).startsWith(u"Saved to "_s));
    m_fixture->find<QAbstractButton>(u"savePdf"_s)->click();
    QFile pdf(m_fixture->file(u"mock interview.pdf"_s));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const QByteArray bytes = pdf.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    QVERIFY(bytes.size() > 4000);
    pages()->scorecard().chooseFile = [](const QString &, const QString &) { return QString(); };
    m_fixture->find<QAbstractButton>(u"savePdf"_s)->click(); // thought better of it
    QVERIFY(!pages()->scorecard().findChild<QWidget *>(u"banner"_s)->isVisible());
}

void TestInterviewViews::export_intoNowhere_saysWhat()
{
    goToScorecard();
    pages()->scorecard().chooseFile = [this](const QString &, const QString &) {
        return m_fixture->file(u"missing/result.pdf"_s);
    };
    m_fixture->find<QAbstractButton>(u"savePdf"_s)->click();
    const auto *banner = pages()->scorecard().findChild<QWidget *>(u"banner"_s);
    QVERIFY(banner->isVisible());
    const QString message = banner->findChild<QLabel *>()->text();
    QVERIFY2(message.contains(u"missing/result.pdf could not be written"_s), qPrintable(message));
}

void TestInterviewViews::pdf_loadsNothing()
{
    QFile picture(m_fixture->file(u"secret.png"_s));
    QVERIFY(picture.open(QIODevice::WriteOnly));
    QImage image(200, 200, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(&picture, "PNG"));
    picture.close();
    const QString text =
        u"# A\n\n> ![x](%1)\n> ![x](file://%1)\n> <img src=\"%1\">\n"_s.arg(picture.fileName());
    QVERIFY(!pdfOf(u"A"_s, text).contains("/Width 200"));
}

void TestInterviewViews::resultModel_isSound()
{
    InterviewResultModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    Interview interview;
    InterviewQuestion question;
    question.title = u"Title"_s;
    question.spent = 65'000;
    question.allowed = 240'000;
    question.rating = Rating::Hard;
    question.points = {{{}, true}, {{}, false}};
    interview.questions = {question, InterviewQuestion()};
    model.setInterview(interview);
    const auto shown = [&](int row, int column, int role = Qt::DisplayRole) {
        return model.index(row, column).data(role).toString();
    };
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(shown(0, InterviewResultModel::Number), u"1"_s);
    QCOMPARE(shown(0, InterviewResultModel::Points), u"1/2"_s);
    QCOMPARE(shown(0, InterviewResultModel::Time), u"1:05"_s);
    QCOMPARE(shown(0, InterviewResultModel::YourRating), u"Hard"_s);
    QCOMPARE(shown(0, InterviewResultModel::Points, Qt::AccessibleTextRole),
             u"1 of 2 key points"_s);
    QCOMPARE(shown(1, InterviewResultModel::YourRating), u"Not reached"_s);
    QCOMPARE(shown(1, InterviewResultModel::Time), QString());
    model.setInterview({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestInterviewViews)
#include "tst_interviewviews.moc"
