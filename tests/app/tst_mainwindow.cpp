// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headerbar.h"
#include "app/readinesschip.h"
#include "app/statusline.h"
#include "tests/support/planfixture.h"
#include "tests/support/windowfixture.h"
#include "views/common/settingsdialog.h"
#include "views/common/tokens.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>

#include <atomic>

using namespace Qt::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void pages_areBuiltWhenFirstShown();
    void keys_changePages();
    void menu_holdsEveryAction();
    void keysOfAHiddenPage_doNothing();
    void shortcutsDialog_listsEveryKey();
    void settings_changeTheLookAtOnce();
    void failedSave_isShownAndTriedAgain();
    void closing_withUnsavedWork_asksFirst();
    void geometry_isRestored();
    void chip_saysHowFarAndHowReady_data();
    void chip_saysHowFarAndHowReady();
    void chip_opensTheGuide();
    void chip_saysLessWhereThereIsNoRoom();
};

void TestMainWindow::pages_areBuiltWhenFirstShown()
{
    WindowFixture fixture;
    QCOMPARE(fixture.window().findChildren<Page *>().size(), 1);
    fixture.window().showPage(NotesPageIndex);
    QCOMPARE(fixture.window().findChildren<Page *>().size(), 2);
}

void TestMainWindow::keys_changePages()
{
    WindowFixture fixture;
    auto *tabs = fixture.find<QTabBar>(u"tabs"_s);
    for (int index : {3, 1, 2, 0}) {
        fixture.press(Qt::Key(Qt::Key_1 + index), Qt::AltModifier);
        QCOMPARE(tabs->currentIndex(), index);
        QVERIFY(fixture.window().page(index)->isVisible());
    }
    fixture.press(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(tabs->currentIndex(), 1);
    tabs->setCurrentIndex(2);
    QVERIFY(fixture.window().page(2)->isVisible());
    QVERIFY(fixture.window().windowTitle().endsWith(u"Woodshed"_s));
}

void TestMainWindow::menu_holdsEveryAction()
{
    WindowFixture fixture;
    QMenu *menu = fixture.find<QToolButton>(u"menuButton"_s)->menu();
    emit menu->aboutToShow();
    QList<QAction *> held = menu->actions();
    for (const QAction *action : menu->actions()) {
        if (action->menu())
            held += action->menu()->actions();
    }
    const QList<QAction *> windowActions = fixture.window().actions();
    QList<QAction *> wanted = windowActions;
    for (int index = 0; index <= NotesPageIndex; ++index)
        wanted += fixture.window().page(index)->pageActions();
    int missing = 0;
    for (QAction *action : wanted) {
        if (!held.contains(action) && !action->text().startsWith(u"Go to"_s))
            ++missing;
    }
    QCOMPARE(missing, 0);
    // What belongs to a page in the background is there, but does nothing.
    const auto enabled = [&](int page) {
        return fixture.window().page(page)->pageActions().constFirst()->isEnabled();
    };
    QVERIFY(enabled(StudyPageIndex));
    QVERIFY(!enabled(NotesPageIndex));
    fixture.window().showPage(NotesPageIndex);
    QVERIFY(!enabled(StudyPageIndex));
    QVERIFY(enabled(NotesPageIndex));
}

void TestMainWindow::keysOfAHiddenPage_doNothing()
{
    WindowFixture fixture;
    fixture.press(Qt::Key_N);
    fixture.type(u"precious"_s);
    fixture.press(Qt::Key_Escape);
    fixture.settle();
    fixture.press(Qt::Key_4, Qt::AltModifier);
    fixture.press(Qt::Key_1, Qt::AltModifier);
    auto *button = fixture.find<QToolButton>(u"menuButton"_s);
    emit button->menu()->aboutToShow(); // from then on the menu knows the pages' keys
    button->setFocus();
    fixture.press(Qt::Key_Delete);
    QCOMPARE(fixture.desk().notes.text(fixture.question(u"q01"_s)).value(), u"precious"_s);
}

void TestMainWindow::shortcutsDialog_listsEveryKey()
{
    WindowFixture fixture;
    QStringList listed;
    QTimer::singleShot(0, this, [&] {
        QWidget *dialog = QApplication::activeModalWidget();
        const auto *tree = dialog->findChild<QTreeWidget *>(u"shortcuts"_s);
        for (int group = 0; group < tree->topLevelItemCount(); ++group) {
            for (int row = 0; row < tree->topLevelItem(group)->childCount(); ++row)
                listed.append(tree->topLevelItem(group)->child(row)->text(1));
        }
        dialog->close();
    });
    fixture.press(Qt::Key_F1);
    for (const QString &keys : {u"Space, Ctrl+Enter"_s, u"B"_s, u"Ctrl+Z"_s, u"Shift+9"_s, u"F1"_s})
        QVERIFY2(listed.contains(keys), qPrintable(keys));
}

void TestMainWindow::settings_changeTheLookAtOnce()
{
    WindowFixture fixture;
    Settings &settings = fixture.desk().settings;
    Appearance appearance; // not forced, as from the desktop
    SettingsDialog dialog(settings);
    connect(&dialog, &SettingsDialog::appearanceChanged, this, [&] { appearance.apply(settings); });
    auto *theme = dialog.findChild<QComboBox *>(u"themeSetting"_s);
    theme->setCurrentIndex(2);
    emit theme->activated(2);
    QVERIFY(tokensOf(QApplication::palette()).dark);
    theme->setCurrentIndex(1);
    emit theme->activated(1);
    QVERIFY(!tokensOf(QApplication::palette()).dark);
    auto *size = dialog.findChild<QComboBox *>(u"interfaceSizeSetting"_s);
    size->setCurrentIndex(size->findData(130));
    emit size->activated(size->currentIndex());
    QCOMPARE(QApplication::font().pixelSize(), 18);
    size->setCurrentIndex(size->findData(100));
    emit size->activated(size->currentIndex());
    QCOMPARE(QApplication::font().pixelSize(), 14);
    dialog.findChild<QCheckBox *>(u"alwaysShowSetting"_s)->setChecked(true);
    fixture.press(Qt::Key_J);
    QVERIFY(fixture.find<QWidget>(u"answer"_s)->isVisible());
}

void TestMainWindow::failedSave_isShownAndTriedAgain()
{
    WindowFixture fixture;
    std::atomic<bool> full = true;
    fixture.desk().collection.writes().submit([&full](const Database &) -> Status {
        if (full)
            return Error{Error::Kind::DiskFull, u"The disk is full."_s, {}};
        return success();
    });
    auto *state = fixture.find<QLabel>(u"saveState"_s);
    QTRY_VERIFY(state->text().contains(u"Not saved: disk full."_s));
    QCOMPARE(state->toolTip(), u"The disk is full."_s);
    full = false;
    emit state->linkActivated(u"retry"_s);
    QTRY_VERIFY(state->text().startsWith(u"All changes saved"_s));
}

void TestMainWindow::closing_withUnsavedWork_asksFirst()
{
    WindowFixture fixture;
    std::atomic<bool> full = true;
    fixture.desk().collection.writes().submit([&full](const Database &) -> Status {
        if (full)
            return Error{Error::Kind::DiskFull, u"The disk is full."_s, {}};
        return success();
    });
    QStringList asked;
    bool answer = false;
    fixture.window().confirmLoss = [&](const QString &reason) {
        asked.append(reason);
        return answer;
    };
    QVERIFY(!fixture.window().close());
    QCOMPARE(asked, QStringList{u"The disk is full."_s});
    QVERIFY(fixture.window().isVisible());
    answer = true;
    QVERIFY(fixture.window().close());
    full = false; // for the fixture's end
}

void TestMainWindow::geometry_isRestored()
{
    WindowFixture fixture;
    fixture.window().resize(1100, 700);
    fixture.restart();
    QCOMPARE(fixture.window().size(), QSize(1100, 700));
}

void TestMainWindow::chip_saysHowFarAndHowReady_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("known");
    QTest::addColumn<QString>("text");
    QTest::newRow("ahead") << 23 << true << u"Interview in 23 days · 64% ready"_s;
    QTest::newRow("tomorrow") << 1 << true << u"Interview tomorrow · 64% ready"_s;
    QTest::newRow("today") << 0 << true << u"Interview today · 64% ready"_s;
    QTest::newRow("over") << -1 << true << u"How did it go?"_s;
    QTest::newRow("no date") << 9999 << true << u"No date · 64% ready"_s;
    QTest::newRow("not worked out") << 23 << false << u"Interview in 23 days"_s;
}

