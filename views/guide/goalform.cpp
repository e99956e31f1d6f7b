// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/goalform.h"

#include "model/practice/studyday.h"
#include "views/common/box.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"
#include "views/guide/dayseditor.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QSlider>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTextCharFormat>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDays = 28;          // without a date
constexpr int minutesForAQuestion = 2; // reading or practising it once
constexpr int tickEvery = 10;
constexpr int cardHeight = 104;

QDate studyToday()
{
    return QDate::fromJulianDay(Moment::now().day);
}

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setTextStyle(label, TextStyle::Ui, QFont::DemiBold);
    return label;
}

QLabel *muted(TextStyle style, QWidget *parent)
{
    auto *label = new QLabel(parent);
    setTextStyle(label, style);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

// A level to choose, as a card with a radio button.
class LevelCard final : public QAbstractButton
{
public:
    LevelCard(const Level &level, QWidget *parent)
        : QAbstractButton(parent)
        , m_summary(level.summary)
    {
        setText(level.title);
        setCheckable(true);
        setObjectName(u"level/"_s + level.key);
        setAccessibleName(level.title);
        setAccessibleDescription(level.summary);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setScaledHeight(this, cardHeight);
    }

    QSize sizeHint() const override { return {scaled(160), scaled(cardHeight)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(palette());
        QPainter painter(this);
        const QColor edge = isChecked()                ? tokens.accent
                            : underMouse() || isDown() ? tokens.text
                                                       : tokens.line2;
        paintBox(painter, rect(), 6, tokens.base, edge);
        QStyleOptionButton radio;
        radio.initFrom(this);
        radio.rect = QRect(scaled(12), scaled(14), 18, 18);
        radio.state.setFlag(isChecked() ? QStyle::State_On : QStyle::State_Off);
        style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &radio, &painter, this);
        const int left = radio.rect.right() + scaled(8);
        painter.setPen(tokens.text);
        painter.setFont(textFont(TextStyle::Ui, QFont::DemiBold));
        painter.drawText(QRect(left, radio.rect.top(), width() - left, radio.rect.height()),
                         Qt::AlignVCenter, text());
        painter.setPen(tokens.muted);
        painter.setFont(textFont(TextStyle::Small));
        painter.drawText(QRect(scaled(14), radio.rect.bottom() + scaled(8), width() - scaled(28),
                               height() - radio.rect.bottom() - scaled(12)),
                         Qt::TextWordWrap, m_summary);
    }

private:
    QString m_summary;
};

} // namespace

GoalForm::GoalForm(const GuideStore &guide, Summary summary, QWidget *parent)
    : QWidget(parent)
    , m_guide(guide)
    , m_levels(guide.levels().valueOr({}))
    , m_level(new QButtonGroup(this))
    , m_date(new QDateEdit(this))
    , m_daysLeft(muted(TextStyle::Ui, this))
    , m_noDate(new QCheckBox(tr("I have no date yet"), this))
    , m_minutes(new QSlider(Qt::Horizontal, this))
    , m_minutesFigure(new QLabel(this))
    , m_days(new DaysEditor(this))
    , m_total(new QLabel(this))
    , m_reach(muted(TextStyle::Small, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(heading(tr("Which level is the interview for?"), this));
    layout->addWidget(buildLevels());
    layout->addSpacing(20);
    layout->addWidget(heading(tr("When is it?"), this));
    layout->addWidget(buildDate());
    layout->addSpacing(20);
    layout->addWidget(buildMinutes());
    layout->addWidget(m_days);
    m_summary = buildSummary();
    m_summary->setVisible(summary == Summary::Shown);
    if (summary == Summary::Shown)
        layout->addSpacing(8);
    layout->addWidget(m_summary);
    showGoal(guide.goal());
    orderTabs();
    connect(m_level, &QButtonGroup::idToggled, this, &GoalForm::showSummary);
    connect(m_date, &QDateEdit::dateChanged, this, &GoalForm::showSummary);
    connect(m_noDate, &QCheckBox::toggled, this, &GoalForm::showSummary);
    connect(m_minutes, &QSlider::valueChanged, this, &GoalForm::showSummary);
    connect(m_days, &DaysEditor::changed, this, &GoalForm::showSummary);
    connect(m_days, &DaysEditor::opened, this, &GoalForm::daysOpened);
}

void GoalForm::orderTabs()
{
    QWidget *before = nullptr;
    const auto follow = [&before](QWidget *field) {
        if (before)
            setTabOrder(before, field);
        before = field;
    };
    const QList<QAbstractButton *> levels = m_level->buttons();
    std::for_each(levels.begin(), levels.end(), follow);
    follow(m_date);
    follow(m_noDate);
    follow(m_minutes);
    const QList<QWidget *> days = m_days->fields();
    std::for_each(days.begin(), days.end(), follow);
}

QWidget *GoalForm::buildLevels()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    for (int i = 0; i < m_levels.size(); ++i) {
        auto *card = new LevelCard(m_levels.at(i), row);
        m_level->addButton(card, i);
        layout->addWidget(card);
    }
    return row;
}

