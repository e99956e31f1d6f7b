// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/pythonhighlighter.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPythonHighlighter : public QObject
{
    Q_OBJECT

private slots:
    void spans_coverTheRightWords_data();
    void spans_coverTheRightWords();
};

void TestPythonHighlighter::spans_coverTheRightWords_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("kind"); // a CodeKind, or -1 for none
    QTest::newRow("keyword") << u"for x in y: pass"_s << u"for"_s << int(CodeKind::Keyword);
    QTest::newRow("string") << u"a = 'text'"_s << u"'text'"_s << int(CodeKind::String);
    QTest::newRow("number") << u"a = 42"_s << u"42"_s << int(CodeKind::String);
    QTest::newRow("comment") << u"a  # why"_s << u"# why"_s << int(CodeKind::Comment);
    QTest::newRow("called name") << u"posts.filter(x=1)"_s << u"filter"_s << int(CodeKind::Call);
    QTest::newRow("plain name") << u"posts.filter(x=1)"_s << u"posts"_s << -1;
    QTest::newRow("decorator") << u"@receiver\ndef f(): pass"_s << u"@receiver"_s
                               << int(CodeKind::Keyword);
    QTest::newRow("after letters of two bytes")
        << u"s = 'naïve 🎷'\nimport os"_s << u"import"_s << int(CodeKind::Keyword);
    QTest::newRow("triple quotes over lines")
        << u"s = \"\"\"one\ntwo\"\"\"\nx"_s << u"two"_s << int(CodeKind::String);
}

void TestPythonHighlighter::spans_coverTheRightWords()
{
    QFETCH(const QString, code);
    QFETCH(const QString, word);
    QFETCH(const int, kind);
    PythonHighlighter highlighter;
    const qsizetype start = code.indexOf(word);
    int found = -1;
    for (const CodeSpan &span : highlighter.spans(code)) {
        if (span.start <= start && start + word.size() <= span.start + span.length)
            found = int(span.kind);
    }
    QCOMPARE(found, kind);
}

QTEST_MAIN(TestPythonHighlighter)
#include "tst_pythonhighlighter.moc"
