// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/textanchor.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// A highlight is what stands between the first pair of these in a text.
constexpr QChar opening = u'⟦';
constexpr QChar closing = u'⟧';

TextRange takeMarks(QString &text)
{
    const qsizetype start = text.indexOf(opening);
    text.remove(opening);
    const qsizetype end = text.indexOf(closing);
    text.remove(closing);
    return {start, end - start};
}

QString withMarks(QString text, const std::optional<TextRange> &range)
{
    if (!range)
        return text;
    text.insert(range->start + range->length, closing);
    return text.insert(range->start, opening);
}

const QString lazy =
    u"A QuerySet is lazy: building one sends nothing. The database hears of it when the QuerySet "
    u"is "
    "iterated, sliced with a step, or asked for its length. Each evaluation fills the cache. "
    "A second loop over the same QuerySet reads that cache and sends no query."_s;

const QString models = u"from django.db import models\n\n\nclass Post(models.Model):\n"
                       "    title = models.CharField(max_length=200)\n"
                       "    slug = models.SlugField(max_length=200)\n"
                       "    body = models.TextField(blank=True)\n"_s;

const QString list = u"Middleware comes in this order:\n"
                     "SecurityMiddleware sets headers and redirects to HTTPS.\n"
                     "SessionMiddleware reads the session that belongs to the cookie.\n"
                     "CsrfViewMiddleware compares tokens before the view runs.\n"
                     "AuthenticationMiddleware puts the user on the request.\n"_s;

// `text` with the first `passage` marked, and `before` replaced by `after`.
QString marked(QString text, const QString &passage, const QString &before = {},
               const QString &after = {})
{
    if (!before.isEmpty())
        text.replace(before, after);
    const qsizetype at = text.indexOf(passage);
    Q_ASSERT(at >= 0);
    text.insert(at + passage.size(), closing);
    return text.insert(at, opening);
}

} // namespace

class TestTextAnchor : public QObject
{
    Q_OBJECT

private slots:
    void makeAnchor_keepsQuoteAndContext();
    void makeAnchor_takesMoreContextWhereTheTextRepeatsItself();
    void makeAnchor_splitsNoPairOfSurrogates();
    void placeAnchor_findsThePassage_data();
    void placeAnchor_findsThePassage();
    void placeAnchor_answersNothingRatherThanADoubtfulPlace_data();
    void placeAnchor_answersNothingRatherThanADoubtfulPlace();
    void anyRange_isFoundInTheSameText();
    void anchorsOfOtherTexts_areSafe();
    void longText_isPlaced();
};

void TestTextAnchor::makeAnchor_keepsQuoteAndContext()
{
    const TextAnchor anchor = makeAnchor(lazy, {2, 8});
    QCOMPARE(anchor.quote, u"QuerySet"_s);
    QCOMPARE(anchor.prefix, u"A "_s);
    QCOMPARE(anchor.suffix, u" is lazy: building one sends not"_s);
    QCOMPARE(anchor.position, 2);
    const TextAnchor whole = makeAnchor(lazy, {0, lazy.size()});
    QCOMPARE(whole.quote, lazy);
    QVERIFY(whole.prefix.isEmpty());
    QVERIFY(whole.suffix.isEmpty());
}

void TestTextAnchor::makeAnchor_takesMoreContextWhereTheTextRepeatsItself()
{
    const QString text = models + u"\n"_s + models;
    const TextAnchor anchor = makeAnchor(text, {text.lastIndexOf(u"title"), 5});
    QVERIFY(anchor.prefix.size() > 48);
    QVERIFY(anchor.prefix.size() <= 300);
    QVERIFY(text.contains(anchor.prefix + anchor.quote + anchor.suffix));
}

void TestTextAnchor::makeAnchor_splitsNoPairOfSurrogates()
{
    const QString text = u"😀"_s.repeated(40) + u"word!"_s + u"😀"_s.repeated(41);
    const TextAnchor anchor = makeAnchor(u"x"_s + text + u"x"_s, {81, 4});
    QVERIFY(anchor.prefix.isValidUtf16());
    QVERIFY(anchor.suffix.isValidUtf16());
}