QWidget *GoalForm::buildDate()
{
    auto *row = new QWidget(this);
    m_date->setObjectName(u"interviewDate"_s);
    m_date->setAccessibleName(tr("Date of the interview"));
    m_date->setToolTip(tr("Choose a date from tomorrow on"));
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(tr("d MMMM yyyy"));
    // The interview's own day stays as it was set, for whoever changes only minutes.
    const QDate today = studyToday();
    m_date->setMinimumDate(m_guide.goal().interview == today ? today : today.addDays(1));
    m_date->findChild<QLineEdit *>()->setTextMargins(6, 0, 0, 0);
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday}) { // red is for what was missed
        QTextCharFormat plain;
        plain.setForeground(palette().text());
        m_date->calendarWidget()->setWeekdayTextFormat(day, plain);
    }
    m_date->setMinimumWidth(scaled(256));
    setTextStyle(m_date, TextStyle::Ui);
    setScaledHeight(m_date, 40);
    m_daysLeft->setWordWrap(true);
    m_noDate->setObjectName(u"noDate"_s);
    setTextStyle(m_noDate, TextStyle::Ui);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_date);
    layout->addWidget(m_daysLeft, 1);
    layout->addWidget(m_noDate);
    return row;
}

QWidget *GoalForm::buildMinutes()
{
    auto *widget = new QWidget(this);
    m_minutes->setObjectName(u"minutes"_s);
    m_minutes->setAccessibleName(tr("Minutes a day"));
    m_minutes->setRange(fewestMinutes, mostMinutes);
    m_minutes->setSingleStep(5);
    m_minutes->setPageStep(tickEvery);
    setTextStyle(m_minutesFigure, TextStyle::Title);
    auto *unit = muted(TextStyle::Ui, widget);
    unit->setText(tr("min"));
    auto *head = new QHBoxLayout;
    head->addWidget(heading(tr("How many minutes a day?"), widget), 1);
    head->addWidget(m_minutesFigure);
    head->addWidget(unit);
    auto *scale = new QHBoxLayout;
    for (int minutes = fewestMinutes; minutes <= mostMinutes; minutes += tickEvery) {
        auto *label = muted(TextStyle::Meta, widget);
        label->setText(QString::number(minutes));
        if (minutes > fewestMinutes)
            scale->addStretch(1);
        scale->addWidget(label);
    }
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_minutes);
    layout->addLayout(scale);
    return widget;
}

QWidget *GoalForm::buildSummary()
{
    auto *box = new Box(this, 20);
    m_total->setObjectName(u"goalTotal"_s);
    setTextStyle(m_total, TextStyle::Ui, QFont::DemiBold);
    m_total->setWordWrap(true);
    m_reach->setObjectName(u"goalReach"_s);
    m_reach->setWordWrap(true);
    box->content()->setSpacing(4);
    box->content()->addWidget(m_total);
    box->content()->addWidget(m_reach);
    return box;
}

