// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/interview/interviewpages.h"

#include "model/plan/guidestore.h"
#include "model/practice/interviewfindings.h"
#include "views/common/desk.h"
#include "views/common/focusring.h"
#include "views/interview/interviewgradingview.h"
#include "views/interview/interviewview.h"
#include "views/interview/scorecardview.h"

#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Phase = MockInterview::Phase;

InterviewPages::InterviewPages(const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_stack(new QStackedWidget(this))
    , m_running(new InterviewView(this))
    , m_grading(new InterviewGradingView(desk, this))
    , m_scorecard(new ScorecardView(this))
{
    for (QWidget *view : std::initializer_list<QWidget *>{m_running, m_grading, m_scorecard})
        m_stack->addWidget(view);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_running, &InterviewView::announced, this, &InterviewPages::announced);
    connect(m_grading, &InterviewGradingView::linkRequested, this, &InterviewPages::linkRequested);
    connect(m_grading, &InterviewGradingView::resultRequested, this,
            &InterviewPages::finishGrading);
    connect(m_scorecard, &ScorecardView::practiceRequested, this,
            &InterviewPages::practiceRequested);
    connect(m_scorecard, &ScorecardView::announced, this, &InterviewPages::announced);
    connect(m_scorecard, &ScorecardView::doneRequested, this, &InterviewPages::close);
    connect(m_scorecard, &ScorecardView::answersRequested, this, [this] {
        while (m_interview->goBack()) {
        }
        m_stack->setCurrentWidget(m_grading);
        m_grading->setInterview(m_interview.get());
        m_grading->focusMain();
    });
    confirmEnd = [this] {
        QMessageBox box(QMessageBox::Question, tr("End the interview?"),
                        tr("End the interview here?"), QMessageBox::NoButton, this);
        box.setInformativeText(tr("What you have not answered counts as skipped. Then you grade "
                                  "what you answered."));
        QPushButton *stay = box.addButton(tr("Go on"), QMessageBox::RejectRole);
        QPushButton *end = box.addButton(tr("End interview"), QMessageBox::DestructiveRole);
        box.setDefaultButton(stay);
        box.setEscapeButton(stay);
        new FocusRing(&box);
        box.exec();
        return box.clickedButton() == end;
    };
}

InterviewPages::~InterviewPages()
{
    // The views go after the interview that they show.
    m_running->setInterview(nullptr);
    m_grading->setInterview(nullptr);
}

Status InterviewPages::start()
{
    const Result<bool> resumed = resume();
    if (!resumed.ok())
        return resumed.error();
    if (resumed.value())
        return success();
    const auto levels = m_desk.guide.levels();
    if (!levels.ok())
        return levels.error();
    Level level{};
    level.title = tr("All tiers");
    for (const Level &each : levels.value()) {
        if (each.key == m_desk.guide.goal().level)
            level = each;
    }
    const auto composed = m_desk.interviews.compose(level);
    if (!composed.ok())
        return composed.error();
    open(MockInterview::start(composed.value(), m_desk.interviews, m_desk.questions));
    return success();
}

Result<bool> InterviewPages::resume()
{
    if (m_interview && m_interview->phase() != Phase::Finished) {
        showPhase();
        return true;
    }
    // The disk may not know yet that the last one is finished.
    const auto found =
        m_desk.interviews.unfinished(m_interview ? m_interview->record().uid : QString());
    if (!found.ok())
        return found.error();
    if (!found.value())
        return false;
    open(std::make_unique<MockInterview>(*found.value(), m_desk.interviews, m_desk.questions));
    return true;
}

void InterviewPages::open(std::unique_ptr<MockInterview> interview)
{
    m_running->setInterview(nullptr);
    m_grading->setInterview(nullptr);
    m_interview = std::move(interview);
    m_running->setInterview(m_interview.get());
    m_grading->setInterview(m_interview.get());
    connect(m_interview.get(), &MockInterview::phaseChanged, this, &InterviewPages::showPhase);
    showPhase();
}

