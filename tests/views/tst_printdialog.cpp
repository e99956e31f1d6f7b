// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog that prints questions, from the keys that open it to the file on disk.

#include "model/settings.h"
#include "tests/support/windowfixture.h"
#include "views/common/typography.h"
#include "views/print/pagepreview.h"
#include "views/print/printdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLabel>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

class TestPrintDialog : public QObject
{
    Q_OBJECT

private slots:

    void init() { m_fixture = std::make_unique<WindowFixture>(); }

    void printKey_inStudyOffersWhatIsShownAndTheQuestion();
    void printKey_inBookmarksOffersWhatIsTicked();
    void menu_printsFromAnyPage();
    void pages_areMadeWhileTheFirstIsSeen();
    void choice_makesThePagesAnewAndIsRemembered();
    void stop_waitsAndGoesOn();
    void preview_goesFromPageToPage();
    void savePdf_writesTheFile();
    void savePdf_whereNobodyMay_saysSo();
    void print_withoutAPrinter_saysSo();
    void print_cancelled_changesNothing();
    void print_writesThePagesAskedFor();
    void close_whileWriting_leavesNothing();
    void missingQuestion_isSaidAndTheOthersArePrinted();
    void smallWindow_withLargeType_showsEverything();

private:
    // Runs `look` on the dialog that `open` opens, and closes it.
    void inDialog(const std::function<void()> &open,
                  const std::function<void(PrintDialog &)> &look);
    std::unique_ptr<PrintDialog> dialog(int questions);

