// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/print/printform.h"

#include "views/common/panes.h"
#include "views/common/typography.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowGap = 8;
constexpr int sectionGap = 12;

QWidget *makePage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(rowGap);
    return page;
}

} // namespace

PrintForm::PrintForm(const QList<QuestionSet> &sets, const PrintOptions &options, QWidget *parent)
    : QWidget(parent)
    , m_options(options)
    , m_kinds(new QStackedWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(rowGap);
    addHeading(layout, tr("Questions"));
    addSets(layout, sets);
    layout->addSpacing(sectionGap);
    addHeading(layout, tr("Print as"));
    addKinds(layout);
    layout->addSpacing(sectionGap);
    addHeading(layout, tr("With"));
    for (QWidget *page : {makeStudySheet(), makeQuestionList(), makeFlashCards(), makeExamPaper()})
        m_kinds->addWidget(page);
    layout->addWidget(m_kinds);
    QWidget *paper = makePage();
    addChoice<PaperSize>(paper, u"paperSize"_s, tr("Paper"),
                         {{tr("A4"), PaperSize::A4}, {tr("US Letter"), PaperSize::Letter}},
                         &PrintOptions::paper);
    layout->addWidget(paper);
    layout->addStretch(1);
    m_kinds->setCurrentIndex(int(m_options.kind));
    m_kinds->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void PrintForm::addHeading(QVBoxLayout *layout, const QString &title)
{
    auto *heading = new QLabel(title, this);
    setTextStyle(heading, TextStyle::Heading);
    layout->addWidget(heading);
}

void PrintForm::addSets(QVBoxLayout *layout, const QList<QuestionSet> &sets)
{
    auto *group = new QButtonGroup(this);
    for (int i = 0; i < sets.size(); ++i) {
        auto *button = new QRadioButton(withoutMnemonic(sets.at(i).choice), this);
        button->setObjectName(u"printSet%1"_s.arg(i));
        button->setToolTip(sets.at(i).title);
        button->setChecked(i == 0);
        group->addButton(button, i);
        layout->addWidget(button);
    }
    connect(group, &QButtonGroup::idToggled, this, [this](int set, bool on) {
        if (on && set != m_set) {
            m_set = set;
            emit changed();
        }
    });
}

void PrintForm::addKinds(QVBoxLayout *layout)
{
    const std::pair<QString, QString> kinds[] = {
        {tr("Study sheet"), tr("Questions with answers and notes, to read away from the screen")},
        {tr("Question list"), tr("What is asked, to tick off")},
        {tr("Flash cards"), tr("Questions on the fronts, key points on the backs, to cut apart")},
        {tr("Exam paper"), tr("Questions with room to answer, and an answer key")}};
    auto *group = new QButtonGroup(this);
    for (const auto &[title, tip] : kinds) {
        const auto id = int(group->buttons().size());
        auto *button = new QRadioButton(title, this);
        button->setObjectName(u"printKind%1"_s.arg(id));
        button->setToolTip(tip);
        button->setChecked(id == int(m_options.kind));
        group->addButton(button, id);
        layout->addWidget(button);
    }
    connect(group, &QButtonGroup::idToggled, this, [this](int kind, bool on) {
        if (!on || kind == int(m_options.kind))
            return;
        m_options.kind = PrintKind(kind);
        m_kinds->setCurrentIndex(kind);
        emit changed();
    });
}

void PrintForm::addCheck(QWidget *page, const QString &name, const QString &text,
                         bool PrintOptions::*part)
{
    auto *box = new QCheckBox(text, page);
    box->setObjectName(name);
    box->setChecked(m_options.*part);
    page->layout()->addWidget(box);
    connect(box, &QCheckBox::toggled, this, [this, part](bool on) {
        m_options.*part = on;
        emit changed();
    });
}

void PrintForm::addRow(QWidget *page, const QString &text, QWidget *field)
{
    auto *label = new QLabel(text, page);
    label->setBuddy(field);
    field->setAccessibleName(text);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(field);
    static_cast<QVBoxLayout *>(page->layout())->addLayout(row);
}

template <typename T>
void PrintForm::addChoice(QWidget *page, const QString &name, const QString &text,
                          const QList<std::pair<QString, T>> &choices, T PrintOptions::*part)
{
    auto *box = new QComboBox(page);
    box->setObjectName(name);
    for (const auto &[title, value] : choices)
        box->addItem(title, int(value));
    box->setCurrentIndex(qMax(0, box->findData(int(m_options.*part))));
    addRow(page, text, box);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, part] {
        m_options.*part = T(box->currentData().toInt());
        emit changed();
    });
}

