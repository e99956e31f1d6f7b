// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/modelfixture.h"

#include "model/collection/sql.h"
#include "model/decks/deckcompiler.h"
#include "model/decks/deckinstaller.h"

using namespace Qt::StringLiterals;

namespace {

Question sampleQuestion(int number, Tier tier, const QString &topic, const QString &title,
                        const QString &answer)
{
    Question question;
    question.key = u"q%1"_s.arg(number);
    question.number = number;
    question.tier = tier;
    question.title = title;
    question.prompt = u"What do you know about %1?"_s.arg(title);
    question.topics = {topic};
    question.answer = answer;
    question.keyPoints = {
        {0, u"first"_s, Section::None, u"First point of %1"_s.arg(number), {}, u"first"_s},
        {0, u"second"_s, Section::None, u"Second point of %1"_s.arg(number), {}, u"second"_s},
    };
    question.sources = {{u"Documentation"_s, u"https://docs.djangoproject.com/en/5.2/"_s}};
    return question;
}

template <typename T>
T orDie(Result<T> result)
{
    if (!result.ok())
        qFatal("%s", qPrintable(result.error().message + result.error().detail));
    return std::move(result).value();
}

} // namespace

Deck sampleDeck()
{
    Deck deck;
    deck.key = u"sample"_s;
    deck.title = u"Sample"_s;
    deck.version = u"1.0.0"_s;
    deck.baseline = u"Django 5.2 LTS"_s;
    deck.licence = u"GPL-3.0-or-later"_s;
    deck.summary = u"For tests."_s;
    deck.sourceHosts = {u"docs.djangoproject.com"_s};
    deck.topics = {{0, u"orm"_s, u"ORM"_s, u"Queries."_s},
                   {0, u"views"_s, u"Views"_s, u"Requests."_s},
                   {0, u"forms"_s, u"Forms"_s, u"Input."_s}};
    deck.levels = {{u"fresher"_s,
                    u"Fresher"_s,
                    u"First job."_s,
                    {u"orm"_s},
                    {Tier::Basic},
                    u"3 weeks"_s,
                    u"40 hours"_s,
                    {u"Models"_s, u"Views"_s},
                    {2, 1, 0, 1}}};
    deck.guide = {{GuideEntry::Kind::Tip, u"Breathe"_s, u"Then *answer*."_s, {}},
                  {GuideEntry::Kind::Resource, u"Docs"_s, u"All of it."_s,
                   u"https://docs.djangoproject.com/en/5.2/"_s}};
    deck.questions = {
        sampleQuestion(1, Tier::Basic, u"orm"_s, u"QuerySets"_s,
                       u"A QuerySet is lazy. First and second."_s),
        sampleQuestion(2, Tier::Intermediate, u"orm"_s, u"select_related"_s,
                       u"Adds a JOIN. `prefetch_related` runs a second query first."_s),
        sampleQuestion(3, Tier::Advanced, u"views"_s, u"Class-based views"_s,
                       u"One method per verb. First, second."_s),
        sampleQuestion(4, Tier::Scenario, u"views"_s, u"A slow page"_s,
                       u"Measure, naïve guesses mislead. First, second."_s),
        sampleQuestion(5, Tier::Basic, u"forms"_s, u"Cleaning data"_s,
                       u"`cleaned_data` holds it. First, second."_s),
        sampleQuestion(6, Tier::Basic, u"forms"_s, u"Model forms"_s,
                       u"Derived from the model. First, second."_s),
    };
    deck.questions[1].related = {u"q1"_s, u"q4"_s};
    deck.questions[1].topics.append(u"views"_s);
    return deck;
}

CollectionFixture::CollectionFixture(const Deck &deck)
{
    open();
    install(deck);
}

void CollectionFixture::open()
{
    m_collection = orDie(Collection::open(m_folder.path()));
    m_guide = std::make_unique<GuideStore>(*m_collection);
    m_scheduler = std::make_unique<Scheduler>(*m_collection, *m_guide);
    orDie(m_guide->load());
    orDie(m_scheduler->load());
}

void CollectionFixture::install(const Deck &deck)
{
    const QString path = file(u"sample.deck"_s);
    orDie(compileDeck(deck, path));
    orDie(installDeck(database(), path));
}

void CollectionFixture::reopen()
{
    m_scheduler.reset();
    m_guide.reset();
    m_collection.reset();
    open();
}

qint64 CollectionFixture::question(const QString &key) const
{
    return readText(database(), u"SELECT id FROM question WHERE key = 'sample/%1'"_s.arg(key))
        .toLongLong();
}

qint64 CollectionFixture::topic(const QString &key) const
{
    return readText(database(), u"SELECT id FROM topic WHERE key = 'sample/%1'"_s.arg(key))
        .toLongLong();
}

QString readText(const Database &database, const QString &sql)
{
    return orDie(readValue(database, sql)).toString();
}

void meddle(const QString &path, const QByteArray &script)
{
    const auto database = orDie(Database::open(path, Database::Mode::ReadWrite));
    orDie(executeScript(*database, script));
}
