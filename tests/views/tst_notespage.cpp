// SPDX-License-Identifier: GPL-3.0-or-later
// Notes, driven by the keyboard alone.

#include "model/annotations/annotationlistmodel.h"
#include "model/markdown.h"
#include "tests/support/windowfixture.h"
#include "views/common/tokens.h"
#include "views/notes/notespage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextEdit>

using namespace Qt::StringLiterals;

class TestNotesPage : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_fixture.reset(); }

    void list_isNewestFirstAndShowsTheNote();
    void sideBar_filtersByArrows();
    void sideBar_foldsTopicsAway();
    void search_narrowsAndEmptyResultClears();
    void noMatch_leadsToTheQuestions();
    void sort_canBeByQuestion();
    void enter_opensTheQuestionOrTheHighlight();
    void editKey_editsInPlaceAsOneStep();
    void editing_isSavedWhileTyping();
    void anotherRow_endsTheEdit();
    void comment_isEditedInPlace();
    void colourKeys_recolourHighlights();
    void newNote_isTypedAtOnce();
    void newNoteLeftEmpty_isNone();
    void deleteKey_movesOnAndUndoRestores();
    void severalRows_areDeletedAsOneStep();
    void bin_restoresByKeyAndCanBeUndone();
    void restoredNote_goesUnderTheOneThatIsThere();
    void unfinishedComment_isSavedOnClosing();
    void bookmarkKey_starsTheQuestion();
    void changedPassage_isSaid();
    void export_writesWhatIsListed();
    void export_ofSelectedRows();
    void export_knowsEveryFormatAndRemembersIt();
    void export_toAFolderThatIsMissing_saysSo();
    void narrowWindow_hasAButtonForTheSideBar();
    void otherColours_arePaintedAtOnce();

private:
    QListView *list() { return m_fixture->find<QListView>(u"noteList"_s); }

    QListView *sideBar() { return m_fixture->find<QListView>(u"noteSideBar"_s); }

    NotesPage *page() { return static_cast<NotesPage *>(m_fixture->window().page(NotesPageIndex)); }

    int rows() { return list()->model()->rowCount(); }

    QString label(const QString &name) { return m_fixture->find<QLabel>(name)->text(); }

    // What the list shows, from above.
    QString titles()
    {
        QStringList titles;
        for (int row = 0; row < rows(); ++row)
            titles.append(list()->model()->index(row, 0).data(NumberRole).toString());
        return titles.join(u' ');
    }

    // Marks words of an answer, after what is there already.
    Highlight mark(const QString &key, const QString &words, const QString &comment = {})
    {
        QTest::qWait(5);
        const QuestionId question = m_fixture->question(key);
        const auto detail = m_fixture->desk().questions.detail(question);
        const QString text = readMarkdown(shownAnswer(detail.value().question)).plainText;
        Highlight made =
            HighlightStore::make(question, makeAnchor(text, {text.indexOf(words), words.size()}),
                                 HighlightColor::Yellow);
        made.comment = comment;
        m_fixture->desk().highlights.set(made);
        m_fixture->settle();
        return made;
    }

    QString noteOn(const QString &key)
    {
        return m_fixture->desk().notes.text(m_fixture->question(key)).value();
    }

    // By its title, from the keyboard.
    void chooseInSideBar(const QString &title)
    {
        sideBar()->setFocus(Qt::TabFocusReason);
        m_fixture->press(Qt::Key_Home);
        for (int i = 0; i < 30 && sideBar()->currentIndex().data().toString() != title; ++i)
            m_fixture->press(Qt::Key_Down);
        QCOMPARE(sideBar()->currentIndex().data().toString(), title);
    }

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
    m_fixture->window().resize(1280, 800);
    m_fixture->desk().notes.set(m_fixture->question(u"q09"_s), u"Lazy until **iterated**"_s);
    QTest::qWait(5); // so that the clock tells the two apart
    m_fixture->desk().notes.set(m_fixture->question(u"q14"_s), u"One query with a JOIN"_s);
    m_fixture->settle();
    m_fixture->press(Qt::Key_4, Qt::AltModifier);
}

