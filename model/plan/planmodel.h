// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/outlook.h"

#include <QAbstractListModel>

// The plan as rows: a head for each week, its tasks below, and the interview at the end. Of a long
// plan, weeks far ahead stand behind one row until they are asked for.
class PlanModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Week, Task, More, End };

    enum Role {
        KindRole = Qt::UserRole + 1, // int, a Kind
        DetailRole,                  // QString at a head's right: days, and minutes of this week
        PresentRole,                 // bool, of this week
        DatedRole,                   // bool, the end is an interview
    };
    Q_ENUM(Role)

    static constexpr int weeksShown = 4; // at first

    explicit PlanModel(QObject *parent = nullptr);

    void setOutlook(const Outlook &outlook);
    // Shows every week.
    void showAll();

    // The task of a row; null for other rows.
    const PlanTask *task(const QModelIndex &index) const;
    // The place of a task among those of this week; -1 for other rows.
    qsizetype placeOf(const QModelIndex &index) const;
    // The first row that can be chosen; invalid when there is none.
    QModelIndex firstChoice() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    // Only Qt::CheckStateRole of this week's tasks; asks for it and changes nothing by itself.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void tickRequested(qsizetype task, bool ticked);

private:
    struct Row
    {
        Kind kind = Kind::End;
        qsizetype week = 0;
        qsizetype task = 0;

        bool operator==(const Row &) const = default;
    };

    QList<Row> rowsOf(const StudyPlan &plan) const;
    QString title(const Row &row) const;
    QString detail(const Row &row) const;
    QString hint(const PlanTask &task) const;

    StudyPlan m_plan;
    QList<TopicReadiness> m_topics;
    QList<Row> m_rows;
    bool m_all = false;
};
