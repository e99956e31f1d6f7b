// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/notelinks.h"
#include "tests/support/modelfixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestNoteLinks : public QObject
{
    Q_OBJECT

private slots:
    void links_areFoundOutsideCode_data();
    void links_areFoundOutsideCode();
    void links_ofAnyText_lieWithinIt();
    void replacing_leavesTheRestAsItWas();
    void titles_showToTheLetter();
    void keys_areThoseOfTheDeckFirst();
    void matches_areByKeyNumberAndTitle();
    void drillsAndRetiredOnes_areNotOffered();
};

void TestNoteLinks::links_areFoundOutsideCode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keys");
    QTest::newRow("one") << u"see [[q14]]"_s << u"q14"_s;
    QTest::newRow("two touching") << u"[[q1]][[q2]]"_s << u"q1 q2"_s;
    QTest::newRow("deck") << u"[[django/q14]]"_s << u"django/q14"_s;
    QTest::newRow("marks around") << u"- **[[q1]]**: *[[q2]]*\n> [[q3]]"_s << u"q1 q2 q3"_s;
    QTest::newRow("heading and table") << u"# [[q1]]\n\n| a |\n|---|\n| [[q2]] |"_s << u"q1 q2"_s;
    QTest::newRow("inline code") << u"`[[q1]]` [[q2]] ``a ` [[q3]]``"_s << u"q2"_s;
    QTest::newRow("code over lines") << u"`a\n[[q1]] b` [[q2]]"_s << u"q2"_s;
    QTest::newRow("unpaired tick") << u"a ` [[q1]]"_s << u"q1"_s;
    QTest::newRow("fence") << u"```\n[[q1]]\n```\n[[q2]]"_s << u"q2"_s;
    QTest::newRow("tilde fence") << u"~~~\n```\n[[q1]]\n~~~\n[[q2]]"_s << u"q2"_s;
    QTest::newRow("open fence") << u"[[q1]]\n\n```\n[[q2]]"_s << u"q1"_s;
    QTest::newRow("fence in a list") << u"- a\n\n  ```\n  [[q1]]\n  ```\n- [[q2]]"_s << u"q2"_s;
    QTest::newRow("indented code") << u"a\n\n    [[q1]]\n\n[[q2]]"_s << u"q2"_s;
    QTest::newRow("escaped") << u"\\[[q1]] [[q2]]"_s << u"q2"_s;
    QTest::newRow("text of a link")
        << u"[[q1]](https://a.org) [a [[q2]] b](https://a.org)"_s << u""_s;
    QTest::newRow("not closed") << u"[[q1] [[q2 [q3]] [[]] [[ q4 ]]"_s << u""_s;
}

void TestNoteLinks::links_areFoundOutsideCode()
{
    QFETCH(const QString, text);
    QFETCH(const QString, keys);
    QStringList found;
    const QList<NoteLink> links = noteLinks(text);
    for (const NoteLink &link : links) {
        QCOMPARE(text.sliced(link.start, link.length), u"[["_s + link.key + u"]]"_s);
        found.append(link.key);
    }
    QCOMPARE(found.join(u' '), keys);
}

void TestNoteLinks::links_ofAnyText_lieWithinIt()
{
    const quint32 seed = qEnvironmentVariableIsSet("WOODSHED_SEED")
                             ? qEnvironmentVariable("WOODSHED_SEED").toUInt()
                             : 20261122;
    qInfo("seed %u (set WOODSHED_SEED for another)", seed);
    QRandomGenerator random(seed);
    const QStringList parts{u"[["_s, u"]]"_s, u"q1"_s, u"[[q2]]"_s, u"`"_s,    u"\n"_s, u"```"_s,
                            u"> "_s, u"- "_s, u"é😀"_s, u"\\"_s,     u"    "_s, u"]("_s, u"x "_s};
    for (int run = 0; run < 3000; ++run) {
        QString text;
        for (int i = random.bounded(20); i > 0; --i)
            text += parts.at(random.bounded(parts.size()));
        qsizetype end = 0;
        const QList<NoteLink> links = noteLinks(text);
        for (const NoteLink &link : links) {
            QVERIFY2(link.start >= end, qPrintable(text));
            QCOMPARE(text.sliced(link.start, link.length), u"[["_s + link.key + u"]]"_s);
            end = link.start + link.length;
        }
        QCOMPARE(replaceNoteLinks(text, [](const QString &) { return QString(); }), text);
        QCOMPARE(replaceNoteLinks(text, [](const QString &key) { return u"[["_s + key + u"]]"_s; }),
                 text);
    }
}

void TestNoteLinks::replacing_leavesTheRestAsItWas()
{
    const auto by = [](const QString &key) { return key == u"q1" ? u"<one>"_s : QString(); };
    QCOMPARE(replaceNoteLinks(u"a [[q1]] `[[q1]]` [[q9]] z\n"_s, by),
             u"a <one> `[[q1]]` [[q9]] z\n"_s);
}

