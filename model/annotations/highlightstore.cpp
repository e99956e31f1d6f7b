// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/highlightstore.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/stamp.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

Highlight fromRow(const QSqlQuery &row)
{
    return {row.value(0).toString(),
            row.value(1).toLongLong(),
            {row.value(2).toString(), row.value(3).toString(), row.value(4).toString(),
             row.value(5).toLongLong()},
            HighlightColor(qBound(0, row.value(6).toInt(), int(HighlightColor::Pink))),
            row.value(7).toString(),
            QDateTime::fromMSecsSinceEpoch(row.value(8).toLongLong()),
            QDateTime::fromMSecsSinceEpoch(row.value(9).toLongLong())};
}

Result<QList<Highlight>> read(const Database &database, const QString &condition,
                              const QVariantList &values = {})
{
    return readRows(database,
                    u"SELECT uid, question_id, quote, prefix, suffix, position, color, comment,"
                    " created, modified FROM highlight WHERE "_s +
                        condition,
                    values, fromRow);
}

WriteQueue::Change write(const Highlight &highlight, bool deleted)
{
    const TextAnchor &anchor = highlight.anchor;
    const qint64 modified = highlight.modified.toMSecsSinceEpoch();
    return [values = QVariantList{
                highlight.uid, highlight.question, anchor.quote,
                anchor.prefix.isNull() ? u""_s : anchor.prefix,
                anchor.suffix.isNull() ? u""_s : anchor.suffix, anchor.position,
                int(highlight.color), highlight.comment.isNull() ? u""_s : highlight.comment,
                highlight.created.toMSecsSinceEpoch(), modified,
                deleted ? QVariant(modified) : QVariant()}](const Database &database) {
        return execute(database,
                       u"INSERT INTO highlight(uid, question_id, quote, prefix, suffix, position,"
                       " color, comment, created, modified, deleted)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(uid) DO UPDATE SET"
                       " quote = excluded.quote, prefix = excluded.prefix,"
                       " suffix = excluded.suffix, position = excluded.position,"
                       " color = excluded.color, comment = excluded.comment,"
                       " modified = excluded.modified, deleted = excluded.deleted"_s,
                       values);
    };
}

} // namespace

QString highlightColorTitle(HighlightColor color)
{
    switch (color) {
    case HighlightColor::Yellow: return QCoreApplication::translate("HighlightColor", "Yellow");
    case HighlightColor::Green: return QCoreApplication::translate("HighlightColor", "Green");
    case HighlightColor::Blue: return QCoreApplication::translate("HighlightColor", "Blue");
    case HighlightColor::Pink: return QCoreApplication::translate("HighlightColor", "Pink");
    }
    Q_UNREACHABLE();
}

HighlightStore::HighlightStore(Collection &collection, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
{
}

Result<QList<Highlight>> HighlightStore::on(QuestionId question) const
{
    auto onDisk =
        read(m_collection.database(), u"deleted IS NULL AND question_id = ?"_s, {question});
    if (!onDisk.ok())
        return onDisk;
    QList<Highlight> highlights = std::move(onDisk).value();
    highlights.removeIf([this](const Highlight &known) { return m_set.contains(known.uid); });
    for (const auto &set : m_set) {
        if (set && set->question == question)
            highlights.append(*set);
    }
    std::sort(highlights.begin(), highlights.end(), [](const Highlight &a, const Highlight &b) {
        return std::tie(a.anchor.position, a.uid) < std::tie(b.anchor.position, b.uid);
    });
    return highlights;
}

Result<QList<Highlight>> HighlightStore::all() const
{
    auto onDisk = read(m_collection.database(), u"deleted IS NULL"_s);
    if (!onDisk.ok())
        return onDisk;
    QList<Highlight> highlights = std::move(onDisk).value();
    highlights.removeIf([this](const Highlight &known) { return m_set.contains(known.uid); });
    for (const auto &set : m_set) {
        if (set)
            highlights.append(*set);
    }
    return highlights;
}

Result<QList<Highlight>> HighlightStore::inBin(const QDateTime &since) const
{
    auto onDisk = read(m_collection.database(), u"deleted > ? AND quote <> ''"_s,
                       {since.toMSecsSinceEpoch()});
    if (!onDisk.ok())
        return onDisk;
    QList<Highlight> highlights = std::move(onDisk).value();
    highlights.removeIf(
        [this](const Highlight &known) { return m_set.value(known.uid).has_value(); });
    return highlights;
}

Result<std::optional<Highlight>> HighlightStore::highlight(const QString &uid) const
{
    if (const auto set = m_set.constFind(uid); set != m_set.cend())
        return *set;
    const auto onDisk = read(m_collection.database(), u"deleted IS NULL AND uid = ?"_s, {uid});
    if (!onDisk.ok())
        return onDisk.error();
    return onDisk.value().isEmpty() ? std::nullopt : std::optional(onDisk.value().constFirst());
}

Highlight HighlightStore::make(QuestionId question, const TextAnchor &anchor, HighlightColor color)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(currentTime());
    return {newUid(), question, anchor, color, {}, now, now};
}

void HighlightStore::set(const Highlight &highlight)
{
    Highlight now = highlight;
    now.modified = QDateTime::fromMSecsSinceEpoch(currentTime());
    m_set.insert(now.uid, now);
    // A comment that is still resting is part of what is set here, and must not come after it.
    m_collection.writes().submitLater(u"highlight/"_s + now.uid, write(now, false));
    m_collection.writes().submitRested();
    emit changed(now.question);
}

void HighlightStore::editComment(const Highlight &highlight, const QString &comment)
{
    Highlight now = highlight;
    now.comment = comment;
    now.modified = QDateTime::fromMSecsSinceEpoch(currentTime());
    m_set.insert(now.uid, now);
    m_collection.writes().submitLater(u"highlight/"_s + now.uid, write(now, false));
    emit changed(now.question);
}

void HighlightStore::remove(const Highlight &highlight)
{
    Highlight now = highlight;
    now.modified = QDateTime::fromMSecsSinceEpoch(currentTime());
    m_set.insert(now.uid, std::nullopt);
    m_collection.writes().submitLater(u"highlight/"_s + now.uid, write(now, true));
    m_collection.writes().submitRested();
    emit changed(now.question);
}
