// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/highlightstore.h"
#include "model/annotations/notestore.h"
#include "model/questions/questionstore.h"
#include "tests/support/windowfixture.h"
#include "views/common/answerview.h"
#include "views/common/highlightmarker.h"
#include "views/common/plainedit.h"
#include "views/study/highlightentry.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;

// Highlights in Study and in practice, by keyboard and mouse.
class TestHighlights : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void cleanup() { m_fixture.reset(); }

    void selectByKeyboard_h_highlights();
    void colours_areFourAndTheLastIsKept();
    void comment_isTypedSavedAndUndone();
    void comment_onALaterPassage_isInSight();
    void homeAndEnd_moveTheCaretInItsLine();
    void markerAndEntry_lightUpTogether();
    void delete_removesTheFocusedMarkersHighlight();
    void delete_theLastOne_leavesTheKeysInTheAnswer();
    void delete_inTheList_leavesHighlightsAlone();
    void overlapping_highlightsBothStay();
    void codeLinksAndLists_canBeHighlighted();
    void answersText_isNeverChanged();
    void nothingSelected_saysSo();
    void hiddenAnswer_hidesItsHighlights();
    void changedPassage_isKeptAndAttachedByHand();
    void restart_findsThemAgain();
    void searchInComment_opensThere();
    void searchInNote_opensThere();
    void practice_marksTheModelAnswer();
    void practice_commentIsAPopup();

private:
    AnswerView *answer() { return m_fixture->find<AnswerView>(u"answer"_s); }

    // Selects the first occurrence of these words, as a person does.
    void select(AnswerView *view, const QString &words);
    QList<Highlight> stored(const QString &key = u"q14"_s);

    QList<HighlightEntry *> entries()
    {
        return m_fixture->find<QWidget>(u"highlightPane"_s)
            ->findChildren<HighlightEntry *>(u"highlightEntry"_s);
    }

    QList<HighlightMarker *> markers()
    {
        return answer()->findChildren<HighlightMarker *>(u"highlightMarker"_s);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestHighlights::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->window().openQuestion(m_fixture->question(u"q14"_s));
    m_fixture->find<QPushButton>(u"revealButton"_s)->click();
    QTest::qWait(20);
}

void TestHighlights::select(AnswerView *view, const QString &words)
{
    view->setFocus();
    const auto start = view->toPlainText().indexOf(words);
    QVERIFY2(start >= 0, qPrintable(words));
    QTextCursor cursor = view->textCursor();
    cursor.setPosition(int(start));
    cursor.setPosition(int(start + words.size()), QTextCursor::KeepAnchor);
    view->setTextCursor(cursor);
}

QList<Highlight> TestHighlights::stored(const QString &key)
{
    m_fixture->settle();
    return HighlightStore(m_fixture->desk().collection).on(m_fixture->question(key)).valueOr({});
}

void TestHighlights::selectByKeyboard_h_highlights()
{
    answer()->setFocus();
    m_fixture->press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    m_fixture->press(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    m_fixture->press(Qt::Key_H);
    QCOMPARE(stored().size(), 1);
    QCOMPARE(stored().constFirst().anchor.quote, u"Both cure"_s); // without the space after it
    QCOMPARE(markers().size(), 1);
    QCOMPARE(entries().size(), 1);
    QCOMPARE(m_fixture->find<QLabel>(u"highlightCount"_s)->text(), u"1"_s);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(stored().isEmpty());
    QVERIFY(entries().isEmpty());
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(stored().size(), 1);
}

void TestHighlights::colours_areFourAndTheLastIsKept()
{
    select(answer(), u"the N+1 problem"_s);
    m_fixture->press(Qt::Key_3);
    QCOMPARE(stored().constFirst().color, HighlightColor::Blue);
    m_fixture->press(Qt::Key_4); // of the highlight at hand
    QCOMPARE(stored().constFirst().color, HighlightColor::Pink);
    select(answer(), u"the N+1 problem"_s); // the same words again make no second one
    m_fixture->press(Qt::Key_2);
    QCOMPARE(stored().size(), 1);
    QCOMPARE(stored().constFirst().color, HighlightColor::Green);
    select(answer(), u"Three traps remain."_s);
    m_fixture->press(Qt::Key_H);
    QCOMPARE(stored().at(1).color, HighlightColor::Green);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stored().constFirst().color, HighlightColor::Pink);
}

