// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/collection/schema.h"
#include "model/collection/sql.h"
#include "tests/support/modelfixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString schemaOf(const Database &database)
{
    return readText(database, u"SELECT group_concat(sql, ';') FROM"
                              " (SELECT sql FROM sqlite_schema ORDER BY type, name)"_s);
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyVersion_upgradesToTheFreshSchema_data();
    void everyVersion_upgradesToTheFreshSchema();
    void migrate_twice_changesNothing();
    void newerVersion_isRefusedAndBothAreNamed();
    void failingStep_changesNothing();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

void TestMigrations::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened =
        Database::open(m_folder->filePath(u"collection.sqlite"_s), Database::Mode::CreateReadWrite);
    VERIFY_OK(opened);
    m_database = std::move(opened).value();
}

void TestMigrations::everyVersion_upgradesToTheFreshSchema_data()
{
    QTest::addColumn<int>("version");
    for (int version = 0; version <= collectionSchemaVersion; ++version)
        QTest::addRow("from version %d", version) << version;
}

void TestMigrations::everyVersion_upgradesToTheFreshSchema()
{
    QFETCH(const int, version);
    VERIFY_OK(migrateCollection(*m_database, version));
    QCOMPARE(readText(*m_database, u"PRAGMA user_version"_s).toInt(), version);
    VERIFY_OK(migrateCollection(*m_database));

    const auto fresh =
        Database::open(m_folder->filePath(u"fresh.sqlite"_s), Database::Mode::CreateReadWrite);
    VERIFY_OK(fresh);
    VERIFY_OK(migrateCollection(*fresh.value()));
    QCOMPARE(schemaOf(*m_database), schemaOf(*fresh.value()));
    QVERIFY(schemaOf(*m_database).contains(u"CREATE TABLE \"note\""_s));
    QCOMPARE(readText(*m_database, u"PRAGMA application_id"_s).toInt(), collectionApplicationId);
}

void TestMigrations::migrate_twice_changesNothing()
{
    VERIFY_OK(migrateCollection(*m_database));
    const QString before = readText(*m_database, u"PRAGMA schema_version"_s);
    VERIFY_OK(migrateCollection(*m_database));
    QCOMPARE(readText(*m_database, u"PRAGMA schema_version"_s), before);
}

void TestMigrations::newerVersion_isRefusedAndBothAreNamed()
{
    VERIFY_OK(execute(*m_database, u"PRAGMA user_version = 99"_s));
    const Status done = migrateCollection(*m_database);
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, Error::Kind::TooNew);
    QVERIFY(done.error().message.contains(u"99"_s));
    QVERIFY(done.error().message.contains(QString::number(collectionSchemaVersion)));
    QVERIFY(schemaOf(*m_database).isEmpty());
}

void TestMigrations::failingStep_changesNothing()
{
    // The last table of the first step is in its way: all that went before must be undone.
    VERIFY_OK(execute(*m_database, u"CREATE TABLE setting(obstacle)"_s));
    const QString before = schemaOf(*m_database);
    QVERIFY(!migrateCollection(*m_database).ok());
    QCOMPARE(schemaOf(*m_database), before);
    QCOMPARE(readText(*m_database, u"PRAGMA user_version"_s), u"0"_s);
    QCOMPARE(readText(*m_database, u"PRAGMA application_id"_s), u"0"_s);
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
