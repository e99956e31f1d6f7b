// SPDX-License-Identifier: GPL-3.0-or-later
// A collection that somebody works with, through versions of its deck.

#include "model/collection/sql.h"
#include "model/collection/stamp.h"
#include "model/decks/deckcompiler.h"
#include "model/decks/deckinstaller.h"
#include "model/questions/questionstore.h"
#include "model/questions/updatestore.h"
#include "tests/support/modelfixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QRandomGenerator>
#include <QTest>

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

// Everything that the user makes, or that follows from it.
const QStringList userTables{u"bookmark"_s,         u"note"_s,
                             u"highlight"_s,        u"reading"_s,
                             u"session"_s,          u"session_question"_s,
                             u"review"_s,           u"review_key_point"_s,
                             u"memory"_s,           u"missed_point"_s,
                             u"interview"_s,        u"interview_question"_s,
                             u"interview_answer"_s, u"interview_key_point"_s,
                             u"readiness"_s,        u"topic_readiness"_s,
                             u"plan_task"_s,        u"past_interview"_s,
                             u"setting"_s};

QStringList column(const Database &database, const QString &sql)
{
    return readRows(database, sql, {}, [](const QSqlQuery &row) { return row.value(0).toString(); })
        .value();
}

// The rows of these tables to the letter, as SQL literals.
QStringList dump(const Database &database, const QStringList &tables)
{
    QStringList rows;
    for (const QString &table : tables) {
        const QString values =
            readText(database, u"SELECT group_concat('quote(' || name || ')', ' || '','' || ')"
                               " FROM pragma_table_info('%1')"_s.arg(table));
        QStringList found = column(database, u"SELECT '%1: ' || %2 FROM %1"_s.arg(table, values));
        found.sort();
        rows += found;
    }
    return rows;
}

QStringList dumpAll(const Database &database)
{
    return dump(database, column(database, u"SELECT name FROM sqlite_master WHERE type = 'table'"
                                           " AND sql NOT LIKE 'CREATE VIRTUAL%'"_s));
}

// Statements that leave one thing each on a question, by what it is.
const QList<std::pair<QString, QByteArray>> kindsOfWork{
    {u"note"_s, "INSERT INTO note(uid, question_id, text, created, modified)"
                " VALUES ('n:id', :id, 'mine ♥', 1, 2)"},
    {u"deleted note"_s, "INSERT INTO note(uid, question_id, text, created, modified, deleted)"
                        " VALUES ('dn:id', :id, 'binned', 1, 2, 3)"},
    {u"bookmark"_s, "INSERT INTO bookmark(uid, question_id, created, modified)"
                    " VALUES ('b:id', :id, 1, 2)"},
    {u"highlight"_s, "INSERT INTO highlight(uid, question_id, quote, prefix, suffix, position,"
                     " color, comment, created, modified)"
                     " VALUES ('h:id', :id, 'lazy', 'is ', '.', 14, 1, 'so?', 1, 2)"},
    {u"deleted highlight"_s, "INSERT INTO highlight(uid, question_id, quote, prefix, suffix,"
                             " position, color, comment, created, modified, deleted)"
                             " VALUES ('dh:id', :id, 'lazy', '', '', 14, 1, '', 1, 2, 3)"},
    {u"reading"_s, "INSERT INTO reading(uid, question_id, created, modified)"
                   " VALUES ('r:id', :id, 1, 2)"},
    {u"draft in a session"_s, "INSERT INTO session(uid, title, mode, position, created, modified)"
                              " VALUES ('s:id', 'Ten', 'type', 0, 1, 2);"
                              "INSERT INTO session_question(session_uid, position, question_id,"
                              " draft) VALUES ('s:id', 0, :id, 'half a thou')"},
    {u"review"_s, "INSERT INTO review(uid, question_id, rating, answer, duration, created,"
                  " modified, day) VALUES ('v:id', :id, 2, 'what I said', 9, 1, 2, 2461000);"
                  "INSERT INTO review_key_point SELECT 'v:id', id, 0 FROM key_point"
                  " WHERE question_id = :id;"
                  "INSERT INTO memory VALUES (:id, 1.5, 0, 5, 2, 0, 1, 0, 2, 1, 1, 1, 3, 0);"
                  "INSERT INTO missed_point SELECT id, question_id, 1 FROM key_point"
                  " WHERE question_id = :id"},
    {u"interview"_s, "INSERT INTO interview(uid, level, position, created, modified)"
                     " VALUES ('i:id', 'Mid', 0, 1, 2);"
                     "INSERT INTO interview_question(interview_uid, position, question_id, allowed)"
                     " VALUES ('i:id', 0, :id, 300000);"
                     "INSERT INTO interview_answer VALUES ('i:id', 0, 0, 'well');"
                     "INSERT INTO interview_key_point SELECT 'i:id', 0, id, 1 FROM key_point"
                     " WHERE question_id = :id"}};

