// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/practice/firststability.h"

#include "tests/support/fsrsvectors.h"
#include "tests/support/reviewlog.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr PerRating<double> usual{0.2, 1, 2, 8};

Fsrs6 defaultModel()
{
    return Fsrs6({Fsrs6::defaultWeights.cbegin(), Fsrs6::defaultWeights.cend()});
}

// As many items as told after each number of days.
std::map<int, RecallCount> delays(const QMap<int, int> &sizes)
{
    std::map<int, RecallCount> made;
    for (auto size = sizes.cbegin(); size != sizes.cend(); ++size)
        made[size.key()] = {size.value(), size.value()};
    return made;
}

QList<int> daysOf(const std::map<int, RecallCount> &delays)
{
    QList<int> days;
    for (const auto &[day, count] : delays)
        days.append(day);
    return days;
}

} // namespace

class TestFirstStability : public QObject
{
    Q_OBJECT

private slots:
    void firstRecalls_countFirstItemsOnly();
    void outliers_areDropped_data();
    void outliers_areDropped();
    void stabilities_agreeWithTheReference();
    void stabilities_stayNearTheUsual();
    void stabilities_areThoseOfTheModelWithoutItems();
    void order_followsTheRatingCountedMore_data();
    void order_followsTheRatingCountedMore();
    void gaps_areFilledInProportion_data();
    void gaps_areFilledInProportion();
};

void TestFirstStability::firstRecalls_countFirstItemsOnly()
{
    const FirstRecalls recalls = firstRecallsOf(historiesOf({{1, 0, Rating::Hard},
                                                             {1, 0, Rating::Again},
                                                             {1, 3, Rating::Again},
                                                             {1, 5, Rating::Good},
                                                             {2, 0, Rating::Hard},
                                                             {2, 3, Rating::Easy},
                                                             {3, 0, Rating::Easy}}));
    QCOMPARE(countsOf(recalls), (PerRating<int>{0, 2, 0, 0}));
    QCOMPARE(recalls[indexOf(Rating::Hard)].at(3).asked, 2);
    QCOMPARE(recalls[indexOf(Rating::Hard)].at(3).recalled, 1);
}

void TestFirstStability::outliers_areDropped_data()
{
    using Sizes = QMap<int, int>;
    QTest::addColumn<Sizes>("sizes");
    QTest::addColumn<Rating>("rating");
    QTest::addColumn<QList<int>>("kept");
    QTest::newRow("nothing") << Sizes{} << Rating::Good << QList<int>{};
    QTest::newRow("19 in all are rare") << Sizes{{1, 19}} << Rating::Good << QList<int>{};
    QTest::newRow("20 are not") << Sizes{{1, 20}} << Rating::Good << QList<int>{1};
    QTest::newRow("the smallest go first")
        << Sizes{{1, 9}, {2, 10}, {3, 11}} << Rating::Good << QList<int>{3};
    QTest::newRow("of alike ones the longest go first")
        << Sizes{{1, 9}, {2, 9}, {3, 9}} << Rating::Good << QList<int>{1};
    QTest::newRow("a twentieth, when that is more")
        << Sizes{{1, 540}, {2, 29}, {3, 31}} << Rating::Good << QList<int>{1, 3};
    QTest::newRow("groups under six go") << Sizes{{1, 40}, {2, 5}, {3, 5}, {4, 5}, {5, 5}, {6, 6}}
                                         << Rating::Good << QList<int>{1, 6};
    QTest::newRow("so do long waits")
        << Sizes{{100, 40}, {101, 40}, {365, 40}} << Rating::Good << QList<int>{100};
    QTest::newRow("longer ones after Easy")
        << Sizes{{101, 40}, {365, 40}, {366, 40}} << Rating::Easy << QList<int>{101, 365};
}

void TestFirstStability::outliers_areDropped()
{
    using Sizes = QMap<int, int>;
    QFETCH(const Sizes, sizes);
    QFETCH(const Rating, rating);
    QFETCH(const QList<int>, kept);
    FirstRecalls recalls;
    recalls[indexOf(rating)] = delays(sizes);
    dropOutliers(recalls);
    QCOMPARE(daysOf(recalls[indexOf(rating)]), kept);
}

