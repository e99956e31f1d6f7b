// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotations/notelinks.h"

#include "model/collection/sql.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <cmark.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

// A character of the private use area; a note with these in it merely has no links there.
constexpr QChar placeStart(0xE0F0);
constexpr QChar placeEnd(0xE0F1);

constexpr QLatin1StringView questionScheme("question:");

QString titleOf(const LinkTargets::Target &target)
{
    return markdownLiteral(QCoreApplication::translate("LinkTargets", "Question %1: %2")
                               .arg(target.number)
                               .arg(target.title));
}

QList<NoteLink> candidates(const QString &markdown)
{
    static const QRegularExpression form(
        u"(?<!\\\\)(?<!\\[)\\[\\[([A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)?)\\]\\](?![\\](])"_s);
    QList<NoteLink> links;
    for (auto matches = form.globalMatch(markdown); matches.hasNext();) {
        const auto match = matches.next();
        links.append({match.capturedStart(), match.capturedLength(), match.captured(1)});
    }
    return links;
}

// The numbers that stand between place marks in the text, outside code and other links.
QSet<qsizetype> placesInProse(const QString &markdown)
{
    using NodePointer = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
    using IteratorPointer = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;
    static const QRegularExpression place(u"%1(\\d+)%2"_s.arg(placeStart).arg(placeEnd));

    const QByteArray utf8 = markdown.toUtf8();
    const NodePointer document(
        cmark_parse_document(utf8.constData(), size_t(utf8.size()), CMARK_OPT_DEFAULT),
        &cmark_node_free);
    const IteratorPointer iterator(cmark_iter_new(document.get()), &cmark_iter_free);
    QSet<qsizetype> places;
    int links = 0; // that we are inside of
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
            links += event == CMARK_EVENT_ENTER ? 1 : -1;
        if (type != CMARK_NODE_TEXT || links > 0)
            continue;
        const QString text = QString::fromUtf8(cmark_node_get_literal(node));
        for (auto matches = place.globalMatch(text); matches.hasNext();)
            places.insert(matches.next().captured(1).toLongLong());
    }
    return places;
}

} // namespace

QList<NoteLink> noteLinks(const QString &markdown)
{
    if (!markdown.contains(u"[["_s)) // as most notes
        return {};
    const QList<NoteLink> all = candidates(markdown);
    if (all.isEmpty() || markdown.contains(placeStart))
        return {};
    // What is code is for a real parser to say, and it does not tell columns: so each candidate
    // becomes a number that can be seen again in what was parsed.
    QString marked;
    qsizetype copied = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        marked += QStringView(markdown).sliced(copied, all.at(i).start - copied);
        marked += placeStart + QString::number(i) + placeEnd;
        copied = all.at(i).start + all.at(i).length;
    }
    marked += QStringView(markdown).sliced(copied);
    const QSet<qsizetype> places = placesInProse(marked);
    QList<NoteLink> links;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (places.contains(i))
            links.append(all.at(i));
    }
    return links;
}

QString replaceNoteLinks(const QString &markdown,
                         const std::function<QString(const QString &key)> &by)
{
    QString replaced;
    qsizetype copied = 0;
    const QList<NoteLink> links = noteLinks(markdown);
    for (const NoteLink &link : links) {
        const QString text = by(link.key);
        if (text.isNull())
            continue;
        replaced += QStringView(markdown).sliced(copied, link.start - copied);
        replaced += text;
        copied = link.start + link.length;
    }
    replaced += QStringView(markdown).sliced(copied);
    return replaced;
}

QString markdownLiteral(const QString &text)
{
    static const QRegularExpression special(u"([\\\\`*_\\[\\]<>~&|#!])"_s);
    return QString(text).replace(special, u"\\\\1"_s);
}

Result<LinkTargets> LinkTargets::read(const Database &database, QuestionId question)
{
    LinkTargets read;
    auto targets = readRows(
        database,
        u"SELECT id, key, number, title, retired FROM question WHERE kind <> 'drill' OR id = ?"
        " ORDER BY number, id"_s,
        {question}, [&](const QSqlQuery &row) {
            const QString key = row.value(1).toString();
            Target target{row.value(0).toLongLong(), key.section(u'/', 0, 0),
                          key.section(u'/', 1),      row.value(2).toInt(),
                          row.value(3).toString(),   row.value(4).toBool()};
            if (target.id == question)
                read.m_deck = target.deck;
            return target;
        });
    if (!targets.ok())
        return targets.error();
    read.m_targets = std::move(targets).value();
    return read;
}

const LinkTargets::Target *LinkTargets::find(const QString &key) const
{
    const QString deck = key.contains(u'/') ? key.section(u'/', 0, 0) : QString();
    const QString inside = key.section(u'/', -1);
    const Target *found = nullptr;
    for (const Target &target : m_targets) {
        if (target.key != inside || (!deck.isEmpty() && target.deck != deck))
            continue;
        if (!deck.isEmpty() || target.deck == m_deck)
            return &target;
        if (!found)
            found = &target;
    }
    return found;
}

QList<LinkTargets::Target> LinkTargets::matches(const QString &text, int limit) const
{
    const QString typed = text.trimmed().toCaseFolded();
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    // 0 for the very key or number, 1 for the beginning of one, 2 for words that begin so in the
    // title, 3 for words anywhere in it, -1 for none of these.
    const auto rank = [&](const Target &target) {
        const QString number = QString::number(target.number);
        if (typed == target.key || typed == number || typed == target.deck + u'/' + target.key)
            return 0;
        if (target.key.startsWith(typed) || number.startsWith(typed))
            return 1;
        const QString title = target.title.toCaseFolded();
        int worst = 2;
        for (const QString &word : words) {
            qsizetype at = title.indexOf(word);
            if (at < 0)
                return -1;
            while (at > 0 && title.at(at - 1).isLetterOrNumber()) {
                at = title.indexOf(word, at + 1);
                if (at < 0)
                    worst = 3;
            }
        }
        return worst;
    };
    QList<Target> ranked[4];
    for (const Target &target : m_targets) {
        const int at = target.retired ? -1 : rank(target);
        if (at >= 0 && ranked[at].size() < limit)
            ranked[at].append(target);
    }
    return (ranked[0] + ranked[1] + ranked[2] + ranked[3]).mid(0, limit);
}

QString LinkTargets::keyFor(const Target &target) const
{
    const Target *meant = find(target.key);
    return meant && meant->id == target.id ? target.key : target.deck + u'/' + target.key;
}

QString LinkTargets::withTitles(const QString &markdown) const
{
    return replaceNoteLinks(markdown, [this](const QString &key) {
        const Target *target = find(key);
        return target ? u"[%1](%2%3)"_s.arg(titleOf(*target), questionScheme).arg(target->id)
                      : QString();
    });
}

QString LinkTargets::asText(const QString &markdown) const
{
    return replaceNoteLinks(markdown, [this](const QString &key) {
        const Target *target = find(key);
        return target ? titleOf(*target) : QString();
    });
}

QuestionId LinkTargets::questionOf(const QString &target) const
{
    if (target.startsWith(questionScheme))
        return target.sliced(questionScheme.size()).toLongLong();
    const Target *found = target.contains(u':') ? nullptr : find(target);
    return found ? found->id : 0;
}
