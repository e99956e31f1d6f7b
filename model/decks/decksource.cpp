// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decks/decksource.h"

#include "model/decks/alternatives.h"
#include "model/decks/tomlreader.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> readText(const QDir &folder, const QString &name,
                                QList<SourceProblem> &problems)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly)) {
        problems.append({name, 0, u"cannot be read: %1"_s.arg(file.errorString())});
        return std::nullopt;
    }
    return QString::fromUtf8(file.readAll());
}

std::optional<toml::table> parseToml(const QString &text, const QString &file,
                                     QList<SourceProblem> &problems)
{
    try { // Debian builds the library with exceptions; none leaves this function
        return toml::parse(text.toStdString());
    } catch (const toml::parse_error &error) {
        const std::string_view reason = error.description();
        problems.append({file, int(error.source().begin.line),
                         QString::fromUtf8(reason.data(), qsizetype(reason.size()))});
        return std::nullopt;
    }
}

QList<Tier> readTiers(TomlReader &reader)
{
    QList<Tier> tiers;
    for (const QString &name : reader.strings("tiers")) {
        if (const auto tier = tierFromName(name))
            tiers.append(*tier);
        else
            reader.report(reader.line("tiers"), u"there is no tier \"%1\""_s.arg(name));
    }
    return tiers;
}

// Notes where entry `index` of an array of tables begins, as "key_point/0".
void noteLine(SourceLines &lines, const QString &array, qsizetype index, const TomlReader &reader)
{
    lines.insert(u"%1/%2"_s.arg(array).arg(index), reader.line());
}

void readDeckFile(const QDir &folder, DeckSource &source)
{
    const QString file = u"deck.toml"_s;
    const auto text = readText(folder, file, source.problems);
    const auto table = text ? parseToml(*text, file, source.problems) : std::nullopt;
    if (!table)
        return;

    Deck &deck = source.deck;
    TomlReader reader(*table, file, {}, source.problems, &source.deckLines);
    deck.key = reader.string("key");
    deck.title = reader.string("title");
    deck.version = reader.string("version");
    deck.baseline = reader.string("baseline");
    deck.licence = reader.string("licence");
    deck.summary = reader.string("summary");
    deck.sourceHosts = reader.strings("source_hosts");
    for (const toml::table *topicTable : reader.tables("topic")) {
        TomlReader topic(*topicTable, file, u"topic"_s, source.problems);
        noteLine(source.deckLines, u"topic"_s, deck.topics.size(), topic);
        deck.topics.append(
            {0, topic.string("key"), topic.string("title"), topic.string("summary")});
        topic.finish();
    }
    for (const toml::table *levelTable : reader.tables("level")) {
        TomlReader level(*levelTable, file, u"level"_s, source.problems);
        noteLine(source.deckLines, u"level"_s, deck.levels.size(), level);
        deck.levels.append({level.string("key"), level.string("title"), level.string("summary"),
                            level.strings("topics"), readTiers(level), level.string("duration"),
                            level.string("hours"), level.strings("focus"),
                            level.numbers("interview", TomlReader::Optional)});
        source.deckLines.insert(u"level/%1/interview"_s.arg(deck.levels.size() - 1),
                                level.line("interview"));
        level.finish();
    }
    using Kind = GuideEntry::Kind;
    for (const auto &[key, kind] :
         {std::pair("tip", Kind::Tip), {"faq", Kind::Faq}, {"resource", Kind::Resource}}) {
        for (const toml::table *entryTable : reader.tables(key, TomlReader::Optional)) {
            TomlReader entry(*entryTable, file, QString::fromLatin1(key), source.problems);
            noteLine(source.deckLines, u"guide"_s, deck.guide.size(), entry);
            deck.guide.append({kind, entry.string("title"), entry.string("text"),
                               kind == Kind::Resource ? entry.string("url") : QString()});
            entry.finish();
        }
    }
    reader.finish();
}

KeyPoint readKeyPoint(TomlReader &reader, QuestionKind kind)
{
    KeyPoint point;
    point.key = reader.string("key");
    point.text = reader.string("text");
    point.detail = reader.string("detail", TomlReader::Optional);
    if (kind != QuestionKind::Drill)
        point.expression = writeOutAlternatives(reader.string("match"));
    const QString section = reader.string("section", TomlReader::Optional);
    if (const auto known = sectionFromName(section))
        point.section = *known;
    else
        reader.report(reader.line("section"), u"there is no section \"%1\""_s.arg(section));
    reader.finish();
    return point;
}