void TestNotesPage::list_isNewestFirstAndShowsTheNote()
{
    QCOMPARE(titles(), u"14 9"_s);
    QVERIFY(list()->hasFocus());
    QCOMPARE(label(u"noteTitle"_s), u"select_related or prefetch_related"_s);
    m_fixture->press(Qt::Key_Down);
    QCOMPARE(label(u"noteTitle"_s), u"QuerySets and lazy evaluation"_s);
    QCOMPARE(m_fixture->find<QTextEdit>(u"noteText"_s)->toPlainText(), u"Lazy until iterated"_s);
    QVERIFY(label(u"statusItems"_s).startsWith(u"2 notes"_s));
    mark(u"q14"_s, u"JOIN"_s, u"so"_s);
    QCOMPARE(titles(), u"14 14 9"_s);
    QVERIFY(list()->model()->index(0, 0).data(AnnotationListModel::HighlightRole).toBool());
    m_fixture->press(Qt::Key_Up);
    QVERIFY(m_fixture->find<QWidget>(u"noteHighlights"_s)->isVisible());
    m_fixture->press(Qt::Key_Up);
    QVERIFY(m_fixture->find<QWidget>(u"shownHighlight"_s)->isVisible());
    QCOMPARE(m_fixture->find<QTextEdit>(u"noteText"_s)->toPlainText(), u"One query with a JOIN"_s);
}

void TestNotesPage::sideBar_filtersByArrows()
{
    mark(u"q14"_s, u"JOIN"_s, u"so"_s);
    m_fixture->press(Qt::Key_Slash);
    m_fixture->press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(sideBar()->hasFocus());
    m_fixture->press(Qt::Key_Down);
    QCOMPARE(titles(), u"14 9"_s);
    m_fixture->press(Qt::Key_Down);
    QCOMPARE(titles(), u"14"_s);
    m_fixture->press(Qt::Key_Down);
    QCOMPARE(sideBar()->currentIndex().data().toString(), u"With comments"_s);
    QCOMPARE(rows(), 1);
    m_fixture->press(Qt::Key_Down);
    QCOMPARE(rows(), 0);            // the bin
    m_fixture->press(Qt::Key_Down); // past the heading
    QCOMPARE(sideBar()->currentIndex().data().toString(), u"ORM & queries"_s);
    QCOMPARE(rows(), 3);
    m_fixture->press(Qt::Key_Return);
    QVERIFY(list()->hasFocus());
}

void TestNotesPage::sideBar_foldsTopicsAway()
{
    QSet<TopicId> topics;
    for (int number = 1; topics.size() < 10; ++number) {
        const QuestionId id = m_fixture->question(u"q%1"_s.arg(number, 2, 10, QChar(u'0')));
        const auto row = m_fixture->desk().questions.rows({id});
        if (topics.contains(row.value().constFirst().topic))
            continue;
        topics.insert(row.value().constFirst().topic);
        m_fixture->desk().notes.set(id, u"x"_s);
    }
    m_fixture->settle();
    const int folded = sideBar()->model()->rowCount();
    chooseInSideBar(u"3 more…"_s);
    const int before = rows();
    m_fixture->press(Qt::Key_Space);
    QCOMPARE(sideBar()->model()->rowCount(), folded + 3);
    QCOMPARE(sideBar()->currentIndex().data().toString(), u"Fewer topics"_s);
    QCOMPARE(rows(), before);
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(sideBar()->model()->rowCount(), folded);
}

void TestNotesPage::search_narrowsAndEmptyResultClears()
{
    m_fixture->press(Qt::Key_Slash);
    m_fixture->type(u"join"_s);
    QCOMPARE(rows(), 1);
    QCOMPARE(label(u"noteCount"_s), u"1 of 2 match “join”"_s);
    m_fixture->type(u"x"_s);
    QCOMPARE(rows(), 0);
    QVERIFY(!list()->isVisible());
    m_fixture->press(Qt::Key_Escape);
    QCOMPARE(rows(), 2);
    QVERIFY(list()->isVisible());
    m_fixture->press(Qt::Key_Return);
    QVERIFY(list()->hasFocus());
}

