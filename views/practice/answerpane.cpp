// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/answerpane.h"

#include "views/common/desk.h"
#include "views/common/icons.h"
#include "views/common/panes.h"
#include "views/common/plainedit.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/practice/drilleditor.h"
#include "views/practice/matchedanswer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int boxPadding = 16;

int wordCount(const QString &text)
{
    return int(text.simplified().split(u' ', Qt::SkipEmptyParts).size());
}

} // namespace

AnswerPane::AnswerPane(const Desk &desk, QWidget *parent)
    : Box(parent)
    , m_desk(desk)
    , m_typed(new PlainEdit(this))
    , m_matched(new MatchedAnswer(this))
{
    buildHead();
    m_typed->setObjectName(u"typedAnswer"_s);
    m_typed->setAccessibleName(tr("Your answer"));
    m_typed->setPlaceholderText(tr("Type what you would say. Ctrl+Enter shows the model answer."));
    m_typed->viewport()->setAutoFillBackground(false); // the box has round corners
    m_matched->setObjectName(u"matchedAnswer"_s);
    m_matched->setAccessibleName(tr("Your answer, with what makes a key point underlined"));
    for (QTextEdit *text : std::initializer_list<QTextEdit *>{m_typed, m_matched}) {
        text->setMinimumHeight(scaled(120));
        text->document()->setDocumentMargin(boxPadding);
        setTextStyle(text, TextStyle::Reading);
        content()->addWidget(text, 1);
    }
    buildSpoken();
    buildReveal();

    connect(m_typed, &QTextEdit::textChanged, this, [this] {
        if (m_session)
            m_session->setDraft(m_typed->toPlainText());
    });
    connect(m_edit, &QToolButton::clicked, this, &AnswerPane::edit);
    connect(m_reveal, &QPushButton::clicked, this, &AnswerPane::revealRequested);
}

void AnswerPane::buildHead()
{
    QHBoxLayout *head = boxHead(this, tr("Your answer"));
    m_info = new QLabel(this);
    setTextStyle(m_info, TextStyle::Meta);
    m_info->setForegroundRole(QPalette::PlaceholderText);
    m_edit = new QToolButton(this);
    m_edit->setAutoRaise(true);
    m_edit->setFixedSize(32, 32);
    m_edit->setObjectName(u"editAnswer"_s);
    m_edit->setIcon(icon(u"pencil"_s));
    m_edit->setToolTip(tr("Edit your answer (E)"));
    m_edit->setAccessibleName(tr("Edit your answer"));
    head->addWidget(m_info, 1);
    head->addWidget(m_edit);
}

void AnswerPane::buildSpoken()
{
    m_spoken = new QWidget(this);
    m_watch = new QLabel(m_spoken);
    m_watch->setObjectName(u"stopWatch"_s);
    m_watch->setAccessibleName(tr("Stop watch"));
    m_watch->setAlignment(Qt::AlignCenter);
    setTextStyle(m_watch, TextStyle::FigureLarge);
    m_inYourHead = new QLabel(m_spoken);
    setTextStyle(m_inYourHead, TextStyle::Reading);
    m_inYourHead->setForegroundRole(QPalette::PlaceholderText);
    m_inYourHead->setAlignment(Qt::AlignCenter);
    m_inYourHead->setWordWrap(true);
    auto *layout = new QVBoxLayout(m_spoken);
    layout->addStretch(1);
    layout->addWidget(m_watch);
    layout->addWidget(m_inYourHead);
    layout->addStretch(1);
    content()->addWidget(m_spoken, 1);
}

void AnswerPane::buildReveal()
{
    m_revealRow = new QWidget(this);
    m_reveal = new QPushButton(tr("Show the model answer"), m_revealRow);
    m_reveal->setObjectName(u"sessionReveal"_s);
    m_reveal->setIcon(icon(u"eye"_s, IconColor::OnAccent));
    setButtonKind(m_reveal, ButtonKind::Primary);
    setTextStyle(m_reveal, TextStyle::Ui, QFont::DemiBold);
    setScaledHeight(m_reveal, 40);
    auto *layout = new QHBoxLayout(m_revealRow);
    layout->setContentsMargins(0, 8, 12, 12);
    layout->addWidget(m_reveal, 0, Qt::AlignRight);
    content()->addWidget(m_revealRow);
}

