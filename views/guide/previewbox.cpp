// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/previewbox.h"

#include "model/plan/plantext.h"
#include "views/common/panes.h"
#include "views/common/typography.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int boxWidth = 264;

int mockCount(const StudyPlan &plan)
{
    int count = 0;
    for (const PlanWeek &week : plan.weeks) {
        for (const PlanTask &task : week.tasks) {
            count +=
                task.kind == PlanTask::Kind::MockInterview || task.kind == PlanTask::Kind::LastMock;
        }
    }
    return count;
}

QString stateText(const Outlook &outlook)
{
    const PlanState state = planState(outlook);
    return state.detail.isEmpty() ? state.text : state.text + u' ' + state.detail;
}

} // namespace

PreviewBox::PreviewBox(QWidget *parent)
    : Box(parent)
    , m_title(new QLabel(tr("What it amounts to"), this))
    , m_caption(new QLabel(this))
    , m_figure(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_state(new QLabel(this))
{
    setObjectName(u"goalPreview"_s);
    setFixedWidth(scaled(boxWidth));
    setTextStyle(m_title, TextStyle::Heading);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(m_caption, TextStyle::Small);
    m_figure->setObjectName(u"previewReady"_s);
    setTextStyle(m_figure, TextStyle::Title);
    m_facts->setObjectName(u"previewFacts"_s);
    setTextStyle(m_facts, TextStyle::Small);
    m_state->setObjectName(u"previewState"_s);
    setTextStyle(m_state, TextStyle::Small);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_caption, m_figure, m_facts, m_state}) {
        label->setWordWrap(true);
        content()->addWidget(label);
    }
    content()->addStretch(1);
    showWorking();
}

void PreviewBox::fill(const QString &caption, const QString &figure, const QStringList &facts,
                      const QString &state)
{
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    m_figure->setText(figure);
    m_figure->setVisible(!figure.isEmpty());
    m_facts->setText(facts.join(u'\n'));
    m_facts->setVisible(!facts.isEmpty());
    m_state->setText(state);
}

void PreviewBox::showWorking()
{
    fill({}, {}, {}, tr("Working out the new plan…"));
}

void PreviewBox::showFailed(const QString &reason)
{
    fill({}, {}, {},
         tr("The new plan could not be worked out. You can save all the same. %1").arg(reason));
}

void PreviewBox::showOutlook(const Outlook &outlook, const Outlook &now)
{
    if (outlook.days.isEmpty()) {
        fill({}, {}, {}, stateText(outlook));
        return;
    }
    const ForecastDay &last = outlook.days.constLast();
    const QString caption = outlook.isDated() ? tr("Ready on the day") : tr("Ready in four weeks");
    QStringList facts;
    const QString range = tr("%1 to %2").arg(qRound(100 * last.low)).arg(percentText(last.high));
    facts.append(
        now.days.isEmpty()
            ? range
            : tr("%1, now planned %2").arg(range, percentText(now.days.constLast().followed)));
    const int mocks = mockCount(outlook.plan);
    facts.append(tr("%n day(s)", nullptr, outlook.end - outlook.today));
    facts.append(mocks > 0 ? tr("%n mock interview(s)", nullptr, mocks) : tr("No mock interview"));
    int minutes = 0;
    for (int day = outlook.today; day < outlook.end; ++day)
        minutes += outlook.goal.minutesOn(QDate::fromJulianDay(day));
    facts.append(tr("%1 in all").arg(minutesText(minutes)));
    fill(caption, percentText(last.followed), facts, stateText(outlook));
}
