// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+Z and Ctrl+Shift+Z, on every page and for everything that can be changed.

#include "tests/support/windowfixture.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListView>
#include <QTextEdit>

using namespace Qt::StringLiterals;

class TestUndo : public QObject
{
    Q_OBJECT

private slots:

    void init() { m_fixture = std::make_unique<WindowFixture>(); }

    void cleanup() { m_fixture.reset(); }

    void bookmark_isUndoneAndRedone();
    void note_isUndoneAsOneStepOnceItIsLeft();
    void note_deletedOrEmptied_comesBack();
    void note_inTheEditor_undoesTypingFirst();
    void note_ofOneQuestion_isNeverRedoneIntoAnother();
    void note_halfTyped_isNotLostToAnOlderStep();
    void redo_bringsBackWhatWasUndoneInTheFieldToo();
    void grade_isUndoneFromAnotherPage();
    void grade_isUndoneAfterItsSessionIsGone();
    void stepsOfDifferentKinds_areUndoneInOrder();

private:
    void undo() { m_fixture->press(Qt::Key_Z, Qt::ControlModifier); }

    void redo() { m_fixture->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }

    void focusList() { m_fixture->find<QListView>(u"questionList"_s)->setFocus(); }

    QString note(const QString &key)
    {
        return m_fixture->desk().notes.text(m_fixture->question(key)).value();
    }

