// SPDX-License-Identifier: GPL-3.0-or-later
// Practice, driven by the keyboard alone.

#include "tests/support/windowfixture.h"
#include "views/common/typography.h"
#include "views/practice/codeeditor.h"
#include "views/practice/practicepage.h"
#include "views/practice/roundcard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QTextEdit>

using namespace Qt::StringLiterals;

class TestPracticePage : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_fixture.reset(); }

    void firstStart_explainsGradesAndDisablesEmptyRounds();
    void narrow_putsButtonsBelowTheText();
    void typedSession_fromStartToSummary();
    void thinkingSession_revealsWithSpace();
    void suggestion_followsTheTicks();
    void undo_takesBackGradesAcrossQuestionsAndFromTheSummary();
    void pause_keepsTheTextAndContinues();
    void restart_continuesAtTheSameQuestionWithTheText();
    void anotherRound_keepsTheOneThatWasLeft();
    void takingAGradeBack_keepsWhatIsTypedForTheNext();
    void takingAGradeBack_afterARestart_showsItsTicks();
    void heldEnter_gradesOnce();
    void finishedRound_isNotOfferedAgain();
    void drill_isWrittenKeptAndCompared();
    void drill_checksTickWhatTheyProve();
    void drill_checksAskBeforeTheFirstRun();
    void undoneGrade_ofALeftSession_isSeenWhereItIsOpen();
    void untouchedMeansNoDraftAnywhere();
    void drill_keysOfTheEditor_areItsOwn();
    void scenario_showsItsFollowUpAndSections();
    void digitsInTheAnswer_areText();
    void editAnswer_afterRevealing_isKeptInTheReview();
    void numberKeys_startRounds();
    void missedPoints_canBePractisedAgain();
    void bookmarkKey_starsTheQuestionAtHand();
    void typedPoints_areUnderlinedAndTicked();
    void grades_promiseTheWaitTheyGive();
    void speaking_runsAStopWatchAndRecordsNothing();
    void studyFilter_canBePractised();
    void newPerDay_canBeUndone();
    void newPerDay_takesItsDigits();
    void escape_endsACorrectionBeforeItPauses();
    void pausedSession_canBeGivenUpOrStartedAgain();

private:
    void goToPractice() { m_fixture->press(Qt::Key_2, Qt::AltModifier); }

    bool isVisible(const QString &name) { return m_fixture->find<QWidget>(name)->isVisible(); }

    QString text(const QString &name) { return m_fixture->find<QLabel>(name)->text(); }

    QString buttonText(const QString &name)
    {
        return m_fixture->find<QAbstractButton>(name)->text();
    }

    QString read(const QString &sql)
    {
        m_fixture->settle();
        return readText(m_fixture->database(), sql);
    }

    // Answers the question at hand with this grade.
    void answer(Qt::Key grade)
    {
        m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
        m_fixture->press(grade);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestPracticePage::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    goToPractice();
}

void TestPracticePage::firstStart_explainsGradesAndDisablesEmptyRounds()
{
    QCOMPARE(text(u"mainFigure"_s), u"5"_s); // new ones of the day
    QVERIFY(buttonText(u"unseenRound"_s).contains(u"150"_s));
    QVERIFY(!m_fixture->find<QAbstractButton>(u"weakRound"_s)->isEnabled());
    QVERIFY(!m_fixture->find<QAbstractButton>(u"bookmarkedRound"_s)->isEnabled());
    QVERIFY(m_fixture->find<QAbstractButton>(u"quickTenRound"_s)->isEnabled());
    m_fixture->press(Qt::Key_3); // nothing to start there
    QVERIFY(isVisible(u"mainRound"_s));
}

