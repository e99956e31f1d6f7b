// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QWidget;

// The type scale. Sizes are in pixels at 100 % interface size; Qt scales them by pixel ratio.
enum class TextStyle {
    FigureLarge, // 64
    Title,       // 24
    Question,    // 20
    Heading,     // 16
    Reading,     // 15 by default; the reader's own size, see setReadingSize()
    Ui,          // 14
    Small,       // 13
    Meta,        // 12
    Badge,       // 11
    Keycap,      // 11, monospaced
    Code,        // 13, monospaced
};

// How type is set: from the settings, once at the start and after each change of them.
struct Typography
{
    bool systemFonts = false; // instead of the preferred families
    int interfaceSize = 100;  // percent; multiplies every size here
    int readingSize = 15;     // pixels; 13 to 20
};

// Makes `typography` the application's, and sets every widget's text anew.
void applyTypography(const Typography &typography);

// The font of a style as it is now. `weight` replaces the style's own.
QFont textFont(TextStyle style);
QFont textFont(TextStyle style, QFont::Weight weight);

// `pixels` of the design at the present interface size.
int scaled(int pixels);

// Gives a widget the font of a style, now and after every change of the typography.
void setTextStyle(QWidget *widget, TextStyle style);
void setTextStyle(QWidget *widget, TextStyle style, QFont::Weight weight);

// Gives a widget a fixed height that follows the interface size.
void setScaledHeight(QWidget *widget, int pixels);
