// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/collection/collection.h"

#include "model/collection/schema.h"
#include "model/collection/sql.h"
#include "tests/support/modelfixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestCollection : public QObject
{
    Q_OBJECT

private slots:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void open_emptyFolder_createsACollection();
    void open_twice_isRefusedWhileTheFirstLives();
    void open_zeroBytes_isANewCollection();
    void open_badFile_isRefusedAndKept_data();
    void open_badFile_isRefusedAndKept();
    void open_folderInTheFilesPlace_isRefusedAndKept();
    void open_folderThatCannotBeMade_isRefused();
    void check_soundCollection_findsNothing();
    void check_brokenIndexAndReference_namesBoth();

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return Collection::fileIn(m_folder->path()); }
};

void TestCollection::open_emptyFolder_createsACollection()
{
    const QString nested = m_folder->filePath(u"a/b"_s);
    const auto collection = Collection::open(nested);
    VERIFY_OK(collection);
    QVERIFY(QFile::exists(Collection::fileIn(nested)));
    QCOMPARE(readText(collection.value()->database(), u"PRAGMA user_version"_s).toInt(),
             collectionSchemaVersion);
}

void TestCollection::open_twice_isRefusedWhileTheFirstLives()
{
    {
        const auto first = Collection::open(m_folder->path());
        VERIFY_OK(first);
        const auto second = Collection::open(m_folder->path());
        QVERIFY(!second.ok());
        QCOMPARE(second.error().kind, Error::Kind::InUse);
    }
    VERIFY_OK(Collection::open(m_folder->path()));
}

void TestCollection::open_zeroBytes_isANewCollection()
{
    write(path(), {});
    VERIFY_OK(Collection::open(m_folder->path()));
}

void TestCollection::open_badFile_isRefusedAndKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Kind>("kind");

    QByteArray sound;
    {
        const CollectionFixture fixture;
        // Closing the last connection folds the log into the file.
        const QString file = Collection::fileIn(fixture.folder());
        const_cast<CollectionFixture &>(fixture).reopen();
        sound = bytesOf(file);
    }
    QVERIFY(sound.size() > 8192);
    const auto patched = [&](int offset, const QByteArray &bytes) {
        return sound.left(offset) + bytes + sound.mid(offset + bytes.size());
    };
    QTest::newRow("text file") << QByteArray("Dear diary,\n").repeated(40) << Error::Kind::NotOurs;
    QTest::newRow("a few bytes") << QByteArray("SQLite") << Error::Kind::NotOurs;
    QTest::newRow("header only") << sound.left(100) << Error::Kind::Damaged;
    QTest::newRow("cut in the middle") << sound.left(sound.size() / 2) << Error::Kind::Damaged;
    QTest::newRow("last page missing") << sound.left(sound.size() - 4096) << Error::Kind::Damaged;
    QTest::newRow("another program's database")
        << patched(68, QByteArray("\x12\x34\x56\x78", 4)) << Error::Kind::NotOurs;
    QTest::newRow("newer version")
        << patched(60, QByteArray("\0\0\0\x63", 4)) << Error::Kind::TooNew;
}

void TestCollection::open_badFile_isRefusedAndKept()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Error::Kind, kind);
    write(path(), bytes);
    const auto collection = Collection::open(m_folder->path());
    QVERIFY(!collection.ok());
    QCOMPARE(collection.error().kind, kind);
    QVERIFY2(collection.error().message.contains(path()), qPrintable(collection.error().message));
    QVERIFY(bytesOf(path()) == bytes);
}

void TestCollection::open_folderInTheFilesPlace_isRefusedAndKept()
{
    QVERIFY(QDir().mkpath(path() + u"/inside"_s));
    const auto collection = Collection::open(m_folder->path());
    QVERIFY(!collection.ok());
    QCOMPARE(collection.error().kind, Error::Kind::CannotOpen);
    QVERIFY(QFile::exists(path() + u"/inside"_s));
}

void TestCollection::open_folderThatCannotBeMade_isRefused()
{
    // A file where a folder should be refuses even root, for whom permissions mean nothing.
    write(m_folder->filePath(u"file"_s), "x");
    const QString folder = m_folder->filePath(u"file/data"_s);
    const auto collection = Collection::open(folder);
    QVERIFY(!collection.ok());
    QCOMPARE(collection.error().kind, Error::Kind::CannotOpen);
    QVERIFY(collection.error().message.contains(folder));
}

void TestCollection::check_soundCollection_findsNothing()
{
    CollectionFixture fixture;
    VERIFY_OK(execute(fixture.database(), u"INSERT INTO note(uid, question_id, text, created,"
                                          " modified) VALUES ('u', 1, 'some text', 0, 0)"_s));
    const auto findings = checkCollection(fixture.database());
    VERIFY_OK(findings);
    QVERIFY2(findings.value().isEmpty(), qPrintable(findings.value().join(u'\n')));
}

void TestCollection::check_brokenIndexAndReference_namesBoth()
{
    CollectionFixture fixture;
    VERIFY_OK(execute(fixture.database(), u"PRAGMA foreign_keys = OFF"_s));
    VERIFY_OK(execute(fixture.database(), u"INSERT INTO bookmark(uid, question_id, created,"
                                          " modified) VALUES ('u', 4711, 0, 0)"_s));
    VERIFY_OK(execute(fixture.database(),
                      u"UPDATE question_text SET answer = 'replaced' WHERE question_id = 1"_s));
    const auto findings = checkCollection(fixture.database());
    VERIFY_OK(findings);
    const QString all = findings.value().join(u'\n');
    QVERIFY2(all.contains(u"bookmark"_s), qPrintable(all));
    QVERIFY2(all.contains(u"question_search"_s), qPrintable(all));
}

QTEST_GUILESS_MAIN(TestCollection)
#include "tst_collection.moc"
