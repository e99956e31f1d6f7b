// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionfilter.h"
#include "model/result.h"

#include <QList>
#include <QString>

#include <functional>

class Database;

// A link to a question in a note: [[q14]], or [[django/q14]] across decks.
struct NoteLink
{
    qsizetype start = 0; // of the brackets
    qsizetype length = 0;
    QString key; // what is between them

    bool operator==(const NoteLink &) const = default;
};

// The links in a Markdown text, in order. What is code, the text of another link or escaped with a
// backslash is none.
QList<NoteLink> noteLinks(const QString &markdown);

// The text with each link replaced by what `by` says for its key; a null string leaves it as it is.
QString replaceNoteLinks(const QString &markdown,
                         const std::function<QString(const QString &key)> &by);

// `text` so that Markdown shows it to the letter.
QString markdownLiteral(const QString &text);

// The questions that a note can link to, as they were when it was read.
class LinkTargets final
{
public:
    struct Target
    {
        QuestionId id = 0;
        QString deck; // "django"
        QString key;  // "q14"
        int number = 0;
        QString title;
        bool retired = false;
    };

    LinkTargets() = default;

    // For a note on `question`, or on none for 0. Drills are left out, as they are from lists.
    static Result<LinkTargets> read(const Database &database, QuestionId question);

    // A key without a deck means the deck of the note's question, or else any that has it. Null
    // when there is no such question.
    const Target *find(const QString &key) const;

    // At most `limit` questions that somebody who typed `text` may mean, by key, number or words of
    // the title; the likeliest first.
    QList<Target> matches(const QString &text, int limit) const;

    // What a link to the question says between its brackets.
    QString keyFor(const Target &target) const;

    // The text with links to these questions made Markdown links to "question:<id>", titled
    // "Question 14: …". Unknown keys stay as they are.
    QString withTitles(const QString &markdown) const;
    // The same with the titles as plain text, for what is read outside of the program.
    QString asText(const QString &markdown) const;

    // The question that a link in a shown note leads to: "question:<id>", or a key as in
    // [text](q14). 0 for an address.
    QuestionId questionOf(const QString &target) const;

private:
    QString m_deck; // of the note's question; may be empty
    QList<Target> m_targets;
};
