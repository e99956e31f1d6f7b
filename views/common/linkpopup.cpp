// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/linkpopup.h"

#include "views/common/typography.h"

#include <QKeyEvent>
#include <QStringListModel>
#include <QStyledItemDelegate>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 8;
constexpr int boxWidth = 336;
constexpr int rowHeight = 28;
constexpr int margin = 8; // to the window's edge

class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), scaled(rowHeight)};
    }
};

} // namespace

LinkPopup::LinkPopup(const QTextEdit &editor)
    : QListView(editor.window())
    , m_editor(editor)
    , m_rows(new QStringListModel(this))
{
    setObjectName(u"linkPopup"_s);
    setAccessibleName(tr("Questions to link to"));
    setTextStyle(this, TextStyle::Small);
    setModel(m_rows);
    setItemDelegate(new RowDelegate(this));
    setEditTriggers(NoEditTriggers);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(StyledPanel);
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    hide();
    connect(this, &QListView::clicked, this, &LinkPopup::choose);
}

void LinkPopup::offer(const LinkTargets &targets, const QString &typed)
{
    m_keys.clear();
    QStringList rows;
    const QList<LinkTargets::Target> found = targets.matches(typed, mostRows);
    for (const LinkTargets::Target &target : found) {
        m_keys.append(targets.keyFor(target));
        rows.append(
            tr("%1  %2", "key and title of a question").arg(m_keys.constLast(), target.title));
    }
    m_rows->setStringList(rows);
    if (rows.isEmpty()) {
        hide();
        return;
    }
    setCurrentIndex(m_rows->index(0));
    place();
    show();
    raise();
}

// Below the cursor, or above where there is no room.
void LinkPopup::place()
{
    const QWidget *window = parentWidget();
    const QSize size(qMin(scaled(boxWidth), window->width() - 2 * margin),
                     scaled(rowHeight) * int(m_keys.size()) + 2 * frameWidth());
    const QRect cursor = m_editor.cursorRect();
    const QPoint below = m_editor.viewport()->mapTo(window, cursor.bottomLeft() + QPoint(0, 4));
    const QPoint above = m_editor.viewport()->mapTo(window, cursor.topLeft() - QPoint(0, 4));
    const bool fits = below.y() + size.height() <= window->height();
    const int x = qBound(margin, below.x(), window->width() - size.width() - margin);
    setGeometry(QRect(QPoint(x, fits ? below.y() : qMax(0, above.y() - size.height())), size));
}

bool LinkPopup::wants(const QKeyEvent &event)
{
    const QList<int> keys{Qt::Key_Up,    Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown,
                          Qt::Key_Enter, Qt::Key_Tab,  Qt::Key_Return, Qt::Key_Escape};
    return (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier &&
           keys.contains(event.key());
}

void LinkPopup::take(const QKeyEvent &event)
{
    const int last = int(m_keys.size()) - 1;
    const int row = currentIndex().row();
    switch (event.key()) {
    case Qt::Key_Up: setCurrentIndex(m_rows->index(row > 0 ? row - 1 : last)); break;
    case Qt::Key_Down: setCurrentIndex(m_rows->index(row < last ? row + 1 : 0)); break;
    case Qt::Key_PageUp: setCurrentIndex(m_rows->index(0)); break;
    case Qt::Key_PageDown: setCurrentIndex(m_rows->index(last)); break;
    case Qt::Key_Escape:
        hide();
        emit dismissed();
        break;
    default: choose(currentIndex());
    }
}

void LinkPopup::choose(const QModelIndex &index)
{
    hide();
    if (index.isValid())
        emit chosen(m_keys.at(index.row()));
}
