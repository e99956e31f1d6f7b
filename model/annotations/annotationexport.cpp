// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/annotationexport.h"

#include "model/markdown.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(AnnotationExport)
};

// Everything on one question, or one free note.
struct Group
{
    QString title; // with the question's number
    QuestionId question = 0;
    QList<Annotation> annotations; // notes first
};

QList<Group> grouped(const QList<Annotation> &annotations)
{
    QList<Group> groups;
    QHash<QuestionId, qsizetype> places;
    for (const Annotation &annotation : annotations) {
        const QuestionRow &question = annotation.question;
        const auto known = places.constFind(question.id);
        if (question.id != 0 && known != places.cend()) {
            groups[*known].annotations.append(annotation);
            continue;
        }
        places.insert(question.id, groups.size());
        const QString title = annotation.title();
        groups.append({question.id == 0 ? title : u"%1. %2"_s.arg(question.number).arg(title),
                       question.id,
                       {annotation}});
    }
    for (Group &group : groups) {
        std::stable_partition(group.annotations.begin(), group.annotations.end(),
                              [](const Annotation &annotation) { return annotation.isNote(); });
    }
    return groups;
}

// Plain text as Markdown that reads the same. Characters are left alone where they mean nothing,
// such as the underscore in select_related.
QString escapedInLine(QString text)
{
    static const QRegularExpression special(
        u"([\\\\`*\\[\\]<]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=[#\\w]+;))"_s);
    return text.replace(special, u"\\\\1"_s);
}

QString escapedMarkdown(const QString &text)
{
    static const QRegularExpression start(u"^(\\s*)([#>+=~-])"_s,
                                          QRegularExpression::MultilineOption);
    static const QRegularExpression numbered(u"^(\\s*\\d+)([.)])"_s,
                                             QRegularExpression::MultilineOption);
    return escapedInLine(text.trimmed())
        .replace(start, u"\\1\\\\2"_s)
        .replace(numbered, u"\\1\\\\2"_s);
}

// Lines of a quote stay lines: of code, for one.
QString blockQuote(const QString &text)
{
    const QStringList lines = escapedMarkdown(text).split(u'\n');
    return u"> "_s + lines.join(u"  \n> "_s);
}

QString changedText()
{
    return Text::tr("Passage has changed");
}

QString answerTitle()
{
    return Text::tr("The question and its answer");
}

QString dateOf(const QDateTime &when)
{
    return when.isValid() ? when.toString(Qt::ISODate) : QString();
}

QString colorClass(HighlightColor color)
{
    switch (color) {
    case HighlightColor::Yellow: return u"yellow"_s;
    case HighlightColor::Green: return u"green"_s;
    case HighlightColor::Blue: return u"blue"_s;
    case HighlightColor::Pink: return u"pink"_s;
    }
    Q_UNREACHABLE();
}

// Plain text with its lines.
QString escapedHtml(const QString &text)
{
    return text.trimmed().toHtmlEscaped().replace(u'\n', u"<br>\n"_s);
}

constexpr auto htmlHead = R"(<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%1</title>
<style>
:root { --text: #15201b; --muted: #51605a; --base: #ffffff; --sunken: #eff3f1; --line: #d2dad6;
  --mark: #15201b; --yellow: #ffe58a; --green: #c5edbe; --blue: #c4e1fa; --pink: #f9d0e0; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e3eae6; --muted: #a3b0a9; --base: #1f2522; --sunken: #181d1a; --line: #323b36;
    --mark: #fbf1cc; --yellow: #5e5013; --green: #2a5a2a; --blue: #1f4b70; --pink: #662b48; }
}
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: var(--text);
  background: var(--base); font: 1rem/1.6 "IBM Plex Sans", "Open Sans", sans-serif; }
h1, h2, h3 { line-height: 1.3; break-after: avoid; }
section { border-top: 1px solid var(--line); padding-top: .5rem; }
pre, code { font: .9rem/1.5 "IBM Plex Mono", monospace; background: var(--sunken); }
pre { padding: .75rem 1rem; border: 1px solid var(--line); white-space: pre-wrap;
  break-inside: avoid; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line);
  break-inside: avoid; }
mark { color: var(--mark); -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.yellow { background: var(--yellow); } .green { background: var(--green); }
.blue { background: var(--blue); } .pink { background: var(--pink); }
.comment, .changed, summary { color: var(--muted); }
@media print { body { max-width: none; margin: 0; } a { color: inherit; } }
</style>
</head>
<body>
)";

// RFC 4180: a field with a comma, a quote or a line end stands in quotes.
QString csvLine(const QStringList &fields)
{
    QStringList quoted;
    for (QString field : fields) {
        if (!field.isEmpty() && u"=+-@\t\r"_s.contains(field.front()))
            field.prepend(u'\'');
        if (field.contains(u',') || field.contains(u'"') || field.contains(u'\n') ||
            field.contains(u'\r'))
            field = u'"' + field.replace(u'"', u"\"\""_s) + u'"';
        quoted.append(field);
    }
    return quoted.join(u',') + u"\r\n"_s;
}

} // namespace

QString exportFormatTitle(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Markdown: return Text::tr("Markdown");
    case ExportFormat::Html: return Text::tr("HTML");
    case ExportFormat::Pdf: return Text::tr("PDF");
    case ExportFormat::Csv: return Text::tr("CSV");
    }
    Q_UNREACHABLE();
}

