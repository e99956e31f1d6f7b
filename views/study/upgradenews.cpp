// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/study/upgradenews.h"

#include "model/decks/deckinstaller.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

// The context of this file's translations.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(UpgradeNews)
};

} // namespace

QString upgradeNews(const Installation &installation)
{
    if (installation.outcome != Installation::Outcome::Upgraded)
        return {};
    QStringList news;
    if (installation.changed > 0)
        news.append(Text::tr("%n question(s) changed", nullptr, installation.changed));
    if (installation.added > 0)
        news.append(Text::tr("%n new question(s)", nullptr, installation.added));
    if (installation.retired > 0)
        news.append(Text::tr("%n question(s) gone", nullptr, installation.retired));
    if (news.isEmpty())
        return {};
    const QString sentence = Text::tr("%1 is now version %2: %3.")
                                 .arg(installation.title, installation.version, news.join(u", "_s));
    return installation.retired == 0 ? sentence
                                     : sentence + u' ' + Text::tr("What you have work on is kept.");
}
