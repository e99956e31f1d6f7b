// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/study/readerpane.h"

#include "model/settings.h"
#include "views/common/answerview.h"
#include "views/common/banner.h"
#include "views/common/desk.h"
#include "views/common/flowlayout.h"
#include "views/common/icons.h"
#include "views/common/markdownview.h"
#include "views/common/panes.h"
#include "views/common/tierbadge.h"
#include "views/common/topicbutton.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/study/differencebox.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 720;
constexpr int columnMargin = 40;
constexpr int titlePixels = 24;

QToolButton *barButton(const QString &iconName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setFixedSize(32, 32);
    return button;
}

} // namespace

ReaderPane::ReaderPane(const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_previous(barButton(u"left"_s, this))
    , m_next(barButton(u"right"_s, this))
    , m_highlight(new QPushButton(icon(u"highlight"_s), {}, this))
    , m_colors(barButton(u"down"_s, this))
    , m_comment(new QPushButton(icon(u"comment"_s), {}, this))
    , m_textSize(barButton(u"text"_s, this))
    , m_bookmark(barButton(u"star"_s, this))
    , m_number(new QLabel(this))
    , m_banner(new Banner(this))
    , m_area(new QScrollArea(this))
    , m_column(buildColumn())
{
    setTextStyle(m_number, TextStyle::Small);
    m_number->setForegroundRole(QPalette::PlaceholderText);
    m_textSize->setPopupMode(QToolButton::InstantPopup);
    m_textSize->setToolTip(tr("Text size"));
    m_textSize->setAccessibleName(m_textSize->toolTip());
    m_bookmark->setObjectName(u"bookmarkButton"_s);
    m_textSize->setObjectName(u"textSizeButton"_s);

    QWidget *bar = paneBar(this);
    auto *barLayout = static_cast<QHBoxLayout *>(bar->layout());
    barLayout->addWidget(m_previous);
    barLayout->addWidget(m_next);
    barLayout->addWidget(m_number);
    barLayout->addStretch(1);
    barLayout->addWidget(m_highlight);
    barLayout->addWidget(m_colors);
    barLayout->addWidget(m_comment);
    barLayout->addWidget(m_textSize);
    barLayout->addWidget(m_bookmark);

    m_area->setObjectName(u"reader"_s);
    m_area->setAccessibleName(tr("Question and answer"));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // the pages' keys scroll it
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Its place is kept while there is nothing to scroll, so that showing the answer moves nothing.
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    auto *frame = new QWidget;
    auto *center = new QHBoxLayout(frame);
    const int barWidth = m_area->verticalScrollBar()->sizeHint().width();
    center->setContentsMargins(columnMargin, 16,
                               qMax(0, columnMargin - barWidth - AnswerView::gutter()), 32);
    center->addWidget(m_column, 1);
    m_area->setWidget(frame);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_banner);
    layout->addWidget(m_area, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_area->viewport()->setBackgroundRole(QPalette::Base);
    frame->setBackgroundRole(QPalette::Base);
}

QWidget *ReaderPane::buildColumn()
{
    auto *column = new QWidget;
    column->setMaximumWidth(columnWidth + AnswerView::gutter());
    m_prompt = new QLabel(column);
    m_prompt->setObjectName(u"prompt"_s);
    m_prompt->setTextFormat(Qt::RichText);
    m_prompt->setWordWrap(true);
    m_prompt->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextStyle(m_prompt, TextStyle::Title);

    m_badges = new QWidget(column);
    new FlowLayout(m_badges);
    m_tier = new TierBadge(m_badges);
    m_badges->layout()->addWidget(m_tier);
    m_badges->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);

    m_reveal = new QPushButton(m_badges);
    m_reveal->setObjectName(u"revealButton"_s);
    setTextStyle(m_reveal, TextStyle::Ui, QFont::Medium);
    setKeycap(m_reveal, tr("Space"));

    m_difference = new DifferenceBox(m_desk, column);
    m_updated = m_difference->chip();
    m_badges->layout()->addWidget(m_updated);
    setTabOrder(m_tier, m_updated);
    m_body = new QWidget(column);
    m_answer = new AnswerView(m_desk, m_body);
    m_answer->setObjectName(u"answer"_s);
    m_answer->setAccessibleName(tr("Answer"));
    m_keyPoints = new MarkdownView(m_desk.highlighter, m_body);
    m_keyPoints->setObjectName(u"keyPoints"_s);
    m_keyPoints->setAccessibleName(tr("Key points"));
    m_related = linkLabel(m_body);
    m_related->setObjectName(u"related"_s);
    m_sources = linkLabel(m_body);
    m_sources->setObjectName(u"sources"_s);
    for (QLabel *label : {m_related, m_sources}) {
        setTextStyle(label, TextStyle::Small);
        label->setAlignment(Qt::AlignTop);
    }
    auto *links = new QHBoxLayout;
    links->setSpacing(32);
    links->addWidget(m_related, 1);
    links->addWidget(m_sources, 1);
    // The answer alone goes to the very right, where it has its markers.
    auto *below = new QVBoxLayout;
    below->setContentsMargins(0, 0, AnswerView::gutter(), 0);
    below->setSpacing(8);
    below->addWidget(m_keyPoints);
    below->addLayout(links);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(8);
    body->addWidget(m_answer);
    body->addLayout(below);

    auto *above = new QVBoxLayout;
    above->setContentsMargins(0, 0, AnswerView::gutter(), 0);
    above->setSpacing(16);
    above->addWidget(m_prompt);
    above->addWidget(m_badges);
    above->addWidget(m_difference);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addLayout(above);
    layout->addSpacing(4);
    layout->addWidget(m_body);
    layout->addStretch(1);

    connect(m_reveal, &QPushButton::clicked, this, &ReaderPane::toggleAnswer);
    connect(m_difference, &DifferenceBox::finished, this, &ReaderPane::focusText);
    connect(m_difference, &DifferenceBox::opened, this,
            [this] { m_area->ensureWidgetVisible(m_badges); });
    for (MarkdownView *view : std::initializer_list<MarkdownView *>{m_answer, m_keyPoints}) {
        connect(view, &MarkdownView::linkActivated, this, &ReaderPane::follow);
        connect(view, &QTextEdit::cursorPositionChanged, this, [this, view] {
            if (view->hasFocus())
                m_area->ensureVisible(
                    0, view->mapTo(m_area->widget(), view->cursorRect().center()).y());
        });
    }
    connect(m_related, &QLabel::linkActivated, this, &ReaderPane::follow);
    connect(m_sources, &QLabel::linkActivated, this, &ReaderPane::follow);
    return column;
}

