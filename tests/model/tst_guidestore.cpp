// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/guidestore.h"

#include "model/collection/sql.h"
#include "model/questions/questionstore.h"
#include "tests/support/modelfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestGuideStore : public QObject
{
    Q_OBJECT

private slots:
    void levels_comeWithTheirTopicsAndTiers();
    void entries_comeInOrder();
    void mustStudyCount_isOfTheTiers();
    void goal_isKept();
    void goalWithoutDate_isKept();
    void nonsenseInTheFile_staysWithinBounds();
    void noNumberOfMinutes_isTheUsualOne();
    void topics_countWhatIsReadAndPractised();
};

void TestGuideStore::levels_comeWithTheirTopicsAndTiers()
{
    CollectionFixture fixture;
    const GuideStore guide(fixture.collection());
    const auto levels = guide.levels();
    VERIFY_OK(levels);
    QCOMPARE(levels.value().size(), 1);
    const Level &level = levels.value().constFirst();
    QCOMPARE(level.key, u"sample/fresher"_s);
    QCOMPARE(level.topics, QStringList{u"sample/orm"_s});
    QCOMPARE(level.tiers, QList{Tier::Basic});
    QCOMPARE(level.hours, u"40 hours"_s);
    QCOMPARE(level.focus, (QStringList{u"Models"_s, u"Views"_s}));
    QCOMPARE(level.interview, (QList<int>{2, 1, 0, 1}));
}

void TestGuideStore::entries_comeInOrder()
{
    CollectionFixture fixture;
    const auto entries = GuideStore(fixture.collection()).entries();
    VERIFY_OK(entries);
    QCOMPARE(entries.value().size(), 2);
    QCOMPARE(entries.value().at(0).kind, GuideEntry::Kind::Tip);
    QCOMPARE(entries.value().at(1).url, u"https://docs.djangoproject.com/en/5.2/"_s);
}

void TestGuideStore::mustStudyCount_isOfTheTiers()
{
    CollectionFixture fixture;
    const GuideStore guide(fixture.collection());
    QCOMPARE(guide.mustStudyCount({Tier::Basic}).value(), 3);
    QCOMPARE(guide.mustStudyCount({Tier::Basic, Tier::Scenario}).value(), 4);
    QCOMPARE(guide.mustStudyCount({}).value(), 0);
}

void TestGuideStore::goal_isKept()
{
    CollectionFixture fixture;
    const Goal goal{u"sample/fresher"_s, QDate(2031, 2, 3), 45};
    {
        GuideStore guide(fixture.collection());
        VERIFY_OK(guide.load());
        QVERIFY(!guide.isWelcomed());
        QCOMPARE(guide.goal().level, u"sample/fresher"_s); // the middle one, until somebody chooses
        QSignalSpy changed(&guide, &GuideStore::goalChanged);
        guide.setGoal(goal);
        guide.setGoal(goal);
        QCOMPARE(changed.size(), 1);
        QVERIFY(guide.isWelcomed());
    }
    fixture.reopen();
    GuideStore guide(fixture.collection());
    VERIFY_OK(guide.load());
    QVERIFY(guide.isWelcomed());
    QCOMPARE(guide.goal(), goal);
}

void TestGuideStore::goalWithoutDate_isKept()
{
    CollectionFixture fixture;
    GuideStore(fixture.collection()).setGoal({u"sample/fresher"_s, {}, 20});
    fixture.reopen();
    GuideStore guide(fixture.collection());
    VERIFY_OK(guide.load());
    QVERIFY(!guide.goal().interview.isValid());
}

void TestGuideStore::nonsenseInTheFile_staysWithinBounds()
{
    CollectionFixture fixture;
    fixture.collection().writes().submit([](const Database &database) {
        return executeScript(database, "INSERT INTO setting VALUES ('goal/level', 'sample/gone');"
                                       "INSERT INTO setting VALUES ('goal/minutes', '-5');"
                                       "INSERT INTO setting VALUES ('goal/weekdays',"
                                       " '30 x -9 9999 0 many -1');"
                                       "INSERT INTO setting VALUES ('goal/interview', 'soon');");
    });
    VERIFY_OK(fixture.collection().writes().flush());
    GuideStore guide(fixture.collection());
    VERIFY_OK(guide.load());
    QCOMPARE(guide.goal().minutes, fewestMinutes);
    QVERIFY(!guide.goal().interview.isValid());
    QCOMPARE(guide.goal().level, u"sample/fresher"_s); // the middle one of those there are
    QVERIFY(guide.isWelcomed());
    const int usual = Goal::asUsual;
    QCOMPARE(guide.goal().weekdays,
             (std::array{30, usual, usual, mostMinutesOnAWeekday, 0, usual, usual}));
}

void TestGuideStore::noNumberOfMinutes_isTheUsualOne()
{
    CollectionFixture fixture;
    fixture.collection().writes().submit([](const Database &database) {
        return executeScript(database, "INSERT INTO setting VALUES ('goal/minutes', 'plenty');");
    });
    VERIFY_OK(fixture.collection().writes().flush());
    GuideStore guide(fixture.collection());
    VERIFY_OK(guide.load());
    QCOMPARE(guide.goal().minutes, Goal().minutes);
    QVERIFY(!guide.isWelcomed());
}

void TestGuideStore::topics_countWhatIsReadAndPractised()
{
    CollectionFixture fixture;
    fixture.collection().writes().submit([](const Database &database) {
        return executeScript(
            database,
            "INSERT INTO reading SELECT 'r' || id, id, 0, 0, NULL FROM question WHERE number = 1;"
            "INSERT INTO memory SELECT id, 1, 0, 5, 2, 0, 1, 0, 3, 1, 1, 1, 2, 0 FROM question"
            " WHERE number = 2;");
    });
    VERIFY_OK(fixture.collection().writes().flush());
    const QuestionStore questions(fixture.database());
    const TopicRow orm = questions.topics().value().constFirst();
    QCOMPARE(orm.questions, 2);
    QCOMPARE(orm.practised, 1);
    QCOMPARE(orm.read, 2); // who practised has read
    const TopicRow basic = questions.topics({Tier::Basic}).value().constFirst();
    QCOMPARE(basic.questions, 1);
    QCOMPARE(basic.practised, 0);
    QCOMPARE(basic.read, 1);
}

QTEST_GUILESS_MAIN(TestGuideStore)
#include "tst_guidestore.moc"
