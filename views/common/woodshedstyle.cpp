// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/woodshedstyle.h"

#include "views/common/focusring.h"
#include "views/common/icons.h"
#include "views/common/painting.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kindProperty = "woodshed_buttonKind";
constexpr auto keycapProperty = "woodshed_keycap";
constexpr qreal radius = 4;
constexpr int scrollBarWidth = 12;
constexpr int buttonIcon = 16;
constexpr int buttonGap = 8;

ButtonKind kindOf(const QWidget *widget)
{
    return widget ? ButtonKind(widget->property(kindProperty).toInt()) : ButtonKind::Normal;
}

QString keycapOf(const QWidget *widget)
{
    return widget ? widget->property(keycapProperty).toString() : QString();
}

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

QColor buttonText(const QStyleOption *option, const QWidget *widget, const Tokens &tokens)
{
    if (!has(option, QStyle::State_Enabled))
        return tokens.line2;
    switch (kindOf(widget)) {
    case ButtonKind::Primary: return tokens.onAccent;
    case ButtonKind::Chip: return has(option, QStyle::State_On) ? tokens.accent : tokens.text;
    case ButtonKind::Flat: return tokens.muted;
    case ButtonKind::Normal: return tokens.text;
    }
    Q_UNREACHABLE();
}

void drawButtonPanel(QPainter &painter, const QStyleOption *option, const QWidget *widget,
                     const Tokens &tokens)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool hovered =
        enabled && (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken));
    const bool pressed = has(option, QStyle::State_Sunken);
    switch (kindOf(widget)) {
    case ButtonKind::Primary: {
        const QColor fill = !enabled ? tokens.track : hovered ? tokens.accentHover : tokens.accent;
        paintBox(painter, option->rect, radius, fill, fill);
        break;
    }
    case ButtonKind::Flat:
        if (hovered)
            paintBox(painter, option->rect, radius, pressed ? tokens.soft : tokens.sunken, {});
        break;
    case ButtonKind::Chip:
    case ButtonKind::Normal: {
        const bool chosen = kindOf(widget) == ButtonKind::Chip && has(option, QStyle::State_On);
        const QColor border = chosen ? tokens.accent : enabled ? tokens.line2 : tokens.line;
        paintBox(painter, option->rect, radius, hovered ? tokens.sunken : tokens.base, border);
        break;
    }
    }
}

void drawButtonLabel(QPainter &painter, const QStyleOptionButton &button, const QWidget *widget,
                     const Tokens &tokens)
{
    const QColor color = buttonText(&button, widget, tokens);
    const QString key = keycapOf(widget);
    const int padding = scaled(kindOf(widget) == ButtonKind::Chip ? 8 : 12);
    QRect rest = button.rect.adjusted(padding, 0, -padding, 0);
    if (button.features.testFlag(QStyleOptionButton::HasMenu)) {
        const int size = 12;
        const QRect arrow(rest.right() - size + 1, rest.center().y() - size / 2 + 1, size, size);
        painter.drawPixmap(
            arrow, iconPixmap(u"down"_s, color, size, painter.device()->devicePixelRatio()));
        rest.setRight(arrow.left() - scaled(6));
    }
    if (!key.isEmpty()) {
        const QSize size = keycapSize(key);
        const QRect box(rest.right() - size.width() + 1, rest.center().y() - size.height() / 2,
                        size.width(), size.height());
        paintKeycap(painter, box, key, color);
        rest.setRight(box.left() - scaled(buttonGap));
    }
    const QFont font = widget ? widget->font() : painter.font();
    const QFontMetrics metrics(font);
    const int iconWidth =
        button.icon.isNull() ? 0 : buttonIcon + (button.text.isEmpty() ? 0 : scaled(buttonGap));
    const QString text = metrics.elidedText(button.text, Qt::ElideRight,
                                            rest.width() - iconWidth + 2, Qt::TextShowMnemonic);
    const int textWidth = metrics.size(Qt::TextShowMnemonic, text).width();
    int left = rest.left();
    if (!button.features.testFlag(QStyleOptionButton::HasMenu) && key.isEmpty())
        left = qMax(left, rest.left() + (rest.width() - textWidth - iconWidth) / 2);
    if (!button.icon.isNull()) {
        const QRect place(left, rest.center().y() - buttonIcon / 2 + 1, buttonIcon, buttonIcon);
        button.icon.paint(&painter, place, Qt::AlignCenter,
                          has(&button, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled,
                          has(&button, QStyle::State_On) ? QIcon::On : QIcon::Off);
        left += iconWidth;
    }
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QRect(left, rest.top(), textWidth + 2, rest.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, text);
}

void drawCheckBox(QPainter &painter, const QStyleOption *option, const Tokens &tokens)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    QRect box(0, 0, 16, 16);
    box.moveCenter(option->rect.center());
    const bool partly = has(option, QStyle::State_NoChange);
    if (has(option, QStyle::State_On) || partly) {
        const QColor fill = enabled ? tokens.accent : tokens.line2;
        paintBox(painter, box, 3, fill, fill);
        const QPixmap sign =
            iconPixmap(u"check"_s, tokens.onAccent, 12, painter.device()->devicePixelRatio());
        if (partly)
            painter.fillRect(QRect(box.left() + 4, box.center().y(), 8, 2), tokens.onAccent);
        else
            painter.drawPixmap(box.adjusted(2, 2, -2, -2), sign);
    } else {
        paintBox(painter, box, 3, tokens.base, enabled ? tokens.line2 : tokens.line);
    }
}

