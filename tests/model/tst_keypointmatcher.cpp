// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/keypointmatcher.h"

#include "tests/support/modelfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestKeyPointMatcher : public QObject
{
    Q_OBJECT

private slots:
    void find_isTheStretchThatMakesThePoint_data();
    void find_isTheStretchThatMakesThePoint();
    void find_invalidExpression_isAnError_data();
    void find_invalidExpression_isAnError();
    void find_beforeAnyText_isNothing();
    void setText_replacesWhatWasThere();
    void longText_isFoundAtItsEnd();
};

void TestKeyPointMatcher::find_isTheStretchThatMakesThePoint_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("found"); // empty for nothing
    QTest::addColumn<int>("before");    // how much of the text comes before it
    const auto row = [](const char *name, const QString &text, const QString &expression,
                        const QString &found, int before = -1) {
        QTest::newRow(name) << text << expression << found
                            << (before < 0 ? int(text.indexOf(found)) : before);
    };

    row("one word", u"A QuerySet is lazy."_s, u"lazy"_s, u"lazy"_s);
    row("at the beginning", u"lazy it is"_s, u"lazy"_s, u"lazy"_s, 0);
    row("the whole text", u"lazy"_s, u"lazy"_s, u"lazy"_s, 0);
    row("nothing of it", u"A QuerySet is lazy."_s, u"eager"_s, {}, 0);
    row("only a part of the word", u"laziness"_s, u"laz"_s, {}, 0);
    row("a word that begins so", u"It is prefetched."_s, u"prefe*"_s, u"prefetched"_s);
    row("empty text", {}, u"lazy"_s, {}, 0);
    row("nothing but space", u" \n\t "_s, u"lazy"_s, {}, 0);
    row("whatever the case", u"It is LAZY."_s, u"Lazy"_s, u"LAZY"_s);

    row("stemmed in the text", u"The cache gets evaluated once."_s, u"evaluate"_s, u"evaluated"_s);
    row("stemmed in the expression", u"They evaluate it."_s, u"evaluating"_s, u"evaluate"_s);
    row("a plural", u"It runs queries."_s, u"query"_s, u"queries"_s);

    // Spans count UTF-16 units, whatever the engine counts inside.
    row("after umlauts", u"Für größere Mengen: träge."_s, u"mengen"_s, u"Mengen"_s, 12);
    row("an umlaut without its dots", u"Für größere Mengen: träge."_s, u"trage"_s, u"träge"_s, 20);
    row("a combining accent", u"a nai\u0308ve guess misleads"_s, u"naive"_s, u"nai\u0308ve"_s, 2);
    row("after emoji", u"\U0001F3B8\U0001F3B9 the lazy one"_s, u"lazy"_s, u"lazy"_s, 9);
    row("between emoji", u"\U0001F3B8lazy\U0001F3B9"_s, u"lazy"_s, u"lazy"_s, 2);
    row("a family in one emoji", u"\U0001F469\u200D\U0001F469\u200D\U0001F467 is lazy"_s, u"lazy"_s,
        u"lazy"_s, 12);
    row("Japanese", u"怠惰 lazy 評価"_s, u"lazy"_s, u"lazy"_s, 3);
    row("code in backticks", u"Use `select_related()` here."_s, u"\"select related\""_s,
        u"select_related"_s, 5);
    row("code with dots", u"Call `Model.objects.filter(x=1)` late."_s, u"objects AND filter"_s,
        u"objects.filter"_s, 12);
    row("across lines", u"It is\n\nlazy\r\nand cached"_s, u"lazy AND cached"_s,
        u"lazy\r\nand cached"_s, 7);

    row("a phrase", u"lazy is not a lazy query set"_s, u"\"lazy query\""_s, u"lazy query"_s, 14);
    row("not the phrase", u"a query that is lazy"_s, u"\"lazy query\""_s, {}, 0);
    row("near enough", u"a query, quite often a lazy one"_s, u"NEAR(query lazy, 4)"_s,
        u"query, quite often a lazy"_s, 2);
    row("not near enough", u"a query, quite often a lazy one"_s, u"NEAR(query lazy, 2)"_s, {}, 0);
    row("near only the second time",
        u"A query comes first. Then many other words follow, and then a lazy query."_s,
        u"NEAR(query lazy, 1)"_s, u"lazy query"_s, 62);
    row("both words", u"It is lazy and cached."_s, u"lazy AND cached"_s, u"lazy and cached"_s, 6);
    row("both words, one missing", u"It is lazy."_s, u"lazy AND cached"_s, {}, 0);
    row("either word", u"It is cached."_s, u"lazy OR cached"_s, u"cached"_s);
    row("a word that must not be", u"It is lazy, not eager."_s, u"lazy NOT eager"_s, {}, 0);

    const QString far = u" and here are quite a few words that say nothing at all, "_s;
    row("densest, at the end", u"lazy"_s + far + u"lazy, cached, lazy"_s, u"lazy AND cached"_s,
        u"lazy, cached, lazy"_s, 4 + int(far.size()));
    row("densest, at the beginning", u"lazy and cached"_s + far + u"lazy"_s, u"lazy AND cached"_s,
        u"lazy and cached"_s, 0);
    row("densest, in the middle", u"lazy"_s + far + u"lazy cached"_s + far + u"cached"_s,
        u"lazy AND cached"_s, u"lazy cached"_s, 4 + int(far.size()));
    row("first of equals", u"lazy"_s + far + u"lazy"_s + far + u"lazy"_s, u"lazy"_s, u"lazy"_s, 0);
    row("first of equal stretches", u"lazy, cached"_s + far + u"cached, lazy"_s,
        u"lazy AND cached"_s, u"lazy, cached"_s, 0);
    // 24 units between two phrases are near, 25 are not.
    row("just together", u"lazy"_s + QString(24, u'-') + u"lazy"_s, u"lazy"_s,
        u"lazy"_s + QString(24, u'-') + u"lazy"_s, 0);
    row("just apart", u"lazy"_s + QString(25, u'-') + u"lazy"_s, u"lazy"_s, u"lazy"_s, 0);

    // The characters that mark phrases inside; an answer may hold anything.
    row("a mark in the text", u"\uE000 is lazy"_s, u"lazy"_s, u"lazy"_s, 5);
    row("marks around another word", u"\uE000eager\uE001 or lazy"_s, u"lazy"_s, u"lazy"_s, 11);
    row("only closing marks", u"\uE001\uE001 lazy \uE001"_s, u"lazy"_s, u"lazy"_s, 3);
    row("a mark within the word", u"la\uE000zy"_s, u"lazy"_s, {}, 0);
    row("marks and nothing else", u"\uE000\uE001"_s, u"lazy"_s, {}, 0);
}

