// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionroles.h"
#include "model/questions/questionstore.h"

#include <QAbstractListModel>
#include <QCache>

// Questions in a given order: a list of ids, and the rows around what is looked at. Opening it
// costs the same for thirty questions and for a million.
//
// `store` must outlive the model.
class QuestionListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit QuestionListModel(const QuestionStore &store, QObject *parent = nullptr);

    // Shows these questions, in this order; `text` is what was searched for, to mark in the rows.
    void setQuestions(QList<QuestionId> ids, const QString &text = {});

    // Reads the rows again, after something about them was saved.
    void refresh();

    const QList<QuestionId> &questions() const { return m_ids; }

    // 0 for an invalid index.
    QuestionId questionAt(const QModelIndex &index) const;
    // Invalid when the list does not have it.
    QModelIndex indexOf(QuestionId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    using Page = QList<QuestionRow>;

    const QuestionRow &row(int number) const;

    const QuestionStore &m_store;
    QList<QuestionId> m_ids;
    SearchQuery m_query;
    mutable QCache<int, Page> m_pages;
};

// What one row answers for a role; shared by every model of questions.
QVariant questionData(const QuestionRow &row, const SearchQuery &query, int role);
