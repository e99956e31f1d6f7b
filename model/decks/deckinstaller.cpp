// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decks/deckinstaller.h"

#include "model/collection/schema.h"
#include "model/collection/sql.h"
#include "model/decks/rewording.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct DeckHead
{
    QString key;
    QString title;
    QString version;
    QString digest;
};

Error notADeck(const QString &path)
{
    return {Error::Kind::NotOurs,
            QCoreApplication::translate("DeckInstaller",
                                        "%1 is not a deck this Woodshed can read. Your collection "
                                        "was left as it is. Install Woodshed again.")
                .arg(QDir::toNativeSeparators(path)),
            {}};
}

Result<QList<DeckHead>> readHeads(const Database &database, const QString &schema)
{
    return readRows(database, u"SELECT key, title, version, digest FROM %1.deck"_s.arg(schema), {},
                    [](const QSqlQuery &row) {
                        return DeckHead{row.value(0).toString(), row.value(1).toString(),
                                        row.value(2).toString(), row.value(3).toString()};
                    });
}

// The one deck of the attached file.
Result<DeckHead> readPackedHead(const Database &collection, const QString &path)
{
    const Result<QVariant> id = readValue(collection, u"PRAGMA pack.application_id"_s);
    const Result<QVariant> format = readValue(collection, u"PRAGMA pack.user_version"_s);
    if (!id.ok() || !format.ok() || id.value().toInt() != deckApplicationId ||
        format.value().toInt() != deckSchemaVersion)
        return notADeck(path);
    const auto heads = readHeads(collection, u"pack"_s);
    static const QRegularExpression keyForm(u"^[a-z][a-z0-9-]*$"_s);
    if (!heads.ok() || heads.value().size() != 1 ||
        !keyForm.match(heads.value().constFirst().key).hasMatch())
        return notADeck(path);
    return heads.value().constFirst();
}

bool isNewer(const DeckHead &offered, const DeckHead &installed)
{
    const int order = QVersionNumber::compare(QVersionNumber::fromString(offered.version),
                                              QVersionNumber::fromString(installed.version));
    return order > 0 || (order == 0 && offered.digest != installed.digest);
}

// Counts what comes and goes with the merge, before it.
Status countQuestions(const Database &collection, const QString &deckKey,
                      Installation &installation)
{
    const auto counts = readRows(
        collection,
        u"WITH offered AS (SELECT ? || '/' || key AS key FROM pack.question"
        " WHERE kind <> 'drill'),"
        " known AS (SELECT question.key FROM main.question JOIN main.deck ON deck.id = deck_id"
        " WHERE deck.key = ? AND NOT retired AND kind <> 'drill')"
        " SELECT (SELECT count(*) FROM offered WHERE key NOT IN (SELECT key FROM known)),"
        " (SELECT count(*) FROM known WHERE key NOT IN (SELECT key FROM offered))"_s,
        {deckKey, deckKey}, [](const QSqlQuery &row) {
            return std::pair{row.value(0).toInt(), row.value(1).toInt()};
        });
    if (!counts.ok())
        return counts.error();
    std::tie(installation.added, installation.retired) = counts.value().constFirst();
    return success();
}

Status mergeDeck(const Database &collection, const DeckHead &head, Installation &installation)
{
    Transaction transaction(collection);
    if (!transaction.begun().ok())
        return transaction.begun();
    if (const Status counted = countQuestions(collection, head.key, installation); !counted.ok())
        return counted;
    const Result<int> changed = keepOldWords(collection, head.key);
    if (!changed.ok())
        return changed.error();
    installation.changed = changed.value();
    const Status recorded = execute(
        collection,
        u"INSERT INTO main.deck(key, title, version, baseline, licence, summary, digest)"
        " SELECT * FROM pack.deck WHERE true"
        " ON CONFLICT(key) DO UPDATE SET title = excluded.title, version = excluded.version,"
        " baseline = excluded.baseline, licence = excluded.licence,"
        " summary = excluded.summary, digest = excluded.digest"_s);
    if (!recorded.ok())
        return recorded;
    const Result<QVariant> id =
        readValue(collection, u"SELECT id FROM main.deck WHERE key = ?"_s, {head.key});
    if (!id.ok())
        return id.error();
    Result<QByteArray> script = sqlScript(u"collection/merge-deck"_s);
    if (!script.ok())
        return script.error();
    const QByteArray merge = std::move(script)
                                 .value()
                                 .replace(":deck", id.value().toByteArray())
                                 .replace(":prefix", "'" + head.key.toUtf8() + "/'");
    if (const Status done = executeScript(collection, merge); !done.ok())
        return done;
    return transaction.commit();
}

} // namespace

Result<Installation> installDeck(const Database &collection, const QString &deckPath)
{
    if (!QFileInfo(deckPath).isFile())
        return notADeck(deckPath);
    if (const Status attached = execute(collection, u"ATTACH DATABASE ? AS pack"_s, {deckPath});
        !attached.ok())
        return notADeck(deckPath);
    const auto detach =
        qScopeGuard([&] { std::ignore = execute(collection, u"DETACH DATABASE pack"_s); });

    const Result<DeckHead> offered = readPackedHead(collection, deckPath);
    if (!offered.ok())
        return offered.error();
    const auto installed = readHeads(collection, u"main"_s);
    if (!installed.ok())
        return installed.error();
    const auto known =
        std::find_if(installed.value().cbegin(), installed.value().cend(),
                     [&](const DeckHead &deck) { return deck.key == offered.value().key; });
    const bool first = known == installed.value().cend();
    Installation installation;
    installation.title = offered.value().title;
    installation.version = first ? offered.value().version : known->version;
    if (!first && !isNewer(offered.value(), *known))
        return installation;
    installation.version = offered.value().version;
    if (const Status merged = mergeDeck(collection, offered.value(), installation); !merged.ok())
        return merged.error();
    installation.outcome =
        first ? Installation::Outcome::Installed : Installation::Outcome::Upgraded;
    return installation;
}
