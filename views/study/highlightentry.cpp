// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/study/highlightentry.h"

#include "model/collection/collection.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/highlightmarker.h"
#include "views/common/plainedit.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"

#include <QAbstractTextDocumentLayout>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownQuote = 160; // characters; the rest is in the answer

constexpr QChar breakHere(0x200B); // a space without width

// Beginning and, of a long word such as a line of code, places where a narrow pane may break it.
QString shortened(const QString &quote)
{
    static const QRegularExpression joint(u"(?<=[\\w)\\]\"'])(?=[._(\\[=,/\"'])"_s);
    const QString line = quote.simplified();
    QString shown = line.size() <= shownQuote ? line : line.left(shownQuote).trimmed() + u'…';
    return shown.replace(joint, breakHere);
}

} // namespace

HighlightEntry::HighlightEntry(const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_marker(new HighlightMarker(this))
    , m_quote(new QLabel(this))
    , m_changed(new QLabel(tr("Passage has changed"), this))
    , m_reattach(new QPushButton(tr("Attach to the selection"), this))
    , m_comment(new PlainEdit(this))
{
    setObjectName(u"highlightEntry"_s);
    m_quote->setWordWrap(true);
    m_quote->setTextFormat(Qt::PlainText);
    m_quote->setMinimumWidth(1); // one long word must not widen the pane
    setTextStyle(m_quote, TextStyle::Small);
    setTextStyle(m_changed, TextStyle::Meta, QFont::DemiBold);
    m_changed->setForegroundRole(QPalette::BrightText);
    m_reattach->setObjectName(u"reattach"_s);
    m_reattach->setToolTip(tr("Select the passage in the answer first"));
    setTextStyle(m_reattach, TextStyle::Meta, QFont::Medium);
    setTextStyle(m_comment, TextStyle::Small);
    m_comment->setObjectName(u"comment"_s);
    m_comment->setPlaceholderText(tr("Write a comment"));
    m_comment->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_comment->document()->setDocumentMargin(4);
    m_comment->viewport()->setAutoFillBackground(false);
    m_comment->installEventFilter(this);

    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_quote);
    words->addWidget(m_changed);
    words->addWidget(m_reattach, 0, Qt::AlignLeft);
    words->addWidget(m_comment);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_marker, 0, Qt::AlignTop);
    layout->addLayout(words, 1);

    connect(m_marker, &HighlightMarker::focused, this, &HighlightEntry::chosen);
    connect(m_marker, &QAbstractButton::clicked, this, &HighlightEntry::chosen);
    connect(m_reattach, &QPushButton::clicked, this, &HighlightEntry::reattachRequested);
    connect(m_comment, &QTextEdit::textChanged, this, [this] {
        m_highlight.comment = m_comment->toPlainText();
        m_desk.highlights.editComment(m_highlight, m_highlight.comment);
    });
    connect(m_comment->document()->documentLayout(),
            &QAbstractTextDocumentLayout::documentSizeChanged, this, &HighlightEntry::fitComment);
}

void HighlightEntry::setHighlight(const AnswerView::Placed &placed)
{
    const bool other = m_highlight.uid != placed.highlight.uid;
    m_highlight = placed.highlight;
    m_marker->setHighlight(placed.number, m_highlight);
    m_quote->setText(shortened(m_highlight.anchor.quote));
    m_quote->setToolTip(m_highlight.anchor.quote.size() > shownQuote ? m_highlight.anchor.quote
                                                                     : QString());
    m_changed->setVisible(!placed.range);
    m_reattach->setVisible(!placed.range);
    if (other || m_highlight.comment != m_comment->toPlainText()) {
        const QSignalBlocker blocker(m_comment);
        m_comment->setPlainText(m_highlight.comment);
        m_committed = m_highlight.comment;
    }
    m_comment->setAccessibleName(tr("Comment on highlight %1").arg(placed.number));
    showComment();
    update();
}

void HighlightEntry::showComment()
{
    m_comment->setVisible(m_comment->hasFocus() || !m_highlight.comment.isEmpty());
    fitComment();
}

void HighlightEntry::fitComment()
{
    m_comment->setFixedHeight(qCeil(m_comment->document()->size().height()));
}

void HighlightEntry::setLit(bool lit)
{
    if (lit == m_lit)
        return;
    m_lit = lit;
    m_marker->setLit(lit);
    update();
}

void HighlightEntry::focusMarker()
{
    m_marker->setFocus(Qt::OtherFocusReason);
}

void HighlightEntry::focusComment()
{
    m_comment->show();
    m_comment->setFocus(Qt::ShortcutFocusReason);
    m_comment->moveCursor(QTextCursor::End);
}

void HighlightEntry::commit()
{
    m_desk.collection.writes().submitRested();
    const QString undone = m_comment->takeUndone(); // from here on, steps undo it
    Highlight before = m_highlight;
    before.comment = std::exchange(m_committed, m_highlight.comment);
    if (before.comment != m_committed)
        m_desk.commands.commentEdited(before);
    else
        m_desk.commands.commentUndone(before, undone);
}

bool HighlightEntry::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        emit chosen();
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
            commit();
            showComment();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void HighlightEntry::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    if (m_lit) {
        painter.fillRect(rect(), tokens.tint);
        painter.fillRect(QRect(0, 0, 4, height()), tokens.markLines.at(size_t(m_highlight.color)));
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
}

void HighlightEntry::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    m_marker->setFocus(Qt::MouseFocusReason);
    emit chosen();
}

void HighlightEntry::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    emit pointed(true);
}

void HighlightEntry::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    emit pointed(false);
}
