// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/collection/sql.h"
#include "tests/support/modelfixture.h"

#include <QSqlDatabase>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSql : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readRows_failureAfterTheFirstRow_isAnError();
    void execute_badStatement_reportsQueryWithDetail();
    void transaction_withoutCommit_changesNothing();
    void transaction_withCommit_keepsEverything();
    void script_stopsAtTheFirstFailure();
    void connection_isRemovedWithItsDatabase();
    void nullString_isBoundAsEmptyText();
    void newDatabase_isSafeAgainstPowerLoss();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

void TestSql::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened =
        Database::open(m_folder->filePath(u"test.sqlite"_s), Database::Mode::CreateReadWrite);
    VERIFY_OK(opened);
    m_database = std::move(opened).value();
    VERIFY_OK(execute(*m_database, u"CREATE TABLE number(value INTEGER)"_s));
}

void TestSql::readRows_failureAfterTheFirstRow_isAnError()
{
    // abs() of the smallest integer overflows, but only once the query has reached that row.
    VERIFY_OK(execute(*m_database, u"INSERT INTO number VALUES (1), (-9223372036854775807 - 1)"_s));
    const auto rows = readRows(*m_database, u"SELECT abs(value) FROM number"_s, {},
                               [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    QVERIFY(!rows.ok());
    QCOMPARE(rows.error().kind, Error::Kind::Query);
}

void TestSql::execute_badStatement_reportsQueryWithDetail()
{
    const Status done = execute(*m_database, u"SELECT nothing FROM nowhere"_s);
    QVERIFY(!done.ok());
    QCOMPARE(done.error().kind, Error::Kind::Query);
    QVERIFY(done.error().detail.contains(u"nowhere"_s));
    QVERIFY2(!done.error().message.contains(u"nowhere"_s), "driver text is not for people");
    QVERIFY(done.error().message.contains(m_database->path()));
}

void TestSql::transaction_withoutCommit_changesNothing()
{
    {
        Transaction transaction(*m_database);
        VERIFY_OK(transaction.begun());
        VERIFY_OK(execute(*m_database, u"INSERT INTO number VALUES (7)"_s));
    }
    QCOMPARE(readText(*m_database, u"SELECT count(*) FROM number"_s), u"0"_s);
}

void TestSql::transaction_withCommit_keepsEverything()
{
    Transaction transaction(*m_database);
    VERIFY_OK(transaction.begun());
    VERIFY_OK(execute(*m_database, u"INSERT INTO number VALUES (?)"_s, {7}));
    VERIFY_OK(transaction.commit());
    QCOMPARE(readText(*m_database, u"SELECT value FROM number"_s), u"7"_s);
    QVERIFY(!transaction.commit().ok());
}

void TestSql::script_stopsAtTheFirstFailure()
{
    const Status done = executeScript(*m_database, "INSERT INTO number VALUES (1);"
                                                   "INSERT INTO nowhere VALUES (2);"
                                                   "INSERT INTO number VALUES (3);");
    QVERIFY(!done.ok());
    QCOMPARE(readText(*m_database, u"SELECT group_concat(value) FROM number"_s), u"1"_s);
}

void TestSql::connection_isRemovedWithItsDatabase()
{
    const QString name = m_database->connectionName();
    QVERIFY(QSqlDatabase::contains(name));
    m_database.reset();
    QVERIFY(!QSqlDatabase::contains(name));
}

void TestSql::nullString_isBoundAsEmptyText()
{
    QCOMPARE(readValue(*m_database, u"SELECT typeof(?) || typeof(?)"_s, {QString(), QVariant()})
                 .value()
                 .toString(),
             u"textnull"_s);
}

void TestSql::newDatabase_isSafeAgainstPowerLoss()
{
    QCOMPARE(readText(*m_database, u"PRAGMA journal_mode"_s), u"wal"_s);
    QCOMPARE(readText(*m_database, u"PRAGMA synchronous"_s), u"2"_s);
    QCOMPARE(readText(*m_database, u"PRAGMA foreign_keys"_s), u"1"_s);
}

QTEST_GUILESS_MAIN(TestSql)
#include "tst_sql.moc"
