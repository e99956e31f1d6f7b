// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearance.h"

#include "model/settings.h"
#include "views/common/tokens.h"
#include "views/common/typography.h"

#include <QApplication>

Appearance::Appearance()
    : m_systemIsDark(tokensOf(QApplication::palette()).dark)
{
}

void Appearance::forceTheme(Theme theme)
{
    m_forced = true;
    m_theme = theme;
}

void Appearance::apply(const Settings &settings) const
{
    const Theme theme = m_forced ? m_theme : Theme(settings.value(Setting::theme));
    const bool dark = theme == Theme::System ? m_systemIsDark : theme == Theme::Dark;
    const QPalette palette = paletteOf(dark ? darkTokens() : lightTokens());
    if (palette != QApplication::palette())
        QApplication::setPalette(palette);
    applyTypography({settings.value(Setting::systemFonts),
                     qBound(90, settings.value(Setting::interfaceSize), 130),
                     qBound(13, settings.value(Setting::readingSize), 20)});
}