const QByteArray workOnTopic{
    "INSERT INTO bookmark(uid, topic_id, created, modified)"
    " VALUES ('tb:id', :id, 1, 2);"
    "INSERT INTO topic_readiness VALUES (2461000, :id, 0.5);"
    "INSERT INTO plan_task VALUES (2461000, :id, 0, :id, '0', 3, 5, 0, 1)"};

Status run(const Database &database, const QByteArray &script, qint64 id)
{
    return executeScript(database, QByteArray(script).replace(":id", QByteArray::number(id)));
}

Status workOn(const Database &database, qint64 question)
{
    Status done = success();
    for (const auto &[kind, script] : kindsOfWork) {
        if (done.ok())
            done = run(database, script, question);
    }
    return done;
}

Question drill(const QString &solution)
{
    Question question;
    question.key = u"d1"_s;
    question.number = 901;
    question.kind = QuestionKind::Drill;
    question.title = u"Write it"_s;
    question.prompt = u"Write it."_s;
    question.answer = u"Like this."_s;
    question.topics = {u"orm"_s};
    question.keyPoints = {{0, u"works"_s, Section::None, u"It works"_s, {}, {}}};
    question.drill = Drill{u"models.py"_s, u"# begin\n"_s, solution, u"print(1)\n"_s};
    return question;
}

Question another(int number)
{
    Question question = sampleDeck().questions[0];
    question.key = u"q%1"_s.arg(number);
    question.number = number;
    return question;
}

Deck firstVersion()
{
    Deck deck = sampleDeck();
    deck.questions.append(drill(u"x = 1\n"_s));
    return deck;
}

// q1 and q2 are worded otherwise, q3 has another key point, q5 and q6 are gone with their topic, q7
// is new, the drill has another solution.
Deck secondVersion()
{
    Deck deck = firstVersion();
    deck.version = u"1.1.0"_s;
    deck.questions[0].answer = u"A QuerySet waits. First and second."_s;
    deck.questions[1].prompt = u"What is select_related for?"_s;
    deck.questions[2].keyPoints[0].text = u"Another first point"_s;
    deck.questions[6] = drill(u"x = 2\n"_s);
    deck.questions.remove(4, 2);
    deck.questions.append(another(7));
    deck.topics.removeLast();
    return deck;
}

// q1 changes again, q2 is as it was at first, q3 is gone, q5 is back and says something else.
Deck thirdVersion()
{
    Deck deck = secondVersion();
    deck.version = u"1.2.0"_s;
    deck.questions[0].answer = u"A QuerySet is patient. First and second."_s;
    deck.questions[1] = firstVersion().questions[1];
    deck.questions.removeAt(2);
    deck.topics = firstVersion().topics;
    Question back = firstVersion().questions[4];
    back.answer = u"`cleaned_data` has it. First, second."_s;
    deck.questions.append(back);
    deck.questions.append(another(8));
    return deck;
}

// Some of eight questions, with one of three answers each.
Deck randomDeck(QRandomGenerator &random, int version)
{
    Deck deck = firstVersion();
    deck.version = u"1.%1"_s.arg(version);
    deck.questions.clear();
    for (int number = 1; number <= 8; ++number) {
        if (random.bounded(4) == 0)
            continue;
        Question question = another(number);
        question.topics = {deck.topics.at(number % 3).key};
        question.answer = u"Answer %1."_s.arg(random.bounded(3));
        if (random.bounded(2) == 0)
            question.keyPoints.removeLast();
        deck.questions.append(question);
    }
    return deck;
}

// Prompt and answer by key, as they are, or as they were.
QMap<QString, QString> wordsIn(const Database &database, const QString &table)
{
    QMap<QString, QString> words;
    const auto read = readRows(database,
                               u"SELECT key, %1.prompt || '|' || %1.answer FROM question"
                               " LEFT JOIN question_update ON question_id = question.id"
                               " WHERE %1.prompt IS NOT NULL"_s.arg(table),
                               {}, [&words](const QSqlQuery &row) {
                                   words.insert(row.value(0).toString(), row.value(1).toString());
                                   return true;
                               });
    return read.ok() ? words : QMap<QString, QString>();
}

