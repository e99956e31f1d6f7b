// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <ctime>

// Puts the whole process elsewhere for as long as it lives.
class Journey final
{
    Q_DISABLE_COPY_MOVE(Journey)

public:
    explicit Journey(const QByteArray &zone)
        : m_wasSet(qEnvironmentVariableIsSet("TZ"))
        , m_home(qgetenv("TZ"))
    {
        qputenv("TZ", zone);
        tellTheClock();
    }

    ~Journey()
    {
        if (m_wasSet)
            qputenv("TZ", m_home);
        else
            qunsetenv("TZ");
        tellTheClock();
    }

private:
    static void tellTheClock()
    {
#ifdef Q_OS_UNIX
        tzset();
#endif
    }

    bool m_wasSet;
    QByteArray m_home;
};
