// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionstore.h"

#include <QAbstractListModel>

// Topics with their figures, perhaps below a first row that stands for all of them. It never
// queries: whoever owns it hands it rows.
class TopicListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TopicIdRole = Qt::UserRole + 1, // TopicId; 0 for the row that stands for all
        DescriptionRole,                // QString, of the row that stands for all
        QuestionsRole,                  // int
        PractisedRole,                  // int, graded at least once
        ReadRole,                       // int, revealed or graded at least once
        TopicBookmarkedRole,            // bool
        FocusRole,                      // bool, interviewers dwell on it
        RecallRole,                     // double, 0 to 1, expected today; negative if unknown
        WeakRole,                       // bool, worth a bookmark it does not have
    };
    Q_ENUM(Role)

    explicit TopicListModel(QObject *parent = nullptr);

    // `allTitle` is the first row's title; no such row for an empty one.
    void setTopics(const QList<TopicRow> &topics, const QString &allTitle,
                   const QString &allDescription);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<TopicRow> m_rows;
    QString m_allDescription;
    bool m_hasAll = false;
};