void TestNotesPage::noMatch_leadsToTheQuestions()
{
    QSignalSpy asked(page(), &Page::searchRequested);
    m_fixture->press(Qt::Key_Slash);
    m_fixture->type(u"zebra"_s);
    for (int i = 0; i < 20 && asked.isEmpty(); ++i) {
        m_fixture->press(Qt::Key_Tab);
        if (qobject_cast<QLabel *>(QApplication::focusWidget()))
            m_fixture->press(Qt::Key_Return);
    }
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).toString(), u"zebra"_s);
}

void TestNotesPage::sort_canBeByQuestion()
{
    const QList<QAction *> orders = m_fixture->find<QPushButton>(u"noteSort"_s)->menu()->actions();
    for (QAction *action : orders) {
        if (action->text() == u"By question")
            action->trigger();
    }
    QCOMPARE(titles(), u"9 14"_s);
}

void TestNotesPage::enter_opensTheQuestionOrTheHighlight()
{
    const Highlight highlight = mark(u"q09"_s, u"QuerySet"_s);
    QSignalSpy asked(page(), &Page::highlightRequested);
    m_fixture->press(Qt::Key_Home);
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).toLongLong(), m_fixture->question(u"q09"_s));
    QCOMPARE(asked.at(0).at(1).toString(), highlight.uid);
    m_fixture->press(Qt::Key_4, Qt::AltModifier);
    list()->setFocus();
    m_fixture->press(Qt::Key_Home);
    m_fixture->press(Qt::Key_Down);
    m_fixture->press(Qt::Key_Return);
    QVERIFY(m_fixture->window().windowTitle().startsWith(u"select_related or prefetch_related"_s));
}

void TestNotesPage::editKey_editsInPlaceAsOneStep()
{
    m_fixture->press(Qt::Key_E);
    auto *editor = m_fixture->find<QTextEdit>(u"noteInPlace"_s);
    QVERIFY(editor->hasFocus());
    QCOMPARE(editor->toPlainText(), u"One query with a JOIN"_s);
    m_fixture->type(u", ever"_s);
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(list()->hasFocus());
    QVERIFY(!editor->isVisible());
    m_fixture->settle();
    QCOMPARE(noteOn(u"q14"_s), u"One query with a JOIN, ever"_s);
    QCOMPARE(m_fixture->find<QTextEdit>(u"noteText"_s)->toPlainText(),
             u"One query with a JOIN, ever"_s);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    m_fixture->settle();
    QCOMPARE(noteOn(u"q14"_s), u"One query with a JOIN"_s);
    QCOMPARE(m_fixture->find<QTextEdit>(u"noteText"_s)->toPlainText(), u"One query with a JOIN"_s);
    QVERIFY(!m_fixture->desk().commands.stack().canUndo());
}

void TestNotesPage::editing_isSavedWhileTyping()
{
    m_fixture->press(Qt::Key_Down);
    m_fixture->press(Qt::Key_F2);
    m_fixture->type(u"!"_s);
    QTRY_COMPARE(readText(m_fixture->database(), u"SELECT text FROM note ORDER BY id LIMIT 1"_s),
                 u"Lazy until **iterated**!"_s);
    QCOMPARE(titles(), u"14 9"_s); // the row stays where it is
    QVERIFY(m_fixture->find<QTextEdit>(u"noteInPlace"_s)->hasFocus());
    m_fixture->press(Qt::Key_Escape);
    m_fixture->settle();
    QCOMPARE(titles(), u"9 14"_s);
    QCOMPARE(list()->currentIndex().row(), 0); // and is still the one at hand
}

void TestNotesPage::anotherRow_endsTheEdit()
{
    m_fixture->press(Qt::Key_E);
    m_fixture->type(u"?"_s);
    list()->setFocus();
    m_fixture->press(Qt::Key_Down);
    QVERIFY(!m_fixture->find<QTextEdit>(u"noteInPlace"_s)->isVisible());
    m_fixture->settle();
    QCOMPARE(noteOn(u"q14"_s), u"One query with a JOIN?"_s);
    QCOMPARE(noteOn(u"q09"_s), u"Lazy until **iterated**"_s);
    QCOMPARE(m_fixture->desk().commands.stack().count(), 1);
    QCOMPARE(label(u"noteTitle"_s), u"QuerySets and lazy evaluation"_s);
}

