// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/annotationexport.h"

#include "model/markdown.h"
#include "tests/support/modelfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestAnnotationExport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void markdown_groupsByQuestionInTheOrderGiven();
    void markdown_quotesReadAsTheyWere();
    void markdown_withAnswers_hasEachOnce();
    void html_isSelfContainedAndEscaped();
    void html_keepsLinesOfAQuote();
    void csv_quotesAsRfc4180();
    void csv_guardsAgainstFormulas_data();
    void csv_guardsAgainstFormulas();
    void csv_withAnswers_hasThemInEachRow();
    void passageThatChanged_isSaid();
    void missingQuestion_isAnError();

private:
    Annotation note(int number, const QString &text);
    Annotation highlight(int number, const QString &quote, const QString &comment = {});

    AnnotationExport exported(const QList<Annotation> &annotations, bool withAnswers = false)
    {
        return {annotations, *m_store, *m_questions, withAnswers};
    }

    std::unique_ptr<CollectionFixture> m_fixture;
    std::unique_ptr<NoteStore> m_notes;
    std::unique_ptr<HighlightStore> m_highlights;
    std::unique_ptr<AnnotationStore> m_store;
    std::unique_ptr<QuestionStore> m_questions;
};

void TestAnnotationExport::init()
{
    m_questions.reset();
    m_store.reset();
    m_highlights.reset();
    m_notes.reset();
    m_fixture = std::make_unique<CollectionFixture>();
    m_notes = std::make_unique<NoteStore>(m_fixture->collection());
    m_highlights = std::make_unique<HighlightStore>(m_fixture->collection());
    m_store = std::make_unique<AnnotationStore>(m_fixture->collection(), *m_notes, *m_highlights);
    m_questions = std::make_unique<QuestionStore>(m_fixture->database());
}

Annotation TestAnnotationExport::note(int number, const QString &text)
{
    Annotation annotation;
    annotation.text = text;
    if (number == 0) {
        annotation.note = NoteId::newFree();
        return annotation;
    }
    const QuestionId id = m_fixture->question(u"q%1"_s.arg(number));
    annotation.note = NoteId(id);
    annotation.question = m_questions->rows({id}).value().constFirst();
    return annotation;
}

Annotation TestAnnotationExport::highlight(int number, const QString &quote, const QString &comment)
{
    Annotation annotation = note(number, {});
    annotation.kind = Annotation::Kind::Highlight;
    annotation.highlight.anchor.quote = quote;
    annotation.highlight.comment = comment;
    // Where it is says nothing here: it is looked for by its words.
    annotation.highlight.anchor.position = 0;
    return annotation;
}

void TestAnnotationExport::markdown_groupsByQuestionInTheOrderGiven()
{
    const auto document = annotationsAsMarkdown(
        exported({highlight(2, u"Adds a JOIN."_s, u"one query"_s), note(1, u"about *joins*\n"_s),
                  note(2, u"Think *first*."_s), note(0, u"# Stories\n\n- one"_s)}));
    VERIFY_OK(document);
    QCOMPARE(document.value(), u"# Notes\n"
                               "\n## 2. select_related\n\nThink *first*.\n"
                               "\n> Adds a JOIN.\n\none query\n"
                               "\n## 1. QuerySets\n\nabout *joins*\n"
                               "\n## Stories\n\n- one\n"_s);
}

void TestAnnotationExport::markdown_quotesReadAsTheyWere()
{
    const QString quote = u"a*b* <i> [x](y) `c` snake_case _d_ &amp; \\\n# e\n1. f\n- g"_s;
    const auto document = annotationsAsMarkdown(exported({highlight(1, quote)}));
    VERIFY_OK(document);
    QVERIFY(document.value().contains(u"snake_case"_s)); // as readable as can be
    const QString line = document.value().section(u"\n\n> "_s, 1).section(u"\n\n"_s, 0, 0);
    QCOMPARE(readMarkdown(u"> "_s + line).plainText.trimmed().replace(u"  "_s, u" "_s),
             QString(quote).replace(u'\n', u' '));
}

void TestAnnotationExport::markdown_withAnswers_hasEachOnce()
{
    const auto document = annotationsAsMarkdown(
        exported({note(1, u"a"_s), highlight(1, u"lazy"_s), note(0, u"free"_s)}, true));
    VERIFY_OK(document);
    QCOMPARE(document.value().count(u"A QuerySet is lazy. First and second."_s), 1);
    QVERIFY(document.value().contains(u"What do you know about QuerySets?"_s));
}

