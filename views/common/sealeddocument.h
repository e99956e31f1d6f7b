// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QTextDocument>

// A document for what a person typed, which may look like a picture; none is ever opened. An
// invisible one takes its place, because Qt goes and looks for itself where there is nothing.
class SealedDocument final : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl &) override
    {
        QImage nothing(1, 1, QImage::Format_ARGB32);
        nothing.fill(Qt::transparent);
        return nothing;
    }
};
