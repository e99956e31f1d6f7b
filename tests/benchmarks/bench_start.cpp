// SPDX-License-Identifier: GPL-3.0-or-later
// Time from starting the process to its first frame, for a bare Qt window and for Woodshed, by
// turns in one run: only the ratio means anything, because absolute times drift with the machine.
//
// usage: bench_start [ROUNDS]

#include "figures.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <chrono>

using namespace Qt::StringLiterals;

namespace {

// Milliseconds; negative when the program did not report.
double timeToFirstFrame(const QString &program, const QStringList &arguments)
{
    const auto before = std::chrono::steady_clock::now().time_since_epoch();
    QProcess process;
    process.start(QDir(QCoreApplication::applicationDirPath()).filePath(program), arguments);
    if (!process.waitForFinished(30'000))
        return -1;
    const qint64 frame = process.readAllStandardOutput().trimmed().toLongLong();
    const qint64 start = std::chrono::nanoseconds(before).count();
    return frame > 0 ? double(frame - start) / 1e6 : -1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const int rounds = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 15;
    const QTemporaryDir folder;
    QList<double> bare;
    QList<double> first;
    QList<double> later;
    for (int round = -1; round < rounds; ++round) {
        const QString fresh = folder.filePath(u"fresh%1"_s.arg(round));
        const QString used = folder.filePath(u"used"_s);
        const double times[] = {
            timeToFirstFrame(u"frame_bare"_s, {}),
            timeToFirstFrame(u"frame_woodshed"_s, {u"--data-dir"_s, used}),
            timeToFirstFrame(u"frame_woodshed"_s, {u"--data-dir"_s, fresh}),
        };
        if (times[0] < 0 || times[1] < 0 || times[2] < 0) {
            out << "a window did not come up\n";
            return 1;
        }
        if (round < 0)
            continue; // warms the caches, and installs the deck in `used`
        bare.append(times[0]);
        later.append(times[1]);
        first.append(times[2]);
    }
    const Figures floor = figuresOf(bare);
    out << "start, to the first frame, " << rounds << " rounds\n";
    out << "  bare Qt window   " << describe(floor, u"ms"_s) << "   ratio 1.00\n";
    for (const auto &[name, samples] :
         {std::pair{"woodshed        ", later}, std::pair{"  first start   ", first}}) {
        const Figures figures = figuresOf(samples);
        out << "  " << name << " " << describe(figures, u"ms"_s) << "   ratio "
            << QString::number(figures.median / floor.median, 'f', 2) << '\n';
    }
    return 0;
}
