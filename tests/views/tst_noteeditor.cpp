// SPDX-License-Identifier: GPL-3.0-or-later
// The notes editor in Study, driven by the keyboard.

#include "model/annotations/spellchecker.h"
#include "tests/support/windowfixture.h"
#include "views/common/noteeditor.h"
#include "views/common/tokens.h"
#include "views/study/studypage.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>

using namespace Qt::StringLiterals;

class TestNoteEditor : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        qputenv("DICPATH", WOODSHED_SOURCE_DIR "/tests/model/data/hunspell");
        m_fixture = std::make_unique<WindowFixture>();
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void init();
    void keys_doWhatMarkdownNeeds_data();
    void keys_doWhatMarkdownNeeds();
    void tab_outsideOfLists_movesTheFocus();
    void everyFormat_isListedForThePage();
    void link_takesAnAddressFromTheClipboard();
    void code_isColouredInEveryFence_data();
    void code_isColouredInEveryFence();
    void brackets_offerQuestionsByTitle();
    void brackets_inCode_offerNothing();
    void escape_closesOneThingAtATime();
    void link_inWrite_opensItsQuestion();
    void link_inView_hasATitleAndOpens();
    void controlEnter_outsideALink_isThePages();
    void wrongWords_areUnderlined();
    void wordBeingTyped_isJudgedOnceLeft();
    void menu_suggestsAddsAndRemoves();
    void spelling_canBeSwitchedOff();
    void find_goesThroughTheMatches();
    void find_worksInView();
    void find_doesNotEndTheEdit();
    void view_opensWhereOneWrote();
    void view_followsAnUndo();
    void composing_losesNothing();
    void largePaste_isKeptAndUndone();

private:
    NoteEditor *editor() { return m_fixture->find<NoteEditor>(u"noteEditor"_s); }

    StudyPage *page() { return static_cast<StudyPage *>(m_fixture->window().page(StudyPageIndex)); }

    // `text` with the cursor at its bar, or the selection between its two.
    void write(QString text)
    {
        editor()->setFocus();
        const qsizetype start = text.indexOf(u'|');
        text.remove(qMax(qsizetype(0), start), start < 0 ? 0 : 1);
        const qsizetype end = text.indexOf(u'|');
        text.remove(qMax(qsizetype(0), end), end < 0 ? 0 : 1);
        editor()->selectAll();
        editor()->insertPlainText(text);
        QTextCursor cursor = editor()->textCursor();
        cursor.setPosition(int(start < 0 ? text.size() : start));
        if (end >= 0)
            cursor.setPosition(int(end), QTextCursor::KeepAnchor);
        editor()->setTextCursor(cursor);
    }

    QString written()
    {
        QString text = editor()->toPlainText();
        const QTextCursor cursor = editor()->textCursor();
        text.insert(cursor.selectionEnd(), u'|');
        if (cursor.hasSelection())
            text.insert(cursor.selectionStart(), u'|');
        return text;
    }

    void pressKeys(const QString &keys)
    {
        for (const QString &key : keys.split(u' ')) {
            const QKeyCombination pressed = QKeySequence(key)[0];
            m_fixture->press(pressed.key(), pressed.keyboardModifiers());
        }
    }

    QTextCharFormat formatAt(int position)
    {
        const QTextBlock block = editor()->document()->findBlock(position);
        const int inBlock = position - block.position();
        const QList<QTextLayout::FormatRange> ranges = block.layout()->formats();
        for (const auto &range : ranges) {
            if (range.start <= inBlock && inBlock < range.start + range.length)
                return range.format;
        }
        return {};
    }

    bool isWrong(const QString &word)
    {
        const int at = int(editor()->toPlainText().indexOf(word));
        return formatAt(at).underlineStyle() == QTextCharFormat::WaveUnderline;
    }

    QMenu *openMenu()
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(editor(), &event);
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }

    static QAction *actionOf(const QMenu *menu, const QString &text)
    {
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestNoteEditor::init()
{
    QGuiApplication::clipboard()->clear();
    m_fixture->window().activateWindow(); // without a display, a menu that closes takes the focus
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));
    page()->openQuestion(m_fixture->question(u"q01"_s), true);
    write({});
    page()->leave();
}

