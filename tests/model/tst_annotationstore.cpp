// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/annotationstore.h"

#include "model/collection/sql.h"
#include "model/collection/stamp.h"
#include "model/markdown.h"
#include "tests/support/modelfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Show = AnnotationFilter::Show;
using Sort = AnnotationFilter::Sort;

class TestAnnotationStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void everything_isOneListNewestFirst();
    void filters_narrowAndCountsSayHowMuch();
    void search_looksIntoTextsQuotesCommentsAndTitles();
    void whatIsNotOnDisk_isListedAllTheSame();
    void freeNotes_haveTheirFirstLineAsTitle();
    void byQuestion_notesComeBeforeHighlightsAndFreeNotesLast();
    void bin_hasWhatWasDeletedAndNotWhatCameBack();
    void bin_forgetsAfterThirtyDays();
    void restoredUnderAnotherNote_leavesTheBin();
    void passage_changesWithTheAnswer();
    void tableDropped_isAnError();

private:
    // Marks the words in the answer of a question.
    Highlight mark(const QString &key, const QString &words, const QString &comment = {});
    QList<Annotation> found(const AnnotationFilter &filter);
    // Their titles and quotes, in order.
    QString listed(Show show, const QString &text = {}, Sort sort = Sort::Newest);

    void flush() { VERIFY_OK(m_fixture->collection().writes().flush()); }

    std::unique_ptr<CollectionFixture> m_fixture;
    std::unique_ptr<NoteStore> m_notes;
    std::unique_ptr<HighlightStore> m_highlights;
    std::unique_ptr<AnnotationStore> m_store;
};

void TestAnnotationStore::init()
{
    m_fixture = std::make_unique<CollectionFixture>();
    m_notes = std::make_unique<NoteStore>(m_fixture->collection());
    m_highlights = std::make_unique<HighlightStore>(m_fixture->collection());
    m_store = std::make_unique<AnnotationStore>(m_fixture->collection(), *m_notes, *m_highlights);
}

void TestAnnotationStore::cleanup()
{
    m_store.reset();
    m_highlights.reset();
    m_notes.reset();
    m_fixture.reset();
}

Highlight TestAnnotationStore::mark(const QString &key, const QString &words,
                                    const QString &comment)
{
    const QuestionId question = m_fixture->question(key);
    const auto detail = QuestionStore(m_fixture->database()).detail(question);
    const QString text = readMarkdown(shownAnswer(detail.value().question)).plainText;
    Highlight made = HighlightStore::make(
        question, makeAnchor(text, {text.indexOf(words), words.size()}), HighlightColor::Yellow);
    made.comment = comment;
    QTest::qWait(3); // so that the clock tells them apart
    m_highlights->set(made);
    return made;
}

QList<Annotation> TestAnnotationStore::found(const AnnotationFilter &filter)
{
    const Status read = m_store->read();
    if (!read.ok())
        qFatal("%s", qPrintable(read.error().detail));
    return m_store->find(filter).value();
}

QString TestAnnotationStore::listed(Show show, const QString &text, Sort sort)
{
    QStringList names;
    const QList<Annotation> rows = found({show, 0, text, sort});
    for (const Annotation &row : rows)
        names.append(row.isNote() ? row.title() : row.highlight.anchor.quote);
    return names.join(u", "_s);
}

void TestAnnotationStore::everything_isOneListNewestFirst()
{
    m_notes->set(m_fixture->question(u"q1"_s), u"about joins"_s);
    mark(u"q2"_s, u"JOIN"_s);
    QTest::qWait(3);
    m_notes->set(NoteId::newFree(), u"stories"_s);
    flush();
    QCOMPARE(listed(Show::All), u"stories, JOIN, QuerySets"_s);
    QCOMPARE(listed(Show::All, {}, Sort::Oldest), u"QuerySets, JOIN, stories"_s);
    const QList<Annotation> rows = found({});
    QCOMPARE(rows.at(1).question.number, 2);
    QCOMPARE(rows.at(1).question.topicTitle, u"ORM"_s);
    QVERIFY(rows.at(0).key() != rows.at(1).key());
}

