// SPDX-License-Identifier: GPL-3.0-or-later
// Highlights are placed on the text that the reader shows, and judged by the model's plain text of
// the same answer. The two have to be the same but for white space.

#include "model/decks/decksource.h"
#include "model/markdown.h"
#include "views/common/markdownview.h"
#include "views/common/pythonhighlighter.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPlainText : public QObject
{
    Q_OBJECT

private slots:
    void view_showsThePlainTextOfTheModel_data();
    void view_showsThePlainTextOfTheModel();
    void everyBundledAnswer_isReadAlike();

private:
    PythonHighlighter m_highlighter;
    MarkdownView m_view{m_highlighter};
};

void TestPlainText::view_showsThePlainTextOfTheModel_data()
{
    QTest::addColumn<QString>("markdown");

    QTest::newRow("paragraphs") << u"One\ngoes on.\n\nTwo  \nbreaks.\n"_s;
    QTest::newRow("marks") << u"**Bold**, *set apart* and `in_code`."_s;
    QTest::newRow("link") << u"See [the other](q29), or <https://example.org/>."_s;
    QTest::newRow("heading") << u"### Approach\n\nText."_s;
    QTest::newRow("list") << u"Before:\n\n- one\n- `two`: is\n  longer\n\nAfter."_s;
    QTest::newRow("numbers") << u"1. one\n2. two\n"_s;
    QTest::newRow("code") << u"Text:\n\n```python\ndef f():\n\n    return 1\n```\n\nAfter."_s;
    QTest::newRow("code first") << u"```python\nx = 1\n```\n"_s;
    QTest::newRow("escapes") << u"A \\* star, `__init__`, a_b_c, &amp; and 1 &lt; 2."_s;
    QTest::newRow("signs") << u"“Quoted”, a dash – and 😀 beyond the plane."_s;
    QTest::newRow("code in a list") << u"- one\n\n  ```python\n  x = 1\n  ```\n\n- two\n"_s;
}

void TestPlainText::view_showsThePlainTextOfTheModel()
{
    QFETCH(const QString, markdown);
    m_view.setText(markdown);
    QCOMPARE(m_view.toPlainText().simplified(), readMarkdown(markdown).plainText.simplified());
}

void TestPlainText::everyBundledAnswer_isReadAlike()
{
    const DeckSource source =
        readDeckSource(QStringLiteral(WOODSHED_SOURCE_DIR) + u"/resources/decks/django"_s);
    QVERIFY(!source.deck.questions.isEmpty());
    for (const Question &question : source.deck.questions) {
        const QString answer = shownAnswer(question);
        m_view.setText(answer);
        const QString shown = m_view.toPlainText().simplified();
        const QString read = readMarkdown(answer).plainText.simplified();
        if (shown == read)
            continue;
        const auto ends = std::mismatch(shown.cbegin(), shown.cend(), read.cbegin(), read.cend());
        const qsizetype at = qMax<qsizetype>(0, ends.first - shown.cbegin() - 30);
        qWarning().noquote() << question.key << u"shows"_s << shown.mid(at, 80)
                             << u"\n  but reads"_s << read.mid(at, 80);
        QTest::qFail("The two texts differ.", __FILE__, __LINE__);
    }
}

QTEST_MAIN(TestPlainText)
#include "tst_plaintext.moc"
