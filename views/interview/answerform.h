// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/question.h"

#include <QMap>
#include <QWidget>

class PlainEdit;
class QGridLayout;

// The fields of an answer: one, or problem, approach and outcome for a scenario. Tab goes from one
// to the next.
class AnswerForm final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerForm(QWidget *parent = nullptr);

    // Fields for these parts, with what is typed so far.
    void setParts(const QList<Section> &sections, const QMap<Section, QString> &texts);

    // The first field that is empty, or else the last.
    void focusField();

    // Where Tab goes on from.
    QWidget *lastField() const;

signals:
    void edited(Section section, const QString &text);
    void left(); // a field lost the focus

private:
    void addField(Section section, const QString &text, int row);

    QGridLayout *m_grid;
    QList<QWidget *> m_widgets;
    QList<PlainEdit *> m_fields;
};