Question readFrontMatter(const toml::table &table, const QString &file,
                         QList<SourceProblem> &problems, SourceLines &lines)
{
    TomlReader reader(table, file, {}, problems, &lines);
    Question question;
    question.key = reader.string("key");
    question.title = reader.string("title");
    question.prompt = reader.string("prompt");
    question.topics = reader.strings("topics");
    question.related = reader.strings("related", TomlReader::Optional);
    question.since = reader.string("since", TomlReader::Optional);
    question.until = reader.string("until", TomlReader::Optional);
    question.followUp = reader.string("follow_up", TomlReader::Optional);
    const QString kind = reader.string("kind");
    if (const auto known = kindFromName(kind))
        question.kind = *known;
    else if (!kind.isEmpty())
        reader.report(reader.line("kind"), u"there is no kind \"%1\""_s.arg(kind));
    const QString tier = reader.string("tier");
    if (const auto known = tierFromName(tier))
        question.tier = *known;
    else if (!tier.isEmpty())
        reader.report(reader.line("tier"), u"there is no tier \"%1\""_s.arg(tier));
    if (question.kind == QuestionKind::Drill)
        question.drill = Drill{reader.string("file"), {}, {}, {}};
    for (const toml::table *pointTable : reader.tables("key_point")) {
        TomlReader point(*pointTable, file, u"key point"_s, problems);
        noteLine(lines, u"key_point"_s, question.keyPoints.size(), point);
        question.keyPoints.append(readKeyPoint(point, question.kind));
    }
    for (const toml::table *sourceTable : reader.tables("source")) {
        TomlReader source(*sourceTable, file, u"source"_s, problems);
        noteLine(lines, u"source"_s, question.sources.size(), source);
        question.sources.append({source.string("title"), source.string("url")});
        source.finish();
    }
    reader.finish();
    return question;
}

// What stands beside a drill. Its program is the deck's harness and the drill's own checks.
void readDrillFiles(const QDir &folder, const QString &key, Drill &drill,
                    QList<SourceProblem> &problems)
{
    drill.starter = readText(folder, key + u"/start.py"_s, problems).value_or(QString());
    drill.solution = readText(folder, key + u"/solution.py"_s, problems).value_or(QString());
    drill.program = readText(folder, u"harness.py"_s, problems).value_or(QString()) + u'\n' +
                    readText(folder, key + u"/check.py"_s, problems).value_or(QString());
}

// The number in a key: 14 for "q14".
int numberIn(const QString &key)
{
    static const QRegularExpression form(u"^[a-z]+([0-9]+)$"_s);
    return form.match(key).captured(1).toInt();
}

void readQuestionFile(const QDir &folder, const QString &file, DeckSource &source)
{
    const auto text = readText(folder, file, source.problems);
    if (!text)
        return;
    const QString fence = u"+++\n"_s;
    const qsizetype end = text->indexOf(u"\n+++\n"_s);
    if (!text->startsWith(fence) || end < 0) {
        source.problems.append({file, 1, u"front matter between two lines of +++ is missing"_s});
        return;
    }
    // The opening fence stays as an empty line, so that TOML's line numbers are the file's.
    const QString frontMatter = u"\n"_s + text->mid(fence.size(), end + 1 - fence.size());
    const auto table = parseToml(frontMatter, file, source.problems);
    if (!table)
        return;
    SourceLines lines;
    Question question = readFrontMatter(*table, file, source.problems, lines);
    const QString body = text->mid(end + 1 + fence.size());
    question.answer = body.trimmed();
    question.number = numberIn(question.key);
    const QString stem = file.chopped(3);
    if (question.drill)
        readDrillFiles(folder, stem, *question.drill, source.problems);
    if (question.number == 0 || question.key != stem) {
        source.problems.append({file, 2,
                                u"key \"%1\" must be the file's name, letters and then "
                                "a number, such as \"q14\""_s.arg(question.key)});
    }
    const qsizetype start = body.indexOf(question.answer.left(1));
    const int answerLine = int(frontMatter.count(u'\n') + 2 + body.left(start).count(u'\n'));
    if (question.answer.isEmpty())
        source.problems.append({file, answerLine, u"the answer is missing"_s});
    lines.insert(u"answer"_s, answerLine);
    source.questionLines.append(std::move(lines));
    source.deck.questions.append(std::move(question));
}

} // namespace

DeckSource readDeckSource(const QString &folder)
{
    DeckSource source;
    const QDir directory(folder);
    readDeckFile(directory, source);
    // Listed by name, so that two builds on two file systems see one order.
    const QStringList files = directory.entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        readQuestionFile(directory, file, source);
    return source;
}

QString describe(const SourceProblem &problem)
{
    if (problem.line == 0)
        return u"%1: %2"_s.arg(problem.file, problem.message);
    return u"%1:%2: %3"_s.arg(problem.file).arg(problem.line).arg(problem.message);
}
