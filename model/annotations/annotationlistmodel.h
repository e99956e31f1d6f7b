// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/annotationstore.h"
#include "model/questions/questionroles.h"

#include <QAbstractListModel>

// Annotations as AnnotationStore found them. What costs time is worked out for the rows that are
// looked at. `store` must outlive the model.
class AnnotationListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    // Beside the roles of questionroles.h, whose title is Annotation::title().
    enum Role {
        KeyRole = Qt::UserRole + 100, // QString, Annotation::key()
        HighlightRole,                // bool; a note otherwise
        KindTextRole,                 // QString, "Highlight, with comment"
        FreeRole,                     // bool, belongs to no question
        ColorRole,                    // int, a HighlightColor
        ExcerptRole,                  // QString on one line, without markup: a note's beginning or
                                      // what was searched for, or a quote and its comment
        ExcerptQuoteRole,             // int, how much of it is the quote
        ExcerptMatchesRole,           // QList<TextRange>
        ModifiedRole,                 // QDateTime
        DeletedRole,                  // QDateTime, invalid outside the bin
        PassageChangedRole,           // bool
    };
    Q_ENUM(Role)

    explicit AnnotationListModel(const AnnotationStore &store, QObject *parent = nullptr);

    void setAnnotations(QList<Annotation> annotations, const QString &search);

    const QList<Annotation> &annotations() const { return m_annotations; }

    // Null for an invalid index.
    const Annotation *at(const QModelIndex &index) const;
    // Invalid when the list does not have it.
    QModelIndex indexOf(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Excerpt
    {
        QString title;
        QString text;
        qsizetype quote = 0;
    };

    const Excerpt &excerpt(int row) const;
    QString accessibleText(const Annotation &annotation, const Excerpt &excerpt) const;

    const AnnotationStore &m_store;
    QList<Annotation> m_annotations;
    SearchQuery m_query;
    mutable QHash<int, Excerpt> m_excerpts; // by row
};

// "Note" or "Highlight, with comment".
QString kindText(const Annotation &annotation);
