// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/interviewfindings.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFullQuestions = 2; // named one by one
constexpr int safeShare = 80;        // percent

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(InterviewFindings)
};

QString capitalised(QString text)
{
    return text.isEmpty() ? text : text.replace(0, 1, text.at(0).toUpper());
}

int missedIn(const InterviewQuestion &question)
{
    return int(question.points.size()) - metCount(question);
}

bool hasAllParts(const InterviewQuestion &question)
{
    const QList<Section> sections = answerSections(question.kind);
    return std::all_of(sections.cbegin(), sections.cend(), [&](Section section) {
        return !question.answers.value(section).trimmed().isEmpty();
    });
}

// Of what was answered in words: whether a head was quick is not known.
QString timeStrength(const Interview &interview)
{
    const auto inTime =
        std::count_if(interview.questions.cbegin(), interview.questions.cend(), [](const auto &q) {
            return isAnswered(q) && !q.skipped && q.spent <= q.allowed;
        });
    const qsizetype all = interview.questions.size();
    if (inTime == all && all > 0)
        return Words::tr("Every question answered inside the time");
    if (inTime * 2 < all)
        return {};
    return capitalised(Words::tr("%1 of %2 answered inside the time")
                           .arg(countWord(int(inTime)), countWord(int(all))));
}

QString scenarioStrength(const Interview &interview)
{
    int scenarios = 0;
    for (const InterviewQuestion &question : interview.questions) {
        if (question.kind != QuestionKind::Scenario)
            continue;
        if (!hasAllParts(question))
            return {};
        ++scenarios;
    }
    if (scenarios == 0)
        return {};
    return scenarios == 1 ? Words::tr("The scenario had all three parts")
           : scenarios == 2
               ? Words::tr("Both scenarios had all three parts")
               : Words::tr("All %1 scenarios had all three parts").arg(countWord(scenarios));
}

QString basicsMeaning(const Interview &interview)
{
    int met = 0;
    int total = 0;
    for (const InterviewQuestion &question : interview.questions) {
        if (question.tier == Tier::Basic) {
            met += metCount(question);
            total += int(question.points.size());
        }
    }
    if (total == 0)
        return {};
    if (met * 100 >= total * safeShare)
        return Words::tr("Basics are safe.");
    return Words::tr("Basics first: %1 of their %2 points are missing.")
        .arg(countWord(total - met))
        .arg(countWord(total));
}

// The one or two topics that cost half of the missed points.
QString topicMeaning(const Interview &interview)
{
    const int missed = missedCount(interview);
    if (missed == 0)
        return Words::tr("You missed no point.");
    QList<InterviewShare> shares = sharesByTopic(interview);
    std::stable_sort(shares.begin(), shares.end(),
                     [](const InterviewShare &a, const InterviewShare &b) {
                         return a.total - a.met > b.total - b.met;
                     });
    const InterviewShare &first = shares.at(0);
    const int lost = first.total - first.met;
    if (lost * 2 >= missed || shares.size() == 1)
        return Words::tr("%1 cost you %2 of the %3 missed points.")
            .arg(first.title, countWord(lost), countWord(missed));
    const InterviewShare &second = shares.at(1);
    return Words::tr("%1 and %2 cost you %3 of the %4 missed points.")
        .arg(first.title, second.title, countWord(lost + second.total - second.met),
             countWord(missed));
}

QString timeMeaning(const Interview &interview)
{
    const auto over = std::count_if(
        interview.questions.cbegin(), interview.questions.cend(),
        [](const InterviewQuestion &question) { return question.spent > question.allowed; });
    if (over == 0)
        return {};
    return over == 1 ? Words::tr("One answer ran over its time.")
                     : Words::tr("%1 answers ran over their time.")
                           .arg(capitalised(countWord(int(over))));
}

} // namespace

QString countWord(int count)
{
    switch (count) {
    case 1: return Words::tr("one");
    case 2: return Words::tr("two");
    case 3: return Words::tr("three");
    case 4: return Words::tr("four");
    case 5: return Words::tr("five");
    case 6: return Words::tr("six");
    case 7: return Words::tr("seven");
    case 8: return Words::tr("eight");
    case 9: return Words::tr("nine");
    case 10: return Words::tr("ten");
    default: return QLocale().toString(count);
    }
}

QStringList interviewStrengths(const Interview &interview, const QList<InterviewSummary> &earlier)
{
    QStringList found;
    if (!earlier.isEmpty()) {
        const int score = interviewScore(interview);
        const int best =
            std::max_element(earlier.cbegin(), earlier.cend(), [](const auto &a, const auto &b) {
                return a.score < b.score;
            })->score;
        if (score > best)
            found.append(Words::tr("Your best score so far"));
        else if (score > earlier.constLast().score)
            found.append(Words::tr("Up from %1% last time").arg(earlier.constLast().score));
    }
    int full = 0;
    for (const InterviewQuestion &question : interview.questions) {
        if (!question.points.isEmpty() && missedIn(question) == 0 && ++full <= mostFullQuestions)
            found.append(Words::tr("Every point of “%1”").arg(question.title));
    }
    if (full > mostFullQuestions)
        found.append(Words::tr("Every point of %1 more").arg(countWord(full - mostFullQuestions)));
    found.append(timeStrength(interview));
    found.append(scenarioStrength(interview));
    found.removeAll(QString());
    return found;
}

QString interviewMeaning(const Interview &interview)
{
    QStringList sentences;
    const int asked = askedCount(interview);
    if (asked < interview.questions.size()) {
        sentences.append(
            Words::tr("You reached %1 of %2 questions; the others count with no points.")
                .arg(countWord(asked), countWord(int(interview.questions.size()))));
    }
    sentences.append(basicsMeaning(interview));
    sentences.append(topicMeaning(interview));
    sentences.append(timeMeaning(interview));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QList<QuestionId> questionsMissed(const Interview &interview)
{
    QList<QuestionId> ids;
    for (const InterviewQuestion &question : interview.questions) {
        if (missedIn(question) > 0)
            ids.append(question.id);
    }
    return ids;
}

int missedCount(const Interview &interview)
{
    int missed = 0;
    for (const InterviewQuestion &question : interview.questions)
        missed += missedIn(question);
    return missed;
}
