// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/question.h"
#include "model/questions/questionfilter.h"
#include "model/questions/searchquery.h"
#include "model/result.h"

#include <QHash>
#include <QList>

class Database;

// A question as a list shows it.
struct QuestionRow
{
    QuestionId id = 0;
    int number = 0;
    Tier tier = Tier::Basic;
    QString title;
    TopicId topic = 0; // primary
    QString topicTitle;
    bool bookmarked = false;
    bool hasNote = false;
    int strength = 0;         // of memory: 0 before the first grade, 4 from a stability of 21 days
    QString snippet;          // only for a search whose words are not in the title
    bool foundInNote = false; // where the snippet is from, if not from the question itself
    QString foundInHighlight; // uid of the highlight with that comment
    bool updated = false;     // changed by a newer deck, and not looked at since
};

// A question with what surrounds it on the page.
struct QuestionDetail
{
    Question question;   // topics and related hold nothing: see the lists below
    QList<Topic> topics; // the first is primary
    QList<QuestionLink> related;
    QString deck;         // its title
    QString baseline;     // what its deck was checked on, such as "Django 5.2 LTS"
    bool retired = false; // the deck no longer has it
};

// What a filter found.
struct QuestionMatches
{
    QuestionFilter filter;
    QList<QuestionId> ids;
    QString suggestion; // a search text that would find something, when this one found nothing
};

// A topic with the figures that lists of topics show.
struct TopicRow
{
    Topic topic;
    int questions = 0;
    int practised = 0; // graded at least once
    int read = 0;      // revealed or graded at least once
    bool bookmarked = false;
    bool focus = false; // interviewers dwell on it at the learner's level; set by who knows
    // Expected share recalled today, 0 to 1, or negative where nobody knows; set by who knows, as
    // are the others.
    double recall = -1;
    bool weak = false; // worth a bookmark
    bool falling = false;
};

// Reads questions and topics. Code drills have a place of their own in Practice, so lists and
// figures leave them out; detail() and rows() know them. Every call sees what is on disk at that
// moment. `database` must outlive the store, which may be used only in the database's thread.
class QuestionStore final
{
public:
    explicit QuestionStore(const Database &database);

    Result<QuestionMatches> find(const QuestionFilter &filter) const;

    // Rows in the order of `ids`; ids that do not exist are left out.
    Result<QList<QuestionRow>> rows(const QList<QuestionId> &ids,
                                    const SearchQuery &query = {}) const;

    // Fails with Error::Kind::Query when there is no such question.
    Result<QuestionDetail> detail(QuestionId id) const;
    // The id for a key such as "django/q14"; 0 when there is none.
    Result<QuestionId> idOf(const QString &key) const;

    // In must-study order, with figures of questions of these tiers, or of all. One that the deck
    // no longer has is among them while it has such questions, or a bookmark.
    Result<QList<TopicRow>> topics(const QList<Tier> &tiers = {}) const;
    // Of these tiers, or of all, by number.
    Result<QList<QuestionId>> questionsOf(TopicId topic, const QList<Tier> &tiers = {}) const;
    Result<int> count() const;

private:
    Status readParts(QuestionDetail &detail) const;
    Result<QString> suggestionFor(const SearchQuery &query) const;
    Status addSnippets(QList<QuestionRow> &rows, const SearchQuery &query) const;

    const Database &m_database;
};
