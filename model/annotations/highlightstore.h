// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/textanchor.h"
#include "model/questions/questionfilter.h"
#include "model/result.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <optional>

class Collection;

// The colours of the learner's markers; the numbers are stored, so they never change.
enum class HighlightColor { Yellow = 0, Green = 1, Blue = 2, Pink = 3 };

inline constexpr HighlightColor allHighlightColors[] = {
    HighlightColor::Yellow, HighlightColor::Green, HighlightColor::Blue, HighlightColor::Pink};

// The colour as a person reads it, translated.
QString highlightColorTitle(HighlightColor color);

// A marked passage of an answer's plain text, with a comment or ''.
struct Highlight
{
    QString uid;
    QuestionId question = 0;
    TextAnchor anchor;
    HighlightColor color = HighlightColor::Yellow;
    QString comment; // plain text
    QDateTime created;
    QDateTime modified;

    bool operator==(const Highlight &) const = default;
};

// The user's highlights. What is set here counts at once; the disk follows. `collection` must
// outlive the store.
class HighlightStore final : public QObject
{
    Q_OBJECT

public:
    explicit HighlightStore(Collection &collection, QObject *parent = nullptr);

    // The highlights on a question, by their place in the answer they were made on.
    Result<QList<Highlight>> on(QuestionId question) const;

    // Every highlight, in no order.
    Result<QList<Highlight>> all() const;
    // Those deleted since then, in no order; `modified` is when. What was deleted a moment ago
    // follows once it is on disk.
    Result<QList<Highlight>> inBin(const QDateTime &since) const;

    // The highlight with this uid, unless it is deleted or there is none.
    Result<std::optional<Highlight>> highlight(const QString &uid) const;

    // A highlight that is not in the store yet: with a uid of its own and the time.
    static Highlight make(QuestionId question, const TextAnchor &anchor, HighlightColor color);

    // Takes over a highlight, new, changed, or brought back after it was removed.
    void set(const Highlight &highlight);
    // Takes over a comment while it is being typed; it is written after a short rest.
    void editComment(const Highlight &highlight, const QString &comment);
    // Puts a highlight into the bin.
    void remove(const Highlight &highlight);

signals:
    void changed(QuestionId question);

private:
    Collection &m_collection;
    QHash<QString, std::optional<Highlight>> m_set; // small, so never emptied
};
