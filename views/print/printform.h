// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/page.h"
#include "views/print/printoptions.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

// The left of the print dialog: which questions, as what, and how.
class PrintForm final : public QWidget
{
    Q_OBJECT

public:
    PrintForm(const QList<QuestionSet> &sets, const PrintOptions &options,
              QWidget *parent = nullptr);

    const PrintOptions &options() const { return m_options; }

    int set() const { return m_set; } // of those given

signals:
    void changed(); // by a person

private:
    QWidget *makeStudySheet();
    QWidget *makeQuestionList();
    QWidget *makeFlashCards();
    QWidget *makeExamPaper();

    void addHeading(QVBoxLayout *layout, const QString &title);
    void addSets(QVBoxLayout *layout, const QList<QuestionSet> &sets);
    void addKinds(QVBoxLayout *layout);
    void addCheck(QWidget *page, const QString &name, const QString &text,
                  bool PrintOptions::*part);
    // A list of choices with what each stands for.
    template <typename T>
    void addChoice(QWidget *page, const QString &name, const QString &text,
                   const QList<std::pair<QString, T>> &choices, T PrintOptions::*part);
    // A number of which 0 has a meaning of its own.
    void addNumber(QWidget *page, const QString &name, const QString &text, const QString &forZero,
                   int most, int PrintOptions::*part);
    void addRow(QWidget *page, const QString &text, QWidget *field);

    PrintOptions m_options;
    int m_set = 0;
    QStackedWidget *m_kinds;
};
