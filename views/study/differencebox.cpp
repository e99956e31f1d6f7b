// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/study/differencebox.h"

#include "views/common/commands.h"
#include "views/common/desk.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/study/differenceview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

DifferenceBox::DifferenceBox(const Desk &desk, QWidget *parent)
    : Box(parent)
    , m_desk(desk)
    , m_title(new QLabel(this))
    , m_promptTitle(new QLabel(tr("Question"), this))
    , m_prompt(new DifferenceView(this))
    , m_answerTitle(new QLabel(tr("Answer"), this))
    , m_answer(new DifferenceView(this))
    , m_done(new QPushButton(tr("Got it"), this))
    , m_hide(new QPushButton(tr("Hide"), this))
    , m_chip(new QPushButton(tr("Updated"), this))
{
    setObjectName(u"differenceBox"_s);
    m_prompt->setObjectName(u"promptDifference"_s);
    m_answer->setObjectName(u"answerDifference"_s);
    setTextStyle(m_title, TextStyle::Ui, QFont::DemiBold);
    for (QLabel *label : {m_promptTitle, m_answerTitle}) {
        setTextStyle(label, TextStyle::Meta);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_done->setObjectName(u"differenceSeen"_s);
    m_done->setToolTip(tr("Takes the mark “Updated” off this question"));
    m_hide->setObjectName(u"hideDifference"_s);
    m_hide->setToolTip(tr("Keeps the mark for later (U)"));
    setButtonKind(m_hide, ButtonKind::Flat);
    for (QPushButton *button : {m_done, m_hide}) {
        setTextStyle(button, TextStyle::Ui, QFont::Medium);
        button->setAccessibleName(button->text());
    }
    m_chip->setObjectName(u"updatedChip"_s);
    m_chip->setCheckable(true); // in accent while the box is open
    setButtonKind(m_chip, ButtonKind::Chip);
    setTextStyle(m_chip, TextStyle::Meta);
    setScaledHeight(m_chip, 24);
    m_chip->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_done);
    buttons->addWidget(m_hide);
    buttons->addStretch(1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_promptTitle, m_prompt,
                                                          m_answerTitle, m_answer})
        content()->addWidget(part);
    content()->addLayout(buttons);
    hide();

    connect(m_chip, &QPushButton::clicked, this, [this] { setOpen(!isOpen()); });
    connect(m_done, &QPushButton::clicked, this, [this] {
        setOpen(false);
        m_desk.commands.setUpdateSeen(m_question.id, m_question.number);
        emit finished();
    });
    connect(m_hide, &QPushButton::clicked, this, [this] {
        setOpen(false);
        emit finished();
    });
    connect(&desk.updates, &UpdateStore::changed, this, [this](QuestionId question) {
        if (question == m_question.id)
            readUpdate();
    });
}

void DifferenceBox::setQuestion(const Question &question)
{
    m_question = question;
    hide();
    readUpdate();
}

void DifferenceBox::readUpdate()
{
    m_update = m_desk.updates.updateOf(m_question.id).valueOr(std::nullopt);
    const bool waiting = m_update && !m_update->seen;
    m_chip->setVisible(waiting);
    m_chip->setChecked(isOpen());
    if (waiting) {
        m_chip->setToolTip(tr("What changed in %1 (U)").arg(m_update->version));
        m_chip->setAccessibleName(tr("Updated: what changed in %1").arg(m_update->version));
    }
    m_done->setVisible(waiting);
}

bool DifferenceBox::setOpen(bool open)
{
    if (!m_update)
        return false;
    if (open)
        showDifference();
    setVisible(open);
    m_chip->setChecked(open);
    if (open)
        emit opened();
    return true;
}

void DifferenceBox::showDifference()
{
    m_title->setText(tr("Changed in version %1 of the deck").arg(m_update->version));
    const QuestionDifference difference = differenceOf(*m_update, m_question);
    const auto fill = [](QLabel *title, DifferenceView *view, const QList<DiffLine> &lines) {
        title->setVisible(!lines.isEmpty());
        view->setVisible(!lines.isEmpty());
        view->setDifference(lines);
    };
    fill(m_promptTitle, m_prompt, difference.prompt);
    fill(m_answerTitle, m_answer, difference.answer);
}
