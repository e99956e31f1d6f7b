// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/summaryview.h"

#include "views/common/box.h"
#include "views/common/desk.h"
#include "views/common/icons.h"
#include "views/common/panes.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/practice/keypointlist.h"
#include "views/practice/ratingbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 720;

} // namespace

SummaryView::SummaryView(const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    auto *column = new QWidget;
    column->setFixedWidth(columnWidth);
    m_title = new QLabel(column);
    m_title->setObjectName(u"summaryTitle"_s);
    setTextStyle(m_title, TextStyle::Title);
    m_facts = new QLabel(column);
    setTextStyle(m_facts, TextStyle::Small);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    auto *box = new Box(column, 24);
    m_ratings = new RatingBar(box);
    m_missed = linkLabel(box);
    m_missed->setObjectName(u"missedPoints"_s);
    setTextStyle(m_missed, TextStyle::Ui);
    box->content()->addWidget(m_ratings);
    box->content()->addSpacing(8);
    box->content()->addWidget(m_missed);

    m_done = new QPushButton(tr("Back to Practice"), column);
    m_done->setObjectName(u"summaryDone"_s);
    setButtonKind(m_done, ButtonKind::Primary);
    setKeycap(m_done, tr("Enter"));
    m_again = new QPushButton(column);
    m_again->setObjectName(u"summaryAgain"_s);
    auto *undo = new QPushButton(tr("Undo grade"), column);
    undo->setIcon(icon(u"undo"_s, IconColor::Text));
    setKeycap(undo, u"U"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_done);
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    buttons->addWidget(undo);
    for (QPushButton *button : {m_done, m_again, undo}) {
        setTextStyle(button, TextStyle::Ui, QFont::Medium);
        setScaledHeight(button, 40);
    }

    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 40, 0, 32);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addSpacing(8);
    layout->addLayout(buttons); // above what may be long, so that they are always in sight
    layout->addSpacing(8);
    layout->addWidget(box);
    layout->addStretch(1);
    auto *page = new QWidget;
    auto *pageLayout = new QHBoxLayout(page);
    pageLayout->addStretch(1);
    pageLayout->addWidget(column);
    pageLayout->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    page->setBackgroundRole(QPalette::AlternateBase);
    area->viewport()->setBackgroundRole(QPalette::AlternateBase);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);

    connect(m_done, &QPushButton::clicked, this, &SummaryView::doneChosen);
    connect(undo, &QPushButton::clicked, this, &SummaryView::undoRequested);
    connect(m_again, &QPushButton::clicked, this,
            [this] { emit roundChosen(tr("Missed points"), m_missedQuestions); });
    connect(m_missed, &QLabel::linkActivated, this,
            [this](const QString &id) { emit questionRequested(id.toLongLong()); });
}

void SummaryView::setSession(const PracticeSession &session)
{
    int counts[5] = {};
    qint64 duration = 0;
    int graded = 0;
    for (int i = 0; i < session.questions().size(); ++i) {
        if (const Review *review = session.reviewAt(i)) {
            ++counts[int(review->rating)];
            ++graded;
            duration += review->duration;
        }
    }
    m_title->setText(tr("%1: all done").arg(session.title()));
    m_facts->setText(tr("%n question(s) graded in %1 min", nullptr, graded)
                         .arg(qMax<qint64>(1, duration / 60'000)));
    m_ratings->setCounts(counts);
    const QString missed = missedPoints(session);
    m_missed->setText(missed.isEmpty() ? tr("No key point was missed. Well played.")
                                       : u"<b>%1</b>%2"_s.arg(tr("Points you missed"), missed));
    m_again->setText(tr("Practise %n question(s) again", nullptr, int(m_missedQuestions.size())));
    m_again->setVisible(!m_missedQuestions.isEmpty());
}

QString SummaryView::missedPoints(const PracticeSession &session)
{
    m_missedQuestions.clear();
    QString text;
    for (int i = 0; i < session.questions().size(); ++i) {
        const Review *review = session.reviewAt(i);
        const auto detail = m_desk.questions.detail(session.questions().at(i));
        if (!review || !detail.ok())
            continue;
        const Question &question = detail.value().question;
        QStringList points;
        for (const PointResult &result : review->points) {
            for (const KeyPoint &point : question.keyPoints) {
                if (point.id == result.keyPoint && !result.met)
                    points.append(point.text);
            }
        }
        if (points.isEmpty() || m_missedQuestions.contains(question.id))
            continue; // one that came back is listed once
        m_missedQuestions.append(question.id);
        text += u"<p><a href=\"%1\">%2 %3</a></p>%4"_s.arg(question.id)
                    .arg(question.number)
                    .arg(question.title.toHtmlEscaped(),
                         missedPointRows(points, scaled(14), palette()));
    }
    return text;
}

void SummaryView::focusMain()
{
    m_done->setFocus(Qt::OtherFocusReason);
}
