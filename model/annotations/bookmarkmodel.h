// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionroles.h"
#include "model/questions/questionstore.h"

#include <QAbstractItemModel>
#include <QSet>

// Questions in groups, each with a box to tick. It never queries: whoever owns it hands it rows.
// Top-level rows are groups, with a title in the first column; below them are questions.
class BookmarkModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    // Unscoped on purpose, as Qt's columns are int.
    enum Column { TickColumn, NumberColumn, TitleColumn, TierColumn, GradeColumn, StarColumn };

    static constexpr int columns = StarColumn + 1;

    enum class Grouping { Topic, Tier };

    explicit BookmarkModel(QObject *parent = nullptr);

    // Ticks are kept for questions that are still there.
    void setQuestions(const QList<QuestionRow> &questions, Grouping grouping);
    // Which of them are starred now; rows without a star stay.
    void setBookmarked(const QSet<QuestionId> &bookmarked);

    QList<QuestionId> questions() const; // all, in order
    QList<QuestionId> ticked() const;    // in order
    void setAllTicked(bool ticked);

    // Null for a group or an invalid index.
    const QuestionRow *questionAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void ticksChanged();

private:
    struct Group
    {
        QString title;
        QList<QuestionRow> rows;
    };

    QList<Group> m_groups;
    QSet<QuestionId> m_ticked;
    QSet<QuestionId> m_bookmarked;
};
