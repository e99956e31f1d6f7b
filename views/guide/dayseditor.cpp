// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/dayseditor.h"

#include "model/practice/studyday.h"
#include "views/common/icons.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"

#include <QDateEdit>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int step = 5;
constexpr int columns = 4; // of weekdays

QDate studyToday()
{
    return QDate::fromJulianDay(Moment::now().day);
}

// Opens and closes what is below.
class Opener final : public QAbstractButton
{
public:
    Opener(const QString &text, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        setTextStyle(this, TextStyle::Ui);
    }

    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 14 + scaled(12), scaled(28)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(palette());
        QPainter painter(this);
        painter.drawPixmap(
            QRect(0, (height() - 14) / 2, 14, 14),
            iconPixmap(isChecked() ? u"up"_s : u"down"_s, tokens.muted, 14, devicePixelRatioF()));
        painter.setPen(underMouse() ? tokens.accent : tokens.text);
        painter.drawText(rect().adjusted(14 + scaled(8), 0, 0, 0), Qt::AlignVCenter, text());
    }
};

// Minutes on a weekday: as usual, off, or a number.
class MinutesBox final : public QSpinBox
{
public:
    explicit MinutesBox(QWidget *parent)
        : QSpinBox(parent)
    {
        setRange(Goal::asUsual, mostMinutesOnAWeekday);
        setValue(Goal::asUsual);
        setAccelerated(true);
        setTextStyle(this, TextStyle::Small);
    }

    // As usual, off, 5, 10 and so on.
    void stepBy(int steps) override
    {
        const int now = value();
        const int place = now < 0 ? -1 : steps > 0 ? now / step : (now + step - 1) / step;
        const int next = place + steps;
        setValue(next < 0 ? Goal::asUsual : next * step);
    }

protected:
    QString textFromValue(int value) const override
    {
        return value == Goal::asUsual ? DaysEditor::tr("as usual")
               : value == 0           ? DaysEditor::tr("off")
                                      : DaysEditor::tr("%1 min").arg(value);
    }

    int valueFromText(const QString &text) const override
    {
        const QString typed = text.trimmed();
        if (typed.compare(DaysEditor::tr("off"), Qt::CaseInsensitive) == 0)
            return 0;
        QString digits;
        for (const QChar letter : typed) {
            if (letter.isDigit())
                digits += letter;
        }
        return digits.isEmpty() ? Goal::asUsual : qMin(digits.toInt(), mostMinutesOnAWeekday);
    }

    // Whatever has no number in it means as usual, once the field is left.
    QValidator::State validate(QString &, int &) const override { return QValidator::Acceptable; }
};

QLabel *mutedLabel(const QString &text, TextStyle style, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setTextStyle(label, style);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    return label;
}

} // namespace

DaysEditor::DaysEditor(QWidget *parent)
    : QWidget(parent)
    , m_opener(new Opener(tr("Different on some days…"), this))
    , m_content(new QWidget(this))
{
    m_opener->setObjectName(u"otherDays"_s);
    m_opener->setToolTip(tr("Minutes by weekday, and days off"));
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 4, 0, 0);
    content->setSpacing(10);
    content->addWidget(buildWeekdays());
    content->addWidget(buildDaysOff());
    m_content->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_opener);
    layout->addWidget(m_content);
    connect(m_opener, &QAbstractButton::toggled, m_content, &QWidget::setVisible);
    connect(m_opener, &QAbstractButton::clicked, this, &DaysEditor::opened);
}

QWidget *DaysEditor::buildWeekdays()
{
    auto *widget = new QWidget(m_content);
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    for (int day = 0; day < 7; ++day) {
        const QString name = QLocale().standaloneDayName(day + 1);
        auto *box = new MinutesBox(widget);
        box->setObjectName(u"weekday%1"_s.arg(day + 1));
        box->setAccessibleName(tr("Minutes on %1").arg(name));
        box->setToolTip(tr("Minutes on %1: as usual, off, or a number").arg(name));
        setScaledHeight(box, 32);
        auto *cell = new QVBoxLayout;
        cell->setSpacing(2);
        cell->addWidget(mutedLabel(name, TextStyle::Meta, widget));
        cell->addWidget(box);
        grid->addLayout(cell, day / columns, day % columns);
        m_weekdays.append(box);
        connect(box, &QSpinBox::valueChanged, this, &DaysEditor::changed);
    }
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    return widget;
}

