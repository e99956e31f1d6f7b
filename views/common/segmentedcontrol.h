// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QWidget>

// A row of joined buttons of which one is chosen, such as Write and View. Arrow keys move.
class SegmentedControl final : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(const QStringList &labels, QWidget *parent = nullptr);

    int current() const;
    void setCurrent(int index);
    void setText(int index, const QString &text);

signals:
    void chosen(int index); // by a person

private:
    QButtonGroup *m_group;
};