void TestNoteLinks::titles_showToTheLetter()
{
    QCOMPARE(markdownLiteral(u"get() or *args, a_b [x] `y`"_s),
             u"get() or \\*args, a\\_b \\[x\\] \\`y\\`"_s);
    CollectionFixture fixture;
    meddle(fixture.collection().path(),
           "UPDATE question SET title = 'One [or] *two*' WHERE key LIKE '%/q2'");
    const auto targets = LinkTargets::read(fixture.database(), fixture.question(u"q1"_s));
    VERIFY_OK(targets);
    QCOMPARE(targets.value().withTitles(u"see [[q2]], not [[q99]]"_s),
             u"see [Question 2: One \\[or\\] \\*two\\*](question:%1), not [[q99]]"_s.arg(
                 fixture.question(u"q2"_s)));
}

void TestNoteLinks::keys_areThoseOfTheDeckFirst()
{
    CollectionFixture fixture;
    const QString deck = readText(fixture.database(), u"SELECT key FROM deck"_s);
    meddle(
        fixture.collection().path(),
        "INSERT INTO deck VALUES (77, 'other', 'Other', '1', '', '', '', '');"
        "INSERT INTO question(id, deck_id, key, number, kind, tier, title, prompt, answer, since,"
        " until, digest) VALUES (7701, 77, 'other/q1', 1, 'open', 0, 'Elsewhere', '', '', '',"
        " '', ''), (7702, 77, 'other/q50', 50, 'open', 0, 'Far', '', '', '', '', '')");
    const QuestionId q1 = fixture.question(u"q1"_s);
    const auto here = LinkTargets::read(fixture.database(), fixture.question(u"q2"_s));
    const auto there = LinkTargets::read(fixture.database(), 7702);
    const auto free = LinkTargets::read(fixture.database(), 0);
    VERIFY_OK(here);
    VERIFY_OK(there);
    VERIFY_OK(free);
    QCOMPARE(here.value().find(u"q1"_s)->id, q1);
    QCOMPARE(there.value().find(u"q1"_s)->id, QuestionId(7701));
    QCOMPARE(there.value().find(deck + u"/q1"_s)->id, q1);
    QCOMPARE(here.value().find(u"q50"_s)->id, QuestionId(7702));
    QVERIFY(free.value().find(u"q1"_s));
    QVERIFY(!here.value().find(u"q999"_s));
    QCOMPARE(here.value().keyFor(*here.value().find(u"other/q1"_s)), u"other/q1"_s);
    QCOMPARE(here.value().keyFor(*here.value().find(u"q1"_s)), u"q1"_s);
}

void TestNoteLinks::matches_areByKeyNumberAndTitle()
{
    CollectionFixture fixture;
    meddle(fixture.collection().path(),
           "UPDATE question SET title = 'select_related or prefetch_related' WHERE key LIKE '%/q2';"
           "UPDATE question SET title = 'The prefetch cache' WHERE key LIKE '%/q3';");
    const auto targets = LinkTargets::read(fixture.database(), 0);
    VERIFY_OK(targets);
    const auto keys = [&](const QString &typed, int limit = 8) {
        QStringList found;
        const QList<LinkTargets::Target> matches = targets.value().matches(typed, limit);
        for (const LinkTargets::Target &target : matches)
            found.append(target.key);
        return found;
    };
    QCOMPARE(keys(u"q2"_s), QStringList{u"q2"_s});
    QCOMPARE(keys(u"3"_s).value(0), u"q3"_s);
    QCOMPARE(keys(u"PREF"_s), (QStringList{u"q2"_s, u"q3"_s}));
    QCOMPARE(keys(u"cache prefetch"_s), QStringList{u"q3"_s});
    QCOMPARE(keys(u"nothing of the kind"_s), QStringList());
    QCOMPARE(keys(u""_s, 3).size(), 3);
}

void TestNoteLinks::drillsAndRetiredOnes_areNotOffered()
{
    CollectionFixture fixture;
    meddle(fixture.collection().path(),
           "UPDATE question SET retired = 1 WHERE key LIKE '%/q2';"
           "UPDATE question SET kind = 'drill' WHERE key LIKE '%/q3';");
    const auto targets = LinkTargets::read(fixture.database(), 0);
    VERIFY_OK(targets);
    QVERIFY(targets.value().matches(u"q2"_s, 5).isEmpty());
    QVERIFY(targets.value().find(u"q2"_s)); // an old link still leads there
    QVERIFY(!targets.value().find(u"q3"_s));
}

QTEST_GUILESS_MAIN(TestNoteLinks)
#include "tst_notelinks.moc"
