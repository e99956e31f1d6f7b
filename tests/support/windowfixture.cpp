// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowfixture.h"

#include "views/common/woodshedstyle.h"

#include <QApplication>

using namespace Qt::StringLiterals;

WindowFixture::WindowFixture()
{
    if (m_translator.load(u":/i18n/woodshed_en.qm"_s))
        QApplication::installTranslator(&m_translator);
    QApplication::setStyle(new WoodshedStyle); // QApplication owns it
    m_appearance.forceTheme(Theme::Light);
    open();
}

WindowFixture::~WindowFixture()
{
    m_window.reset();
    m_studio.reset();
}

void WindowFixture::open()
{
    auto studio = Studio::open(m_folder.path(), m_folder.filePath(u"settings.ini"_s));
    if (!studio.ok())
        qFatal("%s", qPrintable(studio.error().message));
    m_studio = std::move(studio).value();
    m_appearance.apply(desk().settings);
    if (!desk().guide.isWelcomed())
        desk().guide.setGoal(desk().guide.goal());
    m_window = std::make_unique<MainWindow>(desk(), m_appearance);
    m_window->showPage(qBound(0, desk().settings.value(Setting::page), int(ProgressPageIndex)));
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window did not open");
}

void WindowFixture::restart()
{
    m_window->close();
    reopen();
}

void WindowFixture::reopen()
{
    m_window.reset();
    m_studio.reset();
    open();
}

void WindowFixture::settle()
{
    if (const Status flushed = desk().collection.writes().flush(); !flushed.ok())
        qFatal("%s", qPrintable(flushed.error().message));
    QTest::qWait(30);
}

QuestionId WindowFixture::question(const QString &key) const
{
    return desk().questions.idOf(u"django/"_s + key).valueOr(0);
}

void WindowFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
    QTest::keyClick(target, key, modifiers);
}

void WindowFixture::type(const QString &text)
{
    for (QChar character : text) {
        QWidget *target = QApplication::focusWidget();
        if (!target)
            qFatal("nothing has the focus");
        QTest::keyClick(target, character.toLatin1());
    }
}
