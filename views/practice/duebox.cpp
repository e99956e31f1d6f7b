// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/duebox.h"

#include "views/common/durations.h"
#include "views/common/icons.h"
#include "views/common/panes.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/practice/topicbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int boxHeight = 168;
constexpr int narrowBox = 640;

QPushButton *flatButton(const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    setTextStyle(button, TextStyle::Small, QFont::Medium);
    setButtonKind(button, ButtonKind::Flat);
    return button;
}

} // namespace

DueBox::DueBox(QWidget *parent)
    : Box(parent, 24)
    , m_figure(new QLabel(this))
    , m_label(new QLabel(this))
    , m_topics(new TopicBar(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_main(new QPushButton(this))
    , m_again(flatButton(u"startAgain"_s, this))
    , m_giveUp(flatButton(u"giveUp"_s, this))
    , m_choose(flatButton(u"chooseTopics"_s, this))
    , m_unseen(flatButton(u"unseenRound"_s, this))
    , m_parts(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_buttons(new QBoxLayout(QBoxLayout::TopToBottom))
{
    m_figure->setObjectName(u"mainFigure"_s);
    setTextStyle(m_figure, TextStyle::FigureLarge);
    setTextStyle(m_label, TextStyle::Ui, QFont::DemiBold);
    auto *figures = new QVBoxLayout;
    figures->setSpacing(0);
    figures->addStretch(1);
    figures->addWidget(m_figure);
    figures->addWidget(m_label);
    figures->addStretch(1);

    setTextStyle(m_title, TextStyle::Heading);
    m_title->setWordWrap(true);
    m_text->setObjectName(u"mainText"_s);
    setTextStyle(m_text, TextStyle::Small);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(8);
    texts->addStretch(1);
    texts->addWidget(m_topics);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    texts->addStretch(1);

    m_main->setObjectName(u"mainRound"_s);
    setTextStyle(m_main, TextStyle::Ui, QFont::DemiBold);
    setButtonKind(m_main, ButtonKind::Primary);
    setKeycap(m_main, tr("Enter"));
    m_main->setIcon(icon(u"play"_s, IconColor::OnAccent));
    setScaledHeight(m_main, 40);
    m_again->setText(tr("Start again"));
    m_again->setToolTip(tr("The same questions from the first on; grades so far count"));
    m_giveUp->setText(tr("Give up"));
    m_giveUp->setToolTip(tr("Ends this session; grades so far count"));
    m_choose->setText(tr("Choose topics…"));
    m_choose->setToolTip(tr("Practise only some topics (T)"));
    m_buttons->setSpacing(4);
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_main);
    for (QPushButton *button : {m_again, m_giveUp, m_choose, m_unseen})
        m_buttons->addWidget(button, 0, Qt::AlignCenter);
    m_buttons->addStretch(1);

    auto *row = new QHBoxLayout;
    row->setSpacing(32);
    row->addLayout(figures);
    row->addWidget(ruler(this, Qt::Vertical));
    row->addLayout(texts, 1);
    m_parts->setSpacing(32);
    m_parts->addLayout(row, 1);
    m_parts->addLayout(m_buttons);
    content()->addLayout(m_parts);
    setMinimumHeight(scaled(boxHeight));
    connect(m_main, &QPushButton::clicked, this, &DueBox::mainChosen);
    connect(m_again, &QPushButton::clicked, this, &DueBox::againChosen);
    connect(m_giveUp, &QPushButton::clicked, this, &DueBox::giveUpChosen);
    connect(m_choose, &QPushButton::clicked, this, &DueBox::topicsChosen);
    connect(m_unseen, &QPushButton::clicked, this, &DueBox::unseenChosen);
}

// Where it is narrow the buttons go below, and leave the texts their room.
void DueBox::resizeEvent(QResizeEvent *event)
{
    Box::resizeEvent(event);
    const bool narrow = width() < scaled(narrowBox);
    m_parts->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_parts->setSpacing(narrow ? 16 : 32);
    m_buttons->setDirection(narrow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_buttons->setSpacing(narrow ? 8 : 4);
    m_buttons->setStretch(0, narrow ? 0 : 1); // in a row from the left, in a column amid
}

void DueBox::setMain(const QString &text, const QString &figure, const QString &label)
{
    m_main->setText(text);
    m_main->setAccessibleName(text);
    m_figure->setText(figure);
    m_label->setText(label);
}

void DueBox::showPaused(const SessionRecord &session)
{
    const int count = int(session.questions.size());
    setMain(tr("Continue"), QString::number(count - session.position),
            tr("question(s) to go", nullptr, count - session.position));
    m_title->setText(tr("Session paused at question %1 of %2")
                         .arg(qMin(session.position + 1, count))
                         .arg(count));
    m_text->setText(
        tr("%1. What you typed is kept, also when you start another round.").arg(session.title));
    m_title->show();
    m_topics->hide();
    m_again->show();
    m_giveUp->show();
    m_choose->hide();
    m_unseen->hide();
}

void DueBox::showDue(const DueList &due, const Moment &now)
{
    const auto count = int(due.questions.size());
    m_again->hide();
    m_giveUp->hide();
    m_choose->show();
    m_topics->setVisible(count > 0);
    m_title->setVisible(count == 0);
    if (count > 0) {
        setMain(tr("Start review"), QString::number(count), tr("question(s) due", nullptr, count));
        m_topics->setTopics(due.topics);
        m_text->setText(dueText(due));
    } else {
        setMain(due.extra.isEmpty() ? tr("Start quick ten") : tr("Practise on"), u"0"_s,
                tr("questions due"));
        m_title->setText(due.postponed > 0  ? tr("Today's share is done")
                         : due.minutes == 0 ? tr("No practice is planned for today")
                         : !due.extra.isEmpty()
                             ? tr("Today's %n minute(s) are done", nullptr, due.minutes)
                             : tr("Nothing is due right now"));
        m_text->setText(idleText(due, now));
    }
}

QString DueBox::dueText(const DueList &due)
{
    QStringList sentences;
    const int known = int(due.questions.size()) - due.fresh;
    if (due.fresh > 0 && known > 0)
        sentences.append(tr("%1 to review and %2 new.").arg(known).arg(due.fresh));
    else if (due.fresh > 0)
        sentences.append(tr("All of them new, in must-study order."));
    sentences.append(tr("About %1 at your usual pace.").arg(durationText(due.duration)));
    if (due.minutes > 0)
        sentences.append(tr("Chosen for what they add by the interview, within your %n minute(s).",
                            nullptr, due.minutes));
    if (due.longWaiting > 0)
        sentences.append(
            tr("%n waited more than a week and come(s) first.", nullptr, due.longWaiting));
    if (due.postponed > 0)
        sentences.append(
            tr("%n more that are overdue are left for the next days, so that no day gets "
               "too long.",
               nullptr, due.postponed));
    return sentences.join(u' ');
}

QString DueBox::idleText(const DueList &due, const Moment &now)
{
    if (!due.extra.isEmpty())
        return tr("You can stop here and keep to the plan. Whoever goes on gets the next %n "
                  "question(s) that add most by the interview.",
                  nullptr, int(due.extra.size()));
    if (due.postponed > 0) {
        return tr("%n overdue question(s) are left for the next days. Choose topics to take some "
                  "of them now.",
                  nullptr, due.postponed);
    }
    if (due.nextTime > 0) {
        const auto minutes = int((due.nextTime - now.time + 59'999) / 60'000);
        return tr("The next one comes back %1. Keep warm with ten mixed ones.")
            .arg(waitText(qMax(1, minutes)));
    }
    for (size_t day = 1; day < due.week.size(); ++day) {
        const int count = due.week.at(day);
        if (count > 0 && day == 1)
            return tr("The next %n come(s) tomorrow. Keep warm with ten mixed ones.", nullptr,
                      count);
        if (count > 0)
            return tr("The next %n come(s) in %1 days. Keep warm with ten mixed ones.", nullptr,
                      count)
                .arg(day);
    }
    return tr("Nothing comes back within a week. Keep warm with ten mixed ones.");
}

void DueBox::setUnseen(int count)
{
    m_unseen->setText(tr("Unseen (%1)").arg(count));
    m_unseen->setToolTip(tr("The next ten that you neither read nor practised (7)"));
    m_unseen->setVisible(count > 0 && m_again->isHidden());
}

void DueBox::focusMain()
{
    m_main->setFocus(Qt::OtherFocusReason);
}
