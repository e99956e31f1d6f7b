// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/progressstore.h"

#include "model/collection/collection.h"
#include "model/plan/outlook.h"

ProgressStore::ProgressStore(Collection &collection)
    : m_collection(collection)
{
}

Result<QList<PracticeDay>> ProgressStore::practiceDays() const
{
    return QList<PracticeDay>();
}

Result<QList<PastReadiness>> ProgressStore::history() const
{
    return QList<PastReadiness>();
}

Result<QList<PastSession>> ProgressStore::sessionsOn(int) const
{
    return QList<PastSession>();
}

QString progressCsv(const QList<PracticeDay> &, const QList<PastReadiness> &, const Outlook &)
{
    return {};
}
