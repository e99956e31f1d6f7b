// SPDX-License-Identifier: GPL-3.0-or-later
// Questions on paper: what is on which page, where, and what of it a PDF's reader finds. Leaves the
// PDFs and pictures of their pages in tests/print/ of the build, to be looked at.

#include "tests/support/windowfixture.h"
#include "views/common/typography.h"
#include "views/print/flashcards.h"
#include "views/print/pagewriter.h"
#include "views/print/printsheet.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

constexpr int dots = 75; // an inch, of pictures that are looked at by tests

// PDFs break lines where they like.
QString dense(QString text)
{
    static const QRegularExpression space(u"\\s+"_s);
    return text.remove(space);
}

// What a person reads of Markdown.
QString plain(const QString &markdown)
{
    return dense(PaperText(markdown, points(4000)).plainText());
}

} // namespace

class TestPrint : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();

    void card_liesOnItsBack_data();
    void card_liesOnItsBack();
    void cardsOfTheLastSheet_leaveTheOtherPlacesEmpty_data();
    void cardsOfTheLastSheet_leaveTheOtherPlacesEmpty();
    void cardsFront_andBack_areOfTheSameQuestion();
    void textTooLongForItsRoom_shrinksAndEndsAtAWord_data();
    void textTooLongForItsRoom_shrinksAndEndsAtAWord();

    void heading_isNotLeftAtAFoot();
    void code_staysInOnePieceIfItFits();
    void textOverPages_isDrawnOnce();

    void everyKind_staysWithinItsMargins_data();
    void everyKind_staysWithinItsMargins();
    void everyQuestion_isThereInOrder_data();
    void everyQuestion_isThereInOrder();
    void options_addAndRemoveParts();
    void examPaper_showsNoAnswers_andItsKeyAllOfThem();
    void answerKey_beginsOnAnOddPage();
    void nothing_hasNoPages();
    void oneQuestion_isOnePage_data();
    void oneQuestion_isOnePage();
    void veryLongAnswer_goesOnOverPages();
    void interfaceSize_changesNothingOnPaper();
    void pdf_hasTextAndFontsAndPages_data();
    void pdf_hasTextAndFontsAndPages();

private:
    static QString output(const QString &name);
    static QString run(const QString &program, const QStringList &arguments);
    PrintedQuestion question(const QString &key);
    std::unique_ptr<PrintSheet> make(const PrintOptions &options,
                                     const QList<PrintedQuestion> &questions);
    static QImage picture(const PrintJob &job, int page, int resolution = dots);
    static bool hasInk(const QImage &picture, const QRectF &boxInDots);
    static void writePdf(const PrintJob &job, const QString &path);
    QString textOf(const PrintJob &job, const QString &name, const QStringList &options = {});

    std::unique_ptr<WindowFixture> m_fixture;
    QList<PrintedQuestion> m_deck;
};

void TestPrint::initTestCase()
{
    m_fixture = std::make_unique<WindowFixture>();
    const auto found = m_fixture->desk().questions.find({});
    QVERIFY(found.ok());
    for (const QuestionId id : found.value().ids) {
        const auto read = readPrintedQuestion(m_fixture->desk(), id);
        VERIFY_OK(read);
        m_deck.append(read.value());
    }
    QVERIFY(m_deck.size() > 100);
    QVERIFY(QDir().mkpath(output({})));
}

void TestPrint::cleanup()
{
    applyTypography({});
}

QString TestPrint::output(const QString &name)
{
    return QStringLiteral(WOODSHED_BINARY_DIR) + u"/tests/print/"_s + name;
}

QString TestPrint::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qWarning().noquote() << program << arguments << process.readAllStandardError();
    return QString::fromUtf8(process.readAllStandardOutput());
}

PrintedQuestion TestPrint::question(const QString &key)
{
    for (const PrintedQuestion &each : std::as_const(m_deck)) {
        if (each.detail.question.key == u"django/"_s + key)
            return each;
    }
    qFatal("no %s", qPrintable(key));
}

