// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/goaldialog.h"

#include "model/plan/planner.h"
#include "views/common/commands.h"
#include "views/common/focusring.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/guide/goalform.h"
#include "views/guide/previewbox.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr auto restTime = 300ms; // a slider passes many values on its way
constexpr int formWidth = 600;
constexpr int screenMargin = 80; // for the window's frame and the desktop's panels

} // namespace

GoalDialog::GoalDialog(const GuideStore &guide, Planner &planner, Commands &commands,
                       QWidget *parent)
    : QDialog(parent)
    , m_planner(planner)
    , m_form(new GoalForm(guide, GoalForm::Summary::Left))
    , m_preview(new PreviewBox(this))
{
    setWindowTitle(tr("What you prepare for"));
    new FocusRing(this);
    m_form->setMinimumWidth(scaled(formWidth));
    auto *inner = new QWidget;
    auto *innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(6, 6, 6, 6); // for focus rings
    innerLayout->addWidget(m_form);
    innerLayout->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("goalArea"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inner);
    inner->setBackgroundRole(QPalette::Window);
    area->viewport()->setBackgroundRole(QPalette::Window);
    area->setMinimumWidth(inner->minimumSizeHint().width() +
                          area->verticalScrollBar()->sizeHint().width());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    setButtonKind(buttons->button(QDialogButtonBox::Save), ButtonKind::Primary);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(area, 1);
    columns->addWidget(m_preview);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 24, 16);
    layout->setSpacing(16);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
    const QList<QPushButton *> others = m_form->findChildren<QPushButton *>();
    for (QPushButton *button : others)
        button->setAutoDefault(false); // Enter saves
    buttons->button(QDialogButtonBox::Save)->setDefault(true);
    m_form->orderTabs();
    buttons->setFocusProxy(
        nullptr); // it would send Tab to Save from wherever the box itself stands
    setTabOrder(m_form->lastField(), buttons->button(QDialogButtonBox::Save));
    setTabOrder(buttons->button(QDialogButtonBox::Save), buttons->button(QDialogButtonBox::Cancel));
    m_form->focusFirst();
    makeRoom();

    m_rest.setSingleShot(true);
    m_rest.setInterval(restTime);
    connect(m_form, &GoalForm::changed, this, [this] {
        m_preview->showWorking();
        m_rest.start();
    });
    connect(m_form, &GoalForm::daysOpened, this, &GoalDialog::makeRoom);
    connect(&m_rest, &QTimer::timeout, this, &GoalDialog::ask);
    connect(&planner, &Planner::previewed, this, &GoalDialog::showPreview);
    connect(&planner, &Planner::failed, this, [this](const Error &error) {
        if (!m_asked) // the plan there is, which is the page's business
            return;
        m_asked = false;
        m_preview->showFailed(error.message);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, &commands] {
        commands.setGoal(m_form->goal());
        accept();
    });
    ask();
}

void GoalDialog::setLevel(const QString &level)
{
    m_form->setLevel(level);
}

void GoalDialog::focusDate()
{
    m_form->focusDate();
}

void GoalDialog::ask()
{
    m_asked = true;
    m_planner.preview(m_form->goal());
}

void GoalDialog::showPreview(const Outlook &outlook)
{
    if (outlook.goal != m_form->goal())
        return;
    m_asked = false;
    m_preview->showOutlook(outlook, m_planner.outlook());
}

void GoalDialog::makeRoom()
{
    auto *area = findChild<QScrollArea *>(QStringLiteral("goalArea"));
    area->widget()->layout()->activate();
    const int wanted = area->widget()->sizeHint().height();
    const QSize most = screen()->availableSize() - QSize(screenMargin, screenMargin);
    layout()->activate();
    const int around = sizeHint().height() - area->sizeHint().height();
    resize(qMin(sizeHint().width(), most.width()),
           qMax(height() * int(isVisible()), qMin(wanted + around, most.height())));
}
