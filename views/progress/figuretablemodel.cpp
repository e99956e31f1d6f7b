// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/figuretablemodel.h"

using namespace Qt::StringLiterals;

Qt::Alignment FigureTableModel::alignmentOf(int column) const
{
    const bool words = column == 0 || (m_table.remarks && column == m_table.head.size() - 1);
    return (words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

void FigureTableModel::setTable(const FigureTable &table)
{
    beginResetModel();
    m_table = table;
    endResetModel();
}

int FigureTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int FigureTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.head.size());
}

QVariant FigureTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString text = m_table.rows.at(index.row()).at(index.column());
    switch (role) {
    case Qt::DisplayRole: return text;
    case Qt::TextAlignmentRole: return QVariant(alignmentOf(index.column()));
    case Qt::AccessibleTextRole: // a cell alone says little
        return index.column() == 0 ? text : u"%1: %2"_s.arg(m_table.head.at(index.column()), text);
    default: return {};
    }
}

QVariant FigureTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_table.head.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(alignmentOf(section));
    return role == Qt::DisplayRole ? QVariant(m_table.head.at(section)) : QVariant();
}
