// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/reviewhistory.h"

#include <QHash>

#include <algorithm>

namespace {

struct Latest
{
    size_t history = 0;
    int day = 0;
};

} // namespace

std::vector<ReviewHistory> historiesOf(const QList<LoggedReview> &log)
{
    std::vector<ReviewHistory> histories;
    QHash<QuestionId, Latest> latest;
    int items = 0;
    for (const LoggedReview &review : log) {
        const auto known = latest.find(review.question);
        if (known == latest.end()) {
            latest.insert(review.question, {histories.size(), review.day});
            histories.push_back({{0, review.rating}});
            continue;
        }
        const int days = std::max(0, review.day - known->day);
        histories[known->history].push_back({days, review.rating, days > 0 ? items++ : -1});
        known->day = review.day;
    }
    return histories;
}

int itemCount(const std::vector<ReviewHistory> &histories)
{
    int count = 0;
    for (const ReviewHistory &history : histories)
        count += int(std::count_if(history.cbegin(), history.cend(), isItem));
    return count;
}

void weighByRecency(std::vector<ReviewHistory> &histories)
{
    std::vector<HistoryStep *> items;
    for (ReviewHistory &history : histories) {
        for (HistoryStep &step : history) {
            if (isItem(step))
                items.push_back(&step);
        }
    }
    std::sort(items.begin(), items.end(),
              [](const HistoryStep *a, const HistoryStep *b) { return a->item < b->item; });
    const double last = std::max(1.0, double(items.size()) - 1);
    for (size_t i = 0; i < items.size(); ++i) {
        const double age = double(i) / last;
        items[i]->weight = 0.25 + 0.75 * age * age * age;
    }
}
