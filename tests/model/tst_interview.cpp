// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/interview.h"

#include "model/practice/interviewfindings.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

InterviewQuestion question(Tier tier, const QString &topic, int met, int total)
{
    InterviewQuestion question;
    question.tier = tier;
    question.kind = tier == Tier::Scenario ? QuestionKind::Scenario : QuestionKind::Open;
    question.topic = topic;
    question.title = topic + u" question"_s;
    question.prompt = u"What is `"_s + topic + u"`?"_s;
    question.allowed = timeAllowed(tier);
    question.spent = 60'000;
    for (int i = 0; i < total; ++i) {
        InterviewPoint point;
        point.point.id = i + 1;
        point.point.text = u"Point %1 of %2"_s.arg(i + 1).arg(topic);
        point.met = i < met;
        question.points.append(point);
    }
    return question;
}

// The one on the picture of a scorecard: 9/10, 12/15, 3/6, 8/12.
Interview picturedInterview()
{
    Interview interview;
    interview.level = u"Mid-level"_s;
    interview.created = 1'600'000'000'000;
    interview.questions = {
        question(Tier::Basic, u"Requests"_s, 5, 5),
        question(Tier::Basic, u"Models"_s, 4, 5),
        question(Tier::Intermediate, u"ORM"_s, 5, 5),
        question(Tier::Intermediate, u"CSRF"_s, 4, 5),
        question(Tier::Scenario, u"Speed"_s, 5, 6),
        question(Tier::Intermediate, u"Tests"_s, 3, 5),
        question(Tier::Advanced, u"Locks"_s, 3, 6),
        question(Tier::Scenario, u"Locks"_s, 3, 6),
    };
    return interview;
}

// `count` questions of each tier on `topics` topics, in turn. Ids tell the tier: 101, 201...
QList<InterviewCandidate> candidates(int count, int topics)
{
    QList<InterviewCandidate> all;
    for (const Tier tier : allTiers) {
        for (int i = 0; i < count; ++i)
            all.append({(int(tier) + 1) * 100 + i, tier, i % topics + 1, false, false});
    }
    return all;
}

int tierOf(QuestionId id)
{
    return int(id / 100) - 1;
}

QList<int> tiersOf(const QList<QuestionId> &ids)
{
    QList<int> tiers;
    for (const QuestionId id : ids)
        tiers.append(tierOf(id));
    return tiers;
}

} // namespace

class TestInterview : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void score_weighsPointsByTier();
    void score_countsQuestionsThatWereNotReached();
    void shares_addUpByTierAndTopic();
    void mix_comesFromTheDeckOrTheTiers();
    void choice_keepsTheMixAndIsDistinct();
    void choice_beginsWithBasicsAndKeepsScenariosApart_data();
    void choice_beginsWithBasicsAndKeepsScenariosApart();
    void choice_coversAsManyTopicsAsThereAre();
    void choice_prefersFocusTopics();
    void choice_avoidsTheLastInterview();
    void choice_ofASmallDeck_fillsUpFromOtherTiers();
    void markdown_holdsAnswersPointsAndTimes();
    void findings_areCounted();
    void findings_ofAnInterviewEndedEarly();

private:
    QRandomGenerator m_random;
};

void TestInterview::initTestCase()
{
    const quint32 seed = QRandomGenerator::system()->generate();
    qInfo("seed %u", seed);
    m_random.seed(seed);
}

void TestInterview::score_weighsPointsByTier()
{
    QCOMPARE(interviewScore(picturedInterview()), 71); // unweighted it would be 74
    QCOMPARE(interviewScore(Interview()), 0);
    QCOMPARE(pointWeight(Tier::Basic), 1.0);
    QCOMPARE(pointWeight(Tier::Scenario), 2.5);
}

void TestInterview::score_countsQuestionsThatWereNotReached()
{
    Interview interview;
    interview.questions = {question(Tier::Basic, u"A"_s, 4, 4),
                           question(Tier::Basic, u"B"_s, 0, 4)};
    interview.questions[1].spent = 0;
    QCOMPARE(interviewScore(interview), 50);
    QCOMPARE(askedCount(interview), 1);
}

void TestInterview::shares_addUpByTierAndTopic()
{
    const QList<InterviewShare> tiers = sharesByTier(picturedInterview());
    QCOMPARE(tiers.size(), 4);
    QCOMPARE(tiers.at(0).title, u"Basic"_s);
    QCOMPARE(tiers.at(0).met, 9);
    QCOMPARE(tiers.at(0).total, 10);
    QCOMPARE(tiers.at(3).met, 8);
    QCOMPARE(tiers.at(3).total, 12);
    const QList<InterviewShare> topics = sharesByTopic(picturedInterview());
    QCOMPARE(topics.size(), 7);
    QCOMPARE(topics.at(0).title, u"Locks"_s); // the weakest, of two questions
    QCOMPARE(topics.at(0).met, 6);
    QCOMPARE(topics.at(0).total, 12);
    QCOMPARE(topics.constLast().met, topics.constLast().total);
}

