// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/practice/reviewlog.h"

#include <QObject>

class Collection;
class DatePolicy;
class GuideStore;

// What the learner chose about the schedule; lives in the collection.
struct SchedulePlan
{
    int newPerDay = 5;      // questions, 0 to 50
    double retention = 0.9; // recall aimed at, 0.8 to 0.97
    QString model = QStringLiteral("fsrs6");

    bool operator==(const SchedulePlan &) const = default;
};

inline constexpr int mostNewPerDay = 50;
inline constexpr double lowestRetention = 0.8;
inline constexpr double highestRetention = 0.97;

// How many questions of a topic a list holds.
struct TopicCount
{
    TopicId topic = 0;
    QString title;
    int count = 0;
};

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

// Topics of which little would be recalled today, the weakest first.
struct WeakTopic
{
    TopicCount topic;  // how many of its questions were practised
    double recall = 0; // expected share of their key points, 0 to 1
};

struct WeakList
{
    QList<WeakTopic> topics;
    QList<QuestionId> questions; // up to ten of them, the weakest first
};

// A key point missed in at least two reviews in a row.
struct StubbornPoint
{
    QuestionId question = 0;
    QString text; // inline Markdown
    int run = 0;  // in how many reviews
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
    struct Candidate;

    void applyRules();
    Result<QList<Candidate>> practised(const QString &condition, const Moment &now) const;
    Result<std::pair<int, int>> doneOn(int day) const;
    Result<QList<Candidate>> fresh(const QString &condition, int limit) const;
    double priority(const Candidate &candidate) const;
    void sortByPriority(QList<Candidate> &candidates) const;
    void spreadBacklog(QList<Candidate> &due, DueList &list, int share, int doneToday,
                       const Moment &now) const;
    Result<qint64> usualPace() const;
    double weightOf(Tier tier, bool drill) const;
    MemoryState planningState(const MemoryState &state) const;
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

// Whether the memory that a collection keeps is what its review log adds up to.
Result<bool> checkMemory(const Database &database);
