// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/questionlistmodel.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcQuestions, "woodshed.questions")

namespace {

constexpr int pageSize = 64;
constexpr int cachedPages = 32;

} // namespace

QVariant questionData(const QuestionRow &row, const SearchQuery &query, int role)
{
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{QString::number(row.number), row.title, tierTitle(row.tier),
                          row.topicTitle};
        if (row.bookmarked)
            parts.append(QuestionListModel::tr("bookmarked"));
        if (row.hasNote)
            parts.append(QuestionListModel::tr("with note"));
        if (row.updated)
            parts.append(QuestionListModel::tr("updated"));
        return parts.join(u", "_s);
    }
    case QuestionIdRole: return row.id;
    case NumberRole: return row.number;
    case TierRole: return int(row.tier);
    case TopicRole: return row.topicTitle;
    case BookmarkedRole: return row.bookmarked;
    case HasNoteRole: return row.hasNote;
    case StrengthRole: return row.strength;
    case TitleMatchesRole: return QVariant::fromValue(query.rangesIn(row.title));
    case SnippetRole: return row.snippet;
    case FoundInNoteRole: return row.foundInNote;
    case FoundInHighlightRole: return row.foundInHighlight;
    case SnippetMatchesRole: return QVariant::fromValue(query.rangesIn(row.snippet));
    case UpdatedRole: return row.updated;
    default: return {};
    }
}

QuestionListModel::QuestionListModel(const QuestionStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_pages(cachedPages)
{
}

void QuestionListModel::setQuestions(QList<QuestionId> ids, const QString &text)
{
    beginResetModel();
    m_ids = std::move(ids);
    m_query = SearchQuery(text);
    m_pages.clear();
    endResetModel();
}

void QuestionListModel::refresh()
{
    m_pages.clear();
    if (!m_ids.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

QuestionId QuestionListModel::questionAt(const QModelIndex &index) const
{
    return index.isValid() ? m_ids.at(index.row()) : 0;
}

QModelIndex QuestionListModel::indexOf(QuestionId id) const
{
    const qsizetype row = m_ids.indexOf(id);
    return row < 0 ? QModelIndex() : index(int(row));
}

int QuestionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QVariant QuestionListModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index)); // debug builds stop on a foreign or stale index
    if (!index.isValid())
        return {};
    if (role == QuestionIdRole) // needs no page
        return m_ids.at(index.row());
    return questionData(row(index.row()), m_query, role);
}

const QuestionRow &QuestionListModel::row(int number) const
{
    const int pageNumber = number / pageSize;
    Page *page = m_pages.object(pageNumber);
    if (!page) {
        const QList<QuestionId> ids = m_ids.mid(qsizetype(pageNumber) * pageSize, pageSize);
        Result<Page> read = m_store.rows(ids, m_query);
        if (!read.ok())
            qCWarning(lcQuestions).noquote() << read.error().detail;
        page = new Page(read.valueOr({}));
        // A row that is gone, or could not be read, still needs its place in the list.
        if (page->size() != ids.size()) {
            Page complete;
            for (QuestionId id : ids) {
                const auto found =
                    std::find_if(page->cbegin(), page->cend(),
                                 [id](const QuestionRow &row) { return row.id == id; });
                QuestionRow missing;
                missing.id = id;
                missing.title = tr("This question could not be read");
                complete.append(found != page->cend() ? *found : missing);
            }
            *page = complete;
        }
        m_pages.insert(pageNumber, page); // which owns it now
        page = m_pages.object(pageNumber);
    }
    return page->at(number % pageSize);
}
