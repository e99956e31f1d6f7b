// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a whole, from outside: exit codes, what it prints, and the pictures of the tour.

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int exitCode = -1;
    QString out;
    QString error;
};

Outcome run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(WOODSHED_BINARY_DIR) + u"/bin/woodshed"_s, arguments);
    if (!process.waitForFinished(300'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private slots:
    void help_needsNoScreen();
    void version_isTheProjects();
    void wrongOption_exitsWithTwo();
    void unknownQuestion_exitsWithTwo();
    void check_ofNothing_exitsWithOne();
    void tour_writesEveryStateInBothThemes();
    void tour_intoAnImpossibleFolder_exitsWithOne();
};

void TestProgram::help_needsNoScreen()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"nonsense"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(WOODSHED_BINARY_DIR) + u"/bin/woodshed"_s, {u"--help"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("--data-dir"));
}

void TestProgram::version_isTheProjects()
{
    const Outcome outcome = run({u"--version"_s});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.out.startsWith(u"woodshed 0."_s));
}

void TestProgram::wrongOption_exitsWithTwo()
{
    const Outcome outcome = run({u"--page"_s, u"attic"_s});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(outcome.error.contains(u"--page takes study, practice, bookmarks, notes, guide"_s));
}

void TestProgram::unknownQuestion_exitsWithTwo()
{
    const QTemporaryDir folder;
    const Outcome outcome = run({u"--data-dir"_s, folder.path(), u"--question"_s, u"q9999"_s});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(outcome.error.contains(u"q9999"_s));
}

void TestProgram::check_ofNothing_exitsWithOne()
{
    const QTemporaryDir folder;
    const Outcome outcome = run({u"--data-dir"_s, folder.path(), u"--check"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.error.contains(folder.path()));
    QVERIFY(QDir(folder.path()).isEmpty()); // looking made nothing
}

void TestProgram::tour_writesEveryStateInBothThemes()
{
    const QTemporaryDir folder;
    const QString pictures = folder.filePath(u"tour"_s);
    const Outcome outcome = run({u"--tour"_s, pictures});
    QCOMPARE(outcome.exitCode, 0);
    const QStringList light = QDir(pictures).entryList({u"*-light.png"_s});
    const QStringList dark = QDir(pictures).entryList({u"*-dark.png"_s});
    QCOMPARE(light.size(), dark.size());
    for (const char *state : {"welcome",
                              "guide",
                              "drill",
                              "study-first-start",
                              "study-answer",
                              "study-search",
                              "study-no-result",
                              "practice-start",
                              "practice-answering",
                              "practice-revealed",
                              "practice-paused",
                              "practice-summary",
                              "bookmarks-empty",
                              "bookmarks",
                              "notes-empty",
                              "notes",
                              "notes-no-result",
                              "shortcuts",
                              "settings",
                              "about",
                              "not-saved",
                              "problem"}) {
        const QString name = u'-' + QString::fromLatin1(state) + u"-light.png"_s;
        const bool there = std::any_of(light.begin(), light.end(),
                                       [&](const QString &file) { return file.endsWith(name); });
        QVERIFY2(there, state);
    }
    for (const QString &file : light + dark) {
        const QImage picture(QDir(pictures).filePath(file));
        QSet<QRgb> colors;
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); x += 3)
                colors.insert(picture.pixel(x, y));
        }
        QVERIFY2(colors.size() > 20, qPrintable(file)); // something was drawn
        if (file.contains(u"-welcome-"_s))
            continue; // its sign has colours of its own
        const bool isDark = qGray(picture.pixel(5, 5)) < 128;
        QCOMPARE(isDark, file.endsWith(u"-dark.png"_s));
    }
    const QImage page(QDir(pictures).filePath(light.constFirst()));
    QCOMPARE(page.size(), QSize(1280, 800));
}

void TestProgram::tour_intoAnImpossibleFolder_exitsWithOne()
{
    const Outcome outcome = run({u"--tour"_s, u"/dev/null/tour"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.error.contains(u"/dev/null/tour"_s));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