// Installs a deck and returns how many steps of SQLite's that takes, or a negative number when it
// fails. Kills the process at the step `last`, unless that is negative.
int stepsOf(const QString &path, const QString &deck, int last)
{
    struct Count
    {
        int steps = 0;
        int last = 0;
    } count{0, last};

    const auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database.ok())
        return -1;
    sqlite3_progress_handler(
        database.value()->handle(), 1,
        [](void *context) {
            auto *counted = static_cast<Count *>(context);
            if (++counted->steps == counted->last)
                std::raise(SIGKILL);
            return 0;
        },
        &count);
    const bool done = installDeck(*database.value(), deck).ok();
    return done ? count.steps : -1;
}

} // namespace

class TestDeckUpgrade : public QObject
{
    Q_OBJECT

private slots:
    void throughVersions_allWorkStays_data();
    void throughVersions_allWorkStays();
    void backToAnOlderVersion_changesNothing();
    void whatWasSeen_isComparedAnew();
    void whatReadsTheSame_isNoChange();
    void installation_saysWhatHappened();
    void retiredQuestion_staysForAnything_data();
    void retiredQuestion_staysForAnything();
    void retiredTopic_staysForItsHistoryAndIsNotListed();
    void anyUpgrades_loseNothing();
    void error_anywhere_leavesAllAsItWas_data();
    void error_anywhere_leavesAllAsItWas();
    void kill_anywhere_leavesAllAsItWas();
    void thousandsOfQuestions_areUpgraded();

private:
    static Result<Installation> install(CollectionFixture &fixture, const Deck &deck);
};

Result<Installation> TestDeckUpgrade::install(CollectionFixture &fixture, const Deck &deck)
{
    const QString path = fixture.file(u"new.deck"_s);
    if (const Status compiled = compileDeck(deck, path); !compiled.ok())
        return compiled.error();
    return installDeck(fixture.database(), path);
}

void TestDeckUpgrade::throughVersions_allWorkStays_data()
{
    QTest::addColumn<bool>("second");
    QTest::newRow("first, second, third") << true;
    QTest::newRow("first, third") << false;
}

void TestDeckUpgrade::throughVersions_allWorkStays()
{
    QFETCH(const bool, second);
    CollectionFixture fixture(firstVersion());
    const Database &database = fixture.database();
    QHash<QString, qint64> ids;
    for (const QString &key : {u"q1"_s, u"q2"_s, u"q3"_s, u"q5"_s, u"d1"_s}) {
        ids.insert(key, fixture.question(key));
        VERIFY_OK(workOn(database, ids.value(key)));
    }
    const QStringList work = dump(database, userTables);
    QVERIFY(work.size() > 50);
    const auto read = [&](const QString &sql) { return readText(database, sql); };

    if (second) {
        VERIFY_OK(install(fixture, secondVersion()));
        QCOMPARE(dump(database, userTables), work);
        QCOMPARE(read(u"SELECT group_concat(key) FROM question WHERE retired"_s), u"sample/q5"_s);
        QCOMPARE(fixture.question(u"q6"_s), 0);
        QCOMPARE(read(u"SELECT group_concat(key || ' ' || version) FROM question_update"
                      " JOIN question ON question.id = question_id"_s),
                 u"sample/q1 1.1.0,sample/q2 1.1.0"_s);
    }
    VERIFY_OK(install(fixture, thirdVersion()));
    QCOMPARE(dump(database, userTables), work);
    for (auto id = ids.cbegin(); id != ids.cend(); ++id)
        QCOMPARE(fixture.question(id.key()), id.value());
    QCOMPARE(read(u"SELECT group_concat(key) FROM question WHERE retired"_s), u"sample/q3"_s);
    QCOMPARE(read(u"SELECT solution FROM drill"_s), u"x = 2\n"_s);
    QCOMPARE(read(u"SELECT count(*) FROM pragma_foreign_key_check"_s), u"0"_s);

    // What waits to be looked at is compared with what the learner knew at first.
    const UpdateStore updates(fixture.collection());
    const auto update = updates.updateOf(ids.value(u"q1"_s));
    VERIFY_OK(update);
    QVERIFY(update.value());
    QCOMPARE(update.value()->version, u"1.2.0"_s);
    QCOMPARE(update.value()->answer, firstVersion().questions[0].answer);
    QVERIFY(!update.value()->seen);
    QCOMPARE(updates.updateOf(ids.value(u"q5"_s)).value()->answer,
             firstVersion().questions[4].answer);
    QCOMPARE(read(u"SELECT count(*) FROM question_update"_s), u"2"_s);
    QCOMPARE(read(u"SELECT answer FROM question WHERE id = %1"_s.arg(ids.value(u"q1"_s))),
             thirdVersion().questions[0].answer);
}

