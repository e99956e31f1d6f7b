// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/worddiff.h"

#include <QTextEdit>

class QTextCursor;

// A difference, to read: what was removed is struck through, what was added is underlined on a
// tint, and an ellipsis stands for lines that are as they were. As tall as its text, to stand in a
// scrolling page.
class DifferenceView final : public QTextEdit
{
    Q_OBJECT

public:
    explicit DifferenceView(QWidget *parent = nullptr);

    void setDifference(const QList<DiffLine> &lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void insertLine(QTextCursor &cursor, const DiffLine &line) const;
    void insertEllipsis(QTextCursor &cursor) const;

    QList<DiffLine> m_lines;
};

// The changes of a difference in words, for those who do not see it.
QString spokenDifference(const QList<DiffLine> &lines);