void TestFirstStability::stabilities_agreeWithTheReference()
{
    const QJsonObject file = readVectors(u"optimiser.json"_s);
    const QList<double> expected = toNumbers(file[u"initial_stability"_s]);
    FirstRecalls recalls = firstRecallsOf(historiesOf(referenceLog()));
    dropOutliers(recalls);
    const PerRating<double> found =
        firstStabilities(recalls, file[u"mean_recall_kept"_s].toDouble(), defaultModel());
    for (size_t i = 0; i < found.size(); ++i)
        compareNumber(found[i], expected.at(qsizetype(i)), 1e-5, QString::number(i));
}

void TestFirstStability::stabilities_stayNearTheUsual()
{
    FirstRecalls recalls;
    recalls[indexOf(Rating::Good)][2] = {1, 0};
    const double one = firstStabilities(recalls, 0.9, defaultModel())[2];
    recalls[indexOf(Rating::Good)][2] = {100, 0};
    const double hundred = firstStabilities(recalls, 0.9, defaultModel())[2];
    QVERIFY(one < defaultModel().weights().at(2));
    QVERIFY(hundred < one / 2);
}

void TestFirstStability::stabilities_areThoseOfTheModelWithoutItems()
{
    QCOMPARE(firstStabilities({}, 0.9, defaultModel()), firstFour(Fsrs6::defaultWeights));
}

void TestFirstStability::order_followsTheRatingCountedMore_data()
{
    QTest::addColumn<PerRating<double>>("stabilities");
    QTest::addColumn<PerRating<int>>("counts");
    QTest::addColumn<PerRating<double>>("ordered");
    using S = PerRating<double>;
    using N = PerRating<int>;
    QTest::newRow("in order") << S{1, 2, 3, 4} << N{1, 1, 1, 1} << S{1, 2, 3, 4};
    QTest::newRow("the worse rating counted more")
        << S{3, 2, 5, 9} << N{9, 1, 1, 1} << S{3, 3, 5, 9};
    QTest::newRow("the better rating counted more")
        << S{3, 2, 5, 9} << N{1, 9, 1, 1} << S{2, 2, 5, 9};
    QTest::newRow("on and on until all are") << S{3, 5, 2, 1} << N{1, 1, 5, 9} << S{1, 1, 1, 1};
}

void TestFirstStability::order_followsTheRatingCountedMore()
{
    QFETCH(const PerRating<double>, stabilities);
    QFETCH(const PerRating<int>, counts);
    QFETCH(const PerRating<double>, ordered);
    QCOMPARE(orderedStabilities(stabilities, counts, usual), ordered);
}

void TestFirstStability::gaps_areFilledInProportion_data()
{
    QTest::addColumn<int>("known"); // a bit for each rating
    for (int known = 1; known < 16; ++known)
        QTest::addRow("%d%d%d%d", known & 1, known >> 1 & 1, known >> 2 & 1, known >> 3 & 1)
            << known;
}

void TestFirstStability::gaps_areFilledInProportion()
{
    QFETCH(const int, known);
    const PerRating<double> measured{0.5, 1.1, 4, 30};
    PerRating<int> counts{};
    PerRating<double> stabilities{};
    int number = 0;
    for (size_t i = 0; i < counts.size(); ++i) {
        counts[i] = known >> i & 1;
        stabilities[i] = counts[i] ? measured[i] : 0;
        number += counts[i];
    }
    const auto [again, hard, good, easy] = orderedStabilities(stabilities, counts, usual);
    const double hardGap = std::log(hard) - 0.41 * std::log(again) - 0.59 * std::log(good);
    const double goodGap = std::log(good) - 0.46 * std::log(hard) - 0.54 * std::log(easy);
    const bool lowerThree = (known & 7) == 7;
    const bool upperThree = (known & 14) == 14;
    for (size_t i = 0; i < counts.size(); ++i) {
        if (counts[i])
            QCOMPARE((PerRating<double>{again, hard, good, easy})[i], measured[i]);
    }
    if (number == 1) {
        QCOMPARE(easy / again, usual[3] / usual[0]);
        QCOMPARE(good / hard, usual[2] / usual[1]);
        return;
    }
    // Three known ones leave one to follow, from its nearest two.
    if (!lowerThree && known != 11)
        QVERIFY(std::abs(hardGap) < 1e-12);
    if (!upperThree && known != 13)
        QVERIFY(std::abs(goodGap) < 1e-12);
}

QTEST_GUILESS_MAIN(TestFirstStability)
#include "tst_firststability.moc"
