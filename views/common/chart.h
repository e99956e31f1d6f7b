// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

struct Tokens;

// A name below an axis, at its place.
struct AxisLabel
{
    qreal centre = 0;
    QString text;
    bool strong = false; // has its place before the others
};

// Draws those that have room beside each other, with at least `gap` between.
void paintAxisLabels(QPainter &painter, const QRectF &strip, const QList<AxisLabel> &labels,
                     const Tokens &tokens, int gap = 8);

// A picture of figures that can be read one by one: with the arrow keys, Home and End, under the
// mouse, and by a screen reader. It draws itself anywhere, so that it can be printed.
class Chart : public QWidget
{
    Q_OBJECT

public:
    explicit Chart(QWidget *parent = nullptr);

    virtual void draw(QPainter &painter, const QRect &box, const Tokens &tokens) const = 0;

    virtual int pointCount() const = 0;
    // All that is to be said of a point, in words.
    virtual QString pointText(int point) const = 0;

    // What is read at present, or -1.
    int reading() const { return m_reading; }

    void read(int point);

signals:
    void activated(int point); // by Enter or a click

protected:
    // Where a point is, within `box`; pointAt() answers -1 beside them.
    virtual QRect pointBox(int point, const QRect &box) const = 0;
    virtual int pointAt(const QPoint &position) const = 0;

    // Where a key leads from a point, or -1 if it is not one of the chart's.
    virtual int pointAfter(int point, int key) const;

    // Where reading begins.
    virtual int firstPoint() const { return 0; }

    // Call after the figures have changed; `summary` says what there is to see.
    void figuresChanged(const QString &name, const QString &summary);

    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void say();

    QString m_summary;
    int m_reading = -1;
};
