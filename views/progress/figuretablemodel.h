// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/progress/progressfigures.h"

#include <QAbstractTableModel>

// A chart's figures as a table, to be read.
class FigureTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const FigureTable &table);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    // The same for a column's head and its cells.
    Qt::Alignment alignmentOf(int column) const;

    FigureTable m_table;
};
