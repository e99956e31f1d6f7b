// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/searchquery.h"

#include <QObject>
#include <QSet>
#include <QStringEncoder>

#include <memory>
#include <thread>

class Collection;
class Hunspell;
class Settings;

// The words in a line of Markdown that a dictionary can judge: not code, links and addresses,
// template tags, nor what is named rather than written, such as dotted names, options, camelCase,
// capitals, and words with digits or underscores.
QList<TextRange> wordsToCheck(const QString &line);

// Tells wrong words from right ones with a Hunspell dictionary of the system. Right are also the
// words of the collection's questions, which know the field's terms, and those that the learner
// added; these are kept in the collection. Nothing is looked for or loaded before start().
// `collection` and `settings` must outlive it.
class SpellChecker final : public QObject
{
    Q_OBJECT

public:
    SpellChecker(Collection &collection, Settings &settings, QObject *parent = nullptr);
    ~SpellChecker() override; // waits for a dictionary that is being loaded

    // Where dictionaries usually are: DICPATH first, which Hunspell's own program heeds, too.
    static QStringList folders();

    // Finds the dictionary of the system's language, or else an English one, and loads it in a
    // thread; changed() once it is there. Once is enough; nothing happens while it is off.
    void start(const QStringList &in = folders());

    // Whether spelling is to be checked, as the settings say.
    bool isOn() const;
    void setOn(bool on);

    bool isReady() const { return m_dictionary != nullptr; }

    // Why nothing is checked although it is on, for a person; empty before start().
    QString problem() const { return m_problem; }

    // True for every word while nothing is checked.
    bool isCorrect(const QString &word) const;
    // At most `limit`, the likeliest first. Takes up to some 50 ms.
    QStringList suggestions(const QString &word, int limit) const;

    bool isOwn(const QString &word) const;
    void addOwn(const QString &word);
    void removeOwn(const QString &word);

signals:
    void changed(); // words are judged anew

private:
    struct Dictionary;

    void load(const QString &stem);
    void keepOwn();

    Collection &m_collection;
    Settings &m_settings;
    bool m_started = false;
    QString m_problem;
    QSet<QString> m_own;
    std::shared_ptr<Dictionary> m_dictionary;
    std::jthread m_thread; // last, so that it ends before what it uses
};