void TestPracticePage::narrow_putsButtonsBelowTheText()
{
    const auto placeOf = [this](const QString &name) {
        auto *widget = m_fixture->find<QWidget>(name);
        return QRect(widget->mapTo(&m_fixture->window(), QPoint()), widget->size());
    };
    m_fixture->window().resize(1280, 800);
    QTest::qWait(50);
    QVERIFY(placeOf(u"mainRound"_s).left() > placeOf(u"mainText"_s).right());
    applyTypography({false, 130, 15});
    m_fixture->window().resize(960, 600);
    QTest::qWait(50);
    const QRect words = placeOf(u"mainText"_s);
    QVERIFY(placeOf(u"mainRound"_s).top() > words.bottom());
    QVERIFY2(words.width() > scaled(200), qPrintable(QString::number(words.width())));
    applyTypography({});
}

void TestPracticePage::typedSession_fromStartToSummary()
{
    m_fixture->press(Qt::Key_Return);
    QVERIFY(isVisible(u"typedAnswer"_s));
    QVERIFY(m_fixture->find<QTextEdit>(u"typedAnswer"_s)->hasFocus());
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 5"_s);
    QVERIFY(!isVisible(u"modelArea"_s));
    m_fixture->type(u"I would say this"_s);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(isVisible(u"modelArea"_s));
    m_fixture->press(Qt::Key_1, Qt::ShiftModifier);
    QVERIFY(text(u"keyPointCount"_s).startsWith(u"Key points: you covered 1 of "_s));
    m_fixture->press(Qt::Key_3);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 2 of 5"_s);
    QVERIFY(m_fixture->find<QTextEdit>(u"typedAnswer"_s)->toPlainText().isEmpty());
    QCOMPARE(read(u"SELECT rating || answer FROM review"_s), u"3I would say this"_s);
    QCOMPARE(read(u"SELECT sum(met) FROM review_key_point"_s), u"1"_s);

    for (int i = 2; i <= 4; ++i)
        answer(Qt::Key_2);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    m_fixture->press(Qt::Key_Return); // the suggested grade, Again: nothing was ticked
    QCOMPARE(text(u"sessionPosition"_s), u"Question 6 of 6"_s);
    answer(Qt::Key_2);
    QVERIFY(isVisible(u"summaryTitle"_s));
    QCOMPARE(read(u"SELECT rating FROM review ORDER BY session_position DESC LIMIT 1 OFFSET 1"_s),
             u"1"_s);
    QVERIFY(text(u"missedPoints"_s).contains(u"Points you missed"_s));
    m_fixture->press(Qt::Key_Return);
    QVERIFY(isVisible(u"mainRound"_s));
    QTRY_COMPARE(text(u"mainFigure"_s), u"0"_s);
    QVERIFY(buttonText(u"unseenRound"_s).contains(u"145"_s));
    QTRY_VERIFY(isVisible(u"practiseMissed"_s));
    QCOMPARE(read(u"SELECT count(*) FROM session WHERE finished IS NOT NULL"_s), u"1"_s);
}

void TestPracticePage::thinkingSession_revealsWithSpace()
{
    const QList<QAbstractButton *> modes =
        m_fixture->find<QWidget>(u"answerMode"_s)->findChildren<QAbstractButton *>();
    modes.at(2)->click();
    m_fixture->find<QWidget>(u"mainRound"_s)->setFocus();
    m_fixture->press(Qt::Key_Return);
    QVERIFY(!isVisible(u"typedAnswer"_s));
    QVERIFY(!isVisible(u"modelArea"_s));
    m_fixture->press(Qt::Key_Space);
    QVERIFY(isVisible(u"modelArea"_s));
    m_fixture->press(Qt::Key_4);
    QCOMPARE(read(u"SELECT rating || answer FROM review"_s), u"4"_s);
    QCOMPARE(read(u"SELECT mode FROM session"_s), u"think"_s);
}

