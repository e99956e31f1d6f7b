// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
struct Desk;
struct Error;

// The part of the settings about how questions come back: the memory model, the recall aimed at,
// and fitting the model to the learner.
class MemorySettings final : public QWidget
{
    Q_OBJECT

public:
    explicit MemorySettings(const Desk &desk, QWidget *parent = nullptr);

private:
    void buildChoices();
    void buildFit();
    void changePlan();
    void showPlan();
    void showFit();
    void showError(const Error &error);

    const Desk &m_desk;
    QComboBox *m_model;
    QComboBox *m_retention;
    QPushButton *m_fit;
    QProgressBar *m_progress;
    QLabel *m_report;
};
