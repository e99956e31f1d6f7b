// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everySetting_hasItsDefaultAndIsKept();
    void nonsenseInTheFile_givesTheDefault();
    void unknownKeys_areKept();

private:
    QString path() const { return m_folder->filePath(u"settings.ini"_s); }

    // Stores something other than the default and reads it in the next run.
    template <typename T>
    void roundTrip(const SettingKey<T> &key, const T &value)
    {
        QVERIFY2(Settings(path()).value(key) != value, key.name);
        {
            Settings settings(path());
            settings.set(key, value);
        }
        QVERIFY2(Settings(path()).value(key) == value, key.name);
        ++m_tested;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_tested = 0;
};

void TestSettings::everySetting_hasItsDefaultAndIsKept()
{
    roundTrip(Setting::theme, 2);
    roundTrip(Setting::systemFonts, true);
    roundTrip(Setting::interfaceSize, 130);
    roundTrip(Setting::readingSize, 18);
    roundTrip(Setting::alwaysShowAnswers, true);
    roundTrip(Setting::highlightColor, 2);
    roundTrip(Setting::checkSpelling, false);
    roundTrip(Setting::answerMode, 1);
    roundTrip(Setting::showTimer, false);
    roundTrip(Setting::codeMayRun, true);
    roundTrip(Setting::printKind, 1);
    roundTrip(Setting::printPaper, 1);
    roundTrip(Setting::printAnswers, false);
    roundTrip(Setting::printKeyPoints, false);
    roundTrip(Setting::printNotes, false);
    roundTrip(Setting::printHighlights, true);
    roundTrip(Setting::printSources, true);
    roundTrip(Setting::printTierAndTopic, false);
    roundTrip(Setting::printTickBoxes, false);
    roundTrip(Setting::printCardsPerPage, 4);
    roundTrip(Setting::printCutMarks, false);
    roundTrip(Setting::printFlip, 1);
    roundTrip(Setting::printExamParts, 2);
    roundTrip(Setting::printAnswerSpace, 0);
    roundTrip(Setting::printMinutes, 45);
    roundTrip(Setting::printPoints, 5);
    roundTrip(Setting::printKeyAnswers, false);
    roundTrip(Setting::exportFormat, 2);
    roundTrip(Setting::page, 3);
    roundTrip(Setting::question, qlonglong(5'000'000'000));
    roundTrip(Setting::geometry, QByteArray("\0\x01\xff", 3));
    roundTrip(Setting::studySplitter, QByteArray("study"));
    roundTrip(Setting::marginSplitter, QByteArray("margin"));
    roundTrip(Setting::notesSplitter, QByteArray("notes"));
    roundTrip(Setting::bookmarksSplitter, QByteArray("bookmarks"));
    roundTrip(Setting::filterText, u"naïve \"quote\", comma"_s);
    roundTrip(Setting::filterTier, 2);
    roundTrip(Setting::filterTopic, qlonglong(7));
    roundTrip(Setting::filterState, 1);
    roundTrip(Setting::filterSort, 3);
    // A setting that is added and not tested here shows as a difference.
    QFile header(QStringLiteral(WOODSHED_SOURCE_DIR) + u"/model/settings.h"_s);
    QVERIFY(header.open(QIODevice::ReadOnly));
    QCOMPARE(m_tested, int(header.readAll().count("inline constexpr SettingKey")));
}

void TestSettings::nonsenseInTheFile_givesTheDefault()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[look]\nreadingSize=@Invalid()\n");
    file.close();
    QCOMPARE(Settings(path()).value(Setting::readingSize), 15);
}

void TestSettings::unknownKeys_areKept()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[future]\nkey=value\n");
    file.close();
    {
        Settings settings(path());
        settings.set(Setting::theme, 1);
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("key=value"));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
