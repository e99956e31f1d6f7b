// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/questions/searchquery.h"

#include <QTextBrowser>

class PythonHighlighter;
class QToolButton;

// Shows Markdown the way answers and notes look: set type, code in boxes with colours and a copy
// button, links that are only reported. As tall as its text, to stand in a scrolling page. Loads
// nothing from anywhere: images, HTML and remote resources are ignored.
class MarkdownView : public QTextBrowser
{
    Q_OBJECT

public:
    // `highlighter` must outlive the view.
    explicit MarkdownView(PythonHighlighter &highlighter, QWidget *parent = nullptr);

    void setText(const QString &markdown);

    // A part of toPlainText() that is painted otherwise. The text itself stays as it is.
    struct Mark
    {
        TextRange range;
        QTextCharFormat format;
    };

    // Paints these over the text, a later one over an earlier one, until the next call.
    void setMarks(QList<Mark> marks);

    // Underlines what a search for `text` matches.
    void setSearch(const QString &text);

    // Sets the same text anew, after colours or type changed.
    void refresh();

    QSize sizeHint() const override;

    QVariant loadResource(int type, const QUrl &name) override;

signals:
    void linkActivated(const QString &target); // an address, or a question's key
    void copied();                             // the code of a block

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct CodeBox
    {
        int first = 0; // block numbers
        int last = 0;
        QToolButton *copy = nullptr;
    };

    void setType();
    void setTypeOfParagraph(const QTextBlock &block);
    void setTypeOfCode(const CodeBox &box);
    void addCodeBox(int first, int last);
    QRect codeRect(const CodeBox &box) const;
    QString codeOf(const CodeBox &box) const;
    void placeCopyButtons();
    void showMarks();
    void paintBullets(QPainter &painter) const;

    PythonHighlighter &m_highlighter;
    QString m_markdown;
    QString m_search;
    QList<Mark> m_marks;
    QList<CodeBox> m_boxes;
};
