// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/collection/collection.h"
#include "model/decks/decksource.h"
#include "model/plan/guidestore.h"
#include "model/practice/scheduler.h"

#include <QTemporaryDir>

#include <memory>

// Fails the running test when a Status or Result is an error, and says which.
#define VERIFY_OK(expression)                                                                      \
    do {                                                                                           \
        const auto &verified = (expression);                                                       \
        QVERIFY2(verified.ok(),                                                                    \
                 verified.ok() ? ""                                                                \
                               : qPrintable(verified.error().message + verified.error().detail));  \
    } while (false)

// A deck of six questions on three topics, free of lint.
Deck sampleDeck();

// A folder with a fresh collection that holds the sample deck.
class CollectionFixture final
{
public:
    explicit CollectionFixture(const Deck &deck = sampleDeck());

    QString folder() const { return m_folder.path(); }

    QString file(const QString &name) const { return m_folder.filePath(name); }

    Collection &collection() { return *m_collection; }

    const Database &database() const { return m_collection->database(); }

    GuideStore &guide() { return *m_guide; }

    Scheduler &scheduler() { return *m_scheduler; }

    // Compiles and installs `deck` over what is there.
    void install(const Deck &deck);

    // Closes the collection and opens it again, as the next start of the program does.
    void reopen();

    // The id of a question by its short key, "q2".
    qint64 question(const QString &key) const;
    qint64 topic(const QString &key) const;

private:
    void open();

    QTemporaryDir m_folder;
    std::unique_ptr<Collection> m_collection;
    std::unique_ptr<GuideStore> m_guide;
    std::unique_ptr<Scheduler> m_scheduler;
};

// The value of a query's first column and row, as text.
QString readText(const Database &database, const QString &sql);

// Changes a collection's file behind the program's back.
void meddle(const QString &path, const QByteArray &script);
