// SPDX-License-Identifier: GPL-3.0-or-later
// The layers stay apart: model/ sees no screen, views/ holds no SQL and opens no file.
//
// Linking alone would not show it: on Debian, <QtWidgets/QLabel> compiles with Qt Core's flags.

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLayering : public QObject
{
    Q_OBJECT

private slots:
    void layer_doesNotReachBeyondItself_data();
    void layer_doesNotReachBeyondItself();
};

void TestLayering::layer_doesNotReachBeyondItself_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("files");
    QTest::addColumn<QString>("forbidden");

    QTest::newRow("model includes nothing from views or app")
        << u"model"_s << u"*"_s << u"#include \"(views|app|tests)/"_s;
    QTest::newRow("model sees no screen")
        << u"model"_s << u"*"_s
        << u"#include <(Qt(Gui|Widgets|Svg|PrintSupport)/)?Q("
           "Widget|Application|GuiApplication|Dialog|MainWindow|Label|Icon|Color|Palette|Font|"
           "Pixmap|"
           "Image|Painter|TextDocument|Clipboard|DesktopServices|UndoStack|MessageBox|Action)\\b"_s;
    QTest::newRow("model's headers name Qt Sql nowhere but in sql.h")
        << u"model"_s << u"*.h"_s
        << u"#include <(QtSql/)?QSql(?!Query>\n#include <QVariantList>)"_s;
    QTest::newRow("views include nothing from app")
        << u"views"_s << u"*"_s << u"#include \"(app|tests)/"_s;
    QTest::newRow("views hold no SQL")
        << u"views"_s << u"*"_s
        << u"#include <(QtSql/)?QSql|collection/sql\\.h|\"(SELECT|INSERT|UPDATE|DELETE) "_s;
    QTest::newRow("views open no file of the user's")
        << u"views"_s << u"*"_s << u"#include <Q(SaveFile|TextStream|TemporaryFile)>"_s;
    QTest::newRow("no singletons")
        << u"."_s << u"*.h"_s << u"static [A-Za-z]+ ?[*&] ?instance\\("_s;
    QTest::newRow("no string-based connections")
        << u"."_s << u"*.cpp"_s << u"[^_](SIGNAL|SLOT)\\("_s;
    QTest::newRow("nothing left for later")
        << u"."_s << u"*"_s << u"\\b(TO"_s + u"DO|FIX"_s + u"ME|XX"_s + u"X)\\b"_s;
    QTest::newRow("every file says its licence")
        << u"."_s << u"*"_s << u"\\A(?!// SPDX-License-Identifier: GPL-3\\.0-or-later\n)"_s;
}

void TestLayering::layer_doesNotReachBeyondItself()
{
    QFETCH(const QString, folder);
    QFETCH(const QString, files);
    QFETCH(const QString, forbidden);
    const QRegularExpression form(forbidden);
    QVERIFY2(form.isValid(), qPrintable(form.errorString()));
    const QString root = QStringLiteral(WOODSHED_SOURCE_DIR);
    const QStringList folders = folder == u"."
                                    ? QStringList{u"app"_s, u"model"_s, u"views"_s, u"tests"_s}
                                    : QStringList{folder};
    QStringList offences;
    int read = 0;
    for (const QString &each : folders) {
        QDirIterator entries(root + u'/' + each, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString path = entries.next();
            if (!QDir::match(files, entries.fileName()))
                continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto match = form.match(QString::fromUtf8(file.readAll()));
            if (match.hasMatch())
                offences.append(path + u": "_s + match.captured());
            ++read;
        }
    }
    QVERIFY(read > 10);
    QVERIFY2(offences.isEmpty(), qPrintable(offences.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
