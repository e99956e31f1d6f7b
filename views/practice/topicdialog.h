// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/scheduler.h"
#include "model/questions/questionstore.h"

#include <QDialog>

class QListWidget;
class QPushButton;
struct Desk;

// Choose some topics, and practise what is due in them, or the next ten where nothing is.
class TopicDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit TopicDialog(const Desk &desk, QWidget *parent = nullptr);

    // Of the ticked topics, in the order to practise.
    QList<QuestionId> questions() const { return m_questions; }

    QString title() const;

private:
    QList<TopicRow> chosen() const;
    void count();

    const Desk &m_desk;
    QList<TopicRow> m_topics;
    QListWidget *m_list;
    QPushButton *m_start;
    QList<QuestionId> m_questions;
};