void TestNoteEditor::keys_doWhatMarkdownNeeds_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, const QString &keys,
                        const QString &after) { QTest::newRow(name) << before << keys << after; };

    row("bullet goes on", u"- a|"_s, u"Return"_s, u"- a\n- |"_s);
    row("keypad, too", u"* a|"_s, u"Enter"_s, u"* a\n* |"_s);
    row("in the middle", u"- a|b"_s, u"Return"_s, u"- a\n- |b"_s);
    row("before the mark, as ever", u"|- a"_s, u"Return"_s, u"\n|- a"_s);
    row("selection goes first", u"- a|bc|d"_s, u"Return"_s, u"- a\n- |d"_s);
    row("number counts", u"9. a|"_s, u"Return"_s, u"9. a\n10. |"_s);
    row("numbers below count on", u"1. a|\n2. b\n   - c\n3. d\n\nend 4."_s, u"Return"_s,
        u"1. a\n2. |\n3. b\n   - c\n4. d\n\nend 4."_s);
    row("bracket number", u"1) a|"_s, u"Return"_s, u"1) a\n2) |"_s);
    row("task box is unticked", u"- [x] a|"_s, u"Return"_s, u"- [x] a\n- [ ] |"_s);
    row("quote goes on", u"> a|"_s, u"Return"_s, u"> a\n> |"_s);
    row("list in a quote", u"> - a|"_s, u"Return"_s, u"> - a\n> - |"_s);
    row("empty item ends", u"- a\n- |"_s, u"Return"_s, u"- a\n|"_s);
    row("empty task ends", u"- [ ] |"_s, u"Return"_s, u"|"_s);
    row("empty quote ends", u"> a\n> |"_s, u"Return"_s, u"> a\n|"_s);
    row("empty nested item comes out", u"1. a\n   - |"_s, u"Return"_s, u"1. a\n- |"_s);
    row("shift enter is a plain line", u"- a|"_s, u"Shift+Return"_s, u"- a\n|"_s);
    row("rule is no list", u"* * *|"_s, u"Return"_s, u"* * *\n|"_s);
    row("text is no list", u"-a|"_s, u"Return"_s, u"-a\n|"_s);

    row("backspace takes the mark", u"- |a"_s, u"Backspace"_s, u"|a"_s);
    row("backspace takes the box, too", u"- [ ] |a"_s, u"Backspace"_s, u"|a"_s);
    row("backspace comes out first", u"- a\n  - |b"_s, u"Backspace"_s, u"- a\n- |b"_s);
    row("backspace in the text", u"- a|"_s, u"Backspace"_s, u"- |"_s);
    row("backspace of a quote", u"> |a"_s, u"Backspace"_s, u"|a"_s);

    row("tab nests", u"- a\n- b|"_s, u"Tab"_s, u"- a\n  - b|"_s);
    row("tab nests no deeper than a child", u"- a\n- b|"_s, u"Tab Tab Tab"_s, u"- a\n  - b|"_s);
    row("numbered child begins at 1", u"1. a\n2. b|\n3. c"_s, u"Tab"_s, u"1. a\n   1. b|\n2. c"_s);
    row("wide numbers", u"10. a\n11. b|"_s, u"Tab"_s, u"10. a\n    1. b|"_s);
    row("shift tab comes back", u"1. a\n   1. b|\n2. c"_s, u"Shift+Tab"_s, u"1. a\n2. b|\n3. c"_s);
    row("children come along", u"- a\n- b|\n  - c\n- d"_s, u"Tab"_s,
        u"- a\n  - b|\n    - c\n- d"_s);
    row("several items", u"- a\n|- b\n- c|"_s, u"Tab"_s, u"- a\n|  - b\n  - c|"_s);
    row("several lines", u"|a\nb|"_s, u"Tab"_s, u"|  a\n  b|"_s);
    row("several lines back", u"|  a\n  b|"_s, u"Shift+Tab"_s, u"|a\nb|"_s);
    row("tab in a fence", u"```\na|\n```"_s, u"Tab"_s, u"```\na   |\n```"_s);
    row("shift tab in a fence", u"```\n      a|\n```"_s, u"Shift+Tab"_s, u"```\n  a|\n```"_s);

    row("enter in a fence", u"```python\nif a:\n    b|\n```"_s, u"Return"_s,
        u"```python\nif a:\n    b\n    |\n```"_s);
    row("a dash in a fence is code", u"```\n- a|\n```"_s, u"Return"_s, u"```\n- a\n|\n```"_s);
    row("enter after the mark", u"```python|"_s, u"Return"_s, u"```python\n|"_s);
    row("enter after a mark in an item", u"- ```python|"_s, u"Return"_s, u"- ```python\n  |"_s);
    // An undo takes the correction back first, and then what was typed.
    row("closing fence too far in", u"```python\nif a:\n    b\n    ``|"_s, u"` End"_s,
        u"```python\nif a:\n    b\n```|"_s);
    row("closing fence in a list", u"- ```\n  a\n      ``|"_s, u"` End"_s, u"- ```\n  a\n  ```|"_s);
    row("backticks in code", u"```\n    a ``|"_s, u"`"_s, u"```\n    a ```|"_s);
    row("after the fence", u"```\na\n```\n- b|"_s, u"Return"_s, u"```\na\n```\n- b\n- |"_s);

    row("bold word", u"one tw|o three"_s, u"Ctrl+B"_s, u"one **tw|o** three"_s);
    row("and back", u"one tw|o three"_s, u"Ctrl+B Ctrl+B"_s, u"one tw|o three"_s);
    row("bold selection", u"a |b c| d"_s, u"Ctrl+B"_s, u"a **|b c|** d"_s);
    row("and back again", u"a |b c| d"_s, u"Ctrl+B Ctrl+B"_s, u"a |b c| d"_s);
    row("marks selected along", u"a |**b c**| d"_s, u"Ctrl+B"_s, u"a |b c| d"_s);
    row("space stays outside", u"a| b |c"_s, u"Ctrl+B"_s, u"a **|b|** c"_s);
    row("within a bold phrase", u"**a b|c d**"_s, u"Ctrl+B"_s, u"a b|c d"_s);
    row("without a word", u"a | b"_s, u"Ctrl+B"_s, u"a **|** b"_s);
    row("without a word and back", u"a | b"_s, u"Ctrl+B Ctrl+B"_s, u"a | b"_s);
    row("italic in bold", u"**wo|rd**"_s, u"Ctrl+I"_s, u"***wo|rd***"_s);
    row("bold of both", u"***wo|rd***"_s, u"Ctrl+B"_s, u"*wo|rd*"_s);
    row("italic", u"wo|rd"_s, u"Ctrl+I"_s, u"*wo|rd*"_s);
    row("italic and back", u"wo|rd"_s, u"Ctrl+I Ctrl+I"_s, u"wo|rd"_s);
    row("several lines bold", u"|- a\n\n2. b c|"_s, u"Ctrl+B"_s, u"- **|a**\n\n2. **b c|**"_s);
    row("several lines and back", u"|- a\n- b|"_s, u"Ctrl+B Ctrl+B"_s, u"- |a\n- b|"_s);
    row("code", u"qs.fil|ter x"_s, u"Ctrl+`"_s, u"`qs.fil|ter` x"_s);
    row("code and back", u"qs.fil|ter x"_s, u"Ctrl+` Ctrl+`"_s, u"qs.fil|ter x"_s);
    row("fence", u"x\n|a\nb|\ny"_s, u"Ctrl+`"_s, u"x\n```\n|a\nb|\n```\ny"_s);
    row("fence and back", u"x\n|a\nb|\ny"_s, u"Ctrl+` Ctrl+`"_s, u"x\n|a\nb|\ny"_s);
    row("fence around a fence", u"|```\na\n```|"_s, u"Ctrl+B"_s, u"|```\na\n```|"_s);
    row("no marks in code", u"```\na|b\n```"_s, u"Ctrl+B Ctrl+I Ctrl+K"_s, u"```\na|b\n```"_s);
    row("link", u"see do|cs"_s, u"Ctrl+K"_s, u"see [docs](|)"_s);
    row("link and back", u"see [do|cs](https://a.org/b_(c))"_s, u"Ctrl+K"_s, u"see |docs|"_s);
    row("link of an address", u"|https://a.org|"_s, u"Ctrl+K"_s, u"[|](https://a.org)"_s);
    row("link of nothing", u"a |"_s, u"Ctrl+K"_s, u"a [|]()"_s);
}