void TestMainWindow::chip_saysHowFarAndHowReady()
{
    QFETCH(const int, days);
    QFETCH(const bool, known);
    QFETCH(const QString, text);
    ReadinessChip chip;
    Goal goal;
    if (days < 9999)
        goal.interview = planToday.addDays(days);
    chip.setState(goal, known ? fullOutlook() : Outlook(), int(planToday.toJulianDay()));
    // Without the English translation, numbers keep their "(s)".
    QCOMPARE(chip.text().replace(u"(s)"_s, u"s"_s), text);
    QVERIFY(!chip.accessibleName().contains(u"·"_s));
    chip.setLength(ReadinessChip::Length::Figure);
    QVERIFY(chip.sizeHint().width() <= chip.widthFor(ReadinessChip::Length::Brief));
}

void TestMainWindow::chip_opensTheGuide()
{
    WindowFixture fixture;
    auto *chip = fixture.find<QAbstractButton>(u"readinessChip"_s);
    QVERIFY(chip->isVisible());
    QVERIFY(chip->text().startsWith(u"No date"_s));
    chip->click();
    QVERIFY(fixture.window().page(GuidePageIndex)->isVisible());
    fixture.press(Qt::Key_1, Qt::AltModifier);
    fixture.press(Qt::Key_0, Qt::AltModifier);
    QVERIFY(fixture.window().page(GuidePageIndex)->isVisible());
    Goal goal = fixture.desk().guide.goal();
    goal.interview = QDate::fromJulianDay(Moment::now().day);
    fixture.desk().guide.setGoal(goal);
    QVERIFY(chip->text().startsWith(u"Interview today"_s));
}

void TestMainWindow::chip_saysLessWhereThereIsNoRoom()
{
    HeaderBar bar({u"Study"_s, u"Practice"_s, u"Bookmarks"_s, u"Notes"_s, u"Guide"_s});
    bar.setReadiness(fullOutlook().goal, fullOutlook(), int(planToday.toJulianDay()));
    const auto *chip = bar.findChild<QAbstractButton *>(u"readinessChip"_s);
    const auto textAt = [&](int width) {
        bar.resize(width, 48);
        bar.show();
        QCoreApplication::processEvents();
        return chip->text();
    };
    const QString full = textAt(1280);
    QVERIFY(full.startsWith(u"Interview in 24 day"_s));
    int width = 1280;
    while (textAt(width) == full)
        width -= 10;
    QVERIFY(chip->text().startsWith(u"24 day"_s));
    QVERIFY(chip->text().endsWith(u"64%"_s));
    QVERIFY(chip->geometry().right() < bar.width());
    while (chip->text() != u"64%"_s && width > 100)
        textAt(width -= 10);
    QCOMPARE(chip->text(), u"64%"_s);
    QCOMPARE(textAt(1280), full);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
