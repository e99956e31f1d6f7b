// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/practice/gradebar.h"

#include "views/common/durations.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"
#include "views/common/woodshedstyle.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

// A grade's button: its key at the left, then the word; at the right, that it is suggested, and
// when the question comes back.
class GradeButton final : public QPushButton
{
public:
    GradeButton(Rating rating, QWidget *parent)
        : QPushButton(ratingTitle(rating), parent)
        , m_key(QString::number(int(rating)))
    {
        setObjectName(u"grade%1"_s.arg(m_key));
        setScaledHeight(this, 48);
        setTextStyle(this, TextStyle::Ui, QFont::DemiBold);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setWait(int minutes) { m_wait = minutes > 0 ? waitText(minutes) : QString(); }

    const QString &wait() const { return m_wait; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(palette());
        QPainter painter(this);
        const bool suggested = isDefault();
        const bool hovered = underMouse() || isDown();
        const QColor fill = suggested ? hovered ? tokens.accentHover : tokens.accent
                            : hovered ? tokens.sunken
                                      : tokens.base;
        paintBox(painter, rect(), 4, fill, suggested ? fill : tokens.line2);
        const QColor ink = suggested ? tokens.onAccent : tokens.text;
        QRect rest = rect().adjusted(scaled(12), 0, -scaled(12), 0);
        const QSize size = keycapSize(m_key);
        paintKeycap(
            painter,
            QRect(rest.left(), rest.center().y() - size.height() / 2, size.width(), size.height()),
            m_key, suggested ? tokens.onAccent : tokens.muted);
        rest.setLeft(rest.left() + size.width() + scaled(12));
        painter.setPen(ink);
        painter.setFont(font());
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, text());
        rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(text()) + scaled(12));
        painter.setFont(textFont(TextStyle::Small));
        painter.setPen(suggested ? tokens.onAccent : tokens.muted);
        QString side = suggested && !m_wait.isEmpty() ? GradeBar::tr("suggested  ·  %1").arg(m_wait)
                       : suggested                    ? GradeBar::tr("suggested")
                                                      : m_wait;
        if (painter.fontMetrics().horizontalAdvance(side) > rest.width())
            side = m_wait; // a narrow window: the fill says that it is suggested
        painter.drawText(rest, Qt::AlignVCenter | Qt::AlignRight, side);
    }

private:
    QString m_key;
    QString m_wait;
};

GradeBar::GradeBar(QWidget *parent)
    : QWidget(parent)
{
    setScaledHeight(this, 80);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(32, 0, 32, 0);
    layout->setSpacing(16);
    for (Rating rating : allRatings) {
        auto *button = new GradeButton(rating, this);
        m_buttons[int(rating)] = button;
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, rating] { emit graded(rating); });
    }
}

void GradeBar::setSuggestion(Rating rating)
{
    const bool moveFocus = hasFocusInside();
    m_suggestion = rating;
    for (Rating each : allRatings) {
        GradeButton *button = m_buttons[int(each)];
        button->setDefault(each == rating);
        button->setAccessibleName(each == rating ? tr("%1, suggested").arg(ratingTitle(each))
                                                 : ratingTitle(each));
        button->update();
    }
    if (moveFocus)
        focusSuggestion();
}

void GradeBar::setOutcomes(const std::array<Outcome, 4> &outcomes)
{
    for (const Rating rating : allRatings) {
        GradeButton *button = m_buttons[int(rating)];
        button->setWait(outcomes.at(size_t(rating) - 1).wait);
        const QString back =
            button->wait().isEmpty() ? QString() : tr("Comes back %1").arg(button->wait());
        button->setAccessibleDescription(back);
        const QString name = tr("%1 (%2)").arg(ratingTitle(rating)).arg(int(rating));
        button->setToolTip(back.isEmpty() ? name : name + u'\n' + back);
        button->update();
    }
}

void GradeBar::focusSuggestion()
{
    m_buttons[int(m_suggestion)]->setFocus(Qt::OtherFocusReason);
}

bool GradeBar::hasFocusInside() const
{
    return isAncestorOf(focusWidget()) ||
           (window()->focusWidget() && isAncestorOf(window()->focusWidget()));
}

void GradeBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.base);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.line);
}
