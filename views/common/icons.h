// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

// What an icon is drawn in; looked up when it is painted, so that it follows the theme.
enum class IconColor { Text, Muted, Accent, OnAccent, Miss };

// The icon resources/icons/`name`.svg. `checkedName`, if given, shows while its button is checked.
QIcon icon(const QString &name, IconColor color = IconColor::Muted, const QString &checkedName = {},
           IconColor checkedColor = IconColor::Accent);

// The same as a picture of `size` logical pixels, for code that paints.
QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal pixelRatio);
