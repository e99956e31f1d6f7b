// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/interview/interviewgradingview.h"

#include "model/practice/mockinterview.h"
#include "views/common/banner.h"
#include "views/common/box.h"
#include "views/common/desk.h"
#include "views/common/markdownview.h"
#include "views/common/panes.h"
#include "views/common/tierbadge.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/practice/keypointlist.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 32;
constexpr int boxPadding = 16;

// A box with a title and a scrolling text below.
QScrollArea *addPane(Box *box, const QString &title, QWidget *content)
{
    auto *label = new QLabel(title, box);
    setTextStyle(label, TextStyle::Ui, QFont::DemiBold);
    label->setMinimumHeight(40);
    label->setContentsMargins(boxPadding, 0, 8, 0);
    auto *area = new QScrollArea(box);
    area->setAccessibleName(title);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setMinimumHeight(scaled(180));
    area->setWidget(padded(content, boxPadding));
    area->viewport()->setBackgroundRole(QPalette::Base);
    area->widget()->setBackgroundRole(QPalette::Base);
    box->content()->setSpacing(0);
    box->content()->setContentsMargins(1, 0, 1, 4); // within the border and its round corners
    box->content()->addWidget(label);
    box->content()->addWidget(ruler(box));
    box->content()->addWidget(area, 1);
    return area;
}

QString paragraphs(const QString &text)
{
    return text.trimmed().toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

} // namespace

