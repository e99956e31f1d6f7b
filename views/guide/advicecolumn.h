// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/guide.h"
#include "model/plan/pastinterviewstore.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;
class ScrollBox;

// What the guide says around the topics: what the level is asked, tips, answers and where to read
// on; and what the learner wrote about interviews that are over.
class AdviceColumn final : public QWidget
{
    Q_OBJECT

public:
    explicit AdviceColumn(const QList<GuideEntry> &entries, QWidget *parent = nullptr);

    void setLevel(const Level &level);
    void setPast(const QList<PastInterview> &past);

signals:
    void linkRequested(const QString &address);

private:
    QWidget *buildLevel(const QList<GuideEntry> &entries);
    QWidget *buildAnswers(const QList<GuideEntry> &entries);

    QLabel *m_duration;
    QLabel *m_focus;
    QLabel *m_past;
};
