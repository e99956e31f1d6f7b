// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed into a search box, the answer is a list and never an error.

#include "model/annotations/annotationstore.h"
#include "model/questions/questionstore.h"
#include "tests/support/modelfixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSearchFuzz : public QObject
{
    Q_OBJECT

private slots:
    void knownTroublemakers_areSafe_data();
    void knownTroublemakers_areSafe();
    void randomInput_isSafe();

private:
    // Searches everything there is to search, and marks the matches.
    void search(const QString &text);

    CollectionFixture m_fixture;
};

void TestSearchFuzz::search(const QString &text)
{
    const QuestionStore questions(m_fixture.database());
    const auto matches =
        questions.find({text, {}, 0, QuestionFilter::State::Any, QuestionFilter::Sort::Number});
    VERIFY_OK(matches);
    const SearchQuery query(text);
    VERIFY_OK(questions.rows(matches.value().ids, query));
    const NoteStore notes(m_fixture.collection());
    const HighlightStore highlights(m_fixture.collection());
    VERIFY_OK(AnnotationStore(m_fixture.collection(), notes, highlights)
                  .find({AnnotationFilter::Show::All, 0, text, AnnotationFilter::Sort::Newest}));
    for (const TextRange &range : query.rangesIn(text)) {
        QVERIFY(range.start >= 0);
        QVERIFY(range.length > 0);
        QVERIFY(range.start + range.length <= text.size());
    }
}

void TestSearchFuzz::knownTroublemakers_areSafe_data()
{
    QTest::addColumn<QString>("text");
    const std::pair<const char *, QString> texts[] = {
        {"one quote", u"\""_s},
        {"quotes inside", u"a \"b\" \"c"_s},
        {"apostrophe", u"don't; DROP TABLE question"_s},
        {"operators", u"AND OR NOT NEAR(a b, 3)"_s},
        {"lone operator", u"NOT"_s},
        {"column filter", u"title : join"_s},
        {"brackets", u"((a) OR"_s},
        {"star", u"* join* *"_s},
        {"caret and plus", u"^a + b"_s},
        {"minus", u"-join"_s},
        {"percent and underscore", u"100%_x"_s},
        {"NUL", QString(u"jo\0in"_s)},
        {"NUL only", QString(QChar(u'\0'))},
        {"control characters", u"\x01\x02\x1f\x7f"_s},
        {"emoji", u"🎷🏽 join 👩‍👩‍👧"_s},
        {"lone surrogate", QString(QChar(0xd83c)) + u"x"_s},
        {"combining marks", u"e\u0301\u0301\u0301"_s},
        {"only combining marks", u"\u0301\u0302"_s},
        {"right to left", u"\u202eشبكة"_s},
        {"Chinese", u"查询集"_s},
        {"newlines", u"a\nb\r\nc\td"_s},
        {"10,000 letters", QString(10'000, u'x')},
        {"10,000 words", u"join "_s.repeated(10'000)},
        {"10,000 quotes", QString(10'000, u'"')},
        {"10,000 brackets", QString(10'000, u'(')},
    };
    for (const auto &[name, text] : texts)
        QTest::newRow(name) << text;
}

void TestSearchFuzz::knownTroublemakers_areSafe()
{
    QFETCH(const QString, text);
    search(text);
}

void TestSearchFuzz::randomInput_isSafe()
{
    const quint32 seed = qEnvironmentVariableIsSet("WOODSHED_SEED")
                             ? qEnvironmentVariable("WOODSHED_SEED").toUInt()
                             : QRandomGenerator::global()->generate();
    qInfo("seed %u (set WOODSHED_SEED to repeat)", seed);
    QRandomGenerator random(seed);
    const QString alphabet =
        u"abjoinselect \"\"'*^():+-.,;_%&|{}[]<>\\/éß\u0301\n\t"_s + QChar(u'\0') + u"🎷𝒳"_s;
    for (int round = 0; round < 2000; ++round) {
        QString text;
        const int length = random.bounded(1, 40);
        for (int i = 0; i < length; ++i) {
            // One in eight is any code unit at all, halves of pairs included.
            text += random.bounded(8) == 0 ? QChar(char16_t(random.bounded(0x10000)))
                                           : alphabet.at(random.bounded(int(alphabet.size())));
        }
        search(text);
        if (QTest::currentTestFailed()) {
            qWarning() << "input" << text;
            return;
        }
    }
}

QTEST_GUILESS_MAIN(TestSearchFuzz)
#include "tst_searchfuzz.moc"