InterviewGradingView::InterviewGradingView(const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_banner(new Banner(this))
    , m_area(new QScrollArea(this))
    , m_points(new KeyPointList)
{
    auto *page = new QWidget;
    m_tier = new TierBadge(page);
    m_chips = new QHBoxLayout;
    m_chips->setSpacing(8);
    m_chips->addWidget(m_tier);
    m_chips->addStretch(1);
    m_facts = new QLabel(page);
    m_facts->setObjectName(u"gradingFacts"_s);
    setTextStyle(m_facts, TextStyle::Small);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_chips->addWidget(m_facts);
    m_prompt = new QLabel(page);
    m_prompt->setTextFormat(Qt::RichText);
    m_prompt->setWordWrap(true);
    setTextStyle(m_prompt, TextStyle::Question);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(margin, 20, margin, 20);
    layout->setSpacing(12);
    layout->addLayout(m_chips);
    layout->addWidget(m_prompt);
    layout->addWidget(buildAnswers(), 1);
    layout->addWidget(m_points);
    m_area->setWidget(page);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setBackgroundRole(QPalette::AlternateBase);
    page->setBackgroundRole(QPalette::AlternateBase);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(buildBar());
    outer->addWidget(m_banner);
    outer->addWidget(m_area, 1);
    outer->addWidget(ruler(this));
    outer->addWidget(buildFoot());
    connect(m_points, &KeyPointList::toggled, this, [this](int point, bool met) {
        if (m_interview)
            m_interview->setMet(point, met);
    });
}

QWidget *InterviewGradingView::buildBar()
{
    QWidget *bar = paneBar(this);
    setScaledHeight(bar, 48);
    bar->setBackgroundRole(QPalette::Base);
    bar->setAutoFillBackground(true);
    m_title = new QLabel(bar);
    setTextStyle(m_title, TextStyle::Ui, QFont::DemiBold);
    m_position = new QLabel(bar);
    m_position->setObjectName(u"gradingPosition"_s);
    setTextStyle(m_position, TextStyle::Small);
    m_position->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = static_cast<QHBoxLayout *>(bar->layout());
    layout->setContentsMargins(margin, 0, margin, 1);
    layout->setSpacing(16);
    layout->addWidget(m_title);
    layout->addWidget(m_position);
    layout->addStretch(1);
    return bar;
}

QWidget *InterviewGradingView::buildAnswers()
{
    auto *widget = new QWidget;
    auto *typedBox = new Box(widget);
    m_typed = new QLabel;
    m_typed->setObjectName(u"gradingTyped"_s);
    m_typed->setTextFormat(Qt::RichText);
    m_typed->setWordWrap(true);
    m_typed->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_typed->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextStyle(m_typed, TextStyle::Reading);
    m_typedArea = addPane(typedBox, tr("Your answer"), m_typed);

    auto *modelBox = new Box(widget);
    m_model = new MarkdownView(m_desk.highlighter);
    m_model->setObjectName(u"gradingModel"_s);
    m_model->setAccessibleName(tr("Model answer"));
    m_modelArea = addPane(modelBox, tr("Model answer"), m_model);
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    layout->addWidget(typedBox, 1);
    layout->addWidget(modelBox, 1);
    connect(m_model, &MarkdownView::linkActivated, this, [this](const QString &target) {
        if (target.contains(u':'))
            emit linkRequested(target);
    });
    return widget;
}

QWidget *InterviewGradingView::buildFoot()
{
    auto *foot = new QWidget(this);
    foot->setBackgroundRole(QPalette::Base);
    foot->setAutoFillBackground(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_ratings = new QButtonGroup(this);
    for (const Rating rating : allRatings) {
        const QString key = QString::number(int(rating));
        auto *button = new QPushButton(ratingTitle(rating), foot);
        button->setObjectName(u"interviewRating"_s + key);
        button->setCheckable(true);
        setButtonKind(button, ButtonKind::Chip);
        setKeycap(button, key);
        setTextStyle(button, TextStyle::Ui, QFont::Medium);
        setScaledHeight(button, 40);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_ratings->addButton(button, int(rating));
        row->addWidget(button, 1);
    }
    connect(m_ratings, &QButtonGroup::idClicked, this, [this](int id) { rate(Rating(id)); });
    m_back = new QPushButton(tr("Back"), foot);
    m_back->setObjectName(u"gradingBack"_s);
    m_back->setToolTip(tr("To the answer before"));
    m_next = new QPushButton(foot);
    m_next->setObjectName(u"gradingNext"_s);
    setButtonKind(m_next, ButtonKind::Primary);
    setKeycap(m_next, tr("Enter"));
    for (QPushButton *button : {m_back, m_next}) {
        setTextStyle(button, TextStyle::Ui, QFont::DemiBold);
        setScaledHeight(button, 40);
    }
    row->addSpacing(16);
    row->addWidget(m_back);
    row->addWidget(m_next);
    connect(m_back, &QPushButton::clicked, this, &InterviewGradingView::back);
    connect(m_next, &QPushButton::clicked, this, &InterviewGradingView::next);

    m_countRow = new QWidget(foot);
    m_count = new QCheckBox(tr("Count these grades in the schedule"), m_countRow);
    m_count->setObjectName(u"countGrades"_s);
    m_count->setToolTip(tr("Enter the grades into the review log, as those of a practice session"));
    setTextStyle(m_count, TextStyle::Ui, QFont::Medium);
    auto *hint =
        new QLabel(tr("Otherwise this interview changes nothing in your schedule."), m_countRow);
    setTextStyle(hint, TextStyle::Small);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *countLayout = new QHBoxLayout(m_countRow);
    countLayout->setContentsMargins(0, 0, 0, 0);
    countLayout->setSpacing(16);
    countLayout->addWidget(m_count);
    countLayout->addWidget(hint);
    countLayout->addStretch(1);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(margin, 12, margin, 12);
    layout->setSpacing(12);
    layout->addWidget(m_countRow);
    layout->addLayout(row);
    return foot;
}

void InterviewGradingView::setInterview(MockInterview *interview)
{
    if (m_interview)
        m_interview->disconnect(this);
    m_interview = interview;
    m_count->setChecked(false);
    if (!interview)
        return;
    connect(interview, &MockInterview::questionChanged, this, &InterviewGradingView::showQuestion);
    connect(interview, &MockInterview::pointsChanged, this, &InterviewGradingView::showPoints);
    if (interview->phase() == MockInterview::Phase::Running) {
        m_model->setText({}); // of an earlier one; no answer waits behind the questions
        m_points->setPoints({}, {});
    } else {
        showQuestion();
    }
}

bool InterviewGradingView::isReadOnly() const
{
    return !m_interview || m_interview->phase() != MockInterview::Phase::Grading;
}

QString InterviewGradingView::answerText() const
{
    const InterviewQuestion &question = m_interview->question();
    QString text;
    const QList<Section> sections = answerSections(question.kind);
    for (const Section section : sections) {
        const QString part = paragraphs(question.answers.value(section));
        if (section == Section::None)
            text += part;
        else if (isAnswered(question))
            text += u"<p><b>%1</b><br>%2</p>"_s.arg(
                sectionTitle(section), part.isEmpty() ? u"<i>%1</i>"_s.arg(tr("Nothing")) : part);
    }
    if (!isAnswered(question))
        text = u"<span style=\"color:%1\">%2</span>"_s.arg(
            tokensOf(palette()).muted.name(),
            question.skipped ? tr("You skipped this question.") : tr("You answered in your head."));
    return text;
}

void InterviewGradingView::showQuestion()
{
    if (m_interview->phase() == MockInterview::Phase::Running)
        return;
    const InterviewQuestion &question = m_interview->question();
    m_title->setText(isReadOnly() ? tr("Your answers") : tr("Grade your answers"));
    const QList<InterviewQuestion> &all = m_interview->record().questions;
    const auto here = std::count_if(all.cbegin(), all.cbegin() + m_interview->position() + 1,
                                    [](const InterviewQuestion &each) { return each.wasAsked(); });
    m_position->setText(tr("Question %1 of %2").arg(here).arg(askedCount(m_interview->record())));
    QStringList facts{tr("%1 of %2").arg(clockText(question.spent), clockText(question.allowed))};
    if (question.flagged)
        facts.append(tr("flagged"));
    if (question.skipped)
        facts.append(tr("skipped"));
    m_facts->setText(facts.join(u", "_s));
    m_tier->setTier(question.tier);
    delete m_topic;
    m_topic = nullptr;
    if (!question.topic.isEmpty()) {
        m_topic = new Chip(question.topic, m_area->widget());
        m_chips->insertWidget(1, m_topic);
    }
    QString prompt = inlineRichText(question.prompt, scaled(20));
    if (!question.followUp.isEmpty()) {
        prompt += u"<br><span style=\"font-size:%1px;font-weight:normal;color:%2\">%3</span>"_s
                      .arg(scaled(15))
                      .arg(tokensOf(palette()).muted.name(),
                           tr("And then: %1").arg(inlineRichText(question.followUp, scaled(15))));
    }
    m_prompt->setText(prompt);
    m_prompt->setAccessibleName(question.prompt + u' ' + question.followUp);
    m_typed->setText(answerText());
    if (m_interview->detail().ok()) {
        m_banner->clear();
        m_model->setText(shownAnswer(m_interview->detail().value().question));
    } else {
        m_banner->showError(m_interview->detail().error());
        m_model->setText({});
    }
    QList<KeyPoint> points;
    for (const InterviewPoint &point : question.points)
        points.append(point.point);
    m_points->setPoints(points, isReadOnly() ? QString() : tr("Tick what your answer said."));
    m_points->setEnabled(!isReadOnly());
    for (const QScrollArea *area : {m_area, m_typedArea, m_modelArea})
        area->verticalScrollBar()->setValue(0);
    showPoints();
    if (isVisible())
        focusMain();
}

void InterviewGradingView::showPoints()
{
    const InterviewQuestion &question = m_interview->question();
    for (int i = 0; i < question.points.size(); ++i)
        m_points->setMet(i, question.points.at(i).met);
    const Rating suggested = m_interview->suggestion();
    m_ratings->setExclusive(false); // or none could be unchecked
    for (const Rating rating : allRatings) {
        QAbstractButton *button = m_ratings->button(int(rating));
        const bool offered = rating == suggested && !question.rating;
        button->setText(offered ? tr("%1, suggested").arg(ratingTitle(rating))
                                : ratingTitle(rating));
        button->setToolTip(
            tr("Rate your answer %1 (%2)").arg(ratingTitle(rating)).arg(int(rating)));
        button->setChecked(question.rating == rating);
        button->setEnabled(!isReadOnly());
    }
    m_ratings->setExclusive(true);
    const bool last = !m_interview->hasNext();
    m_countRow->setVisible(last && !isReadOnly());
    m_back->setEnabled(m_interview->hasPrevious());
    m_next->setText(!last          ? tr("Next answer")
                    : isReadOnly() ? tr("Back to the result")
                                   : tr("See the result"));
    m_next->setToolTip(isReadOnly() || question.rating ? m_next->text()
                                                       : tr("Takes the suggested rating (Enter)"));
}

void InterviewGradingView::next()
{
    if (!m_interview)
        return;
    if (!isReadOnly() && !m_interview->question().rating)
        m_interview->rate(m_interview->suggestion());
    if (!m_interview->goOn())
        emit resultRequested(m_count->isChecked());
}

void InterviewGradingView::back()
{
    if (m_interview)
        m_interview->goBack();
}

void InterviewGradingView::rate(Rating rating)
{
    if (m_interview)
        m_interview->rate(rating);
}

void InterviewGradingView::togglePoint(int point)
{
    if (isReadOnly() || point >= m_interview->question().points.size())
        return;
    m_interview->setMet(point, !m_interview->question().points.at(point).met);
    if (QWidget *box = m_points->box(point))
        m_area->ensureWidgetVisible(box, 0, scaled(16)); // what a key does is seen
}

void InterviewGradingView::scrollModel(int pages)
{
    QScrollBar *bar = m_modelArea->verticalScrollBar();
    bar->setValue(bar->value() + pages * (bar->pageStep() - scaled(24)));
}

void InterviewGradingView::focusMain()
{
    m_next->setFocus(Qt::OtherFocusReason);
}
