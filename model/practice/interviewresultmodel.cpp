// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/interviewresultmodel.h"

using namespace Qt::StringLiterals;

void InterviewResultModel::setInterview(const Interview &interview)
{
    beginResetModel();
    m_questions = interview.questions;
    endResetModel();
}

int InterviewResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_questions.size());
}

int InterviewResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString InterviewResultModel::text(const InterviewQuestion &question, int row, int column) const
{
    switch (column) {
    case Number: return QString::number(row + 1);
    case Title: return question.title;
    case TierName: return tierTitle(question.tier);
    case Points: return u"%1/%2"_s.arg(metCount(question)).arg(question.points.size());
    case Time: return question.wasAsked() ? clockText(question.spent) : QString();
    case YourRating:
        return !question.wasAsked() ? tr("Not reached")
               : question.rating    ? ratingTitle(*question.rating)
                                    : QString();
    default: return {};
    }
}

QVariant InterviewResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InterviewQuestion &question = m_questions.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(question, index.row(), index.column());
    case Qt::AccessibleTextRole:
        switch (index.column()) {
        case Points:
            return tr("%1 of %2 key points").arg(metCount(question)).arg(question.points.size());
        case Time:
            return tr("%1 of %2 minutes")
                .arg(clockText(question.spent), clockText(question.allowed));
        default: return text(question, index.row(), index.column());
        }
    case Qt::ToolTipRole:
        return index.column() == Title ? QVariant(question.title)
                                       : data(index, Qt::AccessibleTextRole);
    case TierRole: return int(question.tier);
    case MetRole: return metCount(question);
    case TotalRole: return int(question.points.size());
    case SpentRole: return question.spent;
    case AllowedRole: return question.allowed;
    case AskedRole: return question.wasAsked();
    default: return {};
    }
}

QVariant InterviewResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title: return tr("Question");
    case TierName: return tr("Tier");
    case Points: return tr("Key points");
    case Time: return tr("Time used");
    case YourRating: return tr("Your rating");
    default: return QString();
    }
}
