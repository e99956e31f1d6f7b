// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/progress/readinessbox.h"

#include "views/common/panes.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/progress/chartstack.h"
#include "views/progress/readinesschart.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int figuresWidth = 232;
constexpr int flatPadding = 13; // of a flat button
constexpr int week = 7;

} // namespace

QString readinessExplanation()
{
    return ReadinessBox::tr(
        "Readiness is the share of your level’s must-study questions that you would be expected to "
        "recall. The memory model estimates each question’s recall from your grades. Harder tiers "
        "weigh more: Basic 1, Intermediate 1.5, Advanced 2, Scenario 2.5. A question that you have "
        "not practised yet counts as zero. The forecast lets a simulated learner follow your plan "
        "many times, recalling and forgetting by chance; nine runs of ten end within the range. "
        "“If you stop now” lets memory fade from today until that day. It is an estimate, not a "
        "promise: it gets better with every question you grade honestly.");
}

QString changeText(const ProgressFigures &figures)
{
    const ReadinessChange change = readinessChange(figures);
    if (change.since == 0)
        return {};
    const bool wholeWeek = change.since <= figures.today - week;
    if (change.points == 0)
        return wholeWeek ? ReadinessBox::tr("<b>No change</b> in the last seven days")
                         : ReadinessBox::tr("<b>No change</b> since %1")
                               .arg(longDate(change.since, figures.today));
    // The minus is as wide as the plus.
    const QString points =
        (change.points > 0 ? u'+' : QChar(0x2212)) + QString::number(qAbs(change.points));
    return wholeWeek ? ReadinessBox::tr("<b>%1</b> in the last seven days").arg(points)
                     : ReadinessBox::tr("<b>%1</b> since %2")
                           .arg(points, longDate(change.since, figures.today));
}

QString likelyText(const ProgressFigures &figures)
{
    if (!figures.hasForecast())
        return {};
    const QString share = percentText(figures.outlook.days.constLast().followed);
    return figures.outlook.isDated()
               ? ReadinessBox::tr("<b>%1</b> likely by %2")
                     .arg(share, longDate(figures.outlook.end, figures.today))
               : ReadinessBox::tr("<b>%1</b> likely in four weeks").arg(share);
}

ReadinessBox::ReadinessBox(QWidget *parent)
    : Box(parent, 24)
    , m_chart(new ReadinessChart(this))
    , m_stack(new ChartStack(u"readiness"_s, m_chart, this))
    , m_figure(new QLabel(this))
    , m_meaning(new QLabel(this))
    , m_change(new QLabel(this))
    , m_likely(new QLabel(this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(buildFigures());
    row->addWidget(ruler(this, Qt::Vertical));
    row->addWidget(m_stack, 1);
    content()->setContentsMargins(24 - flatPadding, 16, 16, 16);
    content()->addLayout(row, 1);
}

QWidget *ReadinessBox::buildFigures()
{
    auto *column = new QWidget(this);
    column->setMinimumWidth(scaled(figuresWidth) + flatPadding);
    column->setMaximumWidth(scaled(figuresWidth) + flatPadding);
    auto *title = new QLabel(tr("Readiness"), column);
    setTextStyle(title, TextStyle::Heading);
    m_figure->setObjectName(u"readinessFigure"_s);
    setTextStyle(m_figure, TextStyle::FigureLarge);
    setTextStyle(m_meaning, TextStyle::Small);
    m_meaning->setForegroundRole(QPalette::PlaceholderText);
    m_change->setObjectName(u"readinessChange"_s);
    m_likely->setObjectName(u"readinessLikely"_s);
    for (QLabel *label : {m_meaning, m_change, m_likely})
        label->setWordWrap(true);
    for (QLabel *label : {m_change, m_likely})
        setTextStyle(label, TextStyle::Small);
    auto *how = new QPushButton(tr("How this is worked out"), column);
    how->setObjectName(u"howReadiness"_s);
    how->setToolTip(tr("What the figure is, and where the forecast comes from (H)"));
    setTextStyle(how, TextStyle::Small, QFont::Medium);
    setButtonKind(how, ButtonKind::Flat);
    connect(how, &QPushButton::clicked, this, &ReadinessBox::explanationRequested);

    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_stack->toggle());
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(flatPadding, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_figure);
    layout->addWidget(m_meaning);
    layout->addStretch(1);
    layout->addWidget(m_change);
    layout->addWidget(m_likely);
    // Its words begin where the others do; the box that shows on hover may stand out.
    auto *howLine = new QHBoxLayout;
    howLine->addSpacing(-flatPadding);
    howLine->addWidget(how);
    howLine->addStretch(1);
    layout->addLayout(howLine);
    return column;
}

void ReadinessBox::setFigures(const ProgressFigures &figures, const DayRange &range)
{
    const auto show = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    const bool known = figures.isKnown();
    setTextStyle(m_figure, known ? TextStyle::FigureLarge : TextStyle::Title);
    m_figure->setText(
        known ? u"%1<span style=\"font-size:%2px\"> %</span>"_s.arg(percent(figures.outlook.ready))
                    .arg(scaled(24))
              : tr("Working it out…"));
    m_figure->setAccessibleName(known ? tr("Readiness: %1").arg(percentText(figures.outlook.ready))
                                      : m_figure->text());
    show(m_meaning, known ? tr("The share of must-study points you are likely to recall today.")
                          : tr("The figures of your memory are being put together."));
    show(m_change, changeText(figures));
    show(m_likely, likelyText(figures));
    m_chart->setFigures(figures, range);
    m_stack->setTable(m_chart->table());
}
