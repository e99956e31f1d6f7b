// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/segmentedcontrol.h"

#include "views/common/focusring.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace {

class Segment final : public QAbstractButton
{
public:
    enum Place { First, Middle, Last };

    Segment(const QString &text, Place place, QWidget *parent)
        : QAbstractButton(parent)
        , m_place(place)
    {
        setText(text);
        setAccessibleName(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred); // as tall as the control
        setAttribute(Qt::WA_Hover);
        setTextStyle(this, TextStyle::Small, QFont::Medium);
        FocusRing::setPaintsOwnFocus(this);
    }

    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + scaled(20), scaled(24)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        // Neighbours share a border, so all but the last reach one pixel beyond their end.
        QRectF box = QRectF(rect()).adjusted(0.5, 0.5, m_place == Last ? -0.5 : 0.5, -0.5);
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        path.addRoundedRect(box, 4, 4);
        if (m_place != First)
            path.addRect(box.adjusted(0, 0, -box.width() / 2, 0));
        if (m_place != Last)
            path.addRect(box.adjusted(box.width() / 2, 0, 0, 0));
        const QColor fill = isChecked()    ? tokens.accent
                            : underMouse() ? tokens.sunken
                                           : tokens.base;
        painter.setPen(isChecked() ? tokens.accent : tokens.line2);
        painter.setBrush(fill);
        painter.drawPath(path.simplified());
        if (hasFocus() && FocusRing::keyboardUsed()) {
            painter.setPen(QPen(isChecked() ? tokens.onAccent : tokens.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 2, 2);
        }
        painter.setPen(isChecked() ? tokens.onAccent : tokens.text);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    Place m_place;
};

} // namespace

SegmentedControl::SegmentedControl(const QStringList &labels, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (int i = 0; i < labels.size(); ++i) {
        const auto place = i == 0                   ? Segment::First
                           : i == labels.size() - 1 ? Segment::Last
                                                    : Segment::Middle;
        auto *segment = new Segment(labels.at(i), place, this);
        m_group->addButton(segment, i);
        layout->addWidget(segment);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
}

int SegmentedControl::current() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    m_group->button(index)->setChecked(true);
}

void SegmentedControl::setText(int index, const QString &text)
{
    QAbstractButton *button = m_group->button(index);
    if (button->text() == text)
        return;
    button->setText(text);
    button->setAccessibleName(text);
    button->updateGeometry();
}