void TestKeyPointMatcher::find_isTheStretchThatMakesThePoint()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expression);
    QFETCH(const QString, found);
    QFETCH(const int, before);
    const auto matcher = KeyPointMatcher::create();
    VERIFY_OK(matcher);
    VERIFY_OK(matcher.value()->setText(text));
    const auto span = matcher.value()->find(expression);
    VERIFY_OK(span);
    QCOMPARE(text.mid(span.value().start, span.value().length), found);
    QCOMPARE(span.value(), (TextSpan{before, found.size()}));
}

void TestKeyPointMatcher::find_invalidExpression_isAnError_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("quote left open") << u"\"lazy"_s;
    QTest::newRow("half an operator") << u"lazy AND"_s;
    QTest::newRow("bracket left open") << u"(lazy OR cached"_s;
    QTest::newRow("punctuation") << u"n++1"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("no such column") << u"title : lazy"_s;
}

void TestKeyPointMatcher::find_invalidExpression_isAnError()
{
    QFETCH(const QString, expression);
    const auto matcher = KeyPointMatcher::create();
    VERIFY_OK(matcher);
    VERIFY_OK(matcher.value()->setText(u"A QuerySet is lazy."_s));
    const auto span = matcher.value()->find(expression);
    QVERIFY(!span.ok());
    QCOMPARE(span.error().kind, Error::Kind::Query);
    VERIFY_OK(matcher.value()->find(u"lazy"_s)); // and nothing else suffers
}

void TestKeyPointMatcher::find_beforeAnyText_isNothing()
{
    const auto matcher = KeyPointMatcher::create();
    VERIFY_OK(matcher);
    const auto span = matcher.value()->find(u"lazy"_s);
    VERIFY_OK(span);
    QCOMPARE(span.value(), TextSpan());
}

void TestKeyPointMatcher::setText_replacesWhatWasThere()
{
    const auto matcher = KeyPointMatcher::create();
    VERIFY_OK(matcher);
    VERIFY_OK(matcher.value()->setText(u"It is lazy."_s));
    VERIFY_OK(matcher.value()->setText(u"So it is cached."_s));
    QCOMPARE(matcher.value()->find(u"lazy"_s).value(), TextSpan());
    QCOMPARE(matcher.value()->find(u"cached"_s).value(), (TextSpan{9, 6}));
    VERIFY_OK(matcher.value()->setText({}));
    QCOMPARE(matcher.value()->find(u"cached"_s).value(), TextSpan());
    VERIFY_OK(matcher.value()->setText(u"lazy"_s));
    QCOMPARE(matcher.value()->find(u"lazy"_s).value(), (TextSpan{0, 4}));
}

void TestKeyPointMatcher::longText_isFoundAtItsEnd()
{
    const QString text = u"Größe 🎸 "_s.repeated(20'000) + u"lazy"_s;
    const auto matcher = KeyPointMatcher::create();
    VERIFY_OK(matcher);
    VERIFY_OK(matcher.value()->setText(text));
    QCOMPARE(matcher.value()->find(u"lazy"_s).value(), (TextSpan{text.size() - 4, 4}));
}

QTEST_GUILESS_MAIN(TestKeyPointMatcher)
#include "tst_keypointmatcher.moc"
