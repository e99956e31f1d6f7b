// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/planmodel.h"

#include "model/plan/plantext.h"

using namespace Qt::StringLiterals;

PlanModel::PlanModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void PlanModel::setOutlook(const Outlook &outlook)
{
    const QList<Row> rows = outlook.today > 0 ? rowsOf(outlook.plan) : QList<Row>();
    // A tick changes words and no rows: whoever stands on a task stays there.
    const bool same = rows == m_rows;
    if (!same)
        beginResetModel();
    m_plan = outlook.plan;
    m_rows = rows;
    m_topics = outlook.topics;
    if (!same)
        endResetModel();
    else if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

void PlanModel::showAll()
{
    m_all = true;
    beginResetModel();
    m_rows = rowsOf(m_plan);
    endResetModel();
}

QList<PlanModel::Row> PlanModel::rowsOf(const StudyPlan &plan) const
{
    QList<Row> rows;
    const qsizetype weeks = plan.weeks.size();
    // A single week behind the row would take no more room than the row.
    const qsizetype shown = m_all || weeks <= weeksShown + 1 ? weeks : weeksShown;
    for (qsizetype week = 0; week < shown; ++week) {
        rows.append({Kind::Week, week, 0});
        for (qsizetype task = 0; task < plan.weeks.at(week).tasks.size(); ++task)
            rows.append({Kind::Task, week, task});
    }
    if (shown < weeks)
        rows.append({Kind::More, shown, weeks - shown});
    rows.append({Kind::End, weeks, 0});
    return rows;
}

const PlanTask *PlanModel::task(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const Row &row = m_rows.at(index.row());
    return row.kind == Kind::Task ? &m_plan.weeks.at(row.week).tasks.at(row.task) : nullptr;
}

qsizetype PlanModel::placeOf(const QModelIndex &index) const
{
    return task(index) && m_rows.at(index.row()).week == 0 ? m_rows.at(index.row()).task : -1;
}

QModelIndex PlanModel::firstChoice() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (flags(index(row)).testFlag(Qt::ItemIsSelectable))
            return index(row);
    }
    return {};
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Row &row = m_rows.at(index.row());
    // Heads are read, not chosen.
    if (row.kind == Kind::Week || row.kind == Kind::End)
        return Qt::ItemNeverHasChildren;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (row.kind == Kind::Task && row.week == 0)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QString PlanModel::title(const Row &row) const
{
    switch (row.kind) {
    case Kind::Week: return weekTitle(m_plan, row.week);
    case Kind::Task: return taskText(m_plan, m_topics, row.week, row.task);
    case Kind::More: return tr("%n more week(s)…", nullptr, int(row.task));
    case Kind::End: return m_plan.dated ? tr("Interview") : tr("End of the four weeks");
    }
    Q_UNREACHABLE();
}

QString PlanModel::detail(const Row &row) const
{
    if (row.kind == Kind::Week)
        return weekText(m_plan, row.week);
    if (row.kind == Kind::End)
        return endText(m_plan.end,
                       m_plan.weeks.isEmpty() ? m_plan.end : m_plan.weeks.constFirst().first);
    return {};
}

QString PlanModel::hint(const PlanTask &task) const
{
    if (task.kind != PlanTask::Kind::Topic && task.kind != PlanTask::Kind::Drills)
        return {};
    return tr("%1 of %n practised", nullptr, task.count).arg(qMin(task.done, task.count));
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index));
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    const PlanTask *done = task(index);
    switch (role) {
    case Qt::DisplayRole: return title(row);
    case Qt::AccessibleTextRole: {
        QStringList parts{title(row), detail(row), done ? hint(*done) : QString()};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case Qt::ToolTipRole: {
        const QString more = done ? hint(*done) : QString();
        return more.isEmpty() ? title(row) : title(row) + u'\n' + more;
    }
    case Qt::CheckStateRole:
        return done ? QVariant(done->isDone() ? Qt::Checked : Qt::Unchecked) : QVariant();
    case KindRole: return int(row.kind);
    case DetailRole: return detail(row);
    case PresentRole: return row.week == 0 && row.kind != Kind::End;
    case DatedRole: return m_plan.dated;
    default: return {};
    }
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || placeOf(index) < 0)
        return false;
    emit tickRequested(placeOf(index), value.toInt() == Qt::Checked);
    return true;
}
