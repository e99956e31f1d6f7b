// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run.h"

#include "app/appearance.h"
#include "app/commandline.h"
#include "app/mainwindow.h"
#include "app/problemwindow.h"
#include "app/studio.h"
#include "app/tour.h"
#include "model/collection/schema.h"
#include "views/common/woodshedstyle.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextStream>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

void print(FILE *stream, const QString &text)
{
    QTextStream(stream) << text.trimmed() << '\n';
}

QString dataFolder(const CommandLine &line)
{
    return line.dataFolder.isEmpty()
               ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
               : QDir::current().absoluteFilePath(line.dataFolder);
}

// A folder of one's own has its own settings, so that two of them do not disturb each other.
QString settingsPath(const CommandLine &line)
{
    return line.dataFolder.isEmpty() ? QString()
                                     : QDir(dataFolder(line)).filePath(u"settings.ini"_s);
}

int check(const QString &folder)
{
    const QString path = Collection::fileIn(folder);
    if (!QFileInfo::exists(path)) {
        print(stderr,
              QCoreApplication::translate("Check", "There is no collection at %1.").arg(path));
        return 1;
    }
    if (const Status sound = inspectCollection(path); !sound.ok()) {
        print(stderr, sound.error().message);
        return 1;
    }
    const auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database.ok()) {
        print(stderr, database.error().message);
        return 1;
    }
    const auto findings = checkCollection(*database.value());
    if (!findings.ok()) {
        print(stderr, findings.error().message);
        return 1;
    }
    QStringList all = findings.value();
    const auto memory = all.isEmpty() ? checkMemory(*database.value()) : Result<bool>(true);
    if (!memory.ok()) {
        print(stderr, memory.error().message);
        return 1;
    }
    if (!memory.value()) {
        all.append(QCoreApplication::translate(
            "Check", "Memory is not what the review log adds up to. The log itself is kept; "
                     "choose \"Derive memory again\" in the settings."));
    }
    for (const QString &finding : std::as_const(all))
        print(stderr, finding);
    if (!all.isEmpty())
        return 1;
    print(stdout, QCoreApplication::translate("Check", "%1 is sound.").arg(path));
    return 0;
}

int showWindow(const CommandLine &line, const Appearance &appearance, const Desk &desk,
               const std::function<void(QWidget &)> &whenShown)
{
    QuestionId question = 0;
    if (!line.questionKey.isEmpty()) {
        const QString key =
            line.questionKey.contains(u'/') ? line.questionKey : u"django/"_s + line.questionKey;
        question = desk.questions.idOf(key).valueOr(0);
        if (question == 0) {
            print(stderr, QCoreApplication::translate("Run", "There is no question \"%1\".")
                              .arg(line.questionKey));
            return 2;
        }
    }
    MainWindow window(desk, appearance);
    if (question != 0)
        window.openQuestion(question);
    else if (!desk.guide.isWelcomed() && !line.page)
        window.welcome(StudyPageIndex);
    else
        window.showPage(line.page.value_or(qBound(
            int(StudyPageIndex), desk.settings.value(Setting::page), int(ProgressPageIndex))));
    window.show();
    if (whenShown)
        whenShown(window);
    return QApplication::exec();
}

int showProblem(const Error &error, const QString &folder)
{
    print(stderr, error.message);
    ProblemWindow window(error, folder);
    window.show();
    QApplication::exec();
    return 1;
}

} // namespace

int runWoodshed(int argc, char *argv[], const std::function<void(QWidget &)> &whenShown)
{
    using Task = CommandLine::Task;
    QCoreApplication::setApplicationName(u"woodshed"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WOODSHED_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    // What needs no screen does not fail without one.
    const CommandLine early = parseCommandLine(arguments);
    if (early.task == Task::Help || early.task == Task::Version || early.task == Task::Check) {
        const QCoreApplication application(argc, argv);
        if (early.task == Task::Check)
            return check(dataFolder(early));
        print(stdout, early.task == Task::Help
                          ? commandLineHelp()
                          : u"woodshed "_s + QCoreApplication::applicationVersion());
        return 0;
    }

    QApplication::setStyle(new WoodshedStyle); // QApplication owns it
    QApplication application(argc, argv);      // takes its own options away first
    const CommandLine line = parseCommandLine(QApplication::arguments());
    if (line.task == Task::Refuse) {
        print(stderr, line.refusal);
        return 2;
    }
    QTranslator translator; // even English needs one, for its plurals
    if (translator.load(QLocale(), u"woodshed"_s, u"_"_s, u":/i18n"_s) ||
        translator.load(u":/i18n/woodshed_en.qm"_s))
        QApplication::installTranslator(&translator);
    QApplication::setDesktopFileName(u"io.github.woodshed.Woodshed"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/woodshed.svg"_s));
    Appearance appearance;
    if (line.theme)
        appearance.forceTheme(*line.theme);
    if (line.task == Task::Tour)
        return runTour(line.tourFolder, appearance);

    auto studio = Studio::open(dataFolder(line), settingsPath(line));
    if (!studio.ok()) {
        appearance.apply(Settings(settingsPath(line)));
        return showProblem(studio.error(), dataFolder(line));
    }
    const Desk &desk = studio.value()->desk();
    appearance.apply(desk.settings);
    return showWindow(line, appearance, desk, whenShown);
}
