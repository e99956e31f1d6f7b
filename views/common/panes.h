// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

// Small pieces that pages are put together from.

// A strip 40 pixels high with a line below and an empty horizontal layout.
QWidget *paneBar(QWidget *parent);

// `content` in a widget with the margin that texts have in side panes. Takes ownership.
QWidget *padded(QWidget *content, int margin = 16);

// A line of one pixel across its parent, or upright.
QWidget *ruler(QWidget *parent, Qt::Orientation orientation = Qt::Horizontal);

// Inline Markdown (`code`, *stress*, **strong**) as rich text for a label of `pixels` height.
QString inlineRichText(const QString &markdown, int pixels);

// Text as a button or menu shows it to the letter: an ampersand would mark a mnemonic.
QString withoutMnemonic(QString text);

// A label for rich text whose links can be reached by keyboard.
QLabel *linkLabel(QWidget *parent);
