// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/notestore.h"

#include "model/collection/sql.h"
#include "tests/support/modelfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestNoteStore : public QObject
{
    Q_OBJECT

private slots:
    void edit_countsAtOnceAndReachesTheDiskByItself();
    void edit_thenClose_losesNothing();
    void set_isWrittenAtOnce();
    void emptiedNote_keepsItsTextInTheBin();
    void noteInTheBin_isLeftAloneByANewOne();
    void textFromTheBin_isTheSameNoteAgain();
    void deletedWhileTyping_theBinHasTheLastWords();
    void freeNotes_areAsManyAsOneLikes();
    void tableDropped_isAnError();
};

void TestNoteStore::edit_countsAtOnceAndReachesTheDiskByItself()
{
    CollectionFixture fixture;
    const qint64 question = fixture.question(u"q1"_s);
    NoteStore notes(fixture.collection());
    QSignalSpy changed(&notes, &NoteStore::changed);
    notes.edit(question, u"first"_s);
    notes.edit(question, u"first thought"_s);
    QCOMPARE(notes.text(question).value(), u"first thought"_s);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(readText(fixture.database(), u"SELECT count(*) FROM note"_s), u"0"_s);
    QTRY_COMPARE(readText(fixture.database(), u"SELECT text FROM note"_s), u"first thought"_s);
}

void TestNoteStore::edit_thenClose_losesNothing()
{
    CollectionFixture fixture;
    const qint64 question = fixture.question(u"q3"_s);
    {
        NoteStore notes(fixture.collection());
        notes.edit(question, u"typed just before the end — naïve 🎷"_s);
    }
    fixture.reopen();
    QCOMPARE(NoteStore(fixture.collection()).text(question).value(),
             u"typed just before the end — naïve 🎷"_s);
}

void TestNoteStore::set_isWrittenAtOnce()
{
    CollectionFixture fixture;
    NoteStore notes(fixture.collection());
    notes.set(fixture.question(u"q1"_s), u"now"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(readText(fixture.database(), u"SELECT text FROM note"_s), u"now"_s);
}

void TestNoteStore::emptiedNote_keepsItsTextInTheBin()
{
    CollectionFixture fixture;
    const qint64 question = fixture.question(u"q1"_s);
    NoteStore notes(fixture.collection());
    notes.set(question, u"one"_s);
    notes.set(question, u"  \n"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(readText(fixture.database(), u"SELECT text FROM note WHERE deleted > 0"_s), u"one"_s);
    QVERIFY(NoteStore(fixture.collection()).text(question).value().isEmpty());
}

void TestNoteStore::noteInTheBin_isLeftAloneByANewOne()
{
    CollectionFixture fixture;
    const qint64 question = fixture.question(u"q1"_s);
    NoteStore notes(fixture.collection());
    for (const QString &text : {u"one"_s, QString(), u"two"_s, QString(), u"three"_s})
        notes.set(question, text);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(readText(fixture.database(),
                      u"SELECT group_concat(text || ifnull(deleted > 0, ''), ' ') FROM note"_s),
             u"one1 two1 three"_s);
}

void TestNoteStore::textFromTheBin_isTheSameNoteAgain()
{
    CollectionFixture fixture;
    const qint64 question = fixture.question(u"q1"_s);
    NoteStore notes(fixture.collection());
    notes.set(question, u"one"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    const QString uid = readText(fixture.database(), u"SELECT uid FROM note"_s);
    notes.set(question, {});
    notes.set(question, u"one"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(readText(fixture.database(), u"SELECT uid || ifnull(deleted, '') FROM note"_s), uid);
    QCOMPARE(readText(fixture.database(), u"SELECT count(*) FROM note"_s), u"1"_s);
}

void TestNoteStore::deletedWhileTyping_theBinHasTheLastWords()
{
    CollectionFixture fixture;
    const qint64 question = fixture.question(u"q1"_s);
    NoteStore notes(fixture.collection());
    notes.set(question, u"one"_s);
    notes.edit(question, u"one and more"_s);
    notes.set(question, {});
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(readText(fixture.database(), u"SELECT text FROM note WHERE deleted > 0"_s),
             u"one and more"_s);
}

void TestNoteStore::freeNotes_areAsManyAsOneLikes()
{
    CollectionFixture fixture;
    NoteStore notes(fixture.collection());
    const NoteId first = NoteId::newFree();
    const NoteId second = NoteId::newFree();
    QVERIFY(first.isFree() && first.isValid() && !(first == second));
    notes.set(first, u"stories"_s);
    notes.edit(second, u"questions to ask them"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    const NoteStore fresh(fixture.collection());
    QCOMPARE(fresh.text(first).value(), u"stories"_s);
    QCOMPARE(fresh.text(second).value(), u"questions to ask them"_s);
    notes.set(first, {});
    VERIFY_OK(fixture.collection().writes().flush());
    QVERIFY(NoteStore(fixture.collection()).text(first).value().isEmpty());
    notes.set(first, u"stories"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(NoteStore(fixture.collection()).text(first).value(), u"stories"_s);
}

void TestNoteStore::tableDropped_isAnError()
{
    CollectionFixture fixture;
    VERIFY_OK(execute(fixture.database(), u"DROP TABLE note"_s));
    const NoteStore notes(fixture.collection());
    QCOMPARE(notes.text(1).error().kind, Error::Kind::Query);
}

QTEST_GUILESS_MAIN(TestNoteStore)
#include "tst_notestore.moc"
