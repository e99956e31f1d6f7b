// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/bookmarkmodel.h"

#include "model/questions/questionlistmodel.h"

#include <algorithm>

namespace {

// A question's index carries its group's number plus one; a group's carries nothing.
constexpr quintptr groupId = 0;

} // namespace

BookmarkModel::BookmarkModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void BookmarkModel::setQuestions(const QList<QuestionRow> &questions, Grouping grouping)
{
    beginResetModel();
    m_groups.clear();
    QSet<QuestionId> present;
    for (const QuestionRow &row : questions) {
        present.insert(row.id);
        const QString title = grouping == Grouping::Topic ? row.topicTitle : tierTitle(row.tier);
        auto group = std::find_if(m_groups.begin(), m_groups.end(),
                                  [&](const Group &known) { return known.title == title; });
        if (group == m_groups.end()) {
            m_groups.append({title, {}});
            group = m_groups.end() - 1;
        }
        group->rows.append(row);
    }
    m_ticked.intersect(present);
    endResetModel();
    emit ticksChanged();
}

void BookmarkModel::setBookmarked(const QSet<QuestionId> &bookmarked)
{
    m_bookmarked = bookmarked;
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        emit dataChanged(index(0, StarColumn, parent),
                         index(rowCount(parent) - 1, StarColumn, parent), {BookmarkedRole});
    }
}

QList<QuestionId> BookmarkModel::questions() const
{
    QList<QuestionId> ids;
    for (const Group &group : m_groups) {
        for (const QuestionRow &row : group.rows)
            ids.append(row.id);
    }
    return ids;
}

QList<QuestionId> BookmarkModel::ticked() const
{
    QList<QuestionId> ids = questions();
    ids.removeIf([this](QuestionId id) { return !m_ticked.contains(id); });
    return ids;
}

void BookmarkModel::setAllTicked(bool ticked)
{
    m_ticked.clear();
    if (ticked) {
        const QList<QuestionId> all = questions();
        m_ticked = QSet<QuestionId>(all.begin(), all.end());
    }
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        emit dataChanged(index(0, TickColumn, parent),
                         index(rowCount(parent) - 1, StarColumn, parent), {Qt::CheckStateRole});
    }
    emit ticksChanged();
}

const QuestionRow *BookmarkModel::questionAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupId)
        return nullptr;
    return &m_groups.at(int(index.internalId()) - 1).rows.at(index.row());
}

QModelIndex BookmarkModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : groupId);
}

QModelIndex BookmarkModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == groupId)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, groupId);
}

int BookmarkModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    const bool isGroup = parent.internalId() == groupId && parent.column() == 0;
    return isGroup ? int(m_groups.at(parent.row()).rows.size()) : 0;
}

int BookmarkModel::columnCount(const QModelIndex &) const
{
    return columns;
}

QVariant BookmarkModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index));
    if (!index.isValid())
        return {};
    const QuestionRow *row = questionAt(index);
    if (!row) {
        const bool title = role == Qt::DisplayRole && index.column() == 0;
        return title ? QVariant(m_groups.at(index.row()).title) : QVariant();
    }
    if (role == Qt::CheckStateRole && index.column() == TickColumn)
        return m_ticked.contains(row->id) ? Qt::Checked : Qt::Unchecked;
    if (role == BookmarkedRole)
        return m_bookmarked.contains(row->id);
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case NumberColumn: return row->number;
        case TitleColumn: return row->title;
        case TierColumn: return tierTitle(row->tier);
        default: return {};
        }
    }
    return questionData(*row, {}, role);
}

bool BookmarkModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QuestionRow *row = questionAt(index);
    if (!row || role != Qt::CheckStateRole || index.column() != TickColumn)
        return false;
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(row->id);
    else
        m_ticked.remove(row->id);
    emit dataChanged(index, index.siblingAtColumn(StarColumn), {Qt::CheckStateRole});
    emit ticksChanged();
    return true;
}

Qt::ItemFlags BookmarkModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!questionAt(index))
        return Qt::ItemIsEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == TickColumn)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant BookmarkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractItemModel::headerData(section, orientation, role);
    switch (section) {
    case NumberColumn: return tr("No.");
    case TitleColumn: return tr("Question");
    case TierColumn: return tr("Tier");
    case GradeColumn: return tr("Last grade");
    default: return QString();
    }
}