void TestDeckUpgrade::backToAnOlderVersion_changesNothing()
{
    CollectionFixture fixture(firstVersion());
    VERIFY_OK(workOn(fixture.database(), fixture.question(u"q1"_s)));
    VERIFY_OK(install(fixture, thirdVersion()));
    const QStringList all = dumpAll(fixture.database());
    for (const Deck &older : {firstVersion(), secondVersion()}) {
        const auto installed = install(fixture, older);
        VERIFY_OK(installed);
        QCOMPARE(installed.value().outcome, Installation::Outcome::Unchanged);
        QCOMPARE(installed.value().version, u"1.2.0"_s);
        QCOMPARE(dumpAll(fixture.database()), all);
    }
}

void TestDeckUpgrade::whatWasSeen_isComparedAnew()
{
    CollectionFixture fixture(firstVersion());
    const QuestionId question = fixture.question(u"q1"_s);
    VERIFY_OK(install(fixture, secondVersion()));
    UpdateStore updates(fixture.collection());
    updates.setSeen(question, true);
    VERIFY_OK(fixture.collection().writes().flush());
    VERIFY_OK(install(fixture, thirdVersion()));
    const UpdateStore afterwards(fixture.collection());
    const auto update = afterwards.updateOf(question);
    VERIFY_OK(update);
    QCOMPARE(update.value()->answer, secondVersion().questions[0].answer);
    QVERIFY(!update.value()->seen);

    // A version that leaves the words alone takes nothing away.
    updates.setSeen(question, true);
    VERIFY_OK(fixture.collection().writes().flush());
    Deck fourth = thirdVersion();
    fourth.version = u"1.3.0"_s;
    fourth.questions[0].title = u"Query sets"_s;
    VERIFY_OK(install(fixture, fourth));
    QCOMPARE(updates.updateOf(question).value()->version, u"1.2.0"_s);
    QVERIFY(updates.updateOf(question).value()->seen);
}

void TestDeckUpgrade::whatReadsTheSame_isNoChange()
{
    CollectionFixture fixture(firstVersion());
    Deck newer = firstVersion();
    newer.version = u"1.1.0"_s;
    newer.questions[0].answer = u"A *QuerySet* is\nlazy. First and second.\n"_s;
    const auto installed = install(fixture, newer);
    VERIFY_OK(installed);
    QCOMPARE(installed.value().changed, 0);
    QCOMPARE(readText(fixture.database(), u"SELECT count(*) FROM question_update"_s), u"0"_s);
    QCOMPARE(readText(fixture.database(), u"SELECT answer FROM question WHERE number = 1"_s),
             newer.questions[0].answer);
}

void TestDeckUpgrade::installation_saysWhatHappened()
{
    using Done = Installation::Outcome;
    CollectionFixture fixture(firstVersion());
    VERIFY_OK(workOn(fixture.database(), fixture.question(u"q5"_s)));
    const auto second = install(fixture, secondVersion());
    VERIFY_OK(second);
    QCOMPARE(second.value(), (Installation{Done::Upgraded, u"Sample"_s, u"1.1.0"_s, 1, 2, 2}));
    const auto third = install(fixture, thirdVersion());
    VERIFY_OK(third);
    // q8 is new and q5 is back; q2, which nobody looked at, is as it was.
    QCOMPARE(third.value(), (Installation{Done::Upgraded, u"Sample"_s, u"1.2.0"_s, 2, 1, 1}));
    Deck fresh = firstVersion();
    fresh.key = u"other"_s;
    const auto first = install(fixture, fresh);
    VERIFY_OK(first);
    QCOMPARE(first.value(), (Installation{Done::Installed, u"Sample"_s, u"1.0.0"_s, 6, 0, 0}));
}