void ReaderPane::setNavigation(QAction *previous, QAction *next)
{
    const std::pair<QToolButton *, QAction *> pairs[] = {{m_previous, previous}, {m_next, next}};
    for (const auto &[button, action] : pairs) {
        action->setIcon(button->icon());
        button->setDefaultAction(action);
    }
}

void ReaderPane::setBookmarkAction(QAction *bookmark)
{
    bookmark->setIcon(icon(u"star"_s, IconColor::Muted, u"starf"_s));
    m_bookmark->setDefaultAction(bookmark);
}

void ReaderPane::setMarkActions(QAction *highlight, const QList<QAction *> &colors,
                                QAction *comment)
{
    const std::pair<QPushButton *, QAction *> pairs[] = {{m_highlight, highlight},
                                                         {m_comment, comment}};
    for (const auto &[button, action] : pairs) {
        button->setAccessibleName(action->text());
        button->setToolTip(
            tr("%1 the selected text (%2)").arg(action->text(), action->shortcut().toString()));
        button->setFocusPolicy(Qt::TabFocus); // a click must not take the focus from the selection
        setButtonKind(button, ButtonKind::Flat);
        setTextStyle(button, TextStyle::Small, QFont::Medium);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
    }
    auto *menu = new QMenu(m_colors);
    menu->addActions(colors);
    m_colors->setMenu(menu);
    m_colors->setPopupMode(QToolButton::InstantPopup);
    m_colors->setToolTip(tr("Colours to highlight in"));
    m_colors->setAccessibleName(m_colors->toolTip());
    m_colors->setFocusPolicy(Qt::TabFocus);
    m_colors->setFixedSize(20, 32);
    nameMarkButtons();
}