void TestTextAnchor::placeAnchor_findsThePassage_data()
{
    QTest::addColumn<QString>("before"); // both with the passage marked
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, const QString &after) {
        QTest::newRow(name) << before << after;
    };
    const auto edit = [&row](const char *name, const QString &text, const QString &passage,
                             const QString &from, const QString &to) {
        row(name, marked(text, passage), marked(text, passage, from, to));
    };

    const QString hears = u"The database hears of it when the QuerySet is iterated"_s;
    row("nothing changed", marked(lazy, hears), marked(lazy, hears));
    row("the very beginning", marked(lazy, u"A"_s), marked(lazy, u"A"_s));
    row("the very end", marked(lazy, u"."_s), marked(lazy, u"."_s));
    row("all there is", u"⟦"_s + lazy + u"⟧"_s, u"⟦"_s + lazy + u"⟧"_s);
    edit("a word, edited far away", lazy, u"cache"_s, u"A QuerySet"_s, u"Every QuerySet"_s);
    edit("a word, edited beside it", lazy, u"iterated"_s, u"sliced with a step"_s, u"sliced"_s);
    edit("inside a word", lazy, u"terat"_s, u"A QuerySet"_s, u"Every QuerySet"_s);
    edit("a sentence before it", lazy, hears, u" The database"_s,
         u" Nor do filters. The database"_s);
    edit("the sentence before it removed", lazy, hears,
         u"A QuerySet is lazy: building one sends nothing. "_s, {});
    row("moved to the end",
        marked(lazy, u"Each evaluation fills the cache, and keeps it."_s,
               u"Each evaluation fills the cache."_s,
               u"Each evaluation fills the cache, and keeps it."_s),
        QString(lazy).remove(u"Each evaluation fills the cache. "_s) +
            u" ⟦Each evaluation fills the cache, and keeps it.⟧"_s);
    row("lines broken elsewhere", marked(lazy, hears),
        marked(QString(lazy)
                   .replace(u"hears of"_s, u"hears\n    of"_s)
                   .replace(u"nothing. "_s, u"nothing.\n"_s),
               u"The database hears\n    of it when the QuerySet is iterated"_s));
    row("code indented", marked(models, u"slug = models.SlugField"_s),
        marked(QString(models).replace(u"    "_s, u"        "_s), u"slug = models.SlugField"_s));
    row("white space at its ends", marked(lazy, u" hears of it "_s),
        marked(lazy, u" hears of it "_s, u"A QuerySet"_s, u"Every QuerySet"_s));
    row("with signs beyond the plane", marked(u"😀😀 "_s + lazy + u" 😀 done"_s, u"no query. 😀"_s),
        marked(u"😀 "_s + lazy + u" 😀 done"_s, u"no query. 😀"_s));
    edit("a typo in it", lazy, hears, u"no such"_s, {});
    row("a typo corrected in it", marked(lazy, hears),
        marked(lazy, u"The data base hears of it when the QuerySet is iterated"_s,
               u"The database"_s, u"The data base"_s));
    row("its first word replaced", marked(lazy, hears),
        marked(lazy, u"Any database hears of it when the QuerySet is iterated"_s, u"The database"_s,
               u"Any database"_s));
    row("its last word replaced", marked(lazy, hears),
        marked(lazy, u"The database hears of it when the QuerySet is looped"_s, u"iterated"_s,
               u"looped"_s));
    row("one word, corrected", marked(lazy, u"evaluation"_s),
        marked(lazy, u"evaluashun"_s, u"evaluation"_s, u"evaluashun"_s));
    row("a sentence put into it",
        marked(lazy,
               u"The database hears of it when the QuerySet is iterated, sliced with a step, or "
               "asked for its length. Each evaluation fills the cache."_s),
        marked(lazy,
               u"The database hears of it when the QuerySet is iterated, sliced with a step, or "
               "asked for its length. Printing it does so too. Each evaluation fills the cache."_s,
               u" Each"_s, u" Printing it does so too. Each"_s));
    row("a sentence written anew",
        marked(lazy, u"The database hears of it when the QuerySet is iterated, sliced with a step, "
                     "or asked for its length."_s),
        marked(lazy,
               u"The database hears of it once the QuerySet is iterated or sliced with a step, and "
               "when you want its length."_s,
               u"The database hears of it when the QuerySet is iterated, sliced with a step, or "
               "asked for its length."_s,
               u"The database hears of it once the QuerySet is iterated or sliced with a step, and "
               "when you want its length."_s));
    row("a line of code changed", marked(models, u"slug = models.SlugField(max_length=200)"_s),
        marked(models, u"slug = models.SlugField(max_length=50, unique=True)"_s,
               u"slug = models.SlugField(max_length=200)"_s,
               u"slug = models.SlugField(max_length=50, unique=True)"_s));
    const QString item = u"CsrfViewMiddleware compares tokens before the view runs."_s;
    row("an item of a list moved up", marked(list, item),
        marked(
            QString(list).remove(item + u'\n').replace(u"order:\n"_s, u"order:\n"_s + item + u'\n'),
            item));
    row("the items around it swapped", marked(list, u"compares tokens"_s),
        marked(
            QString(list).remove(u"SecurityMiddleware sets headers and redirects to HTTPS.\n"_s) +
                u"SecurityMiddleware sets headers and redirects to HTTPS.\n"_s,
            u"compares tokens"_s));
    row("a whole block of code", u"Before:\n⟦"_s + models + u"⟧After."_s,
        u"A longer text before:\n⟦"_s + models + u"⟧After."_s);
    row("one of two alike, by what is around it",
        u"Never do this.\n⟦See the manual.⟧\nAlways test your migrations on a copy.\nSee the manual.\n"_s,
        u"Really.\nNever do this.\n⟦See the manual.⟧\nAlways test your migrations on a copy.\nSee "
        u"the "
        "manual.\n"_s);
}