void TestDeckUpgrade::retiredQuestion_staysForAnything_data()
{
    QTest::addColumn<QByteArray>("work");
    QTest::addColumn<bool>("stays");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("only an update")
        << QByteArray("INSERT INTO question_update VALUES (:id, '1', 'p', '', 'a', 1, NULL)")
        << false;
    QTest::newRow("deleted bookmark")
        << QByteArray("INSERT INTO bookmark(uid, question_id, created, modified, deleted)"
                      " VALUES ('b:id', :id, 1, 2, 3)")
        << true;
    for (const auto &[kind, script] : kindsOfWork)
        QTest::newRow(qPrintable(kind)) << script << true;
}

void TestDeckUpgrade::retiredQuestion_staysForAnything()
{
    QFETCH(const QByteArray, work);
    QFETCH(const bool, stays);
    CollectionFixture fixture(firstVersion());
    const qint64 id = fixture.question(u"q6"_s);
    VERIFY_OK(run(fixture.database(), work, id));
    const QStringList before = dump(fixture.database(), userTables);
    VERIFY_OK(install(fixture, secondVersion()));
    QCOMPARE(fixture.question(u"q6"_s), stays ? id : 0);
    QCOMPARE(dump(fixture.database(), userTables), before);
}

void TestDeckUpgrade::retiredTopic_staysForItsHistoryAndIsNotListed()
{
    CollectionFixture fixture(firstVersion());
    VERIFY_OK(run(fixture.database(),
                  "INSERT INTO topic_readiness VALUES (2461000, :id, 0.5);"
                  "INSERT INTO plan_task VALUES (2461000, 0, 0, :id, '0', 3, 5, 0, 1)",
                  fixture.topic(u"forms"_s)));
    const QStringList before = dump(fixture.database(), userTables);
    VERIFY_OK(install(fixture, secondVersion()));
    QCOMPARE(dump(fixture.database(), userTables), before);
    const auto topics = QuestionStore(fixture.database()).topics();
    VERIFY_OK(topics);
    QCOMPARE(topics.value().size(), 2);
}

// Any decks one after the other, with work in between: what was made stays to the letter, and the
// deck's part is what a fresh installation would have, beside what is retired.
void TestDeckUpgrade::anyUpgrades_loseNothing()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 15; ++round) {
        CollectionFixture fixture(firstVersion());
        const Database &database = fixture.database();
        QMap<QString, QString> waiting; // what changed questions said when somebody last looked
        for (int step = 1; step <= 5; ++step) {
            const qint64 some = fixture.question(u"q%1"_s.arg(random.bounded(1, 9)));
            const auto &work = kindsOfWork.at(random.bounded(int(kindsOfWork.size()))).second;
            if (some != 0)
                std::ignore = run(database, work, some); // refused where there is such work already
            const QStringList before = dump(database, userTables);
            const QMap<QString, QString> known = wordsIn(database, u"question"_s);
            const Deck deck = randomDeck(random, step);
            VERIFY_OK(install(fixture, deck));

            QCOMPARE(dump(database, userTables), before);
            QCOMPARE(readText(database, u"SELECT count(*) FROM pragma_foreign_key_check"_s),
                     u"0"_s);
            QCOMPARE(readText(database, u"SELECT count(*) FROM question WHERE NOT retired"_s),
                     QString::number(deck.questions.size()));
            const QMap<QString, QString> now = wordsIn(database, u"question"_s);
            for (const Question &question : deck.questions) {
                const QString key = u"sample/"_s + question.key;
                const QString words = question.prompt + u'|' + question.answer;
                QCOMPARE(now.value(key), words);
                if (!known.contains(key) || known.value(key) == words)
                    continue;
                if (!waiting.contains(key))
                    waiting.insert(key, known.value(key));
                else if (waiting.value(key) == words)
                    waiting.remove(key);
            }
            waiting.removeIf([&now](auto entry) { return !now.contains(entry.key()); });
            QCOMPARE(wordsIn(database, u"question_update"_s), waiting);
        }
    }
}

void TestDeckUpgrade::error_anywhere_leavesAllAsItWas_data()
{
    QTest::addColumn<QString>("event");
    for (const QString &table :
         {u"topic"_s, u"level"_s, u"level_topic"_s, u"level_tier"_s, u"guide_entry"_s,
          u"question_update"_s, u"question"_s, u"question_topic"_s, u"question_related"_s,
          u"drill"_s, u"source"_s, u"question_text"_s, u"key_point"_s})
        QTest::newRow(qPrintable(table)) << u"INSERT ON main."_s + table;
    QTest::newRow("retiring") << u"UPDATE OF retired ON main.question"_s;
    QTest::newRow("removing") << u"DELETE ON main.question"_s;
    QTest::newRow("removing a topic") << u"DELETE ON main.topic"_s;
}

