// SPDX-License-Identifier: GPL-3.0-or-later
// The bundled deck keeps its promises.

#include "model/decks/decklint.h"
#include "model/decks/decksource.h"
#include "model/markdown.h"
#include "model/practice/keypointmatcher.h"
#include "tests/support/modelfixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDjangoDeck : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void source_isFreeOfLint();
    void questions_areComplete();
    void tiersAndTopics_areThoseOfThePlan();
    void samples_areThereAndParseAsPython();
    void expressions_refuseAnUnrelatedAnswer();
    void compiledDeck_isTheSource();
    void text_repeatsNoReference();

private:
    QString m_folder = QStringLiteral(WOODSHED_SOURCE_DIR) + u"/resources/decks/django"_s;
    DeckSource m_source;
};

void TestDjangoDeck::initTestCase()
{
    m_source = readDeckSource(m_folder);
}

void TestDjangoDeck::source_isFreeOfLint()
{
    const auto problems = lintDeck(m_source);
    VERIFY_OK(problems);
    for (const SourceProblem &problem : problems.value())
        qWarning().noquote() << describe(problem);
    QVERIFY(problems.value().isEmpty());
}

void TestDjangoDeck::questions_areComplete()
{
    QSet<QString> keys;
    for (const Question &question : std::as_const(m_source.deck.questions)) {
        keys.insert(question.key);
        QVERIFY2(question.keyPoints.size() >= 3, qPrintable(question.key));
        QVERIFY2(!question.sources.isEmpty(), qPrintable(question.key));
        QVERIFY2(question.related.size() >= 2, qPrintable(question.key));
        QCOMPARE(question.drill.has_value(), question.key.startsWith(u'd'));
    }
    QCOMPARE(keys.size(), 162);
    for (int i = 1; i <= 150; ++i)
        QVERIFY(keys.contains(u"q%1"_s.arg(i, 2, 10, QChar(u'0'))));
    for (int i = 1; i <= 12; ++i)
        QVERIFY(keys.contains(u"d%1"_s.arg(i, 2, 10, QChar(u'0'))));
}

void TestDjangoDeck::tiersAndTopics_areThoseOfThePlan()
{
    QHash<Tier, int> tiers;
    for (const Question &question : std::as_const(m_source.deck.questions)) {
        if (question.drill)
            continue;
        ++tiers[question.tier];
        QCOMPARE(question.tier == Tier::Scenario, question.kind == QuestionKind::Scenario);
    }
    QCOMPARE(tiers.value(Tier::Basic), 29);
    QCOMPARE(tiers.value(Tier::Intermediate), 66);
    QCOMPARE(tiers.value(Tier::Advanced), 35);
    QCOMPARE(tiers.value(Tier::Scenario), 20);
    QCOMPARE(m_source.deck.topics.size(), 16);
    QCOMPARE(m_source.deck.topics.constFirst().key, u"mtv-lifecycle"_s);
    QCOMPARE(m_source.deck.levels.size(), 3);
}

void TestDjangoDeck::samples_areThereAndParseAsPython()
{
    const QTemporaryDir folder;
    QStringList files;
    int without = 0; // where the subject is no code
    for (const Question &question : std::as_const(m_source.deck.questions)) {
        int number = 0;
        for (const auto &block : readMarkdown(question.answer).codeBlocks) {
            if (block.language != u"python")
                continue;
            QFile file(folder.filePath(u"%1_%2.py"_s.arg(question.key).arg(++number)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(block.code.toUtf8());
            files.append(file.fileName());
        }
        without += number == 0 && !question.drill;
    }
    QVERIFY2(without <= 8, qPrintable(u"%1 questions without a Python sample"_s.arg(without)));
    QProcess python;
    python.start(u"python3"_s, QStringList{u"-m"_s, u"py_compile"_s} + files);
    QVERIFY2(python.waitForFinished(60'000), "python3 did not run");
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    qInfo("%d samples parse as Python", int(files.size()));
}

void TestDjangoDeck::expressions_refuseAnUnrelatedAnswer()
{
    // An expression that accepts this accepts anything.
    const auto matcher = KeyPointMatcher::create();
    VERIFY_OK(matcher);
    VERIFY_OK(matcher.value()->setText(
        u"Saxophone players keep their reeds moist, begin with long tones and slow scales, and "
        "hum old ballads every evening before the concert starts."_s));
    int checked = 0;
    for (const Question &question : std::as_const(m_source.deck.questions)) {
        for (const KeyPoint &point : question.keyPoints) {
            if (question.drill)
                break; // a program checks those
            const auto matched = matcher.value()->find(point.expression);
            VERIFY_OK(matched);
            QVERIFY2(matched.value().length == 0, qPrintable(question.key + u' ' + point.key));
            ++checked;
        }
    }
    QVERIFY(checked > 800);
}

void TestDjangoDeck::compiledDeck_isTheSource()
{
    const auto deck =
        Database::open(QStringLiteral(WOODSHED_BINARY_DIR) + u"/share/woodshed/decks/django.deck"_s,
                       Database::Mode::ReadOnly);
    VERIFY_OK(deck);
    QCOMPARE(readText(*deck.value(), u"SELECT count(*) FROM question"_s), u"162"_s);
    for (const Question &question : std::as_const(m_source.deck.questions)) {
        QCOMPARE(readText(*deck.value(),
                          u"SELECT answer FROM question WHERE key = '%1'"_s.arg(question.key)),
                 question.answer);
    }
}

void TestDjangoDeck::text_repeatsNoReference()
{
    const QString check = QStringLiteral(WOODSHED_SOURCE_DIR) + u"/../shared/checks/overlap"_s;
    if (!QFile::exists(check))
        QSKIP("the overlap check is not beside this checkout");
    QProcess overlap;
    overlap.start(check, {QStringLiteral(WOODSHED_SOURCE_DIR) + u"/resources"_s});
    QVERIFY(overlap.waitForFinished(60'000));
    QVERIFY2(overlap.exitCode() == 0, overlap.readAllStandardOutput().constData());
}

QTEST_GUILESS_MAIN(TestDjangoDeck)
#include "tst_djangodeck.moc"
