// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/tokens.h"

namespace {

Tokens makeLight()
{
    Tokens tokens;
    tokens.window = QColor(0xE9EEEB);
    tokens.panel = QColor(0xF4F7F5);
    tokens.base = QColor(0xFFFFFF);
    tokens.sunken = QColor(0xEFF3F1);
    tokens.soft = QColor(0xE0E7E3);
    tokens.line = QColor(0xD2DAD6);
    tokens.line2 = QColor(0x7A8882);
    tokens.text = QColor(0x15201B);
    tokens.muted = QColor(0x51605A);
    tokens.faint = QColor(0x64726C);
    tokens.accent = QColor(0x17694A);
    tokens.accentHover = QColor(0x11533A);
    tokens.onAccent = QColor(0xFFFFFF);
    tokens.tint = QColor(0xDAEDE3);
    tokens.marks = {QColor(0xFFE58A), QColor(0xC5EDBE), QColor(0xC4E1FA), QColor(0xF9D0E0)};
    tokens.markLines = {QColor(0xB98A00), QColor(0x3F8F35), QColor(0x2F76B5), QColor(0xB84A7C)};
    tokens.markText = QColor(0x15201B);
    tokens.miss = QColor(0xA5341F);
    tokens.missTint = QColor(0xFAE7E1);
    tokens.track = QColor(0xE2E9E5);
    tokens.seg = QColor(0xC3CDC8);
    tokens.bar2 = QColor(0x9CCBB4);
    tokens.softBadge = QColor(0xDEE6E2);
    tokens.softLine = QColor(0xB4C1BB);
    tokens.inkBadge = QColor(0x37463F);
    tokens.inkBadgeText = QColor(0xFFFFFF);
    tokens.heat = {QColor(0xE4EAE7), QColor(0xB9DCCB), QColor(0x7DBB9D), QColor(0x3F916C),
                   QColor(0x17694A)};
    tokens.codeKeyword = QColor(0x17694A);
    tokens.codeString = QColor(0x8A4A08);
    tokens.codeComment = QColor(0x5D6C65);
    return tokens;
}

Tokens makeDark()
{
    Tokens tokens;
    tokens.dark = true;
    tokens.window = QColor(0x131715);
    tokens.panel = QColor(0x191E1B);
    tokens.base = QColor(0x1F2522);
    tokens.sunken = QColor(0x181D1A);
    tokens.soft = QColor(0x28302C);
    tokens.line = QColor(0x323B36);
    tokens.line2 = QColor(0x72817A);
    tokens.text = QColor(0xE3EAE6);
    tokens.muted = QColor(0xA3B0A9);
    tokens.faint = QColor(0x93A19A);
    tokens.accent = QColor(0x6CCB9F);
    tokens.accentHover = QColor(0x86D8B1);
    tokens.onAccent = QColor(0x0B2017);
    tokens.tint = QColor(0x213B30);
    tokens.marks = {QColor(0x5E5013), QColor(0x2A5A2A), QColor(0x1F4B70), QColor(0x662B48)};
    tokens.markLines = {QColor(0xD9B740), QColor(0x7CC576), QColor(0x6FB1E8), QColor(0xE88AB3)};
    tokens.markText = QColor(0xFBF1CC);
    tokens.miss = QColor(0xF2957F);
    tokens.missTint = QColor(0x3C241D);
    tokens.track = QColor(0x333D38);
    tokens.seg = QColor(0x4A5650);
    tokens.bar2 = QColor(0x386B53);
    tokens.softBadge = QColor(0x37423C);
    tokens.softLine = QColor(0x56645D);
    tokens.inkBadge = QColor(0xCBD6D0);
    tokens.inkBadgeText = QColor(0x141A17);
    tokens.heat = {QColor(0x2C3530), QColor(0x22493A), QColor(0x2F6D54), QColor(0x489C78),
                   QColor(0x6CCB9F)};
    tokens.codeKeyword = QColor(0x6CCB9F);
    tokens.codeString = QColor(0xE3B072);
    tokens.codeComment = QColor(0x93A19A);
    return tokens;
}

} // namespace

const Tokens &lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

const Tokens &tokensOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkTokens() : lightTokens();
}

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) {
        palette.setColor(QPalette::Active, role, color);
        palette.setColor(QPalette::Inactive, role, color); // a selection keeps its colour
        palette.setColor(QPalette::Disabled, role, color);
    };
    set(QPalette::Window, tokens.window);
    set(QPalette::Base, tokens.base);
    set(QPalette::AlternateBase, tokens.panel);
    set(QPalette::Button, tokens.base);
    set(QPalette::ToolTipBase, tokens.base);
    set(QPalette::ToolTipText, tokens.text);
    set(QPalette::WindowText, tokens.text);
    set(QPalette::Text, tokens.text);
    set(QPalette::ButtonText, tokens.text);
    set(QPalette::PlaceholderText, tokens.muted);
    set(QPalette::Highlight, tokens.tint);
    set(QPalette::HighlightedText, tokens.text);
    set(QPalette::Link, tokens.accent);
    set(QPalette::LinkVisited, tokens.accent);
    set(QPalette::BrightText, tokens.miss);
    set(QPalette::Light, tokens.base);
    set(QPalette::Midlight, tokens.sunken);
    set(QPalette::Mid, tokens.line);
    set(QPalette::Dark, tokens.line2);
    set(QPalette::Shadow, tokens.line2);
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.line2);
    return palette;
}