void TestNoteEditor::keys_doWhatMarkdownNeeds()
{
    QFETCH(const QString, before);
    QFETCH(const QString, keys);
    QFETCH(const QString, after);
    write(before);
    editor()->document()->clearUndoRedoStacks();
    pressKeys(keys);
    QCOMPARE(written(), after);
    QVERIFY(editor()->hasFocus());
    // What the page keeps is what is seen.
    QCOMPARE(m_fixture->desk().notes.text(m_fixture->question(u"q01"_s)).value(),
             editor()->toPlainText());
    if (keys.contains(u' ') || !editor()->document()->isUndoAvailable())
        return;
    editor()->undo(); // one step
    QCOMPARE(editor()->toPlainText(), QString(before).remove(u'|'));
    QVERIFY(!editor()->document()->isUndoAvailable());
    editor()->redo();
    QCOMPARE(editor()->toPlainText(), QString(after).remove(u'|'));
}

void TestNoteEditor::tab_outsideOfLists_movesTheFocus()
{
    write(u"a plain line|"_s);
    m_fixture->press(Qt::Key_Tab);
    QVERIFY(!editor()->hasFocus());
    QCOMPARE(editor()->toPlainText(), u"a plain line"_s);
    write(u"- a|"_s);
    m_fixture->press(Qt::Key_Tab, Qt::ShiftModifier); // nowhere further out
    QVERIFY(!editor()->hasFocus());
}

