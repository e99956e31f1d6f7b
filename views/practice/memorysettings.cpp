// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/memorysettings.h"

#include "model/practice/scheduler.h"
#include "model/practice/weightfitter.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/typography.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int retentionStep = 1; // percent
constexpr int reportWidth = 420;

} // namespace

MemorySettings::MemorySettings(const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new QComboBox(this))
    , m_retention(new QComboBox(this))
    , m_fit(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_report(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    buildChoices();
    buildFit();
    connect(&desk.scheduler, &Scheduler::changed, this, &MemorySettings::showPlan);
    connect(&desk.fitter, &WeightFitter::progressed, this,
            [this](double share) { m_progress->setValue(int(share * m_progress->maximum())); });
    connect(&desk.fitter, &WeightFitter::finished, this, &MemorySettings::showFit);
    connect(&desk.fitter, &WeightFitter::failed, this, &MemorySettings::showError);
    showPlan();
    showFit();
}

void MemorySettings::buildChoices()
{
    m_model->setObjectName(u"memoryModel"_s);
    m_model->addItem(tr("FSRS-6 (recommended)"), u"fsrs6"_s);
    m_model->addItem(tr("FSRS-7"), u"fsrs7"_s);
    m_model->setToolTip(tr("How memory is predicted. FSRS-6 is fitted to your reviews; FSRS-7 "
                           "knows more about several reviews on one day."));
    m_retention->setObjectName(u"retention"_s);
    for (int percent = qRound(lowestRetention * 100); percent <= qRound(highestRetention * 100);
         percent += retentionStep)
        m_retention->addItem(tr("%1 %").arg(percent), percent);
    m_retention->setToolTip(tr("A question comes back when your chance to recall it has fallen to "
                               "this. More means more reviews."));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(12);
    for (QComboBox *box : {m_model, m_retention})
        box->setMinimumWidth(scaled(180));
    const std::pair<QString, QComboBox *> rows[] = {{tr("Memory model"), m_model},
                                                    {tr("Recall aimed at"), m_retention}};
    for (const auto &[name, box] : rows) {
        box->setAccessibleName(name);
        form->addRow(name, box);
        connect(box, &QComboBox::activated, this, &MemorySettings::changePlan);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(form);
}

void MemorySettings::buildFit()
{
    m_fit->setObjectName(u"fitWeights"_s);
    m_progress->setObjectName(u"fitProgress"_s);
    m_progress->setAccessibleName(tr("Fitting"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_report->setObjectName(u"fitReport"_s);
    m_report->setWordWrap(true);
    m_report->setFixedWidth(scaled(reportWidth)); // so that its height is known
    setTextStyle(m_report, TextStyle::Small);
    m_report->setForegroundRole(QPalette::PlaceholderText);
    auto *again = new QPushButton(tr("Derive memory again"), this);
    again->setObjectName(u"rebuildMemory"_s);
    again->setToolTip(tr("Works out from the review log once more what you remember. Nothing you "
                         "made is changed."));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_fit);
    row->addWidget(m_progress, 1);
    row->addWidget(again);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    layout()->addWidget(m_report);
    connect(m_fit, &QPushButton::clicked, this, [this] {
        m_desk.fitter.isRunning() ? m_desk.fitter.cancel() : m_desk.fitter.start();
        showFit();
    });
    connect(again, &QPushButton::clicked, this, [this] {
        m_desk.scheduler.rebuild();
        m_report->setText(tr("Memory is derived from the review log again."));
    });
}

void MemorySettings::changePlan()
{
    SchedulePlan plan = m_desk.scheduler.plan();
    plan.model = m_model->currentData().toString();
    plan.retention = m_retention->currentData().toInt() / 100.0;
    m_desk.commands.setPlan(plan);
}

void MemorySettings::showPlan()
{
    const SchedulePlan &plan = m_desk.scheduler.plan();
    m_model->setCurrentIndex(m_model->findData(plan.model));
    m_retention->setCurrentIndex(m_retention->findData(qRound(plan.retention * 100)));
}

void MemorySettings::showFit()
{
    const bool running = m_desk.fitter.isRunning();
    m_fit->setText(running ? tr("Cancel") : tr("Fit to my reviews"));
    m_progress->setVisible(running);
    const FitReport &report = m_desk.fitter.report();
    if (running) {
        m_progress->setValue(0);
        m_report->setText(tr("Fitting FSRS-6 to your reviews. You can go on working."));
    } else if (!report.date.isValid()) {
        m_report->setText(tr("Not fitted yet. That happens by itself after every %1 reviews.")
                              .arg(WeightFitter::reviewsBetweenFits));
    } else if (report.items == 0) {
        m_report->setText(tr("There is nothing to fit to yet: no question came back on another "
                             "day."));
    } else {
        const QString figures =
            tr("Log loss %1 before, %2 after; error by bins %3 and %4; on %n prediction(s).",
               nullptr, report.items)
                .arg(report.lossBefore, 0, 'f', 4)
                .arg(report.lossAfter, 0, 'f', 4)
                .arg(report.rmseBefore, 0, 'f', 4)
                .arg(report.rmseAfter, 0, 'f', 4);
        const QString date = QLocale().toString(report.date, QLocale::ShortFormat);
        m_report->setText((report.adopted ? tr("Fitted on %1, and in use.")
                                          : tr("Tried on %1. The weights in use predict your "
                                               "reviews at least as well, so they stay."))
                              .arg(date) +
                          u' ' + figures);
    }
}

void MemorySettings::showError(const Error &error)
{
    showFit();
    m_report->setText(error.message);
}
