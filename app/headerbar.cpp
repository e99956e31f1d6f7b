// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headerbar.h"

#include "app/readinesschip.h"
#include "views/common/icons.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

// The repeat sign, drawn anew in whatever the theme's accent is.
class Mark final : public QWidget
{
public:
    explicit Mark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(18, 18);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.drawPixmap(
            rect(), iconPixmap(u"repeat"_s, tokensOf(palette()).accent, 18, devicePixelRatioF()));
    }
};

} // namespace

HeaderBar::HeaderBar(const QStringList &tabs, QWidget *parent)
    : QWidget(parent)
    , m_titles(tabs)
    , m_name(new QLabel(this))
    , m_tabs(new QTabBar(this))
    , m_title(new QLabel(this))
    , m_hint(new QLabel(tr("Tabs and search are off until you finish"), this))
    , m_end(new QPushButton(tr("End interview…"), this))
    , m_chip(new ReadinessChip(this))
    , m_menuButton(new QToolButton(this))
{
    setScaledHeight(this, 48);
    setTextStyle(m_name, TextStyle::Heading);
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setAccessibleName(tr("Pages"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    for (int i = 0; i < tabs.size(); ++i) {
        m_tabs->addTab(tabs.at(i));
        m_tabs->setTabToolTip(i, tr("%1 (Alt+%2)").arg(tabs.at(i)).arg(i + 1));
    }
    m_menuButton->setObjectName(u"menuButton"_s);
    m_menuButton->setIcon(icon(u"menu"_s, IconColor::Text));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setFixedSize(32, 32);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setToolTip(tr("Menu (F10)"));
    m_menuButton->setAccessibleName(tr("Menu"));

    m_title->setObjectName(u"interviewTitle"_s);
    for (QLabel *label : {m_title, m_hint}) {
        setTextStyle(label, TextStyle::Small);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_end->setObjectName(u"endInterview"_s);
    m_end->setToolTip(tr("End the mock interview here and grade what you answered"));
    setTextStyle(m_end, TextStyle::Ui, QFont::DemiBold);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(18, 0, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(new Mark(this));
    layout->addWidget(m_name);
    layout->addSpacing(8);
    layout->addWidget(m_title);
    layout->addSpacing(8);
    layout->addWidget(m_tabs);
    layout->addStretch(1);
    layout->addWidget(m_hint);
    layout->addSpacing(8);
    layout->addWidget(m_end);
    layout->addWidget(m_chip);
    layout->addWidget(m_menuButton);
    connect(m_tabs, &QTabBar::currentChanged, this, &HeaderBar::tabChosen);
    connect(m_end, &QPushButton::clicked, this, &HeaderBar::endRequested);
    connect(m_chip, &QAbstractButton::clicked, this, &HeaderBar::planRequested);
    setInterview({});
}

void HeaderBar::setInterview(const QString &title)
{
    const bool interview = !title.isEmpty();
    m_name->setText(interview ? tr("Mock interview") : tr("Woodshed"));
    m_title->setText(title);
    m_tabs->setVisible(!interview);
    m_chip->setVisible(!interview);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_hint, m_end})
        widget->setVisible(interview);
}

void HeaderBar::setCurrent(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

void HeaderBar::setCount(int tab, int count)
{
    const QString &title = m_titles.at(tab);
    m_tabs->setTabText(tab, count > 0 ? tr("%1  %2").arg(title).arg(count) : title);
    m_tabs->setAccessibleTabName(tab,
                                 count > 0 ? tr("%1, %n due", nullptr, count).arg(title) : title);
}

void HeaderBar::setMenu(QMenu *menu)
{
    m_menuButton->setMenu(menu);
}

void HeaderBar::openMenu()
{
    m_menuButton->showMenu();
}

void HeaderBar::setReadiness(const Goal &goal, const Outlook &outlook, int today)
{
    m_chip->setState(goal, outlook, today);
    fitChip();
}

void HeaderBar::fitChip()
{
    if (m_chip->isHidden())
        return;
    // Of the tabs nothing may be cut; the chip says less instead.
    const int others = layout()->sizeHint().width() - m_chip->sizeHint().width();
    for (const auto length : {ReadinessChip::Length::Full, ReadinessChip::Length::Brief,
                              ReadinessChip::Length::Figure}) {
        m_chip->setLength(length);
        if (others + m_chip->widthFor(length) <= width())
            break;
    }
}

void HeaderBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitChip();
}

bool HeaderBar::event(QEvent *event)
{
    // A count beside a title, or another type size, changes what there is room for.
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitChip();
    return handled;
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokensOf(palette()).line);
}
