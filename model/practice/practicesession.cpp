// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/practicesession.h"

#include "model/collection/stamp.h"
#include "model/practice/scheduler.h"

#include <QSet>

#include <algorithm>

namespace {

SessionRecord newRecord(const QString &title, AnswerMode mode, const QList<QuestionId> &questions)
{
    return {newUid(),
            title,
            mode,
            questions,
            0,
            QStringList(questions.size()),
            QList<int>(questions.size(), -1),
            {}};
}

} // namespace

PracticeSession::PracticeSession(const QString &title, AnswerMode mode,
                                 const QList<QuestionId> &questions, PracticeStore &practice,
                                 const QuestionStore &store, QObject *parent)
    : PracticeSession(newRecord(title, mode, questions), practice, store, parent)
{
    m_practice.startSession(m_record);
}

PracticeSession::PracticeSession(const SessionRecord &record, PracticeStore &practice,
                                 const QuestionStore &store, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_store(store)
    , m_record(record)
{
    moveTo(m_record.position);
}

void PracticeSession::setDraft(const QString &text)
{
    QString &draft = m_record.drafts[m_record.position];
    if (draft == text)
        return;
    draft = text;
    m_practice.saveDraft(m_record.uid, m_record.position, text);
}

qint64 PracticeSession::elapsed() const
{
    return m_elapsedBefore + (m_paused || !m_clock.isValid() ? 0 : m_clock.elapsed());
}

void PracticeSession::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_elapsedBefore = elapsed();
    m_paused = paused;
    m_clock.start();
}

void PracticeSession::restartClock(qint64 from)
{
    m_elapsedBefore = from;
    m_clock.start();
}

void PracticeSession::reveal()
{
    if (m_phase != Phase::Answering)
        return;
    m_revealedAfter = elapsed();
    m_practice.markRead(m_record.questions.at(m_record.position));
    m_outcomes = m_practice.scheduler()
                     .outcomes(m_record.questions.at(m_record.position), Moment::now())
                     .valueOr({});
    match(true);
    setPhase(Phase::Revealed);
}

void PracticeSession::match(bool propose)
{
    m_matches.fill({}, m_met.size());
    if (!m_question.ok() || draft().trimmed().isEmpty())
        return;
    if (!m_matcher) {
        auto made = KeyPointMatcher::create();
        if (!made.ok())
            return; // the learner ticks by hand, then
        m_matcher = std::move(made).value();
    }
    if (!m_matcher->setText(draft()).ok())
        return;
    const QList<KeyPoint> &points = m_question.value().question.keyPoints;
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (points.at(i).expression.isEmpty())
            continue; // of a drill, whose points a program checks
        m_matches[i] = m_matcher->find(points.at(i).expression).valueOr({});
        if (propose)
            m_met[i] = m_matches.at(i).length > 0;
    }
}

void PracticeSession::matchAgain()
{
    const QList<TextSpan> before = m_matches;
    match(false);
    for (qsizetype i = 0; i < m_matches.size(); ++i) {
        // Words that came with the correction tick their point; nothing unticks one.
        if (m_matches.at(i).length > 0 && before.value(i).length == 0)
            m_met[i] = true;
    }
    emit pointsChanged();
}

int PracticeSession::comingBack() const
{
    int count = 0;
    for (qsizetype i = m_record.position; i < m_record.repeats.size(); ++i)
        count += m_record.repeats.at(i) >= 0;
    return count;
}

void PracticeSession::setMet(int point, bool met)
{
    if (point < 0 || point >= m_met.size() || m_met.at(point) == met)
        return;
    m_met[point] = met;
    emit pointsChanged();
}

Rating PracticeSession::suggestion() const
{
    const Tier tier = m_question.ok() ? m_question.value().question.tier : Tier::Basic;
    return suggestedRating(metCount(), int(m_met.size()), m_revealedAfter, timeAllowed(tier));
}

Review PracticeSession::review(Rating rating) const
{
    const Moment now = Moment::now();
    Review review{newUid(),
                  m_record.questions.at(m_record.position),
                  m_record.uid,
                  m_record.position,
                  rating,
                  draft(),
                  elapsed(),
                  now.time,
                  now.day,
                  m_outcomes.at(size_t(rating) - 1).wait,
                  {}};
    if (m_question.ok()) {
        const QList<KeyPoint> &points = m_question.value().question.keyPoints;
        for (qsizetype i = 0; i < points.size(); ++i)
            review.points.append({points.at(i).id, m_met.at(i)});
    }
    return review;
}

void PracticeSession::apply(const Review &review, bool again)
{
    const QString draft = m_repeatDrafts.take(review.uid);
    if (again)
        m_practice.restoreReview(review, draft);
    else
        m_practice.addReview(review);
    m_record.reviews.append(review);
    if (review.comesBack()) {
        m_record.questions.append(review.question);
        m_record.drafts.append(draft);
        m_record.repeats.append(review.position);
    }
    moveTo(review.position + 1);
}

void PracticeSession::retract(const Review &review)
{
    m_practice.retractReview(review);
    m_record.reviews.removeIf([&](const Review &other) { return other.uid == review.uid; });
    if (const qsizetype repeat = m_record.repeats.indexOf(review.position); repeat >= 0) {
        m_record.questions.removeAt(repeat);
        m_repeatDrafts.insert(review.uid, m_record.drafts.takeAt(repeat));
        m_record.repeats.removeAt(repeat);
    }
    moveTo(review.position);
    m_outcomes = m_practice.scheduler().outcomesWithout(review, Moment::now()).valueOr({});
    m_outcomes.at(size_t(review.rating) - 1).wait = review.wait; // as it was promised
    match(false);
    restartClock(review.duration);
    m_revealedAfter = review.duration;
    QSet<qint64> met;
    for (const PointResult &result : review.points) {
        if (result.met)
            met.insert(result.keyPoint);
    }
    for (qsizetype i = 0; i < m_met.size(); ++i)
        m_met[i] = met.contains(m_question.value().question.keyPoints.at(i).id);
    setPhase(Phase::Revealed);
}

const Review *PracticeSession::lastReview() const
{
    return m_record.reviews.isEmpty() ? nullptr : &m_record.reviews.constLast();
}

const Review *PracticeSession::reviewAt(int position) const
{
    const auto found =
        std::find_if(m_record.reviews.cbegin(), m_record.reviews.cend(),
                     [position](const Review &review) { return review.position == position; });
    return found == m_record.reviews.cend() ? nullptr : &*found;
}

bool PracticeSession::isUntouched() const
{
    return m_record.reviews.isEmpty() &&
           std::all_of(m_record.drafts.cbegin(), m_record.drafts.cend(),
                       [](const QString &draft) { return draft.trimmed().isEmpty(); });
}

void PracticeSession::end()
{
    m_practice.endSession(m_record.uid);
}

void PracticeSession::moveTo(int position)
{
    m_record.position = position;
    m_revealedAfter = 0;
    m_met.clear();
    m_matches.clear();
    m_outcomes = {};
    restartClock(0);
    if (position < m_record.questions.size()) {
        m_question = m_store.detail(m_record.questions.at(position));
        if (m_question.ok())
            m_met.fill(false, m_question.value().question.keyPoints.size());
        emit questionChanged();
        setPhase(Phase::Answering);
    } else {
        setPhase(Phase::Finished);
    }
}

void PracticeSession::setPhase(Phase phase)
{
    m_phase = phase;
    emit phaseChanged();
}