void drawRadioButton(QPainter &painter, const QStyleOption *option, const Tokens &tokens)
{
    QRectF circle(0, 0, 15, 15);
    circle.moveCenter(QRectF(option->rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = has(option, QStyle::State_On);
    painter.setPen(QPen(on ? tokens.accent : tokens.line2, 1));
    painter.setBrush(on ? tokens.accent : tokens.base);
    painter.drawEllipse(circle);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.onAccent);
        painter.drawEllipse(circle.center(), 3, 3);
    }
    painter.restore();
}

void drawScrollBar(QPainter &painter, const QStyleOptionSlider *slider, QRect handle,
                   const Tokens &tokens)
{
    if (slider->minimum == slider->maximum)
        return;
    const bool upright = slider->orientation == Qt::Vertical;
    handle = upright ? handle.adjusted(3, 2, -3, -2) : handle.adjusted(2, 3, -2, -3);
    const bool active = slider->activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    paintBox(painter, handle, 3, active ? tokens.line2 : tokens.seg, {});
}

// A horizontal groove, filled as far as the round handle.
void drawSlider(QPainter &painter, const QStyleOptionSlider *slider, QRect handle,
                const Tokens &tokens)
{
    const int middle = slider->rect.center().y();
    const QRect groove(slider->rect.left(), middle - 2, slider->rect.width(), 4);
    paintBox(painter, groove, 2, tokens.seg, {});
    paintBox(painter, QRect(groove.topLeft(), QPoint(handle.center().x(), groove.bottom())), 2,
             tokens.accent, {});
    QRectF circle(0, 0, 17, 17);
    circle.moveCenter(QPointF(handle.center().x(), middle));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.accent, 2));
    painter.setBrush(tokens.base);
    painter.drawEllipse(circle);
    painter.restore();
}

// The header's tabs: the word, and under the chosen one a bar at the bottom edge.
void drawTab(QPainter &painter, const QStyleOptionTab *tab, const Tokens &tokens)
{
    const bool chosen = has(tab, QStyle::State_Selected);
    const bool hovered = has(tab, QStyle::State_MouseOver);
    painter.setFont(textFont(TextStyle::Ui, chosen ? QFont::DemiBold : QFont::Medium));
    painter.setPen(chosen || hovered ? tokens.text : tokens.muted);
    painter.drawText(tab->rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab->text);
    if (chosen && has(tab, QStyle::State_HasFocus) && FocusRing::keyboardUsed())
        paintFocusRing(painter, tab->rect.adjusted(4, 8, -4, -8), tokens);
    if (chosen) {
        const int width = painter.fontMetrics().horizontalAdvance(tab->text);
        painter.fillRect(
            QRect(tab->rect.center().x() - width / 2, tab->rect.bottom() - 2, width + 1, 3),
            tokens.accent);
    }
}

