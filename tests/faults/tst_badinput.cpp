// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says and does when the collection cannot be opened. Each case is started for
// real: the window must come up and say why, the terminal too, and the file must stay as it is.

#include "app/problemwindow.h"
#include "model/collection/collection.h"
#include "tests/support/modelfixture.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray soundCollection()
{
    CollectionFixture fixture;
    fixture.reopen(); // folds the log into the file
    return bytesOf(Collection::fileIn(fixture.folder()));
}

} // namespace

class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void badCollection_isExplainedAndKept_data();
    void badCollection_isExplainedAndKept();
    void folderInTheFilesPlace_isExplainedAndKept();
    void folderThatCannotBeWritten_isExplained();
    void secondWindow_isRefused();
    void check_reportsEachProblem();
    void problemWindow_showsTheWholeMessage();

private:
    // What the program prints until it has said why it cannot go on.
    static QString complaint(const QString &folder);
};

QString TestBadInput::complaint(const QString &folder)
{
    QProcess program;
    program.start(QStringLiteral(WOODSHED_BINARY_DIR) + u"/bin/woodshed"_s,
                  {u"--data-dir"_s, folder});
    program.setReadChannel(QProcess::StandardError);
    QString said;
    while (!said.contains(folder) && program.waitForReadyRead(20'000))
        said += QString::fromUtf8(program.readAllStandardError());
    // It goes on to show its window; that it is still there is the proof that it did not crash.
    const bool alive = !program.waitForFinished(300);
    program.terminate();
    if (!program.waitForFinished(5000))
        program.kill();
    return alive ? said : u"it ended by itself: "_s + said;
}

void TestBadInput::badCollection_isExplainedAndKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const QByteArray sound = soundCollection();
    QByteArray newer = sound;
    newer.replace(60, 4, QByteArray("\0\0\0\x63", 4));
    QTest::newRow("a text file") << QByteArray("Dear diary,\n").repeated(40)
                                 << u"is not a Woodshed collection"_s;
    QTest::newRow("truncated") << sound.left(sound.size() / 2) << u"part of it is missing"_s;
    QTest::newRow("newer version") << newer << u"it has format 99"_s;
}

void TestBadInput::badCollection_isExplainedAndKept()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, expected);
    const QTemporaryDir folder;
    const QString path = Collection::fileIn(folder.path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();

    const QString said = complaint(folder.path());
    QVERIFY2(said.contains(path), qPrintable(said));
    QVERIFY2(said.contains(expected), qPrintable(said));
    QVERIFY2(said.contains(u"left as it is"_s), qPrintable(said));
    QVERIFY(bytesOf(path) == bytes);
}

void TestBadInput::folderInTheFilesPlace_isExplainedAndKept()
{
    const QTemporaryDir folder;
    const QString path = Collection::fileIn(folder.path());
    QVERIFY(QDir().mkpath(path + u"/inside"_s));
    const QString said = complaint(folder.path());
    QVERIFY2(said.contains(u"is a folder"_s), qPrintable(said));
    QVERIFY(QDir(path + u"/inside"_s).exists());
}

void TestBadInput::folderThatCannotBeWritten_isExplained()
{
    // /proc refuses even root, for whom permissions mean nothing.
    const QString said = complaint(u"/proc/woodshed"_s);
    QVERIFY2(said.contains(u"The folder /proc/woodshed cannot be made"_s), qPrintable(said));
    QVERIFY2(said.contains(u"--data-dir"_s), qPrintable(said));
}

void TestBadInput::secondWindow_isRefused()
{
    const CollectionFixture first;
    const QString said = complaint(first.folder());
    QVERIFY2(said.contains(u"already open in another Woodshed window"_s), qPrintable(said));
}

void TestBadInput::check_reportsEachProblem()
{
    const QTemporaryDir folder;
    const QString path = Collection::fileIn(folder.path());
    const QByteArray sound = soundCollection();
    const auto check = [&](const QByteArray &bytes) {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        file.close();
        QProcess program;
        program.start(QStringLiteral(WOODSHED_BINARY_DIR) + u"/bin/woodshed"_s,
                      {u"--data-dir"_s, folder.path(), u"--check"_s});
        program.waitForFinished();
        return std::pair{program.exitCode(), QString::fromUtf8(program.readAllStandardError())};
    };
    QCOMPARE(check(sound).first, 0);
    const auto [truncatedCode, truncatedText] = check(sound.left(sound.size() / 2));
    QCOMPARE(truncatedCode, 1);
    QVERIFY(truncatedText.contains(path));
    QByteArray scrambled = sound; // a page in the middle overwritten: the header does not tell
    scrambled.replace(sound.size() / 2 / 4096 * 4096, 4096, QByteArray(4096, 'x'));
    const auto [scrambledCode, scrambledText] = check(scrambled);
    QCOMPARE(scrambledCode, 1);
    QVERIFY(!scrambledText.isEmpty());
    QVERIFY(bytesOf(path) == scrambled);
}

void TestBadInput::problemWindow_showsTheWholeMessage()
{
    const Error error{Error::Kind::Damaged, u"/x/collection.sqlite is damaged. It was kept."_s, {}};
    ProblemWindow window(error, u"/x"_s);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.findChild<QLabel *>(u"problemMessage"_s)->text(), error.message);
    QVERIFY(window.windowTitle().endsWith(u"Woodshed"_s));
}

QTEST_MAIN(TestBadInput)
#include "tst_badinput.moc"
