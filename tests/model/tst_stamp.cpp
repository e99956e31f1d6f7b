// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/collection/stamp.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class TestStamp : public QObject
{
    Q_OBJECT

private slots:
    void newUid_isAVersion7Uuid();
    void newUid_holdsTheTime();
    void newUid_isUnique();
};

void TestStamp::newUid_isAVersion7Uuid()
{
    static const QRegularExpression form(
        u"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    for (int i = 0; i < 1000; ++i) {
        const QString uid = newUid();
        QVERIFY2(form.match(uid).hasMatch(), qPrintable(uid));
    }
}

void TestStamp::newUid_holdsTheTime()
{
    const qint64 before = currentTime();
    const QString uid = newUid();
    const qint64 after = currentTime();
    const qint64 time = (uid.left(8) + uid.mid(9, 4)).toLongLong(nullptr, 16);
    QVERIFY(time >= before);
    QVERIFY(time <= after);
}

void TestStamp::newUid_isUnique()
{
    QSet<QString> uids;
    for (int i = 0; i < 10000; ++i)
        uids.insert(newUid());
    QCOMPARE(uids.size(), 10000);
}

QTEST_GUILESS_MAIN(TestStamp)
#include "tst_stamp.moc"
