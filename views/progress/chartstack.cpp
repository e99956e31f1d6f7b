// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/chartstack.h"

#include "views/common/icons.h"
#include "views/common/panes.h"
#include "views/common/typography.h"
#include "views/progress/figuretablemodel.h"

#include <QHeaderView>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 24;

QTableView *readingTable(QAbstractItemModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    table->setTabKeyNavigation(false); // Tab leaves the table
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTextStyle(table, TextStyle::Small);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(scaled(rowHeight));
    table->verticalHeader()->setDefaultSectionSize(scaled(rowHeight));
    QHeaderView *header = table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setHighlightSections(false);
    setTextStyle(header, TextStyle::Meta);
    return table;
}

} // namespace

ChartStack::ChartStack(const QString &name, QWidget *chart, QWidget *parent)
    : QStackedWidget(parent)
    , m_toggle(new QToolButton(parent))
    , m_table(nullptr)
    , m_model(new FigureTableModel(this))
{
    m_toggle->setObjectName(name + u"AsTable"_s);
    m_toggle->setIcon(icon(u"table"_s, IconColor::Muted, u"table"_s));
    m_toggle->setCheckable(true);
    m_toggle->setFixedSize(28, 28);
    m_toggle->setAutoRaise(true);
    m_toggle->setFocusPolicy(Qt::StrongFocus); // not by Tab alone, as tool buttons have it
    m_table = readingTable(m_model, this);
    m_table->setObjectName(name + u"Table"_s);
    addWidget(chart);
    // A list reaches from edge to edge of its box, a table does not.
    addWidget(qobject_cast<QAbstractItemView *>(chart) ? padded(m_table, 8) : m_table);
    const auto follow = [this](bool on) {
        setCurrentIndex(on ? 1 : 0);
        showNow();
        m_toggle->setToolTip(on ? tr("Show as a chart") : tr("Show as a table (T: all)"));
    };
    connect(m_toggle, &QToolButton::toggled, this, follow);
    follow(false);
}

void ChartStack::setTable(const FigureTable &table)
{
    m_model->setTable(table);
    // The names take what room the figures leave.
    if (!table.head.isEmpty())
        m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_now = table.now;
    showNow();
    m_toggle->setAccessibleName(tr("%1 as a table").arg(table.title));
    m_table->setAccessibleName(tr("%1, table").arg(table.title));
}

void ChartStack::showNow()
{
    const QModelIndex now = m_model->index(m_now, 0);
    if (!showsTable() || !now.isValid())
        return;
    m_table->setCurrentIndex(now);
    m_table->scrollTo(now, QAbstractItemView::PositionAtCenter);
}

void ChartStack::showTable(bool table)
{
    m_toggle->setChecked(table);
}

void ChartStack::focusShown()
{
    QWidget *shown = showsTable() ? m_table : widget(0);
    shown->setFocus(Qt::OtherFocusReason);
}

bool ChartStack::showsTable() const
{
    return m_toggle->isChecked();
}