    template <typename T>
    static T *find(PrintDialog &dialog, const QString &name)
    {
        T *found = dialog.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    static QString message(PrintDialog &dialog)
    {
        auto *banner = dialog.findChild<QWidget *>(u"banner"_s);
        return banner->isVisibleTo(&dialog) ? banner->findChild<QLabel *>()->text() : QString();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestPrintDialog::inDialog(const std::function<void()> &open,
                               const std::function<void(PrintDialog &)> &look)
{
    bool seen = false;
    QTimer::singleShot(0, this, [&] {
        auto *opened = qobject_cast<PrintDialog *>(QApplication::activeModalWidget());
        if (!opened)
            return;
        seen = true;
        look(*opened);
        opened->close();
    });
    open();
    QVERIFY(seen);
}

std::unique_ptr<PrintDialog> TestPrintDialog::dialog(int questions)
{
    const auto all = m_fixture->desk().questions.find({});
    const QuestionSet set{u"All"_s, u"All questions"_s, all.value().ids.mid(0, questions)};
    auto made = std::make_unique<PrintDialog>(m_fixture->desk(), QList{set});
    made->show();
    return made;
}

void TestPrintDialog::printKey_inStudyOffersWhatIsShownAndTheQuestion()
{
    m_fixture->window().openQuestion(m_fixture->question(u"q14"_s));
    inDialog([this] { m_fixture->press(Qt::Key_P, Qt::ControlModifier); },
             [](PrintDialog &dialog) {
                 const int all = 150;
                 QCOMPARE(find<QRadioButton>(dialog, u"printSet0"_s)->text(),
                          u"The %1 shown"_s.arg(all));
                 auto *one = find<QRadioButton>(dialog, u"printSet1"_s);
                 QCOMPARE(one->text(), u"This question"_s);
                 one->click();
                 QTRY_VERIFY(dialog.isComplete());
                 QCOMPARE(dialog.sheet()->job().title(), u"select_related or prefetch_related"_s);
                 QVERIFY(find<QLabel>(dialog, u"printState"_s)->text().startsWith(u"1 question"_s));
             });
}

void TestPrintDialog::printKey_inBookmarksOffersWhatIsTicked()
{
    for (const QString &key : {u"q14"_s, u"q12"_s, u"q16"_s})
        m_fixture->desk().commands.toggleBookmark(m_fixture->question(key), 14);
    m_fixture->settle();
    m_fixture->window().showPage(BookmarksPageIndex);
    m_fixture->press(Qt::Key_Space);
    inDialog([this] { m_fixture->press(Qt::Key_P, Qt::ControlModifier); },
             [](PrintDialog &dialog) {
                 QCOMPARE(find<QRadioButton>(dialog, u"printSet0"_s)->text(), u"The 1 ticked"_s);
                 QCOMPARE(find<QRadioButton>(dialog, u"printSet1"_s)->text(), u"The 3 shown"_s);
                 QCOMPARE(dialog.sheet()->job().title(), u"Bookmarked"_s);
             });
}

void TestPrintDialog::menu_printsFromAnyPage()
{
    m_fixture->window().showPage(GuidePageIndex);
    QAction *entry = nullptr;
    for (QAction *action : m_fixture->window().actions()) {
        if (action->text() == u"Print questions…")
            entry = action;
    }
    QVERIFY(entry);
    inDialog(
        [entry] { entry->trigger(); },
        [](PrintDialog &dialog) { QCOMPARE(dialog.sheet()->job().title(), u"All questions"_s); });
}

void TestPrintDialog::pages_areMadeWhileTheFirstIsSeen()
{
    const auto shown = dialog(150);
    QElapsedTimer clock;
    clock.start();
    qint64 last = 0;
    qint64 longest = 0;
    qint64 first = 0;
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&] {
        longest = qMax(longest, clock.elapsed() - last);
        last = clock.elapsed();
        if (first == 0 && shown->sheet()->job().pageCount() > 0)
            first = last;
    });
    beat.start(0);
    QTRY_VERIFY(shown->sheet()->job().pageCount() > 2);
    QVERIFY(!shown->isComplete()); // two hundred pages are not made in one go
    QVERIFY(!find<QPushButton>(*shown, u"printNow"_s)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(shown->isComplete(), 60'000);
    QVERIFY(find<QPushButton>(*shown, u"printNow"_s)->isEnabled());
    qInfo("%d pages in %lld ms, the first after %lld ms, the window never away for more than "
          "%lld ms",
          shown->sheet()->job().pageCount(), clock.elapsed(), first, longest);
    // The same for writing them.
    shown->chooseFile = [this](const QString &, const QString &) {
        return m_fixture->file(u"deck.pdf"_s);
    };
    longest = 0;
    last = clock.restart();
    last = 0;
    find<QPushButton>(*shown, u"printSave"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!message(*shown).isEmpty(), 60'000);
    qInfo("written in %lld ms, the window never away for more than %lld ms", clock.elapsed(),
          longest);
}

void TestPrintDialog::choice_makesThePagesAnewAndIsRemembered()
{
    {
        const auto shown = dialog(8);
        QTRY_VERIFY(shown->isComplete());
        const int sheet = shown->sheet()->job().pageCount();
        find<QCheckBox>(*shown, u"printAnswers"_s)->click();
        QVERIFY(!shown->isComplete());
        QTRY_VERIFY(shown->isComplete());
        QVERIFY(shown->sheet()->job().pageCount() < sheet);
        find<QRadioButton>(*shown, u"printKind2"_s)->click();
        auto *paper = find<QComboBox>(*shown, u"paperSize"_s);
        paper->setCurrentIndex(1);
        find<QComboBox>(*shown, u"cardsPerPage"_s)->setCurrentIndex(2);
        QTRY_VERIFY(shown->isComplete());
        QCOMPARE(shown->sheet()->job().pageCount(), 4);
        QCOMPARE(shown->sheet()->job().layout().pageSize().id(), QPageSize::Letter);
    }
    const PrintOptions kept = readPrintOptions(m_fixture->desk().settings);
    QCOMPARE(kept.kind, PrintKind::FlashCards);
    QCOMPARE(kept.paper, PaperSize::Letter);
    QCOMPARE(kept.cardsPerPage, 4);
    QVERIFY(!kept.answers);
    QVERIFY(find<QRadioButton>(*dialog(8), u"printKind2"_s)->isChecked());
}

void TestPrintDialog::stop_waitsAndGoesOn()
{
    const auto shown = dialog(150);
    auto *stop = find<QPushButton>(*shown, u"printStop"_s);
    QTRY_VERIFY(shown->sheet()->job().pageCount() > 0);
    QVERIFY(stop->isVisible());
    stop->click();
    const int pages = shown->sheet()->job().pageCount();
    QTest::qWait(100);
    QCOMPARE(shown->sheet()->job().pageCount(), pages);
    QVERIFY(!shown->isComplete());
    stop->click();
    QTRY_VERIFY_WITH_TIMEOUT(shown->isComplete(), 60'000);
    QVERIFY(!stop->isVisible());
}

void TestPrintDialog::preview_goesFromPageToPage()
{
    const auto shown = dialog(10);
    QTRY_VERIFY(shown->isComplete());
    const int pages = shown->sheet()->job().pageCount();
    QVERIFY(pages > 3);
    auto *preview = find<PagePreview>(*shown, u"pagePreview"_s);
    auto *page = find<QSpinBox>(*shown, u"previewPage"_s);
    QCOMPARE(find<QLabel>(*shown, u"previewPages"_s)->text(), u"of %1"_s.arg(pages));
    page->setValue(3);
    QCOMPARE(preview->page(), 2);
    QTest::keyClick(preview, Qt::Key_PageUp);
    QCOMPARE(page->value(), 2);
    QTest::keyClick(preview, Qt::Key_End);
    QCOMPARE(page->value(), pages);
    const int before = preview->percent();
    find<QPushButton>(*shown, u"zoomIn"_s)->click();
    QVERIFY(preview->percent() > before);
    QCOMPARE(page->value(), pages);
    find<QPushButton>(*shown, u"zoomOut"_s)->click();
    QCOMPARE(preview->percent(), before);
}

void TestPrintDialog::savePdf_writesTheFile()
{
    const auto shown = dialog(5);
    QTRY_VERIFY(shown->isComplete());
    QString proposed;
    const QString path = m_fixture->file(u"questions.pdf"_s);
    shown->chooseFile = [&](const QString &name, const QString &) {
        proposed = name;
        return path;
    };
    find<QPushButton>(*shown, u"printSave"_s)->click();
    QTRY_COMPARE(message(*shown), u"Saved to %1."_s.arg(path));
    QCOMPARE(proposed, u"All questions.pdf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    QVERIFY(find<QPushButton>(*shown, u"printSave"_s)->isEnabled());
}

void TestPrintDialog::savePdf_whereNobodyMay_saysSo()
{
    const auto shown = dialog(2);
    QTRY_VERIFY(shown->isComplete());
    const QString path = m_fixture->file(u"missing/questions.pdf"_s);
    shown->chooseFile = [&](const QString &, const QString &) { return path; };
    find<QPushButton>(*shown, u"printSave"_s)->click();
    QTRY_VERIFY2(message(*shown).contains(path), qPrintable(message(*shown)));
    QVERIFY(!QFileInfo::exists(path));
    // Another place works.
    const QString other = m_fixture->file(u"other.pdf"_s);
    shown->chooseFile = [&](const QString &, const QString &) { return other; };
    find<QPushButton>(*shown, u"printSave"_s)->click();
    QTRY_VERIFY(QFileInfo(other).size() > 1000);
}

void TestPrintDialog::print_withoutAPrinter_saysSo()
{
    const auto shown = dialog(2);
    QTRY_VERIFY(shown->isComplete());
    bool asked = false;
    shown->hasPrinter = [] { return false; };
    shown->choosePrinter = [&](QPrinter &) { return asked = true; };
    find<QPushButton>(*shown, u"printNow"_s)->click();
    QVERIFY(!asked);
    QVERIFY2(message(*shown).contains(u"No printer is set up"_s), qPrintable(message(*shown)));
    QVERIFY(message(*shown).contains(u"PDF"_s));
    QVERIFY(find<QPushButton>(*shown, u"printSave"_s)->isEnabled());
}

void TestPrintDialog::print_cancelled_changesNothing()
{
    const auto shown = dialog(2);
    QTRY_VERIFY(shown->isComplete());
    shown->hasPrinter = [] { return true; };
    shown->choosePrinter = [](QPrinter &) { return false; };
    find<QPushButton>(*shown, u"printNow"_s)->click();
    QCOMPARE(message(*shown), QString());
    QVERIFY(shown->isComplete());
    QVERIFY(find<QPushButton>(*shown, u"printNow"_s)->isEnabled());
}

void TestPrintDialog::print_writesThePagesAskedFor()
{
    const auto shown = dialog(8);
    find<QRadioButton>(*shown, u"printKind2"_s)->click();
    QTRY_VERIFY(shown->isComplete());
    const QString path = m_fixture->file(u"printed.pdf"_s);
    shown->hasPrinter = [] { return true; };
    shown->choosePrinter = [&](QPrinter &printer) {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        return true;
    };
    find<QPushButton>(*shown, u"printNow"_s)->click();
    QTRY_COMPARE(message(*shown), u"Sent to %1."_s.arg(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("/Count 2"));
    // At the same place on paper as in a PDF.
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("poppler-utils is not installed, so no PDF can be read");
    const QString saved = m_fixture->file(u"saved.pdf"_s);
    shown->chooseFile = [&](const QString &, const QString &) { return saved; };
    find<QPushButton>(*shown, u"printSave"_s)->click();
    QTRY_VERIFY(QFileInfo::exists(saved));
    const auto places = [](const QString &pdf) {
        QProcess process;
        process.start(u"pdftotext"_s, {u"-bbox"_s, pdf, u"-"_s});
        process.waitForFinished();
        static const QRegularExpression word(u"<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\""_s);
        QList<QPointF> found;
        auto matches = word.globalMatch(QString::fromUtf8(process.readAllStandardOutput()));
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            found.append({match.captured(1).toDouble(), match.captured(2).toDouble()});
        }
        return found;
    };
    const QList<QPointF> printed = places(path);
    const QList<QPointF> expected = places(saved);
    QVERIFY(printed.size() > 50);
    QCOMPARE(printed.size(), expected.size());
    for (qsizetype i = 0; i < printed.size(); ++i)
        QVERIFY((printed.at(i) - expected.at(i)).manhattanLength() < 0.5); // points
}

void TestPrintDialog::close_whileWriting_leavesNothing()
{
    const QString path = m_fixture->file(u"half.pdf"_s);
    {
        const auto shown = dialog(60);
        QTRY_VERIFY_WITH_TIMEOUT(shown->isComplete(), 60'000);
        shown->chooseFile = [&](const QString &, const QString &) { return path; };
        find<QPushButton>(*shown, u"printSave"_s)->click();
        QVERIFY(!find<QPushButton>(*shown, u"printNow"_s)->isEnabled());
        shown->close();
        QTest::qWait(50);
    }
    QVERIFY(!QFileInfo::exists(path));
}

void TestPrintDialog::missingQuestion_isSaidAndTheOthersArePrinted()
{
    const QuestionSet set{u"All"_s, u"Some"_s, {m_fixture->question(u"q14"_s), 123'456'789}};
    PrintDialog shown(m_fixture->desk(), {set});
    shown.show();
    QTRY_VERIFY(shown.isComplete());
    QVERIFY(message(shown).contains(u"no longer in the collection"_s));
    QVERIFY(shown.sheet()->job().pageCount() > 0);
    QVERIFY(find<QPushButton>(shown, u"printSave"_s)->isEnabled());
}

void TestPrintDialog::smallWindow_withLargeType_showsEverything()
{
    m_fixture->desk().settings.set(Setting::interfaceSize, 130);
    applyTypography({false, 130, 15});
    for (int kind = 0; kind < 4; ++kind) {
        m_fixture->desk().settings.set(Setting::printKind, kind);
        const auto shown = dialog(12);
        shown->resize(900, 560);
        QTRY_VERIFY(shown->isComplete());
        QTest::qWait(20); // for the layout
        QCOMPARE(shown->width(), 900);
        const QList<QWidget *> parts = shown->findChildren<QWidget *>();
        for (QWidget *part : parts) {
            if (part->isVisible() &&
                (qobject_cast<QAbstractButton *>(part) || qobject_cast<QComboBox *>(part))) {
                const QRect box(part->mapTo(shown.get(), QPoint()), part->size());
                QVERIFY2(box.left() >= 0 && box.right() < shown->width(),
                         qPrintable(part->objectName()));
                QVERIFY2(part->width() >= part->minimumSizeHint().width(),
                         qPrintable(part->objectName()));
            }
        }
        shown->grab().save(
            QStringLiteral(WOODSHED_BINARY_DIR "/tests/print/dialog-130-%1.png").arg(kind));
    }
    applyTypography({});
}

QTEST_MAIN(TestPrintDialog)
#include "tst_printdialog.moc"
