// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotations/highlightstore.h"
#include "views/common/markdownview.h"

class HighlightMarker;
struct Desk;

// An answer that can be marked: the learner's highlights over its words, and their numbers in a
// margin at the right. Passages are looked for anew each time the answer is set.
class AnswerView final : public MarkdownView
{
    Q_OBJECT

public:
    // A highlight on the answer, where its passage is now. Numbers count from 1, in the order of
    // the text, and go on through those whose passage has changed beyond recognition.
    struct Placed
    {
        Highlight highlight;
        int number = 0;
        std::optional<TextRange> range; // of toPlainText()
    };

    // All of `desk` must outlive the view.
    explicit AnswerView(const Desk &desk, QWidget *parent = nullptr);

    // Width of the margin for the markers, at the right of the text.
    static int gutter();

    // `question` 0 for no answer at all.
    void setAnswer(QuestionId question, const QString &markdown);

    const QList<Placed> &highlights() const { return m_placed; }

    // Highlights the selected words; if they are highlighted already, changes the colour. With
    // nothing selected, changes the colour of the highlight at hand. Answers its uid, which is
    // empty when there is neither.
    QString highlight(HighlightColor color);
    // The same in the colour last used.
    QString highlight();
    // Asks for a comment on the selected words, which are highlighted, or on the highlight at hand;
    // false when there is neither.
    bool comment();
    // Removes the highlight at hand.
    void removeHighlight();
    // Ties a highlight whose passage has changed to the selected words; false when none are.
    bool reattach(const Highlight &highlight);

    // The highlight at hand, which stands out; empty for none.
    QString current() const { return m_current; }

    void setCurrent(const QString &uid);

    // The highlight the mouse is on, here or elsewhere; it stands out, too. Empty for none.
    QString pointed() const { return m_pointed; }

    void setPointed(const QString &uid);

    // Where a highlight begins, in this widget; empty when it has no place.
    QRect rectOf(const QString &uid) const;

signals:
    void highlightsChanged(); // or where they are
    void currentChanged(const QString &uid);
    void pointedChanged(const QString &uid);
    void commentRequested(const QString &uid);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void showHighlights();
    void showMarkers();
    void placeMarkers();
    void followCursor();
    std::optional<TextRange> selectedRange() const;
    const Placed *find(const QString &uid) const;
    const Placed *shortestAt(qsizetype position) const;
    QTextCharFormat format(const QList<const Placed *> &over) const;

    const Desk &m_desk;
    QuestionId m_question = 0;
    QList<Placed> m_placed;
    QList<HighlightMarker *> m_markers; // of those that have a place
    QString m_current;
    QString m_pointed;
};