void TestPracticePage::suggestion_followsTheTicks()
{
    m_fixture->press(Qt::Key_Return);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    const auto isSuggested = [&](const QString &name) {
        return m_fixture->find<QWidget>(name)->accessibleName().endsWith(u"suggested"_s);
    };
    QVERIFY(isSuggested(u"grade1"_s));
    QVERIFY(m_fixture->find<QWidget>(u"grade1"_s)->hasFocus());
    for (int point = 0; point < 9; ++point) {
        m_fixture->press(Qt::Key(Qt::Key_1 + point), Qt::ShiftModifier);
        if (point == 2)
            QVERIFY(!isSuggested(u"grade4"_s));
    }
    QVERIFY(isSuggested(u"grade4"_s));
    QVERIFY(m_fixture->find<QWidget>(u"grade4"_s)->hasFocus());
    m_fixture->press(Qt::Key_1, Qt::ShiftModifier);
    QVERIFY(isSuggested(u"grade3"_s));
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(read(u"SELECT rating FROM review"_s), u"3"_s);
}

void TestPracticePage::undo_takesBackGradesAcrossQuestionsAndFromTheSummary()
{
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->start(u"Two"_s, {m_fixture->question(u"q01"_s), m_fixture->question(u"q02"_s)});
    m_fixture->type(u"first words"_s);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    m_fixture->press(Qt::Key_2, Qt::ShiftModifier);
    m_fixture->press(Qt::Key_3);
    answer(Qt::Key_4);
    QVERIFY(isVisible(u"summaryTitle"_s));

    m_fixture->press(Qt::Key_U);
    QVERIFY(!isVisible(u"summaryTitle"_s));
    QCOMPARE(text(u"sessionPosition"_s), u"Question 2 of 2"_s);
    m_fixture->press(Qt::Key_U);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 2"_s);
    QCOMPARE(m_fixture->find<QTextEdit>(u"typedAnswer"_s)->toPlainText(), u"first words"_s);
    QVERIFY(m_fixture->find<QAbstractButton>(u"keyPoint2"_s)->isChecked());
    QCOMPARE(read(u"SELECT count(*) FROM review WHERE deleted IS NULL"_s), u"0"_s);
    m_fixture->press(Qt::Key_U); // nothing left

    m_fixture->press(Qt::Key_2);
    answer(Qt::Key_2);
    QVERIFY(isVisible(u"summaryTitle"_s));
    QCOMPARE(read(u"SELECT group_concat(rating) FROM review WHERE deleted IS NULL"_s), u"2,2"_s);
    QCOMPARE(read(u"SELECT count(*) FROM review"_s), u"4"_s); // the log forgets nothing
}

void TestPracticePage::pause_keepsTheTextAndContinues()
{
    m_fixture->press(Qt::Key_Return);
    answer(Qt::Key_3);
    m_fixture->type(u"half"_s);
    m_fixture->find<QWidget>(u"pauseSession"_s)->setFocus();
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(isVisible(u"mainRound"_s));
    QVERIFY(isVisible(u"startAgain"_s));
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 2 of 5"_s);
    QCOMPARE(m_fixture->find<QTextEdit>(u"typedAnswer"_s)->toPlainText(), u"half"_s);
}

void TestPracticePage::restart_continuesAtTheSameQuestionWithTheText()
{
    m_fixture->press(Qt::Key_Return);
    answer(Qt::Key_3);
    m_fixture->type(u"half an answer"_s);
    m_fixture->restart();
    QVERIFY(isVisible(u"startAgain"_s));
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 2 of 5"_s);
    QCOMPARE(m_fixture->find<QTextEdit>(u"typedAnswer"_s)->toPlainText(), u"half an answer"_s);
    QVERIFY(m_fixture->find<QAbstractButton>(u"undoGrade"_s)->isEnabled());
}

void TestPracticePage::anotherRound_keepsTheOneThatWasLeft()
{
    m_fixture->press(Qt::Key_Return);
    m_fixture->type(u"half a thought"_s);
    m_fixture->press(Qt::Key_Escape);
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->start(u"One"_s, {m_fixture->question(u"q29"_s)});
    m_fixture->press(Qt::Key_Escape); // left untouched, it goes without a trace
    page->start(u"Another"_s, {m_fixture->question(u"q14"_s)});
    answer(Qt::Key_3);
    m_fixture->press(Qt::Key_Return); // from the summary
    m_fixture->settle();
    m_fixture->press(Qt::Key_Return); // continues
    QCOMPARE(m_fixture->find<QTextEdit>(u"typedAnswer"_s)->toPlainText(), u"half a thought"_s);
    QCOMPARE(read(u"SELECT count(*) FROM session WHERE finished IS NULL"_s), u"1"_s);
}

