// SPDX-License-Identifier: GPL-3.0-or-later
// Time per keystroke of searching the bundled deck: finding, and reading the first screenful of
// rows, while phrases are typed letter by letter. The floor is the same with an empty search box.
//
// usage: bench_search [REPEATS]

#include "app/studio.h"
#include "figures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype screenful = 16;

double milliseconds(const QuestionStore &questions, const QString &text)
{
    QElapsedTimer timer;
    timer.start();
    const auto matches =
        questions.find({text, {}, 0, QuestionFilter::State::Any, QuestionFilter::Sort::Number});
    if (!matches.ok())
        qFatal("%s", qPrintable(matches.error().detail));
    const auto rows = questions.rows(matches.value().ids.mid(0, screenful), SearchQuery(text));
    if (!rows.ok())
        qFatal("%s", qPrintable(rows.error().detail));
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const int repeats = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 20;
    const QTemporaryDir folder;
    const auto studio = Studio::open(folder.path(), folder.filePath(u"settings.ini"_s));
    if (!studio.ok()) {
        out << studio.error().message << '\n';
        return 1;
    }
    const QuestionStore &questions = studio.value()->desk().questions;
    const QStringList phrases{u"select_related"_s,   u"n+1 query"_s,
                              u"csrf token"_s,       u"when does a queryset run"_s,
                              u"middleware order"_s, u"\"many to many\""_s,
                              u"prefech"_s,          u"a"_s};
    QList<double> floor;
    QList<double> keys;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        for (const QString &phrase : phrases) {
            for (qsizetype length = 1; length <= phrase.size(); ++length) {
                floor.append(milliseconds(questions, {}));
                keys.append(milliseconds(questions, phrase.left(length)));
            }
        }
    }
    const Figures floorFigures = figuresOf(floor);
    const Figures keyFigures = figuresOf(keys);
    out << "search, per keystroke on " << questions.count().valueOr(0) << " questions, "
        << keys.size() << " keys\n";
    out << "  empty box   " << describe(floorFigures, u"ms"_s) << "   ratio 1.00\n";
    out << "  typing      " << describe(keyFigures, u"ms"_s) << "   ratio "
        << QString::number(keyFigures.median / floorFigures.median, 'f', 2) << '\n';
    return 0;
}
