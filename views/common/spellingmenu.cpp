// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/spellingmenu.h"

#include "model/annotations/spellchecker.h"
#include "views/common/panes.h"

#include <QCoreApplication>
#include <QMenu>
#include <QTextBlock>
#include <QTextCursor>

namespace {

constexpr int mostSuggestions = 5;

QString translated(const char *text)
{
    return QCoreApplication::translate("SpellingMenu", text);
}

// The word of prose there, selected; nothing selected where there is none.
QTextCursor wordAt(const QTextCursor &at)
{
    QTextCursor word(at);
    word.clearSelection();
    const QTextBlock block = at.block();
    if (block.userState() >= 0 || block.previous().userState() >= 0) // in a fence
        return word;
    const QList<TextRange> words = wordsToCheck(block.text());
    for (const TextRange &range : words) {
        const int place = at.positionInBlock();
        if (range.start <= place && place <= range.start + range.length) {
            word.setPosition(block.position() + int(range.start));
            word.setPosition(block.position() + int(range.start + range.length),
                             QTextCursor::KeepAnchor);
            break;
        }
    }
    return word;
}

} // namespace

void addSpelling(QMenu &menu, SpellChecker &spelling, const QTextCursor &at)
{
    spelling.start();
    QAction *below = menu.actions().value(0);
    QTextCursor cursor = wordAt(at);
    const QString word = cursor.selectedText();
    QList<QAction *> help;
    if (!word.isEmpty() && !spelling.isCorrect(word)) {
        const QStringList suggestions = spelling.suggestions(word, mostSuggestions);
        for (const QString &suggestion : suggestions) {
            auto *replace = new QAction(withoutMnemonic(suggestion), &menu);
            QObject::connect(replace, &QAction::triggered, &menu,
                             [cursor, suggestion]() mutable { cursor.insertText(suggestion); });
            help.append(replace);
        }
        if (suggestions.isEmpty()) {
            auto *none =
                new QAction(translated(QT_TRANSLATE_NOOP("SpellingMenu", "No suggestions")), &menu);
            none->setEnabled(false);
            help.append(none);
        }
        auto *add =
            new QAction(translated(QT_TRANSLATE_NOOP("SpellingMenu", "Add “%1” to dictionary"))
                            .arg(withoutMnemonic(word)),
                        &menu);
        QObject::connect(add, &QAction::triggered, &spelling,
                         [&spelling, word] { spelling.addOwn(word); });
        help.append(add);
    } else if (!word.isEmpty() && spelling.isOwn(word)) {
        auto *remove =
            new QAction(translated(QT_TRANSLATE_NOOP("SpellingMenu", "Remove “%1” from dictionary"))
                            .arg(withoutMnemonic(word)),
                        &menu);
        QObject::connect(remove, &QAction::triggered, &spelling,
                         [&spelling, word] { spelling.removeOwn(word); });
        help.append(remove);
    }
    menu.insertActions(below, help);
    if (!help.isEmpty())
        menu.insertSeparator(below);

    menu.addSeparator();
    QAction *check =
        menu.addAction(translated(QT_TRANSLATE_NOOP("SpellingMenu", "Check spelling")));
    check->setCheckable(true);
    check->setChecked(spelling.isOn());
    QObject::connect(check, &QAction::triggered, &spelling, &SpellChecker::setOn);
    if (spelling.isOn() && !spelling.problem().isEmpty())
        menu.addAction(withoutMnemonic(spelling.problem()))->setEnabled(false);
}
