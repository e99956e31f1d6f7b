// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class BookmarkStore;
class Collection;
class Commands;
class GuideStore;
class HighlightStore;
class InterviewStore;
class NoteStore;
class PastInterviewStore;
class Planner;
class PracticeStore;
class ProgressStore;
class PythonHighlighter;
class QuestionStore;
class Scheduler;
class Settings;
class SpellChecker;
class UpdateStore;
class WeightFitter;
struct Installation;

// What every page works with. All of it outlives the pages.
struct Desk
{
    Collection &collection;
    QuestionStore &questions;
    BookmarkStore &bookmarks;
    NoteStore &notes;
    HighlightStore &highlights;
    PracticeStore &practice;
    Scheduler &scheduler;
    GuideStore &guide;
    Commands &commands;
    Settings &settings;
    PythonHighlighter &highlighter;
    InterviewStore &interviews;
    WeightFitter &fitter;
    Planner &planner;
    ProgressStore &progress;
    PastInterviewStore &pastInterviews;
    UpdateStore &updates;
    const Installation &installation; // what this start did to the deck
    SpellChecker &spelling;
};
