// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QDate>
#include <QMap>
#include <QObject>

class Collection;

// An interview that is over.
struct PastInterview
{
    QDate day;
    QString level; // title, as it was then
    QString note;  // how it went, in the learner's words

    bool operator==(const PastInterview &) const = default;
};

// What the learner wrote about interviews that are over, at most one note a day. What is typed
// counts at once; the disk follows. `collection` must outlive the store.
class PastInterviewStore final : public QObject
{
    Q_OBJECT

public:
    explicit PastInterviewStore(Collection &collection, QObject *parent = nullptr);

    // Those with a note, the latest first, as last set here.
    Result<QList<PastInterview>> all() const;
    // Empty when there is none.
    Result<QString> note(const QDate &day) const;

    // Takes over a note while it is being typed; it is written after a short rest.
    void edit(const PastInterview &interview);
    // Takes over a note and writes it at once.
    void set(const PastInterview &interview);

signals:
    void changed();

private:
    Collection &m_collection;
    QMap<QDate, PastInterview> m_edited; // all that was set in this run; small, so never emptied
};