void TestHighlights::comment_isTypedSavedAndUndone()
{
    select(answer(), u"the N+1 problem"_s);
    m_fixture->press(Qt::Key_C);
    auto *comment = entries().constFirst()->findChild<PlainEdit *>(u"comment"_s);
    QVERIFY(comment->isVisible());
    QCOMPARE(QApplication::focusWidget(), comment);
    m_fixture->type(u"say why"_s);
    QTRY_COMPARE(readText(m_fixture->database(), u"SELECT comment FROM highlight"_s), u"say why"_s);
    m_fixture->press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), answer());
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stored().constFirst().comment, QString());
    QVERIFY(!comment->isVisible());
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(stored().constFirst().comment, u"say why"_s);
    QCOMPARE(comment->toPlainText(), u"say why"_s);
}

void TestHighlights::comment_onALaterPassage_isInSight()
{
    const QStringList passages{
        u"Both cure"_s,         u"the N+1 problem"_s, u"so it costs no further"_s,
        u"generic relations"_s, u"Two queries"_s,     u"Three traps"_s};
    for (const QString &words : passages) {
        select(answer(), words);
        m_fixture->press(Qt::Key_C);
        m_fixture->type(u"say why"_s);
    }
    QTest::qWait(20);
    QWidget *field = QApplication::focusWidget();
    QCOMPARE(field->objectName(), u"comment"_s);
    QCOMPARE(field->visibleRegion().boundingRect(), field->rect());
    // And its marker brings it back after it was scrolled away.
    auto *area = m_fixture->find<QWidget>(u"highlightPane"_s)->findChild<QScrollArea *>();
    area->verticalScrollBar()->setValue(0);
    QVERIFY(field->visibleRegion().boundingRect() != field->rect());
    markers().constLast()->click();
    QTest::qWait(20);
    QCOMPARE(field->visibleRegion().boundingRect(), field->rect());
}

void TestHighlights::homeAndEnd_moveTheCaretInItsLine()
{
    answer()->setFocus();
    m_fixture->press(Qt::Key_End);
    QVERIFY(answer()->textCursor().position() > 10);
    m_fixture->press(Qt::Key_Home);
    QCOMPARE(answer()->textCursor().position(), 0);
}

void TestHighlights::markerAndEntry_lightUpTogether()
{
    select(answer(), u"Three traps remain."_s);
    m_fixture->press(Qt::Key_H);
    select(answer(), u"the N+1 problem"_s);
    m_fixture->press(Qt::Key_H);
    QCOMPARE(entries().size(), 2);
    QCOMPARE(markers().size(), 2);
    for (HighlightEntry *entry : entries()) {
        entry->findChild<HighlightMarker *>()->setFocus();
        QCOMPARE(answer()->current(), entry->uid());
    }
    auto *area = m_fixture->find<QScrollArea>(u"reader"_s);
    area->verticalScrollBar()->setValue(0);
    // The entry of the last highlight scrolls the answer to it.
    entries().constFirst()->findChild<HighlightMarker *>()->setFocus();
    for (HighlightEntry *entry : entries()) {
        if (entry->highlight().anchor.quote.startsWith(u"Three"_s))
            QTest::mouseClick(entry, Qt::LeftButton);
    }
    QVERIFY(area->verticalScrollBar()->value() > 0);
    const QRect place = answer()->rectOf(answer()->current());
    QVERIFY(area->viewport()->rect().contains(answer()->mapTo(area->viewport(), place.center())));
    // And the mouse over the passage lights the entry.
    QTest::mouseMove(answer()->viewport(), place.center() + QPoint(12, 0));
    QTRY_COMPARE(answer()->pointed(), answer()->current());
}

void TestHighlights::delete_removesTheFocusedMarkersHighlight()
{
    select(answer(), u"the N+1 problem"_s);
    m_fixture->press(Qt::Key_H);
    select(answer(), u"Three traps remain."_s);
    m_fixture->press(Qt::Key_H);
    markers().constFirst()->setFocus();
    m_fixture->press(Qt::Key_Delete);
    QCOMPARE(stored().size(), 1);
    QCOMPARE(stored().constFirst().anchor.quote, u"Three traps remain."_s);
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stored().size(), 2);
}

void TestHighlights::delete_theLastOne_leavesTheKeysInTheAnswer()
{
    select(answer(), u"the N+1 problem"_s);
    m_fixture->press(Qt::Key_H);
    markers().constFirst()->setFocus();
    m_fixture->press(Qt::Key_Delete);
    QCOMPARE(QApplication::focusWidget(), answer());
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(entries().size(), 1);
    entries().constFirst()->findChild<HighlightMarker *>()->setFocus();
    m_fixture->press(Qt::Key_Delete);
    QVERIFY(stored().isEmpty());
    QCOMPARE(QApplication::focusWidget(), answer());
}

