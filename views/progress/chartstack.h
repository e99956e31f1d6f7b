// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/progress/progressfigures.h"

#include <QStackedWidget>

class FigureTableModel;
class QToolButton;
class QTableView;

// A chart that can be read as a table instead, and the button that changes between the two.
class ChartStack final : public QStackedWidget
{
    Q_OBJECT

public:
    // `name` begins the names of its parts. Takes ownership of the chart.
    ChartStack(const QString &name, QWidget *chart, QWidget *parent = nullptr);

    void setTable(const FigureTable &table);
    void showTable(bool table);
    bool showsTable() const;
    // Gives the keyboard to what is shown.
    void focusShown();

    // To be put wherever there is room.
    QToolButton *toggle() const { return m_toggle; }

private:
    // Begins reading at the table's present row.
    void showNow();

    QToolButton *m_toggle;
    QTableView *m_table;
    FigureTableModel *m_model;
    int m_now = -1; // a row
};
