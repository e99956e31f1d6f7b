// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/interview/interviewview.h"

#include "model/practice/mockinterview.h"
#include "views/common/banner.h"
#include "views/common/icons.h"
#include "views/common/panes.h"
#include "views/common/tierbadge.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/interview/answerform.h"
#include "views/interview/interviewclock.h"
#include "views/interview/interviewsteps.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 32;
constexpr int sideWidth = 304;
constexpr int narrowWidth = 1100;
constexpr int tickMilliseconds = 250;
constexpr int iconSize = 24;

// The interviewer's sign, drawn anew in whatever the theme's accent is.
class Sign final : public QWidget
{
public:
    explicit Sign(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(iconSize, iconSize + 4);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).drawPixmap(
            QRect(0, 2, iconSize, iconSize),
            iconPixmap(u"interview"_s, tokensOf(palette()).accent, iconSize, devicePixelRatioF()));
    }
};

// A pane with a line at its left edge.
class SidePane final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(palette());
        QPainter painter(this);
        painter.fillRect(rect(), tokens.base);
        painter.fillRect(QRect(0, 0, 1, height()), tokens.line);
    }
};

QString timeAway(qint64 milliseconds)
{
    const qint64 minutes = milliseconds / 60'000;
    if (minutes < 1)
        return InterviewView::tr("less than a minute");
    if (minutes < 120)
        return InterviewView::tr("%n minute(s)", nullptr, int(minutes));
    if (minutes < 48 * 60)
        return InterviewView::tr("%n hour(s)", nullptr, int(minutes / 60));
    return InterviewView::tr("%n day(s)", nullptr, int(minutes / 60 / 24));
}

QScrollArea *scrollArea(QWidget *content, QPalette::ColorRole background, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setBackgroundRole(background);
    content->setBackgroundRole(background);
    return area;
}

} // namespace

InterviewView::InterviewView(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
{
    m_area = scrollArea(buildQuestion(), QPalette::AlternateBase, this);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_banner);
    left->addWidget(m_area, 1);
    left->addWidget(ruler(this));
    left->addWidget(buildFoot());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(buildSide());
    m_tick.setInterval(tickMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &InterviewView::showTime);
}

