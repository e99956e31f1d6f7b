// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/review.h"

#include <QWidget>

class Banner;
class KeyPointList;
class MarkdownView;
class MockInterview;
class QCheckBox;
class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class TierBadge;
struct Desk;

// The answers of an interview that has ended, one at a time: compare, tick the key points, rate.
// Once it is finished, the same for reading only.
class InterviewGradingView final : public QWidget
{
    Q_OBJECT

public:
    explicit InterviewGradingView(const Desk &desk, QWidget *parent = nullptr);

    // Shows an interview, which must outlive its showing; null for none.
    void setInterview(MockInterview *interview);

    // Takes the suggested rating where none was given, and goes on; after the last, to the result.
    void next();
    void back();
    void rate(Rating rating);
    void togglePoint(int point);
    void scrollModel(int pages);
    void focusMain();

signals:
    void resultRequested(bool counted);
    void linkRequested(const QString &address);

private:
    QWidget *buildBar();
    QWidget *buildAnswers();
    QWidget *buildFoot();
    void showQuestion();
    void showPoints();
    QString answerText() const;
    bool isReadOnly() const;

    const Desk &m_desk;
    MockInterview *m_interview = nullptr;

    Banner *m_banner;
    QScrollArea *m_area;
    QLabel *m_title = nullptr;
    QLabel *m_position = nullptr;
    QLabel *m_facts = nullptr;
    TierBadge *m_tier = nullptr;
    QHBoxLayout *m_chips = nullptr;
    QWidget *m_topic = nullptr;
    QLabel *m_prompt = nullptr;
    QLabel *m_typed = nullptr;
    QScrollArea *m_typedArea = nullptr;
    QScrollArea *m_modelArea = nullptr;
    MarkdownView *m_model = nullptr;
    KeyPointList *m_points;
    QButtonGroup *m_ratings = nullptr;
    QWidget *m_countRow = nullptr;
    QCheckBox *m_count = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
};