std::unique_ptr<PrintSheet> TestPrint::make(const PrintOptions &options,
                                            const QList<PrintedQuestion> &questions)
{
    PrintSetup setup;
    setup.options = options;
    setup.title = u"ORM & queries"_s;
    setup.questions = int(questions.size());
    setup.date = QDate(2026, 11, 22);
    setup.highlighter = &m_fixture->desk().highlighter;
    auto sheet = PrintSheet::make(setup);
    for (const PrintedQuestion &each : questions)
        sheet->add(each);
    sheet->finish();
    return sheet;
}

QImage TestPrint::picture(const PrintJob &job, int page, int resolution)
{
    QImage image((job.paper().size() * resolution / dotsPerInch).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    job.drawPage(painter, page, resolution);
    return image;
}

bool TestPrint::hasInk(const QImage &picture, const QRectF &boxInDots)
{
    const QRectF box(boxInDots.topLeft() * dots / dotsPerInch,
                     boxInDots.size() * dots / dotsPerInch);
    const QRect inside = box.toAlignedRect() & picture.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x) {
            if (qGray(picture.pixel(x, y)) < 250)
                return true;
        }
    }
    return false;
}

void TestPrint::writePdf(const PrintJob &job, const QString &path)
{
    QPdfWriter pdf(path);
    pdf.setResolution(dotsPerInch);
    PageWriter writer;
    QSignalSpy finished(&writer, &PageWriter::finished);
    QVERIFY(writer.start(job, pdf, 0, job.pageCount() - 1));
    QVERIFY(finished.wait(60'000));
    QCOMPARE(finished.constFirst().constFirst().toBool(), true);
}

QString TestPrint::textOf(const PrintJob &job, const QString &name, const QStringList &options)
{
    const QString path = output(name + u".pdf"_s);
    writePdf(job, path);
    return run(u"pdftotext"_s, QStringList{u"-raw"_s} + options + QStringList{path, u"-"_s});
}

#define NEED_POPPLER()                                                                             \
    do {                                                                                           \
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())                              \
            QSKIP("poppler-utils is not installed, so no PDF can be read");                        \
    } while (false)

void TestPrint::card_liesOnItsBack_data()
{
    QTest::addColumn<PaperSize>("paper");
    QTest::addColumn<FlipEdge>("flip");
    QTest::addColumn<int>("cards");
    for (const int cards : {8, 6, 4}) {
        QTest::addRow("A4, long edge, %d", cards) << PaperSize::A4 << FlipEdge::Long << cards;
        QTest::addRow("A4, short edge, %d", cards) << PaperSize::A4 << FlipEdge::Short << cards;
        QTest::addRow("Letter, long edge, %d", cards)
            << PaperSize::Letter << FlipEdge::Long << cards;
        QTest::addRow("Letter, short edge, %d", cards)
            << PaperSize::Letter << FlipEdge::Short << cards;
    }
}

// Turning paper about its long edge, which is upright here, mirrors left and right; about its
// short edge, top and bottom.
void TestPrint::card_liesOnItsBack()
{
    QFETCH(const PaperSize, paper);
    QFETCH(const FlipEdge, flip);
    QFETCH(const int, cards);
    PrintOptions options;
    options.kind = PrintKind::FlashCards;
    options.paper = paper;
    options.flip = flip;
    options.cardsPerPage = cards;
    const CardGrid grid(options);
    const QPageLayout layout = pageLayoutOf(options);
    const QSizeF sheet = layout.fullRectPixels(dotsPerInch).size();
    const QRectF inside = QRectF(layout.paintRectPixels(dotsPerInch)).adjusted(-1, -1, 1, 1);
    QCOMPARE(grid.places(), cards);
    for (int place = 0; place < cards; ++place) {
        const QRectF front = grid.front(place);
        const QRectF back = grid.back(place);
        const QRectF through =
            flip == FlipEdge::Long
                ? QRectF(sheet.width() - front.right(), front.top(), front.width(), front.height())
                : QRectF(front.left(), sheet.height() - front.bottom(), front.width(),
                         front.height());
        QVERIFY(qAbs(through.left() - back.left()) < 0.01);
        QVERIFY(qAbs(through.top() - back.top()) < 0.01);
        QCOMPARE(back.size(), front.size());
        QVERIFY(inside.contains(front));
        QVERIFY(inside.contains(back));
        for (int other = 0; other < place; ++other)
            QVERIFY(!grid.front(other).adjusted(1, 1, -1, -1).intersects(front));
    }
}

void TestPrint::cardsOfTheLastSheet_leaveTheOtherPlacesEmpty_data()
{
    QTest::addColumn<FlipEdge>("flip");
    QTest::newRow("long edge") << FlipEdge::Long;
    QTest::newRow("short edge") << FlipEdge::Short;
}

void TestPrint::cardsOfTheLastSheet_leaveTheOtherPlacesEmpty()
{
    QFETCH(const FlipEdge, flip);
    PrintOptions options;
    options.kind = PrintKind::FlashCards;
    options.flip = flip;
    options.cutMarks = false;
    const auto sheet = make(options, m_deck.mid(0, 13)); // 8 and 5
    QCOMPARE(sheet->job().pageCount(), 4);
    const CardGrid grid(options);
    const QImage fronts = picture(sheet->job(), 2);
    const QImage backs = picture(sheet->job(), 3);
    for (int place = 0; place < grid.places(); ++place) {
        QCOMPARE(hasInk(fronts, grid.front(place)), place < 5);
        QCOMPARE(hasInk(backs, grid.back(place)), place < 5);
    }
}

void TestPrint::cardsFront_andBack_areOfTheSameQuestion()
{
    NEED_POPPLER();
    for (const FlipEdge flip : {FlipEdge::Long, FlipEdge::Short}) {
        PrintOptions options;
        options.kind = PrintKind::FlashCards;
        options.flip = flip;
        const QList<PrintedQuestion> questions = m_deck.mid(20, 8);
        const auto sheet = make(options, questions);
        const QString path = output(u"cards-pairs.pdf"_s);
        writePdf(sheet->job(), path);
        const CardGrid grid(options);
        const auto within = [&](int page, const QRectF &box) {
            const auto pixels = [](qreal value) { return QString::number(qRound(value / 4)); };
            const QString number = QString::number(page);
            return dense(run(u"pdftotext"_s,
                             {u"-r"_s, u"150"_s, u"-f"_s, number, u"-l"_s, number, u"-x"_s,
                              pixels(box.x()), u"-y"_s, pixels(box.y()), u"-W"_s,
                              pixels(box.width()), u"-H"_s, pixels(box.height()), path, u"-"_s}));
        };
        for (int place = 0; place < grid.places(); ++place) {
            const Question &asked = questions.at(place).detail.question;
            const QString front = within(1, grid.front(place));
            const QString back = within(2, grid.back(place));
            QVERIFY2(front.contains(plain(asked.prompt)), qPrintable(front));
            QVERIFY2(back.startsWith(QString::number(asked.number) + dense(asked.title)),
                     qPrintable(back));
        }
    }
}

void TestPrint::textTooLongForItsRoom_shrinksAndEndsAtAWord_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<bool>("cut");
    const QString words = u"Some words of *very* different `length()` that go on, and on. "_s;
    QTest::newRow("short") << words << false;
    QTest::newRow("shrinks") << words.repeated(6) << false;
    QTest::newRow("paragraph") << words.repeated(60) << true;
    QTest::newRow("list") << (u"- "_s + words + u'\n').repeated(40) << true;
    QTest::newRow("one word") << u"abcdefghij"_s.repeated(200) << true;
    QTest::newRow("code") << u"```python\n"_s + u"return lengthy_name(argument)\n"_s.repeated(80) +
                                 u"```\n"_s
                          << true;
}

