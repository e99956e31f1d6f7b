// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/questions/spelling.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace {

// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment) that turn
// `a` into `b`; gives up, with a number above `limit`, as soon as it is clear that there are more.
int distance(QStringView a, QStringView b, int limit)
{
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    const auto width = size_t(b.size()) + 1;
    std::vector<int> beforeLast(width);
    std::vector<int> last(width);
    std::vector<int> current(width);
    for (size_t j = 0; j < width; ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        current[0] = int(i);
        int best = current[0];
        for (size_t j = 1; j < width; ++j) {
            const QChar left = a.at(i - 1);
            const QChar right = b.at(qsizetype(j) - 1);
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + (left != right)});
            if (i > 1 && j > 1 && left == b.at(qsizetype(j) - 2) && a.at(i - 2) == right)
                current[j] = std::min(current[j], beforeLast[j - 2] + 1);
            best = std::min(best, current[j]);
        }
        if (best > limit)
            return limit + 1;
        beforeLast.swap(last);
        last.swap(current);
    }
    return last[width - 1];
}

const KnownWord *nearest(const QString &word, const QList<KnownWord> &vocabulary)
{
    int limit = word.size() <= 4 ? 1 : 2;
    const KnownWord *found = nullptr;
    for (const KnownWord &known : vocabulary) {
        const int slips = distance(word, known.word, limit);
        const bool closer = slips < limit || (slips == limit && !found);
        const bool commoner = found && slips == limit && known.questions > found->questions;
        if (closer || commoner) {
            found = &known;
            limit = slips;
        }
    }
    return found;
}

} // namespace

QString correctSpelling(const QStringList &words, const QList<KnownWord> &vocabulary)
{
    QStringList corrected;
    for (const QString &word : words) {
        const bool known =
            std::any_of(vocabulary.cbegin(), vocabulary.cend(),
                        [&](const KnownWord &entry) { return entry.word.startsWith(word); });
        const KnownWord *neighbour = known ? nullptr : nearest(word, vocabulary);
        if (!known && !neighbour)
            return {};
        corrected.append(known ? word : neighbour->word);
    }
    return corrected == words ? QString() : corrected.join(u' ');
}
