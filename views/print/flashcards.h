// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/print/printoptions.h"

#include <QRectF>

// Where cards lie on a sheet that is printed on both sides. The backs are mirrored about the edge
// that the paper turns on, so that each lies on its front to the point.
class CardGrid final
{
public:
    explicit CardGrid(const PrintOptions &options);

    int columns() const { return 2; }

    int rows() const { return m_rows; }

    int places() const { return columns() * m_rows; }

    // All cards together, in the middle of the paper. In dots, as the others.
    const QRectF &area() const { return m_area; }

    // Of a card by its place, row by row.
    QRectF front(int place) const;
    QRectF back(int place) const;

private:
    QRectF cell(int column, int row) const;

    QRectF m_area;
    int m_rows;
    FlipEdge m_flip;
};
