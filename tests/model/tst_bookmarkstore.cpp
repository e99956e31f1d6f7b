// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/bookmarkstore.h"

#include "model/collection/sql.h"
#include "tests/support/modelfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestBookmarkStore : public QObject
{
    Q_OBJECT

private slots:
    void set_countsAtOnceAndAfterReopening();
    void remove_leavesATombstoneThatComesBack();
    void set_sameValue_writesNothing();
    void load_tableDropped_isAnError();
};

void TestBookmarkStore::set_countsAtOnceAndAfterReopening()
{
    CollectionFixture fixture;
    const qint64 question = fixture.question(u"q2"_s);
    const qint64 topic = fixture.topic(u"views"_s);
    {
        BookmarkStore bookmarks(fixture.collection());
        VERIFY_OK(bookmarks.load());
        QSignalSpy changed(&bookmarks, &BookmarkStore::changed);
        bookmarks.setQuestion(question, true);
        bookmarks.setTopic(topic, true);
        QVERIFY(bookmarks.hasQuestion(question));
        QVERIFY(bookmarks.hasTopic(topic));
        QVERIFY(!bookmarks.hasQuestion(topic + 100));
        QCOMPARE(changed.size(), 2);
    }
    fixture.reopen();
    BookmarkStore bookmarks(fixture.collection());
    VERIFY_OK(bookmarks.load());
    QCOMPARE(bookmarks.questions(), QSet<QuestionId>{question});
    QCOMPARE(bookmarks.topics(), QSet<TopicId>{topic});
}

void TestBookmarkStore::remove_leavesATombstoneThatComesBack()
{
    CollectionFixture fixture;
    const qint64 question = fixture.question(u"q1"_s);
    BookmarkStore bookmarks(fixture.collection());
    bookmarks.setQuestion(question, true);
    VERIFY_OK(fixture.collection().writes().flush());
    const QString uid = readText(fixture.database(), u"SELECT uid FROM bookmark"_s);
    bookmarks.setQuestion(question, false);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(readText(fixture.database(), u"SELECT deleted IS NOT NULL FROM bookmark"_s), u"1"_s);
    bookmarks.setQuestion(question, true);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(readText(fixture.database(), u"SELECT uid || ifnull(deleted, '') FROM bookmark"_s),
             uid);
    QCOMPARE(readText(fixture.database(), u"SELECT count(*) FROM bookmark"_s), u"1"_s);
}

void TestBookmarkStore::set_sameValue_writesNothing()
{
    CollectionFixture fixture;
    BookmarkStore bookmarks(fixture.collection());
    bookmarks.setQuestion(fixture.question(u"q1"_s), false);
    bookmarks.setTopic(fixture.topic(u"orm"_s), false);
    QCOMPARE(fixture.collection().writes().pendingCount(), 0);
}

void TestBookmarkStore::load_tableDropped_isAnError()
{
    CollectionFixture fixture;
    VERIFY_OK(execute(fixture.database(), u"DROP TABLE bookmark"_s));
    BookmarkStore bookmarks(fixture.collection());
    const Status loaded = bookmarks.load();
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().kind, Error::Kind::Query);
}

QTEST_GUILESS_MAIN(TestBookmarkStore)
#include "tst_bookmarkstore.moc"