void TestPracticePage::takingAGradeBack_keepsWhatIsTypedForTheNext()
{
    m_fixture->press(Qt::Key_Return);
    answer(Qt::Key_3);
    m_fixture->type(u"second answer"_s);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    m_fixture->press(Qt::Key_U);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 5"_s);
    m_fixture->press(Qt::Key_2);
    QCOMPARE(m_fixture->find<QTextEdit>(u"typedAnswer"_s)->toPlainText(), u"second answer"_s);
    QCOMPARE(read(u"SELECT draft FROM session_question WHERE position = 1"_s), u"second answer"_s);
}

void TestPracticePage::takingAGradeBack_afterARestart_showsItsTicks()
{
    m_fixture->press(Qt::Key_Return);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    m_fixture->press(Qt::Key_1, Qt::ShiftModifier);
    m_fixture->press(Qt::Key_2, Qt::ShiftModifier);
    m_fixture->press(Qt::Key_3);
    m_fixture->restart();
    m_fixture->press(Qt::Key_Return);
    m_fixture->press(Qt::Key_Escape); // U would be text in the answer
    m_fixture->press(Qt::Key_Return);
    m_fixture->find<QAbstractButton>(u"undoGrade"_s)->click();
    QVERIFY(m_fixture->find<QAbstractButton>(u"keyPoint1"_s)->isChecked());
    QVERIFY(m_fixture->find<QAbstractButton>(u"keyPoint2"_s)->isChecked());
    QVERIFY(text(u"keyPointCount"_s).startsWith(u"Key points: you covered 2 of "_s));
}

void TestPracticePage::heldEnter_gradesOnce()
{
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->start(u"Two"_s, {m_fixture->question(u"q01"_s), m_fixture->question(u"q02"_s)});
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QWidget *focused = m_fixture->window().focusWidget();
    for (int i = 0; i < 5; ++i) {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
        QApplication::sendEvent(focused, &held);
    }
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 2"_s);
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 2 of 3"_s); // graded Again, so it comes back
}

void TestPracticePage::finishedRound_isNotOfferedAgain()
{
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->start(u"One"_s, {m_fixture->question(u"q01"_s)});
    answer(Qt::Key_3);
    QVERIFY(isVisible(u"summaryTitle"_s));
    m_fixture->restart();
    QVERIFY(!isVisible(u"startAgain"_s));
    QVERIFY(isVisible(u"practiseMissed"_s)); // it is the last session
}

void TestPracticePage::drill_isWrittenKeptAndCompared()
{
    QVERIFY(m_fixture->find<RoundCard>(u"drillRound"_s)->count() == 12);
    m_fixture->press(Qt::Key_6);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 12"_s);
    auto *code = m_fixture->find<CodeEditor>(u"drillCode"_s);
    QVERIFY(code->hasFocus());
    const Drill drill = m_fixture->desk()
                            .questions.detail(m_fixture->question(u"d01"_s))
                            .value()
                            .question.drill.value();
    QCOMPARE(code->text(), drill.starter);
    m_fixture->type(u"# b12 "_s); // letters and digits are text
    QCOMPARE(code->text(), drill.starter + u"# b12 "_s);
    m_fixture->restart();
    m_fixture->press(Qt::Key_Return);
    code = m_fixture->find<CodeEditor>(u"drillCode"_s);
    QCOMPARE(code->text(), drill.starter + u"# b12 "_s);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_fixture->find<QTextEdit>(u"modelAnswer"_s)
                ->toPlainText()
                .contains(u"class BookSerializer"_s));
    QVERIFY(code->isReadOnly());
    m_fixture->press(Qt::Key_1, Qt::ShiftModifier);
    m_fixture->press(Qt::Key_3);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 2 of 12"_s);
    QCOMPARE(read(u"SELECT rating || sum(met) FROM review JOIN review_key_point"
                  " ON review_uid = uid"_s),
             u"31"_s);
    QVERIFY(read(u"SELECT answer FROM review"_s).endsWith(u"# b12 "_s));
    m_fixture->press(Qt::Key_Escape);
    m_fixture->press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(m_fixture->find<RoundCard>(u"drillRound"_s)->accessibleName().contains(u"1 solved"_s));
}

