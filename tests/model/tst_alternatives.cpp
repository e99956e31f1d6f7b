// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decks/alternatives.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestAlternatives : public QObject
{
    Q_OBJECT

private slots:
    void alternatives_areWrittenOut_data();
    void alternatives_areWrittenOut();
};

void TestAlternatives::alternatives_areWrittenOut_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no bar") << u"lazy AND NEAR(\"a b\" c, 5)"_s << u"lazy AND NEAR(\"a b\" c, 5)"_s;
    QTest::newRow("loose words") << u"lazy|deferred AND query"_s
                                 << u"(lazy OR deferred) AND query"_s;
    QTest::newRow("phrases") << u"\"n 1\"|\"n plus 1\""_s << u"(\"n 1\" OR \"n plus 1\")"_s;
    QTest::newRow("inside NEAR") << u"NEAR(run|send query, 5)"_s
                                 << u"(NEAR(run query, 5) OR NEAR(send query, 5))"_s;
    QTest::newRow("NEAR without distance") << u"NEAR(a|b c)"_s << u"(NEAR(a c) OR NEAR(b c))"_s;
    QTest::newRow("every combination")
        << u"x OR NEAR(a|\"b c\" d|e, 9)"_s
        << u"x OR (NEAR(a d, 9) OR NEAR(a e, 9) OR NEAR(\"b c\" d, 9) OR NEAR(\"b c\" e, 9))"_s;
    QTest::newRow("in brackets") << u"(a|b) AND (NEAR(c d|e, 2) OR f)"_s
                                 << u"((a OR b)) AND ((NEAR(c d, 2) OR NEAR(c e, 2)) OR f)"_s;
}

void TestAlternatives::alternatives_areWrittenOut()
{
    QFETCH(const QString, written);
    QFETCH(const QString, expected);
    QCOMPARE(writeOutAlternatives(written), expected);
}

QTEST_GUILESS_MAIN(TestAlternatives)
#include "tst_alternatives.moc"
