// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/topiclistmodel.h"

using namespace Qt::StringLiterals;

namespace {

// Why a bookmark is proposed; empty when none is.
QString weakHint(const TopicRow &row)
{
    if (!row.weak || row.bookmarked)
        return {};
    return row.falling ? TopicListModel::tr("Lower than a week ago: press B to bookmark")
                       : TopicListModel::tr("Below half: press B to bookmark");
}

QString spokenText(const TopicRow &row)
{
    const QString title = row.topic.title;
    if (row.recall < 0) {
        return TopicListModel::tr("%1, %2 of %n question(s) practised", nullptr, row.questions)
            .arg(title)
            .arg(row.practised);
    }
    QStringList parts{TopicListModel::tr("%1, %2 of %n question(s) read", nullptr, row.questions)
                          .arg(title)
                          .arg(row.read),
                      TopicListModel::tr("%1% recalled").arg(qRound(100 * row.recall)),
                      weakHint(row)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

TopicListModel::TopicListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void TopicListModel::setTopics(const QList<TopicRow> &topics, const QString &allTitle,
                               const QString &allDescription)
{
    beginResetModel();
    m_rows = topics;
    m_allDescription = allDescription;
    m_hasAll = !allTitle.isEmpty();
    if (m_hasAll) {
        TopicRow all;
        all.topic.title = allTitle;
        m_rows.prepend(all);
    }
    endResetModel();
}

int TopicListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TopicListModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index));
    if (!index.isValid())
        return {};
    const TopicRow &row = m_rows.at(index.row());
    const bool all = m_hasAll && index.row() == 0;
    switch (role) {
    case Qt::DisplayRole: return row.topic.title;
    case Qt::ToolTipRole:
        return weakHint(row).isEmpty() ? row.topic.summary
                                       : row.topic.summary + u'\n' + weakHint(row);
    case Qt::AccessibleTextRole:
        return all ? tr("%1, %2").arg(row.topic.title, m_allDescription) : spokenText(row);
    case TopicIdRole: return row.topic.id;
    case DescriptionRole: return all ? m_allDescription : QString();
    case QuestionsRole: return row.questions;
    case PractisedRole: return row.practised;
    case ReadRole: return row.read;
    case TopicBookmarkedRole: return row.bookmarked;
    case FocusRole: return row.focus;
    case RecallRole: return row.recall;
    case WeakRole: return row.weak && !row.bookmarked;
    default: return {};
    }
}