void TestPracticePage::drill_checksTickWhatTheyProve()
{
    m_fixture->desk().settings.set(Setting::codeMayRun, true);
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->startTyping(u"Drill"_s, {m_fixture->question(u"d01"_s)});
    const Question question =
        m_fixture->desk().questions.detail(m_fixture->question(u"d01"_s)).value().question;
    auto *run = m_fixture->find<QAbstractButton>(u"runChecks"_s);
    if (!QTest::qWaitFor([&] { return run->isEnabled(); }, 10'000))
        QSKIP("this system has no Django");
    auto *message = m_fixture->find<QLabel>(u"drillMessage"_s);
    const int points = int(question.keyPoints.size());
    m_fixture->press(Qt::Key_F5); // what the editor begins with
    QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"proved"_s), 20'000);
    QVERIFY(!message->text().contains(u"%1 of %1"_s.arg(points)));
    auto *code = m_fixture->find<CodeEditor>(u"drillCode"_s);
    code->selectAll();
    code->replaceSelectedText(question.drill->solution);
    m_fixture->press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"%1 of %1 points proved"_s.arg(points)),
                             20'000);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(text(u"keyPointCount"_s).contains(u"%1 of %1"_s.arg(points)));
    QVERIFY(m_fixture->find<QWidget>(u"grade4"_s)->accessibleName().endsWith(u"suggested"_s));
}