void TestPrint::textTooLongForItsRoom_shrinksAndEndsAtAWord()
{
    QFETCH(const QString, markdown);
    QFETCH(const bool, cut);
    const QSizeF room(points(240), points(120));
    PaperType type;
    type.size = 12;
    const auto text = PaperText::fitted(markdown, room, type, 7);
    QVERIFY(text->height() <= room.height());
    const QString shown = text->plainText();
    QCOMPARE(shown.endsWith(u'…'), cut);
    const QString whole = PaperText(markdown, room.width(), type).plainText();
    if (!cut) {
        QCOMPARE(shown, whole);
        return;
    }
    const QString kept = shown.chopped(1);
    QVERIFY(kept.size() > 100);
    QVERIFY(whole.startsWith(kept));
    const QChar next = whole.at(kept.size());
    QVERIFY2(next.isSpace() || u",;:."_s.contains(next) || !whole.contains(u' '),
             qPrintable(shown.last(20)));
}

void TestPrint::heading_isNotLeftAtAFoot()
{
    PrintJob job(u"x"_s, pageLayoutOf({}));
    const qreal page = job.body().height();
    QStringList drawn;
    const auto piece = [&drawn](const QString &name, qreal height, bool keep) {
        PrintPiece made;
        made.height = height;
        made.gap = points(10);
        made.keepWithNext = keep;
        made.draw = [&drawn, name](QPainter &) { drawn.append(name); };
        return made;
    };
    job.flow({piece(u"a"_s, page * 0.8, false), piece(u"heading"_s, page * 0.1, true),
              piece(u"b"_s, page * 0.2, false), piece(u"c"_s, page * 0.6, false),
              piece(u"second heading"_s, page * 0.05, true), piece(u"d"_s, page * 0.9, false)});
    QCOMPARE(job.pageCount(), 3);
    const QStringList expected[] = {
        {u"a"_s}, {u"heading"_s, u"b"_s, u"c"_s}, {u"second heading"_s, u"d"_s}};
    for (int i = 0; i < 3; ++i) {
        drawn.clear();
        std::ignore = picture(job, i);
        QCOMPARE(drawn, expected[i]);
    }
}

