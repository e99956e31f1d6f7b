// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/panesplitter.h"

#include "views/common/tokens.h"

#include <QPainter>
#include <QSplitterHandle>

namespace {

constexpr int grabWidth = 3; // pixels beside the line, on each side
constexpr QSize grip(3, 32);

// Lies over both panes; a mask lets them show through beside line and grip.
class Handle final : public QSplitterHandle
{
public:
    explicit Handle(QSplitter *splitter)
        : QSplitterHandle(splitter->orientation(), splitter)
    {
        setAttribute(Qt::WA_MouseNoMask);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        // Not the class between: it sets narrower margins, which resizes, and so on for ever.
        QWidget::resizeEvent(event); // NOLINT(bugprone-parent-virtual-call)
        if (orientation() == Qt::Horizontal)
            setContentsMargins(grabWidth, 0, grabWidth, 0);
        else
            setContentsMargins(0, grabWidth, 0, grabWidth);
        setMask(QRegion(line()) + gripBox());
    }

    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(palette());
        QPainter painter(this);
        painter.fillRect(line(), tokens.line);
        painter.fillRect(gripBox(), tokens.softLine);
    }

private:
    QRect line() const
    {
        return orientation() == Qt::Horizontal ? QRect(grabWidth, 0, 1, height())
                                               : QRect(0, grabWidth, width(), 1);
    }

    QRect gripBox() const
    {
        QRect box(QPoint(), orientation() == Qt::Horizontal ? grip : grip.transposed());
        box.moveCenter(rect().center());
        return box;
    }
};

} // namespace

PaneSplitter::PaneSplitter(QWidget *parent, Qt::Orientation orientation)
    : QSplitter(orientation, parent)
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
}

QSplitterHandle *PaneSplitter::createHandle()
{
    return new Handle(this);
}
