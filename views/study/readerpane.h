// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/questionstore.h"

#include <QWidget>

class AnswerView;
class Banner;
class DifferenceBox;
class FlowLayout;
class MarkdownView;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class TierBadge;
struct Desk;

// The middle of Study: the question at hand, its answer once revealed, key points and links.
class ReaderPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ReaderPane(const Desk &desk, QWidget *parent = nullptr);

    // Shows a question; its answer is hidden unless answers are always shown. `search` is what was
    // searched for, to underline.
    void setQuestion(QuestionId question, const QString &search);
    // Marks another search in the question at hand.
    void setSearch(const QString &search);

    QuestionId question() const { return m_detail.question.id; }

    const QuestionDetail &detail() const { return m_detail; }

    bool isRevealed() const { return m_revealed; }

    void toggleAnswer();
    // Shows or hides what a newer deck changed; false when none did.
    bool toggleChanges();
    void scrollPages(int pages);
    void focusText();

    // For the toolbar, made by the page.
    void setNavigation(QAction *previous, QAction *next);
    void setBookmarkAction(QAction *bookmark);
    void setTextSizeActions(const QList<QAction *> &actions);
    void setMarkActions(QAction *highlight, const QList<QAction *> &colors, QAction *comment);

    // The answer of the question at hand once it was revealed, and nothing before.
    AnswerView &answer() const { return *m_answer; }

    // Scrolls to a highlight's passage; reveals the answer for that.
    void showHighlight(const QString &uid);

signals:
    void revealed(QuestionId question);
    void answerShown(bool shown);
    void questionRequested(QuestionId question);
    void topicRequested(TopicId topic);
    void topicBookmarkRequested(TopicId topic, const QString &title);
    void linkRequested(const QString &address);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildColumn();
    void nameMarkButtons();
    void showQuestion();
    void showBadges();
    void showBody();
    void showKeyPoints();
    void showLinks();
    void showAnswer(bool shown);
    void follow(const QString &target);

    const Desk &m_desk;
    QuestionDetail m_detail;
    QString m_search;
    bool m_revealed = false;
    QuestionId m_bodyIsOf = 0; // whose answer is rendered

    QToolButton *m_previous;
    QToolButton *m_next;
    QPushButton *m_highlight;
    QToolButton *m_colors;
    QPushButton *m_comment;
    QToolButton *m_textSize;
    QToolButton *m_bookmark;
    QLabel *m_number;
    Banner *m_banner;
    QScrollArea *m_area;
    QWidget *m_column;
    QLabel *m_prompt;
    TierBadge *m_tier;
    QWidget *m_badges;
    QList<QWidget *> m_facts; // beside the tier
    QPushButton *m_updated;
    QPushButton *m_reveal;
    DifferenceBox *m_difference;
    QWidget *m_body;
    AnswerView *m_answer;
    MarkdownView *m_keyPoints;
    QLabel *m_related;
    QLabel *m_sources;
};