void TestNotesPage::comment_isEditedInPlace()
{
    const Highlight highlight = mark(u"q14"_s, u"JOIN"_s);
    m_fixture->press(Qt::Key_Home);
    m_fixture->press(Qt::Key_E);
    auto *field = m_fixture->find<QTextEdit>(u"commentInPlace"_s);
    QVERIFY(field->hasFocus());
    m_fixture->type(u"one query"_s);
    m_fixture->press(Qt::Key_Escape);
    m_fixture->settle();
    const auto comment = [&] {
        return m_fixture->desk().highlights.highlight(highlight.uid).value()->comment;
    };
    QCOMPARE(comment(), u"one query"_s);
    QVERIFY(label(u"statusItems"_s).contains(u"1 comment"_s));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(comment(), QString());
    QVERIFY(!m_fixture->desk().commands.stack().canUndo());
}

void TestNotesPage::colourKeys_recolourHighlights()
{
    const Highlight first = mark(u"q14"_s, u"JOIN"_s);
    const Highlight second = mark(u"q09"_s, u"QuerySet"_s);
    m_fixture->press(Qt::Key_Home);
    m_fixture->press(Qt::Key_Down, Qt::ShiftModifier);
    m_fixture->press(Qt::Key_3);
    const auto color = [this](const Highlight &highlight) {
        return m_fixture->desk().highlights.highlight(highlight.uid).value()->color;
    };
    QCOMPARE(color(first), HighlightColor::Blue);
    QCOMPARE(color(second), HighlightColor::Blue);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(color(first), HighlightColor::Yellow);
    QCOMPARE(color(second), HighlightColor::Yellow);
}

void TestNotesPage::newNote_isTypedAtOnce()
{
    m_fixture->press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m_fixture->find<QTextEdit>(u"noteInPlace"_s)->hasFocus());
    m_fixture->type(u"My stories"_s);
    m_fixture->press(Qt::Key_Return);
    m_fixture->type(u"400 queries"_s);
    m_fixture->settle();
    QCOMPARE(rows(), 3);
    QVERIFY(m_fixture->find<QTextEdit>(u"noteInPlace"_s)->hasFocus());
    m_fixture->press(Qt::Key_Escape);
    m_fixture->settle();
    QCOMPARE(list()->currentIndex().data().toString(), u"My stories"_s);
    QCOMPARE(label(u"noteTitle"_s), u"My stories"_s);
    QVERIFY(label(u"statusItems"_s).startsWith(u"3 notes"_s));
    chooseInSideBar(u"Free notes"_s);
    QCOMPARE(rows(), 1);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    m_fixture->settle();
    QCOMPARE(rows(), 0);
}

void TestNotesPage::newNoteLeftEmpty_isNone()
{
    m_fixture->press(Qt::Key_N, Qt::ControlModifier);
    m_fixture->press(Qt::Key_Escape);
    m_fixture->settle();
    QCOMPARE(rows(), 2);
    QVERIFY(list()->hasFocus());
    QVERIFY(!m_fixture->desk().commands.stack().canUndo());
    QVERIFY(m_fixture->find<QLabel>(u"noteTitle"_s)->isVisible());
    chooseInSideBar(u"New note"_s); // the same from there
    m_fixture->press(Qt::Key_Return);
    QVERIFY(m_fixture->find<QTextEdit>(u"noteInPlace"_s)->hasFocus());
    QCOMPARE(rows(), 0); // none of the free ones yet
}

void TestNotesPage::deleteKey_movesOnAndUndoRestores()
{
    mark(u"q14"_s, u"JOIN"_s);
    m_fixture->press(Qt::Key_Home);
    m_fixture->press(Qt::Key_Delete);
    QCOMPARE(titles(), u"14 9"_s);
    QCOMPARE(list()->currentIndex().row(), 0);
    m_fixture->press(Qt::Key_Delete);
    QCOMPARE(titles(), u"9"_s);
    QCOMPARE(label(u"noteTitle"_s), u"QuerySets and lazy evaluation"_s);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rows(), 2);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rows(), 3);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(rows(), 2);
}

