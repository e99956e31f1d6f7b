// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/guidestore.h"

#include "model/collection/collection.h"
#include "model/collection/sql.h"
#include "model/collection/studysetting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// Rows of the table `setting`.
constexpr QStringView levelKey = u"goal/level";
constexpr QStringView interviewKey = u"goal/interview";
constexpr QStringView minutesKey = u"goal/minutes";
constexpr QStringView weekdaysKey = u"goal/weekdays"; // seven numbers, "-1 -1 -1 -1 -1 60 0"
constexpr QStringView daysOffKey = u"goal/daysOff";   // dates, "2026-12-24 2026-12-25"

QString weekdaysText(const Goal &goal)
{
    QStringList texts;
    for (const int minutes : goal.weekdays)
        texts.append(QString::number(minutes));
    return texts.join(u' ');
}

void readWeekdays(const QString &text, Goal &goal)
{
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (size_t i = 0; i < goal.weekdays.size() && parts.size() == 7; ++i) {
        bool ok = false;
        const int minutes = parts.at(qsizetype(i)).toInt(&ok);
        if (ok) // whatever is no number is no day off, either
            goal.weekdays[i] = qBound(Goal::asUsual, minutes, mostMinutesOnAWeekday);
    }
}

void readMinutes(const QString &text, Goal &goal)
{
    bool ok = false;
    const int minutes = text.toInt(&ok);
    if (ok)
        goal.minutes = qBound(fewestMinutes, minutes, mostMinutes);
}

QString daysOffText(const Goal &goal)
{
    QStringList texts;
    for (const QDate &day : goal.daysOff)
        texts.append(day.toString(Qt::ISODate));
    return texts.join(u' ');
}

void readDaysOff(const QString &text, Goal &goal)
{
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (const QDate day = QDate::fromString(part, Qt::ISODate); day.isValid())
            goal.daysOff.append(day);
    }
}

Result<QHash<qint64, QStringList>> lists(const Database &database, const QString &sql)
{
    QHash<qint64, QStringList> found;
    const auto read = readRows(database, sql, {}, [&found](const QSqlQuery &row) {
        found[row.value(0).toLongLong()].append(row.value(1).toString());
        return 0;
    });
    if (!read.ok())
        return read.error();
    return found;
}

} // namespace

GuideStore::GuideStore(Collection &collection, QObject *parent)
    : QObject(parent)
    , m_collection(collection)
{
}

Result<QList<Level>> GuideStore::levels() const
{
    const Database &database = m_collection.database();
    const auto topics = lists(database, u"SELECT level_id, topic.key FROM level_topic"
                                        " JOIN topic ON topic.id = topic_id"
                                        " WHERE NOT retired ORDER BY topic.position"_s);
    if (!topics.ok())
        return topics.error();
    const auto tiers = lists(database, u"SELECT level_id, tier FROM level_tier ORDER BY tier"_s);
    if (!tiers.ok())
        return tiers.error();
    return readRows(database,
                    u"SELECT id, key, title, summary, duration, hours, focus, interview FROM level"
                    " ORDER BY deck_id, position"_s,
                    {}, [&](const QSqlQuery &row) {
                        const qint64 id = row.value(0).toLongLong();
                        Level level{row.value(1).toString(),
                                    row.value(2).toString(),
                                    row.value(3).toString(),
                                    topics.value().value(id),
                                    {},
                                    row.value(4).toString(),
                                    row.value(5).toString(),
                                    row.value(6).toString().split(u'\n', Qt::SkipEmptyParts),
                                    {}};
                        const QStringList numbers = tiers.value().value(id);
                        for (const QString &number : numbers)
                            level.tiers.append(Tier(number.toInt()));
                        const QStringList mix =
                            row.value(7).toString().split(u',', Qt::SkipEmptyParts);
                        for (const QString &count : mix)
                            level.interview.append(count.toInt());
                        return level;
                    });
}

QList<Tier> GuideStore::tiers() const
{
    const auto all = levels().valueOr({});
    for (const Level &level : all) {
        if (level.key == m_goal.level)
            return level.tiers;
    }
    return {};
}

Result<QList<GuideEntry>> GuideStore::entries() const
{
    return readRows(m_collection.database(),
                    u"SELECT kind, title, text, url FROM guide_entry ORDER BY deck_id, position"_s,
                    {}, [](const QSqlQuery &row) {
                        return GuideEntry{GuideEntry::Kind(row.value(0).toInt()),
                                          row.value(1).toString(), row.value(2).toString(),
                                          row.value(3).toString()};
                    });
}

Result<int> GuideStore::mustStudyCount(const QList<Tier> &tiers) const
{
    const auto count = readValue(
        m_collection.database(),
        u"SELECT count(*) FROM question"
        " WHERE NOT retired AND kind <> 'drill' AND tier IN (%1)"_s.arg(numberList(tiers)));
    if (!count.ok())
        return count.error();
    return count.value().toInt();
}

Status GuideStore::load()
{
    const auto read = readRows(m_collection.database(),
                               u"SELECT key, value FROM setting WHERE key LIKE 'goal/%'"_s, {},
                               [this](const QSqlQuery &row) {
                                   const QString key = row.value(0).toString();
                                   const QString value = row.value(1).toString();
                                   if (key == levelKey)
                                       m_goal.level = value;
                                   else if (key == interviewKey)
                                       m_goal.interview = QDate::fromString(value, Qt::ISODate);
                                   else if (key == minutesKey)
                                       readMinutes(value, m_goal);
                                   else if (key == weekdaysKey)
                                       readWeekdays(value, m_goal);
                                   else if (key == daysOffKey)
                                       readDaysOff(value, m_goal);
                                   return 0;
                               });
    if (!read.ok())
        return read.error();
    m_welcomed = !m_goal.level.isEmpty();
    const auto all = levels();
    if (!all.ok())
        return all.error();
    const auto known = [this](const Level &level) { return level.key == m_goal.level; };
    // Until the learner says otherwise, the level in the middle; so, too, if the deck's levels are
    // others by now.
    if (!all.value().isEmpty() && std::none_of(all.value().begin(), all.value().end(), known))
        m_goal.level = all.value().at(all.value().size() / 2).key;
    return success();
}

void GuideStore::setGoal(const Goal &goal)
{
    const bool changed = goal != m_goal;
    m_goal = goal;
    m_welcomed = true;
    m_collection.writes().submit([goal](const Database &database) -> Status {
        const std::pair<QStringView, QString> rows[] = {
            {levelKey, goal.level},
            {interviewKey, goal.interview.toString(Qt::ISODate)},
            {minutesKey, QString::number(goal.minutes)},
            {weekdaysKey, weekdaysText(goal)},
            {daysOffKey, daysOffText(goal)},
        };
        Status done = success();
        for (const auto &[key, value] : rows) {
            if (done.ok())
                done = keepSetting(database, key.toString(), value);
        }
        return done;
    });
    if (changed)
        emit goalChanged();
}
