// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/scheduleplan.h"

#include "model/collection/sql.h"
#include "model/collection/studysetting.h"

using namespace Qt::StringLiterals;

namespace {

// Rows of the table `setting`.
constexpr QStringView newPerDayKey = u"schedule/newPerDay";
constexpr QStringView retentionKey = u"schedule/retention";
constexpr QStringView modelKey = u"schedule/model";
constexpr QStringView weightsKey = u"schedule/weights/"; // and the model's key
constexpr QStringView rulesKey = u"schedule/memoryBy";   // the rules that the cache was made by

constexpr int derivation = 1; // raise it when the same log gives another memory

QString weightsText(const QList<double> &weights)
{
    QStringList texts;
    for (const double weight : weights)
        texts.append(QString::number(weight, 'g', QLocale::FloatingPointShortest));
    return texts.join(u' ');
}

QList<double> weightsFrom(const QString &text)
{
    QList<double> weights;
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        weights.append(part.toDouble());
    return weights;
}

} // namespace

QString signatureOf(const MemoryRules &rules)
{
    return u"%1 %2 %3 v%4"_s.arg(rules.model->key())
        .arg(rules.spacing.retention)
        .arg(weightsText(rules.model->weights()))
        .arg(derivation);
}

Result<StoredSchedule> readSchedule(const Database &database)
{
    StoredSchedule stored;
    const auto read =
        readRows(database, u"SELECT key, value FROM setting WHERE key LIKE 'schedule/%'"_s, {},
                 [&stored](const QSqlQuery &row) {
                     const QString key = row.value(0).toString();
                     const QString value = row.value(1).toString();
                     SchedulePlan &plan = stored.plan;
                     if (key == newPerDayKey)
                         plan.newPerDay = qBound(0, value.toInt(), mostNewPerDay);
                     else if (key == retentionKey)
                         plan.retention =
                             qBound(lowestRetention, value.toDouble(), highestRetention);
                     else if (key == modelKey && makeMemoryModel(value))
                         plan.model = value;
                     else if (key.startsWith(weightsKey))
                         stored.weights.insert(key.mid(weightsKey.size()), weightsFrom(value));
                     else if (key == rulesKey)
                         stored.madeBy = value;
                     return 0;
                 });
    if (!read.ok())
        return read.error();
    return stored;
}

MemoryRules rulesOf(const SchedulePlan &plan, const QHash<QString, QList<double>> &weights)
{
    MemoryRules rules{makeMemoryModel(plan.model, weights.value(plan.model)), {}};
    if (!rules.model) // weights that no version of the model had
        rules.model = makeMemoryModel(plan.model);
    rules.spacing.retention = plan.retention;
    return rules;
}

Status keepPlan(const Database &database, const SchedulePlan &plan)
{
    Status done = keepSetting(database, newPerDayKey.toString(), QString::number(plan.newPerDay));
    if (done.ok())
        done = keepSetting(database, retentionKey.toString(), QString::number(plan.retention));
    return done.ok() ? keepSetting(database, modelKey.toString(), plan.model) : done;
}

Status keepWeights(const Database &database, const QString &model, const QList<double> &weights)
{
    return keepSetting(database, weightsKey.toString() + model, weightsText(weights));
}

Status deriveMemory(const Database &database, const MemoryRules &rules)
{
    const Status done = rebuildMemory(database, rules);
    return done.ok() ? keepSetting(database, rulesKey.toString(), signatureOf(rules)) : done;
}

Result<bool> checkMemory(const Database &database)
{
    const auto kept =
        readValue(database, u"SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'memory')"_s);
    if (!kept.ok())
        return kept.error();
    if (!kept.value().toBool())
        return true; // of a format that the next start brings up to date
    const auto stored = readSchedule(database);
    if (!stored.ok())
        return stored.error();
    const MemoryRules rules = rulesOf(stored.value().plan, stored.value().weights);
    const auto derived = readValue(database, u"SELECT EXISTS (SELECT 1 FROM memory)"_s);
    if (!derived.ok())
        return derived.error();
    const QString &madeBy = stored.value().madeBy;
    // By other rules, or not made at all yet: the next start derives it anew.
    if (madeBy != signatureOf(rules) && (!madeBy.isEmpty() || !derived.value().toBool()))
        return true;
    return isMemorySound(database, rules);
}