void TestAnnotationStore::filters_narrowAndCountsSayHowMuch()
{
    m_notes->set(m_fixture->question(u"q1"_s), u"one"_s);
    m_notes->set(m_fixture->question(u"q3"_s), u"two"_s);
    m_notes->set(NoteId::newFree(), u"stories"_s);
    mark(u"q1"_s, u"lazy"_s);
    mark(u"q2"_s, u"JOIN"_s, u"why"_s);
    flush();
    QCOMPARE(found({Show::Notes, 0, {}, Sort::Newest}).size(), 3);
    QCOMPARE(listed(Show::Highlights), u"JOIN, lazy"_s);
    QCOMPARE(listed(Show::WithComments), u"JOIN"_s);
    QCOMPARE(listed(Show::Free), u"stories"_s);
    QCOMPARE(listed(Show::Bin), QString());
    QCOMPARE(found({Show::All, m_fixture->topic(u"views"_s), {}, Sort::Newest}).size(), 1);
    const AnnotationCounts &counts = m_store->counts();
    QCOMPARE(counts.all(), 5);
    QCOMPARE(counts.notes, 3);
    QCOMPARE(counts.highlights, 2);
    QCOMPARE(counts.comments, 1);
    QCOMPARE(counts.free, 1);
    QCOMPARE(counts.topics.size(), 2);
    QCOMPARE(counts.topics.constFirst().title, u"ORM"_s);
    QCOMPARE(counts.topics.constFirst().count, 3);
}

void TestAnnotationStore::search_looksIntoTextsQuotesCommentsAndTitles()
{
    m_notes->set(m_fixture->question(u"q4"_s), u"measure before anything"_s);
    mark(u"q1"_s, u"QuerySet is lazy"_s, u"naïve me"_s);
    flush();
    QCOMPARE(listed(Show::All, u"measur"_s), u"A slow page"_s);
    QCOMPARE(listed(Show::All, u"lazy"_s), u"QuerySet is lazy"_s);
    QCOMPARE(listed(Show::All, u"naive"_s), u"QuerySet is lazy"_s);
    QCOMPARE(listed(Show::All, u"slow page"_s), u"A slow page"_s);
    QCOMPARE(listed(Show::Notes, u"lazy"_s), QString());
    QCOMPARE(listed(Show::All, u"zebra"_s), QString());
}

void TestAnnotationStore::whatIsNotOnDisk_isListedAllTheSame()
{
    m_notes->set(m_fixture->question(u"q1"_s), u"saved part"_s);
    m_notes->set(m_fixture->question(u"q2"_s), u"to be emptied"_s);
    const Highlight gone = mark(u"q1"_s, u"lazy"_s);
    const Highlight kept = mark(u"q2"_s, u"JOIN"_s);
    flush();
    // Held up, as by a full disk.
    m_fixture->collection().writes().submit([](const Database &) -> Status {
        return Error{Error::Kind::DiskFull, {}, {}};
    });
    m_notes->edit(m_fixture->question(u"q1"_s), u"saved part and its tail"_s);
    m_notes->edit(m_fixture->question(u"q2"_s), QString());
    m_notes->edit(m_fixture->question(u"q3"_s), u"all new"_s);
    m_highlights->remove(gone);
    m_highlights->editComment(kept, u"typing"_s);
    mark(u"q3"_s, u"method"_s);
    QStringList texts;
    const QList<Annotation> rows = found({Show::All, 0, {}, Sort::Question});
    for (const Annotation &row : rows)
        texts.append(row.isNote() ? row.text : row.highlight.anchor.quote + row.highlight.comment);
    QCOMPARE(texts.join(u", "_s), u"saved part and its tail, JOINtyping, all new, method"_s);
    QCOMPARE(rows.at(2).question.number, 3);
    QCOMPARE(m_store->counts().comments, 1);
}

void TestAnnotationStore::freeNotes_haveTheirFirstLineAsTitle()
{
    m_notes->set(NoteId::newFree(), u"\n# My **project** stories\n\nThe list with 400 queries"_s);
    const Annotation note = found({}).constFirst();
    QCOMPARE(note.title(), u"My project stories"_s);
    QCOMPARE(note.body().trimmed(), u"The list with 400 queries"_s);
    Annotation other = note;
    other.text = u"word "_s.repeated(40);
    QVERIFY(other.title().size() < 90);
    QCOMPARE(other.body(), other.text); // of which the title is only the beginning
    other.text = u"```python\nx = 1\n```\n"_s;
    QCOMPARE(other.title(), u"Free note"_s);
    QCOMPARE(other.body(), other.text);
}

void TestAnnotationStore::byQuestion_notesComeBeforeHighlightsAndFreeNotesLast()
{
    m_notes->set(NoteId::newFree(), u"stories"_s);
    mark(u"q2"_s, u"second query"_s);
    mark(u"q2"_s, u"JOIN"_s);
    m_notes->set(m_fixture->question(u"q2"_s), u"of two"_s);
    m_notes->set(m_fixture->question(u"q1"_s), u"of one"_s);
    QCOMPARE(listed(Show::All, {}, Sort::Question),
             u"QuerySets, select_related, JOIN, second query, stories"_s);
}

