// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/notestore.h"
#include "model/questions/questionroles.h"

#include <QAbstractListModel>

// Notes as NoteStore found them. It never queries: whoever owns it hands it rows.
class NoteListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    // Beside the roles of questionroles.h.
    enum Role {
        TextRole = Qt::UserRole + 100, // QString, Markdown
        ExcerptRole,                   // QString, its beginning or what was searched for, without
                                       // markup, on one line
        ExcerptMatchesRole,            // QList<TextRange>
        ModifiedRole,                  // QDateTime
    };
    Q_ENUM(Role)

    explicit NoteListModel(QObject *parent = nullptr);

    void setNotes(QList<NoteRow> notes, const QString &search);

    const QList<NoteRow> &notes() const { return m_notes; }

    QModelIndex indexOf(QuestionId question) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<NoteRow> m_notes;
    QStringList m_plain; // the same without markup
    SearchQuery m_query;
};