void TestPracticePage::drill_checksAskBeforeTheFirstRun()
{
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->startTyping(u"Drill"_s, {m_fixture->question(u"d01"_s)});
    auto *run = m_fixture->find<QAbstractButton>(u"runChecks"_s);
    if (!QTest::qWaitFor([&] { return run->isEnabled(); }, 10'000))
        QSKIP("this system has no Django");
    bool asked = false;
    QTimer::singleShot(50, this, [&asked] {
        if (QWidget *box = QApplication::activeModalWidget()) {
            asked = true;
            box->close();
        }
    });
    run->click();
    QVERIFY(asked);
    QVERIFY(!m_fixture->desk().settings.value(Setting::codeMayRun));
    QVERIFY(m_fixture->find<QLabel>(u"drillMessage"_s)->text().isEmpty()); // nothing ran
}

void TestPracticePage::undoneGrade_ofALeftSession_isSeenWhereItIsOpen()
{
    m_fixture->press(Qt::Key_Return);
    answer(Qt::Key_3);
    m_fixture->press(Qt::Key_Escape);
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->start(u"One"_s, {m_fixture->question(u"q14"_s)});
    answer(Qt::Key_2);
    m_fixture->press(Qt::Key_Return);
    m_fixture->settle();
    m_fixture->press(Qt::Key_Return); // continues the first
    QCOMPARE(text(u"sessionPosition"_s), u"Question 2 of 5"_s);
    m_fixture->desk().commands.stack().undo(); // of the second session, which is gone
    QCOMPARE(text(u"sessionPosition"_s), u"Question 2 of 5"_s);
    m_fixture->desk().commands.stack().undo(); // of this one
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 5"_s);
    QVERIFY(isVisible(u"modelArea"_s));
    QCOMPARE(read(u"SELECT count(*) FROM review WHERE deleted IS NULL"_s), u"0"_s);
}

void TestPracticePage::untouchedMeansNoDraftAnywhere()
{
    m_fixture->press(Qt::Key_Return);
    answer(Qt::Key_3);
    m_fixture->type(u"precious"_s);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    m_fixture->press(Qt::Key_U);
    m_fixture->press(Qt::Key_Escape);
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->start(u"One"_s, {m_fixture->question(u"q14"_s)});
    QCOMPARE(read(u"SELECT count(*) FROM session WHERE finished IS NULL"_s), u"2"_s);
}

void TestPracticePage::drill_keysOfTheEditor_areItsOwn()
{
    m_fixture->press(Qt::Key_B); // a step that the window could undo
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->startTyping(u"Drills"_s, {m_fixture->question(u"d01"_s), m_fixture->question(u"d02"_s)});
    auto *code = m_fixture->find<CodeEditor>(u"drillCode"_s);
    const int lines = code->lines();
    m_fixture->press(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(code->lines(), lines + 1);
    QVERIFY(!isVisible(u"modelArea"_s));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(code->lines(), lines);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(code->lines(), lines + 1);
    answer(Qt::Key_2);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier); // nothing typed here: the grade
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 2"_s);
    m_fixture->press(Qt::Key_E);
    QVERIFY(code->hasFocus());
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!code->hasFocus()); // the way back to the grades
    m_fixture->press(Qt::Key_2);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 2 of 2"_s);
}

void TestPracticePage::scenario_showsItsFollowUpAndSections()
{
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->start(u"One"_s, {m_fixture->question(u"q29"_s)});
    QVERIFY(text(u"sessionPrompt"_s).contains(u"200 million rows"_s));
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QStringList titles;
    const auto labels =
        m_fixture->find<QWidget>(u"keyPoint1"_s)->parentWidget()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        titles.append(label->text());
    QVERIFY(titles.contains(u"Problem"_s));
    QVERIFY(titles.contains(u"Follow-up"_s));
    QVERIFY(m_fixture->find<QTextEdit>(u"modelAnswer"_s)
                ->toPlainText()
                .contains(u"What if the table has 200 million rows?"_s));
}

void TestPracticePage::digitsInTheAnswer_areText()
{
    m_fixture->press(Qt::Key_Return);
    m_fixture->type(u"1 2 3 4 u e"_s);
    QCOMPARE(m_fixture->find<QTextEdit>(u"typedAnswer"_s)->toPlainText(), u"1 2 3 4 u e"_s);
    QCOMPARE(read(u"SELECT count(*) FROM review"_s), u"0"_s);
}

void TestPracticePage::editAnswer_afterRevealing_isKeptInTheReview()
{
    m_fixture->press(Qt::Key_Return);
    m_fixture->type(u"ab"_s);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!isVisible(u"typedAnswer"_s));
    QVERIFY(isVisible(u"matchedAnswer"_s));
    m_fixture->press(Qt::Key_E);
    m_fixture->press(Qt::Key_End);
    m_fixture->type(u"c"_s);
    m_fixture->find<QWidget>(u"grade2"_s)->setFocus();
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(read(u"SELECT rating || answer FROM review"_s), u"2abc"_s);
}

void TestPracticePage::numberKeys_startRounds()
{
    m_fixture->desk().commands.toggleBookmark(m_fixture->question(u"q05"_s), 5);
    m_fixture->settle();
    QTRY_VERIFY(m_fixture->find<QAbstractButton>(u"bookmarkedRound"_s)->isEnabled());
    const auto leave = [this] {
        m_fixture->find<QWidget>(u"pauseSession"_s)->setFocus();
        m_fixture->press(Qt::Key_Escape);
    };
    m_fixture->press(Qt::Key_3);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 1"_s);
    leave();
    m_fixture->press(Qt::Key_4);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 10"_s);
    leave();
    m_fixture->press(Qt::Key_7);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 10"_s);
    QVERIFY(m_fixture->window().windowTitle().startsWith(u"What Django is"_s));
}

void TestPracticePage::missedPoints_canBePractisedAgain()
{
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->start(u"Two"_s, {m_fixture->question(u"q01"_s), m_fixture->question(u"q02"_s)});
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    for (int point = 0; point < 9; ++point)
        m_fixture->press(Qt::Key(Qt::Key_1 + point), Qt::ShiftModifier);
    m_fixture->press(Qt::Key_4);
    answer(Qt::Key_1);
    answer(Qt::Key_2); // it came back
    QCOMPARE(m_fixture->find<QAbstractButton>(u"summaryAgain"_s)->text(),
             u"Practise this one again"_s);
    m_fixture->find<QAbstractButton>(u"summaryAgain"_s)->click();
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 1"_s);
    QVERIFY(m_fixture->window().windowTitle().startsWith(u"MTV and classic MVC"_s));
}

