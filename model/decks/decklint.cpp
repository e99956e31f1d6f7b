// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decks/decklint.h"

#include "model/markdown.h"
#include "model/practice/keypointmatcher.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <QVersionNumber>

#include <algorithm>
#include <iterator>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

// Checks one deck. Every method adds what it finds to the list of problems.
class Linter final
{
public:
    Linter(const DeckSource &source, KeyPointMatcher &matcher)
        : m_deck(source.deck)
        , m_source(source)
        , m_matcher(matcher)
        , m_problems(source.problems)
    {
        for (const Topic &topic : m_deck.topics)
            m_topics.insert(topic.key);
        for (const Question &question : m_deck.questions)
            m_keys.insert(question.key);
    }

    QList<SourceProblem> run()
    {
        checkDeck();
        for (qsizetype i = 0; i < m_deck.questions.size(); ++i) {
            m_file = m_deck.questions.at(i).key + u".md"_s;
            m_lines = m_source.questionLines.at(i);
            checkQuestion(m_deck.questions.at(i));
        }
        std::stable_sort(m_problems.begin(), m_problems.end(),
                         [](const SourceProblem &a, const SourceProblem &b) {
                             return std::tie(a.file, a.line) < std::tie(b.file, b.line);
                         });
        return m_problems;
    }

private:
    void report(int line, const QString &message) { m_problems.append({m_file, line, message}); }

    void report(const QString &field, const QString &message)
    {
        report(m_lines.value(field, 1), message);
    }

    // Says so when `key`, which stands in `field`, was seen before.
    void checkUnique(QSet<QString> &seen, const QString &field, const QString &what,
                     const QString &key)
    {
        if (seen.contains(key))
            report(field, u"%1 \"%2\" is used twice"_s.arg(what, key));
        seen.insert(key);
    }

    void checkTopics(const QString &field, const QStringList &topics)
    {
        for (const QString &topic : topics) {
            if (!m_topics.contains(topic))
                report(field, u"there is no topic \"%1\" in deck.toml"_s.arg(topic));
        }
    }

    void checkDeck()
    {
        m_file = u"deck.toml"_s;
        m_lines = m_source.deckLines;
        if (!m_deck.version.isEmpty() && QVersionNumber::fromString(m_deck.version).isNull())
            report(u"version"_s, u"\"%1\" is not made of dotted numbers"_s.arg(m_deck.version));
        QSet<QString> topics;
        for (qsizetype i = 0; i < m_deck.topics.size(); ++i)
            checkUnique(topics, u"topic/%1"_s.arg(i), u"topic key"_s, m_deck.topics.at(i).key);
        QSet<QString> levels;
        for (qsizetype i = 0; i < m_deck.levels.size(); ++i) {
            const QString field = u"level/%1"_s.arg(i);
            checkUnique(levels, field, u"level key"_s, m_deck.levels.at(i).key);
            checkTopics(field, m_deck.levels.at(i).topics);
            checkMix(field + u"/interview"_s, m_deck.levels.at(i).interview);
        }
        for (qsizetype i = 0; i < m_deck.guide.size(); ++i) {
            if (m_deck.guide.at(i).kind == GuideEntry::Kind::Resource)
                checkUrl(m_lines.value(u"guide/%1"_s.arg(i)), m_deck.guide.at(i).url);
        }
    }

    // Of a level's mock interview; without one, its tiers decide.
    void checkMix(const QString &field, const QList<int> &mix)
    {
        const bool sound = mix.size() == std::ssize(allTiers) &&
                           *std::min_element(mix.cbegin(), mix.cend()) >= 0 &&
                           *std::max_element(mix.cbegin(), mix.cend()) > 0;
        if (!mix.isEmpty() && !sound) {
            report(field, u"\"interview\" must be four numbers, none negative and one above 0: how "
                          "many basic, intermediate, advanced and scenario questions to ask"_s);
        }
    }

    void checkQuestion(const Question &question)
    {
        checkUnique(m_seenKeys, u"key"_s, u"key"_s, question.key);
        checkUnique(m_seenTitles, u"title"_s, u"title"_s, question.title);
        checkTopics(u"topics"_s, question.topics);
        if (question.title.size() > longestTitle) {
            report(u"title"_s,
                   u"the title has %1 characters; %2 fit in a list"_s.arg(question.title.size())
                       .arg(longestTitle));
        }
        for (const QString &key : question.related) {
            if (!m_keys.contains(key) || key == question.key)
                report(u"related"_s, u"\"%1\" is not another question of this deck"_s.arg(key));
        }
        checkVersion(u"since"_s, question.since);
        checkVersion(u"until"_s, question.until);
        for (qsizetype i = 0; i < question.sources.size(); ++i)
            checkUrl(m_lines.value(u"source/%1"_s.arg(i)), question.sources.at(i).url);
        checkAnswer(question);
        checkKeyPoints(question);
    }

