// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/searchquery.h"

#include "model/questions/spelling.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSearchQuery : public QObject
{
    Q_OBJECT

private slots:
    void expression_isBuiltFromWords_data();
    void expression_isBuiltFromWords();
    void ranges_markWhatMatched_data();
    void ranges_markWhatMatched();
    void snippet_startsNearTheMatch();
    void spelling_offersTheNearestWord_data();
    void spelling_offersTheNearestWord();
};

void TestSearchQuery::expression_isBuiltFromWords_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expression"); // empty for a query that asks for nothing
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("spaces") << u"  \t "_s << u""_s;
    QTest::newRow("one word") << u"prefetch"_s << u"\"prefetch\" *"_s;
    QTest::newRow("two words") << u"select  join"_s << u"\"select\" * AND \"join\" *"_s;
    QTest::newRow("identifier is a phrase") << u"select_related()"_s << u"\"select related\" *"_s;
    QTest::newRow("quoted phrase is exact") << u"\"n plus one\""_s << u"\"n plus one\""_s;
    QTest::newRow("quote not closed yet") << u"join \"n plus"_s << u"\"join\" * AND \"n plus\""_s;
    QTest::newRow("operators are words")
        << u"a AND NOT NEAR(b)"_s << u"\"a\" * AND \"AND\" * AND \"NOT\" * AND \"NEAR b\" *"_s;
    QTest::newRow("punctuation only") << u"*:^()-+{}\"'"_s << u""_s;
    QTest::newRow("emoji") << u"🎷"_s << u""_s;
    QTest::newRow("NUL separates") << QString(u"a\0b"_s) << u"\"a b\" *"_s;
}

void TestSearchQuery::expression_isBuiltFromWords()
{
    QFETCH(const QString, input);
    QFETCH(const QString, expression);
    const SearchQuery query(input);
    QCOMPARE(query.isEmpty(), expression.isEmpty());
    if (!expression.isEmpty())
        QCOMPARE(query.matchExpression(), expression);
}

void TestSearchQuery::ranges_markWhatMatched_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("marked");
    QTest::newRow("beginning of a word")
        << u"pre"_s << u"Prefetch, prefer, spree"_s << QStringList{u"Pre"_s, u"pre"_s};
    QTest::newRow("phrase") << u"\"select related\""_s << u"select_related() or select"_s
                            << QStringList{u"select_related"_s};
    QTest::newRow("quoted is exact") << u"\"pre\""_s << u"Prefetch"_s << QStringList{};
    QTest::newRow("accents and case")
        << u"naive"_s << u"a Naïve guess"_s << QStringList{u"Naïve"_s};
    QTest::newRow("overlap merges")
        << u"select select_rel"_s << u"select_related"_s << QStringList{u"select_rel"_s};
    QTest::newRow("beyond the basic plane") << u"𝒳y"_s << u"a 𝒳yz"_s << QStringList{u"𝒳y"_s};
    QTest::newRow("nothing") << u""_s << u"text"_s << QStringList{};
}

void TestSearchQuery::ranges_markWhatMatched()
{
    QFETCH(const QString, input);
    QFETCH(const QString, text);
    QFETCH(const QStringList, marked);
    QStringList found;
    for (const TextRange &range : SearchQuery(input).rangesIn(text))
        found.append(text.mid(range.start, range.length));
    QCOMPARE(found, marked);
}

void TestSearchQuery::snippet_startsNearTheMatch()
{
    const QString text = u"word "_s.repeated(100) + u"needle\n"_s + u"word "_s.repeated(100);
    const SearchQuery query(u"needle"_s);
    const QString snippet = snippetAround(text, query.rangesIn(text), 60, 20);
    QVERIFY(snippet.contains(u"needle word"_s));
    QVERIFY(snippet.startsWith(u"…word"_s));
    QVERIFY(snippet.indexOf(u"needle"_s) <= 21);
    QVERIFY(snippet.size() <= 61);
    QCOMPARE(snippetAround(u"short"_s, {}, 60, 20), u"short"_s);
}

void TestSearchQuery::spelling_offersTheNearestWord_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("expected");
    QTest::newRow("letter missing") << QStringList{u"prefech"_s} << u"prefetch"_s;
    QTest::newRow("letters swapped") << QStringList{u"qureyset"_s} << u"queryset"_s;
    QTest::newRow("the commoner of two") << QStringList{u"jorms"_s} << u"forms"_s;
    QTest::newRow("known words stay")
        << QStringList{u"pre"_s, u"middlewear"_s} << u"pre middleware"_s;
    QTest::newRow("nothing near") << QStringList{u"zzzzzz"_s} << QString();
    QTest::newRow("nothing wrong") << QStringList{u"forms"_s} << QString();
}

void TestSearchQuery::spelling_offersTheNearestWord()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, expected);
    const QList<KnownWord> vocabulary{{u"prefetch"_s, 2}, {u"queryset"_s, 9}, {u"norms"_s, 1},
                                      {u"forms"_s, 5},    {u"prefer"_s, 1},   {u"middleware"_s, 3}};
    QCOMPARE(correctSpelling(words, vocabulary), expected);
}

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_searchquery.moc"