void TestAnnotationExport::html_isSelfContainedAndEscaped()
{
    const auto document = annotationsAsHtml(
        exported({note(1, u"<script>alert(1)</script>\n\nx <b onclick=\"y\">z</b>\n\n"
                          "![pic](https://example.org/p.png) [go](javascript:alert(2))"
                          " [ok](https://example.org/a?b&c)"_s),
                  highlight(2, u"if a < b && c: <script>"_s, u"\"<img src=x>\""_s),
                  note(0, u"<script>alert(3)</script>"_s)},
                 true));
    VERIFY_OK(document);
    const QString &html = document.value();
    QVERIFY(html.startsWith(u"<!DOCTYPE html>"_s) && html.endsWith(u"</html>\n"_s));
    QVERIFY(html.contains(u"prefers-color-scheme: dark"_s));
    for (const QString &live : {u"<script"_s, u"<img"_s, u"onclick=\""_s, u"javascript:"_s,
                                u"src="_s + u'"', u"<link"_s, u"url("_s, u"@import"_s})
        QVERIFY2(!html.contains(live, Qt::CaseInsensitive), qPrintable(live));
    QVERIFY(html.contains(u"&lt;script&gt;alert(1)&lt;/script&gt;"_s)); // to be read
    QVERIFY(html.contains(u"if a &lt; b &amp;&amp; c: &lt;script&gt;"_s));
    QVERIFY(html.contains(u"<a href=\"https://example.org/a?b&amp;c\">ok</a>"_s));
    QVERIFY(html.contains(u"pic"_s));
    QVERIFY(html.contains(u"A QuerySet is lazy."_s));
}

void TestAnnotationExport::html_keepsLinesOfAQuote()
{
    const auto document = annotationsAsHtml(exported({highlight(1, u"first\nsecond"_s)}));
    QVERIFY(document.value().contains(u"first<br>\nsecond</mark>"_s));
}

void TestAnnotationExport::csv_quotesAsRfc4180()
{
    Annotation edited = note(1, u"one, \"two\"\nthree"_s);
    edited.modified = QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7));
    Annotation marked = highlight(2, u"JOIN"_s, u"why"_s);
    const auto detail = m_questions->detail(marked.question.id);
    VERIFY_OK(detail);
    const QString answer = readMarkdown(shownAnswer(detail.value().question)).plainText;
    marked.highlight.anchor = makeAnchor(answer, {answer.indexOf(u"JOIN"_s), 4});
    const auto table = annotationsAsCsv(exported({edited, marked}));
    VERIFY_OK(table);
    QCOMPARE(table.value().front(), QChar(QChar::ByteOrderMark));
    QCOMPARE(table.value().mid(1),
             u"Kind,Question,Title,Topic,Tier,Text,Comment,Colour,Passage has changed,Changed,"
             "Deleted\r\n"
             "Note,1,QuerySets,ORM,Basic,\"one, \"\"two\"\"\nthree\",,,,2026-03-04T05:06:07,\r\n"
             "Highlight,2,select_related,ORM,Intermediate,JOIN,why,Yellow,,,\r\n"_s);
}

void TestAnnotationExport::csv_guardsAgainstFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("equals") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("plus") << u"+1"_s << u"'+1"_s;
    QTest::newRow("minus") << u"- a list"_s << u"'- a list"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
    QTest::newRow("quoted") << u"=\"a\""_s << u"\"'=\"\"a\"\"\""_s;
    QTest::newRow("harmless") << u"a=1"_s << u"a=1"_s;
}

void TestAnnotationExport::csv_guardsAgainstFormulas()
{
    QFETCH(const QString, text);
    QFETCH(const QString, field);
    const auto table = annotationsAsCsv(exported({highlight(2, u"JOIN"_s, text)}));
    QVERIFY2(table.value().contains(u",JOIN,"_s + field + u",Yellow,"_s),
             qPrintable(table.value()));
}

void TestAnnotationExport::csv_withAnswers_hasThemInEachRow()
{
    const auto table = annotationsAsCsv(
        exported({note(1, u"a"_s), highlight(1, u"lazy"_s), note(0, u"free"_s)}, true));
    VERIFY_OK(table);
    QCOMPARE(table.value().count(u"A QuerySet is lazy."_s), 2);
    const QStringList lines = table.value().split(u"\r\n"_s);
    for (const QString &line : lines) {
        if (!line.isEmpty())
            QCOMPARE(line.count(u','), 12);
    }
}

void TestAnnotationExport::passageThatChanged_isSaid()
{
    Annotation gone = highlight(1, u"words that no answer has"_s);
    gone.highlight.anchor.prefix = u"nor these"_s;
    QVERIFY(annotationsAsMarkdown(exported({gone})).value().contains(u"*Passage has changed*"_s));
    QVERIFY(annotationsAsHtml(exported({gone})).value().contains(u"Passage has changed"_s));
    QVERIFY(annotationsAsCsv(exported({gone})).value().contains(u",Yellow,yes,"_s));
}

void TestAnnotationExport::missingQuestion_isAnError()
{
    Annotation lost = note(1, u"a"_s);
    lost.question.id = 4711;
    QVERIFY(!annotationsAsMarkdown(exported({lost}, true)).ok());
    QVERIFY(!annotationsAsHtml(exported({lost}, true)).ok());
    QVERIFY(!annotationsAsCsv(exported({lost}, true)).ok());
    VERIFY_OK(annotationsAsMarkdown(exported({lost})));
}

QTEST_GUILESS_MAIN(TestAnnotationExport)
#include "tst_annotationexport.moc"