    void checkVersion(const QString &field, const QString &version)
    {
        static const QRegularExpression form(u"^[0-9]+\\.[0-9]+$"_s);
        if (!version.isEmpty() && !form.match(version).hasMatch())
            report(field, u"\"%1\" is not a version such as 5.2"_s.arg(version));
    }

    void checkUrl(int line, const QString &address)
    {
        const QUrl url(address, QUrl::StrictMode);
        if (!url.isValid() || url.scheme() != u"https")
            report(line, u"\"%1\" is not an https address"_s.arg(address));
        else if (!m_deck.sourceHosts.contains(url.host()))
            report(line, u"%1 is not one of the deck's source_hosts"_s.arg(url.host()));
    }

    void checkAnswer(const Question &question)
    {
        const MarkdownFacts facts = readMarkdown(question.answer);
        const int answerLine = m_lines.value(u"answer"_s);
        const int before = answerLine - 1;
        for (const auto &link : facts.links) {
            if (!m_keys.contains(link.url))
                checkUrl(before + link.line, link.url);
        }
        for (int line : facts.brokenLinks)
            report(before + line,
                   u"a Markdown link in this paragraph is not closed or has no target"_s);
        for (int line : facts.forbidden)
            report(before + line, u"images and HTML are not allowed in an answer"_s);
        for (const auto &block : facts.codeBlocks) {
            if (block.language.isEmpty())
                report(before + block.line, u"the code fence names no language"_s);
        }
        static const QRegularExpression fence(u"^```"_s, QRegularExpression::MultilineOption);
        if (question.answer.count(fence) % 2)
            report(answerLine, u"a code fence is not closed"_s);
        // A drill's answer only explains its solution; a follow-up has an answer of its own.
        const int fewest = question.drill ? fewestDrillWords : fewestAnswerWords;
        const int most = mostAnswerWords + (question.followUp.isEmpty() ? 0 : mostFollowUpWords);
        if (facts.proseWords < fewest || facts.proseWords > most) {
            report(answerLine, u"the answer has %1 words outside code; it should have %2 to %3"_s
                                   .arg(facts.proseWords)
                                   .arg(fewest)
                                   .arg(most));
        }
        m_answerText = facts.plainText;
    }

    void checkKeyPoints(const Question &question)
    {
        if (question.keyPoints.isEmpty())
            return; // reported as a missing field
        const bool scenario = question.kind == QuestionKind::Scenario;
        QSet<QString> keys;
        QSet<Section> sections;
        for (qsizetype i = 0; i < question.keyPoints.size(); ++i) {
            const KeyPoint &point = question.keyPoints.at(i);
            const QString field = u"key_point/%1"_s.arg(i);
            checkUnique(keys, field, u"key point"_s, point.key);
            sections.insert(point.section);
            if (scenario == (point.section == Section::None))
                report(field, u"a section (problem, approach, outcome, follow-up) belongs to every "
                              "key point of a scenario, and to no other"_s);
            if (!point.expression.isEmpty()) // otherwise reported as a missing field
                checkExpression(field, point);
        }
        const bool followed = sections.remove(Section::FollowUp);
        if (scenario && sections.size() < 3)
            report(u"key_point"_s,
                   u"a scenario needs key points for problem, approach and outcome"_s);
        if (followed == question.followUp.isEmpty())
            report(u"follow_up"_s,
                   u"a follow-up and key points of section \"follow-up\" belong together"_s);
    }

    void checkExpression(const QString &field, const KeyPoint &point)
    {
        const std::pair<QString, QString> texts[] = {
            {u"its own text"_s, point.text + u". "_s + point.detail},
            {u"the answer"_s, m_answerText},
        };
        for (const auto &[what, text] : texts) {
            const Status ready = m_matcher.setText(text);
            const Result<TextSpan> matched = m_matcher.find(point.expression);
            if (!ready.ok() || !matched.ok()) {
                report(field,
                       u"match of key point \"%1\" is not a valid expression: %2"_s.arg(
                           point.key, (ready.ok() ? matched.error() : ready.error()).detail));
                return;
            }
            if (matched.value().length == 0)
                report(field,
                       u"match of key point \"%1\" does not accept %2"_s.arg(point.key, what));
        }
    }

    const Deck &m_deck;
    const DeckSource &m_source;
    KeyPointMatcher &m_matcher;
    QList<SourceProblem> m_problems;
    QString m_file;
    SourceLines m_lines;
    QString m_answerText;
    QSet<QString> m_topics;
    QSet<QString> m_keys;
    QSet<QString> m_seenKeys;
    QSet<QString> m_seenTitles;
};

} // namespace

Result<QList<SourceProblem>> lintDeck(const DeckSource &source)
{
    const auto matcher = KeyPointMatcher::create();
    if (!matcher.ok())
        return matcher.error();
    return Linter(source, *matcher.value()).run();
}