void TestPrint::code_staysInOnePieceIfItFits()
{
    const QString code =
        u"Text before.\n\n```python\n"_s + u"x = 1\n"_s.repeated(30) + u"```\n\nText after.\n"_s;
    const auto text = std::make_shared<PaperText>(code, points(400));
    QCOMPARE(PaperText::pieces(text, points(700)).size(), 3);
    const QList<PrintPiece> split = PaperText::pieces(text, points(200));
    QVERIFY(split.size() > 4);
    qreal total = 0;
    for (const PrintPiece &piece : split) {
        QVERIFY(piece.height <= points(200));
        total += piece.height + piece.gap;
    }
    QVERIFY(qAbs(total - text->height()) < points(1));
}

// A PDF's reader would find what is drawn and hidden, too.
void TestPrint::textOverPages_isDrawnOnce()
{
    NEED_POPPLER();
    PrintedQuestion asked = question(u"q14"_s);
    QString note;
    QStringList words;
    for (int i = 0; i < 3000; ++i) {
        words.append(u"w%1"_s.arg(i, 4, 10, QChar(u'0')));
        note += words.constLast() + (i % 150 == 149 ? u"\n\n"_s : i % 40 == 39 ? u"\n"_s : u" "_s);
    }
    note += u"\n| a | b |\n|---|---|\n"_s;
    for (int i = 0; i < 60; ++i) {
        words.append(u"t%1"_s.arg(i, 4, 10, QChar(u'0')));
        note += u"| cell | %1 |\n"_s.arg(words.constLast());
    }
    note += u"\n```python\n"_s;
    for (int i = 0; i < 120; ++i) {
        words.append(u"c%1"_s.arg(i, 4, 10, QChar(u'0')));
        note += u"%1 = 1\n"_s.arg(words.constLast());
    }
    asked.note = note + u"```\n"_s;
    const auto sheet = make({}, {asked});
    QVERIFY(sheet->job().pageCount() > 5);
    const QString text = textOf(sheet->job(), u"long-note"_s);
    qsizetype from = 0;
    for (const QString &word : std::as_const(words)) {
        QVERIFY2(text.count(word) == 1, qPrintable(word));
        const qsizetype at = text.indexOf(word);
        QVERIFY2(at > from, qPrintable(word));
        from = at;
    }
}

void TestPrint::everyKind_staysWithinItsMargins_data()
{
    QTest::addColumn<PrintKind>("kind");
    QTest::addColumn<PaperSize>("paper");
    const std::pair<const char *, PrintKind> kinds[] = {{"study sheet", PrintKind::StudySheet},
                                                        {"question list", PrintKind::QuestionList},
                                                        {"flash cards", PrintKind::FlashCards},
                                                        {"exam paper", PrintKind::ExamPaper}};
    for (const auto &[name, kind] : kinds) {
        QTest::addRow("%s, A4", name) << kind << PaperSize::A4;
        QTest::addRow("%s, Letter", name) << kind << PaperSize::Letter;
    }
}

