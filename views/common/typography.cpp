// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/typography.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPointer>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

constexpr int uiPixels = 14;
constexpr auto styleProperty = "woodshed_textStyle";
constexpr auto weightProperty = "woodshed_textWeight";
constexpr auto heightProperty = "woodshed_height";
constexpr int ownWeight = 0;

struct Families
{
    QString sans;
    QString mono;
};

QString firstInstalled(const QStringList &installed, const QStringList &preferred,
                       QFontDatabase::SystemFont otherwise)
{
    for (const QString &family : preferred) {
        if (installed.contains(family))
            return family;
    }
    return QFontDatabase::systemFont(otherwise).family();
}

Families familiesFor(bool systemFonts)
{
    // Looked up in the list: asking for a family by name also asks fontconfig what it would put in
    // place of one that is missing, which costs more than painting the first frame.
    const QStringList installed = systemFonts ? QStringList() : QFontDatabase::families();
    return {
        firstInstalled(installed, {u"IBM Plex Sans"_s, u"Open Sans"_s}, QFontDatabase::GeneralFont),
        firstInstalled(installed, {u"IBM Plex Mono"_s, u"JetBrains Mono"_s},
                       QFontDatabase::FixedFont)};
}

// What applyTypography() set last; a cache of the settings for code that paints.
struct Current
{
    Typography typography;
    Families families;
};

Current &current()
{
    static Current state;
    return state;
}

struct Style
{
    int pixels;
    QFont::Weight weight;
    bool mono = false;
};

Style styleOf(TextStyle style)
{
    switch (style) {
    case TextStyle::FigureLarge: return {64, QFont::DemiBold};
    case TextStyle::Title: return {24, QFont::DemiBold};
    case TextStyle::Question: return {20, QFont::DemiBold};
    case TextStyle::Heading: return {16, QFont::DemiBold};
    case TextStyle::Reading: return {current().typography.readingSize, QFont::Normal};
    case TextStyle::Ui: return {uiPixels, QFont::Normal};
    case TextStyle::Small: return {13, QFont::Normal};
    case TextStyle::Meta: return {12, QFont::Normal};
    case TextStyle::Badge: return {11, QFont::DemiBold};
    case TextStyle::Keycap: return {11, QFont::Medium, true};
    case TextStyle::Code: return {current().typography.readingSize - 2, QFont::Normal, true};
    }
    Q_UNREACHABLE();
}

void restyle(QWidget *widget)
{
    if (const QVariant style = widget->property(styleProperty); style.isValid()) {
        const int weight = widget->property(weightProperty).toInt();
        widget->setFont(weight == ownWeight
                            ? textFont(TextStyle(style.toInt()))
                            : textFont(TextStyle(style.toInt()), QFont::Weight(weight)));
    }
    if (const QVariant height = widget->property(heightProperty); height.isValid())
        widget->setFixedHeight(scaled(height.toInt()));
}

} // namespace

void applyTypography(const Typography &typography)
{
    Current &state = current();
    state.typography = typography;
    state.families = familiesFor(typography.systemFonts);
    QApplication::setFont(textFont(TextStyle::Ui));
    // A widget that is set anew may delete its parts, which stand in this list, too.
    const QWidgetList all = QApplication::allWidgets();
    const QList<QPointer<QWidget>> widgets(all.begin(), all.end());
    for (const QPointer<QWidget> &widget : widgets) {
        if (widget)
            restyle(widget);
    }
}

QFont textFont(TextStyle style)
{
    return textFont(style, styleOf(style).weight);
}

QFont textFont(TextStyle style, QFont::Weight weight)
{
    const Style chosen = styleOf(style);
    const Families &families = current().families;
    QFont font(chosen.mono ? families.mono : families.sans);
    font.setPixelSize(scaled(chosen.pixels));
    font.setWeight(weight);
    if (chosen.mono)
        font.setStyleHint(QFont::Monospace);
    return font;
}

int scaled(int pixels)
{
    return qRound(pixels * current().typography.interfaceSize / 100.0);
}

void setTextStyle(QWidget *widget, TextStyle style)
{
    setTextStyle(widget, style, QFont::Weight(ownWeight));
}

void setTextStyle(QWidget *widget, TextStyle style, QFont::Weight weight)
{
    widget->setProperty(styleProperty, int(style));
    widget->setProperty(weightProperty, int(weight));
    restyle(widget);
}

void setScaledHeight(QWidget *widget, int pixels)
{
    widget->setProperty(heightProperty, pixels);
    restyle(widget);
}