void TestNoteEditor::everyFormat_isListedForThePage()
{
    QStringList keys;
    for (const QAction *action : page()->pageActions())
        keys.append(action->shortcut().toString());
    for (const QString &key : {u"Ctrl+B"_s, u"Ctrl+I"_s, u"Ctrl+K"_s, u"Ctrl+`"_s, u"F3"_s})
        QCOMPARE(keys.count(key), 1);
    // In the menu, for whoever writes.
    write(u"wor|d"_s);
    for (QAction *action : page()->pageActions()) {
        if (action->shortcut() == QKeySequence(u"Ctrl+B"_s))
            action->trigger();
    }
    QCOMPARE(written(), u"**wor|d**"_s);
}

void TestNoteEditor::link_takesAnAddressFromTheClipboard()
{
    QGuiApplication::clipboard()->setText(u" https://a.org/x_(y)\n"_s);
    write(u"see |the docs|."_s);
    pressKeys(u"Ctrl+K"_s);
    QCOMPARE(written(), u"see [the docs](<https://a.org/x_(y)>)|."_s);
    QGuiApplication::clipboard()->setText(u"javascript:alert(1)"_s);
    write(u"do|cs"_s);
    pressKeys(u"Ctrl+K"_s);
    QCOMPARE(written(), u"[docs](|)"_s);
}