bool InterviewPages::isRunning() const
{
    return m_interview && m_interview->phase() == Phase::Running;
}

void InterviewPages::showPhase()
{
    const int count = m_interview->count();
    const QString title =
        count == 1 ? tr("%1, one question").arg(m_interview->record().level)
                   : tr("%1, %2 questions").arg(m_interview->record().level, countWord(count));
    emit lockChanged(isRunning(), title);
    switch (m_interview->phase()) {
    case Phase::Running: m_stack->setCurrentWidget(m_running); break;
    case Phase::Grading: m_stack->setCurrentWidget(m_grading); break;
    case Phase::Finished:
        m_scorecard->setInterview(m_interview->record(), m_desk.interviews.finished().valueOr({}));
        m_stack->setCurrentWidget(m_scorecard);
        break;
    }
    focusMain();
    emit statusChanged();
}

void InterviewPages::finishGrading(bool counted)
{
    if (m_interview->phase() == Phase::Grading)
        m_interview->finish(counted);
    else
        showPhase(); // it was only read again
}

void InterviewPages::close()
{
    emit finished();
}

void InterviewPages::enter()
{
    if (m_stack->currentWidget() == m_grading)
        m_grading->next();
    else if (m_stack->currentWidget() == m_scorecard)
        m_scorecard->mainAction();
}

void InterviewPages::ctrlEnter()
{
    if (isRunning())
        m_running->next();
    else
        enter();
}

void InterviewPages::number(int number)
{
    // The keys of practice go on beyond the ratings.
    if (m_stack->currentWidget() == m_grading && number <= int(Rating::Easy))
        m_grading->rate(Rating(number));
}

void InterviewPages::togglePoint(int point)
{
    if (m_stack->currentWidget() == m_grading)
        m_grading->togglePoint(point);
}

void InterviewPages::toggleFlag()
{
    if (isRunning())
        m_running->toggleFlag();
}

void InterviewPages::skip()
{
    if (isRunning())
        m_running->skip();
}

// From the answers back to the result; from there, or from grading, to the start of practice.
void InterviewPages::escape()
{
    if (!m_interview || isRunning())
        return;
    if (m_stack->currentWidget() == m_grading && m_interview->phase() == Phase::Finished)
        showPhase();
    else
        close();
}

void InterviewPages::scrollModel(int pages)
{
    if (m_stack->currentWidget() == m_grading)
        m_grading->scrollModel(pages);
}

void InterviewPages::requestEnd()
{
    if (!isRunning())
        return;
    const bool ends = confirmEnd();
    if (!isRunning())
        return;
    if (ends)
        m_interview->end();
    else
        focusMain(); // typing goes on where it was, not on the button that asked
}

void InterviewPages::save()
{
    if (m_interview)
        m_interview->save();
}

void InterviewPages::focusMain()
{
    if (m_stack->currentWidget() == m_running)
        m_running->focusMain();
    else if (m_stack->currentWidget() == m_grading)
        m_grading->focusMain();
    else
        m_scorecard->focusMain();
}

QString InterviewPages::subject() const
{
    return m_stack->currentWidget() == m_scorecard ? tr("Mock interview result")
                                                   : tr("Mock interview");
}

QStringList InterviewPages::statusItems() const
{
    if (!m_interview)
        return {};
    const QDateTime started = QDateTime::fromMSecsSinceEpoch(m_interview->record().created);
    switch (m_interview->phase()) {
    case Phase::Running:
        return {tr("Started %1").arg(QLocale().toString(started.time(), u"HH:mm"_s)),
                tr("Answers are saved as you type"),
                tr("The clock stands still while Woodshed is closed or the computer sleeps")};
    case Phase::Grading: return {tr("Nothing is counted in your schedule unless you say so")};
    case Phase::Finished: return m_scorecard->statusItems();
    }
    Q_UNREACHABLE();
}