void TestNotesPage::severalRows_areDeletedAsOneStep()
{
    mark(u"q14"_s, u"JOIN"_s);
    m_fixture->press(Qt::Key_Home);
    m_fixture->press(Qt::Key_Down, Qt::ShiftModifier);
    m_fixture->press(Qt::Key_Delete);
    QCOMPARE(titles(), u"9"_s);
    QCOMPARE(m_fixture->desk().commands.stack().count(), 1);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    m_fixture->settle();
    QCOMPARE(rows(), 3);
}

void TestNotesPage::bin_restoresByKeyAndCanBeUndone()
{
    mark(u"q14"_s, u"JOIN"_s, u"so"_s);
    m_fixture->press(Qt::Key_Home);
    m_fixture->press(Qt::Key_Down, Qt::ShiftModifier);
    m_fixture->press(Qt::Key_Delete);
    m_fixture->settle();
    chooseInSideBar(u"Bin"_s);
    QCOMPARE(rows(), 2);
    QVERIFY(label(u"noteWhen"_s).contains(u"Deleted today, kept until"_s));
    m_fixture->press(Qt::Key_Return); // to the list
    m_fixture->press(Qt::Key_Delete); // what is in the bin stays there
    QCOMPARE(rows(), 2);
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(rows(), 1);
    m_fixture->press(Qt::Key_R);
    QCOMPARE(rows(), 0);
    m_fixture->settle();
    QCOMPARE(noteOn(u"q14"_s), u"One query with a JOIN"_s);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    m_fixture->settle();
    QCOMPARE(rows(), 1);
    chooseInSideBar(u"All"_s);
    QCOMPARE(rows(), 2);
}

void TestNotesPage::restoredNote_goesUnderTheOneThatIsThere()
{
    m_fixture->press(Qt::Key_Delete);
    m_fixture->settle();
    m_fixture->desk().notes.set(m_fixture->question(u"q14"_s), u"Another"_s);
    m_fixture->settle();
    chooseInSideBar(u"Bin"_s);
    m_fixture->press(Qt::Key_Return);
    m_fixture->press(Qt::Key_R);
    QCOMPARE(noteOn(u"q14"_s), u"Another\n\nOne query with a JOIN"_s);
    QCOMPARE(rows(), 0);
    m_fixture->settle();
    QCOMPARE(rows(), 0);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    m_fixture->settle();
    QCOMPARE(noteOn(u"q14"_s), u"Another"_s);
    QCOMPARE(rows(), 1);
}

void TestNotesPage::unfinishedComment_isSavedOnClosing()
{
    const Highlight highlight = mark(u"q14"_s, u"JOIN"_s);
    m_fixture->press(Qt::Key_Home);
    m_fixture->press(Qt::Key_E);
    m_fixture->type(u"half a tho"_s);
    m_fixture->restart();
    QCOMPARE(m_fixture->desk().highlights.highlight(highlight.uid).value()->comment,
             u"half a tho"_s);
}

void TestNotesPage::bookmarkKey_starsTheQuestion()
{
    m_fixture->press(Qt::Key_B);
    QVERIFY(m_fixture->desk().bookmarks.hasQuestion(m_fixture->question(u"q14"_s)));
    m_fixture->press(Qt::Key_B);
    QVERIFY(m_fixture->desk().bookmarks.questions().isEmpty());
}

void TestNotesPage::changedPassage_isSaid()
{
    Highlight highlight = mark(u"q14"_s, u"JOIN"_s);
    highlight.anchor = {u"words that no answer ever had"_s, u"before "_s, u" after"_s, 3};
    m_fixture->desk().highlights.set(highlight);
    m_fixture->settle();
    const QModelIndex first = list()->model()->index(0, 0);
    QVERIFY(first.data(AnnotationListModel::PassageChangedRole).toBool());
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(u"passage has changed"_s));
}

