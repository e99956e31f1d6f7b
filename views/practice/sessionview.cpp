// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/sessionview.h"

#include "model/settings.h"
#include "views/common/answerview.h"
#include "views/common/banner.h"
#include "views/common/box.h"
#include "views/common/commands.h"
#include "views/common/commentpopup.h"
#include "views/common/desk.h"
#include "views/common/icons.h"
#include "views/common/panes.h"
#include "views/common/tierbadge.h"
#include "views/common/tokens.h"
#include "views/common/topicbutton.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/practice/answerpane.h"
#include "views/practice/gradebar.h"
#include "views/practice/keypointlist.h"
#include "views/practice/sessionprogress.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 32;
constexpr int boxPadding = 16;

QToolButton *toolButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setFixedSize(32, 32);
    return button;
}

} // namespace

SessionView::SessionView(const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_banner(new Banner(this))
    , m_area(new QScrollArea(this))
    , m_points(new KeyPointList)
    , m_grades(new GradeBar(this))
{
    auto *page = new QWidget;
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(margin, 20, margin, 20);
    pageLayout->setSpacing(12);
    pageLayout->addWidget(buildQuestion());
    pageLayout->addWidget(buildAnswers(), 1);
    pageLayout->addWidget(m_points);
    m_area->setWidget(page);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setBackgroundRole(QPalette::AlternateBase);
    page->setBackgroundRole(QPalette::AlternateBase);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(m_banner);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_grades);

    m_tick.setInterval(500);
    connect(&m_tick, &QTimer::timeout, this, &SessionView::showTime);
    connect(m_grades, &GradeBar::graded, this, &SessionView::grade);
    connect(m_points, &KeyPointList::toggled, this, [this](int point, bool met) {
        if (m_session)
            m_session->setMet(point, met);
    });
    setTimerShown(desk.settings.value(Setting::showTimer));
}

QWidget *SessionView::buildBar()
{
    QWidget *bar = paneBar(this);
    setScaledHeight(bar, 48);
    bar->setBackgroundRole(QPalette::Base);
    bar->setAutoFillBackground(true);
    m_title = new QLabel(bar);
    setTextStyle(m_title, TextStyle::Ui, QFont::DemiBold);
    m_position = new QLabel(bar);
    setTextStyle(m_position, TextStyle::Small);
    m_position->setForegroundRole(QPalette::PlaceholderText);
    m_position->setObjectName(u"sessionPosition"_s);
    m_progress = new SessionProgress(bar);
    m_clockIcon = new QLabel(bar);
    m_clockIcon->setPixmap(icon(u"clock"_s, IconColor::Text).pixmap(16, 16));
    m_time = new QLabel(bar);
    setTextStyle(m_time, TextStyle::Ui, QFont::DemiBold);
    m_time->setAccessibleName(tr("Time on this question"));
    m_undo = new QPushButton(tr("Undo grade"), bar);
    m_undo->setObjectName(u"undoGrade"_s);
    m_undo->setIcon(icon(u"undo"_s, IconColor::Text));
    setTextStyle(m_undo, TextStyle::Ui, QFont::Medium);
    setKeycap(m_undo, u"U"_s);
    auto *pause = new QPushButton(tr("Pause"), bar);
    pause->setObjectName(u"pauseSession"_s);
    setButtonKind(pause, ButtonKind::Flat);
    setTextStyle(pause, TextStyle::Ui, QFont::Medium);
    setKeycap(pause, u"Esc"_s);

    auto *layout = static_cast<QHBoxLayout *>(bar->layout());
    layout->setContentsMargins(margin, 0, 16, 1);
    layout->setSpacing(16);
    layout->addWidget(m_title);
    layout->addWidget(m_position);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_clockIcon);
    layout->addWidget(m_time);
    layout->addWidget(m_undo);
    layout->addWidget(pause);
    connect(m_undo, &QPushButton::clicked, this, &SessionView::undoRequested);
    connect(pause, &QPushButton::clicked, this, &SessionView::pauseRequested);
    return bar;
}