void TestDeckUpgrade::error_anywhere_leavesAllAsItWas()
{
    QFETCH(const QString, event);
    CollectionFixture fixture(firstVersion());
    const Database &database = fixture.database();
    VERIFY_OK(workOn(database, fixture.question(u"q1"_s)));
    const QStringList before = dumpAll(database);
    VERIFY_OK(execute(database, u"CREATE TEMP TRIGGER fail BEFORE %1"
                                " BEGIN SELECT raise(ABORT, 'no'); END"_s.arg(event)));
    QVERIFY(!install(fixture, secondVersion()).ok());
    QCOMPARE(dumpAll(database), before);
    VERIFY_OK(execute(database, u"DROP TRIGGER temp.fail"_s));
    const auto again = install(fixture, secondVersion());
    VERIFY_OK(again);
    QCOMPARE(again.value().outcome, Installation::Outcome::Upgraded);
    QCOMPARE(again.value().changed, 2);
}

void TestDeckUpgrade::kill_anywhere_leavesAllAsItWas()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QTemporaryDir folder;
    const QString deck = folder.filePath(u"new.deck"_s);
    VERIFY_OK(compileDeck(secondVersion(), deck));
    QString path;
    QStringList before;
    {
        const auto collection = Collection::open(folder.path());
        VERIFY_OK(collection);
        path = collection.value()->path();
        const QString first = folder.filePath(u"first.deck"_s);
        VERIFY_OK(compileDeck(firstVersion(), first));
        VERIFY_OK(installDeck(collection.value()->database(), first));
        VERIFY_OK(workOn(collection.value()->database(), 1));
        before = dumpAll(collection.value()->database());
    }
    const QString copy = folder.filePath(u"copy.sqlite"_s);
    QVERIFY(QFile::copy(path, copy));
    const int all = stepsOf(copy, deck, -1);
    QVERIFY(all > 1000);
    for (int round = 0; round < 25; ++round) {
        const int steps = random.bounded(1, all);
        const pid_t child = fork();
        if (child == 0)
            _exit(stepsOf(path, deck, steps) < 0 ? 1 : 0);
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY2(WIFSIGNALED(status), qPrintable(u"after %1 of %2 steps"_s.arg(steps).arg(all)));
        const auto database = Database::open(path, Database::Mode::ReadWrite);
        VERIFY_OK(database);
        if (readText(*database.value(), u"SELECT version FROM deck"_s) == u"1.1.0")
            break; // the last step, after it was done
        QCOMPARE(dumpAll(*database.value()), before);
    }
}

void TestDeckUpgrade::thousandsOfQuestions_areUpgraded()
{
    constexpr int count = 3000;
    const QString paragraph = u"A `QuerySet` is lazy: it runs its query when it is iterated, "
                              "sliced with a step, or counted. **Nothing** else does.\n\n"_s;
    Deck deck = firstVersion();
    deck.questions.clear();
    for (int number = 1; number <= count; ++number) {
        deck.questions.append(another(number));
        deck.questions.last().answer = paragraph.repeated(12);
    }
    CollectionFixture fixture(deck);
    {
        Transaction work(fixture.database());
        VERIFY_OK(work.begun());
        for (int number = 1; number <= count; number += 3)
            VERIFY_OK(workOn(fixture.database(), fixture.question(u"q%1"_s.arg(number))));
        VERIFY_OK(work.commit());
    }
    const QStringList before = dump(fixture.database(), userTables);
    deck.version = u"2.0"_s;
    for (Question &question : deck.questions)
        question.answer.replace(u"lazy"_s, u"patient"_s);
    const QString path = fixture.file(u"new.deck"_s);
    VERIFY_OK(compileDeck(deck, path));
    QElapsedTimer clock;
    clock.start();
    const auto installed = installDeck(fixture.database(), path);
    qInfo("%d questions, all of them changed: %lld ms", count, clock.elapsed());
    VERIFY_OK(installed);
    QCOMPARE(installed.value().changed, count);
    QCOMPARE(dump(fixture.database(), userTables), before);
}

QTEST_GUILESS_MAIN(TestDeckUpgrade)
#include "tst_deckupgrade.moc"