void TestPracticePage::bookmarkKey_starsTheQuestionAtHand()
{
    m_fixture->press(Qt::Key_Return);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    m_fixture->press(Qt::Key_B);
    QCOMPARE(m_fixture->desk().bookmarks.questions().size(), 1);
    m_fixture->press(Qt::Key_B, Qt::ShiftModifier);
    QCOMPARE(m_fixture->desk().bookmarks.topics().size(), 1);
    // The grade is taken back although the bookmark came later, and the bookmark stays.
    m_fixture->press(Qt::Key_3);
    m_fixture->find<QWidget>(u"undoGrade"_s)->setFocus(); // in the next answer, U is a letter
    m_fixture->press(Qt::Key_U);
    QCOMPARE(m_fixture->desk().bookmarks.questions().size(), 1);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 5"_s);
}

void TestPracticePage::typedPoints_areUnderlinedAndTicked()
{
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->start(u"One"_s, {m_fixture->question(u"q01"_s)});
    m_fixture->type(u"batteries included"_s);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_fixture->find<QAbstractButton>(u"keyPoint3"_s)->isChecked());
    QVERIFY(text(u"keyPointCount"_s).startsWith(u"Key points: you covered 1 of "_s));
    const auto *matched = m_fixture->find<QTextEdit>(u"matchedAnswer"_s);
    const QTextCursor word = matched->document()->find(u"batteries"_s);
    QVERIFY(word.charFormat().fontUnderline());
    QVERIFY(matched->toPlainText().contains(QChar::ObjectReplacementCharacter)); // the number
    m_fixture->press(Qt::Key_3, Qt::ShiftModifier); // the learner knows better
    QVERIFY(!matched->toPlainText().contains(QChar::ObjectReplacementCharacter));
    QVERIFY(!matched->document()->find(u"batteries"_s).charFormat().fontUnderline());
    QVERIFY(!matched->document()->find(u"included"_s).charFormat().fontUnderline());

    m_fixture->press(Qt::Key_E);
    m_fixture->press(Qt::Key_End, Qt::ControlModifier);
    m_fixture->type(u" and DRY"_s);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(
        m_fixture->find<QAbstractButton>(u"keyPoint7"_s)->isChecked()); // it came with the words
    QVERIFY(!m_fixture->find<QAbstractButton>(u"keyPoint3"_s)->isChecked());
}

void TestPracticePage::grades_promiseTheWaitTheyGive()
{
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->start(u"Two"_s, {m_fixture->question(u"q01"_s), m_fixture->question(u"q02"_s)});
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    const auto promise = [this](const QString &name) {
        return m_fixture->find<QWidget>(name)->accessibleDescription();
    };
    QCOMPARE(promise(u"grade1"_s), u"Comes back in 10 min"_s);
    const QString easy = promise(u"grade4"_s);
    m_fixture->press(Qt::Key_4);
    const int days = read(u"SELECT wait / 1440 FROM review"_s).toInt();
    QVERIFY(days > 2);
    QCOMPARE(easy, u"Comes back in %1 days"_s.arg(days));
    QCOMPARE(read(u"SELECT due_day - last_day FROM memory"_s).toInt(), days);
}

