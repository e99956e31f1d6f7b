// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/annotationlistmodel.h"

#include "model/markdown.h"
#include "model/questions/questionlistmodel.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype excerptLength = 160;
constexpr qsizetype excerptLead = 40;
constexpr qsizetype quoteLength = 64; // beside a comment, which should be seen, too

QString partOf(const QString &text, const SearchQuery &query, qsizetype length)
{
    const QString part = snippetAround(text, query.rangesIn(text), length, excerptLead);
    return part.endsWith(text.simplified().right(8)) ? part : part + u'…';
}

} // namespace

QString kindText(const Annotation &annotation)
{
    if (annotation.isNote())
        return annotation.note.isFree() ? AnnotationListModel::tr("Free note")
                                        : AnnotationListModel::tr("Note");
    return annotation.hasComment() ? AnnotationListModel::tr("Highlight, with comment")
                                   : AnnotationListModel::tr("Highlight");
}

AnnotationListModel::AnnotationListModel(const AnnotationStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
}

void AnnotationListModel::setAnnotations(QList<Annotation> annotations, const QString &search)
{
    beginResetModel();
    m_annotations = std::move(annotations);
    m_excerpts.clear();
    m_query = SearchQuery(search);
    endResetModel();
}

const Annotation *AnnotationListModel::at(const QModelIndex &index) const
{
    return index.isValid() ? &m_annotations.at(index.row()) : nullptr;
}

QModelIndex AnnotationListModel::indexOf(const QString &key) const
{
    const auto found =
        std::find_if(m_annotations.cbegin(), m_annotations.cend(),
                     [&key](const Annotation &annotation) { return annotation.key() == key; });
    return found == m_annotations.cend() ? QModelIndex()
                                         : index(int(found - m_annotations.cbegin()));
}

int AnnotationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_annotations.size());
}

const AnnotationListModel::Excerpt &AnnotationListModel::excerpt(int row) const
{
    const auto known = m_excerpts.constFind(row);
    if (known != m_excerpts.cend())
        return *known;
    const Annotation &annotation = m_annotations.at(row);
    Excerpt excerpt;
    excerpt.title = annotation.title();
    if (annotation.isNote()) {
        const QString plain = readMarkdown(annotation.body()).plainText;
        excerpt.text = snippetAround(plain, m_query.rangesIn(plain), excerptLength, excerptLead);
    } else {
        const Highlight &highlight = annotation.highlight;
        const bool alone = highlight.comment.isEmpty();
        excerpt.text = partOf(highlight.anchor.quote, m_query, alone ? excerptLength : quoteLength);
        excerpt.quote = excerpt.text.size();
        if (!alone)
            excerpt.text += u' ' + partOf(highlight.comment, m_query, excerptLength);
    }
    return *m_excerpts.insert(row, excerpt);
}

QString AnnotationListModel::accessibleText(const Annotation &annotation,
                                            const Excerpt &excerpt) const
{
    QStringList parts{kindText(annotation)};
    if (annotation.question.id != 0)
        parts.append(QString::number(annotation.question.number));
    parts.append(excerpt.title);
    parts.append(excerpt.text);
    if (m_store.passageChanged(annotation))
        parts.append(tr("passage has changed"));
    return parts.join(u", "_s);
}

QVariant AnnotationListModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index));
    if (!index.isValid())
        return {};
    const Annotation &annotation = m_annotations.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return excerpt(index.row()).title;
    case TitleMatchesRole: return QVariant::fromValue(m_query.rangesIn(excerpt(index.row()).title));
    case KeyRole: return annotation.key();
    case HighlightRole: return !annotation.isNote();
    case KindTextRole: return kindText(annotation);
    case FreeRole: return annotation.question.id == 0;
    case ColorRole: return int(annotation.highlight.color);
    case ExcerptRole: return excerpt(index.row()).text;
    case ExcerptQuoteRole: return int(excerpt(index.row()).quote);
    case ExcerptMatchesRole:
        return QVariant::fromValue(m_query.rangesIn(excerpt(index.row()).text));
    case ModifiedRole: return annotation.modified;
    case DeletedRole: return annotation.deleted;
    case PassageChangedRole: return m_store.passageChanged(annotation);
    case Qt::AccessibleTextRole: return accessibleText(annotation, excerpt(index.row()));
    default: return questionData(annotation.question, m_query, role);
    }
}
