// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/interview/scorecardview.h"

#include "model/practice/interviewfindings.h"
#include "model/practice/interviewresultmodel.h"
#include "model/textfile.h"
#include "views/common/banner.h"
#include "views/common/icons.h"
#include "views/common/markdownpdf.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/interview/sharebars.h"
#include "views/interview/trendchart.h"
#include "views/practice/keypointlist.h"

#include <QDir>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMissedShown = 9;

QStringList missedPoints(const InterviewQuestion &question)
{
    QStringList missed;
    for (const InterviewPoint &point : question.points) {
        if (!point.met)
            missed.append(point.point.text);
    }
    return missed;
}

} // namespace

void ScorecardView::setInterview(const Interview &interview, const QList<InterviewSummary> &all)
{
    m_interview = interview;
    m_all = all;
    const bool known = std::any_of(all.cbegin(), all.cend(), [&](const InterviewSummary &each) {
        return each.uid == interview.uid;
    });
    // Levels ask for different things: only interviews of the same one compare.
    QList<InterviewSummary> earlier = all;
    earlier.removeIf([&](const InterviewSummary &each) {
        return each.uid == interview.uid || each.level != interview.level;
    });
    const QDateTime started = QDateTime::fromMSecsSinceEpoch(interview.created);
    const int score = interviewScore(interview);
    if (!known) // the disk follows
        m_all.append({interview.uid, interview.level, started, score, askedCount(interview),
                      int(interview.questions.size())});
    m_banner->clear();
    m_showAll = false;
    const QDateTime ended = QDateTime::fromMSecsSinceEpoch(interview.ended);
    m_subtitle->setText(tr("%1, %2, %3 to %4")
                            .arg(interview.level,
                                 QLocale().toString(started.date(), u"dddd d MMMM"_s),
                                 QLocale().toString(started.time(), u"HH:mm"_s),
                                 QLocale().toString(ended.time(), u"HH:mm"_s)));
    fitHead();
    m_score->setText(u"%1<span style=\"font-size:%2px\">%</span>"_s.arg(score).arg(scaled(24)));
    m_score->setAccessibleName(tr("Score: %1%").arg(score));
    m_trend->setScores(ofItsLevel());
    m_tiers->setShares(sharesByTier(interview));
    m_topics->setShares(sharesByTopic(interview));
    m_model->setInterview(interview);
    fitTable();
    m_meaning->setText(interviewMeaning(interview));
    showWentWell(earlier);
    showMissed();
    const int missed = missedCount(interview);
    m_practise->setText(missed == 0 ? tr("Back to Practice")
                                    : tr("Practise the %n missed point(s)", nullptr, missed));
    m_practise->setToolTip(missed == 0 ? tr("Close this result (Enter)")
                                       : tr("Start a session on the questions they belong to "
                                            "(Enter)"));
    m_area->ensureVisible(0, 0);
}

void ScorecardView::fitTable()
{
    int height = m_table->header()->sizeHint().height() + 2;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += m_table->sizeHintForRow(row);
    m_table->setFixedHeight(height); // the page scrolls, not the table
}

void ScorecardView::showWentWell(const QList<InterviewSummary> &earlier)
{
    QStringList lines = interviewStrengths(m_interview, earlier);
    const bool nothing = lines.isEmpty();
    if (nothing)
        lines = {tr("Nothing stands out this time. The points below are where to begin.")};
    qDeleteAll(m_wentWell->findChildren<QLabel *>());
    auto *grid = static_cast<QGridLayout *>(m_wentWell->layout());
    for (int row = 0; row < lines.size(); ++row) {
        if (!nothing) {
            auto *sign = new QLabel(m_wentWell);
            sign->setPixmap(icon(u"check"_s, IconColor::Accent).pixmap(16, 16));
            sign->setFixedHeight(scaled(20));
            grid->addWidget(sign, row, 0, Qt::AlignTop);
        }
        auto *text = new QLabel(lines.at(row), m_wentWell);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        setTextStyle(text, TextStyle::Ui);
        grid->addWidget(text, row, 1);
    }
}

// The points of the chosen question first, as whoever chooses one wants to see them.
void ScorecardView::showMissed()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const int chosen = rows.isEmpty() ? -1 : rows.constFirst().row();
    QString text;
    int shown = 0;
    const auto add = [&](const QStringList &points) {
        const QStringList some =
            m_showAll ? points : points.mid(0, qMax(0, mostMissedShown - shown));
        shown += int(some.size());
        if (!some.isEmpty())
            text += missedPointRows(some, scaled(14), palette());
    };
    if (chosen >= 0) {
        const InterviewQuestion &question = m_interview.questions.at(chosen);
        const QStringList missed = missedPoints(question);
        text += u"<p><b>%1</b></p>"_s.arg(question.title.toHtmlEscaped());
        if (missed.isEmpty())
            text += u"<p>%1</p>"_s.arg(tr("You missed no point here."));
        add(missed);
        if (m_showAll && missedCount(m_interview) > missed.size())
            text += u"<p><b>%1</b></p>"_s.arg(tr("The others"));
    }
    QStringList rest;
    for (int i = 0; i < m_interview.questions.size(); ++i) {
        if (i != chosen)
            rest += missedPoints(m_interview.questions.at(i));
    }
    if (chosen < 0 || m_showAll)
        add(rest);
    const int missed = missedCount(m_interview);
    m_missed->setText(missed == 0 ? tr("No key point was missed. Well played.") : text);
    m_more->setVisible(shown < missed);
    m_more->setText(tr("Show all %n missed point(s)", nullptr, missed));
}

void ScorecardView::mainAction()
{
    const QList<QuestionId> questions = questionsMissed(m_interview);
    if (questions.isEmpty())
        emit doneRequested();
    else
        emit practiceRequested(tr("Missed points"), questions);
}

void ScorecardView::saveMarkdown()
{
    const QString path = chooseFile(tr("mock interview.md"), tr("Markdown (*.md)"));
    if (!path.isEmpty())
        save(path, interviewMarkdown(m_interview).toUtf8());
}

void ScorecardView::savePdf()
{
    const QString path = chooseFile(tr("mock interview.pdf"), tr("PDF (*.pdf)"));
    if (!path.isEmpty())
        save(path, pdfOf(tr("Mock interview result"), interviewMarkdown(m_interview)));
}

void ScorecardView::save(const QString &path, const QByteArray &bytes)
{
    const Status saved = writeFile(path, bytes);
    if (saved.ok()) {
        m_banner->clear();
        emit announced(tr("Saved to %1").arg(QDir::toNativeSeparators(path)));
    } else {
        m_banner->showError(saved.error());
    }
}

QList<InterviewSummary> ScorecardView::ofItsLevel() const
{
    QList<InterviewSummary> same = m_all;
    same.removeIf([this](const auto &each) { return each.level != m_interview.level; });
    return same;
}

QStringList ScorecardView::statusItems() const
{
    int best = 0;
    for (const InterviewSummary &each : ofItsLevel())
        best = qMax(best, each.score);
    return {tr("Mock interview %1").arg(m_all.size()),
            tr("%1 of %n minute(s) used", nullptr, int(timeAllowed(m_interview) / 60'000))
                .arg((timeSpent(m_interview) + 30'000) / 60'000),
            tr("Best so far at this level: %1%").arg(best)};
}

void ScorecardView::focusMain()
{
    m_practise->setFocus(Qt::OtherFocusReason);
}