void TestAnnotationStore::bin_hasWhatWasDeletedAndNotWhatCameBack()
{
    const QuestionId question = m_fixture->question(u"q1"_s);
    m_notes->set(question, u"once"_s);
    m_notes->set(question, {});
    const Highlight highlight = mark(u"q2"_s, u"JOIN"_s);
    m_highlights->remove(highlight);
    flush();
    QCOMPARE(listed(Show::Bin), u"JOIN, QuerySets"_s);
    QCOMPARE(listed(Show::Bin, u"once"_s), u"QuerySets"_s);
    QCOMPARE(listed(Show::All), QString());
    QCOMPARE(m_store->counts().bin, 2);
    QVERIFY(found({Show::Bin, 0, {}, Sort::Newest}).constFirst().deleted.isValid());
    m_highlights->set(highlight);
    m_notes->set(question, u"once"_s);
    QCOMPARE(listed(Show::Bin), QString()); // at once
    flush();
    QCOMPARE(listed(Show::Bin), QString());
    QCOMPARE(m_store->counts().all(), 2);
}

void TestAnnotationStore::bin_forgetsAfterThirtyDays()
{
    const QuestionId question = m_fixture->question(u"q1"_s);
    m_notes->set(question, u"private words"_s);
    m_notes->set(question, {});
    const Highlight highlight = mark(u"q2"_s, u"JOIN"_s, u"private comment"_s);
    m_highlights->remove(highlight);
    flush();
    const auto shift = [this](int days, int minutes) {
        const qint64 when = currentTime() - (qint64(days) * 24 * 60 + minutes) * 60 * 1000;
        for (const QString &table : {u"note"_s, u"highlight"_s})
            VERIFY_OK(execute(m_fixture->database(),
                              u"UPDATE %1 SET deleted = ?, modified = ?"_s.arg(table),
                              {when, when}));
    };
    shift(binDays, -1); // a minute to go
    forgetOldDeletions(m_fixture->collection());
    flush();
    QCOMPARE(found({Show::Bin, 0, {}, Sort::Newest}).size(), 2);
    shift(binDays, 1);
    QCOMPARE(listed(Show::Bin), QString()); // hidden, even before it is forgotten
    forgetOldDeletions(m_fixture->collection());
    flush();
    QCOMPARE(readText(m_fixture->database(), u"SELECT count(*) || text FROM note"_s), u"1"_s);
    QCOMPARE(readText(m_fixture->database(),
                      u"SELECT count(*) || quote || prefix || suffix || comment FROM highlight"_s),
             u"1"_s);
    QCOMPARE(readText(m_fixture->database(),
                      u"SELECT count(*) FROM note_search WHERE note_search MATCH 'private'"_s),
             u"0"_s);
}

void TestAnnotationStore::restoredUnderAnotherNote_leavesTheBin()
{
    const QuestionId question = m_fixture->question(u"q1"_s);
    m_notes->set(question, u"old"_s);
    m_notes->set(question, {});
    m_notes->set(question, u"new"_s);
    flush();
    QCOMPARE(found({Show::Bin, 0, {}, Sort::Newest}).size(), 1);
    m_notes->set(question, u"new\n\nold"_s);
    flush();
    QCOMPARE(found({Show::Bin, 0, {}, Sort::Newest}).size(), 0);
    m_notes->set(question, u"new"_s); // undone
    QCOMPARE(found({Show::Bin, 0, {}, Sort::Newest}).size(), 1);
}

void TestAnnotationStore::passage_changesWithTheAnswer()
{
    mark(u"q1"_s, u"QuerySet is lazy"_s);
    flush();
    const Annotation row = found({}).constFirst();
    QVERIFY(!m_store->passageChanged(row));
    Annotation elsewhere = row;
    elsewhere.highlight.anchor = {u"entirely other words than these"_s, u"before it "_s,
                                  u" after it"_s, 2};
    QVERIFY(m_store->passageChanged(elsewhere));
    Deck deck = sampleDeck();
    deck.version = u"2.0.0"_s;
    deck.questions[0].answer = u"First and second. Something else altogether stands here."_s;
    m_fixture->install(deck);
    QVERIFY(m_store->passageChanged(row)); // what was remembered is of another digest
}

void TestAnnotationStore::tableDropped_isAnError()
{
    m_notes->set(m_fixture->question(u"q1"_s), u"one"_s);
    flush();
    VERIFY_OK(execute(m_fixture->database(), u"DROP TABLE highlight"_s));
    QCOMPARE(m_store->read().error().kind, Error::Kind::Query);
    QCOMPARE(m_store->find({Show::All, 0, u"one"_s, Sort::Newest}).error().kind,
             Error::Kind::Query);
}

QTEST_GUILESS_MAIN(TestAnnotationStore)
#include "tst_annotationstore.moc"
