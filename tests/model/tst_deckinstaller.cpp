// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decks/deckinstaller.h"

#include "model/collection/sql.h"
#include "model/decks/deckcompiler.h"
#include "tests/support/modelfixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDeckInstaller : public QObject
{
    Q_OBJECT

private slots:
    void install_copiesEverything();
    void install_sameDeckAgain_changesNothing();
    void install_olderVersion_changesNothing();
    void upgrade_changedQuestion_keepsItsIdAndWhatTheUserMade();
    void upgrade_retiredQuestion_staysOnlyWithWorkOnIt();
    void upgrade_removedKeyPoint_staysWhileAResultNeedsIt();
    void upgrade_returningQuestion_isNoLongerRetired();
    void upgrade_searchFollows();
    void install_badFile_isRefused_data();
    void install_badFile_isRefused();
    void install_failure_changesNothing();

private:
    static Result<Installation> install(CollectionFixture &fixture, const Deck &deck);
};

Result<Installation> TestDeckInstaller::install(CollectionFixture &fixture, const Deck &deck)
{
    const QString path = fixture.file(u"new.deck"_s);
    if (const Status compiled = compileDeck(deck, path); !compiled.ok())
        return compiled.error();
    return installDeck(fixture.database(), path);
}

void TestDeckInstaller::install_copiesEverything()
{
    CollectionFixture fixture;
    const auto read = [&](const QString &sql) { return readText(fixture.database(), sql); };
    QCOMPARE(read(u"SELECT version FROM deck WHERE key = 'sample'"_s), u"1.0.0"_s);
    QCOMPARE(read(u"SELECT group_concat(key) FROM question"_s),
             u"sample/q1,sample/q2,sample/q3,sample/q4,sample/q5,sample/q6"_s);
    QCOMPARE(read(u"SELECT group_concat(title) FROM (SELECT title FROM topic ORDER BY position)"_s),
             u"ORM,Views,Forms"_s);
    QCOMPARE(read(u"SELECT count(*) FROM key_point"_s), u"12"_s);
    QCOMPARE(read(u"SELECT count(*) FROM source"_s), u"6"_s);
    QCOMPARE(read(u"SELECT group_concat(related_key) FROM question_related"_s),
             u"sample/q1,sample/q4"_s);
    QCOMPARE(read(u"SELECT count(*) FROM level JOIN level_topic ON level_id = level.id"
                  " JOIN level_tier USING (level_id)"_s),
             u"1"_s);
    QCOMPARE(read(u"SELECT group_concat(rowid) FROM question_search"
                  " WHERE question_search MATCH 'join'"_s),
             u"2"_s);
    QCOMPARE(read(u"SELECT count(*) FROM pragma_foreign_key_check"_s), u"0"_s);
}

void TestDeckInstaller::install_sameDeckAgain_changesNothing()
{
    CollectionFixture fixture;
    const auto again = install(fixture, sampleDeck());
    VERIFY_OK(again);
    QCOMPARE(again.value().outcome, Installation::Outcome::Unchanged);
}

void TestDeckInstaller::install_olderVersion_changesNothing()
{
    CollectionFixture fixture;
    Deck older = sampleDeck();
    older.version = u"0.9.10"_s;
    older.questions[0].title = u"Older"_s;
    const auto installed = install(fixture, older);
    VERIFY_OK(installed);
    QCOMPARE(installed.value().outcome, Installation::Outcome::Unchanged);
    QCOMPARE(readText(fixture.database(), u"SELECT count(*) FROM question WHERE title = 'Older'"_s),
             u"0"_s);
}

void TestDeckInstaller::upgrade_changedQuestion_keepsItsIdAndWhatTheUserMade()
{
    CollectionFixture fixture;
    const qint64 id = fixture.question(u"q2"_s);
    VERIFY_OK(execute(fixture.database(),
                      u"INSERT INTO note(uid, question_id, text, created, modified)"
                      " VALUES ('n', ?, 'mine', 0, 0)"_s,
                      {id}));
    VERIFY_OK(execute(fixture.database(),
                      u"INSERT INTO bookmark(uid, question_id, created,"
                      " modified) VALUES ('b', ?, 0, 0)"_s,
                      {id}));
    Deck newer = sampleDeck();
    newer.version = u"1.0.1"_s;
    newer.questions[1].answer = u"Rewritten. First and second."_s;
    newer.questions[1].topics = {u"views"_s};
    const auto upgraded = install(fixture, newer);
    VERIFY_OK(upgraded);
    QCOMPARE(upgraded.value().outcome, Installation::Outcome::Upgraded);

    QCOMPARE(fixture.question(u"q2"_s), id);
    const auto read = [&](const QString &sql) { return readText(fixture.database(), sql.arg(id)); };
    QCOMPARE(read(u"SELECT answer FROM question WHERE id = %1"_s), newer.questions[1].answer);
    QCOMPARE(read(u"SELECT text FROM note WHERE question_id = %1"_s), u"mine"_s);
    QCOMPARE(read(u"SELECT count(*) FROM bookmark WHERE question_id = %1"_s), u"1"_s);
    QCOMPARE(read(u"SELECT count(*) FROM question_topic WHERE question_id = %1"_s), u"1"_s);
    QCOMPARE(read(u"SELECT count(*) FROM key_point WHERE question_id = %1"_s), u"2"_s);
    QCOMPARE(read(u"SELECT version FROM deck"_s), u"1.0.1"_s);
}

