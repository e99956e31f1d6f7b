// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

// Markdown as the pages of a PDF, A4. Loads nothing: images, HTML and remote resources are ignored.
QByteArray pdfOf(const QString &title, const QString &markdown);
