// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/scheduleplan.h"
#include "model/practice/weaklist.h"

#include <QObject>

class Collection;
class DatePolicy;
class GuideStore;

// What to practise today, and what is coming.
struct DueList
{
    QList<QuestionId> questions; // due ones first, then new ones, in the order to practise
    int fresh = 0;               // how many of them are new
    int longWaiting = 0;         // how many are overdue by more than a week
    int postponed = 0;           // overdue, but beyond what a day can hold: left for the next days
    QList<TopicCount> topics;    // of `questions` by primary topic, the largest first
    qint64 duration = 0;         // milliseconds they take at the learner's usual pace
    std::array<int, 7> week{};   // how many to practise on each day, today first
    qint64 nextTime = 0;         // when the next one comes back later today; 0 for none

    // While an interview lies ahead: the day's minutes, 0 for a day off, and up to ten questions
    // that are worth more time than that. Without one, -1 and none.
    int minutes = -1;
    QList<QuestionId> extra;
};

// How questions are chosen while an interview lies ahead; made by the planner.
struct DatedSchedule
{
    std::shared_ptr<const DatePolicy> policy; // null: by the ordinary rules
    int interview = 0;                        // its day, a Julian day number
    std::array<int, 7> week{}; // questions expected on each day, from when it was made
};

// When questions come back. Reads what the log adds up to, and knows the rules by which it does:
// the memory model with the learner's weights, and their wishes. Both arguments must outlive it.
class Scheduler final : public QObject
{
    Q_OBJECT

public:
    Scheduler(Collection &collection, const GuideStore &guide, QObject *parent = nullptr);

    // Reads wishes and weights, and has memory derived anew when it was by other rules. Call once,
    // before anything else.
    Status load();

    const SchedulePlan &plan() const { return m_plan; }

    void setPlan(const SchedulePlan &plan);
    // Weights that fit the learner better, for the model they were fitted to.
    void setWeights(const QString &model, const QList<double> &weights);

    // From now on questions come when that is best for the interview, as far as the learner's
    // minutes go.
    void setDated(const DatedSchedule &dated);

    // Whether they do.
    bool isDated(const Moment &now) const;

    // For whoever writes reviews.
    const MemoryRules &rules() const { return m_rules; }

    // The same for waits that begin now: none reaches beyond the day before the interview.
    MemoryRules rulesFrom(const Moment &now) const;

    // The rules that would hold with another memory model.
    MemoryRules rulesFor(const QString &model) const;

    // Derives all of memory from the review log anew, in the background.
    void rebuild();

    // What each grade of a question would lead to now, Again first.
    Result<std::array<Outcome, 4>> outcomes(QuestionId question, const Moment &now) const;
    // The same as if `review` had not been made, whether the disk knows that yet or not.
    Result<std::array<Outcome, 4>> outcomesWithout(const Review &review, const Moment &now) const;

    // What to practise now; of chosen topics all that is due, however much that is.
    Result<DueList> due(const Moment &now, const QList<TopicId> &topics = {}) const;
    // The same questions in the order in which to practise them: due ones first, those most
    // forgotten or with stubborn points before others; then those practised before, then new ones
    // in must-study order.
    Result<QList<QuestionId>> inOrder(const QList<QuestionId> &questions, const Moment &now) const;
    Result<WeakList> weak(const Moment &now) const;
    // The twenty missed in the most reviews, the worst first.
    Result<QList<StubbornPoint>> stubbornPoints() const;

signals:
    void changed();      // plan or weights
    void datedChanged(); // what is due may be different now

private:
    void applyRules();
    Result<QList<PracticeCandidate>> practised(const QString &condition, const Moment &now) const;
    Result<std::pair<int, int>> doneOn(int day) const;
    Result<QList<PracticeCandidate>> fresh(const QString &condition, int limit) const;
    double priority(const PracticeCandidate &candidate) const;
    void sortByPriority(QList<PracticeCandidate> &candidates) const;
    void spreadBacklog(QList<PracticeCandidate> &due, DueList &list, int share, int doneToday,
                       const Moment &now) const;
    Result<qint64> usualPace() const;
    double weightOf(Tier tier, bool drill) const;
    Status applyDate(QuestionId question, const Moment &now,
                     std::array<Outcome, 4> &outcomes) const;
    Result<DueList> dueByDate(const Moment &now) const;

    Collection &m_collection;
    const GuideStore &m_guide;
    SchedulePlan m_plan;
    QHash<QString, QList<double>> m_weights; // by model
    MemoryRules m_rules;
    DatedSchedule m_dated;
};
