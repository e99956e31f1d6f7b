// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/spellchecker.h"
#include "model/settings.h"
#include "tests/support/modelfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSpellChecker : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_fixture = std::make_unique<CollectionFixture>();
        m_settings = std::make_unique<Settings>(m_fixture->file(u"settings.ini"_s));
        useDictionary(u"hunspell"_s);
    }

    void wordsToCheck_areThoseOfProse_data();
    void wordsToCheck_areThoseOfProse();
    void beforeItIsLoaded_everyWordIsRight();
    void dictionary_tellsWrongFromRight();
    void termsOfTheQuestions_areRight();
    void suggestions_areBounded();
    void ownWords_areKeptAndCanBeRemoved();
    void switchedOff_nothingIsLoadedOrWrong();
    void withoutDictionary_itSaysWhatToInstall();
    void otherEncodings_areReadOrRefusedWithAReason();
    void damagedDictionary_isRefused();

private:
    static void useDictionary(const QString &folder)
    {
        qputenv("DICPATH", QByteArray(WOODSHED_SOURCE_DIR "/tests/model/data/") + folder.toUtf8());
    }

    std::unique_ptr<SpellChecker> make(bool started = true)
    {
        auto made = std::make_unique<SpellChecker>(m_fixture->collection(), *m_settings);
        if (!started)
            return made;
        QSignalSpy changed(made.get(), &SpellChecker::changed);
        made->start();
        if (!changed.wait())
            qFatal("no dictionary was loaded");
        return made;
    }

    std::unique_ptr<CollectionFixture> m_fixture;
    std::unique_ptr<Settings> m_settings;
};

void TestSpellChecker::wordsToCheck_areThoseOfProse_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("plain") << u"One join, many: prefetch."_s << u"One join many prefetch"_s;
    QTest::newRow("marks") << u"- [ ] **Rule of thumb:** say *why* _now_"_s
                           << u"Rule of thumb say why now"_s;
    QTest::newRow("inline code") << u"a `lop ower` and ``x ` y`` here"_s << u"and here"_s;
    QTest::newRow("addresses")
        << u"[the docs](https://exampel.org/lateset) www.exampel.org me@exampel.org <b>bold</b>"_s
        << u"the docs bold"_s;
    QTest::newRow("question links") << u"see [[q14]] and [[pref"_s << u"see and"_s;
    QTest::newRow("identifiers")
        << u"to_attr utf8 camelCase QuerySet a.bcd.efg getit() @property --settings SQL URLs {{ nme }}"_s
        << u""_s;
    QTest::newRow("hyphen and slash")
        << u"well-known and/or, /etc/hosts"_s << u"well known and or"_s;
    QTest::newRow("apostrophes") << u"'doesn't' isn’t 'quoted'"_s << u"doesn't isn’t quoted"_s;
    QTest::newRow("abbreviation") << u"e.g. this... (that)"_s << u"this that"_s;
    QTest::newRow("other letters") << u"naïve Größe – дом"_s << u"naïve Größe дом"_s;
}

void TestSpellChecker::wordsToCheck_areThoseOfProse()
{
    QFETCH(const QString, line);
    QFETCH(const QString, words);
    QStringList found;
    const QList<TextRange> ranges = wordsToCheck(line);
    for (const TextRange &range : ranges)
        found.append(line.sliced(range.start, range.length));
    QCOMPARE(found.join(u' '), words);
}

void TestSpellChecker::beforeItIsLoaded_everyWordIsRight()
{
    const auto spelling = make(false);
    QVERIFY(!spelling->isReady());
    QVERIFY(spelling->isCorrect(u"wrnog"_s));
    QVERIFY(spelling->suggestions(u"wrnog"_s, 5).isEmpty());
}

void TestSpellChecker::dictionary_tellsWrongFromRight()
{
    const auto spelling = make();
    QVERIFY(spelling->isReady());
    for (const QString &word : {u"the"_s, u"The"_s, u"words"_s, u"naïve"_s, u"doesn’t"_s})
        QVERIFY2(spelling->isCorrect(word), qPrintable(word));
    for (const QString &word : {u"teh"_s, u"wrongs"_s, u"naive"_s})
        QVERIFY2(!spelling->isCorrect(word), qPrintable(word));
}

void TestSpellChecker::termsOfTheQuestions_areRight()
{
    meddle(m_fixture->collection().path(),
           "UPDATE question SET answer = 'A QuerySet and its middleware' WHERE number = 1");
    const auto spelling = make();
    QVERIFY(spelling->isCorrect(u"middleware"_s));
    QVERIFY(spelling->isCorrect(u"Middleware"_s));
    QVERIFY(spelling->isCorrect(u"queryset"_s));
    QVERIFY(spelling->isCorrect(u"middleware’s"_s));
    QVERIFY(!spelling->isCorrect(u"midleware"_s));
}

