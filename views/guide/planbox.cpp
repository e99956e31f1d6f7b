// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/planbox.h"

#include "model/plan/planmodel.h"
#include "model/plan/plantext.h"
#include "views/common/panes.h"
#include "views/common/typography.h"
#include "views/guide/plandelegate.h"

#include <QEvent>
#include <QFocusEvent>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

// Arrow keys go from task to task, past the heads of weeks.
class PlanList final : public QListView
{
public:
    using QListView::QListView;

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        QListView::focusInEvent(event);
        // The view makes a row the current one without choosing it, which would show nothing.
        if (!selectionModel()->isSelected(currentIndex())) {
            const bool here = currentIndex().flags().testFlag(Qt::ItemIsSelectable);
            setCurrentIndex(here ? currentIndex()
                                 : static_cast<const PlanModel *>(model())->firstChoice());
        }
        viewport()->update();
    }

    void focusOutEvent(QFocusEvent *event) override
    {
        QListView::focusOutEvent(event);
        viewport()->update();
    }
};

} // namespace

PlanBox::PlanBox(QWidget *parent)
    : Box(parent)
    , m_model(new PlanModel(this))
    , m_list(new PlanList(this))
    , m_working(new QLabel(tr("Working out your plan…"), this))
    , m_foot(new QWidget(this))
    , m_state(linkLabel(m_foot))
{
    setObjectName(u"planBox"_s);
    content()->setContentsMargins(1, 16, 1, 1);
    content()->setSpacing(0);
    auto *title = new QLabel(tr("Plan to the interview"), this);
    setTextStyle(title, TextStyle::Heading);
    title->setContentsMargins(15, 0, 15, 8);
    title->setWordWrap(true);

    m_list->setObjectName(u"planTasks"_s);
    m_list->setAccessibleName(tr("Plan to the interview, by week"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PlanDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust); // texts wrap anew
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(48); // the rest scrolls
    m_list->setToolTip(tr("Space ticks a task of this week, Enter opens it, P practises it"));

    m_working->setObjectName(u"planWorking"_s);
    m_working->setContentsMargins(15, 0, 15, 16);
    m_working->setWordWrap(true);
    m_working->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_working->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(m_working, TextStyle::Small);

    m_state->setObjectName(u"planState"_s);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setContentsMargins(15, 12, 15, 12);
    setTextStyle(m_state, TextStyle::Small);
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(0);
    foot->addWidget(ruler(m_foot));
    foot->addWidget(m_state);

    content()->addWidget(title);
    content()->addWidget(m_working, 1);
    content()->addWidget(m_list, 1);
    content()->addWidget(m_foot);
    connect(m_model, &PlanModel::tickRequested, this, &PlanBox::tickRequested);
    connect(m_list, &QListView::doubleClicked, this, &PlanBox::open);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (index.data(PlanModel::KindRole).toInt() == int(PlanModel::Kind::More))
            open(index);
    });
    connect(m_state, &QLabel::linkActivated, this, &PlanBox::goalRequested);
    setOutlook({});
}

void PlanBox::setOutlook(const Outlook &outlook)
{
    const int row = m_list->currentIndex().row();
    const bool known = outlook.today > 0;
    m_model->setOutlook(outlook);
    if (row >= 0 && !m_list->currentIndex().isValid()) {
        const QModelIndex before = m_model->index(qMin(row, m_model->rowCount() - 1));
        m_list->setCurrentIndex(
            before.flags().testFlag(Qt::ItemIsSelectable) ? before : m_model->firstChoice());
    }
    m_working->setVisible(!known);
    m_list->setVisible(known);
    m_foot->setVisible(known);
    if (known)
        showState(outlook);
}

void PlanBox::showState(const Outlook &outlook)
{
    const PlanState state = planState(outlook);
    QString text = state.text.toHtmlEscaped();
    // What stands in the learner's way is worth the stronger ink.
    if (state.remedy == PlanState::Remedy::ChangePlan)
        text = u"<span style=\"color:%1\"><b>%2</b></span>"_s.arg(
            palette().color(QPalette::WindowText).name(), text);
    if (!state.detail.isEmpty())
        text += u' ' + state.detail.toHtmlEscaped();
    if (state.remedy == PlanState::Remedy::SetDate)
        text += u" <a href=\"goal\">%1</a>"_s.arg(tr("Set a date"));
    else if (state.remedy == PlanState::Remedy::ChangePlan)
        text += u" <a href=\"goal\">%1</a>"_s.arg(tr("Change the plan"));
    m_state->setText(text);
}

bool PlanBox::holdsFocus() const
{
    return m_list->hasFocus();
}

const PlanTask *PlanBox::currentTask() const
{
    return m_model->task(m_list->currentIndex());
}

void PlanBox::openCurrent()
{
    open(m_list->currentIndex());
}

void PlanBox::open(const QModelIndex &index)
{
    if (index.data(PlanModel::KindRole).toInt() == int(PlanModel::Kind::More)) {
        const int row = index.row();
        m_model->showAll();
        m_list->setCurrentIndex(m_model->index(row + 1)); // below the head that took its place
        return;
    }
    const PlanTask *task = m_model->task(index);
    if (!task)
        return;
    if (task->kind == PlanTask::Kind::Topic)
        emit topicRequested(task->topic);
    else
        emit practiceRequested();
}
