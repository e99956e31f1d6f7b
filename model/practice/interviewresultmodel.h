// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/interview.h"

#include <QAbstractTableModel>

// The questions of a finished interview, a row each, as its scorecard lists them.
class InterviewResultModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Title, TierName, Points, Time, YourRating, ColumnCount };

    enum Role {
        TierRole = Qt::UserRole, // a Tier
        MetRole,
        TotalRole,
        SpentRole, // milliseconds
        AllowedRole,
        AskedRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setInterview(const Interview &interview);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const InterviewQuestion &question, int row, int column) const;

    QList<InterviewQuestion> m_questions;
};