void AnswerPane::setSession(PracticeSession *session)
{
    m_session = session;
}

bool AnswerPane::isRevealed() const
{
    return m_session->phase() == PracticeSession::Phase::Revealed;
}

bool AnswerPane::isDrill() const
{
    return m_session && m_session->phase() != PracticeSession::Phase::Finished &&
           m_session->question().ok() && m_session->question().value().question.drill;
}

// Code is always typed.
bool AnswerPane::isTyped() const
{
    return m_session->mode() == AnswerMode::Type || isDrill();
}

DrillEditor *AnswerPane::drillEditor()
{
    if (m_drill)
        return m_drill;
    m_drill = new DrillEditor(m_desk.settings, this);
    m_drill->setMinimumHeight(scaled(220));
    content()->insertWidget(content()->indexOf(m_typed), m_drill, 1);
    connect(m_drill, &DrillEditor::edited, this, [this](const QString &code) {
        if (m_session)
            m_session->setDraft(code);
    });
    connect(m_drill, &DrillEditor::proved, this, &AnswerPane::proved);
    return m_drill;
}

void AnswerPane::showPhase()
{
    m_editing = false;
    const bool revealed = isRevealed();
    const bool drill = isDrill();
    const QString &draft = m_session->draft();
    {
        const QSignalBlocker blocker(m_typed);
        m_typed->setPlainText(draft);
    }
    const bool spoken = !isTyped() || (revealed && !drill && draft.trimmed().isEmpty());
    m_spoken->setVisible(spoken);
    m_typed->setVisible(!spoken && !drill && !revealed);
    m_matched->setVisible(!spoken && !drill && revealed);
    if (m_drill || drill)
        drillEditor()->setVisible(drill);
    if (drill) {
        m_drill->setDrill(m_session->question().value().question, draft);
        m_drill->setReadOnly(revealed);
    }
    const bool aloud = m_session->mode() == AnswerMode::Speak && !drill;
    m_watch->setVisible(aloud);
    m_inYourHead->setText(aloud      ? revealed ? tr("You answered aloud.")
                                                : tr("Say it aloud. Nothing is recorded.")
                               : revealed ? tr("You answered in your head.")
                                     : tr("Answer in your head, then compare."));
    m_edit->setVisible(revealed && isTyped());
    m_info->setText(drill ? m_session->question().value().question.drill->file
                    : revealed && !spoken
                        ? tr("%n word(s), revealed at %1", nullptr, wordCount(draft))
                              .arg(clockText(m_session->revealedAfter()))
                        : QString());
    m_revealRow->setVisible(!revealed);
    setKeycap(m_reveal, isTyped() ? tr("Ctrl+Enter") : tr("Space"));
    showTime();
}

void AnswerPane::showPoints()
{
    QList<TextSpan> spans = m_session->matches();
    for (int i = 0; i < spans.size(); ++i) {
        if (!m_session->isMet(i)) // the learner knows better
            spans[i] = {};
    }
    m_matched->setAnswer(m_session->draft(), spans);
}

void AnswerPane::showTime()
{
    m_watch->setText(clockText(isRevealed() ? m_session->revealedAfter() : m_session->elapsed()));
}

void AnswerPane::edit()
{
    if (!isRevealed() || !isTyped())
        return;
    m_editing = true;
    if (isDrill()) {
        m_drill->setReadOnly(false);
        m_drill->focusCode();
        return;
    }
    m_spoken->hide();
    m_matched->hide();
    m_typed->show();
    m_typed->moveCursor(QTextCursor::End);
    m_typed->setFocus(Qt::OtherFocusReason);
    m_info->setText(tr("Ctrl+Enter or Esc takes you back to the grades"));
}

bool AnswerPane::stopEditing()
{
    if (!m_editing)
        return false;
    m_session->matchAgain();
    showPhase();
    showPoints();
    return true;
}

void AnswerPane::runChecks()
{
    if (isDrill())
        m_drill->runChecks();
}

void AnswerPane::focusAnswer()
{
    if (isDrill())
        m_drill->focusCode();
    else if (isTyped())
        m_typed->setFocus(Qt::OtherFocusReason);
    else
        m_reveal->setFocus(Qt::OtherFocusReason);
}
