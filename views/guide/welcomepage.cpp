// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/welcomepage.h"

#include "views/common/icons.h"
#include "views/common/panes.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"
#include "views/guide/goalform.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int pictureWidth = 464;
constexpr int narrowest = 1000; // below, the picture makes room for the questions
constexpr int columnWidth = 816;

// The colours of the picture are the same in both themes: it is a sign, painted on its own ground.
const QColor ground(0x0f, 0x43, 0x2f);
const QColor ink(0xff, 0xff, 0xff);
const QColor pale(0x7c, 0xc5, 0xa1);
const QColor soft(0xc4, 0xe3, 0xd4);

// One bar of slash notation between repeat signs, under a roof: a shed to practise in.
class Sign final : public QWidget
{
public:
    explicit Sign(QWidget *parent)
        : QWidget(parent)
    {
        setFixedWidth(pictureWidth);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), ground);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(ink, 9, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        QPainterPath roof(QPointF(28, 184));
        roof.lineTo(224, 88);
        roof.lineTo(420, 184);
        painter.drawPath(roof);

        painter.setRenderHint(QPainter::Antialiasing, false);
        for (int line = 0; line < 5; ++line)
            painter.fillRect(QRect(48, 215 + 32 * line, 352, 2), QColor(0x35, 0x7a, 0x5c));
        for (const QRect &bar : {QRect(48, 215, 20, 130), QRect(78, 215, 6, 130),
                                 QRect(380, 215, 20, 130), QRect(364, 215, 6, 130)})
            painter.fillRect(bar, ink);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        for (const QPointF &dot :
             {QPointF(102, 264), QPointF(102, 296), QPointF(346, 264), QPointF(346, 296)})
            painter.drawEllipse(dot, 8, 8);
        painter.setBrush(pale);
        for (int stroke = 0; stroke < 4; ++stroke) {
            const qreal left = 144 + 42 * stroke;
            painter.drawPolygon(
                QPolygonF({{left, 304}, {left + 20, 256}, {left + 36, 256}, {left + 16, 304}}));
        }

        QFont name = textFont(TextStyle::FigureLarge);
        name.setPixelSize(56);
        painter.setFont(name);
        painter.setPen(ink);
        // From the foot up, so that larger text pushes the name and nothing is cut.
        const QFont saying = textFont(TextStyle::Heading, QFont::Normal);
        const QString text =
            WelcomePage::tr("To woodshed, jazz slang: to practise hard, alone and in private, "
                            "until you can play it in front of people.");
        QRect room(48, 0, width() - 88, 400);
        room = QFontMetrics(saying).boundingRect(room, Qt::TextWordWrap, text);
        room.moveBottom(height() - 96);
        painter.drawText(QPoint(48, room.top() - 24), WelcomePage::tr("Woodshed"));
        painter.setFont(saying);
        painter.setPen(soft);
        painter.drawText(room.adjusted(0, 0, 40, 4), Qt::TextWordWrap, text);
        painter.setFont(textFont(TextStyle::Small));
        const QRect lock(48, height() - 66, 16, 16);
        painter.drawPixmap(lock, iconPixmap(u"lock"_s, soft, 16, devicePixelRatioF()));
        painter.drawText(QRect(72, height() - 82, width() - 96, 48),
                         Qt::AlignVCenter | Qt::TextWordWrap,
                         WelcomePage::tr("Works offline. All you write stays on this computer."));
    }
};

} // namespace

WelcomePage::WelcomePage(GuideStore &guide, QWidget *parent)
    : QWidget(parent)
    , m_guide(guide)
    , m_picture(new Sign(this))
    , m_form(new GoalForm(guide))
    , m_column(new QWidget)
    , m_foot(new QWidget(this))
{
    setObjectName(u"welcome"_s);
    auto *title = new QLabel(tr("Set up your practice"));
    setTextStyle(title, TextStyle::Title);
    auto *text =
        new QLabel(tr("Three answers aim your studies. You can change them at any time in the "
                      "Guide."));
    setTextStyle(text, TextStyle::Ui);
    text->setForegroundRole(QPalette::PlaceholderText);
    text->setWordWrap(true);

    auto *columnLayout = new QVBoxLayout(m_column);
    columnLayout->setContentsMargins(64, 48, 64, 24);
    columnLayout->setSpacing(6);
    columnLayout->addWidget(title);
    columnLayout->addWidget(text);
    columnLayout->addSpacing(32);
    columnLayout->addWidget(m_form);
    columnLayout->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_column);
    m_column->setBackgroundRole(QPalette::AlternateBase);
    area->viewport()->setBackgroundRole(QPalette::AlternateBase);

    auto *skipButton = new QPushButton(tr("Skip for now"), this);
    skipButton->setObjectName(u"skipWelcome"_s);
    setButtonKind(skipButton, ButtonKind::Flat);
    setKeycap(skipButton, tr("Esc"));
    auto *startButton = new QPushButton(tr("Start studying"), this);
    startButton->setObjectName(u"startStudying"_s);
    setButtonKind(startButton, ButtonKind::Primary);
    setKeycap(startButton, tr("Enter"));
    for (QPushButton *button : {skipButton, startButton}) {
        setTextStyle(button, TextStyle::Ui, QFont::DemiBold);
        setScaledHeight(button, 40);
    }
    auto *buttons = new QHBoxLayout(m_foot);
    buttons->setContentsMargins(64, 20, 64, 20);
    buttons->setSpacing(12);
    buttons->addStretch(1);
    buttons->addWidget(skipButton);
    buttons->addWidget(startButton);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(area, 1);
    right->addWidget(ruler(this));
    right->addWidget(m_foot);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_picture);
    layout->addLayout(right, 1);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    setTabOrder(m_form->lastField(), startButton);
    setTabOrder(startButton, skipButton);

    connect(startButton, &QPushButton::clicked, this, &WelcomePage::start);
    connect(skipButton, &QPushButton::clicked, this, &WelcomePage::skip);
    // What the days amount to stays in sight while they are chosen.
    connect(m_form, &GoalForm::daysOpened, area, [this, area] {
        QTimer::singleShot(0, area, [this, area] { area->ensureWidgetVisible(m_form->summary()); });
    });
}

void WelcomePage::start()
{
    m_guide.setGoal(m_form->goal());
    emit done();
}

void WelcomePage::skip()
{
    m_guide.setGoal(m_guide.goal());
    emit done();
}

void WelcomePage::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: start(); break;
    case Qt::Key_Escape: skip(); break;
    default: QWidget::keyPressEvent(event);
    }
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_picture->setVisible(width() >= narrowest);
    for (QWidget *part : {m_column, m_foot}) // questions and buttons end at the same edge
        part->setMaximumWidth(m_picture->isHidden() ? narrowest : columnWidth);
}

void WelcomePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_form->focusFirst();
}