void TestTextAnchor::placeAnchor_findsThePassage()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const QString expected = after;
    const TextRange passage = takeMarks(before);
    takeMarks(after);
    QCOMPARE(withMarks(after, placeAnchor(after, makeAnchor(before, passage))), expected);
}

void TestTextAnchor::placeAnchor_answersNothingRatherThanADoubtfulPlace_data()
{
    QTest::addColumn<QString>("before"); // with the passage marked
    QTest::addColumn<QString>("after");

    const QString hears = u"The database hears of it when the QuerySet is iterated, sliced with a "
                          "step, or asked for its length. "_s;
    const auto row = [](const char *name, const QString &before, const QString &after) {
        QTest::newRow(name) << before << after;
    };
    row("no text", marked(lazy, u"cache"_s), {});
    row("another text", marked(lazy, u"QuerySet is"_s), models + list);
    row("the sentence removed", marked(lazy, hears), QString(lazy).remove(hears));
    row("a word whose sentence was removed, but which occurs elsewhere",
        marked(lazy, u"QuerySet is iterated"_s), QString(lazy).remove(hears));
    row("a common word", u"the cat the cat ⟦the⟧ dog the cat the cat the cat the bird"_s,
        u"the bird the cat the cat the cat the cow the cat"_s);
    row("the line of code removed, though another is much like it",
        marked(models, u"slug = models.SlugField(max_length=200)"_s),
        QString(models).remove(u"    slug = models.SlugField(max_length=200)\n"_s));
    row("the first of two blocks alike removed",
        marked(models + u"\nThen:\n"_s + models, u"slug"_s), u"Then:\n"_s + models);
    row("one of two sentences alike, with nothing left around it",
        u"One thing to know is this. ⟦See the manual for all the details.⟧ Then some more words "
        u"follow "
        "here. See the manual for all the details. The end of it."_s,
        u"All else is new here. See the manual for all the details. But this stays in doubt. See "
        u"the "
        "manual for all the details. So what."_s);
    row("white space", u"One⟦ ⟧two three four five six."_s, u"One or two three four five six."_s);
    row("a sentence written wholly anew", marked(lazy, u"Each evaluation fills the cache."_s),
        QString(lazy).replace(u"Each evaluation fills the cache."_s,
                              u"Rows stay in memory for later."_s));
}

void TestTextAnchor::placeAnchor_answersNothingRatherThanADoubtfulPlace()
{
    QFETCH(QString, before);
    QFETCH(const QString, after);
    const TextRange passage = takeMarks(before);
    const auto found = placeAnchor(after, makeAnchor(before, passage));
    QVERIFY2(!found, qPrintable(withMarks(after, found)));
}

