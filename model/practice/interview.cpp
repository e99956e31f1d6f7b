// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/interview.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int usualLength = 8; // questions, where a deck names no mix

class Words final
{
    Q_DECLARE_TR_FUNCTIONS(Interview)
};

void addShare(QList<InterviewShare> &shares, const QString &title,
              const InterviewQuestion &question)
{
    auto found = std::find_if(shares.begin(), shares.end(),
                              [&](const InterviewShare &share) { return share.title == title; });
    if (found == shares.end())
        found = shares.insert(shares.end(), {title, 0, 0});
    found->met += metCount(question);
    found->total += int(question.points.size());
}

// A text that Markdown shows as it is typed, line by line.
QString quoted(const QString &text)
{
    QString lines = text.trimmed();
    return u"> "_s + lines.replace(u'\n', u"  \n> "_s) + u"\n\n"_s;
}

QString questionMarkdown(const InterviewQuestion &question, qsizetype number)
{
    QString text = u"## %1. %2\n\n"_s.arg(number).arg(question.title);
    QStringList facts{tierTitle(question.tier)};
    if (!question.topic.isEmpty())
        facts.append(question.topic);
    facts.append(question.wasAsked()
                     ? Words::tr("%1 of %2 minutes")
                           .arg(clockText(question.spent), clockText(question.allowed))
                     : Words::tr("not reached"));
    facts.append(Words::tr("%1 of %2 points").arg(metCount(question)).arg(question.points.size()));
    if (question.rating)
        facts.append(Words::tr("rated %1").arg(ratingTitle(*question.rating)));
    if (question.flagged)
        facts.append(Words::tr("flagged"));
    if (question.skipped && question.wasAsked())
        facts.append(Words::tr("skipped"));
    text += facts.join(u", "_s) + u"\n\n**"_s + question.prompt + u"**\n\n"_s;
    if (!question.followUp.isEmpty())
        text += Words::tr("Follow-up: %1").arg(question.followUp) + u"\n\n"_s;

    for (const Section section : answerSections(question.kind)) {
        const QString answer = question.answers.value(section);
        if (answer.trimmed().isEmpty())
            continue;
        text += u"### %1\n\n"_s.arg(section == Section::None ? Words::tr("Your answer")
                                                             : sectionTitle(section));
        text += quoted(answer);
    }
    if (!isAnswered(question) && question.wasAsked())
        text += u"*%1*\n\n"_s.arg(question.skipped ? Words::tr("Skipped.")
                                                   : Words::tr("Answered in your head."));

    for (const InterviewPoint &point : question.points)
        text += u"- [%1] %2\n"_s.arg(point.met ? u"x"_s : u" "_s).arg(point.point.text);
    return question.points.isEmpty() ? text : text + u'\n';
}

} // namespace

QList<Section> answerSections(QuestionKind kind)
{
    if (kind == QuestionKind::Scenario)
        return {Section::Problem, Section::Approach, Section::Outcome};
    return {Section::None};
}

bool isAnswered(const InterviewQuestion &question)
{
    return std::any_of(question.answers.cbegin(), question.answers.cend(),
                       [](const QString &text) { return !text.trimmed().isEmpty(); });
}

QString wholeAnswer(const InterviewQuestion &question)
{
    QStringList parts;
    for (auto part = question.answers.cbegin(); part != question.answers.cend(); ++part) {
        const QString text = part.value().trimmed();
        if (!text.isEmpty())
            parts.append(part.key() == Section::None ? text
                                                     : sectionTitle(part.key()) + u'\n' + text);
    }
    return parts.join(u"\n\n"_s);
}

int metCount(const InterviewQuestion &question)
{
    return int(std::count_if(question.points.cbegin(), question.points.cend(),
                             [](const InterviewPoint &point) { return point.met; }));
}

qint64 timeAllowed(const Interview &interview)
{
    qint64 sum = 0;
    for (const InterviewQuestion &question : interview.questions)
        sum += question.allowed;
    return sum;
}

qint64 timeSpent(const Interview &interview)
{
    qint64 sum = 0;
    for (const InterviewQuestion &question : interview.questions)
        sum += question.spent;
    return sum;
}

int askedCount(const Interview &interview)
{
    return int(
        std::count_if(interview.questions.cbegin(), interview.questions.cend(),
                      [](const InterviewQuestion &question) { return question.wasAsked(); }));
}

double pointWeight(Tier tier)
{
    return 1 + 0.5 * int(tier);
}

int interviewScore(const Interview &interview)
{
    double met = 0;
    double total = 0;
    for (const InterviewQuestion &question : interview.questions) {
        met += pointWeight(question.tier) * metCount(question);
        total += pointWeight(question.tier) * double(question.points.size());
    }
    return total > 0 ? int(std::lround(100 * met / total)) : 0;
}

QList<InterviewShare> sharesByTier(const Interview &interview)
{
    QList<InterviewShare> shares;
    for (const Tier tier : allTiers) {
        for (const InterviewQuestion &question : interview.questions) {
            if (question.tier == tier)
                addShare(shares, tierTitle(tier), question);
        }
    }
    return shares;
}

QList<InterviewShare> sharesByTopic(const Interview &interview)
{
    QList<InterviewShare> shares;
    for (const InterviewQuestion &question : interview.questions)
        addShare(shares, question.topic.isEmpty() ? Words::tr("Other") : question.topic, question);
    std::stable_sort(shares.begin(), shares.end(),
                     [](const InterviewShare &a, const InterviewShare &b) {
                         return a.met * qMax(1, b.total) < b.met * qMax(1, a.total);
                     });
    return shares;
}

QString clockText(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

QString interviewMarkdown(const Interview &interview)
{
    const QDateTime started = QDateTime::fromMSecsSinceEpoch(interview.created);
    QString text = u"# %1\n\n"_s.arg(Words::tr("Mock interview result"));
    text +=
        Words::tr("%1, %2").arg(interview.level, QLocale().toString(started, QLocale::LongFormat)) +
        u"\n\n"_s;
    text +=
        u"- "_s +
        Words::tr("Score: %1% of the key points, weighted by tier").arg(interviewScore(interview)) +
        u'\n';
    for (const InterviewShare &share : sharesByTier(interview))
        text += u"- "_s +
                Words::tr("%1: %2 of %3 points").arg(share.title).arg(share.met).arg(share.total) +
                u'\n';
    text += u"- "_s + Words::tr("Time: %1 of %2 minutes")
                          .arg(clockText(timeSpent(interview)), clockText(timeAllowed(interview)));
    text += u'\n';
    if (askedCount(interview) < interview.questions.size())
        text += u"- "_s +
                Words::tr("Reached: %1 of %2 questions; the others count with no points")
                    .arg(askedCount(interview))
                    .arg(interview.questions.size()) +
                u'\n';
    text += u'\n';
    for (qsizetype i = 0; i < interview.questions.size(); ++i)
        text += questionMarkdown(interview.questions.at(i), i + 1);
    return text;
}

QList<int> interviewMix(const Level &level)
{
    QList<int> mix(std::ssize(allTiers), 0);
    if (level.interview.size() == mix.size() &&
        *std::max_element(level.interview.cbegin(), level.interview.cend()) > 0)
        return level.interview;
    const QList<Tier> tiers =
        level.tiers.isEmpty() ? QList<Tier>(std::begin(allTiers), std::end(allTiers)) : level.tiers;
    for (qsizetype i = 0; i < usualLength; ++i)
        ++mix[int(tiers.at(i % tiers.size()))];
    return mix;
}