void TestNoteEditor::code_isColouredInEveryFence_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("coloured"); // as a keyword
    QTest::addColumn<QString>("plain");    // and what is not
    QTest::newRow("backticks") << u"```python\nimport a\n```\nreturn b"_s << u"import"_s
                               << u"return"_s;
    QTest::newRow("tildes") << u"~~~ python\nimport a\n```\nreturn b\n~~~\nwhile"_s << u"return"_s
                            << u"while"_s;
    QTest::newRow("longer") << u"````python\n```\nimport a\n````\nwhile"_s << u"import"_s
                            << u"while"_s;
    QTest::newRow("in a list") << u"- a\n  ```python\n  import a\n  ```\n- while"_s << u"import"_s
                               << u"while"_s;
    QTest::newRow("in an item") << u"1. ```python\n   import a\n   ```\n2. while"_s << u"import"_s
                                << u"while"_s;
    QTest::newRow("in a quote") << u"> ```python\n> import a\n\nwhile"_s << u"import"_s
                                << u"while"_s;
    QTest::newRow("not closed") << u"```python\n\na\n\nimport b"_s << u"import"_s << u"python"_s;
    QTest::newRow("long string") << u"```python\na = \"\"\"\nwhile\n\"\"\"; import b\n```"_s
                                 << u"import"_s << u"while"_s;
    QTest::newRow("other quotes") << u"```python\na = '''\"\"\"\nwhile\n'''\nimport b\n```"_s
                                  << u"import"_s << u"while"_s;
    QTest::newRow("quotes in a comment")
        << u"```python\n# \"\"\"\nimport b\n```\nwhile"_s << u"import"_s << u"while"_s;
    QTest::newRow("not Python") << u"```python\nimport a\n```\n```sql\nwhile\n```"_s << u"import"_s
                                << u"while"_s;
}

void TestNoteEditor::code_isColouredInEveryFence()
{
    QFETCH(const QString, text);
    QFETCH(const QString, coloured);
    QFETCH(const QString, plain);
    write(text);
    const QColor keyword = tokensOf(editor()->palette()).codeKeyword;
    QCOMPARE(formatAt(int(text.indexOf(coloured))).foreground().color(), keyword);
    QVERIFY(formatAt(int(text.indexOf(plain))).foreground().color() != keyword);
}

void TestNoteEditor::brackets_offerQuestionsByTitle()
{
    write(u"see |"_s);
    m_fixture->type(u"[[prefetch"_s);
    auto *popup = m_fixture->find<QListView>(u"linkPopup"_s);
    QVERIFY(popup->isVisible());
    QVERIFY(editor()->hasFocus());
    QVERIFY(popup->model()->rowCount() > 1);
    const QString second = popup->model()->index(1, 0).data().toString();
    m_fixture->press(Qt::Key_Down);
    QCOMPARE(popup->currentIndex().row(), 1);
    m_fixture->press(Qt::Key_Return);
    QVERIFY(!popup->isVisible());
    const QString key = second.section(u' ', 0, 0);
    QCOMPARE(written(), u"see [[%1]]|"_s.arg(key));
    editor()->undo();
    QCOMPARE(editor()->toPlainText(), u"see [[prefetch"_s);

    write(u"[[q2|]]"_s);
    m_fixture->type(u"7"_s);
    QCOMPARE(popup->model()->rowCount(), 1);
    m_fixture->press(Qt::Key_Tab);
    QCOMPARE(written(), u"[[q27]]|"_s);
    m_fixture->type(u" [[zzzz"_s);
    QVERIFY(!popup->isVisible());
}

void TestNoteEditor::brackets_inCode_offerNothing()
{
    write(u"```\na|\n```"_s);
    m_fixture->type(u"[[q1"_s);
    QVERIFY(!editor()->window()->findChild<QListView *>(u"linkPopup"_s) ||
            !m_fixture->find<QListView>(u"linkPopup"_s)->isVisible());
    write(u"`a|"_s);
    m_fixture->type(u"[[q1"_s);
    QVERIFY(!m_fixture->window().findChild<QListView *>(u"linkPopup"_s) ||
            !m_fixture->find<QListView>(u"linkPopup"_s)->isVisible());
}

void TestNoteEditor::escape_closesOneThingAtATime()
{
    write(u"a |"_s);
    pressKeys(u"F3"_s);
    auto *bar = m_fixture->find<QWidget>(u"findBar"_s);
    QVERIFY(bar->isVisible());
    editor()->setFocus();
    m_fixture->type(u"[[q1"_s);
    auto *popup = m_fixture->find<QListView>(u"linkPopup"_s);
    QVERIFY(popup->isVisible());
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QVERIFY(bar->isVisible());
    m_fixture->type(u"4"_s); // dismissed is dismissed
    QVERIFY(!popup->isVisible());
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(editor()->hasFocus());
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(!editor()->hasFocus());
    QCOMPARE(editor()->toPlainText(), u"a [[q14"_s);
}

