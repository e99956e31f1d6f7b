// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decks/deckcompiler.h"

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

} // namespace

class TestDeckCompiler : public QObject
{
    Q_OBJECT

private slots:
    void compile_twice_givesTheSameBytes();
    void compile_writesIdVersionAndContent();
    void compile_indexFindsWords();
    void compile_changedWord_changesBothDigests();
    void compile_intoMissingFolder_failsAndLeavesNothing();
    void compile_overOldFile_replacesIt();

private:
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }
};

void TestDeckCompiler::compile_twice_givesTheSameBytes()
{
    VERIFY_OK(compileDeck(sampleDeck(), path(u"a.deck"_s)));
    VERIFY_OK(compileDeck(sampleDeck(), path(u"b.deck"_s)));
    const QByteArray first = bytesOf(path(u"a.deck"_s));
    QVERIFY(first.size() > 4096);
    QVERIFY(first == bytesOf(path(u"b.deck"_s)));
}

void TestDeckCompiler::compile_writesIdVersionAndContent()
{
    VERIFY_OK(compileDeck(sampleDeck(), path(u"c.deck"_s)));
    const auto database = Database::open(path(u"c.deck"_s), Database::Mode::ReadOnly);
    VERIFY_OK(database);
    const auto read = [&](const QString &sql) { return readText(*database.value(), sql); };
    QCOMPARE(read(u"PRAGMA application_id"_s).toInt(), deckApplicationId);
    QCOMPARE(read(u"PRAGMA user_version"_s).toInt(), deckSchemaVersion);
    QCOMPARE(read(u"SELECT count(*) FROM question"_s), u"6"_s);
    QCOMPARE(read(u"SELECT title FROM question WHERE key = 'q2'"_s), u"select_related"_s);
    QCOMPARE(read(u"SELECT count(*) FROM key_point"_s), u"12"_s);
    QCOMPARE(read(u"SELECT group_concat(related_key) FROM question_related"_s), u"q1,q4"_s);
    QCOMPARE(read(u"SELECT count(*) FROM question_topic WHERE question_id = 2"_s), u"2"_s);
    QCOMPARE(read(u"SELECT group_concat(interview) FROM level"_s), u"2,1,0,1"_s);
    QCOMPARE(read(u"PRAGMA integrity_check"_s), u"ok"_s);
}

void TestDeckCompiler::compile_indexFindsWords()
{
    VERIFY_OK(compileDeck(sampleDeck(), path(u"d.deck"_s)));
    const auto database = Database::open(path(u"d.deck"_s), Database::Mode::ReadOnly);
    VERIFY_OK(database);
    QCOMPARE(readText(*database.value(), u"SELECT group_concat(rowid) FROM question_search"
                                         " WHERE question_search MATCH '\"prefetch related\"'"_s),
             u"2"_s);
    QCOMPARE(readText(*database.value(), u"SELECT group_concat(rowid) FROM question_search"
                                         " WHERE question_search MATCH 'naive'"_s),
             u"4"_s);
}

void TestDeckCompiler::compile_changedWord_changesBothDigests()
{
    Deck changed = sampleDeck();
    changed.questions[2].keyPoints[1].expression = u"second OR 2nd"_s;
    VERIFY_OK(compileDeck(sampleDeck(), path(u"e.deck"_s)));
    VERIFY_OK(compileDeck(changed, path(u"f.deck"_s)));
    const auto before = Database::open(path(u"e.deck"_s), Database::Mode::ReadOnly);
    const auto after = Database::open(path(u"f.deck"_s), Database::Mode::ReadOnly);
    VERIFY_OK(before);
    VERIFY_OK(after);
    const auto differ = [&](const QString &sql) {
        return readText(*before.value(), sql) != readText(*after.value(), sql);
    };
    QVERIFY(differ(u"SELECT digest FROM deck"_s));
    QVERIFY(differ(u"SELECT digest FROM question WHERE key = 'q3'"_s));
    QVERIFY(!differ(u"SELECT digest FROM question WHERE key = 'q2'"_s));
}

void TestDeckCompiler::compile_intoMissingFolder_failsAndLeavesNothing()
{
    const Status done = compileDeck(sampleDeck(), path(u"missing/g.deck"_s));
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, Error::Kind::CannotOpen);
    QVERIFY(!QFile::exists(path(u"missing"_s)));
}

void TestDeckCompiler::compile_overOldFile_replacesIt()
{
    QFile old(path(u"h.deck"_s));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    VERIFY_OK(compileDeck(sampleDeck(), path(u"h.deck"_s)));
    QVERIFY(bytesOf(path(u"h.deck"_s)).startsWith("SQLite format 3"));
    QVERIFY(!QFile::exists(path(u"h.deck.part"_s)));
}

QTEST_GUILESS_MAIN(TestDeckCompiler)
#include "tst_deckcompiler.moc"
