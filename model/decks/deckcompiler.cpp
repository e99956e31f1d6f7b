// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decks/deckcompiler.h"

#include "model/collection/schema.h"
#include "model/collection/sql.h"
#include "model/markdown.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QHash>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

// Hashes values one after the other; two different sequences never feed it the same bytes.
class Digest final
{
public:
    void add(const QVariantList &values)
    {
        QByteArray bytes;
        QDataStream stream(&bytes, QIODevice::WriteOnly);
        stream.setVersion(QDataStream::Qt_6_4);
        stream << values;
        m_hash.addData(bytes);
    }

    QString result() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

// Fills an empty deck file. The first failure stops it and is kept.
class Compiler final
{
public:
    Compiler(const Deck &deck, const Database &database)
        : m_deck(deck)
        , m_database(database)
    {
    }

    Status run()
    {
        Transaction transaction(m_database);
        if (!transaction.begun().ok())
            return transaction.begun();
        writeTopics();
        writeLevels();
        writeGuide();
        for (const Question &question : m_deck.questions)
            writeQuestion(question);
        write(u"INSERT INTO question_search(question_search) VALUES ('rebuild')"_s, {});
        write(u"INSERT INTO question_search(question_search) VALUES ('optimize')"_s, {});
        write(u"INSERT INTO deck VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
              {m_deck.key, m_deck.title, m_deck.version, m_deck.baseline, m_deck.licence,
               m_deck.summary, m_digest.result()});
        return m_status.ok() ? transaction.commit() : m_status;
    }

private:
    void write(const QString &sql, const QVariantList &values)
    {
        if (m_status.ok())
            m_status = execute(m_database, sql, values);
    }

    // As write(), for what a digest should notice.
    void writeContent(const QString &sql, const QVariantList &values, Digest &digest)
    {
        digest.add(values);
        write(sql, values);
    }

    void writeTopics()
    {
        int id = 0;
        for (const Topic &topic : m_deck.topics) {
            m_topics.insert(topic.key, ++id);
            m_topicTitles.insert(topic.key, topic.title);
            writeContent(u"INSERT INTO topic VALUES (?, ?, ?, ?)"_s,
                         {id, topic.key, topic.title, topic.summary}, m_digest);
        }
    }

    void writeLevels()
    {
        int id = 0;
        for (const Level &level : m_deck.levels) {
            ++id;
            writeContent(u"INSERT INTO level VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                         {id, level.key, level.title, level.summary, level.duration, level.hours,
                          level.focus.join(u'\n'), numberList(level.interview)},
                         m_digest);
            for (const QString &topic : level.topics)
                writeContent(u"INSERT INTO level_topic VALUES (?, ?)"_s,
                             {id, m_topics.value(topic)}, m_digest);
            for (Tier tier : level.tiers)
                writeContent(u"INSERT INTO level_tier VALUES (?, ?)"_s, {id, int(tier)}, m_digest);
        }
    }

    void writeGuide()
    {
        for (qsizetype i = 0; i < m_deck.guide.size(); ++i) {
            const GuideEntry &entry = m_deck.guide.at(i);
            writeContent(u"INSERT INTO guide_entry VALUES (?, ?, ?, ?, ?)"_s,
                         {i + 1, int(entry.kind), entry.title, entry.text, entry.url}, m_digest);
        }
    }

    void writeQuestion(const Question &question)
    {
        const int id = ++m_questionCount;
        const QVariantList content{question.key,       question.number, kindName(question.kind),
                                   int(question.tier), question.title,  question.prompt,
                                   question.followUp,  question.answer, question.since,
                                   question.until};
        Digest digest;
        digest.add(content);
        // The row goes first, for the foreign keys; its digest follows once all parts are known.
        write(u"INSERT INTO question VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"_s,
              QVariantList{id} + content);
        if (const auto &drill = question.drill)
            writeContent(u"INSERT INTO drill VALUES (?, ?, ?, ?, ?)"_s,
                         {id, drill->file, drill->starter, drill->solution, drill->program},
                         digest);
        QStringList topicTitles;
        for (qsizetype i = 0; i < question.topics.size(); ++i) {
            const QString &topic = question.topics.at(i);
            topicTitles.append(m_topicTitles.value(topic));
            writeContent(u"INSERT INTO question_topic VALUES (?, ?, ?)"_s,
                         {id, i, m_topics.value(topic)}, digest);
        }
        for (qsizetype i = 0; i < question.related.size(); ++i)
            writeContent(u"INSERT INTO question_related VALUES (?, ?, ?)"_s,
                         {id, i, question.related.at(i)}, digest);
        for (qsizetype i = 0; i < question.sources.size(); ++i)
            writeContent(u"INSERT INTO source VALUES (?, ?, ?, ?)"_s,
                         {id, i, question.sources.at(i).title, question.sources.at(i).url}, digest);
        const QString keyPoints = writeKeyPoints(id, question.keyPoints, digest);
        write(u"INSERT INTO question_text VALUES (?, ?, ?, ?, ?, ?)"_s,
              {id, question.title, topicTitles.join(u", "),
               readMarkdown(question.prompt + u"\n\n"_s + question.followUp).plainText, keyPoints,
               readMarkdown(question.answer).plainText});
        writeContent(u"UPDATE question SET digest = ? WHERE id = ?"_s, {digest.result(), id},
                     m_digest);
    }

    // Returns the points as plain text, a line each.
    QString writeKeyPoints(int questionId, const QList<KeyPoint> &points, Digest &digest)
    {
        QString plain;
        for (qsizetype i = 0; i < points.size(); ++i) {
            const KeyPoint &point = points.at(i);
            writeContent(u"INSERT INTO key_point VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)"_s,
                         {questionId, point.key, i, int(point.section), point.text, point.detail,
                          point.expression},
                         digest);
            plain += readMarkdown(point.text + u". "_s + point.detail).plainText;
        }
        return plain;
    }

    const Deck &m_deck;
    const Database &m_database;
    QHash<QString, int> m_topics;
    QHash<QString, QString> m_topicTitles;
    int m_questionCount = 0;
    Digest m_digest;
    Status m_status = success();
};

Status build(const Deck &deck, const QString &path)
{
    const auto database = Database::open(path, Database::Mode::Build);
    if (!database.ok())
        return database.error();
    const Result<QByteArray> schema = sqlScript(u"deck/%1"_s.arg(deckSchemaVersion));
    if (!schema.ok())
        return schema.error();
    if (const Status made = executeScript(*database.value(), schema.value()); !made.ok())
        return made;
    if (const Status filled = Compiler(deck, *database.value()).run(); !filled.ok())
        return filled;
    return execute(*database.value(), u"VACUUM"_s);
}

} // namespace

Status compileDeck(const Deck &deck, const QString &path)
{
    const QString unfinished = path + u".part"_s;
    QFile::remove(unfinished);
    if (const Status built = build(deck, unfinished); !built.ok()) {
        QFile::remove(unfinished);
        return built;
    }
    // rename() replaces the old file in one step, which QFile::rename() does not.
    if (std::rename(QFile::encodeName(unfinished).constData(),
                    QFile::encodeName(path).constData()) != 0) {
        QFile::remove(unfinished);
        return Error{Error::Kind::CannotOpen,
                     u"%1 could not be written. An earlier file there was kept."_s.arg(
                         QDir::toNativeSeparators(path)),
                     {}};
    }
    return success();
}
