// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ScorecardView that puts it together.

#include "views/interview/scorecardview.h"

#include "model/practice/interviewresultmodel.h"
#include "views/common/banner.h"
#include "views/common/box.h"
#include "views/common/icons.h"
#include "views/common/panes.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/interview/resultdelegate.h"
#include "views/interview/sharebars.h"
#include "views/interview/trendchart.h"

#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

constexpr int sideWidth = 360;
constexpr int narrowWidth = 1140;
constexpr int pageMargin = 44;

// A line of one pixel down its parent.
class Divider final : public QWidget
{
public:
    explicit Divider(QWidget *parent)
        : QWidget(parent)
    {
        setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), tokensOf(palette()).line);
    }
};

// A button that looks like a link, as it only shows more of the same.
class LinkButton final : public QPushButton
{
public:
    explicit LinkButton(QWidget *parent)
        : QPushButton(parent)
    {
        setButtonKind(this, ButtonKind::Flat);
        setCursor(Qt::PointingHandCursor);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QFont underlined = font();
        underlined.setUnderline(true);
        painter.setFont(underlined);
        painter.setPen(tokensOf(palette()).accent);
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, text());
    }
};

QLabel *label(const QString &text, TextStyle style, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    setTextStyle(made, style);
    made->setWordWrap(true);
    return made;
}

QLabel *quietLabel(const QString &text, QWidget *parent)
{
    QLabel *made = label(text, TextStyle::Small, parent);
    made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

} // namespace

ScorecardView::ScorecardView(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
    , m_area(new QScrollArea(this))
    , m_model(new InterviewResultModel(this))
{
    auto *page = new QWidget;
    auto *left = new QVBoxLayout;
    left->setSpacing(16);
    left->addWidget(buildScore(page));
    left->addWidget(buildTable(page));
    left->addWidget(buildMeaning(page));
    left->addWidget(buildTopics(page));
    left->addStretch(1);
    m_side = buildNext(page);
    m_columns = new QHBoxLayout;
    m_columns->setSpacing(24);
    m_columns->addLayout(left, 1);
    m_columns->addWidget(m_side, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(pageMargin, 20, pageMargin, 16);
    layout->setSpacing(16);
    layout->addWidget(buildHead(page));
    layout->addLayout(m_columns, 1);
    m_area->setWidget(page);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setBackgroundRole(QPalette::AlternateBase);
    page->setBackgroundRole(QPalette::AlternateBase);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_banner);
    outer->addWidget(m_area, 1);

    chooseFile = [this](const QString &name, const QString &filter) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        return QFileDialog::getSaveFileName(this, tr("Save the result"),
                                            QDir(folder).filePath(name), filter);
    };
}

// In a narrow window, what to do next goes below the figures.
void ScorecardView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < scaled(narrowWidth);
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_columns->setAlignment(m_side, narrow ? Qt::Alignment() : Qt::AlignTop);
    m_side->setMinimumWidth(narrow ? 0 : scaled(sideWidth));
    m_side->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : scaled(sideWidth));
    fitHead();
}

