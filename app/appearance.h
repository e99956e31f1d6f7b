// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Settings;

// Which colours the window has. The numbers are stored.
enum class Theme { System = 0, Light = 1, Dark = 2 };

// Colours and type of the whole application, after the settings.
class Appearance final
{
public:
    // Looks at the system's palette, so it must be made before anything replaces that.
    Appearance();

    // `forced` wins over the settings, as the command line does.
    void forceTheme(Theme theme);
    void apply(const Settings &settings) const;

private:
    bool m_systemIsDark;
    bool m_forced = false;
    Theme m_theme = Theme::System;
};
