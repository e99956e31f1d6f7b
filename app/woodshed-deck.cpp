// SPDX-License-Identifier: GPL-3.0-or-later
// The deck compiler: checks deck sources, and turns them into a deck file.

#include "model/decks/deckcompiler.h"
#include "model/decks/decklint.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void complain(const QString &text)
{
    QTextStream(stderr) << text << '\n';
}

// The deck in `folder` if nothing is wrong with it; otherwise says on stderr what is.
std::optional<Deck> readCheckedDeck(const QString &folder)
{
    const DeckSource source = readDeckSource(folder);
    const Result<QList<SourceProblem>> problems = lintDeck(source);
    if (!problems.ok()) {
        complain(problems.error().message);
        return std::nullopt;
    }
    for (const SourceProblem &problem : problems.value())
        complain(folder + u'/' + describe(problem));
    if (!problems.value().isEmpty()) {
        complain(QCoreApplication::translate("woodshed-deck", "%n problem(s) found", nullptr,
                                             int(problems.value().size())));
        return std::nullopt;
    }
    return source.deck;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"woodshed-deck"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WOODSHED_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("woodshed-deck", "Checks and compiles Woodshed decks.\n\n"
                                                     "  woodshed-deck lint SRC\n"
                                                     "  woodshed-deck compile SRC OUT"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"command"_s,
                                 QCoreApplication::translate("woodshed-deck", "lint or compile"));
    parser.addPositionalArgument(
        u"SRC"_s, QCoreApplication::translate("woodshed-deck", "folder with deck.toml"));
    parser.addPositionalArgument(
        u"OUT"_s, QCoreApplication::translate("woodshed-deck", "deck file to write"), u"[OUT]"_s);
    parser.process(application);

    const QStringList arguments = parser.positionalArguments();
    const QString command = arguments.value(0);
    const bool understood = (command == u"lint" && arguments.size() == 2) ||
                            (command == u"compile" && arguments.size() == 3);
    if (!understood) {
        complain(parser.helpText());
        return 2;
    }
    const std::optional<Deck> deck = readCheckedDeck(arguments.at(1));
    if (!deck)
        return 1;
    if (command == u"compile") {
        if (const Status done = compileDeck(*deck, arguments.at(2)); !done.ok()) {
            complain(done.error().message);
            return 1;
        }
    }
    return 0;
}
