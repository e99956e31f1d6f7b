// SPDX-License-Identifier: GPL-3.0-or-later
// Which questions a mock interview asks, and in which order.

#include "model/practice/interview.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace {

using Candidates = QList<InterviewCandidate>;

// One question that is wanted: its tier, and once it is found, what.
struct Slot
{
    int tier = 0;
    qint64 topic = -1; // that it is to be from; -1 for any
    const InterviewCandidate *chosen = nullptr;
};

class Choice final
{
public:
    // `candidates` come in random order.
    Choice(const Candidates &candidates, const QList<int> &mix)
        : m_candidates(candidates)
    {
        for (int tier = 0; tier < mix.size(); ++tier) {
            for (int i = 0; i < mix.at(tier); ++i)
                m_slots.append(Slot{tier});
        }
        for (const InterviewCandidate &candidate : candidates) {
            const int tier = int(candidate.tier);
            m_offered.insert({candidate.topic, tier});
            if (!candidate.recent) {
                m_fresh.insert({candidate.topic, tier});
                ++m_freshOfTier[tier];
            }
        }
    }

    // What was found, by slot; slots that nothing is left for are gone.
    Candidates run()
    {
        spreadTopics();
        for (Slot &slot : m_slots) {
            if (slot.topic >= 0)
                take(slot, bestFor(slot, true));
        }
        for (Slot &slot : m_slots) {
            if (!slot.chosen)
                take(slot, bestFor(slot, true));
        }
        for (Slot &slot : m_slots) { // its tier has no more
            if (!slot.chosen)
                take(slot, bestFor(slot, false));
        }
        Candidates chosen;
        for (const Slot &slot : std::as_const(m_slots)) {
            if (slot.chosen)
                chosen.append(*slot.chosen);
        }
        return chosen;
    }

private:
    // Gives each slot a topic of its own where that is possible. Topics ask for a slot one after
    // the other, those in focus first, and one that has a slot moves to another to make room: so
    // no other choice has more topics, nor more of those in focus.
    void spreadTopics()
    {
        QList<qint64> topics;
        QSet<qint64> known;
        for (const bool focus : {true, false}) {
            for (const InterviewCandidate &candidate : m_candidates) {
                if (candidate.focus != focus || known.contains(candidate.topic))
                    continue;
                known.insert(candidate.topic);
                topics.append(candidate.topic);
            }
        }
        for (const qint64 topic : std::as_const(topics)) {
            QSet<qsizetype> tried;
            place(topic, tried);
        }
    }

    bool place(qint64 topic, QSet<qsizetype> &tried)
    {
        for (qsizetype i = 0; i < m_slots.size(); ++i) {
            if (tried.contains(i) || !offers(topic, m_slots.at(i).tier))
                continue;
            tried.insert(i);
            const qint64 there = m_slots.at(i).topic;
            if (there >= 0 && !place(there, tried))
                continue;
            m_slots[i].topic = topic;
            return true;
        }
        return false;
    }

    // Whether a topic has a question of this tier; one of last time only when the tier needs it.
    bool offers(qint64 topic, int tier) const
    {
        const auto wanted = std::count_if(m_slots.cbegin(), m_slots.cend(),
                                          [&](const Slot &slot) { return slot.tier == tier; });
        return m_fresh.contains({topic, tier}) ||
               (m_freshOfTier.value(tier) < wanted && m_offered.contains({topic, tier}));
    }

    const InterviewCandidate *bestFor(const Slot &slot, bool ofItsTier) const
    {
        // Lower is better: new before known, its own topic or one little used, in focus, near.
        const auto cost = [&](const InterviewCandidate &candidate) {
            const bool other = slot.topic >= 0 && candidate.topic != slot.topic;
            return std::tuple(other, candidate.recent, m_used.value(candidate.topic),
                              !candidate.focus, std::abs(int(candidate.tier) - slot.tier));
        };
        const InterviewCandidate *best = nullptr;
        decltype(cost(InterviewCandidate())) least;
        for (const InterviewCandidate &candidate : m_candidates) {
            if ((ofItsTier && int(candidate.tier) != slot.tier) || m_taken.contains(candidate.id))
                continue;
            const auto its = cost(candidate);
            if (!best || its < least) {
                best = &candidate;
                least = its;
            }
        }
        return best;
    }

    void take(Slot &slot, const InterviewCandidate *candidate)
    {
        if (!candidate)
            return;
        slot.chosen = candidate;
        m_taken.insert(candidate->id);
        ++m_used[candidate->topic];
    }

    const Candidates &m_candidates;
    QList<Slot> m_slots;
    QSet<QuestionId> m_taken;
    QSet<std::pair<qint64, int>> m_offered; // topic and tier that there are questions of
    QSet<std::pair<qint64, int>> m_fresh;   // the same without those of last time
    QHash<int, qsizetype> m_freshOfTier;
    QHash<qint64, int> m_used; // how often each topic was
};

// Basics to warm up, then harder ones with the scenarios spread among them, one of them last.
QList<QuestionId> inOrder(const Candidates &chosen)
{
    QList<QuestionId> order;
    QList<QuestionId> others;
    QList<QuestionId> scenarios;
    for (const Tier tier : allTiers) {
        for (const InterviewCandidate &candidate : chosen) {
            if (candidate.tier == tier)
                (tier == Tier::Basic      ? order
                 : tier == Tier::Scenario ? scenarios
                                          : others)
                    .append(candidate.id);
        }
    }
    // The others in as many groups as there are scenarios, one of which follows each. With too few
    // others, the first groups are empty: the basics keep one scenario from the next.
    const qsizetype groups = scenarios.size();
    qsizetype next = 0;
    for (qsizetype group = 0; group < groups; ++group) {
        const qsizetype few = others.size() % groups;
        const bool oneMore = others.size() < groups ? group >= groups - few : group < few;
        const qsizetype count = others.size() / groups + oneMore;
        order += others.mid(next, count);
        next += count;
        order.append(scenarios.at(group));
    }
    return order + others.mid(next);
}

} // namespace

QList<QuestionId> chooseQuestions(QList<InterviewCandidate> candidates, const QList<int> &mix,
                                  QRandomGenerator &random)
{
    std::shuffle(candidates.begin(), candidates.end(), random);
    return inOrder(Choice(candidates, mix).run());
}
