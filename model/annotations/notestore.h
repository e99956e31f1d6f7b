// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionfilter.h"
#include "model/result.h"

#include <QHash>
#include <QObject>

class Collection;

// Which note: the one on a question, or a free one, which belongs to none.
struct NoteId
{
    NoteId() = default;

    NoteId(QuestionId ofQuestion)
        : question(ofQuestion)
    {
    }

    // A free note that is there, or that is to be made.
    static NoteId freeNote(const QString &uid);
    static NoteId newFree();

    bool isValid() const { return question != 0 || !uid.isEmpty(); }

    bool isFree() const { return question == 0; }

    bool operator==(const NoteId &) const = default;

    QuestionId question = 0;
    QString uid; // of a free note only
};

size_t qHash(const NoteId &note, size_t seed = 0);

// The user's Markdown: at most one note a question, and free ones. What is typed counts at once;
// the disk follows. A note whose text is set to nothing goes to the bin with the text it had;
// setting that text again brings the same note back. `collection` must outlive the store.
class NoteStore final : public QObject
{
    Q_OBJECT

public:
    explicit NoteStore(Collection &collection, QObject *parent = nullptr);

    // The text as last set here, on disk or not. Empty when there is no note.
    Result<QString> text(const NoteId &note) const;

    // Takes over a text while it is being typed; it is written after a short rest.
    void edit(const NoteId &note, const QString &text);
    // Takes over a text and writes it at once.
    void set(const NoteId &note, const QString &text);

    // All that was set in this run, on disk or not; '' for what was deleted. For lists that should
    // not wait for the disk.
    const QHash<NoteId, QString> &unsaved() const { return m_texts; }

signals:
    void changed(const NoteId &note);

private:
    Collection &m_collection;
    QHash<NoteId, QString> m_texts; // all that was set in this run; small, so never emptied
};
