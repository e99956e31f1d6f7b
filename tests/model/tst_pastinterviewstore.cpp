// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/pastinterviewstore.h"

#include "model/collection/sql.h"
#include "tests/support/modelfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPastInterviewStore : public QObject
{
    Q_OBJECT

private slots:
    void note_countsAtOnceAndIsKept();
    void notes_comeLatestFirst();
    void emptied_isNotListed_andComesBack();
    void tableDropped_isAnError();

private:
    const PastInterview m_first{QDate(2026, 11, 5), u"Mid-level"_s, u"They asked about locking."_s};
    const PastInterview m_second{QDate(2026, 12, 1), u"Senior"_s, u"Went well."_s};
};

void TestPastInterviewStore::note_countsAtOnceAndIsKept()
{
    CollectionFixture fixture;
    {
        PastInterviewStore past(fixture.collection());
        QSignalSpy changed(&past, &PastInterviewStore::changed);
        past.edit({m_first.day, m_first.level, u"They"_s});
        past.edit(m_first);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(past.note(m_first.day).value(), m_first.note);
        QCOMPARE(past.all().value(), QList{m_first});
        VERIFY_OK(fixture.collection().writes().flush());
    }
    fixture.reopen();
    const PastInterviewStore past(fixture.collection());
    QCOMPARE(past.all().value(), QList{m_first});
    QCOMPARE(past.note(m_first.day).value(), m_first.note);
    QCOMPARE(past.note(m_second.day).value(), QString());
    QCOMPARE(readText(fixture.database(), u"SELECT count(*) FROM past_interview"_s), u"1"_s);
}

void TestPastInterviewStore::notes_comeLatestFirst()
{
    CollectionFixture fixture;
    PastInterviewStore past(fixture.collection());
    past.set(m_second);
    VERIFY_OK(fixture.collection().writes().flush());
    past.edit(m_first); // not on disk yet
    QCOMPARE(past.all().value(), (QList{m_second, m_first}));
}

void TestPastInterviewStore::emptied_isNotListed_andComesBack()
{
    CollectionFixture fixture;
    PastInterviewStore past(fixture.collection());
    past.set(m_first);
    VERIFY_OK(fixture.collection().writes().flush());
    past.set({m_first.day, m_first.level, u"  "_s});
    QVERIFY(past.all().value().isEmpty());
    VERIFY_OK(fixture.collection().writes().flush());
    QVERIFY(PastInterviewStore(fixture.collection()).all().value().isEmpty());
    past.set(m_first);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(PastInterviewStore(fixture.collection()).all().value(), QList{m_first});
}

void TestPastInterviewStore::tableDropped_isAnError()
{
    CollectionFixture fixture;
    const PastInterviewStore past(fixture.collection());
    meddle(fixture.collection().path(), "DROP TABLE past_interview");
    QVERIFY(!past.all().ok());
    QVERIFY(!past.note(m_first.day).ok());
}

QTEST_GUILESS_MAIN(TestPastInterviewStore)
#include "tst_pastinterviewstore.moc"
