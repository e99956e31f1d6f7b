// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

// What every model of questions answers, so that one delegate can paint rows of any of them.
// Unscoped on purpose: Qt's role parameters are int.
enum QuestionRole {
    QuestionIdRole = Qt::UserRole + 1, // QuestionId
    NumberRole,                        // int
    TierRole,                          // int, a Tier
    TopicRole,                         // QString, title of the primary topic
    BookmarkedRole,                    // bool
    HasNoteRole,                       // bool
    StrengthRole,                      // int, of memory: 0 before the first grade, to 4
    TitleMatchesRole,                  // QList<TextRange>, where the search words are
    SnippetRole,                       // QString, what matched when the title did not
    SnippetMatchesRole,                // QList<TextRange>
    FoundInNoteRole,                   // bool, whether the snippet is from the note
    FoundInHighlightRole,              // QString, uid of the highlight whose comment it is from
    UpdatedRole,                       // bool, changed by a newer deck and not looked at since
};
