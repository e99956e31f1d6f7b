// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/interview.h"
#include "model/result.h"

#include <QWidget>

#include <functional>

class Banner;
class Box;
class InterviewResultModel;
class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QTreeView;
class ShareBars;
class TrendChart;

// How an interview went: the score and its trend, points by tier and topic, every question, and
// what to work on next.
class ScorecardView final : public QWidget
{
    Q_OBJECT

public:
    explicit ScorecardView(QWidget *parent = nullptr);

    // `all` are the finished interviews, the oldest first; this one need not be among them yet.
    void setInterview(const Interview &interview, const QList<InterviewSummary> &all);

    // The main button: practise what was missed, or back.
    void mainAction();
    void saveMarkdown();
    void savePdf();
    void focusMain();

    QStringList statusItems() const;

    // Where to save; asks by default. An empty answer means not at all.
    std::function<QString(const QString &name, const QString &filter)> chooseFile;

signals:
    void practiceRequested(const QString &title, const QList<QuestionId> &questions);
    void answersRequested();
    void doneRequested();
    void announced(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead(QWidget *page);
    QWidget *buildScore(QWidget *page);
    QWidget *buildTable(QWidget *page);
    QWidget *buildMeaning(QWidget *page);
    QWidget *buildTopics(QWidget *page);
    QWidget *buildNext(QWidget *page);
    void showWentWell(const QList<InterviewSummary> &earlier);
    void showMissed();
    QList<InterviewSummary> ofItsLevel() const;
    void fitHead();
    void fitTable();
    void save(const QString &path, const QByteArray &bytes);

    Interview m_interview;
    QList<InterviewSummary> m_all; // with this one
    bool m_showAll = false;

    Banner *m_banner;
    QScrollArea *m_area;
    QBoxLayout *m_columns = nullptr;
    QWidget *m_side = nullptr;
    QBoxLayout *m_head = nullptr;
    QBoxLayout *m_titles = nullptr;
    QWidget *m_saving = nullptr; // the buttons beside the title
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QLabel *m_score = nullptr;
    TrendChart *m_trend = nullptr;
    ShareBars *m_tiers = nullptr;
    ShareBars *m_topics = nullptr;
    InterviewResultModel *m_model;
    QTreeView *m_table = nullptr;
    QLabel *m_meaning = nullptr;
    QWidget *m_wentWell = nullptr;
    QLabel *m_nextTitle = nullptr;
    QLabel *m_missed = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_practise = nullptr;
};
