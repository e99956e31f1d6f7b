// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/highlightstore.h"
#include "model/collection/sql.h"
#include "tests/support/modelfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString text = u"A QuerySet is lazy. It runs its query when it is iterated."_s;

Highlight onWords(QuestionId question, const QString &words)
{
    return HighlightStore::make(question, makeAnchor(text, {text.indexOf(words), words.size()}),
                                HighlightColor::Green);
}

} // namespace

class TestHighlightStore : public QObject
{
    Q_OBJECT

private slots:
    void set_countsAtOnceAndStays();
    void on_isInTheOrderOfTheAnswer();
    void comment_isWrittenAfterARestAndNeverOverALaterChange();
    void removed_isInTheBinAndComesBack();
    void commentWhileTyping_thenClose_losesNothing();
    void colourFromAnotherVersion_isSomeColour();
    void tableDropped_isAnError();
};

void TestHighlightStore::set_countsAtOnceAndStays()
{
    CollectionFixture fixture;
    HighlightStore highlights(fixture.collection());
    QSignalSpy changed(&highlights, &HighlightStore::changed);
    const QuestionId question = fixture.question(u"q1"_s);
    Highlight highlight = onWords(question, u"lazy"_s);
    highlight.comment = u"so it costs nothing"_s;
    highlights.set(highlight);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toLongLong(), question);
    QCOMPARE(highlights.on(question).value().size(), 1);
    QVERIFY(highlights.on(fixture.question(u"q2"_s)).value().isEmpty());
    VERIFY_OK(fixture.collection().writes().flush());

    const auto stored = HighlightStore(fixture.collection()).on(question);
    VERIFY_OK(stored);
    QCOMPARE(stored.value(), highlights.on(question).value());
    QCOMPARE(stored.value().constFirst().anchor, highlight.anchor);
    QCOMPARE(stored.value().constFirst().color, HighlightColor::Green);
    QCOMPARE(stored.value().constFirst().comment, u"so it costs nothing"_s);
    QCOMPARE(HighlightStore(fixture.collection()).highlight(highlight.uid).value()->uid,
             highlight.uid);
}

void TestHighlightStore::on_isInTheOrderOfTheAnswer()
{
    CollectionFixture fixture;
    HighlightStore highlights(fixture.collection());
    const QuestionId question = fixture.question(u"q1"_s);
    highlights.set(onWords(question, u"iterated"_s));
    VERIFY_OK(fixture.collection().writes().flush());
    highlights.set(onWords(question, u"QuerySet"_s));
    highlights.set(onWords(question, u"query"_s));
    QStringList quotes;
    for (const Highlight &highlight : highlights.on(question).value())
        quotes.append(highlight.anchor.quote);
    QCOMPARE(quotes.join(u' '), u"QuerySet query iterated"_s);
}

void TestHighlightStore::comment_isWrittenAfterARestAndNeverOverALaterChange()
{
    CollectionFixture fixture;
    HighlightStore highlights(fixture.collection());
    const Highlight highlight = onWords(fixture.question(u"q1"_s), u"lazy"_s);
    highlights.set(highlight);
    VERIFY_OK(fixture.collection().writes().flush());
    highlights.editComment(highlight, u"typed"_s);
    QCOMPARE(highlights.highlight(highlight.uid).value()->comment, u"typed"_s);
    QCOMPARE(readText(fixture.database(), u"SELECT comment FROM highlight"_s), QString());
    Highlight recoloured = *highlights.highlight(highlight.uid).value();
    recoloured.color = HighlightColor::Blue;
    highlights.set(recoloured);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(readText(fixture.database(), u"SELECT comment || color FROM highlight"_s),
             u"typed2"_s);
    QTest::qWait(WriteQueue::quietMilliseconds + 100); // what rested must not come after
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(readText(fixture.database(), u"SELECT comment || color FROM highlight"_s),
             u"typed2"_s);
}

void TestHighlightStore::removed_isInTheBinAndComesBack()
{
    CollectionFixture fixture;
    HighlightStore highlights(fixture.collection());
    const QuestionId question = fixture.question(u"q1"_s);
    const Highlight highlight = onWords(question, u"lazy"_s);
    highlights.set(highlight);
    highlights.remove(highlight);
    QVERIFY(highlights.on(question).value().isEmpty());
    QVERIFY(!highlights.highlight(highlight.uid).value());
    VERIFY_OK(fixture.collection().writes().flush());
    QVERIFY(HighlightStore(fixture.collection()).on(question).value().isEmpty());
    QCOMPARE(readText(fixture.database(), u"SELECT quote FROM highlight WHERE deleted > 0"_s),
             u"lazy"_s);
    highlights.set(highlight);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(HighlightStore(fixture.collection()).on(question).value().size(), 1);
}

void TestHighlightStore::commentWhileTyping_thenClose_losesNothing()
{
    CollectionFixture fixture;
    const QuestionId question = fixture.question(u"q1"_s);
    {
        HighlightStore highlights(fixture.collection());
        const Highlight highlight = onWords(question, u"lazy"_s);
        highlights.set(highlight);
        highlights.editComment(highlight, u"naïve 🎷"_s);
    }
    fixture.reopen();
    QCOMPARE(HighlightStore(fixture.collection()).on(question).value().constFirst().comment,
             u"naïve 🎷"_s);
}

void TestHighlightStore::colourFromAnotherVersion_isSomeColour()
{
    CollectionFixture fixture;
    HighlightStore highlights(fixture.collection());
    const QuestionId question = fixture.question(u"q1"_s);
    highlights.set(onWords(question, u"lazy"_s));
    VERIFY_OK(fixture.collection().writes().flush());
    VERIFY_OK(execute(fixture.database(), u"UPDATE highlight SET color = 99"_s));
    QCOMPARE(HighlightStore(fixture.collection()).on(question).value().constFirst().color,
             HighlightColor::Pink);
}

void TestHighlightStore::tableDropped_isAnError()
{
    CollectionFixture fixture;
    VERIFY_OK(execute(fixture.database(), u"DROP TABLE highlight"_s));
    const HighlightStore highlights(fixture.collection());
    QCOMPARE(highlights.on(1).error().kind, Error::Kind::Query);
    QCOMPARE(highlights.highlight(u"x"_s).error().kind, Error::Kind::Query);
}

QTEST_GUILESS_MAIN(TestHighlightStore)
#include "tst_highlightstore.moc"