    QString read(const QString &sql)
    {
        m_fixture->settle();
        return readText(m_fixture->database(), sql);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestUndo::bookmark_isUndoneAndRedone()
{
    m_fixture->press(Qt::Key_B);
    undo();
    QVERIFY(m_fixture->desk().bookmarks.questions().isEmpty());
    QCOMPARE(m_fixture->find<QLabel>(u"statusItems"_s)->text(),
             u"Undone: bookmark on question 1"_s);
    redo();
    QCOMPARE(m_fixture->desk().bookmarks.questions().size(), 1);
    QCOMPARE(read(u"SELECT count(*) FROM bookmark WHERE deleted IS NULL"_s), u"1"_s);
    undo();
    QCOMPARE(read(u"SELECT count(*) FROM bookmark WHERE deleted IS NULL"_s), u"0"_s);
}

void TestUndo::note_isUndoneAsOneStepOnceItIsLeft()
{
    m_fixture->press(Qt::Key_N);
    m_fixture->type(u"first version"_s);
    focusList();
    m_fixture->press(Qt::Key_N);
    m_fixture->press(Qt::Key_End, Qt::ControlModifier);
    m_fixture->type(u", longer"_s);
    focusList();
    QCOMPARE(note(u"q01"_s), u"first version, longer"_s);
    m_fixture->press(Qt::Key_N);
    undo(); // in the editor or not: the last visit's typing, then the one before
    QCOMPARE(note(u"q01"_s), u"first version"_s);
    undo();
    QCOMPARE(note(u"q01"_s), QString());
    QVERIFY(m_fixture->find<QTextEdit>(u"noteEditor"_s)->toPlainText().isEmpty());
    redo();
    redo();
    QCOMPARE(note(u"q01"_s), u"first version, longer"_s);
    QCOMPARE(read(u"SELECT text FROM note WHERE deleted IS NULL"_s), u"first version, longer"_s);
}

void TestUndo::note_deletedOrEmptied_comesBack()
{
    m_fixture->press(Qt::Key_N);
    m_fixture->type(u"precious"_s);
    focusList();
    m_fixture->press(Qt::Key_4, Qt::AltModifier);
    m_fixture->press(Qt::Key_Delete);
    QCOMPARE(note(u"q01"_s), QString());
    undo();
    QCOMPARE(note(u"q01"_s), u"precious"_s);
    m_fixture->press(Qt::Key_1, Qt::AltModifier);
    m_fixture->press(Qt::Key_N);
    m_fixture->press(Qt::Key_A, Qt::ControlModifier);
    m_fixture->press(Qt::Key_Backspace);
    focusList();
    m_fixture->press(Qt::Key_J);
    undo();
    QCOMPARE(note(u"q01"_s), u"precious"_s);
    QCOMPARE(read(u"SELECT text FROM note WHERE deleted IS NULL"_s), u"precious"_s);
}

void TestUndo::note_inTheEditor_undoesTypingFirst()
{
    m_fixture->press(Qt::Key_B);
    m_fixture->press(Qt::Key_N);
    m_fixture->type(u"abc"_s);
    undo();
    QCOMPARE(note(u"q01"_s), QString());
    QCOMPARE(m_fixture->desk().bookmarks.questions().size(), 1);
    undo(); // nothing typed is left, so the step before is next
    QVERIFY(m_fixture->desk().bookmarks.questions().isEmpty());
}

void TestUndo::note_ofOneQuestion_isNeverRedoneIntoAnother()
{
    m_fixture->press(Qt::Key_N);
    m_fixture->type(u"abc"_s);
    undo(); // the editor could now do it again
    focusList();
    m_fixture->press(Qt::Key_J);
    m_fixture->press(Qt::Key_N);
    redo();
    QCOMPARE(note(u"q02"_s), QString());
    QVERIFY(m_fixture->find<QTextEdit>(u"noteEditor"_s)->toPlainText().isEmpty());
}

void TestUndo::note_halfTyped_isNotLostToAnOlderStep()
{
    m_fixture->press(Qt::Key_B);
    m_fixture->press(Qt::Key_N);
    m_fixture->type(u"half typed"_s);
    // From the menu, with the cursor still in the note.
    const QList<QAction *> actions = m_fixture->window().actions();
    const auto trigger = [&](const QKeySequence &key) {
        for (QAction *action : actions) {
            if (action->shortcuts().contains(key))
                action->trigger();
        }
    };
    trigger(QKeySequence(u"Ctrl+Z"_s));
    QCOMPARE(note(u"q01"_s), QString());
    QCOMPARE(m_fixture->desk().bookmarks.questions().size(), 1);
    trigger(QKeySequence(u"Ctrl+Shift+Z"_s));
    QCOMPARE(note(u"q01"_s), u"half typed"_s);
}

void TestUndo::redo_bringsBackWhatWasUndoneInTheFieldToo()
{
    m_fixture->press(Qt::Key_N);
    m_fixture->type(u"old"_s);
    focusList();
    m_fixture->press(Qt::Key_N);
    m_fixture->press(Qt::Key_End, Qt::ControlModifier);
    m_fixture->type(u" and new"_s);
    m_fixture->window().openQuestion(m_fixture->question(u"q02"_s));
    focusList();
    m_fixture->press(Qt::Key_N);
    m_fixture->type(u"gamma"_s);
    undo(); // in the field
    QCOMPARE(note(u"q02"_s), QString());
    undo(); // the step before, on the other question
    QCOMPARE(note(u"q01"_s), u"old"_s);
    redo();
    QCOMPARE(note(u"q01"_s), u"old and new"_s);
    QCOMPARE(note(u"q02"_s), QString());
    redo();
    QCOMPARE(note(u"q02"_s), u"gamma"_s);
    QCOMPARE(
        read(u"SELECT group_concat(text, '|') FROM (SELECT text FROM note WHERE deleted IS NULL"
             " ORDER BY question_id)"_s),
        u"old and new|gamma"_s);
    redo(); // nothing is left, and nothing changes
    QCOMPARE(note(u"q02"_s), u"gamma"_s);
}

void TestUndo::grade_isUndoneFromAnotherPage()
{
    m_fixture->press(Qt::Key_2, Qt::AltModifier);
    m_fixture->press(Qt::Key_Return);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    m_fixture->press(Qt::Key_3);
    m_fixture->press(Qt::Key_1, Qt::AltModifier);
    undo();
    QCOMPARE(read(u"SELECT count(*) FROM review WHERE deleted IS NULL"_s), u"0"_s);
    redo();
    QCOMPARE(read(u"SELECT count(*) FROM review WHERE deleted IS NULL"_s), u"1"_s);
    m_fixture->press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(m_fixture->find<QLabel>(u"sessionPosition"_s)->text(), u"Question 2 of 5"_s);
}

void TestUndo::grade_isUndoneAfterItsSessionIsGone()
{
    m_fixture->desk().commands.toggleBookmark(m_fixture->question(u"q03"_s), 3);
    m_fixture->settle();
    m_fixture->press(Qt::Key_2, Qt::AltModifier);
    m_fixture->press(Qt::Key_2); // one bookmarked question
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    m_fixture->press(Qt::Key_3);
    m_fixture->press(Qt::Key_Return); // leaves the summary
    undo();
    QCOMPARE(read(u"SELECT count(*) FROM review WHERE deleted IS NULL"_s), u"0"_s);
}

void TestUndo::stepsOfDifferentKinds_areUndoneInOrder()
{
    m_fixture->press(Qt::Key_B);
    m_fixture->press(Qt::Key_N);
    m_fixture->type(u"note"_s);
    focusList();
    m_fixture->press(Qt::Key_J);
    m_fixture->press(Qt::Key_B);
    undo();
    QCOMPARE(m_fixture->desk().bookmarks.questions().size(), 1);
    undo();
    QCOMPARE(note(u"q01"_s), QString());
    undo();
    QVERIFY(m_fixture->desk().bookmarks.questions().isEmpty());
    for (int i = 0; i < 3; ++i)
        redo();
    QCOMPARE(m_fixture->desk().bookmarks.questions().size(), 2);
    QCOMPARE(note(u"q01"_s), u"note"_s);
}

QTEST_MAIN(TestUndo)
#include "tst_undo.moc"
