// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

// The colours of one theme. Those that QPalette has a role for are in it too; see paletteOf().
struct Tokens
{
    bool dark = false;

    QColor window; // header, status bar
    QColor panel;  // side panes, page background
    QColor base;   // reader, inputs, boxes
    QColor sunken; // code
    QColor soft;   // row separators
    QColor line;   // borders of panes and boxes
    QColor line2;  // borders of controls, at least 3:1
    QColor text;
    QColor muted; // second lines, labels, icons at rest
    QColor faint; // Markdown marks in the note editor

    QColor accent;
    QColor accentHover;
    QColor onAccent;
    QColor tint;                     // selected row, selected text
    std::array<QColor, 4> marks;     // highlighted passages: yellow, green, blue, pink
    std::array<QColor, 4> markLines; // borders of their markers, at least 3:1 on the base
    QColor markText;                 // on each of the marks
    QColor miss;                     // a missed point, Again, errors
    QColor missTint;

    QColor track; // empty part of a bar
    QColor seg;   // empty segment
    QColor bar2;  // second series
    QColor softBadge;
    QColor softLine;
    QColor inkBadge;
    QColor inkBadgeText;

    std::array<QColor, 5> heat; // shades of accent for amounts, from none to most

    QColor codeKeyword;
    QColor codeString;
    QColor codeComment;
};

const Tokens &lightTokens();
const Tokens &darkTokens();

// The theme a palette was made from, told by its window colour.
const Tokens &tokensOf(const QPalette &palette);

QPalette paletteOf(const Tokens &tokens);