void TestTextAnchor::anyRange_isFoundInTheSameText()
{
    const QString text = u"😀 "_s + lazy + u"\n"_s + models + u"\n"_s + models + list;
    for (qsizetype start = 0; start < text.size(); start += 3) {
        for (const qsizetype length : {1, 2, 7, 40, 300}) {
            const TextRange range{start, qMin(length, text.size() - start)};
            QCOMPARE(placeAnchor(text, makeAnchor(text, range)), range);
        }
    }
}

void TestTextAnchor::anchorsOfOtherTexts_areSafe()
{
    // Such as a file that was tampered with would hold.
    const TextAnchor anchors[] = {
        {},
        {u"QuerySet"_s, {}, {}, -5},
        {u"QuerySet"_s, {}, {}, 1'000'000},
        {u"QuerySet"_s, u"A "_s, {}, std::numeric_limits<qsizetype>::max()},
        {u" "_s, u" "_s, u" "_s, 3},
        {QString(1, QChar(0xd83d)), QString(1, QChar(0xde00)), {}, 0},
        {lazy + lazy, lazy, lazy, 0},
        {QString(u'\0'), QString(u'\0'), QString(u'\0'), 0},
    };
    for (const TextAnchor &anchor : anchors) {
        for (const QString &text : {QString(), u" "_s, u"x"_s, lazy}) {
            const auto found = placeAnchor(text, anchor);
            if (found)
                QVERIFY(found->start >= 0 && found->length > 0 &&
                        found->start + found->length <= text.size());
        }
    }
    // More different characters than edlib knows.
    QString wide;
    for (char16_t unit = 0x4e00; unit < 0x4e00 + 600; ++unit)
        wide += QChar(unit);
    const TextAnchor anchor = makeAnchor(wide, {100, 400});
    QCOMPARE(placeAnchor(u"一"_s + wide, anchor), (TextRange{101, 400}));
    QVERIFY(!placeAnchor(QString(600, QChar(0x3042)), anchor));
}

void TestTextAnchor::longText_isPlaced()
{
    const quint32 seed = qEnvironmentVariableIsSet("WOODSHED_SEED")
                             ? qEnvironmentVariable("WOODSHED_SEED").toUInt()
                             : QRandomGenerator::global()->generate();
    qInfo("WOODSHED_SEED=%u", seed);
    QRandomGenerator random(seed);
    const QStringList words = (lazy + u' ' + list).simplified().split(u' ');
    QString text;
    while (text.size() < 100'000)
        text += words.at(random.bounded(words.size())) + (random.bounded(12) ? u' ' : u'\n');
    text.replace(39'999, 2, u" Q"_s); // the passages begin at a word
    const std::pair<const char *, qsizetype> passages[] = {{"a letter", 1},
                                                           {"a phrase", 20},
                                                           {"sentences", 300},
                                                           {"pages", 5000},
                                                           {"half of it", 50'000}};
    for (const auto &[name, length] : passages) {
        const TextRange range{40'000, length};
        QElapsedTimer clock;
        clock.start();
        const TextAnchor anchor = makeAnchor(text, range);
        const qint64 made = clock.restart();
        QCOMPARE(placeAnchor(u"More. "_s + text, anchor), (TextRange{40'006, length}));
        const qint64 exact = clock.restart();
        QString edited = text;
        edited.insert(40'000 + length / 2, u"typo"_s);
        const auto found = placeAnchor(edited, anchor);
        const qint64 fuzzy = clock.restart();
        placeAnchor(QString(text).remove(39'000, length + 2000), anchor);
        qInfo("%-10s made in %lld ms, placed in %lld ms, after an edit %lld ms, gone %lld ms", name,
              made, exact, fuzzy, clock.elapsed());
        if (length < 300)
            continue; // the edit left too little of it
        QVERIFY(found);
        // As whole words, the longest of which has 24 letters.
        QVERIFY(qAbs(found->start - 40'000) <= 24);
        QVERIFY(qAbs(found->start + found->length - (40'004 + length)) <= 24);
    }
}

QTEST_GUILESS_MAIN(TestTextAnchor)
#include "tst_textanchor.moc"