QWidget *SessionView::buildQuestion()
{
    auto *widget = new QWidget;
    m_tier = new TierBadge(widget);
    m_topics = new QWidget(widget);
    auto *topics = new QHBoxLayout(m_topics);
    topics->setContentsMargins(0, 0, 0, 0);
    topics->setSpacing(8);
    m_bookmark = toolButton(widget);
    m_open = toolButton(widget);
    m_prompt = new QLabel(widget);
    m_prompt->setObjectName(u"sessionPrompt"_s);
    m_prompt->setTextFormat(Qt::RichText);
    m_prompt->setWordWrap(true);
    setTextStyle(m_prompt, TextStyle::Question);

    auto *row = new QHBoxLayout;
    row->addWidget(m_tier);
    row->addWidget(m_topics);
    row->addStretch(1);
    row->addWidget(m_bookmark);
    row->addWidget(m_open);
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_prompt);
    return widget;
}

QWidget *SessionView::buildAnswers()
{
    auto *widget = new QWidget;
    m_answer = new AnswerPane(m_desk, widget);
    buildModel(widget);
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    layout->addWidget(m_answer, 1);
    layout->addWidget(m_modelBox, 1);
    connect(m_answer, &AnswerPane::revealRequested, this, &SessionView::reveal);
    connect(m_answer, &AnswerPane::proved, this, &SessionView::tickProved);
    return widget;
}

void SessionView::buildModel(QWidget *parent)
{
    m_modelBox = new Box(parent);
    boxHead(m_modelBox, tr("Model answer"))->addStretch(1);
    m_model = new AnswerView(m_desk);
    m_model->setObjectName(u"modelAnswer"_s);
    m_model->setAccessibleName(tr("Model answer"));
    m_modelArea = new QScrollArea(m_modelBox);
    m_modelArea->setObjectName(u"modelArea"_s);
    m_modelArea->setAccessibleName(tr("Model answer"));
    m_modelArea->setWidgetResizable(true);
    m_modelArea->setFrameShape(QFrame::NoFrame);
    m_modelArea->setMinimumHeight(scaled(200));
    m_modelArea->setWidget(padded(m_model, boxPadding));
    m_modelArea->widget()->layout()->setContentsMargins(boxPadding, boxPadding - 4, 4, boxPadding);
    m_modelArea->viewport()->setBackgroundRole(QPalette::Base);
    m_modelArea->widget()->setBackgroundRole(QPalette::Base);
    m_modelBox->content()->addWidget(m_modelArea, 1);
    connect(m_model, &AnswerView::commentRequested, this, [this](const QString &uid) {
        const auto highlight = m_desk.highlights.highlight(uid).valueOr(std::nullopt);
        const QRect place = m_model->rectOf(uid);
        if (highlight) {
            auto *popup = new CommentPopup(m_desk, *highlight, this); // deletes itself
            popup->openAt({m_model->mapToGlobal(place.topLeft()), place.size()});
        }
    });
    connect(m_model, &MarkdownView::linkActivated, this, [this](const QString &target) {
        if (target.contains(u':'))
            emit linkRequested(target);
    });
}

void SessionView::setActions(QAction *bookmark, QAction *openInStudy)
{
    bookmark->setIcon(icon(u"star"_s, IconColor::Muted, u"starf"_s));
    openInStudy->setIcon(icon(u"book"_s));
    m_bookmark->setDefaultAction(bookmark);
    m_open->setDefaultAction(openInStudy);
}

void SessionView::setSession(PracticeSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_answer->setSession(session);
    m_tick.stop();
    if (!session)
        return;
    connect(session, &PracticeSession::questionChanged, this, &SessionView::showQuestion);
    connect(session, &PracticeSession::phaseChanged, this, &SessionView::showPhase);
    connect(session, &PracticeSession::pointsChanged, this, &SessionView::showPoints);
    m_tick.start();
    showQuestion();
    showPhase();
}

void SessionView::runChecks()
{
    if (m_session)
        m_answer->runChecks();
}

void SessionView::tickProved(const QList<DrillProof> &proofs)
{
    if (!m_session || !m_session->question().ok())
        return;
    const QList<KeyPoint> &points = m_session->question().value().question.keyPoints;
    for (const DrillProof &proof : proofs) {
        for (int i = 0; i < points.size(); ++i) {
            if (points.at(i).key == proof.point)
                m_session->setMet(i, proof.met);
        }
    }
}

bool SessionView::isRevealed() const
{
    return m_session && m_session->phase() == PracticeSession::Phase::Revealed;
}