QWidget *DaysEditor::buildDaysOff()
{
    auto *widget = new QWidget(m_content);
    m_date = new QDateEdit(studyToday().addDays(1), widget);
    m_date->setObjectName(u"dayOffDate"_s);
    m_date->setAccessibleName(tr("A day off"));
    m_date->setToolTip(tr("A single day without practice"));
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(tr("d MMMM yyyy"));
    m_date->setMinimumDate(studyToday());
    m_date->findChild<QLineEdit *>()->setTextMargins(6, 0, 0, 0);
    m_date->setMinimumWidth(scaled(184));
    setTextStyle(m_date, TextStyle::Small);
    setScaledHeight(m_date, 32);
    m_add = new QPushButton(tr("Add day off"), widget);
    m_add->setObjectName(u"addDayOff"_s);
    m_add->setAutoDefault(false);
    m_date->installEventFilter(this);
    m_add->installEventFilter(this);
    setTextStyle(m_add, TextStyle::Small, QFont::Medium);
    setScaledHeight(m_add, 32);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_date);
    row->addWidget(m_add);
    row->addStretch(1);
    m_noDays = mutedLabel(tr("No single days off."), TextStyle::Small, widget);
    m_list = new QVBoxLayout;
    m_list->setSpacing(4);
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(row);
    layout->addWidget(m_noDays);
    layout->addLayout(m_list);
    connect(m_add, &QPushButton::clicked, this, &DaysEditor::addDayOff);
    return widget;
}

void DaysEditor::setGoal(const Goal &goal)
{
    for (size_t day = 0; day < goal.weekdays.size(); ++day)
        m_weekdays.at(qsizetype(day))->setValue(goal.weekdays.at(day));
    m_daysOff = goal.daysOff;
    showDaysOff();
    const bool some = !m_daysOff.isEmpty() || goal.weekdays != Goal().weekdays;
    m_opener->setChecked(some);
}

void DaysEditor::writeTo(Goal &goal) const
{
    for (size_t day = 0; day < goal.weekdays.size(); ++day)
        goal.weekdays.at(day) = m_weekdays.at(qsizetype(day))->value();
    goal.daysOff = m_daysOff;
}

void DaysEditor::addDayOff()
{
    const QDate day = m_date->date();
    if (!m_daysOff.contains(day)) {
        m_daysOff.append(day);
        std::sort(m_daysOff.begin(), m_daysOff.end());
        showDaysOff();
        emit changed();
    }
    m_date->setDate(day.addDays(1)); // a holiday is often several
}

void DaysEditor::removeDayOff(const QDate &day)
{
    m_daysOff.removeAll(day);
    showDaysOff();
    m_add->setFocus(Qt::OtherFocusReason); // the button that had it is gone
    emit changed();
}

void DaysEditor::showDaysOff()
{
    for (QPushButton *button : std::as_const(m_dayButtons)) {
        button->hide();
        button->deleteLater(); // this may be its click
    }
    m_dayButtons.clear();
    QWidget *before = m_add;
    for (const QDate &day : std::as_const(m_daysOff)) {
        if (day < studyToday()) // kept, for what it said of the past
            continue;
        const QString name = QLocale().toString(day, tr("dddd d MMMM yyyy"));
        auto *button = new QPushButton(name, m_content);
        button->setIcon(icon(u"cross"_s));
        button->setObjectName(u"dayOff/"_s + day.toString(Qt::ISODate));
        button->setAccessibleName(tr("Remove day off %1").arg(name));
        button->setToolTip(tr("Remove this day off"));
        button->setAutoDefault(false);
        button->installEventFilter(this);
        setButtonKind(button, ButtonKind::Chip);
        setTextStyle(button, TextStyle::Small);
        m_list->addWidget(button, 0, Qt::AlignLeft);
        setTabOrder(before, button);
        before = button;
        m_dayButtons.append(button);
        connect(button, &QPushButton::clicked, this, [this, day] { removeDayOff(day); });
    }
    m_noDays->setVisible(m_dayButtons.isEmpty());
}

bool DaysEditor::eventFilter(QObject *watched, QEvent *event)
{
    // Enter is for the day here, and not for the form around.
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (auto *button = qobject_cast<QAbstractButton *>(watched)) {
                button->click();
            } else {
                m_date->interpretText(); // what is half typed
                addDayOff();
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QList<QWidget *> DaysEditor::fields() const
{
    QList<QWidget *> fields{m_opener};
    fields.append(QList<QWidget *>(m_weekdays.begin(), m_weekdays.end()));
    fields.append(m_date);
    fields.append(m_add);
    fields.append(QList<QWidget *>(m_dayButtons.begin(), m_dayButtons.end()));
    return fields;
}

QWidget *DaysEditor::lastField() const
{
    return m_dayButtons.isEmpty() ? m_add : m_dayButtons.constLast();
}