// In a narrow pane their icons have to do.
void ReaderPane::nameMarkButtons()
{
    const bool narrow = width() < scaled(560);
    for (QPushButton *button : {m_highlight, m_comment})
        button->setText(narrow ? QString() : button->accessibleName());
}

void ReaderPane::showHighlight(const QString &uid)
{
    if (!m_revealed)
        toggleAnswer();
    m_answer->setCurrent(uid);
    const QRect place = m_answer->rectOf(uid);
    if (!place.isEmpty()) {
        const int y = m_answer->mapTo(m_area->widget(), place.center()).y();
        m_area->ensureVisible(0, y, 0, scaled(80));
    }
}

void ReaderPane::setTextSizeActions(const QList<QAction *> &actions)
{
    auto *menu = new QMenu(m_textSize);
    menu->addActions(actions);
    m_textSize->setMenu(menu);
}

void ReaderPane::setQuestion(QuestionId question, const QString &search)
{
    const auto detail = m_desk.questions.detail(question);
    if (!detail.ok()) {
        m_banner->showError(detail.error());
        return;
    }
    m_banner->clear();
    m_detail = detail.value();
    m_search = search;
    m_revealed = false;
    m_bodyIsOf = 0;
    m_answer->setAnswer(0, {});
    showQuestion();
    showAnswer(m_desk.settings.value(Setting::alwaysShowAnswers));
    m_area->verticalScrollBar()->setValue(0);
}

void ReaderPane::setSearch(const QString &search)
{
    m_search = search;
    m_answer->setSearch(search);
    m_keyPoints->setSearch(search);
}

void ReaderPane::showQuestion()
{
    const Question &question = m_detail.question;
    m_number->setText(tr("Question %1").arg(question.number));
    m_prompt->setText(inlineRichText(question.prompt, scaled(titlePixels)));
    m_prompt->setAccessibleName(question.prompt);
    m_tier->setTier(question.tier);
    m_difference->setQuestion(question);
    showBadges();
}

void ReaderPane::showBody()
{
    m_answer->setSearch(m_search);
    m_answer->setAnswer(m_detail.question.id, shownAnswer(m_detail.question));
    showKeyPoints();
    showLinks();
    m_bodyIsOf = m_detail.question.id;
}

void ReaderPane::showBadges()
{
    qDeleteAll(m_facts);
    m_facts.clear();
    for (const Topic &topic : std::as_const(m_detail.topics)) {
        auto *button = new TopicButton(topic, m_desk.bookmarks, m_badges);
        connect(button, &TopicButton::questionsRequested, this, &ReaderPane::topicRequested);
        connect(button, &TopicButton::bookmarkRequested, this, &ReaderPane::topicBookmarkRequested);
        m_facts.append(button);
    }
    QStringList facts{m_detail.baseline};
    if (!m_detail.question.since.isEmpty())
        facts.append(tr("Since %1").arg(m_detail.question.since));
    if (!m_detail.question.until.isEmpty())
        facts.append(tr("Until %1").arg(m_detail.question.until));
    if (m_detail.retired)
        facts.append(tr("No longer in the deck"));
    for (const QString &fact : std::as_const(facts)) {
        auto *chip = new Chip(fact, m_badges);
        chip->setToolTip(fact == m_detail.baseline ? tr("The version this answer was checked on")
                                                   : fact);
        m_facts.append(chip);
    }
    m_badges->layout()->removeWidget(m_reveal); // it stays the last, at the right
    for (QWidget *widget : std::as_const(m_facts)) {
        m_badges->layout()->addWidget(widget);
        widget->show();
    }
    m_badges->layout()->addWidget(m_reveal);
    QWidget *before = m_updated;
    for (QWidget *widget : std::as_const(m_facts))
        setTabOrder(std::exchange(before, widget), widget);
    setTabOrder(before, m_reveal);
    m_badges->updateGeometry();
}

