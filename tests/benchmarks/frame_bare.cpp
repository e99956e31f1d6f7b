// SPDX-License-Identifier: GPL-3.0-or-later
// The floor for starting: a window with tabs and a label, and nothing else.

#include "firstframe.h"

#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QTabWidget>

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QMainWindow window;
    auto *tabs = new QTabWidget(&window);
    tabs->addTab(new QLabel(QStringLiteral("Bare")), QStringLiteral("Tab"));
    window.setCentralWidget(tabs);
    window.resize(1280, 800);
    window.show();
    reportFirstFrame(window);
    return QApplication::exec();
}
