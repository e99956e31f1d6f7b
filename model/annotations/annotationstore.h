// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/highlightstore.h"
#include "model/annotations/notestore.h"
#include "model/questions/questionstore.h"
#include "model/result.h"

#include <QDateTime>
#include <QHash>
#include <QList>

class Collection;

// What the learner wrote or marked: a note, or a highlight with its comment.
struct Annotation
{
    enum class Kind { Note, Highlight };

    Kind kind = Kind::Note;
    NoteId note;          // of a note
    QString text;         // of a note, Markdown
    Highlight highlight;  // of a highlight
    QString uid;          // of its row; empty for a note that is not on disk yet
    QuestionRow question; // empty for a free note
    QDateTime modified;
    QDateTime deleted; // valid in the bin

    bool isNote() const { return kind == Kind::Note; }

    bool isDeleted() const { return deleted.isValid(); }

    bool hasComment() const { return !isNote() && !highlight.comment.isEmpty(); }

    // The question's title, or the first line of a free note without markup.
    QString title() const;
    // The text without what title() shows of it, Markdown.
    QString body() const;
    // What tells it from every other, in the bin and out of it, as long as it is edited.
    QString key() const;
};

// Which annotations a list shows, and in which order. All conditions hold together.
struct AnnotationFilter
{
    enum class Show { All, Notes, Highlights, WithComments, Free, Bin };
    enum class Sort { Newest, Oldest, Question };

    Show show = Show::All;
    TopicId topic = 0; // primary, 0 for any
    QString text;      // as typed, see SearchQuery
    Sort sort = Sort::Newest;

    bool operator==(const AnnotationFilter &) const = default;
};

// How many there are, whatever is searched for.
struct AnnotationCounts
{
    struct OfTopic
    {
        TopicId topic = 0;
        QString title;
        int count = 0;
    };

    int notes = 0; // free ones included
    int highlights = 0;
    int comments = 0;
    int free = 0;
    int bin = 0;
    QList<OfTopic> topics; // the fullest first

    int all() const { return notes + highlights; }
};

// How long the bin keeps what was deleted.
inline constexpr int binDays = 30;

// Notes, highlights and comments as one list. It is read once and searched many times: read()
// after something was changed. Everything passed in must outlive the store.
class AnnotationStore final
{
public:
    AnnotationStore(const Collection &collection, const NoteStore &notes,
                    const HighlightStore &highlights);

    // Reads everything anew, with what the stores have that is not on disk yet.
    Status read();

    // Of what read() found. Words are looked for on disk, in texts, quotes, comments and the
    // titles of questions, so that they find what was changed since only as it was before.
    Result<QList<Annotation>> find(const AnnotationFilter &filter) const;

    const AnnotationCounts &counts() const { return m_counts; }

    // Whether the present answer no longer has a highlight's passage.
    bool passageChanged(const Annotation &annotation) const;

private:
    struct Answer
    {
        QString digest; // of the question when it was read
        QString plainText;
        QHash<QString, bool> changed; // by highlight
    };

    Status readNotes(QList<Annotation> &annotations) const;
    Status readHighlights(QList<Annotation> &annotations) const;
    Status readQuestions(QList<Annotation> &annotations) const;
    void count();
    Answer *answerOf(QuestionId question) const;

    const Collection &m_collection;
    const NoteStore &m_notes;
    const HighlightStore &m_highlights;
    QList<Annotation> m_all; // the newest first
    AnnotationCounts m_counts;
    mutable QHash<QuestionId, Answer> m_answers;
};

// Takes the words of what was deleted more than binDays ago away for good. That it was there stays
// known.
void forgetOldDeletions(Collection &collection);
