// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of the deck sources, broken once: the message must name file, line and reason.

#include "model/decks/decklint.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString data(const QString &name)
{
    QFile file(QStringLiteral(WOODSHED_SOURCE_DIR) + u"/tests/model/data/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString soundDeckFile()
{
    return data(u"deck.toml"_s);
}

QString soundFrontMatter()
{
    return data(u"frontmatter.txt"_s);
}

QString words(int count)
{
    return u"lazy "_s.repeated(count).trimmed() + u".\n"_s;
}

void write(const QString &path, const QString &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

} // namespace

class TestDeckLint : public QObject
{
    Q_OBJECT

private slots:
    void soundDeck_hasNoProblem();
    void brokenRule_isReported_data();
    void brokenRule_isReported();
    void brokenDeckFile_isReported_data();
    void brokenDeckFile_isReported();
    void drill_needsItsFilesAndNoExpressions();
    void duplicateKeyInTwoFiles_isReported();
    void program_exitsWithOneAndNamesTheLine();

private:
    QStringList problemsOf(const QString &question, const QString &deck = soundDeckFile());
};

QStringList TestDeckLint::problemsOf(const QString &question, const QString &deck)
{
    const QTemporaryDir folder;
    write(folder.filePath(u"deck.toml"_s), deck);
    write(folder.filePath(u"q1.md"_s), question);
    const auto problems = lintDeck(readDeckSource(folder.path()));
    QStringList lines;
    for (const SourceProblem &problem : problems.valueOr({{u"lint"_s, 0, u"failed"_s}}))
        lines.append(describe(problem));
    return lines;
}

void TestDeckLint::soundDeck_hasNoProblem()
{
    const QStringList problems = problemsOf(soundFrontMatter() + words(150));
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestDeckLint::brokenRule_isReported_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected"); // the whole line, or its beginning

    QTest::newRow("unknown key") << u"tier = \"basic\""_s << u"tier = \"basic\"\ncolour = \"red\""_s
                                 << u"q1.md:5: unknown key \"colour\""_s;
    QTest::newRow("unknown key in a table")
        << u"text = \"A QuerySet is lazy\""_s << u"text = \"A QuerySet is lazy\"\nhint = \"x\""_s
        << u"q1.md:12: key point: unknown key \"hint\""_s;
    QTest::newRow("missing field") << u"title = \"QuerySets\"\nprompt"_s << u"prompt"_s
                                   << u"q1.md:1: missing field \"title\""_s;
    QTest::newRow("key point without must-say expression")
        << u"match = 'lazy OR laziness'\n"_s << u""_s
        << u"q1.md:9: key point: missing field \"match\""_s;
    QTest::newRow("wrong kind of value") << u"topics = [\"orm\"]"_s << u"topics = \"orm\""_s
                                         << u"q1.md:7: \"topics\" must be a list of strings"_s;
    QTest::newRow("not TOML") << u"kind = \"open\""_s << u"kind = open"_s << u"q1.md:3: "_s;
    QTest::newRow("same TOML key twice")
        << u"kind = \"open\""_s << u"kind = \"open\"\nkind = \"open\""_s << u"q1.md:4: "_s;
    QTest::newRow("duplicate key point")
        << u"[[source]]"_s
        << u"[[key_point]]\nkey = \"lazy\"\ntext = \"Lazy\"\nmatch = 'lazy'\n\n[[source]]"_s
        << u"q1.md:14: key point \"lazy\" is used twice"_s;
    QTest::newRow("bad topic") << u"[\"orm\"]"_s << u"[\"orm\", \"romance\"]"_s
                               << u"q1.md:7: there is no topic \"romance\" in deck.toml"_s;
    QTest::newRow("bad tier") << u"\"basic\""_s << u"\"easy\""_s
                              << u"q1.md:4: there is no tier \"easy\""_s;
    QTest::newRow("bad kind") << u"\"open\""_s << u"\"closed\""_s
                              << u"q1.md:3: there is no kind \"closed\""_s;
    QTest::newRow("key is not the file's name")
        << u"\"q1\""_s << u"\"q2\""_s << u"q1.md:2: key \"q2\""_s;
    QTest::newRow("title too long") << u"\"QuerySets\"\n"_s << u"\"%1\"\n"_s.arg(QString(49, u'x'))
                                    << u"q1.md:5: the title has 49 characters; 48 fit in a list"_s;
    QTest::newRow("related to itself") << u"topics ="_s << u"related = [\"q1\"]\ntopics ="_s
                                       << u"q1.md:7: \"q1\" is not another question"_s;
    QTest::newRow("version") << u"topics ="_s << u"since = \"five\"\ntopics ="_s
                             << u"q1.md:7: \"five\" is not a version such as 5.2"_s;
    QTest::newRow("invalid expression") << u"lazy OR laziness"_s << u"lazy OR (laziness"_s
                                        << u"q1.md:9: match of key point \"lazy\" is not a valid"_s;
    QTest::newRow("expression that the answer fails")
        << u"lazy OR laziness"_s << u"queryset"_s
        << u"q1.md:9: match of key point \"lazy\" does not accept the answer"_s;
    QTest::newRow("section outside of a scenario")
        << u"match ="_s << u"section = \"problem\"\nmatch ="_s << u"q1.md:9: a section"_s;
    QTest::newRow("scenario without sections")
        << u"\"open\""_s << u"\"scenario\""_s << u"q1.md:9: a section"_s;
    QTest::newRow("follow-up without key points")
        << u"prompt ="_s << u"follow_up = \"What if?\"\nprompt ="_s
        << u"q1.md:6: a follow-up and key points"_s;
    QTest::newRow("source without https") << u"url = \"https:"_s << u"url = \"http:"_s
                                          << u"q1.md:14: \"http://docs.djangoproject.com"_s;
    QTest::newRow("source on another host") << u"docs.djangoproject.com"_s << u"example.org"_s
                                            << u"q1.md:14: example.org is not one of"_s;
    QTest::newRow("front matter missing") << u"+++\n"_s << u""_s << u"q1.md:1: front matter"_s;
    QTest::newRow("link not closed") << u"lazy.\n"_s << u"lazy [docs](https://docs.\n"_s
                                     << u"q1.md:19: a Markdown link in this paragraph"_s;
    QTest::newRow("link without target") << u"lazy.\n"_s << u"lazy.\n\nSee [docs][qs].\n"_s
                                         << u"q1.md:21: a Markdown link in this paragraph"_s;
    QTest::newRow("link to no question") << u"lazy.\n"_s << u"lazy, [see](q99).\n"_s
                                         << u"q1.md:19: \"q99\" is not an https address"_s;
    QTest::newRow("code fence without language") << u"lazy.\n"_s << u"lazy.\n\n```\nx = 1\n```\n"_s
                                                 << u"q1.md:21: the code fence names no language"_s;
    QTest::newRow("code fence not closed") << u"lazy.\n"_s << u"lazy.\n\n```python\nx = 1\n"_s
                                           << u"q1.md:19: a code fence is not closed"_s;
    QTest::newRow("image") << u"lazy.\n"_s
                           << u"lazy ![x](https://docs.djangoproject.com/x.png).\n"_s
                           << u"q1.md:19: images and HTML are not allowed"_s;
    QTest::newRow("HTML") << u"lazy.\n"_s << u"lazy <b>bold</b>.\n"_s
                          << u"q1.md:19: images and HTML are not allowed"_s;
    QTest::newRow("too short") << u"lazy lazy lazy.\n"_s << u"lazy.\n"_s
                               << u"q1.md:19: the answer has 148 words"_s;
    QTest::newRow("no answer") << words(150) << u""_s << u"q1.md:18: the answer is missing"_s;
}

void TestDeckLint::brokenRule_isReported()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const QString, expected);
    QString question = soundFrontMatter() + words(150);
    QVERIFY(question.contains(before));
    question.replace(before, after);
    const QStringList problems = problemsOf(question);
    const auto matches = [&](const QString &line) { return line.startsWith(expected); };
    QVERIFY2(std::any_of(problems.begin(), problems.end(), matches),
             qPrintable(u"got:\n"_s + problems.join(u'\n')));
}

