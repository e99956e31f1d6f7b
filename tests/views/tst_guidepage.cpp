// SPDX-License-Identifier: GPL-3.0-or-later
// The Guide and the Welcome page, driven by the keyboard alone.

#include "model/questions/topiclistmodel.h"
#include "tests/support/planfixture.h"
#include "tests/support/windowfixture.h"
#include "views/guide/goaldialog.h"
#include "views/guide/goalform.h"
#include "views/guide/guidepage.h"
#include "views/guide/welcomepage.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFocusFrame>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTextEdit>

using namespace Qt::StringLiterals;

class TestGuidePage : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_fixture.reset(); }

    void topics_standInMustStudyOrderWithFocusMarked();
    void enter_showsTheTopicInStudy();
    void practiseKey_startsTheTopicsQuestionsOfTheLevel();
    void bookmarkKey_starsTheTopic();
    void level_isPreviewed_thenChangesFiguresAndCanBeUndone();
    void level_notSaved_goesBack();
    void preview_saysWhatANewGoalWouldDo();
    void plan_isShownOnceItIsMade();
    void planKeys_actOnItsTasks();
    void weakTopics_areProposedForABookmark();
    void next_isTheFocusTopicRecalledLeast();
    void afterTheDate_asksHowItWent();
    void onTheDay_asksNothing();
    void stopPlan_clearsTheDateAndCanBeUndone();
    void days_differAndAreOff();
    void changeDialog_savesOrCancels();
    void faq_opensOneAnswerAtATime();
    void coverage_followsReading();

    void unreadableGuide_isSaid();

    void welcome_setsTheGoalAndOpensStudy();
    void welcome_skipped_isNotShownAgain();
    void welcome_tabGoesFromQuestionToQuestion();
    void welcome_leavesAFocusRingBehind();
    void change_keepsADayThatHasCome();
    void change_proposesADateForOneThatHasPassed();
    void newDate_beginsAtTheDate();
    void dayOff_isAddedByEnterAlone();
    void changeDialog_hasTheDaysBeforeItsButtons();
    void preview_isNotSpoiltByAFailureElsewhere();
    void undo_leavesTheKeyboardOnThePlan();
    void proposedTopic_isTheRowUntilAnotherIsChosen();
    void date_saysItsYearIfItIsAnother();
    void chip_leadsToTheNoteAfterTheDate();
    void welcome_summaryFollowsTheAnswers();

