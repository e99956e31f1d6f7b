// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/mockinterview.h"

#include "model/collection/stamp.h"
#include "model/practice/keypointmatcher.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcInterview, "woodshed.interview")

namespace {

constexpr int savingMilliseconds = 5000;

// The rubric as the deck has it now, ticked where the answer matches. Matching only proposes, so
// that a failure costs no more than the proposal.
QList<InterviewPoint> proposedPoints(const QList<KeyPoint> &points, const QString &answer,
                                     KeyPointMatcher *matcher)
{
    const bool ready = matcher && !answer.isEmpty() && matcher->setText(answer).ok();
    QList<InterviewPoint> proposed;
    for (const KeyPoint &point : points) {
        const bool met = ready && !point.expression.isEmpty() &&
                         matcher->find(point.expression).valueOr({}).length > 0;
        proposed.append({point, met});
    }
    return proposed;
}

} // namespace

std::unique_ptr<MockInterview> MockInterview::start(const Interview &interview,
                                                    InterviewStore &store,
                                                    const QuestionStore &questions)
{
    store.start(interview);
    auto started = std::make_unique<MockInterview>(interview, store, questions);
    started->m_closedFor = 0;
    return started;
}

MockInterview::MockInterview(const Interview &interview, InterviewStore &store,
                             const QuestionStore &questions, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_questions(questions)
    , m_record(interview)
    , m_closedFor(qMax<qint64>(0, currentTime() - interview.modified))
{
    m_saving.setInterval(savingMilliseconds);
    connect(&m_saving, &QTimer::timeout, this, &MockInterview::save);
    if (phase() == Phase::Running) {
        m_clock.start();
        m_saving.start();
    } else {
        loadDetail();
    }
}

MockInterview::Phase MockInterview::phase() const
{
    return m_record.finished != 0 ? Phase::Finished
           : m_record.ended != 0  ? Phase::Grading
                                  : Phase::Running;
}

bool MockInterview::isLast() const
{
    return m_record.position + 1 == count();
}

qint64 MockInterview::spent(int position) const
{
    const qint64 before = m_record.questions.at(position).spent;
    const bool runs = phase() == Phase::Running && position == m_record.position;
    return runs ? before + m_clock.elapsed() : before;
}

qint64 MockInterview::spentInAll() const
{
    const bool runs = phase() == Phase::Running;
    return timeSpent(m_record) + (runs ? m_clock.elapsed() : 0);
}

qint64 MockInterview::inHand() const
{
    qint64 left = 0;
    for (int i = 0; i < m_record.position; ++i)
        left += m_record.questions.at(i).allowed - m_record.questions.at(i).spent;
    return left + qMin<qint64>(0, question().allowed - spent());
}

bool MockInterview::isFollowUpDue() const
{
    return !question().followUp.isEmpty() && 2 * spent() >= question().allowed;
}

void MockInterview::save()
{
    m_store.saveRested();
    if (phase() != Phase::Running)
        return;
    m_record.questions[m_record.position].spent += m_clock.restart();
    m_store.saveSpent(m_record.uid, m_record.position, question().spent);
}

void MockInterview::setAnswer(Section section, const QString &text)
{
    if (phase() != Phase::Running || answer(section) == text)
        return;
    m_record.questions[m_record.position].answers.insert(section, text);
    m_store.saveAnswer(m_record.uid, m_record.position, section, text, spent());
}

void MockInterview::setFlagged(bool flagged)
{
    if (phase() != Phase::Running || question().flagged == flagged)
        return;
    m_record.questions[m_record.position].flagged = flagged;
    m_store.setFlagged(m_record.uid, m_record.position, flagged);
    emit flagsChanged();
}

void MockInterview::next()
{
    leave(false);
}

void MockInterview::skip()
{
    leave(true);
}

void MockInterview::leave(bool skipped)
{
    if (phase() != Phase::Running)
        return;
    InterviewQuestion &left = m_record.questions[m_record.position];
    left.skipped = skipped;
    if (isLast()) {
        stop(false);
        return;
    }
    left.spent = qMax<qint64>(1, left.spent + m_clock.restart()); // never 0: it was asked
    m_store.leaveQuestion(m_record.uid, m_record.position, left, m_record.position + 1);
    ++m_record.position;
    m_saving.start();
    emit questionChanged();
}

void MockInterview::end()
{
    if (phase() == Phase::Running)
        stop(true);
}

void MockInterview::stop(bool early)
{
    InterviewQuestion &last = m_record.questions[m_record.position];
    last.spent = qMax<qint64>(1, last.spent + m_clock.elapsed());
    m_saving.stop();
    if (early) {
        for (int i = m_record.position; i < count(); ++i)
            m_record.questions[i].skipped = !isAnswered(m_record.questions.at(i));
    }
    m_record.ended = m_record.modified = currentTime();
    m_record.position = 0;
    proposePoints();
    m_store.end(m_record);
    loadDetail();
    emit phaseChanged();
    emit questionChanged();
}

void MockInterview::proposePoints()
{
    const auto matcher = KeyPointMatcher::create();
    if (!matcher.ok())
        qCWarning(lcInterview).noquote() << matcher.error().message << matcher.error().detail;
    for (InterviewQuestion &question : m_record.questions) {
        const auto detail = m_questions.detail(question.id);
        if (!detail.ok()) {
            qCWarning(lcInterview).noquote() << detail.error().message << detail.error().detail;
            continue;
        }
        const QString answer = question.skipped ? QString() : wholeAnswer(question);
        question.points = proposedPoints(detail.value().question.keyPoints, answer,
                                         matcher.ok() ? matcher.value().get() : nullptr);
    }
}

void MockInterview::loadDetail()
{
    m_detail = m_questions.detail(question().id);
}

void MockInterview::setMet(int point, bool met)
{
    QList<InterviewPoint> &points = m_record.questions[m_record.position].points;
    if (phase() != Phase::Grading || point < 0 || point >= points.size() ||
        points.at(point).met == met)
        return;
    points[point].met = met;
    m_store.setMet(m_record.uid, m_record.position, points.at(point).point.id, met);
    emit pointsChanged();
}

Rating MockInterview::suggestion() const
{
    const InterviewQuestion &asked = question();
    if (asked.skipped)
        return Rating::Again;
    return suggestedRating(metCount(asked), int(asked.points.size()), asked.spent, asked.allowed);
}

void MockInterview::rate(Rating rating)
{
    if (phase() != Phase::Grading || !question().wasAsked() || rating < Rating::Again ||
        rating > Rating::Easy)
        return;
    m_record.questions[m_record.position].rating = rating;
    m_store.rate(m_record.uid, m_record.position, rating);
    emit pointsChanged();
}

int MockInterview::asked(int step) const
{
    for (int i = m_record.position + step; i >= 0 && i < count(); i += step) {
        if (m_record.questions.at(i).wasAsked())
            return i;
    }
    return m_record.position;
}

bool MockInterview::moveBy(int step)
{
    const int to = asked(step);
    if (phase() == Phase::Running || to == m_record.position)
        return false;
    m_record.position = to;
    if (phase() == Phase::Grading)
        m_store.setPosition(m_record.uid, to);
    loadDetail();
    emit questionChanged();
    return true;
}

bool MockInterview::isRated() const
{
    for (const InterviewQuestion &question : m_record.questions) {
        if (question.wasAsked() && !question.rating)
            return false;
    }
    return true;
}

void MockInterview::finish(bool counted)
{
    if (phase() != Phase::Grading)
        return;
    m_record.counted = counted;
    m_record.finished = currentTime();
    m_store.finish(m_record, counted);
    emit phaseChanged();
}