void TestPrint::everyKind_staysWithinItsMargins()
{
    QFETCH(const PrintKind, kind);
    QFETCH(const PaperSize, paper);
    PrintOptions options;
    options.kind = kind;
    options.paper = paper;
    options.sources = true;
    options.cutMarks = false;
    QList<PrintedQuestion> questions = m_deck;
    for (PrintedQuestion &each : questions)
        each.note = u"A note with a veryLongNameThatGoesOnAndOn"_s + u"AndOn"_s.repeated(40);
    const auto sheet = make(options, questions);
    const PrintJob &job = sheet->job();
    QVERIFY(job.pageCount() > 4);
    const QRectF whole = job.paper();
    const QRectF inside = job.layout().paintRectPixels(dotsPerInch);
    const qreal pixel = qreal(dotsPerInch) / dots;
    for (int page = 0; page < job.pageCount(); ++page) {
        const QImage image = picture(job, page);
        const QRectF strips[] = {{0, 0, whole.width(), inside.top() - 2 * pixel},
                                 {0, inside.bottom() + 2 * pixel, whole.width(), whole.height()},
                                 {0, 0, inside.left() - 2 * pixel, whole.height()},
                                 {inside.right() + 2 * pixel, 0, whole.width(), whole.height()}};
        for (const QRectF &strip : strips)
            QVERIFY2(!hasInk(image, strip), qPrintable(u"page %1"_s.arg(page)));
        if (kind != PrintKind::FlashCards)
            continue;
        // Nothing on the lines where the cards are cut.
        const CardGrid grid(options);
        const qreal near = millimetres(2.5);
        for (int place = 0; place < grid.places(); ++place) {
            const QRectF card = grid.front(place);
            QVERIFY(!hasInk(image, {card.left() - near, card.top(), 2 * near, card.height()}));
            QVERIFY(!hasInk(image, {card.left(), card.top() - near, card.width(), 2 * near}));
        }
    }
}

void TestPrint::everyQuestion_isThereInOrder_data()
{
    QTest::addColumn<PrintKind>("kind");
    QTest::newRow("study-sheet") << PrintKind::StudySheet;
    QTest::newRow("question-list") << PrintKind::QuestionList;
    QTest::newRow("exam-paper") << PrintKind::ExamPaper;
}

void TestPrint::everyQuestion_isThereInOrder()
{
    NEED_POPPLER();
    QFETCH(const PrintKind, kind);
    PrintOptions options;
    options.kind = kind;
    options.tierAndTopic = false; // beside the prompt, so within its text
    options.parts = ExamParts::Paper;
    QList<PrintedQuestion> questions = m_deck;
    std::reverse(questions.begin(), questions.end());
    const auto sheet = make(options, questions);
    const QString text =
        dense(textOf(sheet->job(), u"whole-deck-"_s + QString::fromUtf8(QTest::currentDataTag())));
    qsizetype from = -1;
    for (const PrintedQuestion &each : std::as_const(questions)) {
        const QString prompt = plain(each.detail.question.prompt).left(30);
        const qsizetype at = text.indexOf(prompt, from + 1);
        QVERIFY2(at > from, qPrintable(prompt));
        from = at;
    }
}

void TestPrint::options_addAndRemoveParts()
{
    NEED_POPPLER();
    PrintedQuestion asked = question(u"q14"_s);
    asked.note = u"Mine own words."_s;
    Highlight highlight;
    highlight.anchor.quote = u"load it ahead"_s;
    highlight.comment = u"Said in the last interview."_s;
    asked.highlights = {highlight};
    PrintOptions all;
    all.highlights = all.sources = true;
    PrintOptions none;
    none.answers = none.keyPoints = none.notes = none.highlights = none.sources = false;
    const QString with = dense(textOf(make(all, {asked})->job(), u"options"_s));
    const QString without = dense(textOf(make(none, {asked})->job(), u"options"_s));
    for (const QString &part :
         {u"Bothcurethesameillness"_s, u"select_related()isanSQLJOIN"_s, u"Mineownwords."_s,
          u"“loaditahead”"_s, u"Saidinthelastinterview."_s,
          u"docs.djangoproject.com/en/5.2/ref/models/querysets/#select-related"_s}) {
        QVERIFY2(with.contains(part), qPrintable(part));
        QVERIFY2(!without.contains(part), qPrintable(part));
    }
    for (const QString &part : {u"Djangointerviewdeck"_s, u"22November2026"_s, u"Page1of1"_s,
                                u"Intermediate·ORM&queries"_s, u"ORM&queriesStudysheet"_s})
        QVERIFY2(without.contains(part), qPrintable(part + u'\n' + without));
}

