// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/practicepage.h"

#include "model/annotations/bookmarkstore.h"
#include "model/collection/collection.h"
#include "model/plan/guidestore.h"
#include "model/practice/interviewstore.h"
#include "views/common/answerview.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/interview/interviewpages.h"
#include "views/practice/sessionview.h"
#include "views/practice/startview.h"
#include "views/practice/summaryview.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using Phase = PracticeSession::Phase;

PracticePage::PracticePage(const Desk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_stack(new QStackedWidget(this))
    , m_start(new StartView(desk, this))
    , m_view(new SessionView(desk, this))
    , m_summary(new SummaryView(desk, this))
{
    for (QWidget *view : std::initializer_list<QWidget *>{m_start, m_view, m_summary})
        m_stack->addWidget(view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    buildActions();

    connect(m_start, &StartView::roundChosen, this, &PracticePage::start);
    connect(m_start, &StartView::drillsChosen, this, &PracticePage::startTyping);
    connect(m_start, &StartView::interviewChosen, this, &PracticePage::startInterview);
    connect(m_start, &StartView::continueChosen, this, &PracticePage::resume);
    connect(m_start, &StartView::againChosen, this, &PracticePage::startAgain);
    connect(m_start, &StartView::giveUpChosen, this, &PracticePage::giveUp);
    connect(m_start, &StartView::timerToggled, m_view, &SessionView::setTimerShown);
    connect(m_view, &SessionView::undoRequested, this, &PracticePage::undoGrade);
    connect(m_view, &SessionView::pauseRequested, this, &PracticePage::pause);
    connect(m_view, &SessionView::linkRequested, this, &Page::linkRequested);
    connect(m_view, &SessionView::topicRequested, this, &Page::topicRequested);
    connect(&desk.practice, &PracticeStore::retracted, this, [this](const QString &session) {
        if (session == m_endedSession) // it has a question to answer again
            m_endedSession.clear();
    });
    connect(m_summary, &SummaryView::doneChosen, this, &PracticePage::finish);
    connect(m_summary, &SummaryView::undoRequested, this, &PracticePage::undoGrade);
    connect(m_summary, &SummaryView::roundChosen, this, &PracticePage::start);
    connect(m_summary, &SummaryView::questionRequested, this,
            [this](QuestionId question) { emit questionRequested(question, false); });
    connect(&desk.bookmarks, &BookmarkStore::changed, this, &PracticePage::showBookmark);
    // Figures follow what was just saved, but a start page nobody sees is not worth the reading.
    const auto showIfSeen = [this] {
        if (isVisible() && m_stack->currentWidget() == m_start)
            showStart();
    };
    connect(&desk.collection.writes(), &WriteQueue::committed, this, showIfSeen);
    connect(&desk.scheduler, &Scheduler::datedChanged, this, showIfSeen);
    // And they follow the clock.
    connect(&m_minute, &QTimer::timeout, this, showIfSeen);
    m_minute.start(std::chrono::minutes(1));
}

void PracticePage::buildActions()
{
    addPageAction(tr("Start, or take the suggested grade"), {Qt::Key_Return, Qt::Key_Enter},
                  [this] { mainAction(); });
    addPageAction(tr("Show the model answer"), {u"Ctrl+Return"_s, u"Ctrl+Enter"_s}, [this] {
        if (inInterview())
            m_interview->ctrlEnter();
        else
            inSession() ? m_view->reveal() : mainAction();
    });
    addPageAction(tr("Show the model answer when speaking or thinking"), {Qt::Key_Space}, [this] {
        if (inSession() && m_session->mode() != AnswerMode::Type)
            m_view->reveal();
    });
    addPageAction(tr("Scroll the model answer down"), {Qt::Key_PageDown}, [this] {
        inInterview() ? m_interview->scrollModel(1) : m_view->scrollModel(1);
    })->setAutoRepeat(true);
    addPageAction(tr("Scroll the model answer up"), {Qt::Key_PageUp}, [this] {
        inInterview() ? m_interview->scrollModel(-1) : m_view->scrollModel(-1);
    })->setAutoRepeat(true);
    const QString rounds[] = {tr("Due now"),         tr("Weak topics"),    tr("Bookmarked"),
                              tr("Quick ten"),       tr("Mock interview"), tr("Code drills"),
                              tr("Unseen questions")};
    int number = 0;
    for (const QString &round : rounds) {
        ++number;
        const QString text =
            number <= 4 ? tr("Start %1, or grade %2").arg(round, ratingTitle(Rating(number)))
                        : tr("Start %1").arg(round);
        addPageAction(text, {QKeySequence(QString::number(number))},
                      [this, number] { numberAction(number); });
    }
    addPageAction(tr("Choose topics to practise"), {u"T"_s}, [this] {
        if (m_stack->currentWidget() == m_start)
            m_start->chooseTopics();
    });
    for (int point = 1; point <= 9; ++point) {
        addPageAction(tr("Tick key point %1").arg(point), {u"Shift+%1"_s.arg(point)},
                      [this, point] {
                          inInterview() ? m_interview->togglePoint(point - 1)
                                        : m_view->togglePoint(point - 1);
                      });
    }
    const auto mark = [this](bool done) {
        if (inSession() && !done)
            emit announced(tr("Select text in the model answer first"));
    };
    addPageAction(tr("Highlight in the model answer"), {u"H"_s},
                  [=, this] { mark(!m_view->model().highlight().isEmpty()); });
    addPageAction(tr("Comment on the model answer"), {u"C"_s},
                  [=, this] { mark(m_view->model().comment()); });
    addPageAction(tr("Remove the highlight in the model answer"), {QKeySequence::Delete},
                  [this] { m_view->model().removeHighlight(); });
    addPageAction(tr("Undo the last grade"), {u"U"_s}, [this] { undoGrade(); });
    addPageAction(tr("Run the checks of a code drill"), {u"F5"_s}, [this] {
        if (inSession())
            m_view->runChecks();
    });
    addPageAction(tr("Edit your answer"), {u"E"_s}, [this] {
        if (inSession())
            m_view->editAnswer();
    });
    m_bookmark = addPageAction(tr("Bookmark this question"), {u"B"_s}, [this] {
        if (inSession() && m_session->question().ok()) {
            const Question &question = m_session->question().value().question;
            m_desk.commands.toggleBookmark(question.id, question.number);
        }
    });
    m_bookmark->setCheckable(true);
    addPageAction(tr("Bookmark this topic"), {u"Shift+B"_s}, [this] {
        if (!inSession() || !m_session->question().ok())
            return;
        const QList<Topic> &topics = m_session->question().value().topics;
        if (!topics.isEmpty())
            m_desk.commands.toggleTopicBookmark(topics.constFirst().id, topics.constFirst().title);
    });
    QAction *open = addPageAction(tr("Open this question in Study"), {u"O"_s}, [this] {
        if (inSession() && m_session->question().ok())
            emit questionRequested(m_session->question().value().question.id, false);
    });
    addPageAction(tr("Pause the session"), {Qt::Key_Escape}, [this] {
        if (inInterview())
            m_interview->escape();
        else if (!inSession() || !m_view->stopEditing()) // what is open is closed first
            pause();
    });
    addPageAction(tr("Flag a question of a mock interview"), {u"Ctrl+M"_s}, [this] {
        if (inInterview())
            m_interview->toggleFlag();
    });
    addPageAction(tr("Skip a question of a mock interview"),
                  {u"Ctrl+Shift+Return"_s, u"Ctrl+Shift+Enter"_s}, [this] {
                      if (inInterview())
                          m_interview->skip();
                  });
    m_view->setActions(m_bookmark, open);
}

bool PracticePage::inSession() const
{
    return m_session && m_stack->currentWidget() == m_view;
}

bool PracticePage::inInterview() const
{
    return m_interview && m_stack->currentWidget() == m_interview;
}

InterviewPages *PracticePage::interview()
{
    if (m_interview)
        return m_interview;
    m_interview = new InterviewPages(m_desk, this);
    m_stack->addWidget(m_interview);
    connect(m_interview, &InterviewPages::practiceRequested, this, &PracticePage::start);
    connect(m_interview, &InterviewPages::linkRequested, this, &Page::linkRequested);
    connect(m_interview, &InterviewPages::announced, this, &Page::announced);
    connect(m_interview, &InterviewPages::statusChanged, this, &Page::statusChanged);
    connect(m_interview, &InterviewPages::lockChanged, this, &PracticePage::lockChanged);
    connect(m_interview, &InterviewPages::finished, this, [this] {
        m_stack->setCurrentWidget(m_start);
        showStart();
        m_start->focusMain();
    });
    return m_interview;
}

void PracticePage::startInterview()
{
    if (m_session)
        m_session->setPaused(true);
    if (const Status started = interview()->start(); !started.ok()) {
        emit announced(started.error().message);
        return;
    }
    m_stack->setCurrentWidget(m_interview);
    m_interview->focusMain();
    emit statusChanged();
}

void PracticePage::endInterview()
{
    if (inInterview())
        m_interview->requestEnd();
}

QString PracticePage::subject() const
{
    if (inInterview())
        return m_interview->subject();
    if (!inSession() || !m_session->question().ok())
        return {};
    return m_session->question().value().question.title;
}

QStringList PracticePage::statusItems() const
{
    if (inInterview())
        return m_interview->statusItems();
    if (!m_session || m_session->phase() == Phase::Finished || !inSession()) {
        const auto spent = m_desk.practice.practisedOn(Moment::now().day).valueOr(0) / 60'000;
        QStringList items{tr("%n question(s)", nullptr, m_desk.questions.count().valueOr(0))};
        if (m_stack->currentWidget() == m_start) // it was counted there
            items.append(tr("%n due today", nullptr, int(m_start->due().questions.size())));
        const int planned = m_desk.guide.goal().minutesOn(QDate::fromJulianDay(Moment::now().day));
        items.append(planned > 0 ? tr("%1 of %2 min today").arg(spent).arg(planned)
                                 : tr("%1 min today").arg(spent));
        return items;
    }
    int graded = 0;
    for (int i = 0; i < m_session->questions().size(); ++i) {
        graded += m_session->reviewAt(i) != nullptr;
    }
    QStringList items{tr("%1 of %2 graded").arg(graded).arg(m_session->questions().size())};
    if (const int back = m_session->comingBack(); back > 0)
        items.append(tr("%n to see again", nullptr, back));
    return items;
}

void PracticePage::arrive()
{
    // One that the window was closed on comes back by itself.
    if (!m_interviewSought) {
        m_interviewSought = true;
        if (m_desk.interviews.unfinished().valueOr(std::nullopt))
            startInterview();
    }
    if (inInterview()) {
        m_interview->focusMain();
    } else if (inSession()) {
        m_session->setPaused(false);
        m_view->focusAnswer();
    } else if (m_stack->currentWidget() == m_start) {
        showStart();
        m_start->focusMain();
    }
}

void PracticePage::leave()
{
    if (m_session)
        m_session->setPaused(true);
    if (m_interview)
        m_interview->save();
    m_desk.collection.writes().submitRested();
}

void PracticePage::start(const QString &title, const QList<QuestionId> &questions)
{
    begin(title, m_start->mode(), questions);
}

void PracticePage::startTyping(const QString &title, const QList<QuestionId> &questions)
{
    begin(title, AnswerMode::Type, questions);
}

void PracticePage::begin(const QString &title, AnswerMode mode, const QList<QuestionId> &questions)
{
    if (questions.isEmpty())
        return;
    // One that was left half-way can be continued after the new one.
    if (m_session && m_session->isUntouched())
        m_session->end();
    open(std::make_unique<PracticeSession>(title, mode, questions, m_desk.practice,
                                           m_desk.questions));
}

void PracticePage::resume()
{
    if (m_session) {
        m_stack->setCurrentWidget(m_view);
        showPhase();
        arrive();
        return;
    }
    if (const auto record = pausedSession())
        open(std::make_unique<PracticeSession>(*record, m_desk.practice, m_desk.questions));
}

// The paused round from its first question on; what was graded in it counts.
void PracticePage::startAgain()
{
    const auto record = pausedSession();
    if (!record)
        return;
    giveUp();
    QList<QuestionId> questions;
    for (qsizetype i = 0; i < record->questions.size(); ++i) {
        if (record->repeats.value(i, -1) < 0)
            questions.append(record->questions.at(i));
    }
    begin(record->title, record->mode, questions);
}

void PracticePage::giveUp()
{
    if (const auto record = pausedSession()) {
        m_desk.practice.endSession(record->uid);
        m_endedSession = record->uid;
    }
    m_view->setSession(nullptr);
    m_session.reset();
    showStart();
    m_start->focusMain();
}

void PracticePage::open(std::unique_ptr<PracticeSession> session)
{
    m_view->setSession(nullptr);
    m_session = std::move(session);
    m_view->setSession(m_session.get());
    m_desk.commands.setSession(m_session.get());
    m_stack->setCurrentWidget(m_view);
    connect(m_session.get(), &PracticeSession::phaseChanged, this, &PracticePage::showPhase);
    showPhase();
    m_view->focusAnswer();
}

void PracticePage::showPhase()
{
    if (m_session->phase() == Phase::Finished) {
        m_summary->setSession(*m_session);
        m_stack->setCurrentWidget(m_summary);
        m_summary->focusMain();
    } else if (m_stack->currentWidget() == m_summary) {
        m_stack->setCurrentWidget(m_view); // the last grade was taken back
    }
    showBookmark();
    emit statusChanged();
}

void PracticePage::pause()
{
    if (!inSession())
        return;
    if (m_session->isUntouched()) { // there is nothing to come back to
        finish();
        return;
    }
    m_session->setPaused(true);
    m_desk.collection.writes().submitRested();
    m_stack->setCurrentWidget(m_start);
    showStart();
    m_start->focusMain();
}

void PracticePage::finish()
{
    if (m_session) {
        m_session->end();
        m_endedSession = m_session->record().uid;
    }
    m_view->setSession(nullptr);
    m_session.reset();
    m_stack->setCurrentWidget(m_start);
    showStart();
    m_start->focusMain();
}

std::optional<SessionRecord> PracticePage::pausedSession() const
{
    if (m_session)
        return m_session->record();
    // The disk may not know yet that the last one has ended.
    return m_desk.practice.unfinishedSession(m_endedSession).valueOr(std::nullopt);
}

void PracticePage::showStart()
{
    m_start->refresh(pausedSession());
    emit statusChanged();
}

void PracticePage::undoGrade()
{
    if (m_session && m_stack->currentWidget() != m_start && !inInterview())
        m_desk.commands.takeBackGrade(*m_session);
}

void PracticePage::mainAction()
{
    if (inInterview())
        m_interview->enter();
    else if (m_stack->currentWidget() == m_start)
        m_start->startRound(1);
    else if (m_stack->currentWidget() == m_summary)
        finish();
    else if (m_session->phase() == Phase::Revealed)
        m_view->gradeAsSuggested();
    else
        m_view->reveal();
}

void PracticePage::numberAction(int number)
{
    if (inInterview())
        m_interview->number(number);
    else if (m_stack->currentWidget() == m_start)
        m_start->startRound(number);
    else if (number <= int(Rating::Easy))
        m_view->grade(Rating(number));
}

void PracticePage::showBookmark()
{
    const bool known =
        m_session && m_session->phase() != Phase::Finished && m_session->question().ok();
    m_bookmark->setChecked(known &&
                           m_desk.bookmarks.hasQuestion(m_session->question().value().question.id));
}