void TestSpellChecker::suggestions_areBounded()
{
    const auto spelling = make();
    QCOMPARE(spelling->suggestions(u"wrnog"_s, 5).value(0), u"wrong"_s);
    QVERIFY(spelling->suggestions(u"wod"_s, 1).size() <= 1);
    QVERIFY(spelling->suggestions(QString(5000, u'a'), 5).isEmpty());
}

void TestSpellChecker::ownWords_areKeptAndCanBeRemoved()
{
    {
        const auto spelling = make();
        QSignalSpy changed(spelling.get(), &SpellChecker::changed);
        spelling->addOwn(u"Zulip"_s);
        spelling->addOwn(u"memoize"_s);
        QCOMPARE(changed.count(), 2);
        QVERIFY(spelling->isCorrect(u"Zulip"_s));
        QVERIFY(spelling->isCorrect(u"Memoize"_s));
        QVERIFY(!spelling->isCorrect(u"zulip"_s));
        QVERIFY(spelling->isOwn(u"Zulip"_s));
        QVERIFY(!spelling->isOwn(u"word"_s));
        VERIFY_OK(m_fixture->collection().writes().flush());
    }
    m_fixture->reopen();
    {
        const auto spelling = make();
        QVERIFY(spelling->isCorrect(u"Zulip"_s));
        spelling->removeOwn(u"Zulip"_s);
        QVERIFY(!spelling->isCorrect(u"Zulip"_s));
        VERIFY_OK(m_fixture->collection().writes().flush());
    }
    QCOMPARE(readText(m_fixture->database(),
                      u"SELECT value FROM setting WHERE key = 'spelling/words'"_s),
             u"memoize"_s);
}

void TestSpellChecker::switchedOff_nothingIsLoadedOrWrong()
{
    m_settings->set(Setting::checkSpelling, false);
    const auto spelling = make(false);
    spelling->start();
    QTest::qWait(50);
    QVERIFY(!spelling->isReady());
    QSignalSpy changed(spelling.get(), &SpellChecker::changed);
    spelling->setOn(true);
    QTRY_VERIFY(spelling->isReady());
    QVERIFY(!spelling->isCorrect(u"teh"_s));
    spelling->setOn(false);
    QVERIFY(spelling->isCorrect(u"teh"_s));
    QVERIFY(!m_settings->value(Setting::checkSpelling));
}

void TestSpellChecker::withoutDictionary_itSaysWhatToInstall()
{
    for (const QString &folder : SpellChecker::folders())
        QVERIFY(!folder.isEmpty());
    QVERIFY(SpellChecker::folders().contains(u"/usr/share/hunspell"_s));
    SpellChecker spelling(m_fixture->collection(), *m_settings);
    spelling.start({m_fixture->folder()});
    QVERIFY(spelling.problem().contains(u"hunspell-en-gb"_s));
    QVERIFY(spelling.isCorrect(u"teh"_s));
}

void TestSpellChecker::otherEncodings_areReadOrRefusedWithAReason()
{
    useDictionary(u"latin"_s);
    const auto spelling = make();
    QVERIFY2(spelling->isReady(), qPrintable(spelling->problem()));
    QVERIFY(spelling->isCorrect(u"naïve"_s));
    QVERIFY(!spelling->isCorrect(u"naive"_s));
    QVERIFY(!spelling->isCorrect(u"слово"_s)); // it cannot even be said in that encoding
    QVERIFY(spelling->suggestions(u"nave"_s, 5).contains(u"naïve"_s));

    QTemporaryDir folder;
    QFile aff(folder.filePath(u"en_GB.aff"_s));
    QVERIFY(aff.open(QIODevice::WriteOnly));
    aff.write("SET X-UNHEARD-OF\n");
    aff.close();
    QVERIFY(QFile::copy(QStringLiteral(WOODSHED_SOURCE_DIR "/tests/model/data/latin/en_GB.dic"),
                        folder.filePath(u"en_GB.dic"_s)));
    qputenv("DICPATH", QFile::encodeName(folder.path()));
    const auto strange = make();
    QVERIFY(!strange->isReady());
    QVERIFY2(strange->problem().contains(u"X-UNHEARD-OF"_s), qPrintable(strange->problem()));
    QVERIFY(strange->isCorrect(u"teh"_s));
}

void TestSpellChecker::damagedDictionary_isRefused()
{
    useDictionary(u"damaged"_s);
    const auto spelling = make();
    QVERIFY(!spelling->isReady());
    QVERIFY(spelling->problem().contains(u"damaged"_s));
    QVERIFY(spelling->isCorrect(u"teh"_s));
}

QTEST_GUILESS_MAIN(TestSpellChecker)
#include "tst_spellchecker.moc"