void TestPrint::examPaper_showsNoAnswers_andItsKeyAllOfThem()
{
    NEED_POPPLER();
    PrintOptions options;
    options.kind = PrintKind::ExamPaper;
    options.parts = ExamParts::Paper;
    const QString paper = dense(textOf(make(options, m_deck)->job(), u"exam-only"_s));
    options.parts = ExamParts::Key;
    const QString key = dense(textOf(make(options, m_deck)->job(), u"key-only"_s));
    int total = 0;
    for (const PrintedQuestion &each : std::as_const(m_deck)) {
        const Question &asked = each.detail.question;
        total += int(asked.keyPoints.size());
        for (const KeyPoint &point : asked.keyPoints) {
            // Over a page's end, head and foot stand between.
            const QString words = plain(point.text);
            QVERIFY2(!paper.contains(words), qPrintable(words));
            QVERIFY2(key.contains(words.left(24)), qPrintable(words));
        }
        QVERIFY2(key.contains(plain(asked.answer).left(24)), qPrintable(asked.key));
        QVERIFY2(!paper.contains(plain(asked.answer).left(60)), qPrintable(asked.key));
    }
    QVERIFY(paper.contains(u"%1point"_s.arg(total)));
    QVERIFY(key.contains(u"%1point"_s.arg(total)));
}

void TestPrint::answerKey_beginsOnAnOddPage()
{
    NEED_POPPLER();
    PrintOptions options;
    options.kind = PrintKind::ExamPaper;
    for (const int count : {1, 4, 9, 12}) {
        const QString name = u"exam-%1"_s.arg(count);
        options.parts = ExamParts::Paper;
        const int paper = make(options, m_deck.mid(0, count))->job().pageCount();
        options.parts = ExamParts::PaperAndKey;
        const auto both = make(options, m_deck.mid(0, count));
        const int first = paper + paper % 2; // of the key, from 0
        QVERIFY(both->job().pageCount() > first);
        const QStringList pages = textOf(both->job(), name).split(u'\f');
        QVERIFY2(pages.at(first).contains(u"Answer key: ORM & queries"_s),
                 qPrintable(pages.at(first)));
        QVERIFY(dense(pages.at(first)).contains(u"Page1of"_s));
        QVERIFY(dense(pages.at(0)).contains(u"Page1of%1"_s.arg(paper)));
        if (paper % 2 == 1)
            QVERIFY(pages.at(first - 1).trimmed().isEmpty());
    }
}

void TestPrint::nothing_hasNoPages()
{
    for (const PrintKind kind : {PrintKind::StudySheet, PrintKind::QuestionList,
                                 PrintKind::FlashCards, PrintKind::ExamPaper}) {
        PrintOptions options;
        options.kind = kind;
        QCOMPARE(make(options, {})->job().pageCount(), 0);
    }
}

void TestPrint::oneQuestion_isOnePage_data()
{
    QTest::addColumn<PrintKind>("kind");
    QTest::addColumn<int>("pages");
    QTest::newRow("study sheet") << PrintKind::StudySheet << 1;
    QTest::newRow("question list") << PrintKind::QuestionList << 1;
    QTest::newRow("flash cards") << PrintKind::FlashCards << 2;
    QTest::newRow("exam paper, an empty page, its key") << PrintKind::ExamPaper << 3;
}

void TestPrint::oneQuestion_isOnePage()
{
    QFETCH(const PrintKind, kind);
    QFETCH(const int, pages);
    PrintOptions options;
    options.kind = kind;
    options.answers = options.keyAnswers = false;
    const auto sheet = make(options, {question(u"q02"_s)});
    QCOMPARE(sheet->job().pageCount(), pages);
    QVERIFY(hasInk(picture(sheet->job(), pages - 1), sheet->job().paper()));
}

void TestPrint::veryLongAnswer_goesOnOverPages()
{
    PrintedQuestion asked = question(u"q14"_s);
    const int once = make({}, {asked})->job().pageCount();
    asked.detail.question.answer = asked.detail.question.answer.repeated(20);
    const int often = make({}, {asked})->job().pageCount();
    QVERIFY2(often > 5 * once, qPrintable(u"%1 and %2"_s.arg(once).arg(often)));
}

