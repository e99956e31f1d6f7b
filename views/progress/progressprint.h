// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/progress/progressfigures.h"

#include <QByteArray>
#include <QSet>

class QPagedPaintDevice;

// Draws the page's figures on paper: charts first, then topics and days as tables, on as many
// pages as it takes. Always in the light theme. Returns whether the device could be painted on.
bool printProgress(QPagedPaintDevice &device, const ProgressFigures &figures,
                   const QSet<TopicId> &bookmarked);

// The same as a PDF, A4.
QByteArray progressPdf(const ProgressFigures &figures, const QSet<TopicId> &bookmarked);
