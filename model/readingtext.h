// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What a person reads of a Markdown text, as plain lines that each end in a line break: a
// paragraph, heading or list item is one line, with "- " or "1. " before an item; a line of code is
// one with four spaces before it. What only sets the type, and where links lead, is left out.
QString readingText(const QString &markdown);

// What stands before a line of code.
inline constexpr QLatin1String codeIndent("    ");
