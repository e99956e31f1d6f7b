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
    void find_newestFirstAndBySearch();
    void find_showsWhatTheDiskDoesNotHaveYet();
    void export_holdsNotesAndAnswers();
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
    QVERIFY(notes.find({}).value().isEmpty());
    QVERIFY(notes.find(u"one"_s).value().isEmpty());
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
    QCOMPARE(notes.find(u"three"_s).value().size(), 1);
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
    QCOMPARE(fresh.find({}).value().size(), 2);
    QCOMPARE(fresh.find(u"ask"_s).value().constFirst().id, second);
    notes.set(first, {});
    VERIFY_OK(fixture.collection().writes().flush());
    QVERIFY(NoteStore(fixture.collection()).text(first).value().isEmpty());
    notes.set(first, u"stories"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    QCOMPARE(NoteStore(fixture.collection()).text(first).value(), u"stories"_s);
}

void TestNoteStore::find_newestFirstAndBySearch()
{
    CollectionFixture fixture;
    NoteStore notes(fixture.collection());
    notes.set(fixture.question(u"q1"_s), u"about joins"_s);
    QTest::qWait(5); // the next note is newer by the clock
    notes.set(fixture.question(u"q4"_s), u"about caches"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    const auto numbers = [&](const QString &search) {
        QStringList found;
        for (const NoteRow &note : notes.find(search).value())
            found.append(QString::number(note.question.number));
        return found.join(u' ');
    };
    QCOMPARE(numbers({}), u"4 1"_s);
    QCOMPARE(numbers(u"about"_s), u"4 1"_s);
    QCOMPARE(numbers(u"join"_s), u"1"_s);
    QCOMPARE(numbers(u"slow page"_s), u"4"_s); // the question's title
    QCOMPARE(numbers(u"zebra"_s), QString());
}

void TestNoteStore::find_showsWhatTheDiskDoesNotHaveYet()
{
    CollectionFixture fixture;
    NoteStore notes(fixture.collection());
    notes.set(fixture.question(u"q1"_s), u"saved part"_s);
    notes.set(fixture.question(u"q2"_s), u"to be emptied"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    notes.edit(fixture.question(u"q1"_s), u"saved part and its tail"_s);
    notes.edit(fixture.question(u"q2"_s), QString());
    notes.edit(fixture.question(u"q3"_s), u"all new"_s);
    const auto found = notes.find({});
    VERIFY_OK(found);
    QCOMPARE(found.value().size(), 2);
    QCOMPARE(found.value().at(0).text, u"all new"_s);
    QVERIFY(!found.value().at(0).question.title.isEmpty());
    QCOMPARE(found.value().at(1).text, u"saved part and its tail"_s);
    QCOMPARE(notes.count().value(), 2);
}

void TestNoteStore::export_holdsNotesAndAnswers()
{
    CollectionFixture fixture;
    NoteStore notes(fixture.collection());
    notes.set(fixture.question(u"q1"_s), u"about *joins*\n"_s);
    VERIFY_OK(fixture.collection().writes().flush());
    const QuestionStore questions(fixture.database());
    const auto plain = notesAsMarkdown(notes.find({}).value(), questions, false);
    QCOMPARE(plain.value(), u"# Notes\n\n## 1. QuerySets\n\nabout *joins*\n"_s);
    const auto full = notesAsMarkdown(notes.find({}).value(), questions, true);
    QVERIFY(full.value().startsWith(plain.value()));
    QVERIFY(full.value().contains(u"A QuerySet is lazy."_s));
}

void TestNoteStore::tableDropped_isAnError()
{
    CollectionFixture fixture;
    VERIFY_OK(execute(fixture.database(), u"DROP TABLE note"_s));
    const NoteStore notes(fixture.collection());
    QCOMPARE(notes.text(1).error().kind, Error::Kind::Query);
    QCOMPARE(notes.find({}).error().kind, Error::Kind::Query);
}

QTEST_GUILESS_MAIN(TestNoteStore)
#include "tst_notestore.moc"