void GoalForm::showGoal(const Goal &goal)
{
    for (int i = 0; i < m_levels.size(); ++i)
        m_level->button(i)->setChecked(m_levels.at(i).key == goal.level);
    m_noDate->setChecked(!goal.interview.isValid());
    const QDate usual = studyToday().addDays(usualDays);
    const bool passed = goal.interview.isValid() && goal.interview < studyToday();
    m_proposed = passed ? usual : QDate();
    m_date->setDate(goal.interview.isValid() && !passed ? goal.interview : usual);
    m_minutes->setValue(goal.minutes);
    m_days->setGoal(goal);
    showSummary();
}

void GoalForm::setLevel(const QString &level)
{
    for (int i = 0; i < m_levels.size(); ++i) {
        if (m_levels.at(i).key == level)
            m_level->button(i)->setChecked(true);
    }
}

QString GoalForm::daysLeftText(const QDate &interview) const
{
    if (!interview.isValid())
        return {};
    const auto days = int(studyToday().daysTo(interview));
    if (days <= 0)
        return tr("This day has come. Choose a date from tomorrow on.");
    const QString text =
        tr("%1, in %n day(s)", nullptr, days).arg(QLocale().dayName(interview.dayOfWeek()));
    return interview == m_proposed
               ? tr("%1. A proposal: the day that was set has passed.").arg(text)
               : text;
}

Goal GoalForm::goal() const
{
    Goal goal;
    goal.level = m_levels.value(m_level->checkedId()).key;
    goal.interview = m_noDate->isChecked() ? QDate() : m_date->date();
    goal.minutes = m_minutes->value();
    m_days->writeTo(goal);
    return goal;
}

void GoalForm::showSummary()
{
    const Goal chosen = goal();
    m_date->setEnabled(chosen.interview.isValid());
    m_minutesFigure->setText(QString::number(chosen.minutes));
    const auto days =
        chosen.interview.isValid() ? int(studyToday().daysTo(chosen.interview)) : usualDays;
    m_daysLeft->setText(daysLeftText(chosen.interview));
    int minutes = 0;
    for (int day = 0; day < days; ++day)
        minutes += chosen.minutesOn(studyToday().addDays(day));
    m_total->setText(minutes < 90
                         ? tr("Your time: about %n minute(s) in all", nullptr, minutes)
                         : tr("Your time: about %1 hours in all")
                               .arg(QLocale().toString(qRound(minutes / 30.0) / 2.0, 'g', 4)));
    const Level level = m_levels.value(m_level->checkedId());
    const int questions = m_guide.mustStudyCount(level.tiers).valueOr(0);
    const int rounds = questions > 0 ? minutes / (questions * minutesForAQuestion) : 0;
    const QString basis =
        chosen.interview.isValid() ? QString() : tr(" Without a date, over four weeks.");
    if (rounds >= 1) {
        m_reach->setText(tr("Room to go through each of the %1 must-study questions %n time(s).",
                            nullptr, rounds)
                             .arg(questions) +
                         basis);
    } else {
        m_reach->setText(
            tr("Room for about %1 of the %2 must-study questions, once. The Guide says "
               "which come first.")
                .arg(minutes / minutesForAQuestion)
                .arg(questions) +
            basis);
    }
    emit changed();
}

QWidget *GoalForm::lastField() const
{
    return m_days->lastField();
}

void GoalForm::focusDate()
{
    m_noDate->setChecked(false);
    m_date->setFocus(Qt::OtherFocusReason);
}

void GoalForm::focusFirst()
{
    if (QAbstractButton *chosen = m_level->checkedButton())
        chosen->setFocus(Qt::OtherFocusReason);
}
