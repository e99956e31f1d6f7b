// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/notelistmodel.h"

#include "model/markdown.h"
#include "model/questions/questionlistmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype excerptLength = 160;
constexpr qsizetype excerptLead = 40;

} // namespace

NoteListModel::NoteListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void NoteListModel::setNotes(QList<NoteRow> notes, const QString &search)
{
    beginResetModel();
    m_notes = std::move(notes);
    m_plain.clear();
    for (const NoteRow &note : std::as_const(m_notes))
        m_plain.append(readMarkdown(note.text).plainText);
    m_query = SearchQuery(search);
    endResetModel();
}

QModelIndex NoteListModel::indexOf(QuestionId question) const
{
    const auto found =
        std::find_if(m_notes.cbegin(), m_notes.cend(),
                     [question](const NoteRow &note) { return note.question.id == question; });
    return found == m_notes.cend() ? QModelIndex() : index(int(found - m_notes.cbegin()));
}

int NoteListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_notes.size());
}

QVariant NoteListModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index));
    if (!index.isValid())
        return {};
    const NoteRow &note = m_notes.at(index.row());
    const auto excerpt = [&] {
        const QString &plain = m_plain.at(index.row());
        return snippetAround(plain, m_query.rangesIn(plain), excerptLength, excerptLead);
    };
    switch (role) {
    case TextRole: return note.text;
    case ExcerptRole: return excerpt();
    case ExcerptMatchesRole: return QVariant::fromValue(m_query.rangesIn(excerpt()));
    case ModifiedRole: return note.modified;
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3"_s.arg(note.question.number).arg(note.question.title, excerpt());
    default: return questionData(note.question, m_query, role);
    }
}