void TestDeckInstaller::upgrade_retiredQuestion_staysOnlyWithWorkOnIt()
{
    CollectionFixture fixture;
    VERIFY_OK(execute(fixture.database(),
                      u"INSERT INTO note(uid, question_id, text, created, modified)"
                      " VALUES ('n', ?, 'mine', 0, 0)"_s,
                      {fixture.question(u"q5"_s)}));
    Deck newer = sampleDeck();
    newer.version = u"2.0.0"_s;
    newer.questions.remove(4, 2); // q5 has a note, q6 has nothing
    newer.topics.removeLast();
    VERIFY_OK(install(fixture, newer));
    QCOMPARE(
        readText(fixture.database(), u"SELECT group_concat(key) FROM question WHERE retired"_s),
        u"sample/q5"_s);
    QCOMPARE(fixture.question(u"q6"_s), 0);
    // Its topic stays with it.
    QCOMPARE(readText(fixture.database(), u"SELECT group_concat(key) FROM topic WHERE retired"_s),
             u"sample/forms"_s);
    QCOMPARE(readText(fixture.database(), u"SELECT count(*) FROM pragma_foreign_key_check"_s),
             u"0"_s);
}

void TestDeckInstaller::upgrade_removedKeyPoint_staysWhileAResultNeedsIt()
{
    CollectionFixture fixture;
    const qint64 id = fixture.question(u"q1"_s);
    VERIFY_OK(execute(fixture.database(),
                      u"INSERT INTO review(uid, question_id, rating, answer, duration, created,"
                      " modified) VALUES ('r', ?, 3, '', 1, 0, 0)"_s,
                      {id}));
    VERIFY_OK(execute(fixture.database(),
                      u"INSERT INTO review_key_point SELECT 'r', id, 0 FROM key_point"
                      " WHERE question_id = ? AND key = 'first'"_s,
                      {id}));
    Deck newer = sampleDeck();
    newer.version = u"1.1.0"_s;
    newer.questions[0].keyPoints = {
        {0, u"third"_s, Section::None, u"Third point"_s, {}, u"third"_s}};
    VERIFY_OK(install(fixture, newer));
    QCOMPARE(
        readText(fixture.database(),
                 u"SELECT group_concat(key || retired) FROM (SELECT key, retired FROM key_point"
                 " WHERE question_id = %1 ORDER BY key)"_s.arg(id)),
        u"first1,third0"_s);
}

void TestDeckInstaller::upgrade_returningQuestion_isNoLongerRetired()
{
    CollectionFixture fixture;
    const qint64 id = fixture.question(u"q6"_s);
    VERIFY_OK(execute(fixture.database(),
                      u"INSERT INTO bookmark(uid, question_id, created,"
                      " modified) VALUES ('b', ?, 0, 0)"_s,
                      {id}));
    Deck without = sampleDeck();
    without.version = u"1.1.0"_s;
    without.questions.removeLast();
    VERIFY_OK(install(fixture, without));
    QCOMPARE(readText(fixture.database(), u"SELECT sum(retired) FROM question"_s), u"1"_s);
    Deck again = sampleDeck();
    again.version = u"1.2.0"_s;
    VERIFY_OK(install(fixture, again));
    QCOMPARE(readText(fixture.database(), u"SELECT sum(retired) FROM question"_s), u"0"_s);
    QCOMPARE(fixture.question(u"q6"_s), id);
}

void TestDeckInstaller::upgrade_searchFollows()
{
    CollectionFixture fixture;
    Deck newer = sampleDeck(); // same version, built differently
    newer.questions[0].answer = u"Something about zebras. First, second."_s;
    VERIFY_OK(install(fixture, newer));
    const auto hits = [&](const QString &word) {
        return readText(fixture.database(), u"SELECT count(*) FROM question_search"
                                            " WHERE question_search MATCH '%1'"_s.arg(word));
    };
    QCOMPARE(hits(u"zebras"_s), u"1"_s);
    QCOMPARE(hits(u"lazy"_s), u"0"_s);
}

void TestDeckInstaller::install_badFile_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("text") << QByteArray("not a deck").repeated(100);
}

void TestDeckInstaller::install_badFile_isRefused()
{
    QFETCH(const QByteArray, bytes);
    CollectionFixture fixture;
    const QString path = fixture.file(u"bad.deck"_s);
    if (!bytes.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    const auto installed = installDeck(fixture.database(), path);
    QVERIFY(!installed.ok());
    QCOMPARE(installed.error().kind, Error::Kind::NotOurs);
    QVERIFY(installed.error().message.contains(path));
    QCOMPARE(readText(fixture.database(), u"SELECT count(*) FROM question"_s), u"6"_s);
    // The collection itself is no deck either.
    QVERIFY(!installDeck(fixture.database(), fixture.collection().path()).ok());
}

void TestDeckInstaller::install_failure_changesNothing()
{
    CollectionFixture fixture;
    Deck newer = sampleDeck();
    newer.version = u"3.0.0"_s;
    newer.questions[0].title = u"New title"_s;
    VERIFY_OK(execute(fixture.database(), u"CREATE TEMP TRIGGER fail BEFORE INSERT ON main.source"
                                          " BEGIN SELECT raise(ABORT, 'no'); END"_s));
    QVERIFY(!install(fixture, newer).ok());
    QCOMPARE(readText(fixture.database(), u"SELECT version FROM deck"_s), u"1.0.0"_s);
    QCOMPARE(readText(fixture.database(), u"SELECT title FROM question WHERE number = 1"_s),
             u"QuerySets"_s);
}

QTEST_GUILESS_MAIN(TestDeckInstaller)
#include "tst_deckinstaller.moc"