QString exportFileSuffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Markdown: return u"md"_s;
    case ExportFormat::Html: return u"html"_s;
    case ExportFormat::Pdf: return u"pdf"_s;
    case ExportFormat::Csv: return u"csv"_s;
    }
    Q_UNREACHABLE();
}

Result<QString> annotationsAsMarkdown(const AnnotationExport &exported)
{
    QString document = u"# %1\n"_s.arg(Text::tr("Notes"));
    const QList<Group> groups = grouped(exported.annotations);
    for (const Group &group : groups) {
        document += u"\n## "_s + escapedInLine(group.title) + u'\n';
        for (const Annotation &annotation : group.annotations) {
            if (annotation.isNote()) {
                document += u'\n' +
                            closedMarkdown(exported.targets.asText(annotation.body().trimmed())) +
                            u'\n';
                continue;
            }
            document += u'\n' + blockQuote(annotation.highlight.anchor.quote) + u'\n';
            if (annotation.hasComment())
                document += u'\n' + escapedMarkdown(annotation.highlight.comment) + u'\n';
            if (exported.store.passageChanged(annotation))
                document += u"\n*"_s + changedText() + u"*\n"_s;
        }
        if (!exported.withAnswers || group.question == 0)
            continue;
        const auto detail = exported.questions.detail(group.question);
        if (!detail.ok())
            return detail.error();
        const Question &question = detail.value().question;
        document += u"\n### %1\n\n"_s.arg(answerTitle()) + question.prompt + u"\n\n"_s +
                    shownAnswer(question) + u'\n';
    }
    return document;
}

Result<QString> annotationsAsHtml(const AnnotationExport &exported)
{
    const QString title = Text::tr("Notes").toHtmlEscaped();
    QString document = QString::fromLatin1(htmlHead).arg(title) + u"<h1>%1</h1>\n"_s.arg(title);
    const QList<Group> groups = grouped(exported.annotations);
    for (const Group &group : groups) {
        document += u"<section>\n<h2>"_s + group.title.toHtmlEscaped() + u"</h2>\n"_s;
        for (const Annotation &annotation : group.annotations) {
            if (annotation.isNote()) {
                document += markdownAsHtml(exported.targets.asText(annotation.body()));
                continue;
            }
            const Highlight &highlight = annotation.highlight;
            document += u"<blockquote>\n<mark class=\""_s + colorClass(highlight.color) + u"\">"_s +
                        escapedHtml(highlight.anchor.quote) + u"</mark>\n"_s;
            if (annotation.hasComment())
                document +=
                    u"<p class=\"comment\">"_s + escapedHtml(highlight.comment) + u"</p>\n"_s;
            if (exported.store.passageChanged(annotation))
                document += u"<p class=\"changed\"><em>"_s + changedText().toHtmlEscaped() +
                            u"</em></p>\n"_s;
            document += u"</blockquote>\n"_s;
        }
        if (exported.withAnswers && group.question != 0) {
            const auto detail = exported.questions.detail(group.question);
            if (!detail.ok())
                return detail.error();
            const Question &question = detail.value().question;
            document += u"<h3>"_s + answerTitle().toHtmlEscaped() + u"</h3>\n"_s +
                        markdownAsHtml(question.prompt) + markdownAsHtml(shownAnswer(question));
        }
        document += u"</section>\n"_s;
    }
    return document + u"</body>\n</html>\n"_s;
}

Result<QString> annotationsAsCsv(const AnnotationExport &exported)
{
    QStringList head{Text::tr("Kind"),    Text::tr("Question"), Text::tr("Title"),
                     Text::tr("Topic"),   Text::tr("Tier"),     Text::tr("Text"),
                     Text::tr("Comment"), Text::tr("Colour"),   changedText(),
                     Text::tr("Changed"), Text::tr("Deleted")};
    if (exported.withAnswers)
        head += {Text::tr("Prompt"), Text::tr("Answer")};
    QString table = QChar(QChar::ByteOrderMark) + csvLine(head);
    QHash<QuestionId, QStringList> answers;
    for (const Annotation &annotation : exported.annotations) {
        const QuestionRow &question = annotation.question;
        const bool free = question.id == 0;
        QStringList fields{
            annotation.isNote() ? Text::tr("Note") : Text::tr("Highlight"),
            free ? QString() : QString::number(question.number),
            annotation.title(),
            question.topicTitle,
            free ? QString() : tierTitle(question.tier),
            annotation.isNote() ? annotation.text : annotation.highlight.anchor.quote,
            annotation.highlight.comment,
            annotation.isNote() ? QString() : highlightColorTitle(annotation.highlight.color),
            exported.store.passageChanged(annotation) ? Text::tr("yes") : QString(),
            dateOf(annotation.modified),
            dateOf(annotation.deleted)};
        if (exported.withAnswers) {
            QStringList &answer = answers[question.id];
            if (answer.isEmpty() && free)
                answer = {{}, {}};
            if (answer.isEmpty()) {
                const auto detail = exported.questions.detail(question.id);
                if (!detail.ok())
                    return detail.error();
                answer = {detail.value().question.prompt, shownAnswer(detail.value().question)};
            }
            fields += answer;
        }
        table += csvLine(fields);
    }
    return table;
}