private:
    TopicListModel *topics()
    {
        return static_cast<TopicListModel *>(m_fixture->find<QListView>(u"guideTopics"_s)->model());
    }

    GuidePage *page() { return static_cast<GuidePage *>(m_fixture->window().page(GuidePageIndex)); }

    // With the deck's own topics, recalled by less and less.
    Outlook outlookOfTheDeck(Outlook outlook)
    {
        outlook.goal.level = m_fixture->desk().guide.goal().level;
        outlook.topics.clear();
        double recall = 1;
        const auto rows = m_fixture->desk().questions.topics();
        for (const TopicRow &row : rows.valueOr({})) {
            recall -= 0.05;
            outlook.topics.append({row.topic.id, row.topic.title, row.questions, row.questions,
                                   recall, false, recall < 0.5});
        }
        return outlook;
    }

    // Does `act` in the dialog that comes up next.
    template <typename Act>
    void inNextDialog(Act act)
    {
        QTimer::singleShot(10, this, [this, act] { // as often as it takes to open
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (!dialog) {
                inNextDialog(act);
                return;
            }
            QVERIFY(QTest::qWaitForWindowExposed(dialog));
            act(dialog);
            dialog->close();
        });
    }

    void setInterview(const QDate &day)
    {
        Goal goal = m_fixture->desk().guide.goal();
        goal.interview = day;
        m_fixture->desk().guide.setGoal(goal);
    }

    static QDate studyToday() { return QDate::fromJulianDay(Moment::now().day); }

    QString text(const QString &name) { return m_fixture->find<QLabel>(name)->text(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestGuidePage::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->press(Qt::Key_5, Qt::AltModifier);
}

void TestGuidePage::topics_standInMustStudyOrderWithFocusMarked()
{
    QCOMPARE(topics()->rowCount(), 16);
    QCOMPARE(topics()->index(0).data().toString(), u"MTV & request cycle"_s);
    QVERIFY(!topics()->index(0).data(TopicListModel::FocusRole).toBool()); // mid-level
    QVERIFY(topics()->index(2).data(TopicListModel::FocusRole).toBool());
    QVERIFY(text(u"aboutLevel"_s).contains(u"95 must-study questions"_s));
    QVERIFY(text(u"levelFocus"_s).contains(u"N+1"_s));
}

void TestGuidePage::enter_showsTheTopicInStudy()
{
    m_fixture->press(Qt::Key_Home);
    m_fixture->press(Qt::Key_Down);
    m_fixture->press(Qt::Key_Return);
    QTRY_COMPARE(m_fixture->find<QAbstractButton>(u"topicFilter"_s)->text(),
                 u"Models && migrations"_s);
}

void TestGuidePage::practiseKey_startsTheTopicsQuestionsOfTheLevel()
{
    m_fixture->press(Qt::Key_Home);
    const int questions = topics()->index(0).data(TopicListModel::QuestionsRole).toInt();
    m_fixture->press(Qt::Key_P);
    QCOMPARE(text(u"sessionPosition"_s), u"Question 1 of %1"_s.arg(questions));
}

void TestGuidePage::bookmarkKey_starsTheTopic()
{
    m_fixture->press(Qt::Key_Home);
    m_fixture->press(Qt::Key_B);
    QCOMPARE(m_fixture->desk().bookmarks.topics().size(), 1);
    QVERIFY(topics()->index(0).data(TopicListModel::TopicBookmarkedRole).toBool());
}

void TestGuidePage::level_isPreviewed_thenChangesFiguresAndCanBeUndone()
{
    inNextDialog([](QDialog *dialog) {
        QVERIFY(dialog->findChild<QAbstractButton *>(u"level/django/senior"_s)->isChecked());
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    const auto buttons =
        m_fixture->find<QWidget>(u"levelPicker"_s)->findChildren<QAbstractButton *>();
    buttons.at(2)->click();
    QVERIFY(text(u"aboutLevel"_s).contains(u"150 must-study questions"_s));
    m_fixture->settle();
    QCOMPARE(
        readText(m_fixture->database(), u"SELECT value FROM setting WHERE key = 'goal/level'"_s),
        u"django/senior"_s);
    m_fixture->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(text(u"aboutLevel"_s).contains(u"95 must-study questions"_s));
    QVERIFY(buttons.at(1)->isChecked());
}

void TestGuidePage::level_notSaved_goesBack()
{
    const auto buttons =
        m_fixture->find<QWidget>(u"levelPicker"_s)->findChildren<QAbstractButton *>();
    inNextDialog([](QDialog *dialog) { dialog->reject(); });
    buttons.at(2)->click();
    QCOMPARE(m_fixture->desk().guide.goal().level, u"django/mid"_s);
    QVERIFY(buttons.at(1)->isChecked());
    QVERIFY(!m_fixture->desk().commands.stack().canUndo());
}

void TestGuidePage::preview_saysWhatANewGoalWouldDo()
{
    const Desk &desk = m_fixture->desk();
    GoalDialog dialog(desk.guide, desk.planner, desk.commands);
    const auto *figure = dialog.findChild<QLabel *>(u"previewReady"_s);
    const auto *state = dialog.findChild<QLabel *>(u"previewState"_s);
    // The real planner may answer as well, so that the goal is one only this test asks about.
    dialog.findChild<QSlider *>(u"minutes"_s)->setValue(33);
    QVERIFY(!figure->isVisibleTo(&dialog));
    QCOMPARE(state->text(), u"Working out the new plan…"_s);
    Outlook outlook = shortOutlook(desk.guide.goal().level);
    outlook.goal = desk.guide.goal(); // of an earlier choice
    dialog.showPreview(outlook);
    QVERIFY(!figure->isVisibleTo(&dialog));
    outlook.goal.minutes = 33;
    outlook.days.last().followed = 0.81;
    dialog.showPreview(outlook);
    QVERIFY(figure->isVisibleTo(&dialog));
    QCOMPARE(figure->text(), u"81%"_s);
    QVERIFY(dialog.findChild<QLabel *>(u"previewFacts"_s)->text().startsWith(u"76 to 86%"_s));
    QVERIFY(state->text().contains(u"Signals (6), Admin (4)"_s));
}

void TestGuidePage::plan_isShownOnceItIsMade()
{
    page()->showOutlook({});
    QVERIFY(m_fixture->find<QLabel>(u"planWorking"_s)->isVisible());
    QVERIFY(!m_fixture->find<QListView>(u"planTasks"_s)->isVisible());
    QVERIFY(!page()->statusItems().at(1).contains(u"60%"_s)); // no figures that nobody knows
    page()->showOutlook(outlookOfTheDeck(fullOutlook()));
    QVERIFY(!m_fixture->find<QLabel>(u"planWorking"_s)->isVisible());
    QVERIFY(m_fixture->find<QListView>(u"planTasks"_s)->isVisible());
    QVERIFY(text(u"planState"_s).contains(u"On track."_s));
    QVERIFY(page()->statusItems().at(1).startsWith(u"8 of 16 topic"_s));
    page()->showOutlook(undatedOutlook());
    QVERIFY(text(u"planState"_s).contains(u"Set a date"_s));
}

void TestGuidePage::planKeys_actOnItsTasks()
{
    Outlook outlook = outlookOfTheDeck(fullOutlook());
    outlook.plan.weeks.first().tasks[1].topic = outlook.topics.at(1).topic;
    page()->showOutlook(outlook);
    auto *list = m_fixture->find<QListView>(u"planTasks"_s);
    list->setFocus(Qt::TabFocusReason);
    QCOMPARE(list->currentIndex().row(), 1); // the first task, below the week's head
    for (int i = 0; i < 4; ++i)
        m_fixture->press(Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 6); // past the head of the second week
    m_fixture->press(Qt::Key_Down);
    QSignalSpy pages(page(), &Page::pageRequested);
    m_fixture->press(Qt::Key_Return); // a mock interview
    QCOMPARE(pages.size(), 1);
    QCOMPARE(pages.at(0).at(0).toInt(), int(PracticePageIndex));
    m_fixture->press(Qt::Key_5, Qt::AltModifier);
    list->setFocus(Qt::TabFocusReason);
    list->setCurrentIndex(list->model()->index(2, 0));
    m_fixture->press(Qt::Key_Return);
    QTRY_COMPARE(m_fixture->find<QAbstractButton>(u"topicFilter"_s)->text(),
                 u"Models && migrations"_s);
}

void TestGuidePage::weakTopics_areProposedForABookmark()
{
    page()->showOutlook(outlookOfTheDeck(fullOutlook()));
    const QModelIndex weak = topics()->index(15);
    QVERIFY(weak.data(TopicListModel::WeakRole).toBool());
    QVERIFY(weak.data(Qt::ToolTipRole).toString().contains(u"press B to bookmark"_s));
    QVERIFY(weak.data(Qt::AccessibleTextRole).toString().contains(u"20% recalled"_s));
    QVERIFY(!topics()->index(0).data(TopicListModel::WeakRole).toBool());
    m_fixture->find<QListView>(u"guideTopics"_s)->setCurrentIndex(weak);
    m_fixture->press(Qt::Key_B);
    QVERIFY(!topics()->index(15).data(TopicListModel::WeakRole).toBool());
    QVERIFY(topics()->index(15).data(TopicListModel::TopicBookmarkedRole).toBool());
}

void TestGuidePage::next_isTheFocusTopicRecalledLeast()
{
    page()->showOutlook(outlookOfTheDeck(fullOutlook()));
    int last = 0;
    for (int row = 0; row < topics()->rowCount(); ++row) {
        if (topics()->index(row).data(TopicListModel::FocusRole).toBool())
            last = row;
    }
    const QString title = topics()->index(last).data().toString();
    QCOMPARE(m_fixture->find<QAbstractButton>(u"studyNext"_s)->text().replace(u"&&"_s, u"&"_s),
             u"Study "_s + title);
}

void TestGuidePage::afterTheDate_asksHowItWent()
{
    const QDate yesterday = studyToday().addDays(-1);
    setInterview(yesterday);
    auto *box = m_fixture->find<QWidget>(u"aftermath"_s);
    QVERIFY(box->isVisible());
    auto *note = m_fixture->find<QTextEdit>(u"aftermathNote"_s);
    note->setFocus();
    m_fixture->type(u"went well"_s);
    const PastInterviewStore &past = m_fixture->desk().pastInterviews;
    QCOMPARE(past.note(yesterday).value(), u"went well"_s); // counts as it is typed
    m_fixture->find<QListView>(u"guideTopics"_s)->setFocus();
    m_fixture->settle();
    QCOMPARE(readText(m_fixture->database(), u"SELECT note FROM past_interview"_s), u"went well"_s);
    QVERIFY(!m_fixture->find<QLabel>(u"pastInterviews"_s)->isVisibleTo(page()));
    setInterview(studyToday().addDays(9));
    QVERIFY(!box->isVisible());
    QVERIFY(text(u"pastInterviews"_s).contains(u"went well"_s));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(past.note(yesterday).value(), QString());
}

void TestGuidePage::onTheDay_asksNothing()
{
    setInterview(studyToday());
    QVERIFY(!m_fixture->find<QWidget>(u"aftermath"_s)->isVisible());
}

void TestGuidePage::stopPlan_clearsTheDateAndCanBeUndone()
{
    const QDate yesterday = studyToday().addDays(-1);
    setInterview(yesterday);
    m_fixture->find<QAbstractButton>(u"stopPlan"_s)->click();
    QVERIFY(!m_fixture->desk().guide.goal().interview.isValid());
    QVERIFY(!m_fixture->find<QWidget>(u"aftermath"_s)->isVisible());
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_fixture->desk().guide.goal().interview, yesterday);
    QVERIFY(m_fixture->find<QWidget>(u"aftermath"_s)->isVisible());
}

void TestGuidePage::days_differAndAreOff()
{
    GoalForm form(m_fixture->desk().guide);
    form.show();
    QVERIFY(!form.findChild<QWidget *>(u"weekday7"_s)->isVisible()); // closed, for a simple look
    form.findChild<QAbstractButton *>(u"otherDays"_s)->click();
    auto *sunday = form.findChild<QSpinBox *>(u"weekday7"_s);
    QVERIFY(sunday->isVisible());
    QCOMPARE(sunday->text(), u"as usual"_s);
    sunday->stepUp();
    QCOMPARE(sunday->text(), u"off"_s);
    auto *saturday = form.findChild<QSpinBox *>(u"weekday6"_s);
    saturday->setValue(60);
    const QDate holiday = studyToday().addDays(3);
    form.findChild<QDateEdit *>(u"dayOffDate"_s)->setDate(holiday);
    auto *add = form.findChild<QAbstractButton *>(u"addDayOff"_s);
    add->click();
    add->click();
    Goal goal = form.goal();
    QCOMPARE(goal.weekdays.at(6), 0);
    QCOMPARE(goal.weekdays.at(5), 60);
    QCOMPARE(goal.weekdays.at(0), Goal::asUsual);
    QCOMPARE(goal.daysOff, (QList{holiday, holiday.addDays(1)}));
    form.findChild<QAbstractButton *>(u"dayOff/"_s + holiday.toString(Qt::ISODate))->click();
    QCOMPARE(form.goal().daysOff, QList{holiday.addDays(1)});
    m_fixture->desk().guide.setGoal(form.goal());
    const GoalForm again(m_fixture->desk().guide);
    QCOMPARE(again.goal(), form.goal());
}

void TestGuidePage::changeDialog_savesOrCancels()
{
    const auto inDialog = [this](Qt::Key end) {
        QTimer::singleShot(50, this, [end] {
            QWidget *dialog = QApplication::activeModalWidget();
            if (!dialog)
                return;
            dialog->findChild<QCheckBox *>(u"noDate"_s)->setChecked(false);
            dialog->findChild<QDateEdit *>(u"interviewDate"_s)->setDate(studyToday().addDays(10));
            dialog->findChild<QSlider *>(u"minutes"_s)->setValue(35);
            QTest::keyClick(dialog, end);
        });
        m_fixture->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
        m_fixture->press(Qt::Key_C);
    };
    inDialog(Qt::Key_Escape);
    QVERIFY(!m_fixture->desk().guide.goal().interview.isValid());
    inDialog(Qt::Key_Return);
    QCOMPARE(m_fixture->desk().guide.goal().interview, studyToday().addDays(10));
    QCOMPARE(m_fixture->desk().guide.goal().minutes, 35);
}

void TestGuidePage::faq_opensOneAnswerAtATime()
{
    QList<QAbstractButton *> rows;
    const auto all = m_fixture->window().page(GuidePageIndex)->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : all) {
        if (button->text().endsWith(u'?'))
            rows.append(button);
    }
    QVERIFY(rows.size() >= 5);
    QVERIFY(rows.at(0)->isChecked());
    rows.at(1)->setFocus();
    m_fixture->press(Qt::Key_Return);
    QVERIFY(rows.at(1)->isChecked());
    QVERIFY(!rows.at(0)->isChecked());
}

void TestGuidePage::coverage_followsReading()
{
    m_fixture->press(Qt::Key_1, Qt::AltModifier);
    m_fixture->press(Qt::Key_Space); // reveals the first question of the first topic
    m_fixture->settle();
    m_fixture->press(Qt::Key_5, Qt::AltModifier);
    QCOMPARE(topics()->index(0).data(TopicListModel::ReadRole).toInt(), 1);
    QCOMPARE(topics()->index(0).data(TopicListModel::PractisedRole).toInt(), 0);
}

void TestGuidePage::unreadableGuide_isSaid()
{
    meddle(m_fixture->desk().collection.path(), "DROP TABLE guide_entry");
    GuidePage page(m_fixture->desk());
    page.arrive();
    QVERIFY(page.findChild<QWidget *>(u"banner"_s)->isVisibleTo(&page));
}

void TestGuidePage::welcome_setsTheGoalAndOpensStudy()
{
    m_fixture->window().welcome(StudyPageIndex);
    auto *page = m_fixture->find<QWidget>(u"welcome"_s);
    QTRY_VERIFY(page->isVisible());
    QVERIFY(!m_fixture->find<QWidget>(u"tabs"_s)->isVisible());
    m_fixture->press(Qt::Key_Left); // from mid-level, which has the focus
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(m_fixture->desk().guide.goal().level, u"django/fresher"_s);
    QVERIFY(m_fixture->find<QWidget>(u"tabs"_s)->isVisible());
    QVERIFY(m_fixture->find<QWidget>(u"questionList"_s)->isVisible());
    m_fixture->press(Qt::Key_J); // keys are the page's again
    QVERIFY(m_fixture->window().windowTitle().endsWith(u"Study – Woodshed"_s));
}

void TestGuidePage::welcome_skipped_isNotShownAgain()
{
    m_fixture->window().welcome(StudyPageIndex);
    m_fixture->press(Qt::Key_Escape);
    QCOMPARE(m_fixture->desk().guide.goal().level, u"django/mid"_s);
    QCOMPARE(m_fixture->desk().guide.goal().minutes, 20);
    QVERIFY(m_fixture->desk().guide.isWelcomed());
}

void TestGuidePage::welcome_tabGoesFromQuestionToQuestion()
{
    Goal goal = m_fixture->desk().guide.goal();
    goal.interview = studyToday().addDays(9);
    m_fixture->desk().guide.setGoal(goal);
    m_fixture->window().welcome(StudyPageIndex);
    QStringList names;
    while (names.size() < 8) { // the date has three parts
        m_fixture->press(Qt::Key_Tab);
        names.append(m_fixture->window().focusWidget()->objectName());
    }
    names.removeDuplicates();
    QCOMPARE(names, (QStringList{u"interviewDate"_s, u"noDate"_s, u"minutes"_s, u"otherDays"_s,
                                 u"startStudying"_s, u"skipWelcome"_s}));
}

void TestGuidePage::welcome_leavesAFocusRingBehind()
{
    m_fixture->window().welcome(GuidePageIndex);
    m_fixture->press(Qt::Key_Tab); // the ring moves into the page
    m_fixture->press(Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->window().findChild<QWidget *>(u"welcome"_s));
    m_fixture->find<QWidget>(u"changeGoal"_s)->setFocus(Qt::TabFocusReason);
    m_fixture->press(Qt::Key_Shift);
    const auto rings = m_fixture->window().findChildren<QFocusFrame *>();
    QVERIFY(std::any_of(rings.begin(), rings.end(),
                        [](const QFocusFrame *ring) { return ring->isVisible(); }));
}

void TestGuidePage::change_keepsADayThatHasCome()
{
    Goal goal = m_fixture->desk().guide.goal();
    goal.interview = studyToday();
    m_fixture->desk().guide.setGoal(goal);
    const GoalForm form(m_fixture->desk().guide);
    QCOMPARE(form.goal(), goal);
}

void TestGuidePage::change_proposesADateForOneThatHasPassed()
{
    Goal goal = m_fixture->desk().guide.goal();
    goal.interview = studyToday().addDays(-2);
    m_fixture->desk().guide.setGoal(goal);
    const GoalForm form(m_fixture->desk().guide);
    QCOMPARE(form.goal().interview, studyToday().addDays(28));
    auto *date = form.findChild<QDateEdit *>(u"interviewDate"_s);
    date->setDate(studyToday());
    QVERIFY(form.goal().interview > studyToday());
}

void TestGuidePage::newDate_beginsAtTheDate()
{
    setInterview(studyToday().addDays(-1));
    QString focus;
    inNextDialog([&focus](QDialog *dialog) {
        focus = dialog->focusWidget()->objectName();
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    m_fixture->find<QAbstractButton>(u"newDate"_s)->click();
    QCOMPARE(focus, u"interviewDate"_s);
    QCOMPARE(m_fixture->desk().guide.goal().interview, studyToday().addDays(28));
}

void TestGuidePage::dayOff_isAddedByEnterAlone()
{
    m_fixture->window().welcome(StudyPageIndex);
    m_fixture->find<QAbstractButton>(u"otherDays"_s)->click();
    auto *date = m_fixture->find<QDateEdit>(u"dayOffDate"_s);
    const QDate holiday = studyToday().addDays(3);
    date->setDate(holiday);
    date->setFocus();
    m_fixture->press(Qt::Key_Return);
    QVERIFY(m_fixture->find<QWidget>(u"welcome"_s)->isVisible()); // the form is not sent
    const auto *form = m_fixture->window().findChild<GoalForm *>();
    QCOMPARE(form->goal().daysOff, QList{holiday});
    QVERIFY(m_fixture->window().focusWidget() == date);
}

void TestGuidePage::changeDialog_hasTheDaysBeforeItsButtons()
{
    const Desk &desk = m_fixture->desk();
    setInterview(studyToday().addDays(9));
    GoalDialog dialog(desk.guide, desk.planner, desk.commands);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QStringList names;
    for (int i = 0; i < 9; ++i) { // day, month and year are stops of their own
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        const auto *button = qobject_cast<QPushButton *>(dialog.focusWidget());
        names.append(button ? button->text().remove(u'&') : dialog.focusWidget()->objectName());
    }
    QCOMPARE(names.join(u' '),
             u"interviewDate interviewDate interviewDate noDate minutes otherDays Save Cancel"
             " level/django/mid"_s);
}

void TestGuidePage::preview_isNotSpoiltByAFailureElsewhere()
{
    const Desk &desk = m_fixture->desk();
    GoalDialog dialog(desk.guide, desk.planner, desk.commands);
    Outlook outlook = fullOutlook();
    outlook.goal = desk.guide.goal();
    dialog.showPreview(outlook);
    emit desk.planner.failed({Error::Kind::Damaged, u"no"_s, {}});
    QVERIFY(dialog.findChild<QLabel *>(u"previewReady"_s)->isVisibleTo(&dialog));
    QVERIFY(dialog.findChild<QLabel *>(u"previewFacts"_s)->text().contains(u"24 day"_s));
    QVERIFY(!dialog.findChild<QLabel *>(u"goalTotal"_s)->isVisibleTo(&dialog)); // said once
}

void TestGuidePage::undo_leavesTheKeyboardOnThePlan()
{
    setInterview(studyToday().addDays(9));
    page()->showOutlook(outlookOfTheDeck(fullOutlook()));
    m_fixture->press(Qt::Key_B);
    auto *list = m_fixture->find<QListView>(u"planTasks"_s);
    list->setFocus(Qt::TabFocusReason);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_fixture->desk().bookmarks.topics().size(), 0);
    QVERIFY(list->hasFocus());
    m_fixture->press(Qt::Key_1, Qt::AltModifier);
    m_fixture->press(Qt::Key_5, Qt::AltModifier);
    QVERIFY(m_fixture->find<QListView>(u"guideTopics"_s)->hasFocus());
}

void TestGuidePage::proposedTopic_isTheRowUntilAnotherIsChosen()
{
    auto *list = m_fixture->find<QListView>(u"guideTopics"_s);
    const auto proposed = [this, list] {
        return u"Study "_s + list->currentIndex().data().toString() ==
               m_fixture->find<QAbstractButton>(u"studyNext"_s)->text().replace(u"&&"_s, u"&"_s);
    };
    QVERIFY(proposed());
    page()->showOutlook(outlookOfTheDeck(fullOutlook()));
    QVERIFY(list->currentIndex().row() > 2);
    QVERIFY(proposed());
    list->setCurrentIndex(topics()->index(1));
    page()->showOutlook({});
    QCOMPARE(list->currentIndex().row(), 1);
}

void TestGuidePage::date_saysItsYearIfItIsAnother()
{
    setInterview(studyToday().addDays(400));
    QVERIFY(text(u"interviewOn"_s).endsWith(QString::number(studyToday().addDays(400).year())));
}

void TestGuidePage::chip_leadsToTheNoteAfterTheDate()
{
    setInterview(studyToday().addDays(-1));
    m_fixture->press(Qt::Key_1, Qt::AltModifier);
    m_fixture->find<QAbstractButton>(u"readinessChip"_s)->click();
    QVERIFY(m_fixture->find<QTextEdit>(u"aftermathNote"_s)->hasFocus());
}

void TestGuidePage::welcome_summaryFollowsTheAnswers()
{
    GoalForm form(m_fixture->desk().guide);
    auto *minutes = form.findChild<QSlider *>(u"minutes"_s);
    auto *total = form.findChild<QLabel *>(u"goalTotal"_s);
    auto *reach = form.findChild<QLabel *>(u"goalReach"_s);
    form.findChild<QCheckBox *>(u"noDate"_s)->setChecked(false);
    auto *date = form.findChild<QDateEdit *>(u"interviewDate"_s);
    date->setDate(studyToday()); // refused: from tomorrow on
    QCOMPARE(date->date(), studyToday().addDays(1));
    minutes->setValue(30);
    QCOMPARE(total->text(), u"Your time: about 30 minutes in all"_s);
    QVERIFY(reach->text().contains(u"about 15 of the 95"_s));
    date->setDate(studyToday().addDays(20));
    QCOMPARE(total->text(), u"Your time: about 10 hours in all"_s);
    QVERIFY(reach->text().contains(u"3 times"_s));
}

QTEST_MAIN(TestGuidePage)
#include "tst_guidepage.moc"
