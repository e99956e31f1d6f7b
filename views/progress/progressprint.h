// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/progress/progressfigures.h"

#include <QByteArray>
#include <QSet>
#include <QSizeF>

#include <functional>

class QPagedPaintDevice;
class QPainter;

// Draws the page's figures on paper: charts first, then topics and weeks as tables, on as many
// pages of this size as it takes, each begun by `newPage`. Always in the light theme.
void drawProgress(QPainter &painter, const QSizeF &page, const std::function<void()> &newPage,
                  const ProgressFigures &figures, const QSet<TopicId> &bookmarked);

// The same on a device. Returns whether it could be painted on.
bool printProgress(QPagedPaintDevice &device, const ProgressFigures &figures,
                   const QSet<TopicId> &bookmarked);

// The same as a PDF, A4.
QByteArray progressPdf(const ProgressFigures &figures, const QSet<TopicId> &bookmarked);
