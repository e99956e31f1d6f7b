// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/markdown.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestMarkdown : public QObject
{
    Q_OBJECT

private slots:
    void closedMarkdown_endsWhatWasLeftOpen_data();
    void closedMarkdown_endsWhatWasLeftOpen();
    void plainText_dropsMarkupAndAddresses();
    void proseWords_leaveCodeOut();
    void codeBlocks_haveLineLanguageAndInfo();
    void brackets_inCodeAreNoLinks();
    void html_isSafeToOpen();
};

void TestMarkdown::plainText_dropsMarkupAndAddresses()
{
    const MarkdownFacts facts = readMarkdown(
        u"## Heading\n\nA *lazy* `QuerySet`, [docs](https://example.org/x).\n\n- item\n"_s);
    QCOMPARE(facts.plainText, u"Heading\nA lazy QuerySet, docs.\nitem\n"_s);
    QCOMPARE(facts.links.size(), 1);
    QCOMPARE(facts.links.at(0).url, u"https://example.org/x"_s);
    QCOMPARE(facts.links.at(0).line, 3);
}

void TestMarkdown::proseWords_leaveCodeOut()
{
    const MarkdownFacts facts = readMarkdown(
        u"Don't use `select_related()` here.\n\n```python\nmany words of code\n```\n"_s);
    QCOMPARE(facts.proseWords, 4);
    QVERIFY(facts.plainText.contains(u"many words of code"_s));
}

void TestMarkdown::codeBlocks_haveLineLanguageAndInfo()
{
    const MarkdownFacts facts =
        readMarkdown(u"Text\n\n```python since=6.0\nx = 1\n```\n\n```\nplain\n```\n"_s);
    QCOMPARE(facts.codeBlocks.size(), 2);
    QCOMPARE(facts.codeBlocks.at(0).line, 3);
    QCOMPARE(facts.codeBlocks.at(0).language, u"python"_s);
    QCOMPARE(facts.codeBlocks.at(0).info, u"since=6.0"_s);
    QCOMPARE(facts.codeBlocks.at(0).code, u"x = 1\n"_s);
    QVERIFY(facts.codeBlocks.at(1).language.isEmpty());
}

void TestMarkdown::brackets_inCodeAreNoLinks()
{
    QVERIFY(readMarkdown(u"Write `handlers[0](request)` or `a[b][c]`.\n"_s).brokenLinks.isEmpty());
    QCOMPARE(readMarkdown(u"First.\n\nSee [docs](\n"_s).brokenLinks, QList<int>{3});
}

void TestMarkdown::html_isSafeToOpen()
{
    const QString html = markdownAsHtml(
        u"# A *b*\n\n<script>1</script>\n\nx <i onclick=\"y\">z ![**alt** text](p.png) "
        "[web](https://example.org) [a `c`](file:///etc/passwd) &amp; &lt;\n"_s);
    QCOMPARE(html, u"<h1>A <em>b</em></h1>\n"
                   "<p>&lt;script&gt;1&lt;/script&gt;\n</p>\n"
                   "<p>x &lt;i onclick=&quot;y&quot;&gt;z <strong>alt</strong> text "
                   "<a href=\"https://example.org\">web</a> a <code>c</code> &amp; &lt;</p>\n"_s);
}

void TestMarkdown::closedMarkdown_endsWhatWasLeftOpen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("added");
    QTest::newRow("prose") << u"Some *words*"_s << QString();
    QTest::newRow("closed fence") << u"```\ncode\n```"_s << QString();
    QTest::newRow("fence") << u"# Head\n\n```python\ncode"_s << u"\n```"_s;
    QTest::newRow("long fence") << u"`````\n```\ncode"_s << u"\n`````"_s;
    QTest::newRow("tildes") << u"~~~\ncode"_s << u"\n~~~"_s;
    QTest::newRow("closed too far in") << u"```\ncode\n    ```"_s << u"\n```"_s;
    QTest::newRow("comment") << u"<!-- what"_s << u"\n-->"_s;
    QTest::newRow("list") << u"- one\n- two"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestMarkdown::closedMarkdown_endsWhatWasLeftOpen()
{
    QFETCH(const QString, text);
    QFETCH(const QString, added);
    QCOMPARE(closedMarkdown(text), text + added);
}

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