void TestDeckLint::brokenDeckFile_isReported_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown key") << u"title = \"Sample\""_s << u"name = \"Sample\""_s
                                 << u"deck.toml:2: unknown key \"name\""_s;
    QTest::newRow("version") << u"1.0.0"_s << u"latest"_s
                             << u"deck.toml:3: \"latest\" is not made of dotted numbers"_s;
    QTest::newRow("topic twice")
        << u"[[level]]"_s
        << u"[[topic]]\nkey = \"orm\"\ntitle = \"x\"\nsummary = \"x\"\n\n[[level]]"_s
        << u"deck.toml:14: topic key \"orm\" is used twice"_s;
    QTest::newRow("level of an unknown topic")
        << u"topics = [\"orm\"]"_s << u"topics = [\"x\"]"_s
        << u"deck.toml:14: there is no topic \"x\" in deck.toml"_s;
    QTest::newRow("level without focus")
        << u"focus ="_s << u"focuses ="_s << u"deck.toml:14: level: missing field \"focus\""_s;
    QTest::newRow("mix of a mock interview that is no list of numbers")
        << u"hours ="_s << u"interview = [\"5\"]\nhours ="_s
        << u"deck.toml:21: level: \"interview\" must be a list of whole numbers"_s;
    for (const QString &mix : {u"[5, 2, 1]"_s, u"[5, 2, -1, 1]"_s, u"[0, 0, 0, 0]"_s}) {
        QTest::addRow("mix of a mock interview %s", qPrintable(mix))
            << u"hours ="_s << u"interview = %1\nhours ="_s.arg(mix)
            << u"deck.toml:21: \"interview\" must be four numbers, none negative and one above 0: "
               "how many basic, intermediate, advanced and scenario questions to ask"_s;
    }
    QTest::newRow("resource on another host")
        << u"url = \"https://docs.djangoproject.com"_s << u"url = \"https://example.org"_s
        << u"deck.toml:24: example.org is not one of the deck's source_hosts"_s;
    QTest::newRow("level of an unknown tier")
        << u"[\"basic\"]"_s << u"[\"x\"]"_s << u"deck.toml:19: level: there is no tier \"x\""_s;
}

