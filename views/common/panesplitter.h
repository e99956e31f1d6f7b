// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

// A splitter whose handle is a line of one pixel with a grip, but seven pixels wide to the mouse.
class PaneSplitter final : public QSplitter
{
    Q_OBJECT

public:
    explicit PaneSplitter(QWidget *parent = nullptr, Qt::Orientation orientation = Qt::Horizontal);

protected:
    QSplitterHandle *createHandle() override;
};
