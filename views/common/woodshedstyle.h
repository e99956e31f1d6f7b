// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QAbstractButton;

// How prominent a button is.
enum class ButtonKind {
    Normal,  // a box with a border
    Primary, // filled with accent; at most one a page
    Flat,    // text only, a box on hover
    Chip,    // a small box for filters; accent border while it is checked
};

// Both follow theme and size by themselves.
void setButtonKind(QAbstractButton *button, ButtonKind kind);
// Shows a key at the right end of a button. Only a hint: it makes no shortcut.
void setKeycap(QAbstractButton *button, const QString &key);

// Fusion, with the controls of the design: fields, buttons, boxes, bars and the focus ring are
// drawn from the tokens of the palette at hand, without a style sheet.
class WoodshedStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    WoodshedStyle();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget) const override;
};
