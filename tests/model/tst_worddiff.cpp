// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/worddiff.h"
#include "model/readingtext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// "kept [-removed-] [+added+] kept", to be read and compared.
QString drawn(const QList<DiffLine> &lines)
{
    QString text;
    for (const DiffLine &line : lines) {
        for (const DiffPart &part : line) {
            switch (part.kind) {
            case DiffPart::Kind::Kept: text += part.text; break;
            case DiffPart::Kind::Removed: text += u"[-%1-]"_s.arg(part.text); break;
            case DiffPart::Kind::Added: text += u"[+%1+]"_s.arg(part.text); break;
            }
        }
    }
    return text;
}

QString side(const QList<DiffLine> &lines, DiffPart::Kind without)
{
    QString text;
    for (const DiffLine &line : lines) {
        for (const DiffPart &part : line)
            text += part.kind == without ? QString() : part.text;
    }
    return text;
}

// Few different words, so that they meet again and again.
QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces{u"the"_s, u"row"_s, u" "_s, u" "_s,  u"\n"_s,  u"."_s,
                                    u"(x)"_s, u"é"_s,   u"😀"_s, u"  "_s, u"it's"_s};
    QString text;
    for (int i = random.bounded(60); i > 0; --i)
        text += pieces.at(random.bounded(int(pieces.size())));
    return text;
}

} // namespace

class TestWordDiff : public QObject
{
    Q_OBJECT

private slots:
    void difference_reads_data();
    void difference_reads();
    void sides_areTheTexts();
    void sides_areTheTexts_ofEditedAnswers();
    void reading_leavesOutWhatIsNotRead_data();
    void reading_leavesOutWhatIsNotRead();
};

void TestWordDiff::difference_reads_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");

    QTest::newRow("same") << u"One line.\n"_s << u"One line.\n"_s << u"One line.\n"_s;
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("from nothing") << QString() << u"New.\n"_s << u"[+New.\n+]"_s;
    QTest::newRow("to nothing") << u"Old.\n"_s << QString() << u"[-Old.\n-]"_s;
    QTest::newRow("a word") << u"A QuerySet is eager here.\n"_s << u"A QuerySet is lazy here.\n"_s
                            << u"A QuerySet is [-eager-][+lazy+] here.\n"_s;
    QTest::newRow("a word more") << u"It runs a query.\n"_s << u"It runs a second query.\n"_s
                                 << u"It runs a [+second +]query.\n"_s;
    QTest::newRow("punctuation is its own")
        << u"Use save() here.\n"_s << u"Use save(x) here.\n"_s << u"Use save([+x+]) here.\n"_s;
    QTest::newRow("an apostrophe is not")
        << u"It doesn't run twice.\n"_s << u"It does run twice.\n"_s
        << u"It [-doesn't-][+does+] run twice.\n"_s;
    QTest::newRow("a lone word between changes goes with them")
        << u"Every view checks permissions of the caller before it answers a request at all.\n"_s
        << u"Every view checks passwords in the database before it answers a request at all.\n"_s
        << u"Every view checks [-permissions of the caller-][+passwords in the database+] before it"
           " answers a request at all.\n"_s;
    QTest::newRow("a space after both is kept")
        << u"Both cure the same illness of loops that ask too often.\n"_s
        << u"Both cure one illness of loops that ask too often.\n"_s
        << u"Both cure [-the same-][+one+] illness of loops that ask too often.\n"_s;
    QTest::newRow("a longer stretch stays")
        << u"First it evaluates the inner query and only then the outer one.\n"_s
        << u"Then it evaluates the inner query and only then the other one.\n"_s
        << u"[-First-][+Then+] it evaluates the inner query and only then the"
           " [-outer-][+other+] one.\n"_s;
    QTest::newRow("paragraphs stay apart")
        << u"Signals run in the same transaction as the save.\nNever send mail in one.\n"_s
        << u"Signals run in the same process as the save.\nUse on_commit to send mail.\n"_s
        << u"Signals run in the same [-transaction-][+process+] as the save.\n"
           "[-Never send mail in one.\n-][+Use on_commit to send mail.\n+]"_s;
    QTest::newRow("a paragraph comes in between")
        << u"One thing.\nAnother thing.\n"_s << u"One thing.\nAn added thing.\nAnother thing.\n"_s
        << u"One thing.\n[+An added thing.\n+]Another thing.\n"_s;
    QTest::newRow("lines of code stay apart")
        << u"    for book in books:\n        print(book.author)\n"_s
        << u"    for book in books.all():\n        print(book.author.name)\n"_s
        << u"    for book in books[+.all()+]:\n        print(book.author[+.name+])\n"_s;
    QTest::newRow("no break at the end") << u"same"_s << u"same\n"_s << u"same[+\n+]"_s;
}

void TestWordDiff::difference_reads()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QTEST(drawn(wordDifference(before, after)), "expected");
}

void TestWordDiff::sides_areTheTexts()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 3000; ++i) {
        const QString before = randomText(random);
        const QString after = randomText(random);
        const QList<DiffLine> lines = wordDifference(before, after);
        QCOMPARE(side(lines, DiffPart::Kind::Added), before);
        QCOMPARE(side(lines, DiffPart::Kind::Removed), after);
        const bool changed = std::any_of(lines.cbegin(), lines.cend(), isChanged);
        QCOMPARE(changed, before != after);
    }
}

void TestWordDiff::sides_areTheTexts_ofEditedAnswers()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 300; ++i) {
        QStringList words = u"A QuerySet is lazy. It runs its query when it is iterated.\n"
                            "Slicing with a step, len() and list() run it as well.\n"
                            "    for author in authors:\n        author.books.all()\n"_s.repeated(3)
                                .split(u' ');
        const QString before = words.join(u' ');
        for (int edits = random.bounded(12); edits > 0; --edits) {
            const qsizetype at = random.bounded(int(words.size()));
            if (random.bounded(2) == 0)
                words.removeAt(at);
            else
                words.insert(at, words.at(random.bounded(int(words.size()))));
        }
        const QString after = words.join(u' ');
        const QList<DiffLine> lines = wordDifference(before, after);
        QCOMPARE(side(lines, DiffPart::Kind::Added), before);
        QCOMPARE(side(lines, DiffPart::Kind::Removed), after);
    }
}

void TestWordDiff::reading_leavesOutWhatIsNotRead_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("inline marks") << u"Use `save()`, **never** [this](https://example.org/).\n"_s
                                  << u"Use save(), never this.\n"_s;
    QTest::newRow("one line a paragraph")
        << u"One\nparagraph.\n\nTwo.\n"_s << u"One paragraph.\nTwo.\n"_s;
    QTest::newRow("headings") << u"### Follow-up\n\nText.\n"_s << u"Follow-up\nText.\n"_s;
    QTest::newRow("lists") << u"- one\n- two\n\n  more\n\n3. three\n4. four\n"_s
                           << u"- one\n- two\nmore\n3. three\n4. four\n"_s;
    QTest::newRow("code") << u"```python\nif x:\n    y()\n\nz()\n```\n"_s
                          << u"    if x:\n        y()\n    \n    z()\n"_s;
}

void TestWordDiff::reading_leavesOutWhatIsNotRead()
{
    QFETCH(const QString, markdown);
    QTEST(readingText(markdown), "expected");
}

QTEST_GUILESS_MAIN(TestWordDiff)
#include "tst_worddiff.moc"