void TestNoteEditor::link_inWrite_opensItsQuestion()
{
    write(u"see [[q1|4]]"_s);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(page()->question(), m_fixture->question(u"q14"_s));
    QCOMPARE(m_fixture->desk().notes.text(m_fixture->question(u"q01"_s)).value(), u"see [[q14]]"_s);

    page()->openQuestion(m_fixture->question(u"q01"_s), true);
    QTextCursor cursor = editor()->textCursor();
    cursor.setPosition(7);
    const QRect place = editor()->cursorRect(cursor);
    QTest::mouseClick(editor()->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(page()->question(), m_fixture->question(u"q01"_s));
    QTest::mouseClick(editor()->viewport(), Qt::LeftButton, Qt::ControlModifier, place.center());
    QCOMPARE(page()->question(), m_fixture->question(u"q14"_s));
}

void TestNoteEditor::link_inView_hasATitleAndOpens()
{
    write(u"[[q27]] `[[q27]]` [[q999]]"_s);
    pressKeys(u"Ctrl+E"_s);
    auto *view = m_fixture->find<QTextEdit>(u"noteView"_s);
    const QString title =
        m_fixture->desk().questions.detail(m_fixture->question(u"q27"_s)).value().question.title;
    QCOMPARE(view->toPlainText(), u"Question 27: %1 [[q27]] [[q999]]"_s.arg(title));
    QVERIFY(view->hasFocus());
    m_fixture->press(Qt::Key_Tab); // to the link
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(page()->question(), m_fixture->question(u"q27"_s));
}

void TestNoteEditor::controlEnter_outsideALink_isThePages()
{
    write(u"see [[q999|]] [[q14]]"_s);
    auto *answer = m_fixture->find<QTextEdit>(u"answer"_s);
    const bool shown = answer->isVisible();
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(answer->isVisible(), !shown);
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(page()->question(), m_fixture->question(u"q01"_s));
    QCOMPARE(editor()->toPlainText(), u"see [[q999]] [[q14]]"_s);
}

void TestNoteEditor::wrongWords_areUnderlined()
{
    write(u"the wrnog QuerySet `xqz` **wrod** [[abcq]]\n```\nqqzx\n```\nmiddleware |"_s);
    QTRY_VERIFY(m_fixture->desk().spelling.isReady());
    QVERIFY(isWrong(u"wrnog"_s));
    QVERIFY(isWrong(u"wrod"_s));
    QCOMPARE(formatAt(int(editor()->toPlainText().indexOf(u"wrod"_s))).fontWeight(),
             int(QFont::DemiBold));
    QCOMPARE(formatAt(4).underlineColor(), tokensOf(editor()->palette()).miss);
    for (const QString &word :
         {u"the"_s, u"QuerySet"_s, u"xqz"_s, u"abcq"_s, u"qqzx"_s, u"middleware"_s})
        QVERIFY2(!isWrong(word), qPrintable(word));
}

void TestNoteEditor::wordBeingTyped_isJudgedOnceLeft()
{
    QTRY_VERIFY(m_fixture->desk().spelling.isReady());
    write(u"|"_s);
    m_fixture->type(u"wrnog"_s);
    QVERIFY(!isWrong(u"wrnog"_s));
    m_fixture->type(u" "_s);
    QVERIFY(isWrong(u"wrnog"_s));
    m_fixture->type(u"xqzy"_s);
    QVERIFY(!isWrong(u"xqzy"_s));
    m_fixture->press(Qt::Key_Home);
    QVERIFY(isWrong(u"xqzy"_s));
    m_fixture->press(Qt::Key_End);
    m_fixture->type(u"\bzz"_s);
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(isWrong(editor()->toPlainText().section(u' ', 1)));
}

void TestNoteEditor::menu_suggestsAddsAndRemoves()
{
    QTRY_VERIFY(m_fixture->desk().spelling.isReady());
    write(u"say wrn|og, zulipp"_s);
    QMenu *menu = openMenu();
    QVERIFY(menu);
    QCOMPARE(menu->actions().constFirst()->text(), u"wrong"_s);
    menu->actions().constFirst()->trigger();
    menu->close();
    QCOMPARE(editor()->toPlainText(), u"say wrong, zulipp"_s);
    editor()->undo();
    QCOMPARE(editor()->toPlainText(), u"say wrnog, zulipp"_s);

    write(u"say wrong, zulipp| "_s);
    m_fixture->press(Qt::Key_F10, Qt::ShiftModifier);
    menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QAction *add = actionOf(menu, u"Add “zulipp” to dictionary"_s);
    QVERIFY(add);
    add->trigger();
    menu->close();
    QVERIFY(!isWrong(u"zulipp"_s));
    menu = openMenu();
    QVERIFY(menu);
    QAction *remove = actionOf(menu, u"Remove “zulipp” from dictionary"_s);
    QVERIFY(remove);
    remove->trigger();
    menu->close();
    QVERIFY(!m_fixture->desk().spelling.isCorrect(u"zulipp"_s));
}

void TestNoteEditor::spelling_canBeSwitchedOff()
{
    QTRY_VERIFY(m_fixture->desk().spelling.isReady());
    write(u"wrnog |"_s);
    QVERIFY(isWrong(u"wrnog"_s));
    QSignalSpy edited(editor(), &NoteEditor::edited);
    for (const bool on : {false, true}) {
        QMenu *menu = openMenu();
        QVERIFY(menu);
        QAction *check = actionOf(menu, u"Check spelling"_s);
        QVERIFY(check);
        QCOMPARE(check->isChecked(), !on);
        check->trigger();
        menu->close();
        QCOMPARE(isWrong(u"wrnog"_s), on);
    }
    QCOMPARE(edited.count(), 0); // looks are no edit
}

void TestNoteEditor::find_goesThroughTheMatches()
{
    write(u"One two\nthree one| four\nONE"_s);
    pressKeys(u"Ctrl+F"_s);
    auto *field = m_fixture->find<QLineEdit>(u"findField"_s);
    QVERIFY(field->hasFocus());
    m_fixture->type(u"one"_s);
    auto *count = m_fixture->find<QLabel>(u"findCount"_s);
    QCOMPARE(count->text(), u"3 of 3"_s); // on from the cursor
    QCOMPARE(editor()->extraSelections().size(), 4);
    m_fixture->press(Qt::Key_Escape);
    QCOMPARE(written(), u"One two\nthree one| four\nONE"_s);
    QVERIFY(editor()->hasFocus());
    QVERIFY(editor()->extraSelections().isEmpty());

    m_fixture->press(Qt::Key_F3);
    QVERIFY(field->hasFocus());
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(count->text(), u"1 of 3"_s);
    m_fixture->press(Qt::Key_F3);
    QCOMPARE(count->text(), u"2 of 3"_s);
    m_fixture->press(Qt::Key_F3, Qt::ShiftModifier);
    m_fixture->press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(count->text(), u"3 of 3"_s);
    m_fixture->press(Qt::Key_Escape);
    QCOMPARE(written(), u"One two\nthree one four\n|ONE|"_s);

    pressKeys(u"Ctrl+F"_s);
    m_fixture->type(u"nowhere"_s);
    QCOMPARE(count->text(), u"No match"_s);
    m_fixture->press(Qt::Key_Down); // of no use to the field, and not to be to the text
    m_fixture->press(Qt::Key_Escape);
    QCOMPARE(editor()->toPlainText(), u"One two\nthree one four\nONE"_s);
}

void TestNoteEditor::find_worksInView()
{
    write(u"**one** two\n\n- one|"_s);
    pressKeys(u"Ctrl+E"_s);
    auto *view = m_fixture->find<QTextEdit>(u"noteView"_s);
    QVERIFY(view->hasFocus());
    pressKeys(u"Ctrl+F"_s);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QVERIFY(field->isVisible());
    m_fixture->type(u"one"_s);
    QCOMPARE(view->extraSelections().size(), 3);
    m_fixture->press(Qt::Key_Return);
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(view->hasFocus());
    QCOMPARE(view->textCursor().selectedText(), u"one"_s);
    QVERIFY(view->extraSelections().isEmpty());
    pressKeys(u"Ctrl+E"_s);
}

void TestNoteEditor::find_doesNotEndTheEdit()
{
    write(u"some text|"_s);
    QSignalSpy left(editor(), &NoteEditor::left);
    pressKeys(u"F3"_s);
    QCOMPARE(left.count(), 0);
    m_fixture->press(Qt::Key_Escape);
    QCOMPARE(left.count(), 0);
    QVERIFY(editor()->document()->isUndoAvailable());
    pressKeys(u"F3"_s);
    m_fixture->find<QListView>(u"questionList"_s)->setFocus();
    QCOMPARE(left.count(), 1);
    editor()->setFocus();
    m_fixture->press(Qt::Key_Escape);
}

void TestNoteEditor::view_opensWhereOneWrote()
{
    QStringList lines;
    for (int i = 0; i < 120; ++i)
        lines.append(u"- item %1"_s.arg(i));
    lines[100] += u'|';
    write(lines.join(u'\n'));
    pressKeys(u"Ctrl+E"_s);
    auto *view = m_fixture->find<QTextEdit>(u"noteView"_s);
    auto *area = qobject_cast<QScrollArea *>(view->parentWidget()->parentWidget()->parentWidget());
    QVERIFY(area);
    QTRY_VERIFY(area->verticalScrollBar()->value() > 0);
    const QTextCursor item = view->document()->find(u"item 100"_s);
    const int y = view->mapTo(area->viewport(), view->cursorRect(item).center()).y();
    QVERIFY(y > 0 && y < area->viewport()->height());
    pressKeys(u"Ctrl+E"_s);
    QCOMPARE(editor()->textCursor().blockNumber(), 100);
}

void TestNoteEditor::view_followsAnUndo()
{
    write(u"first|"_s);
    page()->leave();
    write(u"second|"_s);
    pressKeys(u"Ctrl+E"_s);
    auto *view = m_fixture->find<QTextEdit>(u"noteView"_s);
    QCOMPARE(view->toPlainText(), u"second"_s);
    pressKeys(u"Ctrl+Z"_s);
    QCOMPARE(view->toPlainText(), u"first"_s);
    pressKeys(u"Ctrl+E"_s);
    QCOMPARE(editor()->toPlainText(), u"first"_s);
}

void TestNoteEditor::composing_losesNothing()
{
    write(u"- a|"_s);
    QInputMethodEvent composing(u"にほ"_s, {});
    QApplication::sendEvent(editor(), &composing);
    QCOMPARE(editor()->toPlainText(), u"- a"_s);
    QInputMethodEvent committed;
    committed.setCommitString(u"日本"_s);
    QApplication::sendEvent(editor(), &committed);
    m_fixture->press(Qt::Key_Return);
    QCOMPARE(editor()->toPlainText(), u"- a日本\n- "_s);
    QCOMPARE(m_fixture->desk().notes.text(m_fixture->question(u"q01"_s)).value(), u"- a日本\n- "_s);
}

void TestNoteEditor::largePaste_isKeptAndUndone()
{
    const QString line =
        u"- a **bold** word wrnog and `code` in [[q14]], twelve words to a line\n"_s;
    const QString text = line.repeated(int(1'000'000 / line.size()));
    QGuiApplication::clipboard()->setText(text);
    write(u"|"_s);
    pressKeys(u"Ctrl+V"_s);
    QCOMPARE(editor()->toPlainText(), text);
    m_fixture->type(u"end"_s);
    QCOMPARE(m_fixture->desk().notes.text(m_fixture->question(u"q01"_s)).value(), text + u"end"_s);
    editor()->undo();
    editor()->undo();
    QVERIFY(editor()->toPlainText().isEmpty());
}

QTEST_MAIN(TestNoteEditor)
#include "tst_noteeditor.moc"