// When and what goes below the title where there is no room beside it, and the buttons below both
// where even the title has none.
void ScorecardView::fitHead()
{
    const int room = width() - 2 * pageMargin - m_head->spacing() - m_saving->sizeHint().width();
    const int title = m_title->sizeHint().width();
    const int subtitle = m_subtitle->fontMetrics().horizontalAdvance(m_subtitle->text()) + 2;
    const bool beside = title + m_head->spacing() + subtitle <= room;
    m_titles->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_titles->setSpacing(beside ? m_head->spacing() : 0);
    m_subtitle->setContentsMargins(0, beside ? 4 : 0, 0, 0); // on the title's baseline
    m_head->setDirection(title <= room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QWidget *ScorecardView::buildHead(QWidget *page)
{
    auto *head = new QWidget(page);
    m_title = new QLabel(tr("Mock interview result"), head);
    m_title->setObjectName(u"scorecardTitle"_s);
    setTextStyle(m_title, TextStyle::Title);
    m_subtitle = quietLabel({}, head);
    m_subtitle->setObjectName(u"scorecardSubtitle"_s);
    m_titles = new QHBoxLayout;
    m_titles->addWidget(m_title);
    m_titles->addWidget(m_subtitle, 1);

    struct Button
    {
        QString name;
        QString text;
        QString tip;
        void (ScorecardView::*run)();
    };

    const Button buttons[] = {
        {u"saveMarkdown"_s, tr("Save as Markdown"),
         tr("Save questions, answers and points as text"), &ScorecardView::saveMarkdown},
        {u"savePdf"_s, tr("Save as PDF"), tr("Save questions, answers and points for printing"),
         &ScorecardView::savePdf},
        {u"readAnswers"_s, tr("Read the answers"), tr("See your answers beside the model answers"),
         &ScorecardView::answersRequested},
        {u"scorecardDone"_s, tr("Done"), tr("Back to Practice (Esc)"),
         &ScorecardView::doneRequested},
    };
    m_saving = new QWidget(head);
    auto *row = new QHBoxLayout(m_saving);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_head = new QHBoxLayout(head);
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setSpacing(12);
    m_head->addLayout(m_titles, 1);
    m_head->addWidget(m_saving, 0, Qt::AlignTop | Qt::AlignLeft);
    for (const Button &each : buttons) {
        auto *button = new QPushButton(each.text, m_saving);
        button->setObjectName(each.name);
        button->setToolTip(each.tip);
        setTextStyle(button, TextStyle::Ui, QFont::Medium);
        connect(button, &QPushButton::clicked, this, each.run);
        row->addWidget(button);
        if (each.name == u"saveMarkdown")
            button->setIcon(icon(u"export"_s, IconColor::Text));
    }
    return head;
}

QWidget *ScorecardView::buildScore(QWidget *page)
{
    auto *box = new Box(page, 20);
    auto *figures = new QWidget(box);
    figures->setFixedWidth(scaled(176));
    m_score = new QLabel(figures);
    m_score->setObjectName(u"scorecardFigure"_s);
    m_score->setTextFormat(Qt::RichText);
    setTextStyle(m_score, TextStyle::FigureLarge);
    setScaledHeight(m_score, 78);
    auto *column = new QVBoxLayout(figures);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_score);
    column->addWidget(quietLabel(tr("of the key points, weighted by tier"), figures));
    m_trend = new TrendChart(box);
    m_trend->setObjectName(u"scoreTrend"_s);
    m_tiers = new ShareBars(1, box);
    m_tiers->setObjectName(u"pointsByTier"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(32);
    row->addWidget(figures);
    row->addWidget(new Divider(box));
    row->addWidget(m_trend, 2);
    row->addWidget(new Divider(box));
    row->addWidget(m_tiers, 3);
    row->setAlignment(m_trend, Qt::AlignVCenter);
    row->setAlignment(m_tiers, Qt::AlignVCenter);
    box->content()->addLayout(row);
    return box;
}

QWidget *ScorecardView::buildTable(QWidget *page)
{
    auto *box = new Box(page);
    m_table = new QTreeView(box);
    m_table->setObjectName(u"scorecardTable"_s);
    m_table->setAccessibleName(tr("Questions of this interview"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ResultDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(InterviewResultModel::Title, QHeaderView::Stretch);
    setScaledHeight(header, 32);
    const std::pair<int, int> widths[] = {{InterviewResultModel::Number, 32},
                                          {InterviewResultModel::TierName, 102},
                                          {InterviewResultModel::Points, 136},
                                          {InterviewResultModel::Time, 124},
                                          {InterviewResultModel::YourRating, 96}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, scaled(width));
    box->content()->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_showAll = false;
        showMissed();
    });
    return box;
}

QWidget *ScorecardView::buildMeaning(QWidget *page)
{
    auto *box = new Box(page);
    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    left->addWidget(label(tr("What this means"), TextStyle::Heading, box));
    m_meaning = label({}, TextStyle::Small, box);
    m_meaning->setObjectName(u"scorecardMeaning"_s);
    left->addWidget(m_meaning);
    left->addStretch(1);
    QLabel *note = quietLabel(tr("Scored on this computer from the points you ticked. The four "
                                 "tiers weigh 1, 1.5, 2 and 2.5."),
                              box);
    note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    note->setFixedWidth(scaled(270));
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addLayout(left, 1);
    row->addWidget(new Divider(box));
    row->addWidget(note);
    box->content()->setContentsMargins(24, 12, 24, 12);
    box->content()->addLayout(row);
    return box;
}

QWidget *ScorecardView::buildTopics(QWidget *page)
{
    auto *box = new Box(page);
    box->content()->setContentsMargins(24, 12, 24, 12);
    box->content()->addWidget(label(tr("By topic, the weakest first"), TextStyle::Heading, box));
    m_topics = new ShareBars(2, box);
    m_topics->setObjectName(u"pointsByTopic"_s);
    box->content()->addWidget(m_topics);
    return box;
}

QWidget *ScorecardView::buildNext(QWidget *page)
{
    auto *box = new Box(page);
    m_wentWell = new QWidget(box);
    m_wentWell->setObjectName(u"wentWell"_s);
    auto *strengths = new QGridLayout(m_wentWell);
    strengths->setContentsMargins(0, 0, 0, 0);
    strengths->setHorizontalSpacing(8);
    strengths->setVerticalSpacing(8);
    strengths->setColumnStretch(1, 1);
    m_nextTitle = label(tr("Work on next"), TextStyle::Heading, box);
    m_missed = label({}, TextStyle::Ui, box);
    m_missed->setObjectName(u"scorecardMissed"_s);
    m_missed->setTextFormat(Qt::RichText);
    m_more = new LinkButton(box);
    m_more->setObjectName(u"showAllMissed"_s);
    m_more->setToolTip(tr("Show the missed points of every question"));
    setTextStyle(m_more, TextStyle::Small);
    m_practise = new QPushButton(box);
    m_practise->setObjectName(u"practiseMissedPoints"_s);
    setButtonKind(m_practise, ButtonKind::Primary);
    setKeycap(m_practise, tr("Enter"));
    setTextStyle(m_practise, TextStyle::Ui, QFont::DemiBold);
    setScaledHeight(m_practise, 40);
    box->content()->addWidget(label(tr("Went well"), TextStyle::Heading, box));
    box->content()->addWidget(m_wentWell);
    box->content()->addSpacing(4);
    box->content()->addWidget(ruler(box));
    box->content()->addSpacing(4);
    box->content()->addWidget(m_nextTitle);
    box->content()->addWidget(m_missed);
    box->content()->addWidget(m_more, 0, Qt::AlignLeft);
    box->content()->addSpacing(8);
    box->content()->addWidget(m_practise);
    connect(m_practise, &QPushButton::clicked, this, &ScorecardView::mainAction);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_showAll = true;
        showMissed();
    });
    return box;
}