void TestNotesPage::export_writesWhatIsListed()
{
    m_fixture->press(Qt::Key_Slash);
    m_fixture->type(u"join"_s);
    QVERIFY(label(u"exportLabel"_s).startsWith(u"Export 1 match"_s));
    page()->exportTo(m_fixture->file(u"one.md"_s));
    QCOMPARE(exported(u"one.md"_s),
             u"# Notes\n\n## 14. select_related or prefetch_related\n\nOne query with a JOIN\n"_s);
    m_fixture->find<QCheckBox>(u"exportWithAnswers"_s)->setChecked(true);
    page()->exportTo(m_fixture->file(u"two.md"_s));
    QVERIFY(exported(u"two.md"_s).contains(u"```python"_s));
}

void TestNotesPage::export_ofSelectedRows()
{
    mark(u"q22"_s, u"Q"_s);
    m_fixture->press(Qt::Key_End);
    m_fixture->press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(label(u"exportLabel"_s), u"Export 2 selected as"_s);
    page()->exportTo(m_fixture->file(u"two.md"_s));
    QCOMPARE(exported(u"two.md"_s).count(u"\n## "_s), 2);
    m_fixture->press(Qt::Key_Home);
    page()->exportTo(m_fixture->file(u"all.md"_s));
    QCOMPARE(exported(u"all.md"_s).count(u"\n## "_s), 3);
}

void TestNotesPage::export_knowsEveryFormatAndRemembersIt()
{
    for (const QString &start : {u"<!DOCTYPE html>"_s, u"%PDF-"_s, u"\ufeffKind,"_s}) {
        m_fixture->find<QComboBox>(u"exportFormat"_s)->setFocus();
        m_fixture->press(Qt::Key_Down);
        page()->exportTo(m_fixture->file(u"notes"_s));
        QFile file(m_fixture->file(u"notes"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll().startsWith(start.toUtf8()), qPrintable(start));
    }
    m_fixture->restart();
    m_fixture->press(Qt::Key_4, Qt::AltModifier);
    QCOMPARE(m_fixture->find<QComboBox>(u"exportFormat"_s)->currentText(), u"CSV"_s);
}

void TestNotesPage::export_toAFolderThatIsMissing_saysSo()
{
    auto *banner = page()->findChild<QWidget *>(u"banner"_s);
    page()->exportTo(m_fixture->file(u"missing/notes.md"_s));
    QVERIFY(banner->isVisible());
}

void TestNotesPage::narrowWindow_hasAButtonForTheSideBar()
{
    QVERIFY(sideBar()->isVisible());
    m_fixture->window().resize(960, 600);
    QTRY_VERIFY(!sideBar()->isVisible());
    auto *button = m_fixture->find<QPushButton>(u"noteFilter"_s);
    QVERIFY(button->isVisible());
    const QList<QAction *> choices = button->menu()->actions();
    for (QAction *action : choices) {
        if (action->text().startsWith(u"Highlights"))
            action->trigger();
    }
    QTRY_COMPARE(rows(), 0);
    m_fixture->window().resize(1280, 800);
    QTRY_VERIFY(sideBar()->isVisible());
    QCOMPARE(sideBar()->currentIndex().data().toString(), u"Highlights"_s);
}

void TestNotesPage::otherColours_arePaintedAtOnce()
{
    mark(u"q14"_s, u"JOIN"_s, u"so"_s);
    m_fixture->press(Qt::Key_Home);
    const auto marks = [this] {
        const QList<QLabel *> labels =
            m_fixture->find<QWidget>(u"shownHighlight"_s)->findChildren<QLabel *>();
        return labels.isEmpty() ? QString() : labels.constFirst()->text();
    };
    QVERIFY(marks().contains(lightTokens().marks[0].name()));
    QApplication::setPalette(paletteOf(darkTokens()));
    QTRY_VERIFY(marks().contains(darkTokens().marks[0].name()));
    QApplication::setPalette(paletteOf(lightTokens()));
    QTRY_VERIFY(marks().contains(lightTokens().marks[0].name()));
}

QTEST_MAIN(TestNotesPage)
#include "tst_notespage.moc"