QWidget *InterviewView::buildQuestion()
{
    auto *page = new QWidget;
    m_tier = new TierBadge(page);
    m_position = new QLabel(page);
    m_position->setObjectName(u"interviewPosition"_s);
    setTextStyle(m_position, TextStyle::Small);
    m_position->setForegroundRole(QPalette::PlaceholderText);
    m_position->setContentsMargins(0, 0, 4, 0); // level with the fields, which have a ring
    m_facts = new QHBoxLayout;
    m_facts->setSpacing(8);
    m_facts->addWidget(m_tier);
    m_facts->addStretch(1);
    m_facts->addWidget(m_position);

    m_prompt = new QLabel(page);
    m_prompt->setObjectName(u"interviewPrompt"_s);
    m_prompt->setTextFormat(Qt::RichText);
    m_prompt->setWordWrap(true);
    setTextStyle(m_prompt, TextStyle::Question, QFont::Medium);
    m_followUp = new QLabel(page);
    m_followUp->setObjectName(u"interviewFollowUp"_s);
    m_followUp->setTextFormat(Qt::RichText);
    m_followUp->setWordWrap(true);
    setTextStyle(m_followUp, TextStyle::Reading);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(8);
    texts->addWidget(m_prompt);
    texts->addWidget(m_followUp);
    auto *asked = new QHBoxLayout;
    asked->setSpacing(16);
    asked->addWidget(new Sign(page), 0, Qt::AlignTop);
    asked->addLayout(texts, 1);

    m_form = new AnswerForm(page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(margin, 20, margin - 4, 16);
    layout->setSpacing(16);
    layout->addLayout(m_facts);
    layout->addLayout(asked);
    layout->addWidget(m_form, 1);
    connect(m_form, &AnswerForm::edited, this, [this](Section section, const QString &text) {
        if (m_interview)
            m_interview->setAnswer(section, text);
    });
    connect(m_form, &AnswerForm::left, this, [this] {
        if (m_interview)
            m_interview->save();
    });
    return page;
}

QWidget *InterviewView::buildFoot()
{
    auto *foot = new QWidget(this);
    setScaledHeight(foot, 64);
    foot->setBackgroundRole(QPalette::Base);
    foot->setAutoFillBackground(true);
    m_flag = new QPushButton(foot);
    m_flag->setObjectName(u"interviewFlag"_s);
    m_flag->setCheckable(true);
    setKeycap(m_flag, tr("Ctrl+M"));
    m_skip = new QPushButton(icon(u"skip"_s), tr("Skip"), foot);
    m_skip->setObjectName(u"interviewSkip"_s);
    m_skip->setToolTip(tr("Leave this question unanswered (Ctrl+Shift+Enter)"));
    for (QPushButton *button : {m_flag, m_skip}) {
        setButtonKind(button, ButtonKind::Flat);
        setTextStyle(button, TextStyle::Ui, QFont::Medium);
    }
    m_hint = new QLabel(tr("You cannot come back to a question"), foot);
    setTextStyle(m_hint, TextStyle::Small);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_next = new QPushButton(foot);
    m_next->setObjectName(u"interviewNext"_s);
    setButtonKind(m_next, ButtonKind::Primary);
    setKeycap(m_next, tr("Ctrl+Enter"));
    setTextStyle(m_next, TextStyle::Ui, QFont::DemiBold);
    setScaledHeight(m_next, 40);

    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(margin, 0, margin, 0);
    layout->setSpacing(16);
    layout->addWidget(m_flag);
    layout->addWidget(m_skip);
    layout->addStretch(1);
    layout->addWidget(m_hint);
    layout->addWidget(m_next);
    connect(m_flag, &QPushButton::clicked, this, [this](bool flagged) {
        if (m_interview)
            m_interview->setFlagged(flagged);
    });
    connect(m_skip, &QPushButton::clicked, this, &InterviewView::skip);
    connect(m_next, &QPushButton::clicked, this, &InterviewView::next);
    return foot;
}

QWidget *InterviewView::buildSide()
{
    auto *side = new SidePane(this);
    side->setFixedWidth(scaled(sideWidth));
    m_clock = new InterviewClock(tr("This question"), InterviewClock::Size::Large, side);
    m_clock->setObjectName(u"questionClock"_s);
    m_wholeClock = new InterviewClock(tr("Whole interview"), InterviewClock::Size::Small, side);
    m_wholeClock->setObjectName(u"interviewClock"_s);
    m_pace = new QLabel(side);
    m_pace->setObjectName(u"interviewPace"_s);
    setTextStyle(m_pace, TextStyle::Small);
    auto *clocks = new QVBoxLayout;
    clocks->setContentsMargins(24, 20, 23, 20);
    clocks->setSpacing(8);
    clocks->addWidget(m_clock);
    clocks->addSpacing(12);
    clocks->addWidget(m_wholeClock);
    clocks->addWidget(m_pace);

    m_steps = new InterviewSteps;
    m_stepArea = scrollArea(m_steps, QPalette::Base, side);
    m_stepArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(clocks);
    layout->addWidget(ruler(side));
    layout->addWidget(m_stepArea, 1);
    return side;
}

void InterviewView::setInterview(MockInterview *interview)
{
    if (m_interview)
        m_interview->disconnect(this);
    m_interview = interview;
    m_tick.stop();
    m_banner->clear();
    if (!interview)
        return;
    connect(interview, &MockInterview::questionChanged, this, &InterviewView::showQuestion);
    connect(interview, &MockInterview::questionChanged, this,
            [this] { m_banner->clear(); }); // it was read
    connect(interview, &MockInterview::flagsChanged, this, &InterviewView::showFlag);
    if (interview->closedFor() > 0) {
        m_banner->showNote(tr("Woodshed was closed for %1. The clock stood still.")
                               .arg(timeAway(interview->closedFor())));
    }
    m_tick.start();
    showQuestion();
}

void InterviewView::showQuestion()
{
    if (m_interview->phase() != MockInterview::Phase::Running) {
        m_tick.stop();
        return;
    }
    const InterviewQuestion &question = m_interview->question();
    m_tier->setTier(question.tier);
    delete m_topic;
    m_topic = nullptr;
    if (!question.topic.isEmpty()) {
        m_topic = new Chip(question.topic, m_area->widget());
        m_facts->insertWidget(1, m_topic);
    }
    m_position->setText(
        tr("Question %1 of %2").arg(m_interview->position() + 1).arg(m_interview->count()));
    m_prompt->setText(u"“%1”"_s.arg(inlineRichText(question.prompt, scaled(20))));
    m_prompt->setAccessibleName(question.prompt);
    m_form->setParts(answerSections(question.kind), question.answers);
    setTabOrder(m_form->lastField(), m_flag); // its fields are newer than the buttons
    setTabOrder(m_flag, m_skip);
    setTabOrder(m_skip, m_next);
    m_next->setText(m_interview->isLast() ? tr("Finish the interview") : tr("Next question"));
    m_next->setToolTip(m_interview->isLast()
                           ? tr("End the interview and grade your answers (Ctrl+Enter)")
                           : tr("Go on to the next question (Ctrl+Enter)"));
    m_area->ensureVisible(0, 0);
    m_followUpShown = false;
    m_followUp->setVisible(!question.followUp.isEmpty());
    m_followUp->setText(u"<span style=\"color:%1\">%2</span>"_s.arg(
        tokensOf(palette()).muted.name(),
        tr("A follow-up comes at %1").arg(clockText(question.allowed / 2))));
    showFlag();
    showTime();
    m_stepArea->ensureVisible(0, m_steps->currentRow().center().y(), 0, scaled(48));
    if (isVisible())
        focusMain();
}

void InterviewView::showFlag()
{
    const bool flagged = m_interview->question().flagged;
    m_flag->setChecked(flagged);
    m_flag->setText(flagged ? tr("Flagged for review") : tr("Flag for review"));
    m_flag->setIcon(icon(u"flag"_s, flagged ? IconColor::Accent : IconColor::Muted));
    m_flag->setToolTip(flagged ? tr("Take the flag away (Ctrl+M)")
                               : tr("Mark this question to look at it again (Ctrl+M)"));
}

void InterviewView::showTime()
{
    if (!m_interview || m_interview->phase() != MockInterview::Phase::Running)
        return;
    const InterviewQuestion &question = m_interview->question();
    m_clock->setTime(m_interview->spent(), question.allowed);
    m_wholeClock->setTime(m_interview->spentInAll(), timeAllowed(m_interview->record()));
    const qint64 inHand = m_interview->inHand();
    m_pace->setText(
        inHand < -999
            ? u"<span style=\"color:%1\">%2</span>"_s.arg(
                  tokensOf(palette()).miss.name(), tr("Behind by %1").arg(clockText(-inHand)))
            : tr("On pace, %1 in hand").arg(clockText(qMax<qint64>(0, inHand))));
    m_steps->show(*m_interview);
    if (!m_followUpShown && m_interview->isFollowUpDue()) {
        m_followUpShown = true;
        m_followUp->setText(u"<span style=\"color:%1;font-weight:600\">%2</span>&nbsp; %3"_s.arg(
            tokensOf(palette()).accent.name(),
            tr("Follow-up at %1").arg(clockText(question.allowed / 2)),
            inlineRichText(question.followUp, scaled(15))));
        m_followUp->setAccessibleName(tr("Follow-up: %1").arg(question.followUp));
        QAccessibleEvent event(m_followUp, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
        emit announced(tr("The interviewer asks a follow-up"));
    }
}

void InterviewView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_interview) {
        m_followUpShown = false; // its text holds colours
        showTime();
    }
}

void InterviewView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_hint->setVisible(width() >= scaled(narrowWidth)); // rather than cutting the buttons short
    showFocus();
}

// Scrolls to the field that is typed in, once the layout knows where it is.
void InterviewView::showFocus()
{
    QTimer::singleShot(0, this, [this] {
        QWidget *field = m_form->focusWidget();
        if (field && field->hasFocus())
            m_area->ensureWidgetVisible(field->parentWidget(), 0, 0);
    });
}

void InterviewView::next()
{
    if (m_interview)
        m_interview->next();
}

void InterviewView::skip()
{
    if (m_interview)
        m_interview->skip();
}

void InterviewView::toggleFlag()
{
    if (m_interview)
        m_interview->setFlagged(!m_interview->question().flagged);
}

void InterviewView::focusMain()
{
    m_form->focusField();
    showFocus();
}