void TestPrint::interfaceSize_changesNothingOnPaper()
{
    const QList<PrintedQuestion> questions = m_deck.mid(10, 6);
    for (const PrintKind kind : {PrintKind::StudySheet, PrintKind::QuestionList,
                                 PrintKind::FlashCards, PrintKind::ExamPaper}) {
        PrintOptions options;
        options.kind = kind;
        applyTypography({false, 100, 15});
        const auto usual = make(options, questions);
        applyTypography({false, 130, 20});
        const auto large = make(options, questions);
        QCOMPARE(large->job().pageCount(), usual->job().pageCount());
        for (int page = 0; page < usual->job().pageCount(); ++page) {
            applyTypography({false, 100, 15});
            const QImage before = picture(usual->job(), page);
            applyTypography({false, 130, 20});
            QCOMPARE(picture(large->job(), page), before);
        }
    }
}

void TestPrint::pdf_hasTextAndFontsAndPages_data()
{
    QTest::addColumn<PrintKind>("kind");
    QTest::addColumn<PaperSize>("paper");
    QTest::newRow("study-sheet") << PrintKind::StudySheet << PaperSize::A4;
    QTest::newRow("question-list") << PrintKind::QuestionList << PaperSize::A4;
    QTest::newRow("flash-cards") << PrintKind::FlashCards << PaperSize::A4;
    QTest::newRow("exam-paper") << PrintKind::ExamPaper << PaperSize::A4;
    QTest::newRow("study-sheet-letter") << PrintKind::StudySheet << PaperSize::Letter;
    QTest::newRow("flash-cards-letter") << PrintKind::FlashCards << PaperSize::Letter;
}

// Also the pictures to look at.
void TestPrint::pdf_hasTextAndFontsAndPages()
{
    NEED_POPPLER();
    QFETCH(const PrintKind, kind);
    QFETCH(const PaperSize, paper);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    PrintOptions options;
    options.kind = kind;
    options.paper = paper;
    options.sources = true;
    options.highlights = true;
    QList<PrintedQuestion> questions = m_deck.mid(12, 10) + QList{question(u"q29"_s)};
    questions[0].note = u"- My **own** words about `Meta`\n- See [[q14]]\n\n"
                        "```python\nclass Meta:\n    ordering = [\"-published\"]\n```\n"_s;
    Highlight highlight;
    highlight.anchor.quote = u"a passage that was marked"_s;
    highlight.comment = u"And what I thought of it."_s;
    questions[0].highlights = {highlight};
    const auto sheet = make(options, questions);
    const QString text = textOf(sheet->job(), name);
    const QString path = output(name + u".pdf"_s);
    QVERIFY(text.contains(u"queries"_s));
    const QString information = run(u"pdfinfo"_s, {path});
    QVERIFY2(
        information.contains(QRegularExpression(u"Pages: +%1\n"_s.arg(sheet->job().pageCount()))),
        qPrintable(information));
    const QString size =
        paper == PaperSize::A4 ? u"Page size: +595\\S* x 84[12]\\S*"_s : u"Page size: +612 x 792"_s;
    QVERIFY2(information.contains(QRegularExpression(size)), qPrintable(information));
    const QStringList fonts = run(u"pdffonts"_s, {path}).split(u'\n').mid(2);
    QVERIFY(fonts.size() > 1);
    for (const QString &font : fonts) { // "… emb sub uni object ID"
        if (!font.isEmpty())
            QVERIFY2(font.contains(QRegularExpression(u" yes +\\w+ +yes +\\d"_s)),
                     qPrintable(font));
    }
    const QDir folder(output({}));
    for (const QString &old : folder.entryList({name + u"-[0-9]*.png"_s}))
        QFile::remove(folder.filePath(old));
    run(u"pdftoppm"_s, {u"-r"_s, u"80"_s, u"-png"_s, path, folder.filePath(name)});
    QCOMPARE(folder.entryList({name + u"-[0-9]*.png"_s}).size(), sheet->job().pageCount());
}

QTEST_MAIN(TestPrint)
#include "tst_print.moc"
