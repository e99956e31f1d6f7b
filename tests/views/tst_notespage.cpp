// SPDX-License-Identifier: GPL-3.0-or-later
// Notes, driven by the keyboard alone.

#include "tests/support/windowfixture.h"
#include "views/notes/notespage.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTextEdit>

using namespace Qt::StringLiterals;

class TestNotesPage : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_fixture.reset(); }

    void list_isNewestFirstAndShowsTheNote();
    void search_narrowsAndEmptyResultClears();
    void enter_opensTheQuestion();
    void editKey_opensTheNoteInStudy();
    void deleteKey_removesAndUndoRestores();
    void bookmarkKey_starsTheQuestion();
    void export_writesWhatIsListed();
    void export_toAFolderThatIsMissing_saysSo();

private:
    QListView *list() { return m_fixture->find<QListView>(u"noteList"_s); }

    NotesPage *page() { return static_cast<NotesPage *>(m_fixture->window().page(NotesPageIndex)); }

    QString exported(const QString &name)
    {
        QFile file(m_fixture->file(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestNotesPage::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->desk().notes.set(m_fixture->question(u"q09"_s), u"Lazy until **iterated**"_s);
    QTest::qWait(5); // so that the clock tells the two apart
    m_fixture->desk().notes.set(m_fixture->question(u"q14"_s), u"One query with a JOIN"_s);
    m_fixture->settle();
    m_fixture->press(Qt::Key_4, Qt::AltModifier);
}

void TestNotesPage::list_isNewestFirstAndShowsTheNote()
{
    QCOMPARE(list()->model()->rowCount(), 2);
    QVERIFY(list()->hasFocus());
    QCOMPARE(m_fixture->find<QLabel>(u"noteTitle"_s)->text(),
             u"select_related or prefetch_related"_s);
    m_fixture->press(Qt::Key_Down);
    QCOMPARE(m_fixture->find<QLabel>(u"noteTitle"_s)->text(), u"QuerySets and lazy evaluation"_s);
    QCOMPARE(m_fixture->find<QTextEdit>(u"noteText"_s)->toPlainText(), u"Lazy until iterated"_s);
    QVERIFY(m_fixture->find<QLabel>(u"statusItems"_s)->text().startsWith(u"2 notes"_s));
}

void TestNotesPage::search_narrowsAndEmptyResultClears()
{
    m_fixture->press(Qt::Key_Slash);
    m_fixture->type(u"join"_s);
    QCOMPARE(list()->model()->rowCount(), 1);
    m_fixture->type(u"x"_s);
    QCOMPARE(list()->model()->rowCount(), 0);
    QVERIFY(!list()->isVisible());
    m_fixture->press(Qt::Key_Escape);
    QCOMPARE(list()->model()->rowCount(), 2);
    QVERIFY(list()->isVisible());
}

void TestNotesPage::enter_opensTheQuestion()
{
    m_fixture->press(Qt::Key_Return);
    QVERIFY(m_fixture->window().windowTitle().startsWith(u"select_related or prefetch_related"_s));
}

void TestNotesPage::editKey_opensTheNoteInStudy()
{
    m_fixture->press(Qt::Key_E);
    auto *editor = m_fixture->find<QTextEdit>(u"noteEditor"_s);
    QVERIFY(editor->hasFocus());
    QCOMPARE(editor->toPlainText(), u"One query with a JOIN"_s);
}

void TestNotesPage::deleteKey_removesAndUndoRestores()
{
    m_fixture->press(Qt::Key_Delete);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
}

void TestNotesPage::bookmarkKey_starsTheQuestion()
{
    m_fixture->press(Qt::Key_B);
    QVERIFY(m_fixture->desk().bookmarks.hasQuestion(m_fixture->question(u"q14"_s)));
    m_fixture->press(Qt::Key_B);
    QVERIFY(m_fixture->desk().bookmarks.questions().isEmpty());
}

void TestNotesPage::export_writesWhatIsListed()
{
    m_fixture->press(Qt::Key_Slash);
    m_fixture->type(u"join"_s);
    page()->exportTo(m_fixture->file(u"one.md"_s));
    QCOMPARE(exported(u"one.md"_s),
             u"# Notes\n\n## 14. select_related or prefetch_related\n\nOne query with a JOIN\n"_s);
    m_fixture->find<QCheckBox>(u"exportWithAnswers"_s)->setChecked(true);
    page()->exportTo(m_fixture->file(u"two.md"_s));
    QVERIFY(exported(u"two.md"_s).contains(u"```python"_s));
}

void TestNotesPage::export_toAFolderThatIsMissing_saysSo()
{
    auto *banner = page()->findChild<QWidget *>(u"banner"_s);
    page()->exportTo(m_fixture->file(u"missing/notes.md"_s));
    QVERIFY(banner->isVisible());
}

QTEST_MAIN(TestNotesPage)
#include "tst_notespage.moc"