// Sets a property that the size depends on. A button keeps its size in mind until something it
// knows of changes, so it is told that its style did.
void setStyleProperty(QAbstractButton *button, const char *name, const QVariant &value)
{
    if (button->property(name) == value)
        return;
    button->setProperty(name, value);
    QEvent change(QEvent::StyleChange);
    QCoreApplication::sendEvent(button, &change);
    button->updateGeometry();
    button->update();
}

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    setStyleProperty(button, kindProperty, int(kind));
}

void setKeycap(QAbstractButton *button, const QString &key)
{
    setStyleProperty(button, keycapProperty, key);
}

WoodshedStyle::WoodshedStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void WoodshedStyle::polish(QWidget *widget)
{
    if (qobject_cast<QAbstractButton *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    QProxyStyle::polish(widget);
}

void WoodshedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                  QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = tokensOf(option->palette);
    switch (element) {
    case PE_PanelButtonCommand: drawButtonPanel(*painter, option, widget, tokens); return;
    case PE_PanelButtonTool:
        if (has(option, State_Enabled) &&
            (has(option, State_MouseOver) || has(option, State_Sunken)))
            paintBox(*painter, option->rect, radius, tokens.soft, {});
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0) {
            paintBox(*painter, option->rect, radius,
                     has(option, State_Enabled) ? tokens.base : tokens.panel, tokens.line2);
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheckBox(*painter, option, tokens); return;
    case PE_IndicatorRadioButton: drawRadioButton(*painter, option, tokens); return;
    case PE_IndicatorArrowDown:
        if (!qobject_cast<const QToolButton *>(widget)) // an icon with a menu needs no second sign
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    case PE_FrameFocusRect: // the ring says it, see FocusRing
    case PE_FrameTabBarBase: return;
    case PE_Frame:
        painter->setPen(tokens.line);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WoodshedStyle::drawControl(ControlElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = tokensOf(option->palette);
    switch (element) {
    case CE_PushButtonBevel: drawButtonPanel(*painter, option, widget, tokens); return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawButtonLabel(*painter, *button, widget, tokens);
        return;
    case CE_HeaderSection:
        painter->fillRect(option->rect, tokens.base);
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            tokens.line);
        return;
    case CE_HeaderEmptyArea: painter->fillRect(option->rect, tokens.base); return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painter->setPen(tokens.muted);
            painter->setFont(textFont(TextStyle::Meta));
            // Words begin and figures end where their cells do.
            const bool figures = header->textAlignment.testFlag(Qt::AlignRight);
            painter->drawText(header->rect.adjusted(0, 0, figures ? 3 : 0, 0),
                              Qt::AlignVCenter | (figures ? Qt::AlignRight : Qt::AlignLeft),
                              header->text);
        }
        return;
    case CE_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTab(*painter, tab, tokens);
        return;
    case CE_FocusFrame: paintFocusRing(*painter, option->rect, tokens); return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void WoodshedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                       QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = tokensOf(option->palette);
    if (control == CC_ScrollBar) {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        drawScrollBar(*painter, slider,
                      subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget), tokens);
        return;
    }
    if (control == CC_Slider) {
        drawSlider(*painter, qstyleoption_cast<const QStyleOptionSlider *>(option),
                   subControlRect(CC_Slider, option, SC_SliderHandle, widget), tokens);
        return;
    }
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        paintBox(*painter, option->rect, radius,
                 has(option, State_Enabled) ? tokens.base : tokens.panel, tokens.line2);
        const qreal ratio = painter->device()->devicePixelRatio();
        const auto arrow = [&](SubControl part, const QString &name,
                               QAbstractSpinBox::StepEnabledFlag step) {
            QRect box(0, 0, 10, 10);
            box.moveCenter(subControlRect(control, option, part, widget).center());
            const bool enabled = spin && spin->stepEnabled.testFlag(step);
            painter->drawPixmap(
                box, iconPixmap(name, enabled ? tokens.muted : tokens.softLine, 10, ratio));
        };
        arrow(SC_SpinBoxUp, u"up"_s, QAbstractSpinBox::StepUpEnabled);
        arrow(SC_SpinBoxDown, u"down"_s, QAbstractSpinBox::StepDownEnabled);
        return;
    }
    if (control == CC_ComboBox) {
        const QRect box = option->rect;
        paintBox(*painter, box, radius, has(option, State_MouseOver) ? tokens.sunken : tokens.base,
                 tokens.line2);
        const QRect arrow(box.right() - 22, box.center().y() - 5, 12, 12);
        painter->drawPixmap(
            arrow, iconPixmap(u"down"_s, tokens.muted, 12, painter->device()->devicePixelRatio()));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int WoodshedStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                               const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return scrollBarWidth;
    case PM_ScrollBarSliderMin: return 32;
    case PM_SplitterWidth: return 1;
    case PM_SliderLength:
    case PM_SliderThickness: return 20;
    case PM_HeaderMargin: return scaled(8);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return scaled(8);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 4; // a ring of 2, 2 outside
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return buttonIcon;
    case PM_TabBarTabHSpace: return scaled(32);
    case PM_TabBarTabVSpace: return 0;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WoodshedStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText: return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_FocusFrame_Mask: return 0;        // the mask would cut the ring's rounded corners
    case SH_FocusFrame_AboveWidget: return 1; // a child of the window, which no parent clips
    case SH_TabBar_ElideMode: return Qt::ElideNone;
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize WoodshedStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                      const QSize &size, const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool chip = kindOf(widget) == ButtonKind::Chip;
        const QFontMetrics metrics(widget ? widget->font() : textFont(TextStyle::Ui));
        int width =
            metrics.size(Qt::TextShowMnemonic, button->text).width() + 2 * scaled(chip ? 8 : 12);
        if (!button->icon.isNull())
            width += buttonIcon + (button->text.isEmpty() ? 0 : scaled(buttonGap));
        if (button->features.testFlag(QStyleOptionButton::HasMenu))
            width += 12 + scaled(6);
        if (const QString key = keycapOf(widget); !key.isEmpty())
            width += keycapSize(key).width() + scaled(buttonGap);
        return {width + 1, scaled(chip ? 28 : 32)};
    }
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        return QProxyStyle::sizeFromContents(type, option, size, widget)
            .expandedTo({0, scaled(32)});
    case CT_TabBarTab: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        const QFontMetrics metrics(textFont(TextStyle::Ui, QFont::DemiBold));
        return {metrics.size(Qt::TextShowMnemonic, tab->text).width() + scaled(32), scaled(48)};
    }
    default: return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect WoodshedStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                    SubControl subControl, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !slider)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    // A bar without arrow buttons: the groove is all of it.
    const QRect groove = option->rect;
    const bool upright = slider->orientation == Qt::Vertical;
    const int length = upright ? groove.height() : groove.width();
    const int range = slider->maximum - slider->minimum;
    const int wanted =
        range > 0 ? int(qint64(length) * slider->pageStep / (qint64(range) + slider->pageStep))
                  : length;
    const int handle = qBound(qMin(32, length), wanted, length);
    const int start =
        sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                length - handle, slider->upsideDown);
    const auto part = [&](int from, int size) {
        return upright ? QRect(groove.left(), groove.top() + from, groove.width(), size)
                       : QRect(groove.left() + from, groove.top(), size, groove.height());
    };
    switch (subControl) {
    case SC_ScrollBarGroove: return groove;
    case SC_ScrollBarSlider: return part(start, handle);
    case SC_ScrollBarSubPage: return part(0, start);
    case SC_ScrollBarAddPage: return part(start + handle, length - start - handle);
    default: return {};
    }
}