void PrintForm::addNumber(QWidget *page, const QString &name, const QString &text,
                          const QString &forZero, int most, int PrintOptions::*part)
{
    auto *box = new QSpinBox(page);
    box->setObjectName(name);
    box->setRange(0, most);
    box->setSpecialValueText(forZero);
    box->setValue(m_options.*part);
    addRow(page, text, box);
    connect(box, &QSpinBox::valueChanged, this, [this, part](int value) {
        m_options.*part = value;
        emit changed();
    });
}

QWidget *PrintForm::makeStudySheet()
{
    QWidget *page = makePage();
    addCheck(page, u"printKeyPoints"_s, tr("Key points"), &PrintOptions::keyPoints);
    addCheck(page, u"printAnswers"_s, tr("Answers"), &PrintOptions::answers);
    addCheck(page, u"printNotes"_s, tr("My notes"), &PrintOptions::notes);
    addCheck(page, u"printHighlights"_s, tr("My highlights and comments"),
             &PrintOptions::highlights);
    addCheck(page, u"printSources"_s, tr("Sources"), &PrintOptions::sources);
    static_cast<QVBoxLayout *>(page->layout())->addStretch(1);
    return page;
}

QWidget *PrintForm::makeQuestionList()
{
    QWidget *page = makePage();
    addCheck(page, u"printTierAndTopic"_s, tr("Tier and topic"), &PrintOptions::tierAndTopic);
    addCheck(page, u"printTickBoxes"_s, tr("Boxes to tick"), &PrintOptions::tickBoxes);
    static_cast<QVBoxLayout *>(page->layout())->addStretch(1);
    return page;
}

QWidget *PrintForm::makeFlashCards()
{
    QWidget *page = makePage();
    addChoice<int>(page, u"cardsPerPage"_s, tr("Cards a page"),
                   {{u"8"_s, 8}, {u"6"_s, 6}, {u"4"_s, 4}}, &PrintOptions::cardsPerPage);
    addChoice<FlipEdge>(page, u"flipEdge"_s, tr("Both sides, flip on"),
                        {{tr("Long edge"), FlipEdge::Long}, {tr("Short edge"), FlipEdge::Short}},
                        &PrintOptions::flip);
    addCheck(page, u"cutMarks"_s, tr("Marks where to cut"), &PrintOptions::cutMarks);
    static_cast<QVBoxLayout *>(page->layout())->addStretch(1);
    return page;
}

QWidget *PrintForm::makeExamPaper()
{
    QWidget *page = makePage();
    addChoice<ExamParts>(page, u"examParts"_s, tr("Parts"),
                         {{tr("Paper and key"), ExamParts::PaperAndKey},
                          {tr("Paper only"), ExamParts::Paper},
                          {tr("Answer key only"), ExamParts::Key}},
                         &PrintOptions::parts);
    addChoice<AnswerSpace>(page, u"answerSpace"_s, tr("Room to answer"),
                           {{tr("None"), AnswerSpace::None},
                            {tr("4 lines"), AnswerSpace::Small},
                            {tr("8 lines"), AnswerSpace::Medium},
                            {tr("16 lines"), AnswerSpace::Large}},
                           &PrintOptions::space);
    addNumber(page, u"examMinutes"_s, tr("Minutes"), tr("By tier"), 600, &PrintOptions::minutes);
    addNumber(page, u"examPoints"_s, tr("Points a question"), tr("By key points"), 100,
              &PrintOptions::points);
    addCheck(page, u"keyAnswers"_s, tr("Model answers in the key"), &PrintOptions::keyAnswers);
    return page;
}