void TestDeckLint::brokenDeckFile_isReported()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const QString, expected);
    QString deck = soundDeckFile();
    QVERIFY(deck.contains(before));
    const QStringList problems =
        problemsOf(soundFrontMatter() + words(150), deck.replace(before, after));
    QVERIFY2(problems.contains(expected), qPrintable(u"got:\n"_s + problems.join(u'\n')));
}

void TestDeckLint::drill_needsItsFilesAndNoExpressions()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"deck.toml"_s), soundDeckFile());
    QString drill = soundFrontMatter() + words(60);
    drill.replace(u"q1"_s, u"d1"_s);
    drill.replace(u"kind = \"open\""_s, u"kind = \"drill\"\nfile = \"models.py\""_s);
    write(folder.filePath(u"d1.md"_s), drill);
    write(folder.filePath(u"harness.py"_s), u"HARNESS = 1\n"_s);
    QVERIFY(QDir(folder.path()).mkdir(u"d1"_s));
    write(folder.filePath(u"d1/start.py"_s), u"START = 1\n"_s);
    write(folder.filePath(u"d1/check.py"_s), u"CHECK = 1\n"_s);
    const auto describeAll = [&] {
        const auto found = lintDeck(readDeckSource(folder.path()));
        QStringList lines;
        for (const SourceProblem &problem : found.valueOr({}))
            lines.append(describe(problem));
        return lines.join(u'\n');
    };
    QVERIFY2(describeAll().contains(u"unknown key \"match\""_s), qPrintable(describeAll()));
    QVERIFY2(describeAll().contains(u"d1/solution.py: cannot be read"_s),
             qPrintable(describeAll()));
    drill.remove(QRegularExpression(u"match = .*\n"_s));
    write(folder.filePath(u"d1.md"_s), drill);
    write(folder.filePath(u"d1/solution.py"_s), u"SOLUTION = 1\n"_s);
    QCOMPARE(describeAll(), QString());
    const Question question = readDeckSource(folder.path()).deck.questions.constFirst();
    QCOMPARE(question.drill->file, u"models.py"_s);
    QCOMPARE(question.drill->program, u"HARNESS = 1\n\nCHECK = 1\n"_s);
    QVERIFY(shownAnswer(question).startsWith(u"`models.py`:\n\n```python\nSOLUTION = 1\n```\n"_s));
}

void TestDeckLint::duplicateKeyInTwoFiles_isReported()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"deck.toml"_s), soundDeckFile());
    const QString question = soundFrontMatter() + words(150);
    write(folder.filePath(u"q1.md"_s), question);
    write(folder.filePath(u"q2.md"_s), question);
    const auto problems = lintDeck(readDeckSource(folder.path()));
    QStringList lines;
    for (const SourceProblem &problem : problems.valueOr({}))
        lines.append(describe(problem));
    QVERIFY2(lines.contains(u"q1.md:2: key \"q1\" is used twice"_s), qPrintable(lines.join(u'\n')));
}

void TestDeckLint::program_exitsWithOneAndNamesTheLine()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"deck.toml"_s), soundDeckFile());
    write(folder.filePath(u"q1.md"_s), soundFrontMatter() + words(10));
    const QString program = QStringLiteral(WOODSHED_BINARY_DIR) + u"/bin/woodshed-deck"_s;

    QProcess lint;
    lint.start(program, {u"lint"_s, folder.path()});
    QVERIFY(lint.waitForFinished());
    QCOMPARE(lint.exitCode(), 1);
    const QString output = QString::fromUtf8(lint.readAllStandardError());
    QVERIFY2(output.contains(folder.path() + u"/q1.md:19: the answer has 10 words"_s),
             qPrintable(output));

    QProcess compile;
    compile.start(program, {u"compile"_s, folder.path(), folder.filePath(u"out.deck"_s)});
    QVERIFY(compile.waitForFinished());
    QCOMPARE(compile.exitCode(), 1);
    QVERIFY(!QFile::exists(folder.filePath(u"out.deck"_s)));

    QProcess misused;
    misused.start(program, {u"lint"_s});
    QVERIFY(misused.waitForFinished());
    QCOMPARE(misused.exitCode(), 2);
}

QTEST_GUILESS_MAIN(TestDeckLint)
#include "tst_decklint.moc"