void TestInterview::mix_comesFromTheDeckOrTheTiers()
{
    Level level;
    level.interview = {5, 2, 0, 1};
    QCOMPARE(interviewMix(level), (QList<int>{5, 2, 0, 1}));
    level.interview.clear();
    level.tiers = {Tier::Basic, Tier::Advanced, Tier::Scenario};
    QCOMPARE(interviewMix(level), (QList<int>{3, 0, 3, 2}));
    level.tiers.clear();
    QCOMPARE(interviewMix(level), (QList<int>{2, 2, 2, 2}));
}

void TestInterview::choice_keepsTheMixAndIsDistinct()
{
    const QList<int> mix{2, 3, 1, 2};
    QSet<QList<QuestionId>> different;
    for (int turn = 0; turn < 20; ++turn) {
        const QList<QuestionId> ids = chooseQuestions(candidates(10, 7), mix, m_random);
        const QList<int> tiers = tiersOf(ids);
        for (int tier = 0; tier < 4; ++tier)
            QCOMPARE(tiers.count(tier), mix.at(tier));
        QCOMPARE(QSet<QuestionId>(ids.begin(), ids.end()).size(), ids.size());
        different.insert(ids);
    }
    QVERIFY(different.size() > 10);
}

void TestInterview::choice_beginsWithBasicsAndKeepsScenariosApart_data()
{
    QTest::addColumn<QList<int>>("mix");
    QTest::addColumn<QList<int>>("order");
    QTest::newRow("fresher") << QList<int>{5, 2, 0, 1} << QList<int>{0, 0, 0, 0, 0, 1, 1, 3};
    QTest::newRow("mid") << QList<int>{2, 3, 1, 2} << QList<int>{0, 0, 1, 1, 3, 1, 2, 3};
    QTest::newRow("senior") << QList<int>{0, 2, 3, 2} << QList<int>{1, 1, 2, 3, 2, 2, 3};
    QTest::newRow("basics between") << QList<int>{1, 1, 0, 2} << QList<int>{0, 3, 1, 3};
    QTest::newRow("no scenario") << QList<int>{1, 1, 1, 0} << QList<int>{0, 1, 2};
    QTest::newRow("scenarios only") << QList<int>{0, 0, 0, 2} << QList<int>{3, 3};
}

void TestInterview::choice_beginsWithBasicsAndKeepsScenariosApart()
{
    QFETCH(const QList<int>, mix);
    QFETCH(const QList<int>, order);
    QCOMPARE(tiersOf(chooseQuestions(candidates(10, 5), mix, m_random)), order);
}

void TestInterview::choice_coversAsManyTopicsAsThereAre()
{
    // Only one of the basics is not on topic 1, which the scenario needs: whoever chose the basic
    // at random would often have one topic too few.
    QList<InterviewCandidate> few;
    for (int i = 0; i < 9; ++i)
        few.append({100 + i, Tier::Basic, 1, false, false});
    few.append({109, Tier::Basic, 2, false, false});
    few.append({400, Tier::Scenario, 1, false, false});
    for (int turn = 0; turn < 20; ++turn)
        QCOMPARE(chooseQuestions(few, {1, 0, 0, 1}, m_random), (QList<QuestionId>{109, 400}));

    const QList<InterviewCandidate> many = candidates(16, 8);
    for (int turn = 0; turn < 20; ++turn) {
        QSet<qint64> topics;
        for (const QuestionId id : chooseQuestions(many, {2, 3, 1, 2}, m_random))
            topics.insert(id % 100 % 8);
        QCOMPARE(topics.size(), 8);
    }
}

void TestInterview::choice_prefersFocusTopics()
{
    QList<InterviewCandidate> all = candidates(20, 10);
    for (InterviewCandidate &candidate : all)
        candidate.focus = candidate.topic >= 7; // four of them
    for (int turn = 0; turn < 20; ++turn) {
        QSet<qint64> focus;
        for (const QuestionId id : chooseQuestions(all, {2, 1, 1, 0}, m_random))
            focus.insert(id % 100 % 10 + 1);
        QCOMPARE(focus, (QSet<qint64>{7, 8, 9, 10}));
    }
}

void TestInterview::choice_avoidsTheLastInterview()
{
    QList<InterviewCandidate> all = candidates(6, 3);
    for (InterviewCandidate &candidate : all)
        candidate.recent = candidate.id % 2 == 0;
    for (int turn = 0; turn < 20; ++turn) {
        for (const QuestionId id : chooseQuestions(all, {3, 2, 1, 1}, m_random))
            QVERIFY2(id % 2 == 1, qPrintable(QString::number(id)));
    }
    // Where a tier has no others, they come all the same.
    QCOMPARE(chooseQuestions(all, {5, 0, 0, 0}, m_random).size(), 5);
}

