// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionfilter.h"
#include "model/result.h"

#include <QObject>
#include <QSet>

class Collection;

// The marks on questions and topics. What is set here counts at once; the disk follows.
// `collection` must outlive the store.
class BookmarkStore final : public QObject
{
    Q_OBJECT

public:
    explicit BookmarkStore(Collection &collection, QObject *parent = nullptr);

    // Reads what is on disk. Call once, before anything else.
    Status load();

    bool hasQuestion(QuestionId question) const { return m_questions.contains(question); }

    bool hasTopic(TopicId topic) const { return m_topics.contains(topic); }

    const QSet<QuestionId> &questions() const { return m_questions; }

    const QSet<TopicId> &topics() const { return m_topics; }

    void setQuestion(QuestionId question, bool bookmarked);
    void setTopic(TopicId topic, bool bookmarked);

signals:
    void changed();

private:
    void write(const QString &column, qint64 target, bool bookmarked);

    Collection &m_collection;
    QSet<QuestionId> m_questions;
    QSet<TopicId> m_topics;
};