void SessionView::showQuestion()
{
    showBar();
    const auto &detail = m_session->question();
    if (!detail.ok()) {
        m_banner->showError(detail.error());
        m_prompt->setText(tr("This question could not be read"));
        m_points->setPoints({}, {});
        m_model->setAnswer(0, {});
        return;
    }
    m_banner->clear();
    const Question &question = detail.value().question;
    m_tier->setTier(question.tier);
    qDeleteAll(m_topics->findChildren<TopicButton *>());
    for (const Topic &topic : detail.value().topics) {
        auto *button = new TopicButton(topic, m_desk.bookmarks, m_topics);
        m_topics->layout()->addWidget(button);
        connect(button, &TopicButton::questionsRequested, this, &SessionView::topicRequested);
        connect(button, &TopicButton::bookmarkRequested, &m_desk.commands,
                &Commands::toggleTopicBookmark);
    }
    QString prompt = inlineRichText(question.prompt, scaled(20));
    if (!question.followUp.isEmpty()) {
        prompt += u"<br><span style=\"font-size:%1px;font-weight:normal;color:%2\">%3</span>"_s
                      .arg(scaled(15))
                      .arg(tokensOf(palette()).muted.name(),
                           tr("And then: %1").arg(inlineRichText(question.followUp, scaled(15))));
    }
    m_prompt->setText(prompt);
    m_prompt->setAccessibleName(question.prompt + u' ' + question.followUp);
    m_model->setAnswer(question.id, shownAnswer(question));
    m_points->setPoints(question.keyPoints,
                        question.drill
                            ? tr("Tick what your code does.")
                            : tr("Matched from your words. Click a box, or press Shift and its "
                                 "number, to correct it."));
    m_area->ensureVisible(0, 0);
    m_modelArea->verticalScrollBar()->setValue(0);
}

void SessionView::showBar()
{
    m_title->setText(m_session->title());
    m_position->setText(
        tr("Question %1 of %2").arg(m_session->position() + 1).arg(m_session->questions().size()));
    m_progress->show(*m_session);
    m_undo->setEnabled(m_session->lastReview() != nullptr);
    showTime();
}

void SessionView::showPhase()
{
    if (m_session->phase() == PracticeSession::Phase::Finished)
        return;
    const bool revealed = isRevealed();
    m_answer->showPhase();
    m_modelBox->setVisible(revealed);
    m_points->setVisible(revealed);
    m_grades->setVisible(revealed);
    showBar();
    showPoints();
    focusAnswer();
}

void SessionView::showPoints()
{
    if (m_session->question().ok()) {
        for (int i = 0; i < m_session->question().value().question.keyPoints.size(); ++i)
            m_points->setMet(i, m_session->isMet(i));
    }
    m_answer->showPoints();
    m_grades->setOutcomes(m_session->outcomes());
    m_grades->setSuggestion(m_session->suggestion());
}

void SessionView::showTime()
{
    if (!m_session || m_session->phase() == PracticeSession::Phase::Finished)
        return;
    m_time->setText(clockText(m_session->elapsed()));
    m_answer->showTime();
}

void SessionView::focusAnswer()
{
    if (isRevealed())
        m_grades->focusSuggestion();
    else if (m_session)
        m_answer->focusAnswer();
}

void SessionView::reveal()
{
    if (!m_session)
        return;
    if (isRevealed() && !stopEditing())
        m_grades->focusSuggestion();
    m_session->reveal();
}

bool SessionView::stopEditing()
{
    if (!isRevealed() || !m_answer->stopEditing())
        return false;
    m_grades->focusSuggestion();
    return true;
}

void SessionView::scrollModel(int pages)
{
    QScrollBar *bar = m_modelArea->verticalScrollBar();
    bar->setValue(bar->value() + pages * (bar->pageStep() - scaled(24)));
}

void SessionView::grade(Rating rating)
{
    if (isRevealed())
        m_desk.commands.grade(*m_session, rating);
}

void SessionView::gradeAsSuggested()
{
    grade(m_grades->suggestion());
}

void SessionView::togglePoint(int point)
{
    if (!isRevealed())
        return;
    m_session->setMet(point, !m_session->isMet(point));
    if (QWidget *box = m_points->box(point))
        m_area->ensureWidgetVisible(box, 0, scaled(16)); // what a key does is seen
}

void SessionView::editAnswer()
{
    if (isRevealed())
        m_answer->edit();
}

void SessionView::setTimerShown(bool shown)
{
    m_time->setVisible(shown);
    m_clockIcon->setVisible(shown);
}