void TestHighlights::delete_inTheList_leavesHighlightsAlone()
{
    select(answer(), u"the N+1 problem"_s);
    m_fixture->press(Qt::Key_H);
    m_fixture->find<QListView>(u"questionList"_s)->setFocus();
    m_fixture->press(Qt::Key_Delete);
    QCOMPARE(stored().size(), 1);
}

void TestHighlights::overlapping_highlightsBothStay()
{
    select(answer(), u"one query for the posts and then one more"_s);
    m_fixture->press(Qt::Key_1);
    select(answer(), u"then one more per post: the N+1 problem"_s);
    m_fixture->press(Qt::Key_3);
    QCOMPARE(stored().size(), 2);
    QCOMPARE(markers().size(), 2);
    QVERIFY(!markers().at(0)->geometry().intersects(markers().at(1)->geometry()));
    // Three stretches: the first alone, both, the second alone.
    QSet<QRgb> grounds;
    for (const QTextEdit::ExtraSelection &selection : answer()->extraSelections())
        grounds.insert(selection.format.background().color().rgb());
    QCOMPARE(grounds.size(), 3);
}

void TestHighlights::codeLinksAndLists_canBeHighlighted()
{
    for (const QString &words :
         {u"select_related(\"author\")"_s, u"ForeignKey"_s, u"names = [tag.name"_s}) {
        select(answer(), words);
        m_fixture->press(Qt::Key_H);
    }
    // Across two lines of code.
    select(answer(), u"for post in posts:\n        names"_s);
    m_fixture->press(Qt::Key_H);
    QCOMPARE(stored().size(), 4);
    m_fixture->window().openQuestion(m_fixture->question(u"q14"_s));
    for (const AnswerView::Placed &placed : answer()->highlights())
        QVERIFY(placed.range);
}

void TestHighlights::answersText_isNeverChanged()
{
    const QString before = answer()->toPlainText();
    const QString row =
        readText(m_fixture->database(), u"SELECT answer FROM question WHERE key = 'django/q14'"_s);
    select(answer(), u"the N+1 problem"_s);
    m_fixture->press(Qt::Key_H);
    m_fixture->press(Qt::Key_X);
    m_fixture->press(Qt::Key_Backspace);
    m_fixture->settle();
    QCOMPARE(answer()->toPlainText(), before);
    QCOMPARE(
        readText(m_fixture->database(), u"SELECT answer FROM question WHERE key = 'django/q14'"_s),
        row);
}

void TestHighlights::nothingSelected_saysSo()
{
    QSignalSpy announced(m_fixture->window().page(StudyPageIndex), &Page::announced);
    answer()->setFocus();
    m_fixture->press(Qt::Key_H);
    m_fixture->press(Qt::Key_C);
    QCOMPARE(announced.size(), 2);
    QVERIFY(stored().isEmpty());
}

void TestHighlights::hiddenAnswer_hidesItsHighlights()
{
    select(answer(), u"the N+1 problem"_s);
    m_fixture->press(Qt::Key_H);
    QVERIFY(entries().constFirst()->isVisible());
    m_fixture->press(Qt::Key_Space);
    QVERIFY(!entries().constFirst()->isVisible());
    QCOMPARE(m_fixture->find<QLabel>(u"highlightCount"_s)->text(), u"1"_s);
    m_fixture->window().openQuestion(m_fixture->question(u"q01"_s));
    QVERIFY(answer()->current().isEmpty()); // so that Delete cannot reach the one before
    m_fixture->press(Qt::Key_Delete);
    QCOMPARE(stored().size(), 1);
}

void TestHighlights::changedPassage_isKeptAndAttachedByHand()
{
    Highlight lost = HighlightStore::make(
        m_fixture->question(u"q14"_s),
        {u"Words that the deck no longer has anywhere"_s, u"before them"_s, u"after them"_s, 40},
        HighlightColor::Yellow);
    lost.comment = u"mine"_s;
    m_fixture->desk().commands.addHighlight(lost);
    QCOMPARE(entries().size(), 1);
    QVERIFY(markers().isEmpty());
    auto *attach = entries().constFirst()->findChild<QPushButton *>(u"reattach"_s);
    QVERIFY(attach->isVisible());
    attach->click(); // nothing is selected
    QCOMPARE(stored().constFirst().anchor, lost.anchor);
    select(answer(), u"the N+1 problem"_s);
    attach->click();
    QCOMPARE(stored().constFirst().anchor.quote, u"the N+1 problem"_s);
    QCOMPARE(stored().constFirst().comment, u"mine"_s);
    QCOMPARE(markers().size(), 1);
    QVERIFY(!attach->isVisible());
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stored().constFirst().anchor, lost.anchor);
}

