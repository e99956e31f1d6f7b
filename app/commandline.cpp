// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

// The context of this file's translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// The place of `name` in `names`; says in `line` that it must be one of them otherwise.
std::optional<int> choice(const QString &option, const QString &name, const QStringList &names,
                          CommandLine &line)
{
    const auto place = names.indexOf(name);
    if (place >= 0)
        return int(place);
    line.task = CommandLine::Task::Refuse;
    line.refusal = Text::tr("--%1 takes %2, not \"%3\".").arg(option, names.join(u", "_s), name);
    return std::nullopt;
}

// Every option there is; --help lists these and nothing else.
struct Options
{
    QCommandLineOption data{u"data-dir"_s,
                            Text::tr("Keep the collection in DIR instead of the usual place."),
                            u"DIR"_s};
    QCommandLineOption page{u"page"_s,
                            Text::tr("Open on PAGE: study, practice, bookmarks, notes or guide."),
                            u"PAGE"_s};
    QCommandLineOption question{
        u"question"_s, Text::tr("Open the question KEY, such as q14 or django/q14."), u"KEY"_s};
    QCommandLineOption theme{u"theme"_s, Text::tr("Use THEME: system, light or dark."), u"THEME"_s};
    QCommandLineOption tour{
        u"tour"_s, Text::tr("Write a picture of every page and state into DIR, then exit."),
        u"DIR"_s};
    QCommandLineOption check{u"check"_s,
                             Text::tr("Verify the collection and exit: 0 when it is sound, 1 "
                                      "with a report when it is not.")};
    QCommandLineOption help{{u"h"_s, u"help"_s}, Text::tr("Show this help and exit.")};
    QCommandLineOption version{{u"v"_s, u"version"_s}, Text::tr("Show the version and exit.")};

    void addTo(QCommandLineParser &parser) const
    {
        parser.setApplicationDescription(Text::tr("Prepare for technical interviews, offline."));
        parser.addOptions({data, page, question, theme, tour, check, help, version});
    }
};

} // namespace

QString commandLineHelp()
{
    QCommandLineParser parser;
    Options().addTo(parser);
    return parser.helpText();
}

CommandLine parseCommandLine(const QStringList &arguments)
{
    const Options options;
    QCommandLineParser parser;
    options.addTo(parser);
    CommandLine line;
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty()) {
        line.task = CommandLine::Task::Refuse;
        line.refusal = parser.errorText().isEmpty()
                           ? Text::tr("\"%1\" is not an option.")
                                 .arg(parser.positionalArguments().constFirst())
                           : parser.errorText();
        return line;
    }
    line.dataFolder = parser.value(options.data);
    line.tourFolder = parser.value(options.tour);
    line.questionKey = parser.value(options.question);
    if (parser.isSet(options.help))
        line.task = CommandLine::Task::Help;
    else if (parser.isSet(options.version))
        line.task = CommandLine::Task::Version;
    else if (parser.isSet(options.check))
        line.task = CommandLine::Task::Check;
    else if (parser.isSet(options.tour))
        line.task = CommandLine::Task::Tour;
    if (parser.isSet(options.page)) {
        line.page = choice(
            u"page"_s, parser.value(options.page),
            {u"study"_s, u"practice"_s, u"bookmarks"_s, u"notes"_s, u"guide"_s, u"progress"_s},
            line);
    }
    if (parser.isSet(options.theme)) {
        const auto chosen = choice(u"theme"_s, parser.value(options.theme),
                                   {u"system"_s, u"light"_s, u"dark"_s}, line);
        if (chosen)
            line.theme = Theme(*chosen);
    }
    return line;
}