void TestInterview::choice_ofASmallDeck_fillsUpFromOtherTiers()
{
    QList<InterviewCandidate> all = candidates(3, 2);
    all.removeIf(
        [](const InterviewCandidate &candidate) { return candidate.tier == Tier::Scenario; });
    const QList<QuestionId> ids = chooseQuestions(all, {1, 1, 1, 2}, m_random);
    QCOMPARE(ids.size(), 5);
    QCOMPARE(QSet<QuestionId>(ids.begin(), ids.end()).size(), 5);
    QCOMPARE(tiersOf(ids).count(2), 3); // the nearest tier
    QCOMPARE(chooseQuestions(all, {20, 20, 20, 20}, m_random).size(), 9);
    QVERIFY(chooseQuestions({}, {2, 3, 1, 2}, m_random).isEmpty());
}

void TestInterview::markdown_holdsAnswersPointsAndTimes()
{
    Interview interview = picturedInterview();
    interview.questions[0].answers = {{Section::None, u"From the URL\nto the view"_s}};
    interview.questions[0].spent = 160'000;
    interview.questions[0].rating = Rating::Easy;
    interview.questions[2].flagged = true;
    interview.questions[4].answers = {{Section::Problem, u"It is slow"_s},
                                      {Section::Outcome, u"It is fast"_s}};
    interview.questions[6].skipped = true;
    interview.questions[7].skipped = true;
    interview.questions[7].spent = 0;
    const QString text = interviewMarkdown(interview);
    for (const QString &part :
         {u"# Mock interview result\n\nMid-level, "_s,
          u"- Score: 71% of the key points, weighted by tier\n- Basic: 9 of 10 points\n"_s,
          u"- Time: 8:40 of 45:00 minutes\n- Reached: 7 of 8 questions"_s,
          u"## 1. Requests question\n\n"
          "Basic, Requests, 2:40 of 4:00 minutes, 5 of 5 points, rated Easy\n\n"
          "**What is `Requests`?**\n\n"
          "### Your answer\n\n> From the URL  \n> to the view\n\n- [x] Point 1 of Requests\n"_s,
          u"5 of 5 points, flagged\n"_s, u"### Problem\n\n> It is slow\n\n### Outcome\n\n"_s,
          u"*Answered in your head.*\n\n- [x] Point 1 of Models\n"_s,
          u"- [ ] Point 5 of Models\n"_s, u"*Skipped.*\n\n- [x] Point 1 of Locks"_s,
          u"Scenario, Locks, not reached, "_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\n---\n"_s + text));
    QVERIFY(!text.contains(u"### Approach"_s)); // nothing was said there
}

void TestInterview::findings_areCounted()
{
    Interview interview = picturedInterview();
    interview.questions[2].spent = 355'000;
    for (int i : {0, 1, 2, 3})
        interview.questions[i].answers.insert(Section::None, u"said"_s);
    for (int i : {4, 7}) {
        for (const Section section : answerSections(QuestionKind::Scenario))
            interview.questions[i].answers.insert(section, u"said"_s);
    }
    QCOMPARE(
        interviewStrengths(interview, {}),
        (QStringList{u"Every point of “Requests question”"_s, u"Every point of “ORM question”"_s,
                     u"Five of eight answered inside the time"_s,
                     u"Both scenarios had all three parts"_s}));
    interview.questions[3].answers.clear();
    interview.questions[4].answers = {{Section::Problem, u" "_s}}; // nothing was said here
    QCOMPARE(interviewStrengths(interview, {}).size(), 2);         // fewer than half
    for (InterviewQuestion &each : interview.questions) {
        each.spent = 1000;
        each.answers = {{answerSections(each.kind).constFirst(), u"said"_s}};
    }
    QCOMPARE(interviewStrengths(interview, {}).constLast(),
             u"Every question answered inside the time"_s);
    interview.questions[2].spent = 355'000;
    InterviewSummary before;
    before.score = 70;
    QCOMPARE(interviewStrengths(interview, {before}).constFirst(), u"Your best score so far"_s);
    InterviewSummary best;
    best.score = 90;
    QCOMPARE(interviewStrengths(interview, {best, before}).constFirst(),
             u"Up from 70% last time"_s);
    QCOMPARE(interviewMeaning(interview),
             u"Basics are safe. Locks cost you six of the 11 missed points. "
             "One answer ran over its time."_s);
    QCOMPARE(missedCount(interview), 11);
    QCOMPARE(questionsMissed(interview).size(), 6);
}

void TestInterview::findings_ofAnInterviewEndedEarly()
{
    Interview interview;
    interview.questions = {question(Tier::Basic, u"A"_s, 1, 4), question(Tier::Basic, u"B"_s, 0, 4),
                           question(Tier::Scenario, u"C"_s, 0, 2)};
    for (int i : {1, 2}) {
        interview.questions[i].spent = 0;
        interview.questions[i].skipped = true;
    }
    QVERIFY(interviewStrengths(interview, {}).isEmpty());
    QCOMPARE(interviewMeaning(interview),
             u"You reached one of three questions; the others count with no points. "
             "Basics first: seven of their eight points are missing. "
             "B and A cost you seven of the nine missed points."_s);
}

QTEST_GUILESS_MAIN(TestInterview)
#include "tst_interview.moc"
