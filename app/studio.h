// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/bookmarkstore.h"
#include "model/annotations/highlightstore.h"
#include "model/annotations/notestore.h"
#include "model/annotations/spellchecker.h"
#include "model/collection/collection.h"
#include "model/decks/deckinstaller.h"
#include "model/plan/guidestore.h"
#include "model/plan/pastinterviewstore.h"
#include "model/plan/planner.h"
#include "model/plan/progressstore.h"
#include "model/practice/interviewstore.h"
#include "model/practice/practicestore.h"
#include "model/practice/scheduler.h"
#include "model/practice/weightfitter.h"
#include "model/questions/questionstore.h"
#include "model/questions/updatestore.h"
#include "model/settings.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/pythonhighlighter.h"

#include <memory>

// An open collection with everything that works on it, in the order in which it must be made; it
// goes in the reverse order.
class Studio final
{
    Q_DISABLE_COPY_MOVE(Studio)

public:
    // Opens the collection in `folder` and brings its deck up to date.
    static Result<std::unique_ptr<Studio>> open(const QString &folder, const QString &settingsPath);

    const Desk &desk() const { return m_desk; }

private:
    Studio(std::unique_ptr<Collection> collection, const QString &settingsPath,
           Installation installation);

    std::unique_ptr<Collection> m_collection;
    Installation m_installation;
    Settings m_settings;
    PythonHighlighter m_highlighter;
    QuestionStore m_questions;
    BookmarkStore m_bookmarks;
    NoteStore m_notes;
    HighlightStore m_highlights;
    GuideStore m_guide;
    Scheduler m_scheduler;
    PracticeStore m_practice;
    InterviewStore m_interviews;
    WeightFitter m_fitter;
    Planner m_planner;
    ProgressStore m_progress;
    PastInterviewStore m_pastInterviews;
    UpdateStore m_updates;
    SpellChecker m_spelling;
    Commands m_commands;
    Desk m_desk;
};

// Where the bundled deck is, in the build tree and once installed.
QString bundledDeckPath();
