// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be used has a name for those who do not see it.

#include "app/problemwindow.h"
#include "app/sampleprogress.h"
#include "tests/support/windowfixture.h"
#include "views/common/aboutdialog.h"
#include "views/common/settingsdialog.h"
#include "views/common/shortcutsdialog.h"
#include "views/guide/goaldialog.h"
#include "views/guide/welcomepage.h"
#include "views/practice/practicepage.h"
#include "views/progress/progresspage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>
#include <QTextEdit>

using namespace Qt::StringLiterals;

class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void interactiveWidgets_haveNames_data();
    void interactiveWidgets_haveNames();
    void actions_haveTextAndUniqueKeys();
    void listRows_sayWhatTheyShow();

private:
    static QStringList namelessIn(const QWidget &root);

    WindowFixture m_fixture;
};

QStringList TestAccessibility::namelessIn(const QWidget &root)
{
    QStringList nameless;
    const QList<QWidget *> widgets = root.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool interactive = widget->focusPolicy() != Qt::NoFocus ||
                                 qobject_cast<QAbstractButton *>(widget) ||
                                 qobject_cast<QComboBox *>(widget);
        // Parts that Qt makes inside of other widgets are reached through those.
        const bool internal = widget->objectName().startsWith(u"qt_"_s);
        if (!interactive || internal || !widget->isVisibleTo(&root))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty()) {
            nameless.append(u"%1 \"%2\" in %3"_s.arg(
                QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                widget->parentWidget()->objectName()));
        }
    }
    return nameless;
}

void TestAccessibility::interactiveWidgets_haveNames_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where : {"study",
                              "practice start",
                              "practice session",
                              "practice revealed",
                              "practice summary",
                              "practice drill",
                              "practice interview",
                              "practice grading",
                              "practice scorecard",
                              "bookmarks",
                              "notes",
                              "notes editing",
                              "guide",
                              "progress empty",
                              "progress",
                              "progress tables",
                              "goal",
                              "welcome",
                              "settings",
                              "shortcuts",
                              "about",
                              "problem"})
        QTest::newRow(where) << QString::fromLatin1(where);
}

void TestAccessibility::interactiveWidgets_haveNames()
{
    QFETCH(const QString, where);
    MainWindow &window = m_fixture.window();
    std::unique_ptr<QWidget> other;
    if (where == u"study") {
        window.showPage(StudyPageIndex);
        m_fixture.find<QAbstractButton>(u"revealButton"_s)->click();
    } else if (where.startsWith(u"practice")) {
        window.showPage(PracticePageIndex);
        auto *page = static_cast<PracticePage *>(window.page(PracticePageIndex));
        if (where == u"practice interview" || where == u"practice grading" ||
            where == u"practice scorecard") {
            page->startInterview(); // or goes on with that of the row before
            for (int i = 0; where != u"practice interview" && i < 8; ++i)
                m_fixture.find<QAbstractButton>(u"interviewNext"_s)->click();
            for (int i = 0; where == u"practice scorecard" && i < 8; ++i)
                m_fixture.find<QAbstractButton>(u"gradingNext"_s)->click();
        } else if (where == u"practice drill")
            page->startTyping(u"One"_s, {m_fixture.question(u"d01"_s)});
        else if (where != u"practice start")
            page->start(u"One"_s, {m_fixture.question(u"q14"_s)});
        if (where == u"practice revealed" || where == u"practice summary")
            m_fixture.find<QAbstractButton>(u"sessionReveal"_s)->click();
        if (where == u"practice summary")
            m_fixture.find<QAbstractButton>(u"grade2"_s)->click();
    } else if (where == u"bookmarks") {
        m_fixture.desk().bookmarks.setQuestion(m_fixture.question(u"q14"_s), true);
        window.showPage(BookmarksPageIndex);
    } else if (where.startsWith(u"notes")) {
        const QuestionId question = m_fixture.question(u"q14"_s);
        m_fixture.desk().highlights.set(
            HighlightStore::make(question, {u"JOIN"_s, {}, {}, 0}, HighlightColor::Green));
        m_fixture.desk().notes.set(question, u"```python\nx = 1\n```"_s);
        m_fixture.settle();
        window.showPage(NotesPageIndex);
        if (where == u"notes editing")
            m_fixture.find<QAbstractButton>(u"editNote"_s)->click();
    } else if (where == u"guide") {
        window.showPage(GuidePageIndex);
    } else if (where.startsWith(u"progress")) {
        const int today = Moment::now().day;
        const QList<QuestionId> unseen = m_fixture.desk().practice.unseen().valueOr({});
        if (where == u"progress")
            m_fixture.desk().collection.writes().submit(
                [=, rules = m_fixture.desk().scheduler.rules()](const Database &database) {
                    return writeSamplePractice(database, rules, unseen, today);
                });
        m_fixture.settle();
        window.showPage(ProgressPageIndex);
        auto *page = static_cast<ProgressPage *>(window.page(ProgressPageIndex));
        if (where != u"progress empty")
            page->setOutlook(
                sampleOutlook(m_fixture.desk().questions.topics().valueOr({}), today, 23));
        if (where == u"progress tables")
            m_fixture.press(Qt::Key_T);
    } else if (where == u"goal") {
        other = std::make_unique<GoalDialog>(m_fixture.desk().guide, m_fixture.desk().planner,
                                             m_fixture.desk().commands);
    } else if (where == u"welcome") {
        other = std::make_unique<WelcomePage>(m_fixture.desk().guide);
    } else if (where == u"settings") {
        other = std::make_unique<SettingsDialog>(m_fixture.desk().settings);
    } else if (where == u"shortcuts") {
        other = std::make_unique<ShortcutsDialog>(
            QList<ShortcutsDialog::Group>{{u"All"_s, window.actions()}});
    } else if (where == u"about") {
        other = std::make_unique<AboutDialog>(u"/somewhere"_s);
    } else {
        other = std::make_unique<ProblemWindow>(
            Error{Error::Kind::Damaged, u"It is damaged."_s, {}}, u"/somewhere"_s);
    }
    m_fixture.settle();
    const QWidget &root = other ? *other : static_cast<QWidget &>(window);
    QVERIFY(root.findChildren<QWidget *>().size() > 3);
    const QStringList nameless = namelessIn(root);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestAccessibility::actions_haveTextAndUniqueKeys()
{
    MainWindow &window = m_fixture.window();
    const auto keysOf = [](const QList<QAction *> &actions) {
        QStringList keys;
        for (const QAction *action : actions) {
            if (action->text().isEmpty())
                keys.append(u"an action without text"_s);
            for (const QKeySequence &key : action->shortcuts())
                keys.append(key.toString());
        }
        return keys;
    };
    const QStringList everywhere = keysOf(window.actions());
    for (int index = StudyPageIndex; index <= ProgressPageIndex; ++index) {
        QStringList keys = everywhere + keysOf(window.page(index)->pageActions());
        QVERIFY(!keys.contains(u"an action without text"_s));
        QVERIFY(keys.size() > everywhere.size());
        keys.sort();
        QStringList unique = keys;
        unique.removeDuplicates();
        QCOMPARE(keys, unique); // two actions on one key would both be dead
    }
}

void TestAccessibility::listRows_sayWhatTheyShow()
{
    m_fixture.window().showPage(StudyPageIndex);
    auto *list = m_fixture.find<QAbstractItemView>(u"questionList"_s);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(list);
    QVERIFY(accessible->childCount() >= 150);
    QCOMPARE(accessible->child(1)->text(QAccessible::Name),
             u"2, MTV and classic MVC, Basic, MTV & request cycle"_s);
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
