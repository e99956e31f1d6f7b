// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/aftermathbox.h"

#include "model/collection/collection.h"
#include "model/practice/studyday.h"
#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/flowlayout.h"
#include "views/common/noteeditor.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int noteHeight = 96;
constexpr int lowNoteHeight = 56;

} // namespace

AftermathBox::AftermathBox(const Desk &desk, QWidget *parent)
    : Box(parent)
    , m_desk(desk)
    , m_when(new QLabel(this))
    , m_note(new NoteEditor(desk, this))
{
    setObjectName(u"aftermath"_s);
    setFocusProxy(m_note);
    auto *title = new QLabel(tr("How did it go?"), this);
    setTextStyle(title, TextStyle::Heading);
    m_when->setWordWrap(true);
    m_when->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(m_when, TextStyle::Small);
    m_note->setObjectName(u"aftermathNote"_s);
    m_note->setAccessibleName(tr("How the interview went"));
    m_note->setPlaceholderText(tr("What they asked, what went well, what to practise next"));
    m_note->setFrameShape(QFrame::StyledPanel);
    m_note->document()->setDocumentMargin(8);
    setTextStyle(m_note, TextStyle::Small);
    setScaledHeight(m_note, noteHeight);
    auto *date = new QPushButton(tr("New date…"), this);
    date->setObjectName(u"newDate"_s);
    date->setToolTip(tr("Plan to the next interview"));
    auto *stop = new QPushButton(tr("Stop the plan"), this);
    stop->setObjectName(u"stopPlan"_s);
    stop->setToolTip(tr("Go on without a date; Ctrl+Z brings it back"));
    auto *buttons = new QWidget(this);
    auto *row = new FlowLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {date, stop}) {
        setTextStyle(button, TextStyle::Small, QFont::Medium);
        row->addWidget(button);
    }
    content()->addWidget(title);
    content()->addWidget(m_when);
    content()->addWidget(m_note);
    content()->addWidget(buttons);
    connect(m_note, &NoteEditor::edited, this, &AftermathBox::edited);
    connect(m_note, &NoteEditor::left, this, &AftermathBox::leave);
    connect(date, &QPushButton::clicked, this, &AftermathBox::dateRequested);
    connect(stop, &QPushButton::clicked, this, &AftermathBox::stopRequested);
    connect(&desk.pastInterviews, &PastInterviewStore::changed, this, [this] {
        // An undo says something else than the field does; typing does not.
        const QString note = m_desk.pastInterviews.note(m_interview.day).valueOr(QString());
        if (m_interview.day.isValid() && note != m_note->toPlainText())
            setInterview(m_interview.day, m_interview.level);
    });
}

void AftermathBox::setInterview(const QDate &day, const QString &level)
{
    m_interview = {day, level, m_desk.pastInterviews.note(day).valueOr(QString())};
    m_before = m_interview.note;
    m_note->setNote(m_interview.note);
    const bool thisYear = day.year() == QDate::fromJulianDay(Moment::now().day).year();
    const QString format = thisYear ? tr("dddd d MMMM") : tr("dddd d MMMM yyyy");
    m_when->setText(
        tr("The interview (%1) was on %2.").arg(level, QLocale().toString(day, format)));
}

void AftermathBox::setLow(bool low)
{
    setScaledHeight(m_note, low ? lowNoteHeight : noteHeight);
}

void AftermathBox::resizeEvent(QResizeEvent *event)
{
    Box::resizeEvent(event);
    // The plan below gives way, not the buttons.
    setMinimumHeight(content()->totalHeightForWidth(width()));
}

void AftermathBox::edited()
{
    m_interview.note = m_note->toPlainText();
    m_desk.pastInterviews.edit(m_interview);
}

void AftermathBox::leave()
{
    m_desk.collection.writes().submitRested();
    if (m_interview.note == m_before)
        return;
    const QString before = m_before;
    m_before = m_interview.note;
    m_desk.commands.pastNoteEdited(m_interview, before);
}