void TestHighlights::restart_findsThemAgain()
{
    select(answer(), u"the N+1 problem"_s);
    m_fixture->press(Qt::Key_C);
    m_fixture->type(u"typed just before the end"_s);
    m_fixture->restart();
    m_fixture->window().openQuestion(m_fixture->question(u"q14"_s));
    m_fixture->find<QPushButton>(u"revealButton"_s)->click();
    QCOMPARE(markers().size(), 1);
    QCOMPARE(stored().constFirst().comment, u"typed just before the end"_s);
}

void TestHighlights::searchInComment_opensThere()
{
    select(answer(), u"Three traps remain."_s);
    m_fixture->press(Qt::Key_C);
    m_fixture->type(u"zanzibar"_s);
    m_fixture->settle();
    m_fixture->window().openQuestion(m_fixture->question(u"q01"_s));
    auto *search = m_fixture->find<QLineEdit>(u"studySearch"_s);
    search->setText(u"zanzib"_s);
    auto *list = m_fixture->find<QListView>(u"questionList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    search->setFocus();
    m_fixture->press(Qt::Key_Down);
    QTRY_COMPARE(
        m_fixture->find<QLabel>(u"prompt"_s)->accessibleName().contains(u"select_related"_s), true);
    QVERIFY(answer()->isVisible());
    QCOMPARE(answer()->current(), stored().constFirst().uid);
}

void TestHighlights::searchInNote_opensThere()
{
    m_fixture->desk().notes.set(m_fixture->question(u"q14"_s),
                                u"first line\n\n"_s.repeated(40) + u"a zanzibar at the end"_s);
    m_fixture->settle();
    m_fixture->window().openQuestion(m_fixture->question(u"q01"_s));
    auto *search = m_fixture->find<QLineEdit>(u"studySearch"_s);
    search->setText(u"zanzib"_s);
    auto *list = m_fixture->find<QListView>(u"questionList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    search->setFocus();
    m_fixture->press(Qt::Key_Down);
    auto *note = m_fixture->find<QTextEdit>(u"noteEditor"_s);
    QTRY_VERIFY(note->toPlainText().contains(u"zanzibar"_s));
    QVERIFY(note->viewport()->rect().contains(note->cursorRect().center()));
    QVERIFY(note->textCursor().selectedText().startsWith(u"zanz"_s));
}

void TestHighlights::practice_marksTheModelAnswer()
{
    m_fixture->window().showPage(PracticePageIndex);
    emit m_fixture->window()
        .page(StudyPageIndex)
        ->practiceRequested(u"Test"_s, {m_fixture->question(u"q14"_s)});
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    auto *model = m_fixture->find<AnswerView>(u"modelAnswer"_s);
    QTRY_VERIFY(model->isVisible());
    select(model, u"the N+1 problem"_s);
    m_fixture->press(Qt::Key_H);
    QCOMPARE(stored().size(), 1);
    QCOMPARE(model->findChildren<HighlightMarker *>().size(), 1);
    m_fixture->press(Qt::Key_Delete);
    QVERIFY(stored().isEmpty());
}

void TestHighlights::practice_commentIsAPopup()
{
    m_fixture->window().showPage(PracticePageIndex);
    emit m_fixture->window()
        .page(StudyPageIndex)
        ->practiceRequested(u"Test"_s, {m_fixture->question(u"q14"_s)});
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    auto *model = m_fixture->find<AnswerView>(u"modelAnswer"_s);
    QTRY_VERIFY(model->isVisible());
    select(model, u"the N+1 problem"_s);
    m_fixture->press(Qt::Key_C);
    auto *popup = m_fixture->find<QWidget>(u"commentPopup"_s);
    auto *edit = popup->findChild<PlainEdit *>(u"comment"_s);
    QTRY_COMPARE(QApplication::focusWidget(), edit);
    m_fixture->type(u"1 and 2"_s); // letters and figures are typed, and grade nothing
    m_fixture->press(Qt::Key_Escape);
    QTRY_VERIFY(m_fixture->window().findChildren<QWidget *>(u"commentPopup"_s).isEmpty());
    QCOMPARE(stored().constFirst().comment, u"1 and 2"_s);
    QVERIFY(model->isVisible());          // the session goes on
    m_fixture->window().activateWindow(); // as every screen but the offscreen one does by itself
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stored().constFirst().comment, QString());
}

QTEST_MAIN(TestHighlights)
#include "tst_highlights.moc"