void TestPracticePage::speaking_runsAStopWatchAndRecordsNothing()
{
    m_fixture->find<QWidget>(u"answerMode"_s)->findChildren<QAbstractButton *>().at(1)->click();
    m_fixture->find<QWidget>(u"mainRound"_s)->setFocus();
    m_fixture->press(Qt::Key_Return);
    QVERIFY(isVisible(u"stopWatch"_s));
    QVERIFY(!isVisible(u"typedAnswer"_s));
    QTRY_VERIFY(text(u"stopWatch"_s) != u"0:00"_s);
    m_fixture->press(Qt::Key_Space);
    QVERIFY(isVisible(u"modelArea"_s));
    const QString stopped = text(u"stopWatch"_s);
    m_fixture->press(Qt::Key_3);
    QVERIFY(stopped != u"0:00"_s);
    QCOMPARE(read(u"SELECT mode || answer FROM session, review"_s), u"speak"_s);
}

void TestPracticePage::studyFilter_canBePractised()
{
    m_fixture->press(Qt::Key_1, Qt::AltModifier);
    m_fixture->press(Qt::Key_Slash);
    m_fixture->type(u"select_related"_s);
    auto *button = m_fixture->find<QAbstractButton>(u"practiseThese"_s);
    QTRY_VERIFY(button->isVisible());
    QTRY_VERIFY(button->text().contains(u"these"_s));
    const QString count = button->text().section(u' ', -1);
    button->click();
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of %1"_s.arg(count));
}

void TestPracticePage::newPerDay_takesItsDigits()
{
    m_fixture->find<QWidget>(u"newPerDay"_s)->setFocus();
    m_fixture->press(Qt::Key_8);
    m_fixture->press(Qt::Key_5);
    QVERIFY(isVisible(u"mainRound"_s)); // no round was started
    QCOMPARE(read(u"SELECT count(*) FROM session"_s), u"0"_s);
    QCOMPARE(read(u"SELECT count(*) FROM interview"_s), u"0"_s);
}

void TestPracticePage::escape_endsACorrectionBeforeItPauses()
{
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->start(u"One"_s, {m_fixture->question(u"q01"_s)});
    m_fixture->type(u"I forgot"_s);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    m_fixture->press(Qt::Key_E);
    m_fixture->type(u", batteries included"_s); // at the end of what is there
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(isVisible(u"matchedAnswer"_s));
    QVERIFY(m_fixture->find<QAbstractButton>(u"keyPoint3"_s)->isChecked());
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(isVisible(u"mainRound"_s));
    QCOMPARE(read(u"SELECT draft FROM session_question"_s), u"I forgot, batteries included"_s);
}

void TestPracticePage::pausedSession_canBeGivenUpOrStartedAgain()
{
    auto *page = static_cast<PracticePage *>(m_fixture->window().page(PracticePageIndex));
    page->start(u"Two"_s, {m_fixture->question(u"q14"_s), m_fixture->question(u"q15"_s)});
    answer(Qt::Key_3);
    const auto leave = [this] {
        m_fixture->find<QWidget>(u"pauseSession"_s)->setFocus();
        m_fixture->press(Qt::Key_Escape);
    };
    leave();
    m_fixture->find<QAbstractButton>(u"startAgain"_s)->click();
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of 2"_s);
    answer(Qt::Key_3);
    leave();
    m_fixture->find<QAbstractButton>(u"giveUp"_s)->click();
    QVERIFY(!isVisible(u"startAgain"_s));
    QTRY_COMPARE(text(u"mainFigure"_s), u"4"_s); // new ones, q14 being one of today's five
    QCOMPARE(read(u"SELECT count(*) FROM session WHERE finished IS NULL"_s), u"0"_s);
    QCOMPARE(read(u"SELECT count(*) FROM review"_s), u"2"_s);
}

void TestPracticePage::newPerDay_canBeUndone()
{
    auto *box = m_fixture->find<QComboBox>(u"newPerDay"_s);
    box->setCurrentIndex(box->findData(10));
    emit box->activated(box->currentIndex());
    QTRY_COMPARE(text(u"mainFigure"_s), u"10"_s);
    m_fixture->find<QWidget>(u"mainRound"_s)->setFocus();
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(text(u"mainFigure"_s), u"5"_s);
    QCOMPARE(read(u"SELECT value FROM setting WHERE key = 'schedule/newPerDay'"_s), u"5"_s);
}

QTEST_MAIN(TestPracticePage)
#include "tst_practicepage.moc"