void ReaderPane::showKeyPoints()
{
    QString text = u"### %1\n\n"_s.arg(tr("Key points"));
    Section section = Section::None;
    for (const KeyPoint &point : std::as_const(m_detail.question.keyPoints)) {
        if (point.section != section)
            text += u"\n*%1*\n\n"_s.arg(sectionTitle(point.section));
        section = point.section;
        text += u"- "_s + point.text;
        text += point.detail.isEmpty() ? u"\n"_s : u". "_s + point.detail + u'\n';
    }
    m_keyPoints->setSearch(m_search);
    m_keyPoints->setText(text);
}

void ReaderPane::showLinks()
{
    const auto heading = [](const QString &text) { return u"<b>%1</b>"_s.arg(text); };
    QStringList related;
    for (const QuestionLink &link : std::as_const(m_detail.related)) {
        related.append(u"<a href=\"question:%1\">%2 %3</a>"_s.arg(link.id)
                           .arg(link.number)
                           .arg(link.title.toHtmlEscaped()));
    }
    QStringList sources;
    for (const Source &source : std::as_const(m_detail.question.sources)) {
        sources.append(u"<a href=\"%1\">%2</a>"_s.arg(source.url.toHtmlEscaped(),
                                                      source.title.toHtmlEscaped()));
    }
    const QString gap = u"<div style=\"line-height:150%\">"_s;
    m_related->setText(gap + heading(tr("Related")) + u"<br>"_s + related.join(u"<br>"_s));
    m_related->setVisible(!related.isEmpty());
    m_sources->setText(gap + heading(tr("Source")) + u"<br>"_s + sources.join(u"<br>"_s));
    m_sources->setVisible(!sources.isEmpty());
}

void ReaderPane::toggleAnswer()
{
    if (m_detail.question.id == 0)
        return;
    showAnswer(!m_revealed);
}

bool ReaderPane::toggleChanges()
{
    return m_detail.question.id != 0 && m_difference->setOpen(!m_difference->isOpen());
}

void ReaderPane::showAnswer(bool shown)
{
    m_revealed = shown;
    // Rendered when it is first seen: most starts show a question whose answer is still hidden.
    if (shown && m_bodyIsOf != m_detail.question.id)
        showBody();
    m_body->setVisible(shown);
    if (!shown)
        m_difference->setOpen(false); // it tells the answer
    m_reveal->setText(shown ? tr("Hide answer") : tr("Show answer"));
    m_reveal->setAccessibleName(m_reveal->text());
    m_reveal->setIcon(
        icon(shown ? u"eyeoff"_s : u"eye"_s, shown ? IconColor::Text : IconColor::OnAccent));
    setButtonKind(m_reveal, shown ? ButtonKind::Normal : ButtonKind::Primary);
    emit answerShown(shown);
    if (shown)
        emit revealed(m_detail.question.id);
}

void ReaderPane::scrollPages(int pages)
{
    QScrollBar *bar = m_area->verticalScrollBar();
    bar->setValue(bar->value() + pages * (bar->pageStep() - scaled(40)));
}

void ReaderPane::focusText()
{
    if (m_revealed)
        m_answer->setFocus(Qt::ShortcutFocusReason);
    else
        m_reveal->setFocus(Qt::ShortcutFocusReason);
}

void ReaderPane::follow(const QString &target)
{
    const QString questionScheme = u"question:"_s;
    if (target.startsWith(questionScheme)) {
        emit questionRequested(target.sliced(questionScheme.size()).toLongLong());
        return;
    }
    if (target.contains(u':')) {
        emit linkRequested(target);
        return;
    }
    // A key inside the same deck: "q14" in "django/q29" means "django/q14".
    const QString deck = m_detail.question.key.section(u'/', 0, 0);
    if (const QuestionId id = m_desk.questions.idOf(deck + u'/' + target).valueOr(0))
        emit questionRequested(id);
}

void ReaderPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_badges->updateGeometry();
    nameMarkButtons();
}

void ReaderPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_detail.question.id != 0)
        m_prompt->setText(inlineRichText(m_detail.question.prompt, scaled(titlePixels)));
}
