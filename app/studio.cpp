// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio.h"

#include "model/annotations/annotationstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcStart, "woodshed.start")

Studio::Studio(std::unique_ptr<Collection> collection, const QString &settingsPath,
               Installation installation)
    : m_collection(std::move(collection))
    , m_installation(std::move(installation))
    , m_settings(settingsPath)
    , m_questions(m_collection->database())
    , m_bookmarks(*m_collection)
    , m_notes(*m_collection)
    , m_highlights(*m_collection)
    , m_guide(*m_collection)
    , m_scheduler(*m_collection, m_guide)
    , m_practice(*m_collection, m_scheduler)
    , m_interviews(*m_collection, m_scheduler)
    , m_fitter(*m_collection, m_scheduler, m_practice)
    , m_planner(*m_collection, m_guide, m_scheduler, m_practice)
    , m_progress(*m_collection)
    , m_pastInterviews(*m_collection)
    , m_updates(*m_collection)
    , m_spelling(*m_collection, m_settings)
    , m_commands(m_bookmarks, m_notes, m_highlights, m_practice, m_guide, m_scheduler, m_planner,
                 m_pastInterviews, m_updates)
    , m_desk{*m_collection,    m_questions,  m_bookmarks,    m_notes,    m_highlights,
             m_practice,       m_scheduler,  m_guide,        m_commands, m_settings,
             m_highlighter,    m_interviews, m_fitter,       m_planner,  m_progress,
             m_pastInterviews, m_updates,    m_installation, m_spelling}
{
}

Result<std::unique_ptr<Studio>> Studio::open(const QString &folder, const QString &settingsPath)
{
    auto collection = Collection::open(folder);
    if (!collection.ok())
        return collection.error();
    const auto installed = installDeck(collection.value()->database(), bundledDeckPath());
    std::unique_ptr<Studio> studio(
        new Studio(std::move(collection).value(), settingsPath, installed.valueOr(Installation())));
    if (!installed.ok()) {
        // An installed deck is as good as before; without any, there is nothing to study.
        qCWarning(lcStart).noquote() << installed.error().message << installed.error().detail;
        if (studio->m_questions.count().valueOr(0) == 0)
            return installed.error();
    }
    if (const Status loaded = studio->m_bookmarks.load(); !loaded.ok())
        return loaded.error();
    if (const Status loaded = studio->m_guide.load(); !loaded.ok())
        return loaded.error();
    if (const Status loaded = studio->m_scheduler.load(); !loaded.ok())
        return loaded.error();
    if (const Status loaded = studio->m_fitter.load(); !loaded.ok())
        return loaded.error();
    forgetOldDeletions(*studio->m_collection);
    return studio;
}

QString bundledDeckPath()
{
    return QDir(QCoreApplication::applicationDirPath())
        .filePath(u"../share/woodshed/decks/django.deck"_s);
}
